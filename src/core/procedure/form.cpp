#include "procedure/form.hpp"

#include <algorithm>
#include <array>

#include "base/assertion.hpp"
#include "procedure/address.hpp"
#include "procedure/form_schema.hpp"

namespace motcua::procedure {

std::string question_of(std::string_view path) {
  std::string out;
  while (!path.empty()) {
    path.remove_prefix(1);
    const auto part = path.substr(0, path.find('/'));
    path.remove_prefix(part.size());
    const bool position =
        !part.empty() && part.find_first_not_of("0123456789") == std::string_view::npos;
    out += '/';
    out += position ? std::string_view("*") : part;
  }
  return out;
}

namespace {

struct CodeText {
  std::string_view code;
  std::string_view vi;
  std::string_view en;
};

// Where the words of the schema module do not speak of a question with a name.
constexpr std::array<CodeText, 6> code_texts{{
    {"required", "Điền: {label}", "Fill in: {label}"},
    {"pattern", "{label}: chưa đúng dạng", "{label}: not of the right form"},
    {"enum", "{label}: chọn một trong các giá trị", "{label}: choose one of the values"},
    {"const", "{label}: cần đánh dấu", "{label}: needs to be ticked"},
    {"minItems", "{label}: cần thêm", "{label}: more are needed"},
    {"additionalProperties", "Mục này không có trong đơn", "The form has no such question"},
}};

const json::value* hint_of(const json::value& hints, std::string_view path) {
  const auto* fields = member(hints, "fields");
  return fields == nullptr ? nullptr : member(*fields, question_of(path));
}

Text text_of(const json::value* value) {
  if (value == nullptr) return {};
  return {std::string(string_member(*value, "vi")), std::string(string_member(*value, "en"))};
}

std::string last_part(std::string_view path) {
  return std::string(path.substr(path.rfind('/') + 1));
}

Text label_of(const json::value& hints, std::string_view path, std::string title) {
  if (const auto* hint = hint_of(hints, path)) {
    Text label = text_of(member(*hint, "label"));
    if (!label.vi.empty()) return label;
  }
  if (title.empty()) title = last_part(path);
  return {title, title};
}

std::string title_of(const json::object* schema) {
  const auto* title = schema == nullptr ? nullptr : schema->if_contains("title");
  return title != nullptr && title->is_string() ? std::string(title->get_string()) : "";
}

// "Tên", "Cần là chữ" -> "Tên: cần là chữ"
std::string labelled(const std::string& label, std::string sentence) {
  if (!sentence.empty() && sentence.front() >= 'A' && sentence.front() <= 'Z') {
    sentence.front() = static_cast<char>(sentence.front() - 'A' + 'a');
  }
  return label + ": " + sentence;
}

std::string with_label(std::string_view text, const std::string& label) {
  std::string out(text);
  const auto at = out.find("{label}");
  if (at != std::string::npos) out.replace(at, 7, label);
  return out;
}

Text message_of(const json::value& hints, const SchemaFault& fault) {
  if (const auto* hint = hint_of(hints, fault.path)) {
    if (const auto* errors = member(*hint, "errors")) {
      Text own = text_of(member(*errors, fault.code));
      if (!own.vi.empty()) return own;
    }
  }
  const Text label = label_of(hints, fault.path, title_of(fault.schema));
  for (const auto& known : code_texts) {
    if (known.code == fault.code) {
      return {with_label(known.vi, label.vi), with_label(known.en, label.en)};
    }
  }
  return {labelled(label.vi, fault.message.vi), labelled(label.en, fault.message.en)};
}

Text choice_text(const json::value* hint, const json::object* schema, const json::value& value) {
  const std::string raw = value.is_string() ? std::string(value.get_string()) : write_json(value);
  if (hint != nullptr) {
    if (const auto* options = member(*hint, "options")) {
      Text own = text_of(member(*options, raw));
      if (!own.vi.empty()) return own;
    }
  }
  const auto* choices = schema == nullptr ? nullptr : schema->if_contains("oneOf");
  if (choices != nullptr && choices->is_array()) {
    for (const auto& choice : choices->get_array()) {
      const auto* constant = member(choice, "const");
      const auto title = string_member(choice, "title");
      if (constant != nullptr && *constant == value && !title.empty()) {
        return {std::string(title), std::string(title)};
      }
    }
  }
  return {raw, raw};
}

Text value_text(const json::value* hint, const json::object* schema, const json::value& value) {
  if (value.is_bool()) {
    return value.get_bool() ? Text{"Có", "Yes"} : Text{"Không", "No"};
  }
  if (const auto* text = value.if_string()) {
    if (const auto date = parse_date(*text)) {
      return {write_vietnamese(*date), write_vietnamese(*date)};
    }
  }
  return choice_text(hint, schema, value);
}

// With the number of the list's entry it belongs to.
Text numbered_label(const json::value& hints, std::string_view path, std::string title) {
  Text label = label_of(hints, path, std::move(title));
  while (!path.empty()) {
    path.remove_prefix(1);
    const auto part = path.substr(0, path.find('/'));
    path.remove_prefix(part.size());
    if (part.empty() || part.find_first_not_of("0123456789") != std::string_view::npos) continue;
    const std::string number = " (" + std::to_string(std::stoi(std::string(part)) + 1) + ")";
    label.vi += number;
    label.en += number;
  }
  return label;
}

int page_of(const json::value& hints, std::string_view path) {
  const auto* pages = member(hints, "pages");
  if (pages == nullptr || !pages->is_array()) return 0;
  int number = 0;
  for (const auto& page : pages->get_array()) {
    const auto* fields = member(page, "fields");
    if (fields != nullptr && fields->is_array()) {
      for (const auto& field : fields->get_array()) {
        const std::string_view own = field.get_string();
        if (path == own || path.starts_with(std::string(own) + "/")) return number;
      }
    }
    ++number;
  }
  return 0;
}

class Rows {
 public:
  Rows(const json::value& schema, const json::value& hints) : schema_(schema), hints_(hints) {}

  std::vector<AnswerRow> of(const json::value& answers) {
    walk(answers, "", schema_.root());
    std::stable_sort(rows_.begin(), rows_.end(),
                     [](const auto& a, const auto& b) { return a.page < b.page; });
    return std::move(rows_);
  }

 private:
  void walk(const json::value& value, const std::string& path, const json::object* schema) {
    if (const auto* object = value.if_object()) {
      for (const auto& [name, inner] : *object) {
        const auto* own = schema == nullptr ? nullptr : schema_.property(*schema, name);
        walk(inner, path + "/" + std::string(name), own);
      }
      return;
    }
    if (const auto* array = value.if_array()) {
      const auto* own = schema == nullptr ? nullptr : schema_.item(*schema);
      for (std::size_t i = 0; i < array->size(); ++i) {
        walk((*array)[i], path + "/" + std::to_string(i), own);
      }
      return;
    }
    if (value.is_null() || (value.is_string() && value.get_string().empty())) return;
    const auto* hint = hint_of(hints_, path);
    rows_.push_back({path, numbered_label(hints_, path, title_of(schema)),
                     value_text(hint, schema, value), page_of(hints_, path)});
  }

  FormSchema schema_;
  const json::value& hints_;
  std::vector<AnswerRow> rows_;
};

std::string pointed(const json::value& answers, std::string_view pointer) {
  const auto* found = answer_at(answers, pointer);
  if (found == nullptr) return "";
  if (found->is_object()) return written_address(*found);
  return found->is_string() ? std::string(found->get_string()) : "";
}

}  // namespace

const json::value* answer_at(const json::value& answers, std::string_view pointer) {
  json::error_code error;
  return answers.find_pointer(pointer, error);
}

namespace {

std::vector<AnswerError> check_by(const schema::CompiledSchema& form, const json::value& hints,
                                  const json::value& answers) {
  std::vector<AnswerError> errors;
  for (const auto& fault : check_form_answers(form, answers)) {
    errors.push_back({fault.path, fault.code, message_of(hints, fault)});
  }
  return errors;
}

}  // namespace

std::vector<AnswerError> check_answers(const Version& version, const json::value& answers) {
  return check_by(version.form, version.form_hints, answers);
}

std::vector<AnswerError> check_answers(const TaskForm& form, const json::value& answers) {
  return check_by(form.compiled, form.hints, answers);
}

std::vector<AnswerError> check_answers_on(const Version& version, const json::value& answers,
                                          Date day) {
  if (version.lists.empty()) return check_answers(version, answers);
  const auto form = compile_form(form_schema_on(version, day));
  MOTCUA_ASSERT(form.ok());  // it differs from the version's own in the choices alone
  return check_by(*form, version.form_hints, answers);
}

std::vector<AnswerError> check_answers_on(const StepForm& step, const json::value& answers,
                                          Date day) {
  if (!step.form.names_lists) return check_answers(step.form, answers);
  const auto form = compile_form(form_schema_on(step, day));
  MOTCUA_ASSERT(form.ok());  // it differs from the step's own in the choices alone
  return check_by(*form, step.form.hints, answers);
}

json::value form_schema_on(const StepForm& step, Date day) {
  json::value schema = step.form.schema;
  if (step.form.names_lists) put_choices_of(schema, step.version.lists, day);
  return schema;
}

json::value form_schema_on(const Version& version, Date day) {
  json::value schema = version.form_schema;
  if (!version.lists.empty()) put_choices_of(schema, version.lists, day);
  return schema;
}

std::string applicant_part(const Version& version, const json::value& answers,
                           std::string_view part) {
  const auto* applicant = member(version.form_hints, "applicant");
  if (applicant == nullptr) return "";
  const auto pointer = string_member(*applicant, part);
  return pointer.starts_with("/") ? pointed(answers, pointer) : std::string(pointer);
}

std::string answer_summary(const Version& version, const json::value& answers) {
  const auto pointer = string_member(version.form_hints, "summary");
  return pointer.empty() ? "" : pointed(answers, pointer);
}

Text question_label(const FormParts& form, std::string_view path) {
  return numbered_label(form.hints, path, title_of(FormSchema(form.schema).question(path)));
}

Text question_label(const Version& version, std::string_view path) {
  return question_label({version.form_schema, version.form_hints}, path);
}

Text choice_label(const FormParts& form, std::string_view path, const json::value& choice) {
  return value_text(hint_of(form.hints, path), FormSchema(form.schema).question(path), choice);
}

int question_page(const Version& version, std::string_view path) {
  return page_of(version.form_hints, path);
}

std::vector<AnswerRow> answer_rows(const Version& version, const json::value& answers) {
  return Rows(version.form_schema, version.form_hints).of(answers);
}

std::vector<AnswerRow> answer_rows(const TaskForm& form, const json::value& answers) {
  return Rows(form.schema, form.hints).of(answers);
}

}  // namespace motcua::procedure
