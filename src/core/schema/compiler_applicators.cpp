// Keywords that apply subschemas: to items, to members, to the same value.
#include "schema/compiler.hpp"

namespace motcua::schema {

// Only what the walk of the document took for a schema is one; the rest is reported there.
std::optional<NodeId> Compiler::inner(const KeywordReader& reader, std::string_view keyword) {
  const auto* schema = reader.find(keyword);
  return schema == nullptr ? std::nullopt : std::optional(node_for(schema));
}

std::vector<NodeId> Compiler::inner_list(const KeywordReader& reader, std::string_view keyword) {
  std::vector<NodeId> nodes;
  if (const auto* list = reader.list(keyword)) {
    for (const auto& schema : *list) nodes.push_back(node_for(&schema));
  }
  return nodes;
}

void Compiler::add_list_checks(const KeywordReader& reader, Checks& checks) {
  if (const auto least = reader.count("minItems")) {
    checks.push_back(CountCheck{Count::MinItems, *least});
  }
  if (const auto most = reader.count("maxItems")) {
    checks.push_back(CountCheck{Count::MaxItems, *most});
  }
  if (reader.truth("uniqueItems")) checks.push_back(UniqueCheck{});
  ItemsCheck items{inner_list(reader, "prefixItems"), inner(reader, "items")};
  if (!items.first.empty() || items.rest) checks.push_back(std::move(items));
  const auto least = reader.count("minContains");
  const auto most = reader.count("maxContains");
  if (const auto item = inner(reader, "contains")) {
    checks.push_back(ContainsCheck{*item, least.value_or(1), most});
  }
}

void Compiler::add_group_checks(const KeywordReader& reader, Checks& checks) {
  if (const auto* required = reader.find("required")) {
    checks.push_back(RequiredCheck{reader.names(*required, "required")});
  }
  if (const auto* dependent = reader.group("dependentRequired")) {
    DependentRequiredCheck check;
    for (const auto& [name, names] : *dependent) {
      check.rules.emplace_back(name, reader.names(names, "dependentRequired"));
    }
    checks.push_back(std::move(check));
  }
  if (const auto least = reader.count("minProperties")) {
    checks.push_back(CountCheck{Count::MinProperties, *least});
  }
  if (const auto most = reader.count("maxProperties")) {
    checks.push_back(CountCheck{Count::MaxProperties, *most});
  }
  add_members_check(reader, checks);
  if (const auto name = inner(reader, "propertyNames")) checks.push_back(NamesCheck{*name});
}

void Compiler::add_members_check(const KeywordReader& reader, Checks& checks) {
  MembersCheck check;
  if (const auto* named = reader.group("properties")) {
    for (const auto& [name, schema] : *named) check.named.emplace(name, node_for(&schema));
  }
  if (const auto* matching = reader.group("patternProperties")) {
    for (const auto& [name, schema] : *matching) {
      if (auto pattern = reader.pattern(name, "patternProperties")) {
        check.matching.emplace_back(std::move(*pattern), node_for(&schema));
      }
    }
  }
  check.others = inner(reader, "additionalProperties");
  if (check.named.empty() && check.matching.empty() && !check.others) return;
  checks.push_back(std::move(check));
}

void Compiler::add_combinations(const KeywordReader& reader, Checks& checks) {
  if (auto parts = inner_list(reader, "allOf"); !parts.empty()) {
    checks.push_back(AllCheck{std::move(parts)});
  }
  if (auto choices = inner_list(reader, "anyOf"); !choices.empty()) {
    checks.push_back(AnyCheck{std::move(choices)});
  }
  if (auto choices = inner_list(reader, "oneOf"); !choices.empty()) {
    checks.push_back(OneCheck{std::move(choices)});
  }
  if (const auto forbidden = inner(reader, "not")) checks.push_back(NotCheck{*forbidden});
  if (const auto condition = inner(reader, "if")) {
    checks.push_back(IfCheck{*condition, inner(reader, "then"), inner(reader, "else")});
  }
  if (const auto* dependent = reader.group("dependentSchemas")) {
    DependentSchemasCheck check;
    for (const auto& [name, schema] : *dependent) check.rules.emplace_back(name, node_for(&schema));
    checks.push_back(std::move(check));
  }
}

void Compiler::add_unevaluated(const KeywordReader& reader, Checks& checks) {
  if (const auto item = inner(reader, "unevaluatedItems")) {
    checks.push_back(UnevaluatedItemsCheck{*item});
  }
  if (const auto member = inner(reader, "unevaluatedProperties")) {
    checks.push_back(UnevaluatedMembersCheck{*member});
  }
}

}  // namespace motcua::schema
