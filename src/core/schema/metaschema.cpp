#include "schema/metaschema.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace motcua::schema {
namespace {

constexpr std::string_view draft_folder = "https://json-schema.org/draft/2020-12/";

struct MetaSchema {
  std::string_view name;  // below the folder
  std::string_view vocabularies;
  std::string_view rest;  // members beside $schema, $id, $vocabulary, $dynamicAnchor and type
};

constexpr std::array<MetaSchema, 9> metaschemas{{
    {"schema", "core applicator unevaluated validation meta-data format-annotation content",
     R"("allOf": [{"$ref": "meta/core"}, {"$ref": "meta/applicator"},
          {"$ref": "meta/unevaluated"}, {"$ref": "meta/validation"}, {"$ref": "meta/meta-data"},
          {"$ref": "meta/format-annotation"}, {"$ref": "meta/content"}],
        "properties": {
          "definitions": {"type": "object", "additionalProperties": {"$dynamicRef": "#meta"},
            "deprecated": true, "default": {}},
          "dependencies": {"type": "object",
            "additionalProperties": {"anyOf": [{"$dynamicRef": "#meta"},
              {"$ref": "meta/validation#/$defs/stringArray"}]},
            "deprecated": true, "default": {}},
          "$recursiveAnchor": {"$ref": "meta/core#/$defs/anchorString", "deprecated": true},
          "$recursiveRef": {"$ref": "meta/core#/$defs/uriReferenceString", "deprecated": true}})"},
    {"meta/core", "core",
     R"("properties": {
          "$id": {"$ref": "#/$defs/uriReferenceString", "pattern": "^[^#]*#?$"},
          "$schema": {"$ref": "#/$defs/uriString"},
          "$ref": {"$ref": "#/$defs/uriReferenceString"},
          "$anchor": {"$ref": "#/$defs/anchorString"},
          "$dynamicRef": {"$ref": "#/$defs/uriReferenceString"},
          "$dynamicAnchor": {"$ref": "#/$defs/anchorString"},
          "$vocabulary": {"type": "object", "propertyNames": {"$ref": "#/$defs/uriString"},
            "additionalProperties": {"type": "boolean"}},
          "$comment": {"type": "string"},
          "$defs": {"type": "object", "additionalProperties": {"$dynamicRef": "#meta"}}},
        "$defs": {
          "anchorString": {"type": "string", "pattern": "^[A-Za-z_][-A-Za-z0-9._]*$"},
          "uriString": {"type": "string", "format": "uri"},
          "uriReferenceString": {"type": "string", "format": "uri-reference"}})"},
    {"meta/applicator", "applicator",
     R"("properties": {
          "prefixItems": {"$ref": "#/$defs/schemaArray"},
          "items": {"$dynamicRef": "#meta"},
          "contains": {"$dynamicRef": "#meta"},
          "additionalProperties": {"$dynamicRef": "#meta"},
          "properties": {"type": "object", "additionalProperties": {"$dynamicRef": "#meta"},
            "default": {}},
          "patternProperties": {"type": "object", "additionalProperties": {"$dynamicRef": "#meta"},
            "propertyNames": {"format": "regex"}, "default": {}},
          "dependentSchemas": {"type": "object", "additionalProperties": {"$dynamicRef": "#meta"},
            "default": {}},
          "propertyNames": {"$dynamicRef": "#meta"},
          "if": {"$dynamicRef": "#meta"},
          "then": {"$dynamicRef": "#meta"},
          "else": {"$dynamicRef": "#meta"},
          "allOf": {"$ref": "#/$defs/schemaArray"},
          "anyOf": {"$ref": "#/$defs/schemaArray"},
          "oneOf": {"$ref": "#/$defs/schemaArray"},
          "not": {"$dynamicRef": "#meta"}},
        "$defs": {"schemaArray": {"type": "array", "minItems": 1,
          "items": {"$dynamicRef": "#meta"}}})"},
    {"meta/unevaluated", "unevaluated",
     R"("properties": {"unevaluatedItems": {"$dynamicRef": "#meta"},
          "unevaluatedProperties": {"$dynamicRef": "#meta"}})"},
    {"meta/validation", "validation",
     R"("properties": {
          "type": {"anyOf": [{"$ref": "#/$defs/simpleTypes"},
            {"type": "array", "items": {"$ref": "#/$defs/simpleTypes"}, "minItems": 1,
             "uniqueItems": true}]},
          "const": true,
          "enum": {"type": "array", "items": true},
          "multipleOf": {"type": "number", "exclusiveMinimum": 0},
          "maximum": {"type": "number"},
          "exclusiveMaximum": {"type": "number"},
          "minimum": {"type": "number"},
          "exclusiveMinimum": {"type": "number"},
          "maxLength": {"$ref": "#/$defs/nonNegativeInteger"},
          "minLength": {"$ref": "#/$defs/nonNegativeIntegerDefault0"},
          "pattern": {"type": "string", "format": "regex"},
          "maxItems": {"$ref": "#/$defs/nonNegativeInteger"},
          "minItems": {"$ref": "#/$defs/nonNegativeIntegerDefault0"},
          "uniqueItems": {"type": "boolean", "default": false},
          "maxContains": {"$ref": "#/$defs/nonNegativeInteger"},
          "minContains": {"$ref": "#/$defs/nonNegativeInteger", "default": 1},
          "maxProperties": {"$ref": "#/$defs/nonNegativeInteger"},
          "minProperties": {"$ref": "#/$defs/nonNegativeIntegerDefault0"},
          "required": {"$ref": "#/$defs/stringArray"},
          "dependentRequired": {"type": "object",
            "additionalProperties": {"$ref": "#/$defs/stringArray"}}},
        "$defs": {
          "nonNegativeInteger": {"type": "integer", "minimum": 0},
          "nonNegativeIntegerDefault0": {"$ref": "#/$defs/nonNegativeInteger", "default": 0},
          "simpleTypes": {"enum": ["array", "boolean", "integer", "null", "number", "object",
            "string"]},
          "stringArray": {"type": "array", "items": {"type": "string"}, "uniqueItems": true,
            "default": []}})"},
    {"meta/meta-data", "meta-data",
     R"("properties": {
          "title": {"type": "string"},
          "description": {"type": "string"},
          "default": true,
          "deprecated": {"type": "boolean", "default": false},
          "readOnly": {"type": "boolean", "default": false},
          "writeOnly": {"type": "boolean", "default": false},
          "examples": {"type": "array", "items": true}})"},
    {"meta/format-annotation", "format-annotation",
     R"("properties": {"format": {"type": "string"}})"},
    {"meta/format-assertion", "format-assertion",
     R"("properties": {"format": {"type": "string"}})"},
    {"meta/content", "content",
     R"("properties": {
          "contentEncoding": {"type": "string"},
          "contentMediaType": {"type": "string"},
          "contentSchema": {"$dynamicRef": "#meta"}})"},
}};

std::string vocabulary_member(std::string_view names) {
  std::string out;
  while (!names.empty()) {
    const auto name = names.substr(0, names.find(' '));
    names.remove_prefix(std::min(names.size(), name.size() + 1));
    if (!out.empty()) out += ",";
    out += "\"" + std::string(draft_folder) + "vocab/" + std::string(name) + "\":true";
  }
  return out;
}

}  // namespace

std::optional<json::value> find_metaschema(std::string_view uri) {
  if (!uri.starts_with(draft_folder)) return std::nullopt;
  const auto name = uri.substr(draft_folder.size());
  const auto found = std::ranges::find(metaschemas, name, &MetaSchema::name);
  if (found == metaschemas.end()) return std::nullopt;
  const auto read =
      read_json("{\"$schema\":\"" + std::string(draft_folder) + "schema\",\"$id\":\"" +
                std::string(uri) + "\",\"$vocabulary\":{" + vocabulary_member(found->vocabularies) +
                "},\"$dynamicAnchor\":\"meta\",\"type\":[\"object\",\"boolean\"]," +
                std::string(found->rest) + "}");
  MOTCUA_ASSERT(read.ok());
  return *read;
}

}  // namespace motcua::schema
