// A function as a value: one of the standard's, one defined in FEEL, or one given by the caller
// (a business knowledge model, a decision service). Called by Expression evaluation and
// call_function().
//
// Invariant: one of `builtin`, `native` and `tree` with `body` says what it does.
#pragma once

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "feel/type.hpp"
#include "feel/value.hpp"

namespace motcua::feel {

struct Tree;
struct Builtin;
struct Run;

// Gets as many arguments as the function has parameters, of their types. It must not throw; what is
// wrong it says by run.fail(), and what takes long it pays for by run.spend(). What it needs from
// its own caller it finds in run.witness.
using NativeCall = std::function<Value(std::span<const Value> arguments, Run& run)>;

struct Function {
  std::string name;  // by which its own body may call it; may be empty
  std::vector<std::string> parameters;
  std::vector<TypePointer> types;         // of the parameters; null: any
  TypePointer result;                     // null: any
  std::shared_ptr<const Tree> tree = {};  // shared with the expression that defines it
  int body = -1;
  Context captured = {};  // the variables its body sees from where it was defined
  const Builtin* builtin = nullptr;
  std::shared_ptr<const NativeCall> native = {};  // shared by the copies of this value
};

struct SharedFunction {
  Function content;
  Extent extent;
};

}  // namespace motcua::feel
