// The form: every question has a label in both languages and a page, every hint a question.

#include <algorithm>
#include <map>

#include "procedure/address.hpp"
#include "procedure/check_parts.hpp"
#include "procedure/form_schema.hpp"

namespace motcua::procedure {
namespace {

constexpr int deepest = 32;

// Questions by pattern ("/members/*/name"), with their schema. A group is listed beside its parts.
using Questions = std::map<std::string, const json::object*, std::less<>>;

void collect(const FormSchema& form, const json::object& schema, const std::string& path,
             Questions& found) {
  if (std::ranges::count(path, '/') > deepest) return;
  if (const auto* properties = schema.if_contains("properties");
      properties != nullptr && properties->is_object()) {
    for (const auto& property : properties->get_object()) {
      const auto* own = form.resolve(property.value());
      if (own == nullptr) continue;
      const std::string inner = path + "/" + std::string(property.key());
      found.emplace(inner, own);
      collect(form, *own, inner, found);
    }
  }
  if (const auto* item = form.item(schema)) collect(form, *item, path + "/*", found);
  for (const auto* branch : form.branches(schema)) collect(form, *branch, path, found);
}

Questions questions_of(const json::value& schema) {
  const FormSchema form(schema);
  Questions found;
  if (const auto* root = form.root()) collect(form, *root, "", found);
  return found;
}

bool is_group(const json::object& schema) {
  const auto* type = schema.if_contains("type");
  return type != nullptr && *type == json::value("object");
}

// One form of the version, and the files it is read from.
struct FormAndFiles {
  const json::value& schema;
  const json::value& hints;
  std::string schema_file;
  std::string hints_file;
};

class FormCheck {
 public:
  FormCheck(Checking& checking, FormAndFiles form)
      : checking_(checking), form_(std::move(form)), questions_(questions_of(form_.schema)) {}

  void run() {
    const json::value& hints = form_.hints;
    if (auto pages = member(hints, "pages"); pages && pages->is_array()) {
      for (const json::value& page : pages->get_array()) check_page(page);
    }
    if (auto fields = member(hints, "fields"); fields && fields->is_object()) {
      for (const auto& field : fields->get_object()) must_exist(field.key());
    }
    for (const auto& [path, schema] : questions_) check_question(path, *schema);
  }

 private:
  int line_with(std::string_view path) const {
    // Its hint where it has one, else the page that names it.
    const std::string quoted = "\"" + std::string(path) + "\"";
    const int hint = checking_.line_with(form_.hints_file, quoted + ":");
    return hint > 1 ? hint : checking_.line_with(form_.hints_file, quoted);
  }

  void must_exist(std::string_view path) {
    if (questions_.contains(path)) return;
    const std::string shown(path);
    checking_.report(
        form_.hints_file, line_with(path), "question-unknown",
        {"đơn không có câu hỏi “" + shown + "”", "the form has no question “" + shown + "”"},
        shown);
  }

  void check_page(const json::value& page) {
    need(member(page, "title"), "pages");
    auto fields = member(page, "fields");
    if (fields == nullptr || !fields->is_array()) return;
    for (const json::value& field : fields->get_array()) {
      if (!field.is_string()) continue;
      const std::string path(field.get_string());
      must_exist(path);
      paged_.insert(path);
    }
  }

  void need(const json::value* text, std::string_view where) {
    const bool whole = text != nullptr && !string_member(*text, "vi").empty() &&
                       !string_member(*text, "en").empty();
    if (whole) return;
    const std::string shown(where);
    checking_.report(form_.hints_file, line_with(where), "translation-missing",
                     {"“" + shown + "” thiếu chữ tiếng Việt hoặc tiếng Anh",
                      "“" + shown + "” lacks Vietnamese or English words"},
                     shown);
  }

  bool is_paged(const std::string& path) const {
    return std::ranges::any_of(paged_, [&](const std::string& page) {
      return path == page || path.starts_with(page + "/");
    });
  }

  void check_question(const std::string& path, const json::object& schema) {
    if (is_address(&schema) && !is_whole_address(schema)) {
      checking_.report(form_.schema_file, 1, "address-wrong",
                       {"địa chỉ “" + path + "” phải là \"" + std::string(three_levels) +
                            "\" với bốn mục chữ: province, district, commune, street",
                        "the address “" + path + "” must be \"" + std::string(three_levels) +
                            "\" with four texts: province, district, commune, street"},
                       path);
    }
    if (is_group(schema)) return;
    const json::value* fields = member(form_.hints, "fields");
    const json::value* hint = fields ? member(*fields, path) : nullptr;
    need(hint ? member(*hint, "label") : nullptr, path);
    const auto* values = schema.if_contains("enum");
    auto options = hint ? member(*hint, "options") : nullptr;
    if (values && values->is_array()) {
      for (const json::value& value : values->get_array()) {
        if (!value.is_string()) continue;
        const std::string_view word = value.get_string();
        need(options ? member(*options, word) : nullptr, path);
      }
    }
    if (is_paged(path)) return;
    checking_.report(
        form_.hints_file, line_with(path), "question-not-shown",
        {"câu hỏi “" + path + "” không ở trang nào", "the question “" + path + "” is on no page"},
        path);
  }

  Checking& checking_;
  FormAndFiles form_;
  Questions questions_;
  std::set<std::string> paged_;
};

}  // namespace

std::set<std::string, std::less<>> question_names(const json::value& schema) {
  std::set<std::string, std::less<>> names;
  for (const auto& [path, question] : questions_of(schema))
    names.insert(path.substr(1, path.find('/', 1) - 1));
  return names;
}

const json::object* find_question(const json::value& schema, std::string_view path) {
  const Questions questions = questions_of(schema);
  const auto found = questions.find(path);
  return found == questions.end() ? nullptr : found->second;
}

namespace {

// A step's form belongs to a step, and its questions are variables nothing else gives.
void check_task_form(Checking& checking, const std::string& task, const TaskForm& form) {
  const FormAndFiles files{form.schema, form.hints, "task." + task + ".schema.json",
                           "task." + task + ".ui.json"};
  const Process& process = checking.version().process;
  const auto node = process.nodes.find(task);
  if (node == process.nodes.end() || node->second.kind != NodeKind::UserTask) {
    checking.report(files.schema_file, 1, "task-unknown",
                    {"quy trình không có bước “" + task + "” để hỏi biểu mẫu này",
                     "the process has no step “" + task + "” that asks this form"});
  }
  const auto taken = question_names(checking.version().form_schema);
  for (const std::string& name : question_names(form.schema)) {
    if (!taken.contains(name) && !is_reserved_variable(name)) continue;
    checking.report(files.schema_file, 1, "variable-taken",
                    {"“" + name + "” đã có trong đơn; hãy đặt tên khác",
                     "“" + name + "” is in the application already; name it otherwise"},
                    "/" + name);
  }
  FormCheck(checking, files).run();
}

// What a step shows of the application has to be asked there.
void check_shown(Checking& checking, const std::string& task,
                 const std::vector<std::string>& paths) {
  const Version& version = checking.version();
  const std::string file = "task." + task + ".ui.json";
  const auto node = version.process.nodes.find(task);
  const bool a_step =
      node != version.process.nodes.end() && node->second.kind == NodeKind::UserTask;
  if (!a_step && !version.task_forms.contains(task)) {  // of its form it is told already
    checking.report(file, 1, "task-unknown",
                    {"quy trình không có bước “" + task + "” để xem các mục này",
                     "the process has no step “" + task + "” that shows these answers"},
                    task);
  }
  const Questions questions = questions_of(version.form_schema);
  for (const std::string& path : paths) {
    if (questions.contains(path)) continue;
    checking.report(
        file, checking.line_with(file, "\"" + path + "\""), "shown-question-unknown",
        {"bước “" + version.step_name(task).vi + "” cho xem “" + path + "”, không có trong đơn",
         "the step “" + version.step_name(task).en + "” shows “" + path +
             "”, which the application does not ask"},
        task);
  }
}

}  // namespace

void check_form(Checking& checking) {
  const Version& version = checking.version();
  FormCheck(checking, {version.form_schema, version.form_hints, "form.schema.json",
                       std::string(form_hints_file)})
      .run();
  for (const auto& [task, form] : version.task_forms) check_task_form(checking, task, form);
  for (const auto& [task, paths] : version.task_shows) check_shown(checking, task, paths);
}

}  // namespace motcua::procedure
