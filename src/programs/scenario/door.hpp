// The door of a scenario's office: its API served over HTTP on a free loopback port.
//
// The product's own server and routes; only the clock is set. Closes when it goes out of scope.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string_view>

#include "clock/clocks.hpp"
#include "commands/registrar.hpp"
#include "queries/figure_board.hpp"
#include "sqlite/store.hpp"

namespace motcua::scenario {

// The password of everybody in a scenario.
inline constexpr std::string_view password_of_all = "mot-cua-2017";

class Door {
 public:
  // All of it outlives the door.
  struct Behind {
    const commands::World& world;
    commands::Registrar& registrar;
    commands::DossierCache& cache;
    sqlite::Store& store;
    queries::FigureBoard& figures;
    clock::SetClock& clock;
    std::filesystem::path folder;  // for uploads
  };

  // Gives everybody of the office an account and begins to serve.
  static OrFailure<std::unique_ptr<Door>> open(Behind behind);
  ~Door();
  Door(const Door&) = delete;
  Door& operator=(const Door&) = delete;

  std::uint16_t port() const;

 private:
  struct Parts;
  explicit Door(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace motcua::scenario
