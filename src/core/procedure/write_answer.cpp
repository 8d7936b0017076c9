#include "procedure/write_answer.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <charconv>

#include "base/json_pointer.hpp"
#include "procedure/form_schema.hpp"

namespace motcua::procedure {
namespace {

// The place a pointer's next part names: made in an object, an existing item in a list; nullptr
// where neither can be.
json::value* step_into(json::value& place, std::string_view part) {
  if (auto* list = place.if_array()) {
    std::size_t index = 0;
    const auto* end = part.data() + part.size();
    const bool whole = std::from_chars(part.data(), end, index).ptr == end;
    return whole && index < list->size() ? &(*list)[index] : nullptr;
  }
  if (place.is_null()) place = json::object{};
  auto* object = place.if_object();
  return object == nullptr ? nullptr : &(*object)[read_pointer_token(part).value_or("")];
}

}  // namespace

json::value* answer_place(json::value& answers, std::string_view pointer) {
  json::value* place = &answers;
  while (place != nullptr && pointer.starts_with('/')) {
    place = step_into(*place, take_pointer_token(pointer));
  }
  return place;
}

bool write_answer(json::value& answers, std::string_view pointer, json::value answer) {
  auto* place = answer_place(answers, pointer);
  if (place == nullptr) return false;
  *place = std::move(answer);
  return true;
}

void write_applicant_address(const Version& version, json::value& answers, const Address& address) {
  const auto* hints = member(version.form_hints, "applicant");
  const auto pointer = hints == nullptr ? std::string_view{} : string_member(*hints, "address");
  if (!pointer.starts_with('/') || address.is_empty()) return;
  if (is_address(FormSchema(version.form_schema).question(pointer))) {
    write_answer(answers, pointer, write_parts(address));
  }
}

void write_applicant_part(const Version& version, json::value& answers, std::string_view part,
                          std::string_view text) {
  const auto* hints = member(version.form_hints, "applicant");
  const auto pointer = hints == nullptr ? std::string_view{} : string_member(*hints, part);
  if (!pointer.starts_with('/')) return;
  // A text is no address in parts, and which part of it were which nobody could say.
  if (is_address(FormSchema(version.form_schema).question(pointer))) return;
  write_answer(answers, pointer, json::value(text));
}

}  // namespace motcua::procedure
