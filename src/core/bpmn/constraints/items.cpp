// Data: properties, inputs and outputs, their sets and associations, items of multi-instances.
#include <algorithm>
#include <array>

#include "bpmn/constraints/constraints.hpp"

namespace motcua::bpmn {
namespace {

// EXT075, EXT076: "name [state]"
void references_show_name_and_state(const ElementTree& tree, Findings& findings) {
  for (const int reference : tree.all("dataObjectReference")) {
    const int state = tree.child(reference, "dataState");
    const int object = tree.reference(reference, "dataObjectRef");
    if (state == nothing || object == nothing) continue;
    const std::string name(tree.attribute(object, "name"));
    const std::string state_name(tree.attribute(state, "name"));
    const std::string right = name + " [" + state_name + "]";
    if (name.empty() || state_name.empty() || tree.attribute(reference, "name") == right) continue;
    findings.report(reference,
                    {"tên phải là “" + right + "”: tên và trạng thái của đối tượng dữ liệu",
                     "the name is “" + right + "”: name and state of the data object"});
  }
}

// EXT078
void properties_belong_to_activities_and_events(const ElementTree& tree, Findings& findings) {
  for (const int property : tree.all("property")) {
    const std::string_view owner = tree.at(tree.at(property).parent).kind;
    if (owner == "process" || is_activity(owner) || is_event(owner)) continue;
    findings.report(property, {"thuộc tính dữ liệu chỉ thuộc quy trình, hoạt động hay sự kiện",
                               "a property belongs to a process, an activity or an event"});
  }
}

bool is_inside(const ElementTree& tree, int element, int owner) {
  for (int one = element; one != nothing; one = tree.at(one).parent) {
    if (one == owner) return true;
  }
  return false;
}

// EXT079 … EXT082: into an activity's own inputs, out of its own outputs.
void associations_go_the_right_way(const ElementTree& tree, Findings& findings) {
  for (const int association : tree.all("dataOutputAssociation")) {
    for (const int target : tree.references(association, "targetRef")) {
      if (tree.at(target).kind != "dataInput") continue;
      findings.report(association, {"dữ liệu vào không thể là đích của liên kết dữ liệu ra",
                                    "a data input is not the target of an output association"});
    }
  }
  for (const int association : tree.all("dataInputAssociation")) {
    for (const int source : tree.references(association, "sourceRef")) {
      if (tree.at(source).kind != "dataOutput") continue;
      findings.report(association, {"dữ liệu ra không thể là nguồn của liên kết dữ liệu vào",
                                    "a data output is not the source of an input association"});
    }
    for (const int target : tree.references(association, "targetRef")) {
      if (is_inside(tree, target, tree.at(association).parent)) continue;
      findings.report(association, {"đích phải là dữ liệu vào của chính hoạt động này",
                                    "the target is a data input of this activity itself"});
    }
  }
}

struct Direction {
  std::string_view item;
  std::string_view set;
  std::string_view reference;
  std::array<std::string_view, 2> special;
};
constexpr std::array<Direction, 2> directions = {{
    {"dataInput", "inputSet", "dataInputRefs", {"optionalInputRefs", "whileExecutingInputRefs"}},
    {"dataOutput",
     "outputSet",
     "dataOutputRefs",
     {"optionalOutputRefs", "whileExecutingOutputRefs"}},
}};

// EXT083, EXT084, EXT087, EXT088
void items_are_in_a_set(const ElementTree& tree, Findings& findings) {
  for (const Direction& way : directions) {
    for (const int item : tree.all(way.item)) {
      const int owner = tree.at(item).parent;
      const auto sets = tree.children(owner, way.set);
      const bool used = std::ranges::any_of(sets, [&](int set) {
        const auto named = tree.references(set, way.reference);
        return std::ranges::find(named, item) != named.end();
      });
      if (used) continue;
      const std::string kind(way.item);
      findings.report(item, {kind + " không thuộc tập nào (" + std::string(way.set) + ")",
                             "the " + kind + " is in no " + std::string(way.set)});
    }
  }
}

// EXT085, EXT086, EXT089, EXT090
void sets_hold_their_special_items(const ElementTree& tree, Findings& findings) {
  for (const Direction& way : directions) {
    for (const int set : tree.all(way.set)) {
      const auto members = tree.references(set, way.reference);
      for (const std::string_view special : way.special) {
        for (const int item : tree.references(set, special)) {
          if (std::ranges::find(members, item) != members.end()) continue;
          const std::string kind(special);
          findings.report(set,
                          {kind + " phải có cả trong " + std::string(way.reference),
                           "what is in " + kind + " is in " + std::string(way.reference) + " too"});
        }
      }
    }
  }
}

// EXT091, EXT092
void several_sources_are_transformed(const ElementTree& tree, Findings& findings) {
  for (const std::string_view kind : {"dataInputAssociation", "dataOutputAssociation"}) {
    for (const int association : tree.all(kind)) {
      if (tree.children(association, "sourceRef").size() < 2) continue;
      if (tree.child(association, "transformation") != nothing) continue;
      findings.report(association, {"nhiều nguồn thì phải có phép biến đổi (transformation)",
                                    "several sources need a transformation"});
    }
  }
}

// The structure an item is of: by its item definition; empty when it says none.
std::string_view structure_of(const ElementTree& tree, int item) {
  const int definition = tree.reference(item, "itemSubjectRef");
  return definition == nothing ? std::string_view() : tree.attribute(definition, "structureRef");
}

bool is_collection(const ElementTree& tree, int item) {
  const int definition = tree.reference(item, "itemSubjectRef");
  return tree.is_true(item, "isCollection", false) ||
         (definition != nothing && tree.is_true(definition, "isCollection", false));
}

// EXT068, EXT069: the item of one instance is an element of the collection.
void loop_items_fit_their_collection(const ElementTree& tree, Findings& findings) {
  struct Pair {
    std::string_view collection;
    std::string_view item;
  };
  constexpr std::array<Pair, 2> pairs = {
      {{"loopDataInputRef", "inputDataItem"}, {"loopDataOutputRef", "outputDataItem"}}};
  for (const int loop : tree.all("multiInstanceLoopCharacteristics")) {
    for (const Pair& pair : pairs) {
      const auto collections = tree.references(loop, pair.collection);
      const int item = tree.child(loop, pair.item);
      if (collections.empty() || item == nothing) continue;
      const int collection = collections.front();
      if (is_collection(tree, item)) {
        findings.report(item, {"phần tử của một bản không thể là cả danh sách",
                               "the item of one instance is not a collection itself"});
      }
      const auto whole = structure_of(tree, collection);
      const auto part = structure_of(tree, item);
      if (whole.empty() || part.empty() || whole == part) continue;
      findings.report(item, {"cấu trúc “" + std::string(part) + "” khác cấu trúc của danh sách “" +
                                 std::string(whole) + "”",
                             "the structure “" + std::string(part) +
                                 "” is not that of the collection, “" + std::string(whole) + "”"});
    }
  }
}

constexpr std::array<Rule, 7> rules_of_items = {{
    {"references_show_name_and_state", references_show_name_and_state},
    {"properties_belong_to_activities_and_events", properties_belong_to_activities_and_events},
    {"associations_go_the_right_way", associations_go_the_right_way},
    {"items_are_in_a_set", items_are_in_a_set},
    {"sets_hold_their_special_items", sets_hold_their_special_items},
    {"several_sources_are_transformed", several_sources_are_transformed},
    {"loop_items_fit_their_collection", loop_items_fit_their_collection},
}};

}  // namespace

std::span<const Rule> item_rules() { return rules_of_items; }

}  // namespace motcua::bpmn
