// The keywords of draft 2020-12: where each belongs and what subschemas it holds. Internal to the
// schema module.
#pragma once

#include <string_view>

namespace motcua::schema {

enum Vocabulary : unsigned {
  Core = 1,
  Applicator = 2,
  Unevaluated = 4,
  Validation = 8,
  FormatAnnotation = 16,
  FormatAssertion = 32,
  Content = 64,
  MetaData = 128,
};
inline constexpr unsigned standard_vocabularies =
    Core | Applicator | Unevaluated | Validation | FormatAnnotation | Content | MetaData;

enum class Holds { NoSchema, OneSchema, SchemaList, SchemasByName };

struct Keyword {
  std::string_view name;
  unsigned vocabularies = 0;  // any of these brings it
  Holds holds = Holds::NoSchema;
};

const Keyword* find_keyword(std::string_view name);  // nullptr: no keyword of the draft
unsigned find_vocabulary(std::string_view uri);      // 0: not known

inline constexpr std::string_view draft_uri = "https://json-schema.org/draft/2020-12/schema";

}  // namespace motcua::schema
