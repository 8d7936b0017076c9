#include "scenario/office.hpp"

#include <stdlib.h>

#include <array>
#include <map>

#include "base/digest.hpp"
#include "commands/chain.hpp"
#include "dossier/event_json.hpp"
#include "sqlite/store.hpp"
#include "view/figure_row.hpp"

namespace motcua::scenario {
namespace {

constexpr std::array<std::string_view, 6> names_of_configurations{"memory", "sqlite", "restart",
                                                                  "replay", "twice",  "http"};

bool is_durable(Configuration configuration) {
  return configuration == Configuration::Sqlite || configuration == Configuration::Restart ||
         configuration == Configuration::Http;
}

Unexpected<Failure> storage_fault(std::string what) {
  return Unexpected{Failure{FailureKind::Storage, std::move(what), false}};
}

OrFailure<std::filesystem::path> make_folder() {
  auto pattern = (std::filesystem::temp_directory_path() / "motcua-scenario-XXXXXX").string();
  if (::mkdtemp(pattern.data()) == nullptr) return storage_fault("no folder for the store");
  return std::filesystem::path(pattern);
}

using Dossiers = std::map<std::string, dossier::Dossier, std::less<>>;

// Folds the journal from the bytes it keeps, checking order and chain on the way.
OrFailure<Dossiers> fold(ports::Journal& journal) {
  Dossiers folded;
  std::optional<Failure> failure;
  ports::JournalEnd end;
  const auto read = journal.each([&](const ports::StoredRecord& stored) {
    const auto body = read_json(stored.body);
    dossier::Record record = stored.record;
    record.acting_for.reset();
    const auto taken = body ? dossier::read_record_body(stored.type, *body, record)
                            : OrFailure<Nothing>(malformed("a record is no JSON"));
    const bool chained = commands::chain_after(end.chain, stored) == stored.chain;
    if (!taken || !chained || stored.sequence != end.sequence + 1) {
      failure = taken ? Failure{FailureKind::Storage, "the chain is broken", false} : taken.error();
      return false;
    }
    end = {stored.sequence, stored.chain};
    dossier::apply(folded[record.code], record);
    return true;
  });
  if (!read) return Unexpected{read.error()};
  if (failure) return Unexpected{*failure};
  return folded;
}

}  // namespace

std::span<const std::string_view> configuration_names() { return names_of_configurations; }

std::string_view write_configuration(Configuration configuration) {
  return names_of_configurations[std::size_t(configuration)];
}

std::optional<Configuration> parse_configuration(std::string_view text) {
  for (std::size_t i = 0; i < names_of_configurations.size(); ++i) {
    if (names_of_configurations[i] == text) return Configuration(i);
  }
  return std::nullopt;
}

OrFailure<std::unique_ptr<Office>> Office::open(const Given& given, Configuration configuration) {
  std::unique_ptr<Office> office(new Office(given, configuration));
  if (is_durable(configuration)) {
    auto folder = make_folder();
    if (!folder) return Unexpected{folder.error()};
    office->folder_ = std::move(*folder);
  }
  if (auto opened = office->open_parts(); !opened) return Unexpected{opened.error()};
  return office;
}

Office::~Office() {
  close_parts();
  std::error_code ignored;
  if (!folder_.empty()) std::filesystem::remove_all(folder_, ignored);
}

OrFailure<Nothing> Office::open_store() {
  if (folder_.empty()) {
    auto memory = std::make_unique<memory::MemoryJournal>();
    memory_ = memory.get();
    journal_ = std::move(memory);
    memory_travel_ = std::make_unique<memory::MemoryTravelBook>();
    return Nothing{};
  }
  auto store = sqlite::Store::open((folder_ / "motcua.sqlite").string());
  if (!store) return Unexpected{store.error()};
  store_ = store->get();
  journal_ = std::move(*store);
  return Nothing{};
}

OrFailure<Nothing> Office::open_door() {
  auto door = Door::open({world_, *registrar_, *cache_, *store_, *figures_, clock_, folder_});
  if (!door) return Unexpected{door.error()};
  door_ = std::move(*door);
  callers_ = std::make_unique<Callers>(door_->port(), Behind{world_, *cache_});
  return Nothing{};
}

OrFailure<Nothing> Office::open_parts() {
  if (auto opened = open_store(); !opened) return opened;
  cache_ = std::make_unique<commands::DossierCache>(*journal_);
  figures_ = std::make_unique<queries::FigureBoard>(world_);
  if (auto loaded = figures_->load(*journal_); !loaded) return loaded;
  registrar_ = std::make_unique<commands::Registrar>(world_, *journal_, *cache_, clock_);
  registrar_->on_committed(
      [figures = figures_.get()](const auto& changed) { figures->take(changed); });
  ports::TravelBook* book = store_;
  if (store_ == nullptr) book = memory_travel_.get();
  travel_ = std::make_unique<commands::TravelDesk>(
      commands::TravelDesk::Parts{world_, *book, store_, *cache_, clock_}, travel_settings_);
  registrar_->on_committed([travel = travel_.get()](const auto& changed) {
    for (const auto& one : changed) travel->note(one.dossier);
  });
  if (auto started = travel_->start(); !started) return started;
  world_.ask_registers(travel_.get());
  travel_duty_ = std::make_unique<duties::TravelDuty>(*travel_);
  if (auto started = registrar_->start(); !started) return started;
  return configuration_ == Configuration::Http ? open_door() : Nothing{};
}

void Office::close_parts() {
  callers_.reset();
  door_.reset();
  registrar_.reset();
  world_.ask_registers(nullptr);
  travel_duty_.reset();
  travel_.reset();
  figures_.reset();
  cache_.reset();
  journal_.reset();
}

commands::Outcome Office::perform(commands::Request request, const Sent& sent) {
  request.key = to_hex(sha256(sent.key));
  request.contents_digest = to_hex(sha256(sent.contents));
  // No page asks for a duty of the office, and a gateway's word comes through its adapter.
  const bool is_act = std::holds_alternative<commands::SubmitApplication>(request.command) ||
                      std::holds_alternative<commands::RegisterApplication>(request.command) ||
                      std::holds_alternative<commands::PerformAct>(request.command);
  if (callers_ && is_act) return callers_->perform(request);
  auto outcome = registrar_->perform(request);
  if (configuration_ == Configuration::Twice) return repeat(request, std::move(outcome));
  if (configuration_ == Configuration::Replay) {
    if (auto compared = compare_with_journal(); !compared) return compared.error();
  }
  if (configuration_ == Configuration::Restart) {
    close_parts();
    if (auto opened = open_parts(); !opened) return opened.error();
  }
  return outcome;
}

commands::TravelOutcome Office::perform(commands::TravelRequest request, const Sent& sent) {
  request.key = to_hex(sha256(sent.key));
  request.contents_digest = to_hex(sha256(sent.contents));
  auto outcome = travel_->perform(request);
  if (configuration_ == Configuration::Twice) {
    const auto again = travel_->perform(request);
    const auto* first = std::get_if<commands::TravelDone>(&outcome);
    const auto* second = std::get_if<commands::TravelDone>(&again);
    const bool same = first == nullptr || (second != nullptr && second->repeated &&
                                           second->entry->version == first->entry->version);
    if (outcome.index() != again.index() || !same) {
      return storage_fault("sent twice to the book of travel, answered differently").error;
    }
  }
  if (configuration_ == Configuration::Restart) {
    close_parts();
    if (auto opened = open_parts(); !opened) return opened.error();
  }
  return outcome;
}

OrFailure<Nothing> Office::make_due() { return travel_duty_->make_due(clock_.now()); }

OrFailure<std::vector<notice::Kind>> Office::notices_of(std::string_view code) {
  std::vector<notice::Kind> kinds;
  if (memory_ != nullptr) {
    for (const auto& made : memory_->notices()) {
      if (made.code == code) kinds.push_back(made.notice.kind);
    }
    return kinds;
  }
  const auto kept = store_->notices_of(code);
  if (!kept) return Unexpected{kept.error()};
  for (const auto& one : *kept) kinds.push_back(one.made.notice.kind);
  return kinds;
}

OrFailure<std::uint64_t> Office::records() {
  const auto end = journal_->end();
  if (!end) return Unexpected{end.error()};
  return end->sequence;
}

// The same answer, and no second record.
commands::Outcome Office::repeat(const commands::Request& request, commands::Outcome first) {
  const auto before = records();
  const auto again = registrar_->perform(request);
  const auto after = records();
  if (!before || !after || *before != *after)
    return storage_fault("sent twice, recorded twice").error;
  if (first.index() != again.index())
    return storage_fault("sent twice, answered differently").error;
  if (const auto* done = std::get_if<commands::Done>(&first)) {
    const auto& second = std::get<commands::Done>(again);
    const bool same = second.dossier->code == done->dossier->code &&
                      second.dossier->version == done->dossier->version &&
                      (second.repeated || done->event.empty());
    if (!same) return storage_fault("sent twice, done twice").error;
  }
  if (const auto* rejection = std::get_if<Rejection>(&first)) {
    if (std::get<Rejection>(again).code() != rejection->code()) {
      return storage_fault("sent twice, rejected differently").error;
    }
  }
  return first;
}

OrFailure<Nothing> Office::compare_with_journal() {
  const auto folded = fold(*journal_);
  if (!folded) return Unexpected{folded.error()};
  std::map<std::string, std::string> kept;
  const auto read = journal_->each_figures([&](std::string_view line) {
    if (const auto row = view::read_figure_row(line)) kept[row->code] = line;
  });
  if (!read) return read;
  if (kept.size() != folded->size())
    return storage_fault("views and journal name different dossiers");
  for (const auto& [code, rebuilt] : *folded) {
    const auto shown = cache_->find(code);
    if (!shown) return Unexpected{shown.error()};
    const auto* version =
        world_.catalogue().find(rebuilt.intake.procedure, rebuilt.intake.procedure_version);
    const auto calendar = world_.calendar();
    const auto figures = view::figure_row(rebuilt, *version, *calendar);
    if (view::list_row(rebuilt, *version) != view::list_row(**shown, *version)) {
      return storage_fault("the list row of " + code + " is not what its journal says");
    }
    if (figures != view::figure_row(**shown, *version, *calendar) ||
        view::write_figure_row(figures) != kept[code]) {
      return storage_fault("the figure row of " + code + " is not what its journal says");
    }
  }
  return Nothing{};
}

}  // namespace motcua::scenario
