// JSON Schema, draft 2020-12: a schema document compiled once, values validated by it.
//
// All vocabularies of the draft: core, applicator, unevaluated, validation, format (an annotation
// unless asked otherwise), content and meta-data (annotations). Nothing is ever fetched: a
// reference leads into the document, to a document given beside it, or to the draft's own
// meta-schemas; any other is refused. Compiling checks the whole document, reached or not.
// `$recursiveRef`, `dependencies` and other keywords of earlier drafts are unknown keywords.
//
// Numbers are compared and divided as the decimals they stand for (decimal.hpp), texts are counted
// in code points, patterns have a bounded cost (pattern.hpp). What validating costs is bounded too:
// see Limits. Errors come in a fixed order: keywords as evaluated (type first, then values,
// numbers, texts, lists, groups, combinations, references, unevaluated), members as in the value.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.hpp"
#include "base/rejection.hpp"

namespace motcua::schema {

// A document known without the network. `uri` is absolute and without fragment; it serves
// references when the document has no `$id` of its own, too.
struct Document {
  std::string uri;
  json::value content;
};

enum class Formats { Annotate, Assert };
// Whether a keyword or a format that does not exist is passed over, as the draft has it, or
// refused, as a form of ours wants it (a mistyped "minLenght" would check nothing). Keywords that
// begin with "x-" are always passed over.
enum class UnknownNames { Ignore, Refuse };

struct CompileOptions {
  Formats formats = Formats::Annotate;  // a dialect with the format-assertion vocabulary asserts
  UnknownNames unknown_names = UnknownNames::Ignore;
  std::span<const Document> documents;  // referred to by URI, or named by `$schema`
  std::size_t most_subschemas = 50'000;
};

struct CompileFault {
  std::string schema_path;  // JSON Pointer into the document; "uri#pointer" in another one
  Rejection reason;         // kinds in faults.hpp
};

struct Program;

// Immutable and cheap to copy; may be used from several threads at once.
class CompiledSchema {
 public:
  CompiledSchema() = default;  // compiles nothing; validating by it is a bug
  explicit CompiledSchema(std::shared_ptr<const Program> program) : program_(std::move(program)) {}

  const Program& program() const;
  const json::value& document() const;  // as compiled

 private:
  std::shared_ptr<const Program> program_;  // shared by copies: it never changes
};

Result<CompiledSchema, CompileFault> compile(const json::value& document,
                                             const CompileOptions& options = {});

struct Limits {
  std::size_t most_faults = 100;
  std::size_t most_depth = 400;        // subschemas being applied at once
  std::size_t most_steps = 1'000'000;  // subschemas applied in all
};

struct Fault {
  std::string path;         // JSON Pointer of the place in the value
  std::string keyword;      // that does not hold; "false" for the schema `false`
  std::string schema_path;  // JSON Pointer of that keyword, as in CompileFault
  Rejection reason;         // code, parameters and words in both languages: faults.hpp
};

struct Verdict {
  std::vector<Fault> faults;
  bool cut_short = false;  // at a limit: there may be more, and the last fault may say why

  bool valid() const { return faults.empty(); }
};

Verdict validate(const CompiledSchema& schema, const json::value& value, const Limits& limits = {});

}  // namespace motcua::schema
