// Two versions of a procedure, or a version and a draft of it, side by side.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "procedure/problem.hpp"
#include "procedure/procedure.hpp"

namespace motcua::procedure {

// Something that has a name in both: what it was and what it is, in words of both languages;
// nothing where it is not there.
struct Change {
  std::string id;
  Text name;
  std::optional<Text> old;
  std::optional<Text> now;
  bool operator==(const Change&) const = default;
};

struct TextChange {
  std::string key;       // as in texts.vi.toml: "paper.letter.name"
  std::string language;  // "vi", "en"
  std::optional<std::string> old;
  std::optional<std::string> now;
};

struct NodeChange {
  std::string id;  // of a node or flow, or of anything drawn whose name differs
  std::vector<Text> what;
};

struct ProcessChanges {
  std::vector<std::string> added;  // ids of nodes and flows
  std::vector<std::string> removed;
  std::vector<NodeChange> changed;
};

// A row of a decision table in words of FEEL.
struct TableRow {
  int rule = 0;  // number, from 1
  std::vector<std::string> inputs;
  std::vector<std::string> outputs;
  std::string note;
};

struct TableChanges {
  std::string id;
  std::string name;
  std::vector<TableRow> added;
  std::vector<TableRow> removed;
  std::vector<std::pair<TableRow, TableRow>> changed;  // same inputs, other outputs or note
};

ProcessChanges compare_processes(const Process& old, const Process& now);
// Of two DMN documents; what cannot be imported counts as empty.
std::vector<TableChanges> compare_tables(std::string_view old_dmn, std::string_view new_dmn);
// texts.vi.toml and texts.en.toml, key by key.
std::vector<TextChange> compare_texts(const Files& old, const Files& now);
std::vector<Change> compare_papers(const Version& old, const Version& now);
std::vector<Change> compare_fees(const Version& old, const Version& now);
std::vector<Change> compare_terms(const Version& old, const Version& now);  // "standard.online"
std::vector<Change> compare_clock(const Version& old, const Version& now);
// Question by question, of the application and of every step's own form, in words; a step's
// questions stand behind "<task>:", and what it shows of the application is "<task>:shows". What
// the words do not tell (a condition, say) is told as the schema writes it, by its keyword.
std::vector<Change> compare_forms(const Version& old, const Version& now);

}  // namespace motcua::procedure
