// The office: its units, the agencies it works with, the people and what they may do.
//
// Data, read from an office file (offices/<id>/office.toml). Roles are those the acts and process
// tasks name: reception, specialist, head, director, liaison, leader, admin.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "authority/tenure.hpp"
#include "base/failure.hpp"
#include "base/moment.hpp"
#include "base/text.hpp"
#include "calendar/term.hpp"

namespace motcua::authority {

struct Unit {
  std::string id;
  Text name;
  bool outside = false;           // another agency, with its own clock
  std::optional<Date> from = {};  // first and last day, for lists to choose from
  std::optional<Date> until = {};
};

// A post people may hold, from a day and until a day.
struct Listed {
  std::string id;
  Text name;
  std::optional<Date> from;
  std::optional<Date> until;
};

struct Person {
  std::string username;
  std::string name;
  Text post;
  std::string unit;
  std::vector<std::string> roles;
  std::string demo_password;  // demonstration offices only
  std::string email;          // for the morning's digest; empty: he gets none
  std::string identity = {};  // number of his identity paper, to find conflicts of interest
  // Everything he holds or held; the first is what stands above, unless it was made up elsewhere.
  std::vector<Tenure> tenures = {};
};

// A unit that is no more: another has its work from a day (điều động, sáp nhập).
struct Succession {
  std::string from;
  std::string to;
  Date on;
  std::string decision;
};

// What the office's own results of a procedure say, in Vietnamese, with {applicant}, {address},
// {summary} of the
// result, {code}, {received} and {answer.member of the form} filled in.
struct ResultTemplate {
  std::string procedure;
  std::string kind;  // "Quyết định"; empty: a letter
  std::string subject;
  std::vector<std::string> bases;
  std::vector<std::string> granted;  // paragraphs
  std::vector<std::string> refused;
  std::vector<std::string> recipients;
};

// Where the office's seal goes on the copy of a paper original.
struct SealPlace {
  std::string part = "lower-centre";  // upper-left, upper-right, lower-left, lower-right
  int page = 0;                       // from 1; 0: the last
};

// In which terms petitions (phản ánh, kiến nghị) are dealt with. [CT766-5.2]
struct PetitionTerms {
  using enum calendar::TermUnit;
  calendar::Term answer{WorkingDays, 15};
  calendar::Term refuse{WorkingDays, 2};
  calendar::Term ask_supplement{WorkingDays, 5};
  calendar::Term publish{WorkingDays, 2};      // from the answer
  calendar::Term sender_has{WorkingDays, 10};  // for a supplement; chưa kiểm chứng
};

struct Office {
  std::string id;
  Text name;
  Text parent;  // the body above it, as the letterhead prints it
  Text address;
  Text hours;
  std::string phone;
  std::string place;          // of papers: "Hà Nội"
  std::string symbol;         // of documents: "NV"
  std::string result_symbol;  // of its own results: "12/SNgV-KQ"
  std::string code_block;     // of dossier codes: "000.00.00.H26"
  std::string calendar;       // name of its calendar file
  std::optional<calendar::Term> answer_online_within;
  PetitionTerms petitions;
  int satisfied_from = 80;       // percent of the points of a rating; chưa kiểm chứng
  int fewest_ratings_shown = 5;  // of a group
  std::optional<Moment> demo_opens;
  std::vector<Unit> units;
  std::vector<Person> people;
  std::vector<Listed> posts;                                  // beside those the people hold
  std::map<std::string, std::string, std::less<>> divisions;  // procedure -> unit
  std::vector<Succession> successions;
  std::map<std::string, Text, std::less<>> role_names;  // id -> what this office calls it

  SealPlace copy_seal;
  std::vector<ResultTemplate> results;

  const ResultTemplate* find_result(std::string_view procedure) const;
  const Unit* find_unit(std::string_view id) const;
  const Person* find_person(std::string_view username) const;
  std::string division_of(std::string_view procedure) const;  // empty: none set
  // The unit that has a unit's work on a day: itself, or whoever succeeded it by then.
  std::string successor_of(std::string_view unit, Date day) const;
  // The succession by which it lost its work by that day; nullptr while it has it.
  const Succession* succession_of(std::string_view unit, Date day) const;
  std::vector<std::string> roles_held() const;
  // As this office calls it, else as everybody does.
  Text role_name(std::string_view role) const;
  // Those with the role, in the unit unless it is empty; in the order of the office file.
  std::vector<const Person*> people_with(std::string_view role, std::string_view unit) const;
};

// The post a person without a post of its own id holds: "Giám đốc Sở" -> "giam-doc-so".
std::string post_id(const Text& name);

// The tenure that the plain form of a person says.
Tenure plain_tenure(const Person& person);

OrFailure<Office> read_office(std::string_view toml_text);

}  // namespace motcua::authority
