// motcua verify: the chains over the whole journal and the books of petitions, designs and travel,
// and every view against a fresh fold of them. Folders of published versions are held against
// their digests when the office is opened.

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <iostream>
#include <map>

#include "base/json.hpp"
#include "cli/complaint.hpp"
#include "cli/office_commands.hpp"
#include "cli/verify_designs.hpp"
#include "cli/verify_petitions.hpp"
#include "cli/verify_travel.hpp"
#include "commands/chain.hpp"
#include "view/figure_row.hpp"
#include "view/list_row.hpp"

namespace motcua::cli {
namespace {

struct Folded {
  dossier::Dossier dossier;
  std::vector<std::uint64_t> records;  // their places in the journal
};

struct Findings {
  std::uint64_t records = 0;
  std::vector<std::string> problems;
  std::map<std::string, Folded, std::less<>> dossiers;
};

// Reads every record: order, chain, and the fold.
OrFailure<Findings> read_journal(ports::Journal& journal) {
  Findings findings;
  ports::JournalEnd end;
  const auto read = journal.each([&](const ports::StoredRecord& stored) {
    ++findings.records;
    if (stored.sequence != end.sequence + 1) {
      findings.problems.push_back("a record is missing before " + std::to_string(stored.sequence));
    }
    if (commands::chain_after(end.chain, stored) != stored.chain) {
      findings.problems.push_back("record " + std::to_string(stored.sequence) + " of " +
                                  stored.record.code + " does not fit the chain");
    }
    end = {stored.sequence, stored.chain};
    auto& [dossier, records] = findings.dossiers[stored.record.code];
    records.push_back(stored.sequence);
    if (stored.record.version != dossier.version + 1) {
      findings.problems.push_back(stored.record.code + " lacks version " +
                                  std::to_string(dossier.version + 1));
      return true;
    }
    dossier::apply(dossier, stored.record);
    return true;
  });
  if (!read) return Unexpected{read.error()};
  return findings;
}

std::string fresh_figures(const dossier::Dossier& dossier, const commands::World& world) {
  const auto* version =
      world.catalogue().find(dossier.intake.procedure, dossier.intake.procedure_version);
  if (version == nullptr) return "";
  return view::write_figure_row(view::figure_row(dossier, *version, *world.calendar()));
}

OrFailure<Nothing> rebuild(runtime::Runtime& runtime, const Findings& findings) {
  auto& store = runtime.store();
  auto transaction = store.begin();
  if (!transaction) return Unexpected{transaction.error()};
  if (auto cleared = store.clear_views(); !cleared) return cleared;
  for (const auto& [code, folded] : findings.dossiers) {
    const auto& dossier = folded.dossier;
    const auto* version = runtime.world().catalogue().find(dossier.intake.procedure,
                                                           dossier.intake.procedure_version);
    if (version == nullptr) return malformed("no procedure version for " + code);
    const auto put = (*transaction)
                         ->put_view(view::list_row(dossier, *version),
                                    fresh_figures(dossier, runtime.world()), folded.records);
    if (!put) return put;
    if (const auto result = view::result_row(dossier)) {
      if (auto kept = (*transaction)->put_result(*result); !kept) return kept;
    }
    if (const auto& party = dossier.intake.filer.party; !party.empty()) {
      if (auto kept = (*transaction)->put_holding(party, code); !kept) return kept;
    }
  }
  return (*transaction)->commit();
}

void compare_views(runtime::Runtime& runtime, Findings& findings) {
  std::map<std::string, std::string> kept;
  std::size_t unreadable = 0;
  const auto read = runtime.store().each_figures([&](std::string_view line) {
    if (const auto row = view::read_figure_row(line)) {
      kept[row->code] = line;
    } else {
      ++unreadable;
    }
  });
  if (!read) findings.problems.push_back(read.error().what);
  for (const auto& [code, folded] : findings.dossiers) {
    if (kept[code] != fresh_figures(folded.dossier, runtime.world())) {
      findings.problems.push_back("the view of " + code + " differs from its journal");
    }
    const auto through_view = runtime.store().load(code);
    if (!through_view || through_view->size() != folded.records.size()) {
      findings.problems.push_back("the view of " + code + " does not lead to its records");
    }
  }
  if (kept.size() + unreadable > findings.dossiers.size()) {
    findings.problems.push_back("there are views without a journal");
  }
}

Failure damaged(const std::string& file, const std::vector<std::string>& damage) {
  std::string what = file + ": the store is damaged; bring back a copy of it:";
  for (const auto& line : damage) what += "\n  " + line;
  return {FailureKind::Storage, what, false};
}

struct Books {
  BookFindings petitions;
  TravelFindings travel;
  DesignFindings designs;
};

void tell(const Findings& findings, const Books& books) {
  const auto& book = books.petitions;
  for (const auto& problem : findings.problems) std::cout << problem << "\n";
  std::cout << findings.records << " records of " << findings.dossiers.size() << " dossiers, "
            << book.records << " of " << book.rows.size() << " petitions, " << books.travel.records
            << " of " << books.travel.rows.size() << " travel entries, " << books.designs.records
            << " of " << books.designs.entries << " designs, " << findings.problems.size()
            << " problems\n";
}

void tell_in_json(const Findings& findings, const Books& books, bool rebuilt) {
  const auto& book = books.petitions;
  json::array problems(findings.problems.begin(), findings.problems.end());
  std::cout << write_json(json::object{{"records", findings.records},
                                       {"dossiers", findings.dossiers.size()},
                                       {"petition_records", book.records},
                                       {"petitions", book.rows.size()},
                                       {"travel_records", books.travel.records},
                                       {"travel_entries", books.travel.rows.size()},
                                       {"design_records", books.designs.records},
                                       {"designs", books.designs.entries},
                                       {"rebuilt", rebuilt},
                                       {"problems", std::move(problems)}})
            << "\n";
}

OrFailure<Nothing> compare_books(sqlite::Store& store, Books& books,
                                 std::vector<std::string>& problems) {
  if (auto compared = compare_rows(store, books.petitions); !compared) return compared;
  if (auto compared = compare_travel_rows(store, books.travel); !compared) return compared;
  for (const auto* found :
       {&books.petitions.problems, &books.travel.problems, &books.designs.problems}) {
    problems.insert(problems.end(), found->begin(), found->end());
  }
  return Nothing{};
}

// The book of designs is folded when an office is opened: where that fails, its records are named.
void name_damaged_designs(const std::filesystem::path& data, const Failure& failure) {
  if (failure.kind != FailureKind::Storage) return;
  const auto store = sqlite::Store::open((data / "motcua.sqlite").string());
  if (!store) return;
  const auto designs = read_design_book(**store);
  if (!designs) return;
  for (const auto& problem : designs->problems) std::cout << problem << "\n";
}

}  // namespace

int run_verify(const files::Assets& assets, const VerifyOptions& options) {
  const Complaint complaint{options.json, Language::Vietnamese};
  auto runtime = runtime::Runtime::open(assets, {options.data, false, runtime::Use::Mending});
  if (!runtime) {
    if (!options.json) name_damaged_designs(options.data, runtime.error());
    return complaint.fail(runtime.error(), std::cerr);
  }
  const auto damage = (*runtime)->store().damage();
  if (!damage) return complaint.fail(damage.error(), std::cerr);
  if (!damage->empty()) {
    const auto file = (options.data / "motcua.sqlite").string();
    return complaint.fail(damaged(file, *damage), std::cerr);
  }
  auto findings = read_journal((*runtime)->store());
  if (!findings) return complaint.fail(findings.error(), std::cerr);
  auto petitions = read_book((*runtime)->store());
  if (!petitions) return complaint.fail(petitions.error(), std::cerr);
  auto travel = read_travel_book((*runtime)->store());
  if (!travel) return complaint.fail(travel.error(), std::cerr);
  auto designs = read_design_book((*runtime)->store());
  if (!designs) return complaint.fail(designs.error(), std::cerr);
  Books books{std::move(*petitions), std::move(*travel), std::move(*designs)};
  if (options.rebuild) {
    auto rebuilt = rebuild(**runtime, *findings);
    if (rebuilt) rebuilt = (*runtime)->store().replace_petition_rows(books.petitions.rows);
    if (rebuilt) rebuilt = (*runtime)->store().replace_travel_rows(books.travel.rows);
    if (!rebuilt) return complaint.fail(rebuilt.error(), std::cerr);
    if (!options.json) std::cout << "Views rebuilt from the journal.\n";
  }
  compare_views(**runtime, *findings);
  if (auto compared = compare_books((*runtime)->store(), books, findings->problems); !compared) {
    return complaint.fail(compared.error(), std::cerr);
  }
  if (options.json) {
    tell_in_json(*findings, books, options.rebuild);
  } else {
    tell(*findings, books);
  }
  return findings->problems.empty() ? 0 : 1;
}

}  // namespace motcua::cli
