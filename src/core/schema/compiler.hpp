// Turns subschemas into nodes, one at a time from a list of those still waiting, so that neither
// depth nor loops of references matter. Internal to the schema module.
#pragma once

#include <memory>
#include <unordered_map>

#include "schema/keyword_reader.hpp"
#include "schema/library.hpp"
#include "schema/program.hpp"

namespace motcua::schema {

class Compiler {
 public:
  explicit Compiler(const CompileOptions& options)
      : options_(options), library_(program_->documents, options, fault_) {}

  Result<CompiledSchema, CompileFault> run(const json::value& document);

 private:
  using Checks = std::vector<Check>;

  NodeId node_for(const json::value* schema);
  void compile_waiting();

  // In the order in which a value is checked; each file has its families.
  void add_value_checks(const KeywordReader& reader, Checks& checks);
  void add_text_checks(const KeywordReader& reader, Checks& checks);
  void add_list_checks(const KeywordReader& reader, Checks& checks);
  void add_group_checks(const KeywordReader& reader, Checks& checks);
  void add_combinations(const KeywordReader& reader, Checks& checks);
  void add_references(const KeywordReader& reader, NodeId id, Checks& checks);
  void add_unevaluated(const KeywordReader& reader, Checks& checks);
  void widen_dynamic_references();

  std::optional<NodeId> inner(const KeywordReader& reader, std::string_view keyword);
  std::vector<NodeId> inner_list(const KeywordReader& reader, std::string_view keyword);
  void add_members_check(const KeywordReader& reader, Checks& checks);
  void add_type_check(const KeywordReader& reader, Checks& checks) const;
  void add_format_check(const KeywordReader& reader, Checks& checks) const;

  const CompileOptions& options_;
  FirstFault fault_;
  std::shared_ptr<Program> program_ = std::make_shared<Program>();
  Library library_;
  std::unordered_map<const json::value*, NodeId> nodes_;
  std::vector<std::pair<NodeId, const json::value*>> waiting_;

  struct Dynamic {
    NodeId node;
    std::string anchor;
  };
  std::vector<Dynamic> dynamic_;
};

}  // namespace motcua::schema
