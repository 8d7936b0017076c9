// A form's JSON Schema at work: answers checked by it, questions found in it. Internal to the form.
//
// A form is compiled strictly: formats are asserted, and a keyword or format that does not exist is
// refused. An answer left blank (null or "") counts as not given.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "schema/schema.hpp"

namespace motcua::procedure {

Result<schema::CompiledSchema, schema::CompileFault> compile_form(const json::value& form_schema);

struct SchemaFault {
  std::string path;  // JSON Pointer of the question, of a missing one too
  std::string code;  // as the keyword: required, type, pattern, format, minLength, …
  Text message;      // without the question's name
  const json::object* schema = nullptr;  // of the question, in the compiled form; or nullptr
};

std::vector<SchemaFault> check_form_answers(const schema::CompiledSchema& form,
                                            const json::value& answers);

// The questions of a form, whichever branch of a condition asks them.
class FormSchema {
 public:
  explicit FormSchema(const json::value& root) : root_(root) {}

  const json::value& document() const { return root_; }
  const json::object* root() const { return resolve(root_); }
  const json::object* resolve(const json::value& schema) const;  // follows $ref to its own parts
  // The schema of an object's property, or nullptr.
  const json::object* property(const json::object& schema, std::string_view name) const;
  const json::object* item(const json::object& schema) const;  // of a list
  const json::object* question(std::string_view path) const;   // a pointer into answers
  // The schemas that speak of the same value as `schema` under some condition.
  std::vector<const json::object*> branches(const json::object& schema) const;

 private:
  const json::object* find_property(const json::object& schema, std::string_view name,
                                    int depth) const;

  const json::value& root_;
};

}  // namespace motcua::procedure
