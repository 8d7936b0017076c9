// Dossiers withdrawn and entered again: the same applicant and procedure, registered from the day
// of the withdrawal to 30 days after it. Such a pair is one promise, not two, so that a late
// dossier cannot be made new by withdrawing it.
//
// The rule is this product's own, stated with every rate; it is not taken from a law.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <unordered_set>

#include "report/standing.hpp"

namespace motcua::report {

inline constexpr Stamp reentry_days = 30;

class Reentries {
 public:
  // Pairs known at `at`: each withdrawn dossier with at most one later one, the earliest free.
  Reentries(const FigureTable& table, Stamp at);

  bool empty() const { return next_.empty(); }
  bool was_entered_again(std::uint32_t withdrawn) const { return next_.contains(withdrawn); }
  bool continues_another(std::uint32_t row) const { return continues_.contains(row); }

  // When what `withdrawn` became was settled, refused or stopped; 0 while it was not, or when it
  // was withdrawn for good.
  Stamp answered_at(const FigureTable& table, std::uint32_t withdrawn, Stamp at) const;

 private:
  std::unordered_map<std::uint32_t, std::uint32_t> next_;
  std::unordered_set<std::uint32_t> continues_;
};

}  // namespace motcua::report
