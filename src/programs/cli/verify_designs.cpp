#include "cli/verify_designs.hpp"

#include <map>

#include "commands/chain.hpp"
#include "design/state.hpp"
#include "procedure/version_file.hpp"

namespace motcua::cli {

OrFailure<DesignFindings> read_design_book(ports::DesignBook& book) {
  DesignFindings findings;
  auto& problems = findings.problems;
  std::map<std::string, design::Draft> drafts;
  std::map<std::string, std::uint64_t> versions;
  std::uint64_t sequence = 0;
  Digest chain{};
  const auto read = book.each_design_record([&](const ports::StoredDesignRecord& stored) {
    ++findings.records;
    const auto& record = stored.record;
    const auto named = "design record " + std::to_string(stored.sequence);
    if (stored.sequence != sequence + 1) {
      problems.push_back("a design record is missing before " + std::to_string(stored.sequence));
    }
    if (commands::chain_after(chain, stored) != stored.chain) {
      problems.push_back(named + " of " + record.code + " does not fit the chain");
    }
    sequence = stored.sequence;
    chain = stored.chain;
    auto& version = versions[record.code];
    if (record.version != version + 1) {
      problems.push_back(record.code + " lacks version " + std::to_string(version + 1));
      return true;
    }
    version = record.version;
    if (design::is_of_proposal(record.code)) return true;
    auto& draft = drafts[record.code];
    design::apply(draft, record);
    const auto* published = std::get_if<design::Published>(&record.event);
    if (published != nullptr && procedure::digest_of(draft.files) != published->digest) {
      problems.push_back(named + " publishes files of another digest");
    }
    return true;
  });
  if (!read) return Unexpected{read.error()};
  findings.entries = versions.size();
  return findings;
}

}  // namespace motcua::cli
