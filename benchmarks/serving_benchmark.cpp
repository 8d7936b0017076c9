// The served office under load, through HTTP, the load driver on the same machine: durable acts,
// dossiers read, and an honest client beside connections that send a byte a second.
//
// Requests are those of officers at work (signed in, CSRF token, If-Match, Idempotency-Key), on an
// office of 100,000 dossiers. Afterwards the journal is read: it must hold every acknowledged act.

#include <random>

#include "load_client.hpp"
#include "office/act_client.hpp"
#include "office/disk.hpp"
#include "office/life.hpp"
#include "office/line.hpp"

namespace motcua::bench {
namespace {

using std::chrono::milliseconds;

constexpr std::size_t under_way = 4000;
constexpr int clients = 64;
constexpr int act_rounds = 5;
constexpr int read_rounds = 5;

void check(bool true_here, const std::string& otherwise) {
  if (!true_here) throw std::runtime_error(otherwise);
}

load::Plan plan_of(const ServedOffice& office, milliseconds duration) {
  load::Plan plan;
  plan.port = office.port();
  plan.connections = clients;
  plan.duration = duration;
  return plan;
}

// --- acts ---------------------------------------------------------------------------------------

void act(const ServedOffice& office, const std::filesystem::path& folder, ActClient& client) {
  std::vector<double> rates;
  std::vector<double> p99s;
  std::vector<double> syncs;
  std::vector<double> cpu;
  for (int i = 0; i < act_rounds + 1; ++i) {  // the first one warms up
    const bool warming = i == 0;
    auto plan = plan_of(office, milliseconds(warming ? 1000 : 3000));
    plan.request = [&](std::uint64_t n) { return client.request(n); };
    plan.answered = [&](std::uint64_t n, const load::Answer& answer) {
      client.answered(n, answer);
    };
    const double cpu_before = office.cpu_seconds();
    const auto acts_before = client.acknowledged();
    const auto measure = load::run(plan);
    check(client.trouble().empty(), "an act was answered with " + client.trouble());
    check(measure.errors == 0 && measure.unanswered == 0, "connections were lost");
    if (warming) continue;
    rates.push_back(measure.per_second());
    p99s.push_back(measure.milliseconds_at(0.99));
    cpu.push_back(1e6 * (office.cpu_seconds() - cpu_before) /
                  double(client.acknowledged() - acts_before));
    syncs.push_back(syncs_per_second(folder, milliseconds(400)));
  }
  say("disk: syncs of 4 KiB, beside the acts", median(syncs), "/s");
  say("durable acts through HTTP, 64 clients", median(rates), "/s", at_least(5000));
  say("durable acts through HTTP, 99th percentile", median(p99s), "ms", at_most(30));
  say("durable acts through HTTP, server's CPU an act", median(cpu), "us");
}

// --- reads --------------------------------------------------------------------------------------

void read(const ServedOffice& office, const std::string& name,
          const std::function<std::string(std::uint64_t)>& request, Goal goal) {
  std::vector<double> rates;
  std::vector<double> per_core;
  double bytes = 0;
  for (int i = 0; i < read_rounds; ++i) {
    auto plan = plan_of(office, milliseconds(1500));
    plan.request = request;
    plan.answered = [&](std::uint64_t, const load::Answer& answer) {
      bytes = double(answer.body.size());
    };
    const double cpu_before = office.cpu_seconds();
    const auto measure = load::run(plan);
    const double cpu = office.cpu_seconds() - cpu_before;
    check(measure.errors == 0 && measure.statuses.size() == 1 && measure.statuses.contains(200),
          "a read was not answered: " + measure.to_json());
    rates.push_back(measure.per_second());
    per_core.push_back(double(measure.statuses.at(200)) / cpu);
  }
  say(name + ", a second of the server's CPU", median(per_core), "/s", goal);
  say(name + ", beside the load driver", median(rates), "/s");
  say(name + ", size of an answer", bytes, "B");
}

void read_dossiers(const ServedOffice& office, const std::vector<std::string>& codes) {
  const Session session = sign_in(office, counter_officer);
  std::minstd_rand chance(1);
  const auto any_code = [&]() -> const std::string& { return codes[chance() % codes.size()]; };
  read(
      office, "dossiers read by an officer, any of 4,000",
      [&](std::uint64_t) { return get("/api/dossiers/" + any_code(), session.cookie); },
      at_least(15000));
}

// --- dripping connections -----------------------------------------------------------------------

void drip(const ServedOffice& office) {
  std::vector<double> alone;
  std::vector<double> beside;
  for (int i = 0; i < 6; ++i) {
    auto plan = plan_of(office, milliseconds(2000));
    plan.connections = 1;
    plan.dripping = i % 2 == 0 ? 0 : 400;
    plan.request = [](std::uint64_t) { return get("/api/procedures/official-travel"); };
    const auto measure = load::run(plan);
    check(measure.errors == 0 && measure.statuses.contains(200), "the honest client was refused");
    (plan.dripping == 0 ? alone : beside).push_back(measure.milliseconds_at(0.99));
  }
  say("honest client alone, 99th percentile", median(alone), "ms");
  say("the same beside 400 dripping connections", median(beside), "ms");
  say("delay by 400 dripping connections", median(beside) - median(alone), "ms", at_most(2));
}

// --- afterwards ---------------------------------------------------------------------------------

std::uint64_t records_in(const std::filesystem::path& folder) {
  const auto store = sqlite::Store::open((folder / "motcua.sqlite").string());
  check(store.ok(), store ? "" : store.error().what);
  return (*store)->end().value().sequence;
}

void check_durable(const std::filesystem::path& folder, const ActClient& client,
                   std::uint64_t before) {
  const auto added = records_in(folder) - before;
  check(added == client.acknowledged(), "acknowledged " + std::to_string(client.acknowledged()) +
                                            " acts, but the journal holds " +
                                            std::to_string(added));
  const auto store = sqlite::Store::open((folder / "motcua.sqlite").string());
  for (const auto& [code, version] : client.versions_told()) {
    const auto records = (*store)->load(code);
    check(records && records->size() == version, code + " does not hold what was acknowledged");
  }
  say("acknowledged acts found in the journal", double(added), "acts", at_least(double(added)));
}

}  // namespace

void run() {
  const auto folder = large_office();
  auto standings = fill(*open_office(folder), {2 * large, under_way});
  std::vector<std::string> codes;
  for (const auto& standing : standings) codes.push_back(standing.code);
  const auto before = records_in(folder);
  ServedOffice office(folder);
  read_dossiers(office, codes);
  drip(office);
  ActClient client(office, std::move(standings), 3 * large);
  act(office, folder, client);
  office.stop();
  check_durable(folder, client, before);
}

}  // namespace motcua::bench
