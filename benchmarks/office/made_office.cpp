#include "office/made_office.hpp"

#include <stdlib.h>

#include <atomic>
#include <semaphore>
#include <stdexcept>

#include "office/life.hpp"

namespace motcua::bench {
namespace {

namespace fs = std::filesystem;

constexpr std::ptrdiff_t in_flight = 256;
constexpr int days_of_history = 460;

// A folder that is gone when the program ends.
class OwnFolder {
 public:
  OwnFolder() {
    std::string name = MOTCUA_BUILD_DIR "/benchmarks/office-XXXXXX";
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("cannot make " + name);
    path_ = name;
  }
  OwnFolder(const OwnFolder&) = delete;
  OwnFolder& operator=(const OwnFolder&) = delete;
  ~OwnFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

template <class T>
T value_of(OrFailure<T> result) {
  if (!result) throw std::runtime_error(result.error().what);
  return std::move(*result);
}

// Sends acts one after the other, a bounded number at a time.
class Sender {
 public:
  explicit Sender(runtime::Runtime& runtime) : runtime_(runtime) {}

  void send(commands::Request request, Standing& standing) {
    room_.acquire();
    runtime_.registrar().submit(
        std::move(request), [this, &standing](const commands::Outcome& outcome) {
          if (const auto* done = std::get_if<commands::Done>(&outcome)) {
            standing.code = done->dossier->code;
            standing.version = done->dossier->version;
          } else {
            failed_ = true;
          }
          room_.release();
        });
  }

  void wait() {
    for (std::ptrdiff_t i = 0; i < in_flight; ++i) room_.acquire();
    room_.release(in_flight);
    if (failed_) throw std::runtime_error("an act of a made-up dossier was not accepted");
  }

 private:
  runtime::Runtime& runtime_;
  std::counting_semaphore<in_flight> room_{in_flight};
  std::atomic<bool> failed_{false};
};

// One in ten of a history has ended, the others stand near their beginning; of dossiers under way
// every place of a life is taken by as many.
std::size_t acts_done(std::size_t i, bool history) {
  if (!history) return i % life().size();
  return i % 10 == 0 ? life().size() : i % 3;
}

}  // namespace

fs::path folder_of_run(const std::string& name) {
  static const OwnFolder own;
  const char* shared = ::getenv("MOTCUA_BENCH_FOLDER");
  const fs::path folder = (shared == nullptr ? own.path() : fs::path(shared)) / name;
  fs::create_directories(folder);
  return folder;
}

void make_office(const fs::path& data) {
  value_of(runtime::create_office(files::Assets::embedded(), data, "so-ngoai-vu-ha-noi"));
}

std::unique_ptr<runtime::Runtime> open_office(const fs::path& data) {
  const auto assets = files::Assets::embedded();
  const bool is_new = !fs::exists(data / "office.toml");
  if (is_new) make_office(data);
  auto runtime = value_of(runtime::Runtime::open(assets, {data, true}));
  if (!is_new) return runtime;
  for (const auto& person : runtime->world().office().people) {
    value_of(runtime->set_password(person.username, person.demo_password));
  }
  return runtime;
}

std::vector<Standing> fill(runtime::Runtime& runtime, const Filling& filling) {
  const bool history = filling.received_over_days > 0;
  const Date today = date_of(runtime.clock().now());
  const auto at_stage = [&](std::size_t i, std::size_t stage) -> std::optional<Moment> {
    if (!history) return std::nullopt;
    const auto day = std::ptrdiff_t(i) * filling.received_over_days / std::ptrdiff_t(filling.count);
    return at(today - std::chrono::days(filling.received_over_days - day), hours(9)) +
           hours(12) * int(stage);
  };
  std::vector<Standing> standings(filling.count);
  Sender sender(runtime);
  for (std::size_t i = 0; i < filling.count; ++i) {
    auto request = registration(runtime.world(), filling.first_number + i);
    request.as_if_at = at_stage(i, 0);
    sender.send(std::move(request), standings[i]);
  }
  sender.wait();
  for (std::size_t stage = 0; stage < life().size(); ++stage) {
    for (std::size_t i = 0; i < filling.count; ++i) {
      if (stage >= acts_done(i, history)) continue;
      auto request = act_of_life(runtime.world(), standings[i].code, stage);
      request.as_if_at = at_stage(i, stage + 1);
      sender.send(std::move(request), standings[i]);
      standings[i].stage = stage + 1;
    }
    sender.wait();
  }
  return standings;
}

fs::path large_office() {
  const fs::path folder = folder_of_run("large");
  const fs::path mark = folder / "complete";
  if (fs::exists(mark)) return folder;
  fs::remove_all(folder);
  fs::create_directories(folder);
  fill(*open_office(folder), {0, large, days_of_history});
  fs::create_directory(mark);
  return folder;
}

}  // namespace motcua::bench
