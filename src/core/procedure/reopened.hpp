// Questions of a form that are opened again after the application: what may be asked for, what may
// be changed then, and what a person is shown for it.
//
// A question is named by a JSON Pointer into the answers. With a question go those that a condition
// on it brings up; nothing else of the answers may change.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "procedure/procedure.hpp"

namespace motcua::procedure {

struct Question {
  std::string path;
  Text label;
  Text value;  // empty for what has none, or has several
  int page = 0;
};

// Every question of the form as answered, in its order: those a condition asks only where they were
// answered, a list as a whole and each question of its entries. None for a form nobody filled in.
std::vector<Question> questions_of(const Version& version, const json::value& answers);

// These questions and, after them, all that depend on their answers, each once.
std::vector<std::string> with_dependents(const Version& version, std::vector<std::string> paths);

// Of the answers, those at the paths and those that the conditions about them look at.
json::value answers_around(const Version& version, const json::value& answers,
                           const std::vector<std::string>& paths);

// The answers, with what `sent` says at the paths; what it leaves out there is no longer answered.
// Refused with the pointer of an answer elsewhere that `sent` says otherwise.
Result<json::value, std::string> put_answers(const json::value& answers, const json::value& sent,
                                             const std::vector<std::string>& paths);

}  // namespace motcua::procedure
