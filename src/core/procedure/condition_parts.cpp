#include "procedure/condition_parts.hpp"

#include <algorithm>
#include <array>

#include "base/json_pointer.hpp"

namespace motcua::procedure {
namespace {

constexpr int deepest_question = 32;

using Pointers = std::vector<std::string>;

void add_pointer(Pointers& pointers, const std::string& pointer) {
  if (std::ranges::find(pointers, pointer) == pointers.end()) pointers.push_back(pointer);
}

// Calls `visit(name, schema)` for every property an object's schema names outside of branches.
template <class Visit>
void each_property(const json::object& schema, const Visit& visit) {
  const auto* properties = schema.if_contains("properties");
  const auto* object = properties == nullptr ? nullptr : properties->if_object();
  if (object == nullptr) return;
  for (const auto& [name, own] : *object) visit(std::string_view(name), own);
}

template <class Visit>
void each_required(const json::object& schema, const Visit& visit) {
  const auto* required = schema.if_contains("required");
  const auto* list = required == nullptr ? nullptr : required->if_array();
  if (list == nullptr) return;
  for (const auto& name : *list) {
    if (name.is_string()) visit(std::string_view(name.get_string()));
  }
}

// Calls `visit(part)` for what the keywords hold: one schema each, or a list of them.
template <std::size_t N, class Visit>
void each_part(const FormSchema& schema, const json::object& of,
               const std::array<std::string_view, N>& keywords, const Visit& visit) {
  for (const auto keyword : keywords) {
    const auto* held = of.if_contains(keyword);
    if (held == nullptr) continue;
    if (const auto* list = held->if_array()) {
      for (const auto& one : *list) {
        if (const auto* part = schema.resolve(one)) visit(*part);
      }
    } else if (const auto* part = schema.resolve(*held)) {
      visit(*part);
    }
  }
}

constexpr std::array<std::string_view, 4> parts_of_a_condition{"allOf", "anyOf", "oneOf", "not"};
constexpr std::array<std::string_view, 5> parts_of_a_branch{"allOf", "anyOf", "oneOf", "then",
                                                            "else"};
constexpr std::array<std::string_view, 2> branches_of_an_if{"then", "else"};

// Every question that a condition or a branch names; one whose own members it names stands for
// these.
template <std::size_t N>
void collect(const FormSchema& schema, const json::object& part, const std::string& at,
             const std::array<std::string_view, N>& keywords, Pointers& found) {
  if (std::ranges::count(at, '/') == deepest_question) return;
  each_property(part, [&](std::string_view name, const json::value& own) {
    const auto pointer = at + "/" + write_pointer_token(name);
    const auto* inner = schema.resolve(own);
    const auto before = found.size();
    if (inner != nullptr) collect(schema, *inner, pointer, keywords, found);
    if (found.size() == before) add_pointer(found, pointer);
  });
  each_required(part, [&](std::string_view name) {
    const auto pointer = at + "/" + write_pointer_token(name);
    const bool told =
        std::ranges::any_of(found, [&](const auto& known) { return known.starts_with(pointer); });
    if (!told) add_pointer(found, pointer);
  });
  each_part(schema, part, keywords,
            [&](const json::object& inner) { collect(schema, inner, at, keywords, found); });
}

// Calls `visit(looked_at, named)` for every condition of the object.
template <class Visit>
void each_condition(const FormSchema& schema, const json::object& object, const Visit& visit,
                    int depth = 0) {
  if (depth == deepest_question) return;
  const auto questions_in = [&](const json::value& part, const auto& keywords) {
    Pointers found;
    if (const auto* read = schema.resolve(part)) collect(schema, *read, "", keywords, found);
    return found;
  };
  if (const auto* condition = object.if_contains("if")) {
    Pointers named;
    each_part(schema, object, branches_of_an_if, [&](const json::object& branch) {
      collect(schema, branch, "", parts_of_a_branch, named);
    });
    visit(questions_in(*condition, parts_of_a_condition), named);
  }
  const auto* dependent = object.if_contains("dependentSchemas");
  if (dependent != nullptr && dependent->is_object()) {
    for (const auto& [on, rule] : dependent->get_object()) {
      visit(Pointers{"/" + write_pointer_token(on)}, questions_in(rule, parts_of_a_branch));
    }
  }
  each_part(schema, object, parts_of_a_branch,
            [&](const json::object& part) { each_condition(schema, part, visit, depth + 1); });
}

bool meet(std::string_view one, std::string_view other) {
  const auto least = std::min(one.size(), other.size());
  if (one.substr(0, least) != other.substr(0, least)) return false;
  const auto longer = one.size() > other.size() ? one : other;
  return one.size() == other.size() || longer[least] == '/';
}

}  // namespace

std::vector<std::string> dependents_of(const FormSchema& schema, const json::object& object,
                                       std::string_view path) {
  Pointers found;
  each_condition(schema, object, [&](const Pointers& looked_at, const Pointers& named) {
    const bool about_it =
        std::ranges::any_of(looked_at, [&](const auto& other) { return meet(other, path); });
    if (!about_it) return;
    for (const auto& pointer : named) add_pointer(found, pointer);
  });
  return found;
}

std::vector<std::string> conditions_look_at(const FormSchema& schema, const json::object& object) {
  Pointers found;
  each_condition(schema, object, [&](const Pointers& looked_at, const Pointers&) {
    for (const auto& pointer : looked_at) add_pointer(found, pointer);
  });
  return found;
}

}  // namespace motcua::procedure
