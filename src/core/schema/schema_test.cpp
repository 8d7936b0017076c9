#include "schema/schema.hpp"

#include <gtest/gtest.h>

namespace motcua::schema {
namespace {

json::value parsed(std::string_view text) {
  auto read = read_json(text);
  EXPECT_TRUE(read.ok()) << text;
  return std::move(read).value();
}

CompiledSchema compiled(std::string_view text, const CompileOptions& options = {}) {
  auto schema = compile(parsed(text), options);
  EXPECT_TRUE(schema.ok()) << (schema ? "" : schema.error().reason.message(Language::English));
  return std::move(schema).value();
}

Verdict judged(std::string_view schema, std::string_view value, const Limits& limits = {}) {
  return validate(compiled(schema), parsed(value), limits);
}

// "path keyword schema-path" of each fault, in order.
std::vector<std::string> told(const Verdict& verdict) {
  std::vector<std::string> lines;
  for (const auto& fault : verdict.faults) {
    lines.push_back(fault.path + " " + fault.keyword + " " + fault.schema_path);
  }
  return lines;
}

using Lines = std::vector<std::string>;

TEST(Validation, SaysWhereWhatAndByWhichRule) {
  const auto verdict = judged(R"({
    "type": "object", "required": ["name", "age"], "additionalProperties": false,
    "properties": {
      "name": {"type": "string", "maxLength": 3},
      "a/b": {"$ref": "#/$defs/positive"},
      "list": {"items": {"$ref": "#/$defs/positive"}, "uniqueItems": true}
    },
    "$defs": {"positive": {"type": "number", "exclusiveMinimum": 0}}})",
                              R"({"name": "Bình", "a/b": 0, "list": [1, -1, 1.0], "x": 1})");
  EXPECT_EQ(told(verdict),
            (Lines{" required /required", "/name maxLength /properties/name/maxLength",
                   "/a~1b exclusiveMinimum /$defs/positive/exclusiveMinimum",
                   "/list uniqueItems /properties/list/uniqueItems",
                   "/list/1 exclusiveMinimum /$defs/positive/exclusiveMinimum",
                   "/x additionalProperties /additionalProperties"}));
}

TEST(Validation, SpeaksBothLanguages) {
  const auto verdict = judged(R"({"properties": {"n": {"minimum": 0.5}, "t": {"enum": ["a", 1]},
                                   "l": {"uniqueItems": true}}})",
                              R"({"n": 0.25, "t": "b", "l": [2, 1, 2]})");
  ASSERT_EQ(verdict.faults.size(), 3U);
  const auto& [number, text, list] =
      std::tie(verdict.faults[0], verdict.faults[1], verdict.faults[2]);
  EXPECT_EQ(number.reason.message(Language::Vietnamese), "Cần từ 0.5 trở lên");
  EXPECT_EQ(number.reason.message(Language::English), "Needs to be 0.5 or more");
  EXPECT_EQ(text.reason.message(Language::English), "Needs to be one of these values: a, 1");
  EXPECT_EQ(list.reason.message(Language::Vietnamese), "Mục thứ 1 và mục thứ 3 giống nhau");
  EXPECT_EQ(list.reason.code(), "unique_items");
}

TEST(Validation, StopsAtTheTypeOfAPlace) {
  EXPECT_EQ(told(judged(R"({"type": "string", "enum": ["a"], "allOf": [{"const": "a"}]})", "1")),
            Lines{" type /type"});
}

TEST(Validation, TellsWhichBranchAppliesNotWhichWasTried) {
  const std::string_view schema = R"({
    "if": {"properties": {"kind": {"const": "mixed"}}, "required": ["kind"]},
    "then": {"required": ["note"]}, "else": {"properties": {"note": false}}})";
  EXPECT_EQ(told(judged(schema, R"({"kind": "mixed"})")), Lines{" required /then/required"});
  EXPECT_EQ(told(judged(schema, R"({"kind": "own", "note": "x"})")),
            Lines{"/note false /else/properties/note"});
  EXPECT_TRUE(judged(schema, R"({"kind": "own"})").valid());
}

TEST(Validation, SeesWhatOtherRulesLookedAt) {
  const std::string_view schema = R"({
    "allOf": [{"properties": {"a": {"type": "integer"}}}],
    "anyOf": [{"required": ["b"], "properties": {"b": true}}, {"properties": {"c": true}}],
    "unevaluatedProperties": false})";
  EXPECT_TRUE(judged(schema, R"({"a": 1, "b": 1, "c": 1})").valid());
  EXPECT_EQ(told(judged(schema, R"({"a": 1, "d": 1})")),
            Lines{"/d unevaluatedProperties /unevaluatedProperties"});
  EXPECT_EQ(told(judged(schema, R"({"a": "x"})")), Lines{"/a type /allOf/0/properties/a/type"});
}

TEST(Validation, FormatsAreNotesUnlessAsserted) {
  const std::string_view schema = R"({"format": "date"})";
  EXPECT_TRUE(judged(schema, "\"never\"").valid());
  CompileOptions strict;
  strict.formats = Formats::Assert;
  EXPECT_FALSE(validate(compiled(schema, strict), parsed("\"never\"")).valid());
  EXPECT_TRUE(validate(compiled(schema, strict), parsed("17")).valid());
}

TEST(Validation, ReadsTheDraftsOwnMetaSchema) {
  const auto meta = compiled(R"({"$ref": "https://json-schema.org/draft/2020-12/schema"})");
  EXPECT_TRUE(validate(meta, parsed(R"({"properties": {"a": {"minLength": 1}}})")).valid());
  const auto verdict = validate(meta, parsed(R"({"properties": {"a": {"minLength": -1}}})"));
  EXPECT_EQ(told(verdict),
            Lines{"/properties/a/minLength minimum "
                  "https://json-schema.org/draft/2020-12/meta/validation#/$defs/nonNegativeInteger/"
                  "minimum"});
}

// --- limits ---

TEST(Limits, CutTheListOfFaultsShort) {
  Limits limits;
  limits.most_faults = 3;
  const auto verdict = judged(R"({"items": {"type": "string"}})", "[1, 2, 3, 4, 5]", limits);
  EXPECT_EQ(verdict.faults.size(), 3U);
  EXPECT_TRUE(verdict.cut_short);
  EXPECT_FALSE(judged(R"({"items": {"type": "string"}})", "[1, 2, 3]", limits).cut_short);
}

TEST(Limits, StopASchemaThatGrowsWithoutEnd) {
  std::string schema = R"({"$defs": {"p0": {"const": 1})";
  for (int i = 1; i <= 40; ++i) {
    const std::string inner = "{\"$ref\": \"#/$defs/p" + std::to_string(i - 1) + "\"}";
    schema += ",\"p" + std::to_string(i) + "\": {\"anyOf\": [" + inner + "," + inner + "]}";
  }
  schema += "}, \"$ref\": \"#/$defs/p40\"}";
  const auto verdict = judged(schema, "2");
  ASSERT_FALSE(verdict.valid());
  EXPECT_EQ(verdict.faults.back().reason.code(), "too_costly");
  EXPECT_TRUE(verdict.cut_short);
}

TEST(Limits, StopADynamicLoopByItsDepth) {
  const auto verdict = judged(R"({"$dynamicAnchor": "a", "$dynamicRef": "#a"})", "1");
  ASSERT_FALSE(verdict.valid());
  EXPECT_EQ(verdict.faults.back().reason.code(), "too_deep");
}

TEST(Limits, APatternThatCostsTooMuchIsSaidAndEndsIt) {
  const std::string text = "\"" + std::string(50, 'a') + "!\"";
  const auto verdict =
      judged(R"({"items": {"not": {"pattern": "^(a+)+$"}}})", "[" + text + "," + text + "]");
  EXPECT_EQ(told(verdict), Lines{"/0 pattern /items/not/pattern"});
  EXPECT_EQ(verdict.faults[0].reason.code(), "pattern_too_costly");
  EXPECT_TRUE(verdict.cut_short);
}

TEST(Limits, ALongListIsComparedInGoodTime) {
  std::string list = "[0";
  for (int i = 1; i < 50'000; ++i) list += "," + std::to_string(i);
  EXPECT_TRUE(judged(R"({"uniqueItems": true})", list + "]").valid());
  EXPECT_FALSE(judged(R"({"uniqueItems": true})", list + ",7.0]").valid());
}

// --- schemas that do not compile ---

struct Refused {
  std::string_view schema;
  std::string_view path;
  std::string_view code;
};

TEST(Compilation, RefusesWithThePlaceAndTheReason) {
  const std::vector<Refused> all{
      {R"(17)", "", "not_a_schema"},
      {R"({"properties": {"a": 1}})", "/properties/a", "not_a_schema"},
      {R"({"properties": []})", "/properties", "keyword_malformed"},
      {R"({"type": "text"})", "/type", "keyword_malformed"},
      {R"({"type": ["string", "string"]})", "/type", "keyword_malformed"},
      {R"({"minLength": -1})", "/minLength", "keyword_malformed"},
      {R"({"maxItems": 1.5})", "/maxItems", "keyword_malformed"},
      {R"({"multipleOf": 0})", "/multipleOf", "keyword_malformed"},
      {R"({"minimum": "1"})", "/minimum", "keyword_malformed"},
      {R"({"required": ["a", 1]})", "/required", "keyword_malformed"},
      {R"({"required": ["a", "a"]})", "/required", "name_taken"},
      {R"({"allOf": []})", "/allOf", "keyword_malformed"},
      {R"({"enum": "a"})", "/enum", "keyword_malformed"},
      {R"({"title": 1})", "/title", "keyword_malformed"},
      {R"({"items": {"pattern": "(a"}})", "/items/pattern", "pattern_broken"},
      {R"({"patternProperties": {"[z-a]": true}})", "/patternProperties", "pattern_broken"},
      {R"({"$defs": {"unused": {"type": 1}}})", "/$defs/unused/type", "keyword_malformed"},
      {R"({"$ref": "#/$defs/none"})", "/$ref", "reference_broken"},
      {R"({"$ref": "#none"})", "/$ref", "reference_broken"},
      {R"({"items": {"$ref": "other.json"}})", "/items/$ref", "reference_broken"},
      {R"({"$ref": "https://example.vn/s.json"})", "/$ref", "reference_remote"},
      {R"({"$schema": "http://json-schema.org/draft-07/schema#"})", "/$schema", "dialect_unknown"},
      {R"({"$anchor": "1a"})", "/$anchor", "keyword_malformed"},
      {R"({"$defs": {"a": {"$anchor": "x"}, "b": {"$anchor": "x"}}})", "/$defs/b/$anchor",
       "name_taken"},
      {R"({"$id": "a#b"})", "/$id", "keyword_malformed"},
      {R"({"$ref": "#"})", "", "reference_loop"},
      {R"({"allOf": [{"$ref": "#/$defs/a"}], "$defs": {"a": {"not": {"$ref": "#/allOf/0"}}}})",
       "/allOf/0", "reference_loop"},
  };
  for (const auto& one : all) {
    const auto schema = compile(parsed(one.schema));
    ASSERT_FALSE(schema.ok()) << one.schema;
    EXPECT_EQ(schema.error().schema_path, one.path) << one.schema;
    EXPECT_EQ(schema.error().reason.code(), one.code) << one.schema;
    const auto vi = schema.error().reason.message(Language::Vietnamese);
    EXPECT_EQ(vi.find('{'), std::string::npos) << vi;
    EXPECT_NE(vi, schema.error().reason.message(Language::English));
  }
}

TEST(Compilation, TakesReferencesThatGoIntoTheValue) {
  const std::string_view tree = R"({"properties": {"children": {"items": {"$ref": "#"}}},
                                    "additionalProperties": false})";
  EXPECT_TRUE(judged(tree, R"({"children": [{"children": []}]})").valid());
  EXPECT_EQ(told(judged(tree, R"({"children": [{"kids": []}]})")),
            Lines{"/children/0/kids additionalProperties /additionalProperties"});
}

TEST(Compilation, KnowsDocumentsGivenBesideIt) {
  const std::vector<Document> documents{
      {"https://example.vn/names.json",
       parsed(R"({"$defs": {"name": {"type": "string", "minLength": 2}}})")}};
  CompileOptions options;
  options.documents = documents;
  const auto schema = compiled(R"({"$ref": "https://example.vn/names.json#/$defs/name"})", options);
  EXPECT_EQ(told(validate(schema, parsed("\"a\""))),
            Lines{" minLength https://example.vn/names.json#/$defs/name/minLength"});
}

TEST(Compilation, RefusesNamesThatDoNotExistWhenAsked) {
  CompileOptions strict;
  strict.unknown_names = UnknownNames::Refuse;
  const auto keyword = compile(parsed(R"({"items": {"minLenght": 1}})"), strict);
  ASSERT_FALSE(keyword.ok());
  EXPECT_EQ(keyword.error().schema_path, "/items/minLenght");
  const auto format = compile(parsed(R"({"format": "dat"})"), strict);
  ASSERT_FALSE(format.ok());
  EXPECT_EQ(format.error().reason.code(), "format_unknown");
  EXPECT_TRUE(compile(parsed(R"({"x-width": 3, "title": "A"})"), strict).ok());
  EXPECT_TRUE(compile(parsed(R"({"minLenght": 1, "format": "dat"})")).ok());
}

TEST(Compilation, HasALimitOfSize) {
  CompileOptions small;
  small.most_subschemas = 2;
  EXPECT_TRUE(compile(parsed(R"({"items": true})"), small).ok());
  const auto large = compile(parsed(R"({"items": {"items": true}})"), small);
  ASSERT_FALSE(large.ok());
  EXPECT_EQ(large.error().reason.code(), "schema_too_large");
}

TEST(CompiledSchema, OutlivesWhatItWasCompiledFrom) {
  CompiledSchema copy;
  {
    const auto original = compiled(R"({"enum": ["a", "b"]})");
    copy = original;
  }
  EXPECT_TRUE(validate(copy, parsed("\"b\"")).valid());
  EXPECT_FALSE(validate(copy, parsed("\"c\"")).valid());
}

}  // namespace
}  // namespace motcua::schema
