#include "procedure/least_answers.hpp"

#include <array>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <charconv>
#include <optional>

#include "procedure/form_schema.hpp"

namespace motcua::procedure {
namespace {

constexpr int most_rounds = 100;  // an answer may open further questions

// A telephone, dates, an address, codes of papers: one of them fits most texts that are asked.
constexpr std::array<std::string_view, 7> first_texts{
    "Theo công văn", "2017-06-05", "0912345678", "one@example.org", "B1234567", "0100000000", "1"};

bool fits(const json::object& schema, const json::value& value) {
  for (const auto& fault : FormSchema(json::value(schema)).check(value)) {
    const bool inside = fault.code == "required" || fault.code == "minItems";  // filled in later
    if (!inside) return false;
  }
  return true;
}

std::optional<json::value> chosen_of(const json::object& schema) {
  if (const auto* constant = schema.if_contains("const")) return *constant;
  const auto* choices = schema.if_contains("enum");
  if (choices == nullptr) choices = schema.if_contains("oneOf");
  if (choices == nullptr || !choices->is_array() || choices->get_array().empty()) return {};
  const auto& first = choices->get_array().front();
  const auto* constant = member(first, "const");
  return constant == nullptr ? first : *constant;
}

std::optional<json::value> first_answer(const json::object& schema) {
  if (auto chosen = chosen_of(schema)) return chosen;
  for (const auto text : first_texts) {
    if (json::value answer(text); fits(schema, answer)) return answer;
  }
  const auto* least = schema.if_contains("minimum");
  for (json::value answer : {least == nullptr ? json::value(1) : *least, json::value(false),
                             json::value(json::object{}), json::value(json::array{})}) {
    if (fits(schema, answer)) return answer;
  }
  return {};
}

std::string unescaped(std::string_view part) {
  std::string name;
  for (std::size_t i = 0; i < part.size(); ++i) {
    const bool escape = part[i] == '~' && i + 1 < part.size();
    name += escape ? (part[++i] == '1' ? '/' : '~') : part[i];
  }
  return name;
}

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
  return object == nullptr ? nullptr : &(*object)[unescaped(part)];
}

json::value* at_pointer(json::value& answers, std::string_view pointer) {
  json::value* place = &answers;
  while (place != nullptr && pointer.starts_with('/')) {
    pointer.remove_prefix(1);
    const auto part = pointer.substr(0, pointer.find('/'));
    pointer.remove_prefix(part.size());
    place = step_into(*place, part);
  }
  return place;
}

bool put(json::value& answers, std::string_view pointer, json::value answer) {
  auto* place = at_pointer(answers, pointer);
  if (place == nullptr) return false;
  *place = std::move(answer);
  return true;
}

// One more item of a list that has too few.
bool add_item(const FormSchema& form, json::value& answers, const SchemaFault& fault) {
  const auto* items = fault.schema->if_contains("items");
  const auto* schema = items == nullptr ? nullptr : form.resolve(*items);
  const auto item = schema == nullptr ? std::nullopt : first_answer(*schema);
  auto* list = at_pointer(answers, fault.path);
  if (!item || list == nullptr || !list->is_array()) return false;
  list->get_array().push_back(*item);
  return true;
}

bool mend(const FormSchema& form, json::value& answers, const SchemaFault& fault) {
  if (fault.schema == nullptr) return false;
  if (fault.code == "minItems") return add_item(form, answers, fault);
  if (fault.code != "required") return false;
  const auto answer = first_answer(*fault.schema);
  return answer && put(answers, fault.path, *answer);
}

}  // namespace

void write_applicant_part(const Version& version, json::value& answers, std::string_view part,
                          std::string_view text) {
  const auto* hints = member(version.form_hints, "applicant");
  const auto pointer = hints == nullptr ? std::string_view{} : string_member(*hints, part);
  if (pointer.starts_with('/')) put(answers, pointer, json::value(text));
}

json::value least_answers(const Version& version, json::value given) {
  const FormSchema form(version.form_schema);
  for (int round = 0; round < most_rounds; ++round) {
    bool mended = false;
    for (const auto& fault : form.check(given)) mended = mend(form, given, fault) || mended;
    if (!mended) break;
  }
  return given;
}

}  // namespace motcua::procedure
