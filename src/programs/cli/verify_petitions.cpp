#include "cli/verify_petitions.hpp"

#include <map>

#include "commands/chain.hpp"

namespace motcua::cli {
namespace {

struct FoldedPetition {
  petition::Petition petition;
  Moment newest{};
};

}  // namespace

OrFailure<BookFindings> read_book(ports::PetitionBook& book) {
  BookFindings findings;
  std::map<std::string, FoldedPetition> folded;
  std::uint64_t sequence = 0;
  Digest chain{};
  const auto read = book.each_petition_record([&](const ports::StoredPetitionRecord& stored) {
    ++findings.records;
    const auto& record = stored.record;
    const auto named = "petition record " + std::to_string(stored.sequence);
    if (stored.sequence != sequence + 1) {
      findings.problems.push_back("a petition record is missing before " +
                                  std::to_string(stored.sequence));
    }
    if (commands::chain_after(chain, stored) != stored.chain) {
      findings.problems.push_back(named + " of " + record.code + " does not fit the chain");
    }
    sequence = stored.sequence;
    chain = stored.chain;
    auto& [petition, newest] = folded[record.code];
    if (record.version != petition.version + 1) {
      findings.problems.push_back(record.code + " lacks version " +
                                  std::to_string(petition.version + 1));
      return true;
    }
    petition::apply(petition, record);
    newest = record.at;
    return true;
  });
  if (!read) return Unexpected{read.error()};
  for (const auto& [code, one] : folded) {
    findings.rows.push_back(petition::row_of(one.petition, one.newest));
  }
  return findings;
}

OrFailure<Nothing> compare_rows(ports::PetitionBook& book, BookFindings& findings) {
  const auto kept = book.petition_rows();
  if (!kept) return Unexpected{kept.error()};
  std::map<std::string, const petition::Row*> by_code;
  for (const auto& row : *kept) by_code[row.code] = &row;
  for (const auto& fresh : findings.rows) {
    const auto found = by_code.find(fresh.code);
    if (found == by_code.end() || *found->second != fresh) {
      findings.problems.push_back("the row of " + fresh.code + " differs from its records");
    }
  }
  if (kept->size() > findings.rows.size()) {
    findings.problems.push_back("there are rows of petitions without records");
  }
  return Nothing{};
}

}  // namespace motcua::cli
