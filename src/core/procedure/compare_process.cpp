// What differs between two diagrams, and between the rows of two tables. [procedure/compare.hpp]

#include <algorithm>
#include <set>

#include "dmn/decision.hpp"
#include "procedure/compare.hpp"

namespace motcua::procedure {
namespace {

void note(std::vector<Text>& what, const Text& member, const std::string& old,
          const std::string& now) {
  if (old == now) return;
  what.push_back({member.vi + ": “" + old + "” → “" + now + "”",
                  member.en + ": “" + old + "” → “" + now + "”"});
}

std::string wait_of(const ProcessNode& node) {
  return node.wait ? calendar::write_term(node.wait) : std::string();
}

std::vector<Text> node_changes(const ProcessNode& old, const ProcessNode& now) {
  std::vector<Text> what;
  note(what, {"việc", "act"}, old.task.act, now.task.act);
  note(what, {"vai trò", "role"}, old.task.role, now.task.role);
  note(what, {"đơn vị", "unit"}, old.task.unit, now.task.unit);
  note(what, {"dùng chung hạn với", "share of"}, old.task.share_of, now.task.share_of);
  note(what, {"quyết định", "decides"}, old.task.decides ? "✓" : "", now.task.decides ? "✓" : "");
  note(what, {"hỏi bảng quyết định", "decision asked"}, old.decision, now.decision);
  note(what, {"kết quả vào biến", "result variable"}, old.result, now.result);
  note(what, {"canh chừng", "watches over"}, old.attached_to, now.attached_to);
  note(what, {"thời gian chờ", "wait"}, wait_of(old), wait_of(now));
  note(what, {"nhánh mặc định", "default way"}, old.default_flow, now.default_flow);
  if (old.kind != now.kind) what.push_back({"loại phần tử", "kind of element"});
  return what;
}

std::string condition_of(const SequenceFlow& flow) {
  return flow.condition ? std::string(flow.condition->text()) : std::string();
}

std::vector<Text> flow_changes(const SequenceFlow& old, const SequenceFlow& now) {
  std::vector<Text> what;
  note(what, {"từ", "from"}, old.source, now.source);
  note(what, {"đến", "to"}, old.target, now.target);
  note(what, {"điều kiện", "condition"}, condition_of(old), condition_of(now));
  return what;
}

template <class Map, class Differ>
void compare_parts(const Map& old, const Map& now, Differ differ, ProcessChanges& changes) {
  for (const auto& [id, part] : old) {
    const auto other = now.find(id);
    if (other == now.end()) {
      changes.removed.push_back(id);
    } else if (auto what = differ(part, other->second); !what.empty()) {
      changes.changed.push_back({id, std::move(what)});
    }
  }
  for (const auto& [id, part] : now) {
    if (!old.contains(id)) changes.added.push_back(id);
  }
}

// Names of everything drawn, lanes too; an element that is new or gone is told of already.
void compare_names(const Process& old, const Process& now, ProcessChanges& changes) {
  std::set<std::string, std::less<>> ids;
  for (const auto* process : {&old, &now}) {
    for (const auto& [id, name] : process->names) ids.insert(id);
  }
  const auto name_in = [](const Process& process, const std::string& id) {
    const auto found = process.names.find(id);
    return found == process.names.end() ? Text{} : found->second;
  };
  const auto is_told = [&](const std::string& id) {
    return std::ranges::count(changes.added, id) + std::ranges::count(changes.removed, id) > 0;
  };
  for (const auto& id : ids) {
    if (is_told(id)) continue;
    const Text before = name_in(old, id);
    const Text after = name_in(now, id);
    std::vector<Text> what;
    note(what, {"tên", "name"}, before.vi, after.vi);
    note(what, {"tên tiếng Anh", "English name"}, before.en, after.en);
    if (what.empty()) continue;
    const auto known = std::ranges::find(changes.changed, id, &NodeChange::id);
    if (known == changes.changed.end()) {
      changes.changed.push_back({id, std::move(what)});
    } else {
      known->what.insert(known->what.begin(), what.begin(), what.end());
    }
  }
}

std::vector<TableRow> rows_of(const dmn::DecisionTable& table) {
  std::vector<TableRow> rows;
  for (const dmn::Rule& rule : table.rules()) {
    TableRow row;
    row.rule = static_cast<int>(rows.size()) + 1;
    for (const auto& input : rule.inputs) row.inputs.emplace_back(input.text());
    for (const auto& output : rule.outputs) row.outputs.emplace_back(output.text());
    row.note = rule.annotation;
    rows.push_back(std::move(row));
  }
  return rows;
}

// Rows that are alike fall out first; then those with the same inputs are one row that changed.
void compare_rows(std::vector<TableRow> old, std::vector<TableRow> now, TableChanges& changes) {
  const auto take = [&](auto alike, auto use) {
    std::erase_if(old, [&](const TableRow& row) {
      const auto found =
          std::ranges::find_if(now, [&](const TableRow& other) { return alike(row, other); });
      if (found == now.end()) return false;
      use(row, *found);
      now.erase(found);
      return true;
    });
  };
  take(
      [](const TableRow& a, const TableRow& b) {
        return a.inputs == b.inputs && a.outputs == b.outputs && a.note == b.note;
      },
      [](const TableRow&, const TableRow&) {});
  take([](const TableRow& a, const TableRow& b) { return a.inputs == b.inputs; },
       [&](const TableRow& a, const TableRow& b) { changes.changed.emplace_back(a, b); });
  changes.removed = std::move(old);
  changes.added = std::move(now);
}

std::vector<dmn::DecisionTable> tables_of(std::string_view xml) {
  if (xml.empty()) return {};
  auto tables = dmn::import_decisions(xml);
  return tables ? std::move(*tables) : std::vector<dmn::DecisionTable>{};
}

}  // namespace

ProcessChanges compare_processes(const Process& old, const Process& now) {
  ProcessChanges changes;
  compare_parts(old.nodes, now.nodes, node_changes, changes);
  compare_parts(old.flows, now.flows, flow_changes, changes);
  compare_names(old, now, changes);
  return changes;
}

std::vector<TableChanges> compare_tables(std::string_view old_dmn, std::string_view new_dmn) {
  const auto old = tables_of(old_dmn);
  const auto now = tables_of(new_dmn);
  std::vector<TableChanges> all;
  for (const auto& table : old) {
    const auto other = std::ranges::find(now, table.id(), &dmn::DecisionTable::id);
    TableChanges changes{table.id(), table.name(), {}, {}, {}};
    compare_rows(rows_of(table), other == now.end() ? std::vector<TableRow>{} : rows_of(*other),
                 changes);
    all.push_back(std::move(changes));
  }
  for (const auto& table : now) {
    if (std::ranges::find(old, table.id(), &dmn::DecisionTable::id) != old.end()) continue;
    all.push_back({table.id(), table.name(), rows_of(table), {}, {}});
  }
  std::erase_if(all, [](const TableChanges& table) {
    return table.added.empty() && table.removed.empty() && table.changed.empty();
  });
  return all;
}

}  // namespace motcua::procedure
