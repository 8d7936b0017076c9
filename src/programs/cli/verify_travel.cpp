#include "cli/verify_travel.hpp"

#include <map>

#include "commands/chain.hpp"

namespace motcua::cli {

OrFailure<TravelFindings> read_travel_book(ports::TravelBook& book) {
  TravelFindings findings;
  std::map<std::string, travel::Entry> folded;
  std::uint64_t sequence = 0;
  Digest chain{};
  const auto read = book.each_travel_record([&](const ports::StoredTravelRecord& stored) {
    ++findings.records;
    const auto& record = stored.record;
    if (stored.sequence != sequence + 1) {
      findings.problems.push_back("a travel record is missing before " +
                                  std::to_string(stored.sequence));
    }
    if (commands::chain_after(chain, stored) != stored.chain) {
      findings.problems.push_back("travel record " + std::to_string(stored.sequence) + " of " +
                                  record.code + " does not fit the chain");
    }
    sequence = stored.sequence;
    chain = stored.chain;
    auto& entry = folded[record.code];
    if (record.version != entry.version + 1) {
      findings.problems.push_back(record.code + " lacks version " +
                                  std::to_string(entry.version + 1));
      return true;
    }
    travel::apply(entry, record);
    return true;
  });
  if (!read) return Unexpected{read.error()};
  for (const auto& [code, entry] : folded) findings.rows.push_back(travel::row_of(entry));
  return findings;
}

OrFailure<Nothing> compare_travel_rows(ports::TravelBook& book, TravelFindings& findings) {
  const auto kept = book.travel_rows();
  if (!kept) return Unexpected{kept.error()};
  std::map<std::string, const travel::Row*> by_code;
  for (const auto& row : *kept) by_code[row.code] = &row;
  for (const auto& fresh : findings.rows) {
    const auto found = by_code.find(fresh.code);
    if (found == by_code.end() || *found->second != fresh) {
      findings.problems.push_back("the row of " + fresh.code + " differs from its records");
    }
  }
  if (kept->size() > findings.rows.size()) {
    findings.problems.push_back("there are rows of travel without records");
  }
  return Nothing{};
}

}  // namespace motcua::cli
