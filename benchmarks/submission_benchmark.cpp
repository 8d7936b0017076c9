// Applications with a paper of 5 MB, submitted through HTTP to the real program: sixteen applicants
// at once, each dossier five requests (eleven when its paper comes in pieces), everything durable.
//
// The load driver works on the same machine; what it costs is told apart. Every round has the floor
// beside it: the same papers hashed, written and synced by nothing but four threads. Where the disk
// does not take sixty such papers a second, nobody can submit them; the share of the floor and the
// server's processor time a dossier tell what the program is able to.

#include <sys/resource.h>

#include <algorithm>
#include <stdexcept>

#include "office/applicants.hpp"
#include "office/disk.hpp"
#include "office/line.hpp"
#include "office/made_office.hpp"

namespace motcua::bench {
namespace {

using std::chrono::milliseconds;

constexpr std::size_t paper_bytes = 5 << 20;
constexpr int clients = 16;
constexpr int rounds = 5;
constexpr milliseconds turn{2500};
constexpr double wanted = 60;  // dossiers a second on two cores
constexpr double cores = 2;

double own_cpu_seconds() {
  rusage spent{};
  ::getrusage(RUSAGE_SELF, &spent);
  const auto seconds = [](const timeval& time) {
    return double(time.tv_sec) + double(time.tv_usec) / 1e6;
  };
  return seconds(spent.ru_utime) + seconds(spent.ru_stime);
}

struct Round {
  double a_second = 0;
  double server_cpu = 0;  // ms a dossier
  double client_cpu = 0;
};

Round submit(const ServedOffice& office, Applicants& applicants) {
  load::Plan plan;
  plan.port = office.port();
  plan.connections = clients;
  plan.duration = turn;
  plan.patience = milliseconds(60'000);
  plan.request = [&](std::uint64_t n) { return applicants.request(n); };
  plan.answered = [&](std::uint64_t n, const load::Answer& a) { applicants.answered(n, a); };
  const auto before = applicants.submitted();
  std::uint64_t in_time = 0;
  plan.over = [&] {  // looks on as long as time is measured
    in_time = applicants.submitted() - before;
    return false;
  };
  const double server_before = office.cpu_seconds();
  const double client_before = own_cpu_seconds();
  const auto measure = load::run(plan);
  if (!applicants.trouble().empty()) throw std::runtime_error(applicants.trouble());
  if (measure.errors > 0 || measure.unanswered > 0) {
    throw std::runtime_error("connections were lost: " + measure.to_json());
  }
  const auto dossiers = double(std::max<std::uint64_t>(applicants.submitted() - before, 1));
  const double server = office.cpu_seconds() - server_before;
  const double client = own_cpu_seconds() - client_before;
  return {double(in_time) / measure.seconds, 1e3 * server / dossiers, 1e3 * client / dossiers};
}

void submit(const ServedOffice& office, const std::filesystem::path& folder, const std::string& way,
            Sending sending) {
  Applicants applicants(office, {clients, paper_bytes, sending, way + ".example.org"});
  std::vector<double> floor, rates, shares, server, client;
  submit(office, applicants);  // warms up
  for (int i = 0; i < rounds; ++i) {
    floor.push_back(papers_per_second(folder, paper_bytes, turn));
    const Round round = submit(office, applicants);
    rates.push_back(round.a_second);
    shares.push_back(100 * round.a_second / floor.back());
    server.push_back(round.server_cpu);
    client.push_back(round.client_cpu);
  }
  const std::string what = "dossiers with a paper of 5 MB, " + way;
  say("raw floor: papers of 5 MB hashed, written and synced, " + way, median(floor), "/s");
  say(what, median(rates), "/s", at_least(wanted));
  say(what + ", share of the floor", median(shares), "%");
  say(what + ", server's CPU each", median(server), "ms", at_most(1e3 * cores / wanted));
  say(what + ", client's CPU each", median(client), "ms");
}

}  // namespace

void run() {
  const auto folder = folder_of_run("submission");
  fill(*open_office(folder), {0, 100});
  const ServedOffice office(folder);
  submit(office, folder, "whole", Sending::Whole);
  submit(office, folder, "by-tus", Sending::Pieces);
}

}  // namespace motcua::bench
