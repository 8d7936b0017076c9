// A compiled schema: nodes, one for each subschema, with their checks in the order they are made.
// Internal to the schema module.
#pragma once

#include <deque>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "schema/decimal.hpp"
#include "schema/format.hpp"
#include "schema/pattern.hpp"
#include "schema/schema.hpp"

namespace motcua::schema {

using NodeId = std::uint32_t;
using ResourceId = std::uint32_t;

enum TypeBit : unsigned {
  AnArray = 1,
  ABoolean = 2,
  AnInteger = 4,
  ANull = 8,
  ANumber = 16,  // integers too
  AnObject = 32,
  AString = 64,
};

struct TypeCheck {
  unsigned allowed = 0;  // TypeBits
};
struct ConstCheck {
  const json::value* value;
};
struct EnumCheck {
  const json::array* values;
};

enum class Bound { Minimum, Maximum, ExclusiveMinimum, ExclusiveMaximum };
struct BoundCheck {
  Bound bound;
  Decimal limit;
};
struct MultipleCheck {
  Decimal divisor;
};

enum class Count { MinLength, MaxLength, MinItems, MaxItems, MinProperties, MaxProperties };
struct CountCheck {
  Count count;
  std::size_t limit;
};
struct PatternCheck {
  Pattern pattern;
};
struct FormatCheck {
  const Format* format;
};

struct ItemsCheck {  // prefixItems and items
  std::vector<NodeId> first;
  std::optional<NodeId> rest;
};
struct ContainsCheck {
  NodeId item;
  std::size_t least = 1;
  std::optional<std::size_t> most;
};
struct UniqueCheck {};

struct RequiredCheck {
  std::vector<std::string> names;
};
struct DependentRequiredCheck {
  std::vector<std::pair<std::string, std::vector<std::string>>> rules;
};
struct MembersCheck {  // properties, patternProperties and additionalProperties
  std::map<std::string, NodeId, std::less<>> named;
  std::vector<std::pair<Pattern, NodeId>> matching;
  std::optional<NodeId> others;
};
struct NamesCheck {
  NodeId name;
};
struct DependentSchemasCheck {
  std::vector<std::pair<std::string, NodeId>> rules;
};

struct AllCheck {
  std::vector<NodeId> parts;
};
struct AnyCheck {
  std::vector<NodeId> choices;
};
struct OneCheck {
  std::vector<NodeId> choices;
};
struct NotCheck {
  NodeId forbidden;
};
struct IfCheck {
  NodeId condition;
  std::optional<NodeId> then;
  std::optional<NodeId> otherwise;
};
struct ReferenceCheck {
  NodeId target;
};
// Takes the target of the outermost resource in force that has one, else the first.
struct DynamicReferenceCheck {
  NodeId target;
  std::map<ResourceId, NodeId> by_resource;
};
struct UnevaluatedItemsCheck {
  NodeId item;
};
struct UnevaluatedMembersCheck {
  NodeId member;
};

using Check =
    std::variant<TypeCheck, ConstCheck, EnumCheck, BoundCheck, MultipleCheck, CountCheck,
                 PatternCheck, FormatCheck, ItemsCheck, ContainsCheck, UniqueCheck, RequiredCheck,
                 DependentRequiredCheck, MembersCheck, NamesCheck, DependentSchemasCheck, AllCheck,
                 AnyCheck, OneCheck, NotCheck, IfCheck, ReferenceCheck, DynamicReferenceCheck,
                 UnevaluatedItemsCheck, UnevaluatedMembersCheck>;

struct Node {
  std::string path;  // as Fault::schema_path
  ResourceId resource = 0;
  bool refuses_all = false;      // the schema `false`
  bool has_unevaluated = false;  // and so needs to know what its other checks looked at
  std::vector<Check> checks;
};

struct Program {
  std::deque<json::value> documents;  // the first is the one compiled; checks point into them
  std::vector<Node> nodes;
  NodeId root = 0;
};

}  // namespace motcua::schema
