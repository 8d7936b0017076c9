// Checking answers by a form's JSON Schema. Internal to the form.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/json.hpp"

namespace motcua::procedure {

struct SchemaFault {
  std::string path;       // JSON Pointer
  std::string_view code;  // required, type, pattern, format, minLength, … as the keyword
  const json::object* schema = nullptr;  // of the place
};

class FormSchema {
 public:
  explicit FormSchema(const json::value& root) : root_(root) {}

  std::vector<SchemaFault> check(const json::value& answers) const;
  // The schema of an object's property for these answers, branches of conditions included.
  const json::object* property(const json::object& schema, const json::value& value,
                               std::string_view name) const;
  const json::object* resolve(const json::value& schema) const;  // follows $ref inside the document
  const json::object* root() const { return root_.if_object(); }

 private:
  struct Place {
    const json::value& value;
    std::string path;
  };
  using Faults = std::vector<SchemaFault>;
  void check(const json::value& schema, const Place& place, int depth, Faults& faults) const;
  void check_object(const json::object& schema, const Place& place, int depth, Faults& f) const;
  void check_array(const json::object& schema, const Place& place, int depth, Faults& f) const;
  void check_branches(const json::object& schema, const Place& place, int depth, Faults& f) const;
  bool holds(const json::value& schema, const json::value& value, int depth) const;

  const json::value& root_;
};

}  // namespace motcua::procedure
