#include "schema/keyword.hpp"

#include <algorithm>
#include <array>

namespace motcua::schema {
namespace {

constexpr unsigned any_format = FormatAnnotation | FormatAssertion;

constexpr std::array<Keyword, 60> keywords{{
    {"$id", Core},
    {"$schema", Core},
    {"$ref", Core},
    {"$anchor", Core},
    {"$dynamicRef", Core},
    {"$dynamicAnchor", Core},
    {"$vocabulary", Core},
    {"$comment", Core},
    {"$defs", Core, Holds::SchemasByName},
    {"prefixItems", Applicator, Holds::SchemaList},
    {"items", Applicator, Holds::OneSchema},
    {"contains", Applicator, Holds::OneSchema},
    {"additionalProperties", Applicator, Holds::OneSchema},
    {"properties", Applicator, Holds::SchemasByName},
    {"patternProperties", Applicator, Holds::SchemasByName},
    {"dependentSchemas", Applicator, Holds::SchemasByName},
    {"propertyNames", Applicator, Holds::OneSchema},
    {"if", Applicator, Holds::OneSchema},
    {"then", Applicator, Holds::OneSchema},
    {"else", Applicator, Holds::OneSchema},
    {"allOf", Applicator, Holds::SchemaList},
    {"anyOf", Applicator, Holds::SchemaList},
    {"oneOf", Applicator, Holds::SchemaList},
    {"not", Applicator, Holds::OneSchema},
    {"unevaluatedItems", Unevaluated, Holds::OneSchema},
    {"unevaluatedProperties", Unevaluated, Holds::OneSchema},
    {"type", Validation},
    {"const", Validation},
    {"enum", Validation},
    {"multipleOf", Validation},
    {"maximum", Validation},
    {"exclusiveMaximum", Validation},
    {"minimum", Validation},
    {"exclusiveMinimum", Validation},
    {"maxLength", Validation},
    {"minLength", Validation},
    {"pattern", Validation},
    {"maxItems", Validation},
    {"minItems", Validation},
    {"uniqueItems", Validation},
    {"maxContains", Validation},
    {"minContains", Validation},
    {"maxProperties", Validation},
    {"minProperties", Validation},
    {"required", Validation},
    {"dependentRequired", Validation},
    {"format", any_format},
    {"reference-list", MetaData},
    {"address", MetaData},
    {"contentEncoding", Content},
    {"contentMediaType", Content},
    {"contentSchema", Content, Holds::OneSchema},
    {"title", MetaData},
    {"description", MetaData},
    {"default", MetaData},
    {"deprecated", MetaData},
    {"readOnly", MetaData},
    {"writeOnly", MetaData},
    {"examples", MetaData},
    {"definitions", Core, Holds::SchemasByName},  // what $defs was called, still read
}};

struct VocabularyUri {
  std::string_view last_part;
  Vocabulary bit;
};
constexpr std::string_view vocabulary_folder = "https://json-schema.org/draft/2020-12/vocab/";
constexpr std::array<VocabularyUri, 8> vocabularies{{
    {"core", Core},
    {"applicator", Applicator},
    {"unevaluated", Unevaluated},
    {"validation", Validation},
    {"format-annotation", FormatAnnotation},
    {"format-assertion", FormatAssertion},
    {"content", Content},
    {"meta-data", MetaData},
}};

}  // namespace

const Keyword* find_keyword(std::string_view name) {
  const auto found = std::ranges::find(keywords, name, &Keyword::name);
  return found == keywords.end() ? nullptr : &*found;
}

unsigned find_vocabulary(std::string_view uri) {
  if (!uri.starts_with(vocabulary_folder)) return 0;
  uri.remove_prefix(vocabulary_folder.size());
  const auto found = std::ranges::find(vocabularies, uri, &VocabularyUri::last_part);
  return found == vocabularies.end() ? 0U : static_cast<unsigned>(found->bit);
}

}  // namespace motcua::schema
