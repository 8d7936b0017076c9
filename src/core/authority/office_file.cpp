// Reads an office file. toml++ is included in this file only.

#define TOML_EXCEPTIONS 0
#include <toml++/toml.h>
#include <algorithm>
#include <array>
#include <sstream>

#include "authority/office.hpp"
#include "authority/open_figures.hpp"

namespace motcua::authority {
namespace {

std::string string_of(const toml::table& table, std::string_view key) {
  return table[key].value_or(std::string{});
}

Text text_of(const toml::table& table, std::string_view key) {
  const auto* pair = table[key].as_table();
  if (pair == nullptr) return {};
  return {string_of(*pair, "vi"), string_of(*pair, "en")};
}

std::vector<std::string> strings_of(const toml::table& table, std::string_view key) {
  std::vector<std::string> strings;
  if (const auto* array = table[key].as_array()) {
    for (const auto& element : *array) strings.push_back(element.value_or(std::string{}));
  }
  return strings;
}

std::optional<Date> day_of(const toml::table& table, std::string_view key) {
  const auto day = table[key].value<toml::date>();
  if (!day) return std::nullopt;
  return Date{std::chrono::year{day->year} / day->month / day->day};
}

template <class Take>
void each_table(const toml::table& root, std::string_view key, Take take) {
  const auto* array = root[key].as_array();
  if (array == nullptr) return;
  for (const auto& element : *array) {
    if (const auto* table = element.as_table()) take(*table);
  }
}

// [copy_seal]: where the seal of copies goes.
OrFailure<Nothing> read_copy_seal(const toml::table& root, SealPlace& place) {
  const auto* table = root["copy_seal"].as_table();
  if (table == nullptr) return Nothing{};
  static constexpr std::array<std::string_view, 5> parts{"upper-left", "upper-right", "lower-left",
                                                         "lower-centre", "lower-right"};
  place.part = string_of(*table, "part");
  place.page = (*table)["page"].value_or(0);
  const bool known = std::find(parts.begin(), parts.end(), place.part) != parts.end();
  if (known && place.page >= 0) return Nothing{};
  return malformed(
      "office file: copy_seal is a part of the page (upper-left, upper-right, "
      "lower-left, lower-centre, lower-right) and a page from 1, or 0 for the last");
}

// [petitions]: terms other than the national ones.
OrFailure<Nothing> read_petition_terms(const toml::table& root, PetitionTerms& terms) {
  const auto* table = root["petitions"].as_table();
  if (table == nullptr) return Nothing{};
  const std::array<std::pair<std::string_view, calendar::Term*>, 5> named{
      {{"answer", &terms.answer},
       {"refuse", &terms.refuse},
       {"ask_supplement", &terms.ask_supplement},
       {"publish", &terms.publish},
       {"sender_has", &terms.sender_has}}};
  for (const auto& [name, value] : *table) {
    const auto found = std::find_if(named.begin(), named.end(),
                                    [&](const auto& term) { return term.first == name.str(); });
    const auto term = calendar::parse_term(value.value_or(std::string{}));
    if (found == named.end() || !term || !*term) {
      return malformed("office file: [petitions] " + std::string(name.str()) + " is no term");
    }
    *found->second = **term;
  }
  return Nothing{};
}

Period period_of(const toml::table& table) {
  return {day_of(table, "from"), day_of(table, "until")};
}

// The plain form is a tenure without dates, or with the person's own; [[person.tenure]] are more.
void read_tenures(const toml::table& t, Person& person) {
  if (!person.roles.empty()) {
    person.tenures.push_back(plain_tenure(person));
    person.tenures.back().period = period_of(t);
    person.tenures.back().by = string_of(t, "by");
    if (const auto id = string_of(t, "post_id"); !id.empty()) person.tenures.back().post = id;
  }
  each_table(t, "tenure", [&](const toml::table& more) {
    Tenure tenure{string_of(more, "post_id"), text_of(more, "post"), string_of(more, "unit"),
                  strings_of(more, "roles"),  period_of(more),       string_of(more, "by")};
    if (tenure.post.empty()) tenure.post = post_id(tenure.name);
    person.tenures.push_back(std::move(tenure));
  });
}

void read_successions(const toml::table& root, Office& office) {
  each_table(root, "succession", [&](const toml::table& t) {
    office.successions.push_back({string_of(t, "from"), string_of(t, "to"),
                                  day_of(t, "on").value_or(Date{}), string_of(t, "decision")});
  });
}

void read_parts(const toml::table& root, Office& office) {
  each_table(root, "unit", [&](const toml::table& t) {
    office.units.push_back({string_of(t, "id"), text_of(t, "name"), t["outside"].value_or(false),
                            day_of(t, "from"), day_of(t, "until")});
  });
  each_table(root, "post", [&](const toml::table& t) {
    office.posts.push_back(
        {string_of(t, "id"), text_of(t, "name"), day_of(t, "from"), day_of(t, "until")});
  });
  each_table(root, "person", [&](const toml::table& t) {
    office.people.push_back({string_of(t, "username"),
                             string_of(t, "name"),
                             text_of(t, "post"),
                             string_of(t, "unit"),
                             strings_of(t, "roles"),
                             string_of(t, "demo_password"),
                             string_of(t, "email"),
                             string_of(t, "identity"),
                             {}});
    read_tenures(t, office.people.back());
  });
  read_successions(root, office);
  each_table(root, "result", [&](const toml::table& t) {
    office.results.push_back({string_of(t, "procedure"), string_of(t, "kind"),
                              string_of(t, "subject"), strings_of(t, "bases"),
                              strings_of(t, "granted"), strings_of(t, "refused"),
                              strings_of(t, "recipients")});
  });
  if (const auto* roles = root["roles"].as_table()) {
    for (const auto& [role, name] : *roles) {
      const auto id = std::string(role.str());
      office.role_names[id] = text_of(*roles, id);
    }
  }
  if (const auto* divisions = root["divisions"].as_table()) {
    for (const auto& [procedure, unit] : *divisions) {
      office.divisions[std::string(procedure.str())] = unit.value_or(std::string{});
    }
  }
}

Unexpected<Failure> unreadable(const toml::parse_error& error) {
  return malformed("office file, line " + std::to_string(error.source().begin.line) + ": " +
                   std::string(error.description()));
}

OrFailure<Nothing> check_dates(const Office& office) {
  for (const auto& one : office.successions) {
    const bool named = office.find_unit(one.from) != nullptr && office.find_unit(one.to) != nullptr;
    if (!named || one.from == one.to || one.on == Date{} || one.decision.empty()) {
      return malformed("office file: a [[succession]] has from, to, on and decision");
    }
  }
  for (const auto& person : office.people) {
    for (const auto& tenure : person.tenures) {
      const auto& [from, until] = tenure.period;
      const bool in_order = !from || !until || *from <= *until;
      if (in_order && office.find_unit(tenure.unit) != nullptr) continue;
      return malformed("office file: a tenure of " + person.username +
                       " is of no known unit or ends before it begins");
    }
  }
  return Nothing{};
}

OrFailure<Nothing> check(const Office& office) {
  if (office.name.vi.empty() || office.code_block.empty() || office.calendar.empty()) {
    return malformed("office file: name, code_block and calendar are needed");
  }
  if (office.satisfied_from < 1 || office.satisfied_from > 100 || office.fewest_ratings_shown < 1) {
    return malformed("office file: satisfied_from is a percent, fewest_ratings_shown at least 1");
  }
  for (const auto& person : office.people) {
    if (person.username.empty() || office.find_unit(person.unit) == nullptr) {
      return malformed("office file: person " + person.username + " is of no known unit");
    }
  }
  if (auto dated = check_dates(office); !dated) return dated;
  for (const auto& [procedure, unit] : office.divisions) {
    if (office.find_unit(unit) == nullptr) {
      return malformed("office file: " + procedure + " is given to the unknown unit " + unit);
    }
  }
  return Nothing{};
}

}  // namespace

OrFailure<Office> read_office(std::string_view toml_text) {
  const auto parsed = toml::parse(toml_text);
  if (!parsed) return unreadable(parsed.error());
  const toml::table& root = parsed.table();
  Office office;
  office.id = string_of(root, "id");
  office.name = text_of(root, "name");
  office.parent = text_of(root, "parent");
  office.address = text_of(root, "address");
  office.hours = text_of(root, "hours");
  office.phone = string_of(root, "phone");
  office.place = string_of(root, "place");
  office.symbol = string_of(root, "symbol");
  office.result_symbol = string_of(root, "result_symbol");
  if (office.result_symbol.empty()) office.result_symbol = office.symbol;
  office.code_block = string_of(root, "code_block");
  office.calendar = string_of(root, "calendar");
  office.satisfied_from = root["satisfied_from"].value_or(office.satisfied_from);
  office.fewest_ratings_shown = root["fewest_ratings_shown"].value_or(office.fewest_ratings_shown);
  if (const auto opens = root["demo_opens"].value<std::string>()) {
    office.demo_opens = parse_moment(*opens);
  }
  if (const auto within = root["answer_online_within"].value<std::string>()) {
    const auto term = calendar::parse_term(*within);
    if (!term) return malformed("office file: answer_online_within is no term");
    office.answer_online_within = *term;
  }
  if (auto read = read_copy_seal(root, office.copy_seal); !read) return Unexpected{read.error()};
  if (auto read = read_petition_terms(root, office.petitions); !read) {
    return Unexpected{read.error()};
  }
  read_parts(root, office);
  if (const auto checked = check(office); !checked) return Unexpected{checked.error()};
  return office;
}

OrFailure<OpenFigures> read_open_figures(std::string_view office_toml) {
  const auto parsed = toml::parse(office_toml);
  if (!parsed) return unreadable(parsed.error());
  OpenFigures open;
  const auto* table = parsed.table()["open_figures"].as_table();
  if (table == nullptr) return open;
  open.minimum = (*table)["minimum"].value_or(open.minimum);
  open.licence = text_of(*table, "licence");
  open.licence_address = string_of(*table, "licence_address");
  if (open.minimum < 3) return malformed("office file: [open_figures] minimum is at least 3");
  return open;
}

}  // namespace motcua::authority
