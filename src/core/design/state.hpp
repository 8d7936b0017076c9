// A draft (dự thảo) and a proposal (đề xuất) as the book of designs says: the fold of their
// records.
//
// Plain values; changed by apply() only, which cannot fail on a record that decide() made.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "design/event.hpp"

namespace motcua::design {

enum class DraftState { Draft, Submitted, Published, Discarded };
std::string_view write_draft_state(DraftState state);  // "draft", "submitted", …

struct Draft {
  std::string code;
  std::uint64_t version = 0;  // of its newest record: the revision people see
  Subject subject;
  int base = 0;
  std::string title;
  Actor author;
  std::vector<Actor> editors;  // everybody who wrote in it, once each, the author first
  Actor last_actor;
  DraftState state = DraftState::Draft;
  procedure::Files files;
  Submitted asked;  // of the newest submission; its files are empty here
  std::string returned_because;
  Published published;
  Moment changed_at{};
};

enum class ProposalState { Proposed, Accepted, Refused, CarriedOut, Withdrawn };
std::string_view write_proposal_state(ProposalState state);  // "proposed", …, "carried-out"
Text describe_proposal_state(ProposalState state);
Text describe_proposal_kind(ProposalKind kind);

struct Proposal {
  std::string code;
  std::uint64_t version = 0;
  Proposed proposed;
  Actor proposed_by;
  Moment proposed_at{};
  ProposalState state = ProposalState::Proposed;
  std::optional<Decision> decision;
  std::string decided_by;
  std::string reason;
  std::optional<Moment> carried_out_at;
  std::vector<Abolition> abolished;
};

void apply(Draft& draft, const Record& record);
void apply(Proposal& proposal, const Record& record);

// Of a record: whether it belongs to a proposal, else to a draft.
bool is_of_proposal(std::string_view code);
inline constexpr std::string_view draft_prefix = "DT-";
inline constexpr std::string_view proposal_prefix = "DX-";

// What a version's own file says it is: procedure.toml or matrix.toml. 0 and empty where it is
// not readable.
struct Declared {
  std::string id;
  int number = 0;
  std::optional<Date> in_force_from;
};
Declared declared(Kind kind, const procedure::Files& files);
std::string_view main_file(Kind kind);  // "procedure.toml", "matrix.toml"

// The text with a top-level key of TOML set to `value` (written as TOML), as one changed or added
// line; nothing else moves.
std::string with_key(std::string_view toml, std::string_view key, std::string_view value);

}  // namespace motcua::design
