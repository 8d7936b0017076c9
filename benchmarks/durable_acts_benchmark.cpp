// Durable acts a second in process, beside the raw floor and the disk's own rate of the same run.
// They take turns, so that what else the machine does meets them alike; medians are told.

#include "office/crew.hpp"
#include "office/disk.hpp"
#include "office/line.hpp"

namespace motcua::bench {
namespace {

constexpr int rounds = 7;
constexpr int in_flight = 64;
constexpr std::size_t under_way = 4000;
constexpr auto turn = std::chrono::milliseconds(1500);

}  // namespace

void run() {
  const auto folder = folder_of_run("durable-acts");
  const auto runtime = open_office(folder);
  Crew crew(*runtime, fill(*runtime, {0, under_way}), under_way);
  RawFloor floor(folder);
  std::vector<double> syncs;
  std::vector<double> raw;
  std::vector<double> acts;
  std::vector<double> shares;
  crew.work(in_flight, turn);
  floor.commands_per_second(turn);
  for (int i = 0; i < rounds; ++i) {
    syncs.push_back(syncs_per_second(folder, turn / 4));
    raw.push_back(floor.commands_per_second(turn));
    acts.push_back(crew.work(in_flight, turn).per_second());
    shares.push_back(100 * acts.back() / raw.back());
  }
  say("disk: syncs of 4 KiB", median(syncs), "/s");
  say("raw floor: SQLite, 64 commands a commit", median(raw), "/s");
  say("durable acts in process, 64 in flight", median(acts), "/s");
  say("durable acts in process, share of the floor", median(shares), "%", at_least(60));
}

}  // namespace motcua::bench
