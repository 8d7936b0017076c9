// Reads one version of a procedure from the texts of its folder. Pure: the caller brings the files.
//
//   procedure.toml    metadata, papers, cases, clock and receipt rules
//   texts.vi.toml, texts.en.toml    every word people read
//   process.bpmn      BPMN 2.0 with motcua: attributes on user tasks
//   form.schema.json, form.ui.json  what is asked and how it is shown
//   decisions.dmn     optional: the decision "case" chooses the case from the answers; others are
//                     asked by the process
//   task.<id>.schema.json, task.<id>.ui.json   optional: the form of a user task, and
//                     the answers it shows; the latter may stand alone
//   published.digest  optional: makes the version published; nothing else may change any more
//   abolished.toml    optional: on = date, by = "decision"
//
// Hidden files (".name") are no part of it.
//
// What the files say is taken as it is; whether it makes sense is check.hpp's matter.
#pragma once

#include <map>
#include <string>

#include "base/result.hpp"
#include "procedure/problem.hpp"
#include "procedure/procedure.hpp"

namespace motcua::procedure {

Result<Version, Problems> read_version(const Files& files);

inline constexpr std::string_view digest_file = "published.digest";

// "task.examine.schema.json" -> "examine"; empty when it is no such file.
std::string task_of_form(std::string_view file);
// The same of "task.examine.ui.json".
std::string task_of_hints(std::string_view file);

// SHA-256 in hex over the sorted names and contents of everything but published.digest and
// abolished.toml.
std::string digest_of(const Files& files);

// Where things stand in procedure.toml ("paper.<id>", "case.<id>", "case.<id>.share.<task>", …),
// for the check.
using Lines = std::map<std::string, int, std::less<>>;

struct ReadVersion {
  Version version;
  Lines lines;
};

Result<ReadVersion, Problems> read_version_with_lines(const Files& files);

}  // namespace motcua::procedure
