// JSON in and out, the same everywhere in the product.
//
// Reading refuses what leads to two readers seeing two documents: duplicate keys, trailing text,
// invalid UTF-8, numbers out of range, nesting over 64. Doubles are read exactly. Writing keeps
// member order, so equal values give equal bytes (which may be hashed).
#pragma once

#include <boost/json/value.hpp>
#include <cstddef>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace motcua {

namespace json = boost::json;

struct JsonError {
  std::size_t offset = 0;  // byte at which reading stopped
  std::size_t line = 1;    // counted from 1
  std::string what;
};

Result<json::value, JsonError> read_json(std::string_view text);

std::string write_json(const json::value& value);

// The member `name` of an object, or nullptr when `value` is no object or has no such member.
const json::value* member(const json::value& value, std::string_view name);

// The string member `name`, or an empty view.
std::string_view string_member(const json::value& value, std::string_view name);

}  // namespace motcua
