// The `given` lines: calendar, procedures with their overrides, office with its people.

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
    given.world = std::make_unique<commands::World>(std::move(*office_),
                                                    procedure::Catalogue(std::move(versions_)),
                                                    std::move(*calendar), "scenario");
    auto wording = notice::Wording::read(assets_.find("notices/vi.toml").value_or(""),
                                         assets_.find("notices/en.toml").value_or(""));
    if (!wording) return Unexpected{wording.error()};
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
    return malformed("given is: calendar, procedure or office");
  }

  OrFailure<Nothing> take_office(std::istringstream& words) {
    std::string id;
    words >> id;
    const auto text = assets_.find("offices/" + id + "/office.toml");
    if (!text) return malformed("there is no office " + id);
    auto office = authority::read_office(*text);
    if (!office) return Unexpected{office.error()};
    office_ = std::move(*office);
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
  std::string calendar_;
  std::string procedure_;
};

}  // namespace

OrFailure<Given> read_givens(const Script& script, const files::Assets& assets) {
  return GivenReader(script, assets).read();
}

}  // namespace motcua::scenario
