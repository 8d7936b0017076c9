// What is done with an entry of the book: the acts, who may do them, what they ask, and the pure
// functions that decide them.
//
// One table lists them; API, web and tests read the same. Passports are for reception and the
// division that handles official travel; delegations for that division's specialists and heads.
#pragma once

#include <map>
#include <span>

#include "authority/office.hpp"
#include "dossier/act.hpp"
#include "travel/person.hpp"
#include "travel/rejections.hpp"

namespace motcua::travel {

// What a person gives with an act, by the names of its fields.
struct Input {
  std::map<std::string, std::string, std::less<>> values = {};

  const std::string& text(std::string_view name) const;  // empty: not given
  std::optional<Date> date(std::string_view name) const;
};

// What decide() is told of the world. The references outlive the call.
struct Facts {
  Moment now{};
  const Scene& scene;
  const authority::Office& office;
  dossier::Officer officer;
};

struct Field {
  std::string_view name;  // of Input, as in the API
  std::string_view kind;  // text, long-text, date, email, or a list: delegation, traveller,
                          // funding, purpose-kind, passport-kind, rank-group
  bool required = false;
  Text label;
};

struct Rule {
  std::string_view name;  // "carry-out"
  Text label;
  std::string_view weight = "secondary";  // main, secondary, quiet
  bool of_passports = false;
  std::vector<Field> fields;
  OrRejection<Event> (*decide)(const Entry&, const Input&, const Facts&) = nullptr;
};

std::span<const Rule> rules();
const Rule* find_rule(std::string_view name);
// Every name of a field there is, once.
std::vector<std::string_view> all_fields();

// What begins an entry: "guests" (a delegation in, by hand), "passport".
std::span<const Rule> opening_rules();

// May read the book at all: reception, the division, leaders and directors.
bool may_read(const dossier::Officer& officer, const authority::Office& office);
bool may_act(bool on_passports, const dossier::Officer& officer, const authority::Office& office);

// Checks who, when and the fields, then decides. The event is not applied.
OrRejection<Event> decide(const Entry& entry, std::string_view act, const Input& input,
                          const Facts& facts);
OrRejection<Event> decide_opening(std::string_view what, const Input& input, const Facts& facts);
OrRejection<Event> decide_persons(const PersonsJudged& judged, const Facts& facts);

// The acts this person could do now, in the table's order.
std::vector<const Rule*> offers(const Entry& entry, const Facts& facts);

// What a field holds now, to begin a form with; empty where it begins empty.
std::string value_now(const Entry& entry, std::string_view field);

// Countries as people write them in one line: "Nhật Bản, Hàn Quốc".
std::string join_countries(const std::vector<std::string>& countries);

}  // namespace motcua::travel
