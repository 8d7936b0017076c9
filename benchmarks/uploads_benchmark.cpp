// What the served office holds in memory while 200 applicants each send a paper of 20 MB by tus,
// side by side: every one of them is half-way at the same time, and each ends in a dossier.

#include <algorithm>
#include <stdexcept>

#include "office/applicants.hpp"
#include "office/line.hpp"
#include "office/made_office.hpp"

namespace motcua::bench {
namespace {

constexpr int uploads = 200;
constexpr std::size_t paper_bytes = 20 << 20;
constexpr int answers_a_look = 20;

}  // namespace

void run() {
  const auto folder = folder_of_run("uploads");
  fill(*open_office(folder), {0, 100});
  const ServedOffice office(folder);
  const double at_rest = office.resident_megabytes();
  Applicants applicants(office, {uploads, paper_bytes, Sending::Pieces, "tai-len.example"});
  double own = office.own_megabytes();
  load::Plan plan;
  plan.port = office.port();
  plan.connections = uploads;
  plan.duration = std::chrono::minutes(2);
  plan.patience = std::chrono::seconds(30);
  plan.at_once = 16 * 1024;
  plan.request = [&](std::uint64_t n) { return applicants.request(n); };
  plan.answered = [&](std::uint64_t n, const load::Answer& answer) {
    applicants.answered(n, answer);
    if (n % answers_a_look == 0) own = std::max(own, office.own_megabytes());
  };
  plan.over = [&] { return applicants.submitted() >= uploads; };
  const auto measure = load::run(plan);
  if (!applicants.trouble().empty()) throw std::runtime_error(applicants.trouble());
  if (measure.errors > 0) throw std::runtime_error("connections were lost");
  say("200 parallel uploads of 20 MB by tus, dossiers submitted", double(applicants.submitted()),
      "", at_least(uploads));
  say("200 parallel uploads of 20 MB by tus, in all", measure.seconds, "s");
  say("memory of the office before them", at_rest, "MB");
  say("memory of the office at most, 200 parallel uploads", office.peak_megabytes(), "MB",
      at_most(150));
  say("memory of the office at most, 200 parallel uploads, without pages of files", own, "MB");
}

}  // namespace motcua::bench
