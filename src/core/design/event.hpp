// What happens to drafts of procedures and matrices, and to proposals about procedures: the
// contents of the book of designs.
//
// One act makes one event; the meaning of a released event never changes. A draft's files stand in
// its events whole, so that no revision is lost and a published folder can be written anew from the
// book. Names in JSON are in event_json.cpp.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/moment.hpp"
#include "base/text.hpp"
#include "dossier/event.hpp"
#include "procedure/problem.hpp"

namespace motcua::design {

// What an office designs, in versions.
enum class Kind { Procedure, Matrix };
std::string_view write_kind(Kind kind);  // "procedure", "matrix"
std::optional<Kind> parse_kind(std::string_view name);

struct Subject {
  Kind kind = Kind::Procedure;
  std::string id;
  auto operator<=>(const Subject&) const = default;
};

// The act of authority (quyết định) a publication or a proposal rests on.
struct Decision {
  std::string number;
  Date date{};
  std::string by;
  bool operator==(const Decision&) const = default;
};

// Names written (text) or taken out (none).
using FileChanges = std::map<std::string, std::optional<std::string>, std::less<>>;

struct DraftBegun {
  Subject subject;
  int base = 0;  // number of the version it starts from; 0: a new subject, or brought from outside
  std::string title;
  procedure::Files files;
};
struct FilesSaved {
  FileChanges files;
};
struct Submitted {  // for publication; what its files say of number and day was set by this act
  Date in_force_from{};
  Decision decision;
  std::string note;
  FileChanges files;
};
struct Returned {
  std::string reason;
};
struct Discarded {
  std::string reason;
};
struct Published {
  Subject subject;
  int number = 0;
  std::string digest;  // of the files, as in published.digest
  Date in_force_from{};
  Decision decision;
};

enum class ProposalKind { Abolish, Merge, Delegate, Simplify };
std::string_view write_proposal_kind(ProposalKind kind);  // "abolish", …
std::optional<ProposalKind> parse_proposal_kind(std::string_view name);

struct Proposed {
  ProposalKind kind = ProposalKind::Simplify;
  std::vector<std::string> subjects;  // procedures
  std::string into;                   // of a merger: the one that stays
  std::string why;
  Date in_force_from{};
  std::string burden;  // JSON: of each procedure as it was that day
};
struct ProposalDecided {
  bool accepted = false;
  Decision decision;
  std::string reason;
};
struct ProposalWithdrawn {
  std::string reason;
};

// A version that is offered no more from a day on.
struct Abolition {
  std::string procedure;
  int number = 0;
  Date on{};
  std::string by;  // the decision
  bool operator==(const Abolition&) const = default;
};
struct CarriedOut {
  std::string reason;
  std::vector<Abolition> abolished;
};

using Event = std::variant<DraftBegun, FilesSaved, Submitted, Returned, Discarded, Published,
                           Proposed, ProposalDecided, ProposalWithdrawn, CarriedOut>;

using dossier::Actor;

// Version counts the records of one draft or proposal from 1.
struct Record {
  std::string code;  // "DT-170412-0001" of a draft (dự thảo), "DX-…" of a proposal (đề xuất)
  std::uint64_t version = 0;
  Moment at{};
  Actor actor;
  Event event;
};

}  // namespace motcua::design
