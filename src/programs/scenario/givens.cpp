// The `given` lines: calendar, procedures with their overrides, office with its people, who stands
// in for whom, units that are succeeded, matrices.

#include <sstream>

#include "runtime/runtime.hpp"
#include "scenario/office.hpp"

namespace motcua::scenario {
namespace {

using calendar::ClockPolicy;

std::optional<ClockPolicy> parse_policy(std::string_view text) {
  if (text == "pause") return ClockPolicy::Pause;
  if (text == "restart") return ClockPolicy::Restart;
  if (text == "run") return ClockPolicy::Run;
  return std::nullopt;
}

class GivenReader {
 public:
  GivenReader(const Script& script, const files::Assets& assets)
      : script_(script), assets_(assets) {}

  OrFailure<Given> read() {
    auto catalogue = runtime::load_procedures(assets_, runtime::Samples::Offered);
    if (!catalogue) return Unexpected{catalogue.error()};
    versions_ = catalogue->versions();
    for (const auto& line : script_.givens) {
      if (auto taken = take(line.text); !taken) {
        return malformed(script_.file + ":" + std::to_string(line.number) + ": " +
                         taken.error().what);
      }
    }
    if (!office_) return malformed(script_.file + ": no office is given");
    if (procedure_.empty()) return malformed(script_.file + ": no procedure is given");
    auto calendar = runtime::load_calendar(assets_, {}, office_->calendar);
    if (!calendar) return Unexpected{calendar.error()};
    Given given;
    given.procedure = procedure_;
    given.travel = travel_;
    given.world = std::make_unique<commands::World>(std::move(*office_),
                                                    procedure::Catalogue(std::move(versions_)),
                                                    std::move(*calendar), "scenario");
    auto wording = notice::Wording::read(assets_.find("notices/vi.toml").value_or(""),
                                         assets_.find("notices/en.toml").value_or(""));
    if (!wording) return Unexpected{wording.error()};
    auto matrices = runtime::load_matrices(assets_);
    if (!matrices) return Unexpected{matrices.error()};
    auto versions = matrices->versions();
    versions.insert(versions.end(), matrices_.begin(), matrices_.end());
    given.world->replace_matrices(authority::Matrices(std::move(versions)));
    given.world->replace_substitutions(std::move(substitutions_));
    given.world->replace_stationery({std::move(*wording), "http://office"});
    return given;
  }

 private:
  OrFailure<Nothing> take(const std::string& line) {
    std::istringstream words(line);
    std::string given;
    std::string what;
    if (line.starts_with("  ")) return take_person(words);
    words >> given >> what;
    if (given == "given" && what == "office") return take_office(words);
    if (given == "given" && what == "calendar") return take_calendar(words);
    if (given == "given" && what == "procedure") return take_procedure(words);
    if (given == "given" && what == "substitution") return take_substitution(words);
    if (given == "given" && what == "succession") return take_succession(words);
    if (given == "given" && what == "identity") return take_identity(words);
    if (given == "given" && what == "matrix") return take_matrix(words);
    return malformed(
        "given is: calendar, procedure, office, substitution, succession, identity or matrix");
  }

  authority::Person* person_called(const std::string& username) {
    if (!office_) return nullptr;
    for (auto& person : office_->people) {
      if (person.username == username) return &person;
    }
    return nullptr;
  }

  // "minh for giamdoc from 2017-04-12 until 2017-04-20 paper 5/QĐ-NV"
  OrFailure<Nothing> take_substitution(std::istringstream& words) {
    authority::Substitution one;
    std::string word;
    std::string from;
    std::string until;
    words >> one.substitute >> word >> one.absent >> word >> from >> word >> until >> word;
    words >> one.paper;
    one.period = {parse_date(from), parse_date(until)};
    one.set_by = one.absent;
    const bool sound = person_called(one.substitute) != nullptr &&
                       person_called(one.absent) != nullptr && one.period.from &&
                       one.period.until && !one.paper.empty();
    if (!sound) {
      return malformed("a substitution is WHO for WHOM from DATE until DATE paper NUMBER");
    }
    one.id = std::to_string(substitutions_.size() + 1);
    substitutions_.push_back(std::move(one));
    return Nothing{};
  }

  // "hop-tac by lanh-su on 2017-04-18 decision 12/QĐ-UBND"
  OrFailure<Nothing> take_succession(std::istringstream& words) {
    authority::Succession one;
    std::string word;
    std::string on;
    words >> one.from >> word >> one.to >> word >> on >> word >> one.decision;
    const auto day = parse_date(on);
    if (!office_ || !day || office_->find_unit(one.from) == nullptr ||
        office_->find_unit(one.to) == nullptr) {
      return malformed("a succession is UNIT by UNIT on DATE decision NUMBER, after the office");
    }
    one.on = *day;
    office_->successions.push_back(std::move(one));
    return Nothing{};
  }

  // "binh 001085012345"
  OrFailure<Nothing> take_identity(std::istringstream& words) {
    std::string username;
    std::string number;
    words >> username >> number;
    auto* person = person_called(username);
    if (person == nullptr || number.empty()) return malformed("identity is WHO NUMBER");
    person->identity = number;
    return Nothing{};
  }

  // "travel-abroad from 2017-04-17 rank department-deputy funding own to director": the newest
  // shipped version with one more row before the others.
  OrFailure<Nothing> take_matrix(std::istringstream& words) {
    std::string id;
    std::string word;
    std::string from;
    std::string rank;
    std::string funding;
    std::string decider;
    words >> id >> word >> from >> word >> rank >> word >> funding >> word >> decider;
    const auto day = parse_date(from);
    if (!day || decider.empty()) {
      return malformed("a matrix is ID from DATE rank RANK funding SOURCE to DECIDER");
    }
    int newest = 0;
    auto files = newest_matrix(id, newest);
    auto& table = files[std::string(authority::table_file)];
    const auto first = table.find("<rule id=\"authority-rule-1\">");
    if (first == std::string::npos) return malformed("no matrix " + id);
    const auto cell = [](std::string_view kind, const std::string& text) {
      return "<" + std::string(kind) + "><text>" + text + "</text></" + std::string(kind) + ">";
    };
    table.insert(first, "<rule id=\"one-more\">" + cell("inputEntry", "\"" + rank + "\"") +
                            cell("inputEntry", "-") + cell("inputEntry", "\"" + funding + "\"") +
                            cell("inputEntry", "-") + cell("inputEntry", "-") +
                            cell("inputEntry", "-") + cell("inputEntry", "false") +
                            cell("outputEntry", "\"" + decider + "\"") +
                            cell("outputEntry", "\"\"") + "</rule>");
    auto matrix = authority::read_matrix(files);
    if (!matrix) return malformed("matrix " + id + ": " + matrix.error().front().what.en);
    matrix->number = newest + 1 + static_cast<int>(matrices_.size());
    matrix->published = true;
    matrix->in_force_from = *day;
    matrices_.push_back(std::move(*matrix));
    return Nothing{};
  }

  // Of the newest version that is shipped.
  procedure::Files newest_matrix(const std::string& id, int& newest) const {
    procedure::Files files;
    for (;;) {
      const auto folder = "authority/" + id + "/v" + std::to_string(newest + 1) + "/";
      if (!assets_.find(folder + std::string(authority::matrix_file))) return files;
      ++newest;
      for (const auto name : {authority::matrix_file, authority::table_file}) {
        files[std::string(name)] =
            std::string(assets_.find(folder + std::string(name)).value_or(""));
      }
    }
  }

  OrFailure<Nothing> take_office(std::istringstream& words) {
    std::string id;
    words >> id;
    const auto text = assets_.find("offices/" + id + "/office.toml");
    if (!text) return malformed("there is no office " + id);
    auto office = authority::read_office(*text);
    if (!office) return Unexpected{office.error()};
    office_ = std::move(*office);
    auto travel = travel::read_settings(*text);
    if (!travel) return Unexpected{travel.error()};
    travel_ = std::move(*travel);
    if (!calendar_.empty()) office_->calendar = calendar_;
    return Nothing{};
  }

  // "Dũng  leadership  director, leader"
  OrFailure<Nothing> take_person(std::istringstream& words) {
    if (!office_) return malformed("people come after their office");
    authority::Person person;
    words >> person.name >> person.unit;
    person.username = person.name;
    for (std::string role; words >> role;) {
      if (role.back() == ',') role.pop_back();
      person.roles.push_back(role);
    }
    if (person.roles.empty()) return malformed("a person has a name, a unit and roles");
    if (office_->find_unit(person.unit) == nullptr) return malformed("no unit " + person.unit);
    office_->people.push_back(std::move(person));
    return Nothing{};
  }

  OrFailure<Nothing> take_calendar(std::istringstream& words) {
    words >> calendar_;
    if (office_) office_->calendar = calendar_;
    return Nothing{};
  }

  // "official-travel version 1, clock for supplement: restart, no term"
  OrFailure<Nothing> take_procedure(std::istringstream& words) {
    std::string id;
    std::string word;
    int number = 0;
    words >> id >> word >> number;
    procedure::Version* version = nullptr;
    for (auto& known : versions_) {
      if (known.procedure == id && known.number == number) version = &known;
    }
    if (version == nullptr || word != "version") return malformed("no such version of " + id);
    if (procedure_.empty()) procedure_ = id;
    std::string part;
    std::getline(words, part, ',');
    while (std::getline(words, part, ',')) {
      if (auto changed = change(*version, part.substr(part.find_first_not_of(' '))); !changed) {
        return changed;
      }
    }
    return Nothing{};
  }

  static OrFailure<Nothing> change(procedure::Version& version, const std::string& part) {
    if (part == "no term") return give_term(version, std::nullopt);
    if (part == "not by post") {
      for (auto& chosen : version.cases) chosen.terms.erase(procedure::Channel::Post);
      return Nothing{};
    }
    constexpr std::string_view clock_for = "clock for ";
    constexpr std::string_view term = "term ";
    constexpr std::string_view abolished = "abolished on ";
    constexpr std::string_view signed_by = "signed by ";
    if (part == "fees with the result") {
      for (auto& fee : version.fees) fee.due = procedure::FeeDue::WithResult;
      return Nothing{};
    }
    if (part.starts_with(signed_by)) return set_signers(version, part.substr(signed_by.size()));
    if (part.starts_with(clock_for)) return set_clock(version, part.substr(clock_for.size()));
    if (part.starts_with(abolished)) return abolish(version, part.substr(abolished.size()));
    if (part.starts_with(term)) {
      const auto length = calendar::parse_term(part.substr(term.size()));
      if (!length) return malformed(length.error().message(Language::English));
      return give_term(version, *length);
    }
    return malformed(
        "a procedure may be changed by: clock for REASON: POLICY, term LENGTH, no term, "
        "not by post, abolished on DATE by DECISION, fees with the result, "
        "signed by ROLE then ROLE");
  }

  // To every case, in every channel it is offered in.
  static OrFailure<Nothing> give_term(procedure::Version& version,
                                      const std::optional<calendar::Term>& term) {
    for (auto& chosen : version.cases) {
      for (auto& [channel, length] : chosen.terms) length = term;
    }
    return Nothing{};
  }

  // "head then director"; each of any unit
  static OrFailure<Nothing> set_signers(procedure::Version& version, const std::string& part) {
    std::istringstream words(part);
    version.signers.clear();
    for (std::string word; words >> word;) {
      if (word != "then") version.signers.push_back({word, {}});
    }
    if (version.signers.size() < 2) return malformed("a paper is signed by ROLE then ROLE");
    return Nothing{};
  }

  // "supplement: pause"
  static OrFailure<Nothing> set_clock(procedure::Version& version, const std::string& part) {
    const auto colon = part.find(": ");
    const auto why = procedure::parse_stop_reason(part.substr(0, colon));
    const auto policy =
        colon == std::string::npos ? std::nullopt : parse_policy(part.substr(colon + 2));
    if (!why || !policy) return malformed("no such reason or clock policy: " + part);
    version.clock[*why].policy = *policy;
    return Nothing{};
  }

  // "2020-06-01 by 12/QĐ-UBND"
  static OrFailure<Nothing> abolish(procedure::Version& version, const std::string& part) {
    constexpr std::string_view by = " by ";
    const auto at = part.find(by);
    version.abolished_on = parse_date(part.substr(0, at));
    if (!version.abolished_on || at == std::string::npos) {
      return malformed("a version is abolished on DATE by DECISION");
    }
    version.abolished_by = part.substr(at + by.size());
    version.lifecycle = procedure::Lifecycle::Abolished;
    return Nothing{};
  }

  const Script& script_;
  const files::Assets& assets_;
  std::vector<procedure::Version> versions_;
  std::optional<authority::Office> office_;
  std::vector<authority::Matrix> matrices_;
  travel::Settings travel_;
  authority::Substitutions substitutions_;
  std::string calendar_;
  std::string procedure_;
};

}  // namespace

OrFailure<Given> read_givens(const Script& script, const files::Assets& assets) {
  return GivenReader(script, assets).read();
}

}  // namespace motcua::scenario
