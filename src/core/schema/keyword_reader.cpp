#include "schema/keyword_reader.hpp"

#include <algorithm>
#include <limits>

#include "schema/faults.hpp"

namespace motcua::schema {

const json::value* KeywordReader::find(std::string_view keyword) const {
  const auto* found = schema_.if_contains(keyword);
  if (found == nullptr) return nullptr;
  const auto* known = find_keyword(keyword);
  return known != nullptr && has_vocabulary(known->vocabularies) ? found : nullptr;
}

std::string KeywordReader::path_of(std::string_view keyword) const {
  return path_ + "/" + std::string(keyword);
}

std::optional<Decimal> KeywordReader::number(std::string_view keyword) const {
  const auto* found = find(keyword);
  if (found == nullptr) return std::nullopt;
  if (found->is_number()) return Decimal(*found);
  return malformed(keyword, "một số", "a number"), std::nullopt;
}

std::optional<std::size_t> KeywordReader::count(std::string_view keyword) const {
  const auto* found = find(keyword);
  if (found == nullptr) return std::nullopt;
  if (found->is_number()) {
    const Decimal number(*found);
    const Decimal most{json::value(std::numeric_limits<std::int64_t>::max())};
    if (number.is_whole() && number >= Decimal(json::value(0))) {
      return number > most ? std::numeric_limits<std::size_t>::max()
                           : found->to_number<std::size_t>();
    }
  }
  return malformed(keyword, "một số nguyên không âm", "a whole number, not negative"), std::nullopt;
}

std::optional<std::string> KeywordReader::text(std::string_view keyword) const {
  const auto* found = find(keyword);
  if (found == nullptr) return std::nullopt;
  if (const auto* text = found->if_string()) return std::string(*text);
  return malformed(keyword, "chữ", "text"), std::nullopt;
}

bool KeywordReader::truth(std::string_view keyword) const {
  const auto* found = find(keyword);
  if (found == nullptr) return false;
  if (const auto* truth = found->if_bool()) return *truth;
  return malformed(keyword, "true hoặc false", "true or false"), false;
}

const json::array* KeywordReader::list(std::string_view keyword) const {
  const auto* found = find(keyword);
  if (found == nullptr || found->is_array()) return found == nullptr ? nullptr : found->if_array();
  return malformed(keyword, "một danh sách", "a list"), nullptr;
}

const json::object* KeywordReader::group(std::string_view keyword) const {
  const auto* found = find(keyword);
  if (found == nullptr || found->is_object()) {
    return found == nullptr ? nullptr : found->if_object();
  }
  return malformed(keyword, "một đối tượng", "an object"), nullptr;
}

std::vector<std::string> KeywordReader::names(const json::value& list,
                                              std::string_view keyword) const {
  std::vector<std::string> names;
  const auto* array = list.if_array();
  const bool of_texts = array != nullptr && std::ranges::all_of(*array, [](const auto& name) {
                          return name.is_string();
                        });
  if (!of_texts) return malformed(keyword, "một danh sách tên", "a list of names"), names;
  for (const auto& name : *array) names.emplace_back(name.get_string());
  auto sorted = names;
  std::ranges::sort(sorted);
  const auto twice = std::ranges::adjacent_find(sorted);
  if (twice != sorted.end()) report(keyword, name_taken, {{"name", *twice}});
  return names;
}

std::optional<Pattern> KeywordReader::pattern(std::string_view ecma,
                                              std::string_view keyword) const {
  auto compiled = Pattern::compile(ecma);
  if (compiled) return std::move(compiled).value();
  report(keyword, pattern_broken,
         {{"pattern", std::string(ecma)},
          {"at", std::to_string(compiled.error().at)},
          {"why", compiled.error().what}});
  return std::nullopt;
}

void KeywordReader::check_annotations() const {
  for (const auto* keyword :
       {"title", "description", "$comment", "contentEncoding", "contentMediaType"}) {
    text(keyword);
  }
  for (const auto* keyword : {"deprecated", "readOnly", "writeOnly"}) truth(keyword);
  list("examples");
}

void KeywordReader::malformed(std::string_view keyword, std::string vi, std::string en) const {
  report(keyword, keyword_malformed,
         {{"keyword", std::string(keyword)}, {"vi", std::move(vi)}, {"en", std::move(en)}});
}

void KeywordReader::report(std::string_view keyword, const RejectionKind& kind,
                           RejectionDetails details) const {
  fault_.report(path_of(keyword), kind, std::move(details));
}

}  // namespace motcua::schema
