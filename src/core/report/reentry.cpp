#include "report/reentry.hpp"

#include <algorithm>
#include <bitset>
#include <memory>
#include <vector>

namespace motcua::report {
namespace {

using Index = std::uint32_t;
using Candidates = std::unordered_map<std::uint64_t, std::vector<Index>>;

std::uint64_t key_of(const PackedRow& row) {
  return row.applicant ^ (std::uint64_t{row.procedure} * 0x9E3779B97F4A7C15U);
}

bool is_withdrawn(const PackedRow& row, Stamp at) {
  return row.phase == dossier::Phase::Withdrawn && row.ended_at != 0 && row.ended_at <= at &&
         row.applicant != 0 && row.first_due != 0;
}

std::vector<Index> withdrawn_rows(const FigureTable& table, Stamp at) {
  std::vector<Index> found;
  const auto rows = table.rows();
  for (Index i = 0; i < rows.size(); ++i) {
    if (is_withdrawn(rows[i], at)) found.push_back(i);
  }
  std::sort(found.begin(), found.end(), [&](Index a, Index b) {
    return std::pair{rows[a].ended_at, a} < std::pair{rows[b].ended_at, b};
  });
  return found;
}

// Everything the withdrawing applicants entered, in the order it was registered.
Candidates candidates_for(const FigureTable& table, const std::vector<Index>& withdrawn, Stamp at) {
  Candidates candidates;
  const auto asked = std::make_unique<std::bitset<65'536>>();
  const auto rows = table.rows();
  for (const auto i : withdrawn) {
    candidates[key_of(rows[i])];
    asked->set(key_of(rows[i]) & 0xFFFF);
  }
  for (Index i = 0; i < rows.size(); ++i) {
    const auto key = key_of(rows[i]);
    if (!asked->test(key & 0xFFFF) || rows[i].registered_at > at || !rows[i].promised) continue;
    if (const auto known = candidates.find(key); known != candidates.end()) {
      known->second.push_back(i);
    }
  }
  for (auto& [key, entered] : candidates) {
    std::sort(entered.begin(), entered.end(), [&](Index a, Index b) {
      return std::pair{rows[a].registered_at, a} < std::pair{rows[b].registered_at, b};
    });
  }
  return candidates;
}

}  // namespace

Reentries::Reentries(const FigureTable& table, Stamp at) {
  const auto withdrawn = withdrawn_rows(table, at);
  if (withdrawn.empty()) return;
  const auto candidates = candidates_for(table, withdrawn, at);
  for (const auto i : withdrawn) {
    const auto& row = table.row(i);
    const Stamp from = row.ended_at / day_length * day_length;
    const Stamp until =
        std::min(UINT32_MAX - reentry_days * day_length, row.ended_at) + reentry_days * day_length;
    for (const auto next : candidates.at(key_of(row))) {
      const auto registered = table.row(next).registered_at;
      const bool later = std::pair{registered, next} > std::pair{row.registered_at, i};
      if (!later || registered < from || registered > until) continue;
      if (!continues_.insert(next).second) continue;
      next_.emplace(i, next);
      break;
    }
  }
}

Stamp Reentries::answered_at(const FigureTable& table, std::uint32_t withdrawn, Stamp at) const {
  auto index = withdrawn;
  for (auto next = next_.find(index); next != next_.end(); next = next_.find(index)) {
    index = next->second;
  }
  const auto& last = table.row(index);
  const bool answered =
      last.ended_at != 0 && last.ended_at <= at && last.phase != dossier::Phase::Withdrawn;
  return answered ? last.ended_at : 0;
}

}  // namespace motcua::report
