// The parts of the check. Internal to core/procedure.
#pragma once

#include <set>
#include <span>
#include <string>
#include <string_view>

#include "procedure/check.hpp"
#include "procedure/problem.hpp"
#include "procedure/version_file.hpp"

namespace motcua::procedure {

inline constexpr std::string_view procedure_file = "procedure.toml";
inline constexpr std::string_view process_file = "process.bpmn";
inline constexpr std::string_view form_hints_file = "form.ui.json";

// A version under examination, and where its problems go.
class Checking {
 public:
  Checking(const Files& files, const ReadVersion& read, Problems& problems)
      : files_(files), read_(read), problems_(problems) {}

  const Version& version() const { return read_.version; }
  void report(std::string_view file, int line, std::string code, Text what,
              std::string_view element = {});
  void warn(std::string code, Text what, std::string_view file, std::string_view element);
  int line_of(std::string_view place) const;  // in procedure.toml, as read_version_with_lines noted
  int line_with(std::string_view file, std::string_view words) const;  // first such line; 1: none

 private:
  const Files& files_;
  const ReadVersion& read_;
  Problems& problems_;
};

// Questions of the form an expression may name: the top-level properties of the schema.
std::set<std::string, std::less<>> question_names(const json::value& schema);
// The schema of the question at a path ("/papers", "/members/*/name"); nullptr when there is none.
const json::object* find_question(const json::value& schema, std::string_view path);

void check_flow(Checking& checking, std::span<const std::string> roles_held);
void check_shares(Checking& checking);
void check_signers(Checking& checking, std::span<const std::string> roles_held);
// A FEEL condition of procedure.toml: it must compile and ask only what the form has.
struct Condition {
  std::string_view text;   // empty: none
  std::string_view place;  // "paper.letter.condition"
};
void check_condition(Checking& checking, const Condition& condition);

void check_papers(Checking& checking);
// Papers the office need not ask for: what it issues itself, what a register of its own holds.
void check_own_papers(Checking& checking, std::span<const OfficeResult> results);
// A way from start to end on which nobody decides.
void check_decided(Checking& checking);
void check_fees(Checking& checking);
void check_texts(Checking& checking);
void check_form(Checking& checking);
void check_decision(Checking& checking);

}  // namespace motcua::procedure
