#include "schema/equality.hpp"

#include <algorithm>
#include <vector>

#include "schema/decimal.hpp"

namespace motcua::schema {
namespace {

bool same_members(const json::object& a, const json::object& b) {
  return a.size() == b.size() && std::ranges::all_of(a, [&](const auto& member) {
           const auto* other = b.if_contains(member.key());
           return other != nullptr && are_equal(member.value(), *other);
         });
}

void append(std::string& out, const json::value& value);

void append(std::string& out, const json::object& object) {
  std::vector<const json::key_value_pair*> members;
  for (const auto& member : object) members.push_back(&member);
  std::ranges::sort(members, {},
                    [](const auto* member) { return std::string_view(member->key()); });
  out += '{';
  for (const auto* member : members) {
    out += write_json(json::string(member->key())) + ":";
    append(out, member->value());
    out += ',';
  }
  out += '}';
}

void append(std::string& out, const json::value& value) {
  if (value.is_number()) {
    out += Decimal(value).write();
  } else if (const auto* object = value.if_object()) {
    append(out, *object);
  } else if (const auto* array = value.if_array()) {
    out += '[';
    for (const auto& item : *array) {
      append(out, item);
      out += ',';
    }
    out += ']';
  } else {
    out += write_json(value);
  }
}

}  // namespace

bool are_equal(const json::value& a, const json::value& b) {
  if (a.is_number() && b.is_number()) return Decimal(a) == Decimal(b);
  if (a.kind() != b.kind()) return false;
  if (const auto* object = a.if_object()) return same_members(*object, b.get_object());
  if (const auto* array = a.if_array()) return std::ranges::equal(*array, b.get_array(), are_equal);
  return a == b;
}

std::string canonical_text(const json::value& value) {
  std::string out;
  append(out, value);
  return out;
}

}  // namespace motcua::schema
