// How long a draft of an authority matrix is tried on a year's history of the demonstration, as a
// head of division does it in the browser: one more row, then the trial; and on a quarter of it.
// Goals: a year within 5 s, so that whoever draws waits for it, and in proportion to the dossiers.

#include <boost/json/object.hpp>
#include <chrono>
#include <stdexcept>

#include "base/json.hpp"
#include "load_client.hpp"
#include "office/line.hpp"
#include "office/made_office.hpp"
#include "office/served_office.hpp"

namespace motcua::bench {
namespace {

constexpr int trials = 5;
constexpr std::string_view before_the_last = "<rule id=\"authority-rule-1\">";
constexpr std::string_view one_more =
    "<rule id=\"authority-rule-short\"><inputEntry><text>\"department-deputy\"</text></inputEntry>"
    "<inputEntry><text>-</text></inputEntry><inputEntry><text>\"own\"</text></inputEntry>"
    "<inputEntry><text>&lt;= 5</text></inputEntry><inputEntry><text>-</text></inputEntry>"
    "<inputEntry><text>-</text></inputEntry><inputEntry><text>false</text></inputEntry>"
    "<outputEntry><text>\"director\"</text></outputEntry>"
    "<outputEntry><text>\"15/QĐ-UBND\"</text></outputEntry></rule>";

json::value read(const load::Answer& answer, int status) {
  if (answer.status != status) throw std::runtime_error("not expected: " + answer.body);
  const auto body = read_json(answer.body);
  if (!body) throw std::runtime_error("no JSON: " + answer.body);
  return *body;
}

// A designer with a draft of the matrix that has one row more.
class Designer {
 public:
  explicit Designer(const ServedOffice& office)
      : office_(office), session_(sign_in(office, "thu")) {
    const auto draft =
        read(ask("POST /api/design/drafts",
                 {{"kind", "matrix"}, {"subject", "travel-abroad"}, {"base", 1}, {"title", "Thử"}}),
             201);
    path_ = "/api/design/drafts/" + std::string(draft.at("id").as_string());
    std::string table(draft.at("files").at("matrix.dmn").as_string());
    table.insert(table.find(before_the_last), one_more);
    const auto seen = "If-Match: \"" + write_json(draft.at("revision")) + "\"\r\n";
    (void)read(ask("PUT " + path_ + "/files",
                   {{"files", json::object{{"matrix.dmn", std::move(table)}}}}, seen),
               200);
  }

  // Seconds it took; how many dossiers were read.
  std::pair<double, double> try_on(std::string_view from, std::string_view to) const {
    const auto start = std::chrono::steady_clock::now();
    const auto answer = ask("POST " + path_ + "/trial", {{"from", from}, {"to", to}});
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
    const auto told = read(answer, 200);
    if (told.at("not_run").as_array().size() != 0) throw std::runtime_error("not all were run");
    return {taken.count(), double(told.at("read").as_int64())};
  }

 private:
  load::Answer ask(const std::string& what, const json::object& body,
                   const std::string& more = {}) const {
    return load::ask(
        office_.port(),
        with_body(what, session_.cookie + session_.csrf + more + std::string(json_kind),
                  write_json(body)));
  }

  const ServedOffice& office_;
  Session session_;
  std::string path_;
};

struct Tried {
  double seconds = 0;
  double dossiers = 0;
};
Tried tried(const Designer& designer, std::string_view from, std::string_view to) {
  std::vector<double> seconds;
  Tried told;
  for (int i = 0; i < trials; ++i) {
    const auto [taken, read] = designer.try_on(from, to);
    seconds.push_back(taken);
    told.dossiers = read;
  }
  told.seconds = median(std::move(seconds));
  return told;
}

}  // namespace

void run() {
  const ServedOffice office(folder_of_run("demo"));
  const Designer designer(office);
  const auto year = tried(designer, "2016-01-01", "2016-12-31");
  const auto quarter = tried(designer, "2016-04-01", "2016-06-30");
  if (year.dossiers < 300 || quarter.dossiers < 30) {
    throw std::runtime_error("the demonstration has too little history to try");
  }
  say("a draft of the matrix tried on a year", year.seconds, "s", at_most(5));
  say("dossiers of that year", year.dossiers, "dossiers");
  say("dossiers tried a second", year.dossiers / year.seconds, "/s", at_least(150));
  say("time a dossier, of the year to that of a quarter",
      year.seconds / year.dossiers / (quarter.seconds / quarter.dossiers), "", at_most(2));
}

}  // namespace motcua::bench
