// The formats a schema may name: those of JSON Schema 2020-12 (validation, 7.3) and those of a
// Vietnamese office.
//
// A format speaks of texts only (of numbers only, `money-vnd`) and holds for everything else.
// Formats of the office, none of them taken from a confirmed text of law ("chưa kiểm chứng"):
//   vn-cccd          citizen's identity number: 12 digits; what the digits mean is not looked at
//   vn-identity-number  of a card of either kind: 9 digits, or a vn-cccd
//   vn-tax-code      10 digits, or those, a hyphen and 3 more for a branch; the tenth is a check
//                    digit: 10 less the remainder by 11 of the first nine weighted 31, 29, 23,
//                    19, 17, 13, 7, 5, 3 (holds for the published codes that were tried)
//   vn-phone         0 or +84, then 9 or 10 digits of which the first is not 0; spaces and dots
//                    between digits are allowed
//   passport-number  5 to 9 of A–Z and 0–9 (ICAO Doc 9303 has room for 9)
//   money-vnd        a whole number of đồng, from 0 to 10^15
#pragma once

#include <string_view>

#include "base/json.hpp"
#include "base/rejection.hpp"

namespace motcua::schema {

struct Format {
  std::string_view name;
  bool (*fits)(std::string_view text) = nullptr;  // of texts; nullptr: every text
  bool (*fits_number)(const json::value& number) = nullptr;
  RejectionKind broken;  // said when a value does not fit
};

const Format* find_format(std::string_view name);  // nullptr: no such format

}  // namespace motcua::schema
