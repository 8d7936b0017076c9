// Two sides of a subject as designers see them. [queries/design_view.hpp]

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "procedure/burden.hpp"
#include "procedure/compare.hpp"
#include "procedure/version_file.hpp"
#include "queries/design_view.hpp"
#include "queries/json_parts.hpp"

namespace motcua::queries {
namespace {

json::value or_null(const std::optional<std::string>& text) {
  return text ? json::value(*text) : json::value();
}

json::value text_or_null(const std::optional<Text>& text) {
  return text ? write(*text) : json::value();
}

json::array write_changes(const std::vector<procedure::Change>& changes, std::string_view key) {
  json::array array;
  for (const auto& change : changes) {
    array.push_back(json::object{{key, change.id},
                                 {"name", write(change.name)},
                                 {"old", text_or_null(change.old)},
                                 {"new", text_or_null(change.now)}});
  }
  return array;
}

json::array strings(const std::vector<std::string>& all) {
  json::array array;
  for (const auto& one : all) array.push_back(json::value(one));
  return array;
}

json::object write_row(const procedure::TableRow& row) {
  return {{"rule", row.rule},
          {"inputs", strings(row.inputs)},
          {"outputs", strings(row.outputs)},
          {"note", row.note}};
}

json::array write_tables(const std::vector<procedure::TableChanges>& tables) {
  json::array array;
  for (const auto& table : tables) {
    json::array added;
    json::array removed;
    json::array changed;
    for (const auto& row : table.added) added.push_back(write_row(row));
    for (const auto& row : table.removed) removed.push_back(write_row(row));
    for (const auto& [old, now] : table.changed) {
      changed.push_back(json::object{{"old", write_row(old)}, {"new", write_row(now)}});
    }
    array.push_back(json::object{{"id", table.id},
                                 {"name", table.name},
                                 {"added", std::move(added)},
                                 {"removed", std::move(removed)},
                                 {"changed", std::move(changed)}});
  }
  return array;
}

json::object write_process(const procedure::ProcessChanges& changes) {
  json::array changed;
  for (const auto& node : changes.changed) {
    json::array what;
    for (const auto& text : node.what) what.push_back(write(text));
    changed.push_back(json::object{{"id", node.id}, {"what", std::move(what)}});
  }
  return {{"added", strings(changes.added)},
          {"removed", strings(changes.removed)},
          {"changed", std::move(changed)}};
}

std::string text_of(const procedure::Files& files, std::string_view name) {
  const auto found = files.find(name);
  return found == files.end() ? std::string() : found->second;
}

// What can be read of a side; a draft that cannot is compared as far as its texts go.
procedure::Version version_of(const commands::Library& library, const procedure::Files& files) {
  auto read = procedure::read_version(commands::with_lists(library, files));
  return read ? std::move(*read) : procedure::Version{};
}

// What everything drawn is called, steps as the texts call them.
json::object names_of(const procedure::Version& version) {
  json::object names;
  for (const auto& [id, name] : version.process.names) names[id] = write(version.step_name(id));
  for (const auto& [id, name] : version.steps) names[id] = write(name);
  return names;
}

}  // namespace

json::object comparison_view(const commands::Library& library, design::Kind kind,
                             const procedure::Files& old, const procedure::Files& now) {
  const bool matrix = kind == design::Kind::Matrix;
  const auto before = matrix ? procedure::Version{} : version_of(library, old);
  const auto after = matrix ? procedure::Version{} : version_of(library, now);
  const std::string_view table = matrix ? "matrix.dmn" : "decisions.dmn";
  json::array texts;
  for (const auto& change : procedure::compare_texts(old, now)) {
    texts.push_back(json::object{{"key", change.key},
                                 {"language", change.language},
                                 {"old", or_null(change.old)},
                                 {"new", or_null(change.now)}});
  }
  const json::object burden{{"old", procedure::write_burden(procedure::burden_of(before))},
                            {"new", procedure::write_burden(procedure::burden_of(after))}};
  const std::string_view xml = matrix ? "matrix.dmn" : "process.bpmn";
  return {
      {"burden", matrix ? json::value() : json::value(burden)},
      {"process", write_process(procedure::compare_processes(before.process, after.process))},
      {"tables", write_tables(procedure::compare_tables(text_of(old, table), text_of(now, table)))},
      {"texts", std::move(texts)},
      {"papers", write_changes(procedure::compare_papers(before, after), "id")},
      {"fees", write_changes(procedure::compare_fees(before, after), "id")},
      {"terms", write_changes(procedure::compare_terms(before, after), "id")},
      {"clock", write_changes(procedure::compare_clock(before, after), "id")},
      {"form", write_changes(procedure::compare_forms(before, after), "path")},
      {"names", json::object{{"old", names_of(before)}, {"new", names_of(after)}}},
      {"xml", json::object{{"old", text_of(old, xml)}, {"new", text_of(now, xml)}}}};
}

}  // namespace motcua::queries
