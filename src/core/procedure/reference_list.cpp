#include "procedure/reference_list.hpp"

#include <algorithm>

#include "base/json_pointer.hpp"
#include "procedure/section.hpp"

namespace motcua::procedure {
namespace {

// ["VN", "Việt Nam", "Viet Nam"], then the first and the last day where there are any; "" for none.
std::optional<ListEntry> read_entry(const TomlValue& value) {
  const auto* parts = value.as<TomlValue::Array>();
  if (parts == nullptr || parts->size() < 3 || parts->size() > 5) return std::nullopt;
  ListEntry entry;
  std::string* const texts[] = {&entry.code, &entry.name.vi, &entry.name.en};
  for (std::size_t i = 0; i < 3; ++i) {
    const auto* text = (*parts)[i].as<std::string>();
    if (text == nullptr || text->empty()) return std::nullopt;
    *texts[i] = *text;
  }
  std::optional<Date>* const days[] = {&entry.from, &entry.until};
  for (std::size_t i = 3; i < parts->size(); ++i) {
    const auto* none = (*parts)[i].as<std::string>();
    const auto* day = (*parts)[i].as<Date>();
    if (day == nullptr && (none == nullptr || !none->empty())) return std::nullopt;
    if (day != nullptr) *days[i - 3] = *day;
  }
  return entry;
}

// Calls `visit(question, path)` for every question of the form that names a list.
template <class Visit>
void each_listed(json::value& schema, const std::string& path, const Visit& visit) {
  auto* object = schema.if_object();
  if (object == nullptr) return;
  if (const auto* list = object->if_contains(list_keyword); list != nullptr && list->is_string()) {
    visit(*object, path);
  }
  if (auto* properties = object->if_contains("properties")) {
    if (auto* named = properties->if_object()) {
      for (auto& [name, own] : *named) {
        each_listed(own, path + "/" + write_pointer_token(name), visit);
      }
    }
  }
  if (auto* items = object->if_contains("items")) each_listed(*items, path + "/*", visit);
  for (const auto* keyword : {"then", "else"}) {
    if (auto* branch = object->if_contains(keyword)) each_listed(*branch, path, visit);
  }
  auto* all = object->if_contains("allOf");
  if (all == nullptr || !all->is_array()) return;
  for (auto& part : all->get_array()) each_listed(part, path, visit);
}

std::string list_of(const json::object& question) {
  return std::string(question.at(list_keyword).as_string());
}

template <class Offered>
json::array codes_of(const ReferenceList& list, const Offered& offered) {
  json::array codes;
  for (const auto& entry : list.entries) {
    if (offered(entry)) codes.push_back(json::value(entry.code));
  }
  return codes;
}

json::object& child(json::object& of, std::string_view name) {
  auto& value = of[name];
  if (!value.is_object()) value = json::object{};
  return value.get_object();
}

json::object names_of(const Text& name) { return {{"vi", name.vi}, {"en", name.en}}; }

template <class Offered>
void put_names(json::object& hint, const ReferenceList& list, const Offered& offered) {
  json::object options;
  json::array suggestions;
  for (const auto& entry : list.entries) {
    if (!offered(entry)) continue;
    if (list.complete) options[entry.code] = names_of(entry.name);
    if (!list.complete) suggestions.push_back(names_of(entry.name));
  }
  if (list.complete) hint["options"] = std::move(options);
  if (!list.complete) hint["suggestions"] = std::move(suggestions);
}

template <class Offered>
void put_choices(json::value& form_schema, const ReferenceLists& lists, const Offered& offered) {
  each_listed(form_schema, "", [&](json::object& question, const std::string&) {
    const auto list = lists.find(list_of(question));
    if (list == lists.end() || !list->second.complete) return;
    question["enum"] = codes_of(list->second, offered);
  });
}

}  // namespace

ReferenceList read_reference_list(std::string_view file, std::string_view text,
                                  Problems& problems) {
  ReferenceList list;
  const auto tree = read_toml(text);
  if (!tree) {
    problems.push_back({std::string(file), tree.error().line, "toml-broken",
                        {"TOML hỏng: " + tree.error().what, "broken TOML: " + tree.error().what}});
    return list;
  }
  Section root(*tree, std::string(file), problems);
  root.text("source");
  list.complete = root.truth("complete");
  const auto* entries = tree->find("entries");
  const auto* rows = entries == nullptr ? nullptr : entries->as<TomlValue::Array>();
  if (rows == nullptr || rows->empty()) {
    root.report(root.line(), "list-empty", {"danh mục không có mục nào", "the list has no entry"});
    return list;
  }
  std::set<std::string> codes;
  for (const auto& row : *rows) {
    auto entry = read_entry(row);
    const bool once = entry && codes.insert(entry->code).second;
    if (once) {
      list.entries.push_back(std::move(*entry));
      continue;
    }
    root.report(row.line, "list-entry-wrong",
                {"mỗi mục viết như [\"mã\", \"tên\", \"tên tiếng Anh\", ngày đầu, ngày cuối], mã "
                 "không lặp lại",
                 "an entry is written like [\"code\", \"tên\", \"name\", first day, last day], "
                 "each code once"});
  }
  return list;
}

std::vector<std::string> lists_named(const json::value& form_schema) {
  json::value schema = form_schema;  // the walk is the same for reading and for writing
  std::set<std::string> names;
  each_listed(schema, "", [&](json::object& question, const std::string&) {
    names.insert(list_of(question));
  });
  return {names.begin(), names.end()};
}

void put_choices_of(json::value& form_schema, const ReferenceLists& lists, Date day) {
  put_choices(form_schema, lists, [day](const ListEntry& entry) { return entry.holds_on(day); });
}

void put_choices_since(json::value& form_schema, json::value& form_hints,
                       const ReferenceLists& lists, Date day) {
  const auto offered = [day](const ListEntry& entry) {
    return !entry.until || *entry.until >= day;
  };
  put_choices(form_schema, lists, offered);
  if (!form_hints.is_object()) return;
  auto& fields = child(form_hints.get_object(), "fields");
  each_listed(form_schema, "", [&](json::object& question, const std::string& path) {
    const auto list = lists.find(list_of(question));
    if (list != lists.end()) put_names(child(fields, path), list->second, offered);
  });
}

}  // namespace motcua::procedure
