// One validation under way: nodes of a compiled schema applied to places of a value. Internal to
// the schema module.
#pragma once

#include <vector>

#include "schema/program.hpp"

namespace motcua::schema {

// A place in the value, with the way to it. Lives on the stack.
struct Spot {
  const json::value& value;
  const Spot* outer = nullptr;
  std::string_view name = {};  // of the member, when outer is an object
  std::size_t index = 0;       // of the item or member

  std::string path() const;
};

// Which items or members of the value at hand some subschema has looked at, by index.
using Looked = std::vector<bool>;

// How a node is applied. `silent`: only whether it holds is wanted, so no faults are noted and the
// first one ends it. `looked`: where to note what was looked at, or nullptr when nobody asks.
struct Manner {
  bool silent = false;
  Looked* looked = nullptr;
};

class Evaluation {
 public:
  Evaluation(const Program& program, const Limits& limits) : program_(program), limits_(limits) {}

  Verdict run(const json::value& value);

 private:
  struct Here {
    const Node& node;
    const Spot& spot;
    Manner manner;
  };

  bool apply(NodeId id, const Spot& spot, Manner manner);
  bool apply_checks(const Here& here);
  // Of another subschema at the same spot. What it looked at counts only if it holds.
  bool apply_here(NodeId id, const Here& here);
  bool holds_here(NodeId id, const Here& here);
  bool apply_inside(NodeId id, const Here& here, const Spot& spot);

  // Each says whether the check holds, and notes why not unless it is silent.
  bool check(const TypeCheck& type, const Here& here);
  bool check(const ConstCheck& constant, const Here& here);
  bool check(const EnumCheck& choice, const Here& here);
  bool check(const BoundCheck& bound, const Here& here);
  bool check(const MultipleCheck& multiple, const Here& here);
  bool check(const CountCheck& count, const Here& here);
  bool check(const PatternCheck& pattern, const Here& here);
  bool check(const FormatCheck& format, const Here& here);
  bool check(const ItemsCheck& items, const Here& here);
  bool check(const ContainsCheck& contains, const Here& here);
  bool check(const UniqueCheck& unique, const Here& here);
  bool check(const RequiredCheck& required, const Here& here);
  bool check(const DependentRequiredCheck& dependent, const Here& here);
  bool check(const MembersCheck& members, const Here& here);
  bool check(const NamesCheck& names, const Here& here);
  bool check(const DependentSchemasCheck& dependent, const Here& here);
  bool check(const AllCheck& all, const Here& here);
  bool check(const AnyCheck& any, const Here& here);
  bool check(const OneCheck& one, const Here& here);
  bool check(const NotCheck& forbidden, const Here& here);
  bool check(const IfCheck& choice, const Here& here);
  bool check(const ReferenceCheck& reference, const Here& here);
  bool check(const DynamicReferenceCheck& reference, const Here& here);
  bool check(const UnevaluatedItemsCheck& unevaluated, const Here& here);
  bool check(const UnevaluatedMembersCheck& unevaluated, const Here& here);

  bool check_member(const MembersCheck& members, const Here& here, const Spot& spot);
  bool check_other_member(NodeId id, std::string_view keyword, const Here& here, const Spot& spot);
  bool search(const Pattern& pattern, std::string_view text, const Here& here);

  // Notes a fault unless silent; always false.
  bool fault(const Here& here, std::string_view keyword, const RejectionKind& kind,
             RejectionDetails details = {});
  bool stop(const Here& here, std::string_view keyword, const RejectionKind& kind);

  const Program& program_;
  const Limits& limits_;
  Verdict verdict_;
  std::vector<ResourceId> resources_;  // entered, outermost first
  std::size_t depth_ = 0;
  std::size_t steps_ = 0;
  bool stopped_ = false;
};

}  // namespace motcua::schema
