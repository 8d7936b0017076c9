#include "procedure/least_answers.hpp"

#include <algorithm>
#include <array>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <optional>

#include "procedure/form_schema.hpp"
#include "procedure/write_answer.hpp"

namespace motcua::procedure {
namespace {

constexpr int most_rounds = 100;  // an answer may open further questions

// A telephone, dates, an address, codes of papers: one of them fits most texts that are asked.
constexpr std::array<std::string_view, 8> first_texts{
    "Theo công văn", "2017-06-05",   "0912345678", "one@example.org",
    "B1234567",      "001085012345", "0100000003", "1"};

bool fits(const schema::CompiledSchema& question, const json::value& value) {
  const auto faults = check_form_answers(question, value);
  return std::ranges::all_of(faults, [](const SchemaFault& fault) {
    return fault.code == "required" || fault.code == "minItems";  // filled in later
  });
}

// A question's schema by itself, with the parts of the form it may refer to.
Result<schema::CompiledSchema, schema::CompileFault> compile_question(
    const FormSchema& form, const json::object& question) {
  json::object alone = question;
  if (const auto* parts = member(form.document(), "$defs")) alone.emplace("$defs", *parts);
  return compile_form(json::value(std::move(alone)));
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

std::optional<json::value> first_answer(const FormSchema& form, const json::object& schema) {
  if (auto chosen = chosen_of(schema)) return chosen;
  const auto question = compile_question(form, schema);
  if (!question) return {};
  for (const auto text : first_texts) {
    if (json::value answer(text); fits(*question, answer)) return answer;
  }
  const auto* least = schema.if_contains("minimum");
  for (json::value answer : {least == nullptr ? json::value(1) : *least, json::value(false),
                             json::value(json::object{}), json::value(json::array{})}) {
    if (fits(*question, answer)) return answer;
  }
  return {};
}

// One more item of a list that has too few.
bool add_item(const FormSchema& form, json::value& answers, const SchemaFault& fault) {
  const auto* schema = form.item(*fault.schema);
  const auto item = schema == nullptr ? std::nullopt : first_answer(form, *schema);
  auto* list = answer_place(answers, fault.path);
  if (!item || list == nullptr || !list->is_array()) return false;
  list->get_array().push_back(*item);
  return true;
}

bool mend(const FormSchema& form, json::value& answers, const SchemaFault& fault) {
  if (fault.schema == nullptr) return false;
  if (fault.code == "minItems") return add_item(form, answers, fault);
  if (fault.code != "required") return false;
  const auto answer = first_answer(form, *fault.schema);
  return answer && write_answer(answers, fault.path, *answer);
}

}  // namespace

json::value least_answers(const Version& version, json::value given) {
  const FormSchema form(version.form_schema);
  for (int round = 0; round < most_rounds; ++round) {
    bool mended = false;
    for (const auto& fault : check_form_answers(version.form, given)) {
      mended = mend(form, given, fault) || mended;
    }
    if (!mended) break;
  }
  return given;
}

}  // namespace motcua::procedure
