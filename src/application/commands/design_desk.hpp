// The designers' desk: every act on a draft, a publication or a proposal goes through here, one
// after the other.
//
// The book of designs is the truth; it holds every published file whole. Publishing writes the
// folder beside its place, keeps the record in one commit, and only then puts the folder in its
// place and the version into the world: whatever is missing after a crash is put there from the
// book at the next start, and what differs from the book is refused. Any thread.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <variant>
#include <vector>

#include "commands/design_library.hpp"
#include "commands/world.hpp"
#include "design/act.hpp"
#include "design/subject_file.hpp"
#include "ports/clock.hpp"
#include "ports/design_book.hpp"
#include "ports/version_folders.hpp"
#include "procedure/check.hpp"

namespace motcua::commands {

using DraftSnapshot = std::shared_ptr<const design::Draft>;
using ProposalSnapshot = std::shared_ptr<const design::Proposal>;
using LibrarySnapshot = std::shared_ptr<const Library>;

struct BeginDraft {
  design::Subject subject;
  int base = 0;  // 0: a new subject
  std::string title;
};
struct ImportDraft {
  design::SubjectFile file;
};
using DraftAct = std::variant<design::FilesSaved, design::Submitted, design::Returned,
                              design::Discarded, design::Published>;
struct ActOnDraft {
  std::string code;
  std::optional<std::uint64_t> seen;  // revision as the actor saw it
  DraftAct act;                       // Published: what stands in it is the desk's own
};
using ProposalAct =
    std::variant<design::ProposalDecided, design::ProposalWithdrawn, design::CarriedOut>;
struct ActOnProposal {
  std::string code;
  ProposalAct act;  // CarriedOut: the reason alone is read
};

struct DesignRequest {
  dossier::Officer officer;
  Language language = Language::Vietnamese;
  std::variant<BeginDraft, ImportDraft, ActOnDraft, design::Proposed, ActOnProposal> command;
};

struct DesignChanged {  // somebody acted since the actor looked
  std::uint64_t version_now = 0;
  std::string by;
};
struct DesignUnknown {};
using DesignOutcome =
    std::variant<DraftSnapshot, ProposalSnapshot, Rejection, DesignChanged, DesignUnknown, Failure>;

class DesignDesk {
 public:
  struct Uses {
    World& world;
    ports::DesignBook& book;
    ports::VersionFolders& folders;
    ports::Clock& clock;
  };
  // Whether folders that a crash left unwritten may be written.
  enum class Folders { Mend, LookOnly };

  DesignDesk(Uses uses, Library shipped);

  // Folds the book, holds the folders against it and puts what is published into the world. Call
  // before anything else. A Storage failure names the folder that was changed.
  OrFailure<Nothing> start(Folders folders);

  DesignOutcome perform(const DesignRequest& request);

  DraftSnapshot find_draft(std::string_view code) const;  // null: there is none
  ProposalSnapshot find_proposal(std::string_view code) const;
  std::vector<DraftSnapshot> drafts() const;        // by code
  std::vector<ProposalSnapshot> proposals() const;  // by code
  LibrarySnapshot library() const;
  // Of a version the office published itself; nothing where it came with the program.
  std::optional<design::Published> publication(const design::Subject& subject, int number) const;
  ports::DesignBook& book() const { return uses_.book; }

  // What is wrong with the files of a draft.
  procedure::Problems check(const design::Subject& subject, const procedure::Files& files) const;

 private:
  struct Kept;  // a record with what it makes of drafts and proposals
  DesignOutcome perform_in_turn(const DesignRequest& request);
  DesignOutcome begin(const DesignRequest& request, design::DraftBegun begun);
  DesignOutcome act(const DesignRequest& request, const ActOnDraft& act);
  DesignOutcome act(const DesignRequest& request, const ActOnProposal& act);
  DesignOutcome publish(const DesignRequest& request, const design::Draft& draft,
                        design::Event event);
  DesignOutcome carry_out(const DesignRequest& request, const design::Proposal& proposal,
                          design::Event event);
  DesignOutcome keep(const DesignRequest& request, const std::string& code, design::Event event);
  OrRejection<design::Event> decide(const design::Draft& draft, const DraftAct& act,
                                    const design::Facts& facts) const;
  design::Facts facts(const DesignRequest& request) const;
  void judge(design::Facts& facts, const design::Draft& draft, Language language) const;
  std::vector<design::Abolition> newest_of(const std::vector<std::string>& procedures) const;
  OrFailure<Nothing> fold_book();
  OrFailure<Nothing> hold_folders(Folders folders);
  OrFailure<Nothing> take(const design::Record& record, std::uint64_t sequence);
  std::string next_code(std::string_view prefix, Moment now) const;
  void replace(LibrarySnapshot library);

  Uses uses_;
  std::mutex turn_;           // of acts: one at a time
  mutable std::mutex mutex_;  // of what is below, for a moment only
  std::map<std::string, DraftSnapshot, std::less<>> drafts_;
  std::map<std::string, ProposalSnapshot, std::less<>> proposals_;
  std::map<std::pair<design::Subject, int>, design::Published> publications_;
  LibrarySnapshot library_;
  std::uint64_t sequence_ = 0;
  Digest chain_{};
};

}  // namespace motcua::commands
