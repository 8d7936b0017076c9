// The office of one scenario: rules as given, a clock that is set, a store as configured.
//
// Made of the product's own parts and nothing else; what a scenario shows is what the product does.
#pragma once

#include <filesystem>
#include <memory>
#include <span>
#include <string>

#include "clock/clocks.hpp"
#include "commands/registrar.hpp"
#include "duties/travel_duty.hpp"
#include "files/assets.hpp"
#include "memory/journal.hpp"
#include "memory/travel_book.hpp"
#include "queries/figure_board.hpp"
#include "scenario/callers.hpp"
#include "scenario/door.hpp"
#include "scenario/script.hpp"
#include "travel/settings.hpp"

namespace motcua::scenario {

enum class Configuration {
  Memory,
  Sqlite,
  Restart,  // SQLite; store, writer and figures are opened anew after every act
  Replay,   // the journal is folded from its JSON after every act and compared with what is shown
  Twice,    // every request is sent twice with one key
  Http,     // SQLite; people come through the server and its API (callers.hpp)
};
std::span<const std::string_view> configuration_names();
std::string_view write_configuration(Configuration configuration);
std::optional<Configuration> parse_configuration(std::string_view text);

// The rules of a scenario from its `given` lines; also tells the procedure acts are about when
// they name none.
struct Given {
  std::unique_ptr<commands::World> world;
  std::string procedure;
  travel::Settings travel = {};
};
OrFailure<Given> read_givens(const Script& script, const files::Assets& assets);

// What makes a request the same one again.
struct Sent {
  std::string key;
  std::string contents;
};

class Office {
 public:
  // The given world outlives the office. Storage failures when no folder can be made for the store.
  static OrFailure<std::unique_ptr<Office>> open(const Given& given, Configuration configuration);
  ~Office();
  Office(const Office&) = delete;
  Office& operator=(const Office&) = delete;

  // Performs the request as configured; the same key with other contents is a request of its own
  // that is rejected. A difference the configuration finds is a Failure.
  commands::Outcome perform(commands::Request request, const Sent& sent);

  // The same of the book of travel; people write in it at the desk, in every configuration.
  commands::TravelOutcome perform(commands::TravelRequest request, const Sent& sent);
  // What time itself does, as the server's duty does it again and again.
  OrFailure<Nothing> make_due();

  commands::World& world() { return world_; }
  commands::TravelDesk& travel() { return *travel_; }
  clock::SetClock& clock() { return clock_; }
  ports::Journal& journal() { return *journal_; }
  commands::DossierCache& cache() { return *cache_; }
  OrFailure<std::vector<notice::Kind>> notices_of(std::string_view code);  // in order
  const queries::FigureBoard& figures() const { return *figures_; }
  Callers* callers() { return callers_.get(); }  // nullptr unless people come through the door

 private:
  Office(const Given& given, Configuration configuration)
      : world_(*given.world),
        travel_settings_(given.travel),
        configuration_(configuration),
        clock_(Moment{}) {}
  OrFailure<Nothing> open_parts();
  OrFailure<Nothing> open_store();
  OrFailure<Nothing> open_door();
  void close_parts();
  commands::Outcome repeat(const commands::Request& request, commands::Outcome first);
  OrFailure<std::uint64_t> records();
  OrFailure<Nothing> compare_with_journal();

  commands::World& world_;
  travel::Settings travel_settings_;
  Configuration configuration_;
  clock::SetClock clock_;
  std::filesystem::path folder_;  // empty: the store is in memory
  std::unique_ptr<ports::Journal> journal_;
  sqlite::Store* store_ = nullptr;           // the journal, when it is durable
  memory::MemoryJournal* memory_ = nullptr;  // and when it is not
  std::unique_ptr<commands::DossierCache> cache_;
  std::unique_ptr<queries::FigureBoard> figures_;
  std::unique_ptr<memory::MemoryTravelBook> memory_travel_;
  std::unique_ptr<commands::TravelDesk> travel_;
  std::unique_ptr<duties::TravelDuty> travel_duty_;
  std::unique_ptr<commands::Registrar> registrar_;
  std::unique_ptr<Door> door_;
  std::unique_ptr<Callers> callers_;
};

}  // namespace motcua::scenario
