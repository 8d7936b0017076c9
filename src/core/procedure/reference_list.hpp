// Lists that forms of several procedures choose from: countries, units, posts, places.
//
// Data files: procedures/lists/<id>.toml for all procedures, list.<id>.toml in a version's folder
// for that version alone. A question of the application or of a step's form names one by the
// keyword `reference-list`; reading the version writes the codes as the question's `enum` and the
// names as its hints' `options`, so validator, browser and papers know them as any other choice.
// Entries have dates of validity: a form offers, and an application is checked by, those of its
// day; names of older answers stay known.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.hpp"
#include "base/moment.hpp"
#include "base/text.hpp"
#include "procedure/problem.hpp"

namespace motcua::procedure {

struct ListEntry {
  std::string code;
  Text name;
  std::optional<Date> from;  // first and last day; none: without that bound
  std::optional<Date> until;
  bool holds_on(Date day) const { return (!from || *from <= day) && (!until || day <= *until); }
};

// One that is not complete only suggests: the question takes any text.
struct ReferenceList {
  bool complete = true;
  std::vector<ListEntry> entries;
};
using ReferenceLists = std::map<std::string, ReferenceList, std::less<>>;  // by id

inline constexpr std::string_view list_keyword = "reference-list";
inline constexpr std::string_view shared_lists = ".lists/";  // their place among a version's Files

// Reports what is wrong with the file, whose name is given.
ReferenceList read_reference_list(std::string_view file, std::string_view text, Problems& problems);

// Names every list a form asks for, once.
std::vector<std::string> lists_named(const json::value& form_schema);

// Writes the choices valid on the day into the questions that name a list.
void put_choices_of(json::value& form_schema, const ReferenceLists& lists, Date day);
// Every entry that was valid on or after the day, and its names as the hints' options.
void put_choices_since(json::value& form_schema, json::value& form_hints,
                       const ReferenceLists& lists, Date day);

}  // namespace motcua::procedure
