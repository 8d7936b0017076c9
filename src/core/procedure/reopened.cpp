#include "procedure/reopened.hpp"

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <cstdlib>
#include <optional>

#include "base/json_pointer.hpp"
#include "procedure/condition_parts.hpp"
#include "procedure/form.hpp"
#include "procedure/form_schema.hpp"
#include "procedure/write_answer.hpp"

namespace motcua::procedure {
namespace {

using Paths = std::vector<std::string>;

bool lies_within(std::string_view path, std::string_view above) {
  return path.starts_with(above) && (path.size() == above.size() || path[above.size()] == '/');
}

bool lies_within(std::string_view path, const Paths& paths) {
  return std::ranges::any_of(paths, [&](const auto& above) { return lies_within(path, above); });
}

void add_once(Paths& paths, std::string path) {
  if (std::ranges::find(paths, path) == paths.end()) paths.push_back(std::move(path));
}

bool is_left_blank(const json::value& value) {
  return value.is_null() || (value.is_string() && value.get_string().empty());
}

std::string below(const std::string& path, std::string_view name) {
  return path + "/" + write_pointer_token(name);
}

class Questions {
 public:
  Questions(const Version& version, const json::value& answers)
      : version_(version), schema_(version.form_schema), rows_(answer_rows(version, answers)) {}

  std::vector<Question> take() {
    std::ranges::stable_sort(found_, {}, &Question::page);
    return std::move(found_);
  }

  void walk(const json::object& schema, const json::value* value, const std::string& path) {
    const auto* items = schema_.item(schema);
    if (!names_of(schema).empty()) {
      for (const auto& name : names_of(schema)) walk_into(schema, value, {path, name});
    } else if (items != nullptr && !names_of(*items).empty()) {
      add(path);
      const auto* list = value == nullptr ? nullptr : value->if_array();
      for (std::size_t i = 0; list != nullptr && i < list->size(); ++i) {
        walk(*items, &(*list)[i], path + "/" + std::to_string(i));
      }
    } else if (!path.empty() && schema.if_contains("const") == nullptr) {
      add(path);
    }
  }

 private:
  struct Place {
    const std::string& path;
    const std::string& name;
  };

  void walk_into(const json::object& schema, const json::value* value, const Place& place) {
    const auto* own = schema_.property(schema, place.name);
    const auto* given = value == nullptr ? nullptr : member(*value, place.name);
    const auto* always = schema.if_contains("properties");
    const bool asked = always != nullptr && member(*always, place.name) != nullptr;
    if (own != nullptr && (asked || given != nullptr)) {
      walk(*own, given, below(place.path, place.name));
    }
  }

  // Of an object's properties, those of its conditions too.
  Paths names_of(const json::object& schema) const {
    Paths names;
    put_names(schema, names);
    return names;
  }

  void put_names(const json::object& schema, Paths& names) const {
    if (const auto* properties = schema.if_contains("properties")) {
      if (const auto* object = properties->if_object()) {
        for (const auto& entry : *object) add_once(names, std::string(entry.key()));
      }
    }
    for (const auto* branch : schema_.branches(schema)) put_names(*branch, names);
  }

  void add(const std::string& path) {
    const auto row = std::ranges::find(rows_, path, &AnswerRow::path);
    found_.push_back({path, question_label(version_, path),
                      row == rows_.end() ? Text{} : row->value, question_page(version_, path)});
  }

  const Version& version_;
  FormSchema schema_;
  std::vector<AnswerRow> rows_;
  std::vector<Question> found_;
};

// Of a path, every object above it: with its pointer and the rest of the path.
template <class Visit>
void each_above(const FormSchema& schema, std::string_view path, const Visit& visit) {
  for (std::size_t end = 0; end < path.size(); end = path.find('/', end + 1)) {
    const auto above = path.substr(0, end);
    if (const auto* object = schema.question(above)) visit(*object, above, path.substr(end));
  }
}

void copy_answer(const json::value& answers, json::value& part, std::string_view path) {
  const json::value* from = &answers;
  json::value* to = &part;
  while (path.starts_with('/')) {
    const auto name = read_pointer_token(take_pointer_token(path)).value_or("");
    if (const auto* list = from->if_array()) {
      if (!to->is_array()) *to = json::array(list->size(), json::value(json::object{}));
      const auto index = std::size_t(std::atoi(name.c_str()));
      if (index >= list->size()) return;
      from = &(*list)[index];
      to = &to->get_array()[index];
      continue;
    }
    from = member(*from, name);
    if (from == nullptr) return;
    if (!to->is_object()) *to = json::object{};
    to = &to->get_object()[name];
  }
  *to = *from;
}

// The first answer in `sent` that is not at the paths and not as it was; nothing when there is
// none.
std::optional<std::string> changed_elsewhere(const json::value& before, const json::value& sent,
                                             const Paths& paths, const std::string& path) {
  if (!path.empty() && lies_within(path, paths)) return std::nullopt;
  if (const auto* object = sent.if_object()) {
    for (const auto& [name, inner] : *object) {
      if (auto found = changed_elsewhere(before, inner, paths, below(path, name))) return found;
    }
    return std::nullopt;
  }
  if (const auto* list = sent.if_array()) {
    for (std::size_t i = 0; i < list->size(); ++i) {
      auto found = changed_elsewhere(before, (*list)[i], paths, path + "/" + std::to_string(i));
      if (found) return found;
    }
    return std::nullopt;
  }
  const auto* was = answer_at(before, path);
  if (is_left_blank(sent) || (was != nullptr && *was == sent)) return std::nullopt;
  return path;
}

void drop_answer(json::value& answers, std::string_view path) {
  const auto last = path.rfind('/');
  auto* above = answer_place(answers, path.substr(0, last));
  auto* object = above == nullptr ? nullptr : above->if_object();
  if (object == nullptr) return;
  json::object kept;  // the others keep their order
  const auto name = read_pointer_token(path.substr(last + 1)).value_or("");
  for (auto& [key, value] : *object) {
    if (std::string_view(key) != name) kept.emplace(key, std::move(value));
  }
  *object = std::move(kept);
}

}  // namespace

std::vector<Question> questions_of(const Version& version, const json::value& answers) {
  const auto* given = answers.if_object();
  if (given == nullptr || given->empty()) return {};
  Questions questions(version, answers);
  const auto* root = FormSchema(version.form_schema).root();
  if (root != nullptr) questions.walk(*root, &answers, "");
  return questions.take();
}

std::vector<std::string> with_dependents(const Version& version, std::vector<std::string> paths) {
  const FormSchema schema(version.form_schema);
  for (std::size_t i = 0; i < paths.size(); ++i) {
    const std::string path = paths[i];  // the list grows
    each_above(schema, path, [&](const json::object& object, std::string_view above, auto rest) {
      for (auto& name : dependents_of(schema, object, rest)) {
        add_once(paths, std::string(above) + name);
      }
    });
  }
  return paths;
}

json::value answers_around(const Version& version, const json::value& answers,
                           const std::vector<std::string>& paths) {
  const FormSchema schema(version.form_schema);
  json::value part(json::object{});
  for (const auto& path : paths) {
    copy_answer(answers, part, path);
    each_above(schema, path, [&](const json::object& object, std::string_view above, auto) {
      for (const auto& looked_at : conditions_look_at(schema, object)) {
        copy_answer(answers, part, std::string(above) + looked_at);
      }
    });
  }
  return part;
}

Result<json::value, std::string> put_answers(const json::value& answers, const json::value& sent,
                                             const std::vector<std::string>& paths) {
  if (auto elsewhere = changed_elsewhere(answers, sent, paths, "")) {
    return Unexpected{std::move(*elsewhere)};
  }
  json::value after = answers;
  for (const auto& path : paths) {
    const auto* said = answer_at(sent, path);
    if (said != nullptr && !is_left_blank(*said)) {
      write_answer(after, path, *said);
    } else if (answer_at(after, path) != nullptr) {
      drop_answer(after, path);
    }
  }
  return after;
}

}  // namespace motcua::procedure
