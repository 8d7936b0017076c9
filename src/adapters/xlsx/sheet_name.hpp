// Names of sheets: at most 31 characters, none of []:*?/\, no two alike whatever their case.
#pragma once

#include <set>
#include <string>

namespace motcua::xlsx {

// `wanted` made a lawful name that `taken` does not hold yet; adds it there, folded.
std::string sheet_name(const std::string& wanted, std::set<std::string>& taken);

// The first `count` characters of valid UTF-8, whole; characters outside the Basic Multilingual
// Plane count twice, as spreadsheets count them.
std::string first_characters(const std::string& text, std::size_t count);

}  // namespace motcua::xlsx
