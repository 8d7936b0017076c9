#include "scenario/door.hpp"

#include <chrono>
#include <thread>

#include "api/desk.hpp"
#include "files/file_store.hpp"
#include "http/server.hpp"
#include "password/password.hpp"

namespace motcua::scenario {
namespace {

// Sessions end by the machine's time, not by the office's.
std::int64_t unix_seconds() {
  return std::chrono::duration_cast<seconds>(std::chrono::system_clock::now().time_since_epoch())
      .count();
}

http::Config config_for(const std::filesystem::path& folder) {
  http::Config config;
  config.workers = 1;
  config.spool_folder = folder.string();
  config.problem = api::transport_problem;
  return config;
}

http::Router routes_of(api::Desk& desk) {
  http::Router router;
  api::add_routes(router, desk);
  return router;
}

// One hash for all: hashing is slow by design, and everybody has the same password here.
OrFailure<Nothing> give_accounts(const authority::Office& office, ports::PeopleStore& people,
                                 password::Hasher& hasher) {
  const auto hash = hasher.hash(password_of_all);
  if (!hash) return Unexpected{hash.error()};
  for (const auto& person : office.people) {
    if (auto put = people.put_account({person.username, *hash, {}}); !put) return put;
  }
  return Nothing{};
}

}  // namespace

struct Door::Parts {
  Parts(const Behind& behind, std::unique_ptr<files::FolderStore> kept)
      : files(std::move(kept)),
        shared{behind.world, behind.registrar, behind.cache, behind.store,    behind.store,
               behind.store, behind.store,     *files,       behind.clock,    chance,
               hasher,       behind.figures,   nullptr,      "http://office", unix_seconds},
        desk(shared),
        server(config_for(behind.folder), routes_of(desk)) {}

  std::unique_ptr<files::FolderStore> files;
  password::SystemChance chance;
  password::Hasher hasher;
  api::Parts shared;
  api::Desk desk;
  http::Server server;
  std::uint16_t port = 0;
  std::thread serving;
};

OrFailure<std::unique_ptr<Door>> Door::open(Behind behind) {
  auto kept = files::FolderStore::open((behind.folder / "files").string());
  if (!kept) return Unexpected{kept.error()};
  auto parts = std::make_unique<Parts>(behind, std::move(*kept));
  if (auto given = give_accounts(behind.world.office(), behind.store, parts->hasher); !given) {
    return Unexpected{given.error()};
  }
  const auto port = parts->server.bind();
  if (!port) return Unexpected{port.error()};
  parts->port = *port;
  parts->serving = std::thread([&server = parts->server] { server.run(); });
  return std::unique_ptr<Door>(new Door(std::move(parts)));
}

Door::Door(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}

Door::~Door() {
  parts_->server.stop();
  parts_->serving.join();
}

std::uint16_t Door::port() const { return parts_->port; }

}  // namespace motcua::scenario
