// Forms side by side: every question in words, and the keywords the words do not tell.

#include <algorithm>
#include <iterator>

#include "procedure/address.hpp"
#include "procedure/compare_parts.hpp"
#include "procedure/form.hpp"
#include "procedure/form_schema.hpp"
#include "procedure/reference_list.hpp"

namespace motcua::procedure {
namespace {

constexpr std::size_t most_choices = 12;  // told one by one

std::string number_at(const json::object& question, std::string_view keyword) {
  const auto* found = question.if_contains(keyword);
  return found == nullptr ? std::string() : write_json(*found);
}

bool is(const json::object& question, std::string_view keyword, std::string_view value) {
  const auto* found = question.if_contains(keyword);
  return found != nullptr && found->is_string() && found->get_string() == value;
}

std::vector<json::value> choices_of(const json::object& question) {
  std::vector<json::value> choices;
  for (const auto* keyword : {"enum", "oneOf"}) {
    const auto* found = question.if_contains(keyword);
    if (found == nullptr || !found->is_array()) continue;
    for (const auto& one : found->get_array()) {
      const auto* constant = member(one, "const");
      if (keyword == std::string_view("enum")) choices.push_back(one);
      if (keyword != std::string_view("enum") && constant != nullptr) choices.push_back(*constant);
    }
  }
  return choices;
}

void add_bounds(Text& words, const json::object& question, std::string_view least,
                std::string_view most, const Text& unit) {
  auto from = number_at(question, least);
  if (least == "minLength" && from == "1") from.clear();  // blank counts as not given anyway
  const auto to = number_at(question, most);
  if (!from.empty()) add(words, ", ít nhất " + from + unit.vi, ", at least " + from + unit.en);
  if (!to.empty()) add(words, ", nhiều nhất " + to + unit.vi, ", at most " + to + unit.en);
}

Text chosen_from(const FormParts& form, const std::string& path,
                 const std::vector<json::value>& choices) {
  Text words{"chọn một: ", "one of: "};
  if (choices.size() > most_choices) {
    const auto count = std::to_string(choices.size());
    return {"chọn một trong " + count + " mục", "one of " + count};
  }
  for (std::size_t i = 0; i < choices.size(); ++i) {
    const Text label = choice_label(form, path, choices[i]);
    const std::string gap = i == 0 ? "" : "; ";
    add(words, gap + label.vi, gap + label.en);
  }
  return words;
}

Text plain_kind(const json::object& question) {
  if (is(question, "format", "date")) return {"ngày", "a date"};
  if (is(question, "format", "email")) return {"thư điện tử", "an e-mail address"};
  if (is(question, "type", "integer")) return {"số nguyên", "a whole number"};
  if (is(question, "type", "number")) return {"số", "a number"};
  if (is(question, "type", "array")) return {"danh sách", "a list"};
  if (is(question, "type", "boolean")) {
    return question.if_contains("const") == nullptr ? Text{"có hoặc không", "yes or no"}
                                                    : Text{"đánh dấu xác nhận", "to be ticked"};
  }
  return {"chữ", "text"};
}

Text words_of(const FormParts& form, const std::string& path, const json::object& question) {
  if (is_address(&question)) return {"địa chỉ", "an address"};
  if (const auto* list = question.if_contains(list_keyword); list != nullptr && list->is_string()) {
    const std::string id(list->get_string());
    return {"chọn trong danh sách " + id, "one of the list " + id};
  }
  if (const auto choices = choices_of(question); !choices.empty()) {
    return chosen_from(form, path, choices);
  }
  Text words = plain_kind(question);
  add_bounds(words, question, "minimum", "maximum", {});
  add_bounds(words, question, "minItems", "maxItems", {" mục", " entries"});
  add_bounds(words, question, "minLength", "maxLength", {" ký tự", " characters"});
  if (const auto* pattern = question.if_contains("pattern"); pattern != nullptr) {
    add(words, ", đúng mẫu " + write_json(*pattern), ", of the form " + write_json(*pattern));
  }
  return words;
}

bool lists(const json::object& schema, std::string_view name) {
  const auto* required = schema.if_contains("required");
  if (required == nullptr || !required->is_array()) return false;
  for (const auto& one : required->get_array()) {
    if (one.is_string() && one.get_string() == name) return true;
  }
  return false;
}

// The questions of one form in words, by their pointers.
class Questions {
 public:
  Questions(const FormParts& form, std::string prefix)
      : form_(form), schema_(form.schema), prefix_(std::move(prefix)) {
    if (const auto* root = schema_.root()) walk(*root, "", {});
  }
  WrittenNamed take() { return std::move(found_); }

 private:
  // `upon`: said of each question found here, which a condition asks.
  void walk(const json::object& schema, const std::string& path, const Text& upon) {
    const auto* properties = schema.if_contains("properties");
    if (properties != nullptr && properties->is_object()) {
      for (const auto& [name, inner] : properties->get_object()) {
        const auto* own = schema_.resolve(inner);
        if (own == nullptr) continue;
        const bool needed = lists(schema, name);
        const Text need = needed ? Text{", bắt buộc", ", required"} : upon;
        put(path + "/" + std::string(name), *own, need, upon);
      }
    }
    if (depth_ == most_depth) return;
    ++depth_;
    for (const auto* branch : schema_.branches(schema)) {
      walk(*branch, path, {", tùy trường hợp", ", depending on other answers"});
    }
    --depth_;
  }

  void put(const std::string& path, const json::object& question, const Text& need,
           const Text& upon) {
    const bool group = is(question, "type", "object") || question.if_contains("properties");
    if (!group || is_address(&question)) {
      Text said = words_of(form_, path, question);
      add(said, need.vi, need.en);
      // a branch of a condition does not say again what is asked anyway
      found_.try_emplace(prefix_ + path, Named{question_label(form_, path), std::move(said)});
    }
    if (is_address(&question)) return;
    if (group) walk(question, path, upon);
    if (const auto* item = schema_.item(question)) walk(*item, path + "/*", {});
  }

  static constexpr int most_depth = 16;
  const FormParts& form_;
  FormSchema schema_;
  std::string prefix_;
  WrittenNamed found_;
  int depth_ = 0;
};

// Every leaf of a schema by its pointer; what a list's dated entries fill in is left out.
void flatten(const json::value& value, const std::string& path, WrittenTexts& into) {
  if (const auto* object = value.if_object(); object != nullptr && !object->empty()) {
    const bool listed = object->if_contains(list_keyword) != nullptr;
    for (const auto& [name, inner] : *object) {
      if (listed && name == "enum") continue;
      flatten(inner, path + "/" + std::string(name), into);
    }
  } else if (const auto* list = value.if_array(); list != nullptr && !list->empty()) {
    for (std::size_t i = 0; i < list->size(); ++i) {
      flatten((*list)[i], path + "/" + std::to_string(i), into);
    }
  } else {
    into[path] = write_json(value);
  }
}

// "/properties/person/properties/name/maxLength": of the question "/person/name", "maxLength".
struct Leaf {
  std::string question;
  std::string keyword;
};

Leaf read_leaf(std::string_view pointer) {
  Leaf leaf;
  while (pointer.starts_with("/properties/") || pointer.starts_with("/items/")) {
    const bool item = pointer.starts_with("/items/");
    pointer.remove_prefix(item ? 6 : 11);
    if (item) {
      leaf.question += "/*";
      continue;
    }
    const auto end = pointer.find('/', 1);
    leaf.question += pointer.substr(0, end);
    pointer = end == std::string_view::npos ? std::string_view() : pointer.substr(end);
  }
  leaf.keyword = pointer.substr(pointer.empty() ? 0 : 1);
  return leaf;
}

class FormChanges {
 public:
  FormChanges(const FormParts& old, const FormParts& now, const std::string& prefix)
      : old_(old), now_(now), prefix_(prefix) {}

  std::vector<Change> take() {
    changes_ = changes_of(Questions(old_, prefix_).take(), Questions(now_, prefix_).take());
    for (const auto& change : changes_) told_.insert(change.id);
    WrittenTexts before;
    WrittenTexts after;
    flatten(old_.schema, "", before);
    flatten(now_.schema, "", after);
    differences(before, after,
                [&](const std::string& pointer, const std::string* was, const std::string* is) {
                  tell_keyword(read_leaf(pointer), was, is);
                });
    return std::move(changes_);
  }

 private:
  bool is_told(const Leaf& leaf) const {
    // said of each question, or empty
    if (leaf.keyword.starts_with("required") || leaf.keyword == "properties") return true;
    const bool both = FormSchema(old_.schema).question(leaf.question) != nullptr &&
                      FormSchema(now_.schema).question(leaf.question) != nullptr;
    if (!both) return true;
    std::string path = leaf.question;
    for (; !path.empty(); path.resize(path.rfind('/'))) {
      if (told_.contains(prefix_ + path)) return true;
    }
    return false;
  }

  void tell_keyword(const Leaf& leaf, const std::string* was, const std::string* is) {
    if (leaf.keyword == "$schema" || is_told(leaf)) return;
    const auto text_of = [](const std::string* text) {
      return text == nullptr ? std::optional<Text>{} : Text{*text, *text};
    };
    const Text name = leaf.question.empty() ? Text{"Cả biểu mẫu", "The whole form"}
                                            : question_label(now_, leaf.question);
    changes_.push_back({prefix_ + leaf.question + "#" + leaf.keyword,
                        {name.vi + " (" + leaf.keyword + ")", name.en + " (" + leaf.keyword + ")"},
                        text_of(was),
                        text_of(is)});
  }

  const FormParts& old_;
  const FormParts& now_;
  const std::string& prefix_;
  std::vector<Change> changes_;
  std::set<std::string> told_;
};

FormParts form_of(const Version& version, const std::string& task) {
  static const json::value none;  // no form
  if (task.empty()) return {version.form_schema, version.form_hints};
  const auto found = version.task_forms.find(task);
  if (found == version.task_forms.end()) return {none, none};
  return {found->second.schema, found->second.hints};
}

// A group without a name of its own is told by the questions in it.
std::vector<std::string> named_below(const Version& version, const std::string& path) {
  std::vector<std::string> below;
  const auto* fields = member(version.form_hints, "fields");
  if (fields == nullptr || !fields->is_object() || member(*fields, path) != nullptr) return {path};
  for (const auto& field : fields->get_object()) {
    const std::string name(field.key());
    if (name.starts_with(path + "/")) below.push_back(name);
  }
  return below.empty() ? std::vector{path} : below;
}

// Of each step, what it shows of the application, by the questions' names.
WrittenNamed shown_of(const Version& version) {
  WrittenNamed shown;
  for (const auto& [task, paths] : version.task_shows) {
    if (paths.empty()) continue;
    const Text step = version.step_name(task);
    Text names;
    for (const auto& path : paths) {
      for (const auto& question : named_below(version, path)) {
        const Text label = question_label(version, question);
        const std::string gap = names.vi.empty() ? "" : "; ";
        add(names, gap + label.vi, gap + label.en);
      }
    }
    shown[task + ":shows"] = {{"Nội dung đơn xem ở bước “" + step.vi + "”",
                               "Answers shown at the step “" + step.en + "”"},
                              names};
  }
  return shown;
}

}  // namespace

std::vector<Change> compare_forms(const Version& old, const Version& now) {
  std::set<std::string> tasks{""};  // "": the application
  for (const auto* version : {&old, &now}) {
    for (const auto& [task, form] : version->task_forms) tasks.insert(task);
  }
  std::vector<Change> changes;
  for (const auto& task : tasks) {
    const FormParts before = form_of(old, task);
    const FormParts after = form_of(now, task);
    const std::string prefix = task.empty() ? "" : task + ":";
    for (auto& change : FormChanges(before, after, prefix).take()) {
      if (!task.empty()) {
        const Text step = (now.task_forms.contains(task) ? now : old).step_name(task);
        change.name = {step.vi + ": " + change.name.vi, step.en + ": " + change.name.en};
      }
      changes.push_back(std::move(change));
    }
  }
  std::ranges::move(changes_of(shown_of(old), shown_of(now)), std::back_inserter(changes));
  return changes;
}

}  // namespace motcua::procedure
