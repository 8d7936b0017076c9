// What is done with drafts and proposals: who may, when, and the pure functions that decide it.
//
// Heads, directors and designers draft and propose; the director publishes and decides, and never
// what he wrote in or proposed himself (four eyes). A draft's texts are bounded and of a closed
// list of names.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "design/rejections.hpp"
#include "design/state.hpp"
#include "dossier/act.hpp"

namespace motcua::design {

inline constexpr std::size_t most_files = 40;
inline constexpr std::size_t most_bytes_of_a_file = 1'000'000;
inline constexpr std::size_t most_drafts_at_work = 200;  // of one office

// What decide() is told of the world.
struct Facts {
  Moment now{};
  dossier::Officer officer;
  std::set<int> numbers_taken;  // of the draft's subject, whoever published them
  std::size_t errors = 0;       // of the draft's check
  std::string first_error;      // in the officer's language
};

bool may_draft(const dossier::Officer& officer);
bool may_approve(const dossier::Officer& officer);
// "edit", "submit", "publish", "return", "discard": what this officer may do now.
std::vector<std::string_view> offers(const Draft& draft, const dossier::Officer& officer);
// "decide", "withdraw", "carry-out".
std::vector<std::string_view> offers(const Proposal& proposal, const dossier::Officer& officer);

// Names a folder of this kind may have: procedure.toml, texts.vi.toml, list.<id>.toml …
bool is_file_name(Kind kind, std::string_view name);
bool is_subject_id(std::string_view id);  // small letters, digits, single hyphens; 60 at most
OrRejection<Nothing> check_files(Kind kind, const procedure::Files& files);
// Without control characters and marks of direction; line ends stay.
std::string clean(std::string_view text);

OrRejection<Event> decide_begin(DraftBegun begun, const Facts& facts);
OrRejection<Event> decide_save(const Draft& draft, FileChanges changes, const Facts& facts);
// Sets number and day in the draft's own file.
OrRejection<Event> decide_submit(const Draft& draft, Submitted asked, const Facts& facts);
OrRejection<Event> decide_return(const Draft& draft, const std::string& reason, const Facts& facts);
OrRejection<Event> decide_publish(const Draft& draft, const Facts& facts);
OrRejection<Event> decide_discard(const Draft& draft, const std::string& reason,
                                  const Facts& facts);

OrRejection<Event> decide_proposal(Proposed proposed, const Facts& facts);
OrRejection<Event> decide_on(const Proposal& proposal, ProposalDecided decided, const Facts& facts);
OrRejection<Event> decide_withdrawal(const Proposal& proposal, const std::string& reason,
                                     const Facts& facts);
// `newest`: of each procedure that ends with it, the version to abolish.
OrRejection<Event> decide_carrying_out(const Proposal& proposal, const std::string& reason,
                                       const std::vector<Abolition>& newest, const Facts& facts);
// The procedures an accepted proposal ends: those abolished, those merged into another.
std::vector<std::string> ended_by(const Proposal& proposal);

}  // namespace motcua::design
