// Reads and checks matrix.toml and matrix.dmn.

#include <algorithm>

#include "authority/matrix.hpp"
#include "procedure/section.hpp"
#include "procedure/version_file.hpp"

namespace motcua::authority {
namespace {

using procedure::Problems;
using procedure::Section;

class MatrixReader {
 public:
  explicit MatrixReader(const procedure::Files& files) : files_(files) {}

  Matrix read() {
    matrix_.digest = procedure::digest_of(files_);
    read_metadata();
    read_tables();
    read_digest();
    return std::move(matrix_);
  }
  Problems take_problems() { return std::move(problems_); }

 private:
  void report(std::string_view file, int line, std::string code, Text what) {
    problems_.push_back({std::string(file), line, std::move(code), std::move(what)});
  }

  const std::string* content(std::string_view file) {
    const auto found = files_.find(file);
    if (found == files_.end()) {
      report(file, 1, "file-missing", {"thiếu tệp", "the file is missing"});
      return nullptr;
    }
    if (is_valid_utf8(found->second)) return &found->second;
    report(file, 1, "not-utf8", {"tệp không phải UTF-8", "the file is not UTF-8"});
    return nullptr;
  }

  Text pair(Section& from, std::string_view key) {
    const auto* table = from.table(key);
    if (table == nullptr) return {};
    Section section(*table, std::string(matrix_file), problems_);
    Text text{section.text("vi"), section.text("en")};
    section.report_unknown_keys();
    return text;
  }

  void read_metadata() {
    const auto* text = content(matrix_file);
    if (text == nullptr) return;
    auto tree = procedure::read_toml(*text);
    if (!tree) {
      report(matrix_file, tree.error().line, "toml-broken",
             {"TOML hỏng: " + tree.error().what, "broken TOML: " + tree.error().what});
      return;
    }
    Section root(*tree, std::string(matrix_file), problems_);
    matrix_.id = root.text("matrix");
    matrix_.number = root.number("version", 1, 9999);
    matrix_.verified = root.truth("verified");
    matrix_.name = pair(root, "name");
    matrix_.in_force_from = root.date("in_force_from").value_or(Date{});
    if (tree->find("in_force_until") != nullptr) {
      matrix_.in_force_until = root.date("in_force_until");
    }
    if (const auto* table = root.table("instrument")) read_instrument(*table);
    for (const auto* table : root.tables("decider")) read_decider(*table);
    for (const auto* table : root.tables("fact")) read_fact(*table);
    for (const auto* table : root.tables("limit")) read_limit(*table);
    root.report_unknown_keys();
  }

  void read_instrument(const procedure::TomlValue& table) {
    Section section(table, std::string(matrix_file), problems_);
    auto& instrument = matrix_.instrument;
    instrument.number = section.text_or("number", "");
    if (table.find("date") != nullptr) instrument.date = section.date("date");
    instrument.issuer = pair(section, "issuer");
    instrument.title = pair(section, "title");
    instrument.basis = section.text("basis");
    section.report_unknown_keys();
  }

  void read_decider(const procedure::TomlValue& table) {
    Section section(table, std::string(matrix_file), problems_);
    Decider decider;
    decider.id = section.text("id");
    decider.name = pair(section, "name");
    decider.post = section.text_or("post", "");
    decider.unit = section.text_or("unit", "");
    decider.basis = section.text("basis");
    if (decider.post.empty() == decider.unit.empty()) {
      section.report(section.line(), "decider-wrong",
                     {"cấp quyết định là post của cơ quan hoặc unit bên ngoài, đúng một trong hai",
                      "a decider is a post of the office or a unit outside it, exactly one"});
    }
    section.report_unknown_keys();
    matrix_.deciders.push_back(std::move(decider));
  }

  void read_fact(const procedure::TomlValue& table) {
    Section section(table, std::string(matrix_file), problems_);
    const auto name = section.text("name");
    const auto label = pair(section, "label");
    const auto value = section.text("value");
    auto compiled = feel::Expression::compile(value);
    if (compiled) {
      matrix_.facts.push_back({name, label, std::move(*compiled)});
    } else {
      section.report(section.line("value"), "expression-broken", compiled.error().what);
    }
    section.report_unknown_keys();
  }

  void read_limit(const procedure::TomlValue& table) {
    Section section(table, std::string(matrix_file), problems_);
    Limit limit;
    limit.id = section.text("id");
    limit.name = pair(section, "name");
    limit.value = section.number("value", 0, 1'000'000);
    limit.fact = section.text("fact");
    limit.basis = section.text("basis");
    section.report_unknown_keys();
    matrix_.limits.push_back(std::move(limit));
  }

  void read_tables() {
    const auto* text = content(table_file);
    if (text == nullptr) return;
    auto tables = dmn::import_decisions(*text);
    if (!tables) {
      for (const auto& error : tables.error()) {
        report(table_file, error.line, "decision-refused",
               {error.element + ": " + error.what.vi, error.element + ": " + error.what.en});
      }
      return;
    }
    for (auto& table : *tables) {
      if (table.id() == "authority")
        matrix_.table = std::move(table);
      else if (table.id() == "limits")
        matrix_.passed = std::move(table);
    }
    if (!matrix_.table) {
      report(table_file, 1, "decision-refused",
             {"không có quyết định “authority”", "there is no decision “authority”"});
    }
    if (!matrix_.passed && !matrix_.limits.empty()) {
      report(table_file, 1, "decision-refused",
             {"có giới hạn nhưng không có quyết định “limits”",
              "there are limits and no decision “limits”"});
    }
  }

  void read_digest() {
    const auto found = files_.find(procedure::digest_file);
    if (found == files_.end()) return;
    matrix_.published = true;
    std::string kept = found->second;
    while (!kept.empty() && (kept.back() == '\n' || kept.back() == '\r')) kept.pop_back();
    if (kept == matrix_.digest) return;
    report(procedure::digest_file, 1, "digest-differs",
           {"ma trận đã công bố bị sửa; mã băm hiện tại là " + matrix_.digest,
            "the published matrix was changed; its digest now is " + matrix_.digest});
  }

  const procedure::Files& files_;
  Matrix matrix_;
  Problems problems_;
};

// Whether an output is one of the deciders, or a limit's id, written as a text.
template <class Known>
void check_outputs(const dmn::DecisionTable& table, std::string_view output, Known known,
                   Problems& problems) {
  std::size_t at = 0;
  const auto& outputs = table.outputs();
  while (at + 1 < outputs.size() && outputs[at].name != output) ++at;
  for (const auto& rule : table.rules()) {
    const auto value = rule.outputs[at].evaluate({});
    const auto* id = value.as<std::string>();
    if (id != nullptr && known(*id)) continue;
    const std::string said = id == nullptr ? rule.outputs[at].text() : *id;
    problems.push_back({std::string(table_file),
                        rule.line,
                        "outcome-unknown",
                        {"“" + said + "” không có trong matrix.toml",
                         "“" + said + "” is not named in matrix.toml"}});
  }
}

bool takes_everything(const dmn::Rule& rule) {
  return std::all_of(rule.inputs.begin(), rule.inputs.end(),
                     [](const feel::UnaryTests& tests) { return tests.always(); });
}

void check_table(const Matrix& matrix, Problems& problems) {
  const auto& table = *matrix.table;
  check_outputs(
      table, "decider", [&](const std::string& id) { return matrix.find_decider(id) != nullptr; },
      problems);
  const auto& rules = table.rules();
  const bool whole = table.hit_policy() == dmn::HitPolicy::First && !rules.empty() &&
                     takes_everything(rules.back());
  if (whole) return;
  problems.push_back({std::string(table_file),
                      rules.empty() ? 1 : rules.back().line,
                      "no-catch-all",
                      {"bảng “authority” phải theo FIRST và dòng cuối nhận mọi trường hợp",
                       "the table “authority” must be FIRST and end with a row for every case"}});
}

}  // namespace

Result<Matrix, Problems> read_matrix(const procedure::Files& files) {
  MatrixReader reader(files);
  auto matrix = reader.read();
  auto problems = reader.take_problems();
  if (!problems.empty()) return Unexpected{std::move(problems)};
  return matrix;
}

Problems check_matrix(const procedure::Files& files) {
  const auto matrix = read_matrix(files);
  if (!matrix) return matrix.error();
  Problems problems;
  const auto& instrument = matrix->instrument;
  if (instrument.title.vi.empty() || instrument.basis.empty()) {
    problems.push_back({std::string(matrix_file),
                        1,
                        "instrument-missing",
                        {"thiếu văn bản phân cấp: [instrument] cần title và basis",
                         "no instrument: [instrument] needs a title and a basis"}});
  }
  check_table(*matrix, problems);
  if (matrix->passed) {
    check_outputs(
        *matrix->passed, "limit",
        [&](const std::string& id) {
          return std::any_of(matrix->limits.begin(), matrix->limits.end(),
                             [&](const Limit& limit) { return limit.id == id; });
        },
        problems);
  }
  return problems;
}

}  // namespace motcua::authority
