#include "schema/compiler.hpp"
#include "schema/faults.hpp"
#include "schema/loops.hpp"

namespace motcua::schema {

Result<CompiledSchema, CompileFault> Compiler::run(const json::value& document) {
  library_.add(document, std::string(nameless_uri), "");
  for (std::size_t i = 0; i < library_.schemas().size() && fault_.none(); ++i) {
    node_for(library_.schemas()[i]);
  }
  program_->root = 0;
  while (!waiting_.empty() && fault_.none()) {
    compile_waiting();
    widen_dynamic_references();
  }
  if (fault_.none()) {
    if (const auto loop = find_loop(*program_)) {
      fault_.report(program_->nodes[*loop].path, reference_loop);
    }
  }
  if (!fault_.none()) return Unexpected{fault_.get()};
  return CompiledSchema(std::move(program_));
}

NodeId Compiler::node_for(const json::value* schema) {
  const auto next = static_cast<NodeId>(program_->nodes.size());
  const auto [found, is_new] = nodes_.try_emplace(schema, next);
  if (is_new) {
    const Place& place = library_.place_of(schema);
    program_->nodes.push_back({place.path, place.resource, false, false, {}});
    waiting_.push_back({next, schema});
  }
  return found->second;
}

void Compiler::compile_waiting() {
  while (!waiting_.empty() && fault_.none()) {
    const auto [id, schema] = waiting_.back();
    waiting_.pop_back();
    if (const auto* truth = schema->if_bool()) {
      program_->nodes[id].refuses_all = !*truth;
      continue;
    }
    const std::string path = program_->nodes[id].path;
    const Resource& resource = library_.resources()[program_->nodes[id].resource];
    const KeywordReader reader(schema->get_object(), resource, path, fault_);
    Checks checks;
    add_value_checks(reader, checks);
    add_text_checks(reader, checks);
    add_list_checks(reader, checks);
    add_group_checks(reader, checks);
    add_combinations(reader, checks);
    add_references(reader, id, checks);
    const std::size_t before = checks.size();
    add_unevaluated(reader, checks);
    reader.check_annotations();
    program_->nodes[id].has_unevaluated = checks.size() > before;
    program_->nodes[id].checks = std::move(checks);
  }
}

// --- references ---

void Compiler::add_references(const KeywordReader& reader, NodeId id, Checks& checks) {
  const ResourceId resource = program_->nodes[id].resource;
  for (const std::string_view keyword : {"$ref", "$dynamicRef"}) {
    const auto reference = reader.text(keyword);
    if (!reference) continue;
    const auto target = library_.find(*reference, {resource, reader.path_of(keyword)});
    if (!target) return;
    const NodeId node = node_for(target->schema);
    if (keyword == "$ref" || target->dynamic_anchor.empty()) {
      checks.push_back(ReferenceCheck{node});
    } else {
      checks.push_back(DynamicReferenceCheck{node, {}});
      dynamic_.push_back({id, target->dynamic_anchor});
    }
  }
}

// Every resource known has its say; compiling the new targets may bring in more resources.
void Compiler::widen_dynamic_references() {
  for (const auto& [id, anchor] : dynamic_) {
    std::map<ResourceId, NodeId> targets;
    for (ResourceId i = 0; i < library_.resources().size(); ++i) {
      const auto& anchors = library_.resources()[i].dynamic_anchors;
      if (const auto found = anchors.find(anchor); found != anchors.end()) {
        targets.emplace(i, node_for(found->second));
      }
    }
    for (auto& check : program_->nodes[id].checks) {
      if (auto* dynamic = std::get_if<DynamicReferenceCheck>(&check))
        dynamic->by_resource = targets;
    }
  }
}

Result<CompiledSchema, CompileFault> compile(const json::value& document,
                                             const CompileOptions& options) {
  return Compiler(options).run(document);
}

const Program& CompiledSchema::program() const {
  MOTCUA_ASSERT(program_ != nullptr);
  return *program_;
}

const json::value& CompiledSchema::document() const { return program().documents.front(); }

}  // namespace motcua::schema
