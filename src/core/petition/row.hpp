// A petition as the lists show it, folded from its records.
#pragma once

#include "petition/state.hpp"

namespace motcua::petition {

struct Row {
  std::string code;
  std::uint64_t version = 0;
  Kind kind = Kind::Suggestion;
  Status status = Status::Received;
  std::string unit;
  std::string dossier;
  std::string account;  // of its sender
  Moment received_at{};
  std::optional<Moment> ended_at;
  // What the office owes next: an answer, or after it a publication; nothing while it owes none.
  std::optional<Moment> due;
  bool late = false;                   // a date has been missed, whatever happened since
  std::optional<Moment> published_at;  // while it stands on the public page
  bool operator==(const Row&) const = default;
};

// `late` is as its newest record left it: what becomes late by waiting shows by `due`.
Row row_of(const Petition& petition, Moment newest);

}  // namespace motcua::petition
