// How soon a served office answers, what it holds in memory at rest, and what a citizen's first
// page weighs.

#include <algorithm>
#include <iostream>
#include <regex>
#include <set>
#include <stdexcept>

#include "load_client.hpp"
#include "office/line.hpp"
#include "office/made_office.hpp"
#include "office/served_office.hpp"

namespace motcua::bench {
namespace {

constexpr int starts = 5;

void start(const std::filesystem::path& folder, const std::string& what, Goal goal) {
  std::vector<double> seconds;
  std::vector<double> cpu;
  for (int i = 0; i < starts; ++i) {
    const ServedOffice office(folder);
    seconds.push_back(office.seconds_to_first_answer());
    cpu.push_back(office.cpu_seconds());
  }
  say("from start to the first answer, " + what, median(seconds), "s", goal);
  say("CPU until then, " + what, median(cpu), "s");
}

void rest(const ServedOffice& office, const std::string& what, Goal goal) {
  say("memory at rest, " + what, office.resident_megabytes(), "MB", goal);
  say("memory at rest, " + what + ", without pages of files", office.own_megabytes(), "MB");
}

// The page and whatever it names of scripts, styles and preloaded modules, as sent compressed.
void weigh_first_page(const ServedOffice& office) {
  const auto packed = [&](const std::string& path) {
    return load::ask(office.port(), get(path, "Accept-Encoding: br, gzip\r\n"));
  };
  const auto page = load::ask(office.port(), get("/"));
  if (page.status != 200) {
    std::cerr << "the web is not built: its first page is not weighed\n";
    return;
  }
  double bytes = double(packed("/").body.size());
  static const std::regex named(R"re((?:src|href)="(/[^"]+\.(?:js|css))")re");
  std::set<std::string> paths;
  for (std::sregex_iterator at(page.body.begin(), page.body.end(), named), end; at != end; ++at) {
    paths.insert((*at)[1]);
  }
  for (const auto& path : paths) bytes += double(packed(path).body.size());
  say("a citizen's first page, compressed", bytes / 1e3, "kB", at_most(130));
}

}  // namespace

void run() {
  const auto fresh = folder_of_run("fresh");
  make_office(fresh);
  rest(ServedOffice(fresh, "serve"), "fresh office", at_most(60));
  const auto demo = folder_of_run("demo");
  rest(ServedOffice(demo), "demonstration, its history just made", at_most(60));
  start(demo, "demonstration office", {});
  const auto folder = large_office();
  start(folder, "100,000 dossiers", at_most(1));
  rest(ServedOffice(folder), "100,000 dossiers", {});
  weigh_first_page(ServedOffice(demo));
}

}  // namespace motcua::bench
