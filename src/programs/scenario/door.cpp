#include "scenario/door.hpp"

#include <chrono>
#include <thread>

#include "api/desk.hpp"
#include "files/file_store.hpp"
#include "files/partial_uploads.hpp"
#include "paper/content_examiner.hpp"
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
  Parts(const Behind& behind, std::unique_ptr<files::FolderStore> kept,
        std::unique_ptr<files::FolderPartialUploads> partial,
        std::unique_ptr<paper::ContentExaminer> papers)
      : files(std::move(kept)),
        partial_uploads(std::move(partial)),
        examiner(std::move(papers)),
        shared{behind.world,     behind.registrar, behind.cache,    behind.store,
               behind.store,     behind.store,     behind.store,    *files,
               *partial_uploads, *examiner,        behind.clock,    chance,
               hasher,           behind.figures,   nullptr,         "http://office",
               unix_seconds},
        desk(shared),
        server(config_for(behind.folder), routes_of(desk)) {}

  std::unique_ptr<files::FolderStore> files;
  std::unique_ptr<files::FolderPartialUploads> partial_uploads;
  std::unique_ptr<paper::ContentExaminer> examiner;
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
  auto partial = files::FolderPartialUploads::open((behind.folder / "uploads").string());
  if (!partial) return Unexpected{partial.error()};
  auto examiner = paper::ContentExaminer::open();
  if (!examiner) return Unexpected{examiner.error()};
  auto parts = std::make_unique<Parts>(behind, std::move(*kept), std::move(*partial),
                                       std::move(*examiner));
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
