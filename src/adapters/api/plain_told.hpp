// Reading an answer of the API to make a plain page of it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "api/plain_pages.hpp"
#include "queries/json_parts.hpp"

namespace motcua::api::plain {

// One part of an answer, read as a person would: its texts, its moments, its own parts.
class Told {
 public:
  Told(const json::value& value, Language language) : value_(&value), language_(language) {}

  bool has(std::string_view name) const { return member(*value_, name) != nullptr; }
  std::string text(std::string_view name) const {
    const auto* part = member(*value_, name);
    return part == nullptr ? std::string() : say(*part, language_);
  }
  std::string number(std::string_view name) const {
    const auto* part = member(*value_, name);
    return part == nullptr ? std::string() : write_json(*part);
  }
  // "3, 4" of a list of numbers.
  std::string numbers(std::string_view name) const {
    std::string text;
    for (const auto& one : list(name)) text += (text.empty() ? "" : ", ") + write_json(*one.value_);
    return text;
  }
  bool flag(std::string_view name) const {
    const auto* part = member(*value_, name);
    return part != nullptr && part->is_bool() && part->get_bool();
  }
  const json::value& value() const { return *value_; }
  std::string own_text() const { return say(*value_, language_); }
  std::string moment(std::string_view name) const {
    const auto at = parse_moment(string_member(*value_, name));
    return at ? in(queries::describe(*at)) : std::string();
  }
  std::string day(std::string_view name) const {
    const auto date = parse_date(string_member(*value_, name));
    return date ? in({write_vietnamese(*date), write_date(*date)}) : std::string();
  }
  Told part(std::string_view name) const {
    static const json::value nothing;
    const auto* found = member(*value_, name);
    return {found == nullptr ? nothing : *found, language_};
  }
  std::vector<Told> list(std::string_view name) const {
    std::vector<Told> parts;
    const auto* found = member(*value_, name);
    if (found == nullptr || !found->is_array()) return parts;
    for (const auto& one : found->get_array()) parts.emplace_back(one, language_);
    return parts;
  }
  std::string in(const Text& text) const { return text.in(language_); }

 private:
  const json::value* value_;
  Language language_;
};

inline std::string heading(const Told& told, const Text& text) {
  return element("h2", told.in(text));
}

}  // namespace motcua::api::plain
