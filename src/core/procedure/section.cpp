#include "procedure/section.hpp"

namespace motcua::procedure {
namespace {

Text about(std::string_view key, const Text& what) {
  const std::string quoted = "“" + std::string(key) + "” ";
  return {quoted + what.vi, quoted + what.en};
}

const Text is_missing{"còn thiếu", "is missing"};
const Text is_no_text{"phải là chữ", "must be a text"};

}  // namespace

int Section::line(std::string_view key) const {
  auto value = table_.find(key);
  return value ? value->line : table_.line;
}

const TomlValue* Section::take(std::string_view key) {
  taken_.emplace(key);
  return table_.find(key);
}

template <class T>
const T* Section::take_as(std::string_view key, const Text& kind) {
  auto value = take(key);
  if (value == nullptr) return nullptr;
  auto held = value->as<T>();
  if (held == nullptr) report(value->line, "value-wrong", about(key, kind));
  return held;
}

std::string Section::text(std::string_view key) {
  auto held = take_as<std::string>(key, is_no_text);
  if (table_.find(key) == nullptr || (held != nullptr && held->empty())) {
    report(line(key), "key-missing", about(key, is_missing));
  }
  return held ? *held : std::string();
}

std::string Section::text_or(std::string_view key, std::string_view otherwise) {
  auto held = take_as<std::string>(key, is_no_text);
  return held ? *held : std::string(otherwise);
}

bool Section::truth(std::string_view key) {
  auto held = take_as<bool>(key, {"phải là true hoặc false", "must be true or false"});
  return held && *held;
}

int Section::number(std::string_view key, int least, int most) {
  const Text range{
      "phải là số từ " + std::to_string(least) + " đến " + std::to_string(most),
      "must be a number from " + std::to_string(least) + " to " + std::to_string(most)};
  auto held = take_as<std::int64_t>(key, range);
  if (held == nullptr) return least;
  if (*held >= least && *held <= most) return static_cast<int>(*held);
  report(line(key), "value-wrong", about(key, range));
  return least;
}

std::optional<Date> Section::date(std::string_view key) {
  auto held = take_as<Date>(key, {"phải là ngày có thật", "must be a date that exists"});
  if (table_.find(key) == nullptr) report(line(), "key-missing", about(key, is_missing));
  return held ? std::optional(*held) : std::nullopt;
}

std::vector<std::string> Section::texts(std::string_view key) {
  std::vector<std::string> found;
  auto held = take_as<TomlValue::Array>(key, {"phải là danh sách", "must be a list"});
  if (held == nullptr) return found;
  for (const TomlValue& item : *held) {
    auto text = item.as<std::string>();
    if (text == nullptr) report(item.line, "value-wrong", about(key, is_no_text));
    if (text != nullptr) found.push_back(*text);
  }
  return found;
}

std::optional<calendar::Term> Section::term(std::string_view key) {
  const std::string written = text(key);
  if (written.empty()) return std::nullopt;
  auto term = calendar::parse_term(written);
  if (term) return *term;
  report(line(key), "value-wrong",
         {term.error().message(Language::Vietnamese), term.error().message(Language::English)});
  return std::nullopt;
}

const TomlValue* Section::table(std::string_view key) {
  auto value = take(key);
  if (value == nullptr || value->as<TomlValue::Table>()) return value;
  report(value->line, "value-wrong", about(key, {"phải là bảng", "must be a table"}));
  return nullptr;
}

std::vector<const TomlValue*> Section::tables(std::string_view key) {
  std::vector<const TomlValue*> found;
  auto held =
      take_as<TomlValue::Array>(key, {"phải là danh sách bảng", "must be a list of tables"});
  if (held == nullptr) return found;
  for (const TomlValue& item : *held) {
    if (item.as<TomlValue::Table>()) {
      found.push_back(&item);
    } else {
      report(item.line, "value-wrong", about(key, {"phải là bảng", "must be a table"}));
    }
  }
  return found;
}

std::vector<std::string> Section::keys() const {
  std::vector<std::string> names;
  if (auto members = table_.as<TomlValue::Table>()) {
    for (const auto& [key, value] : *members) names.push_back(key);
  }
  return names;
}

void Section::report(int line, std::string code, Text what) {
  problems_.push_back({file_, line, std::move(code), std::move(what)});
}

void Section::report_unknown_keys() {
  for (const std::string& key : keys()) {
    if (taken_.contains(key)) continue;
    report(line(key), "key-unknown", about(key, {"là khóa lạ", "is an unknown key"}));
  }
}

}  // namespace motcua::procedure
