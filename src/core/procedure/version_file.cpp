#include "procedure/version_file.hpp"

#include <algorithm>

#include "base/digest.hpp"
#include "base/json_pointer.hpp"
#include "procedure/form_schema.hpp"
#include "procedure/section.hpp"

namespace motcua::procedure {
namespace {

constexpr std::string_view metadata_file = "procedure.toml";
constexpr std::string_view abolition_file = "abolished.toml";
constexpr int largest_fee = 1'000'000'000;  // đồng; the largest of the law is far below

// An editor's own files may lie beside, for as long as it is open.
bool is_hidden(std::string_view name) { return name.starts_with('.'); }

// "review" of "serviceTask review"; empty where an importer names no id.
std::string id_in(const std::string& element) {
  const auto blank = element.rfind(' ');
  return blank == std::string::npos ? std::string() : element.substr(blank + 1);
}

class Reader {
 public:
  explicit Reader(const Files& files) : files_(files) {}

  Result<ReadVersion, Problems> run() {
    for (const auto& [name, content] : files_) {
      if (!is_hidden(name) && !is_valid_utf8(content)) {
        report(name, 1, "not-utf8", {"tệp không phải UTF-8", "the file is not UTF-8"});
      }
    }
    if (!problems_.empty()) return Unexpected{problems_};
    read_metadata();
    read_texts("texts.vi.toml", &Text::vi);
    read_texts("texts.en.toml", &Text::en);
    read_process();
    read_decision();
    read_json_file("form.schema.json", version().form_schema);
    read_json_file("form.ui.json", version().form_hints);
    read_lists("form.schema.json", version().form_schema, version().form_hints);
    compile_form_schema();
    read_task_forms();
    read_life();
    if (!problems_.empty()) return Unexpected{problems_};
    return std::move(read_);
  }

 private:
  Version& version() { return read_.version; }

  void report(std::string_view file, int line, std::string code, Text what) {
    problems_.push_back({std::string(file), line, std::move(code), std::move(what)});
  }

  const std::string* content(std::string_view file) {
    auto found = files_.find(file);
    if (found != files_.end()) return &found->second;
    report(file, 1, "file-missing", {"thiếu tệp", "the file is missing"});
    return nullptr;
  }

  std::optional<TomlValue> toml(std::string_view file) {
    auto text = content(file);
    if (text == nullptr) return std::nullopt;
    auto tree = read_toml(*text);
    if (tree) return std::move(tree).value();
    report(file, tree.error().line, "toml-broken",
           {"TOML hỏng: " + tree.error().what, "broken TOML: " + tree.error().what});
    return std::nullopt;
  }

  // --- procedure.toml ---

  void read_metadata() {
    auto tree = toml(metadata_file);
    if (!tree) return;
    Section root(*tree, std::string(metadata_file), problems_);
    Version& v = version();
    v.procedure = root.text("procedure");
    v.number = root.number("version", 1, 9999);
    v.order = root.number("order", 0, 9999);
    v.verified = root.truth("verified");
    v.open_for_applications = root.truth("open");
    v.sample = root.truth("sample");
    v.internal = root.truth("internal");
    v.authority = root.text_or("authority", "");
    note("authority", root.line("authority"));
    v.four_eyes = root.truth("four_eyes");
    v.in_force_from = root.date("in_force_from").value_or(Date{});
    v.national_code = root.text_or("national_code", "");
    v.declared_level = root.number("declared_level", 0, 4);
    for (std::string& key : root.texts("legal_basis"))
      v.legal_basis.push_back({std::move(key), {}});
    note("legal_basis", root.line("legal_basis"));
    if (auto receipt = root.table("receipt")) read_receipt(*receipt);
    if (auto clock = root.table("clock")) read_clock(*clock);
    for (auto paper : root.tables("paper")) read_paper(*paper);
    for (auto fee : root.tables("fee")) read_fee(*fee);
    for (auto signer : root.tables("signer")) read_signer(*signer);
    for (auto one_case : root.tables("case")) read_case(*one_case);
    root.report_unknown_keys();
  }

  void note(std::string place, int line) { read_.lines.emplace(std::move(place), line); }

  void read_receipt(const TomlValue& table) {
    Section receipt(table, std::string(metadata_file), problems_);
    const std::string cutoff = receipt.text_or("cutoff", "");
    auto moment = parse_moment("2000-01-01T" + cutoff);
    if (moment) version().receipt.cutoff = time_of(*moment);
    if (!moment && !cutoff.empty()) {
      receipt.report(receipt.line("cutoff"), "value-wrong",
                     {"giờ được viết như 15:00", "a time is written like 15:00"});
    }
    const std::string month_end = receipt.text_or("month_end", "refuse");
    if (month_end == "last-day") version().receipt.month_end = calendar::MonthEnd::LastDay;
    if (month_end != "last-day" && month_end != "refuse") {
      receipt.report(receipt.line("month_end"), "value-wrong",
                     {"chỉ nhận refuse hoặc last-day", "must be refuse or last-day"});
    }
    receipt.report_unknown_keys();
  }

  void read_clock(const TomlValue& table) {
    Section clock(table, std::string(metadata_file), problems_);
    for (const std::string& key : clock.keys()) {
      auto reason = parse_stop_reason(key);
      auto rule = reason ? clock.table(key) : nullptr;
      if (rule != nullptr) version().clock[*reason] = read_clock_rule(*rule);
    }
    clock.report_unknown_keys();
  }

  ClockRule read_clock_rule(const TomlValue& table) {
    Section section(table, std::string(metadata_file), problems_);
    ClockRule rule;
    const std::string policy = section.text("policy");
    if (policy == "restart") rule.policy = calendar::ClockPolicy::Restart;
    if (policy == "run") rule.policy = calendar::ClockPolicy::Run;
    if (policy != "restart" && policy != "run" && policy != "pause") {
      section.report(section.line("policy"), "value-wrong",
                     {"chỉ nhận pause, restart hoặc run", "must be pause, restart or run"});
    }
    if (table.find("cap")) rule.cap = section.term("cap");
    rule.document_required = section.truth("document_required");
    rule.at_most = section.number("at_most", 1, 99);
    rule.basis = section.text("basis");
    section.report_unknown_keys();
    return rule;
  }

  void read_paper(const TomlValue& table) {
    Section section(table, std::string(metadata_file), problems_);
    Paper paper;
    paper.id = section.text("id");
    paper.originals = section.number("originals", 0, 99);
    paper.copies = section.number("copies", 0, 99);
    paper.required = section.truth("required");
    paper.condition = section.text_or("condition", "");
    paper.issued_by = section.text_or("issued_by", "");
    paper.held_in = section.text_or("held_in", "");
    if (table.find("most_pages")) {
      paper.most_pages = section.number("most_pages", 1, most_pages_of_a_paper);
    }
    if (table.find("most_megabytes")) {
      paper.most_megabytes = section.number("most_megabytes", 1, most_megabytes_of_a_paper);
    }
    section.report_unknown_keys();
    note("paper." + paper.id, section.line("id"));
    note("paper." + paper.id + ".condition", section.line("condition"));
    if (version().find_paper(paper.id)) {
      section.report(section.line("id"), "paper-asked-twice",
                     {"giấy tờ “" + paper.id + "” được khai hai lần",
                      "the paper “" + paper.id + "” is declared twice"});
    }
    version().papers.push_back(std::move(paper));
  }

  void read_fee(const TomlValue& table) {
    Section section(table, std::string(metadata_file), problems_);
    FeeRule fee;
    fee.id = section.text("id");
    fee.amount.amount = section.number("amount", 1, largest_fee);
    fee.per = section.text_or("per", "");
    fee.condition = section.text_or("condition", "");
    fee.cases = section.texts("cases");
    fee.basis = section.text("basis");
    const std::string due = section.text_or("due", write_fee_due(FeeDue::BeforeWork));
    if (due == write_fee_due(FeeDue::WithResult)) fee.due = FeeDue::WithResult;
    if (due != write_fee_due(fee.due)) {
      section.report(
          section.line("due"), "value-wrong",
          {"chỉ nhận before-work hoặc with-result", "must be before-work or with-result"});
    }
    if (!table.find("amount")) {
      section.report(section.line(), "key-missing", {"“amount” còn thiếu", "“amount” is missing"});
    }
    section.report_unknown_keys();
    const std::string place = "fee." + fee.id;
    note(place, section.line("id"));
    for (std::string_view key : {"per", "condition", "cases"}) {
      note(place + "." + std::string(key), section.line(key));
    }
    version().fees.push_back(std::move(fee));
  }

  void read_signer(const TomlValue& table) {
    Section section(table, std::string(metadata_file), problems_);
    version().signers.push_back({section.text("role"), section.text_or("unit", "")});
    note("signer." + std::to_string(version().signers.size()), section.line("role"));
    section.report_unknown_keys();
  }

  void read_case(const TomlValue& table) {
    Section section(table, std::string(metadata_file), problems_);
    Case one;
    one.id = section.text("id");
    one.basis = section.text("basis");
    one.papers = section.texts("papers");
    const std::string place = "case." + one.id;
    note(place, section.line("id"));
    note(place + ".papers", section.line("papers"));
    if (auto terms = section.table("terms")) read_terms(*terms, one);
    if (auto shares = section.table("shares")) read_shares(*shares, one);
    section.report_unknown_keys();
    if (version().find_case(one.id)) {
      section.report(section.line("id"), "case-declared-twice",
                     {"trường hợp “" + one.id + "” được khai hai lần",
                      "the case “" + one.id + "” is declared twice"});
    }
    version().cases.push_back(std::move(one));
  }

  void read_terms(const TomlValue& table, Case& one) {
    Section terms(table, std::string(metadata_file), problems_);
    for (const std::string& key : terms.keys()) {
      auto channel = parse_channel(key);
      if (!channel) continue;
      one.terms[*channel] = terms.term(key);
      note("case." + one.id + ".term." + key, terms.line(key));
    }
    terms.report_unknown_keys();
  }

  void read_shares(const TomlValue& table, Case& one) {
    Section shares(table, std::string(metadata_file), problems_);
    for (const std::string& task : shares.keys()) {
      note("case." + one.id + ".share." + task, shares.line(task));
      if (auto share = shares.term(task)) one.shares[task] = *share;
    }
  }

  // --- texts.<language>.toml ---

  // Missing words are not refused here: the check names them, and people read Vietnamese instead.
  void read_texts(std::string_view file, std::string Text::*language) {
    auto tree = toml(file);
    if (!tree) return;
    Section root(*tree, std::string(file), problems_);
    Version& v = version();
    v.name.*language = root.text("name");
    v.summary.*language = root.text_or("summary", "");
    v.applicants.*language = root.text_or("applicants", "");
    v.result.*language = root.text_or("result", "");
    v.fee.*language = root.text_or("fee", "");
    v.field.*language = root.text_or("field", "");
    v.reception.*language = root.text_or("reception", "");
    for (std::string& word : root.texts("keywords")) v.keywords.push_back(std::move(word));
    if (auto steps = root.table("step")) {
      Section names(*steps, std::string(file), problems_);
      for (const std::string& task : names.keys()) v.steps[task].*language = names.text(task);
    }
    if (auto basis = root.table("legal_basis")) {
      Section names(*basis, std::string(file), problems_);
      for (Source& source : v.legal_basis) source.text.*language = names.text_or(source.key, "");
      names.report_unknown_keys();
    }
    read_paper_texts(root, file, language);
    read_fee_texts(root, file, language);
    read_case_texts(root, file, language);
    root.report_unknown_keys();
  }

  void read_paper_texts(Section& root, std::string_view file, std::string Text::*language) {
    auto table = root.table("paper");
    if (table == nullptr) return;
    Section papers(*table, std::string(file), problems_);
    for (Paper& paper : version().papers) {
      auto texts = papers.table(paper.id);
      if (texts == nullptr) continue;
      Section section(*texts, std::string(file), problems_);
      paper.name.*language = section.text("name");
      paper.note.*language = section.text_or("note", "");
      section.report_unknown_keys();
    }
    papers.report_unknown_keys();
  }

  void read_fee_texts(Section& root, std::string_view file, std::string Text::*language) {
    auto table = root.table("fees");
    if (table == nullptr) return;
    Section names(*table, std::string(file), problems_);
    for (FeeRule& fee : version().fees) fee.name.*language = names.text_or(fee.id, "");
    names.report_unknown_keys();
  }

  void read_case_texts(Section& root, std::string_view file, std::string Text::*language) {
    auto table = root.table("case");
    if (table == nullptr) return;
    Section cases(*table, std::string(file), problems_);
    for (Case& one : version().cases) {
      auto texts = cases.table(one.id);
      if (texts == nullptr) continue;
      Section section(*texts, std::string(file), problems_);
      one.name.*language = section.text("name");
      one.decided_by.*language = section.text_or("decided_by", "");
      section.report_unknown_keys();
    }
    cases.report_unknown_keys();
  }

  // --- process, decision, form ---

  // A designer looks for a step nothing leads to, or that leads nowhere, by these names.
  static std::string_view code_of(const bpmn::ImportError& error) {
    if (error.rule == "nodes_have_a_flow_in") return "unreachable-step";
    if (error.rule == "nodes_have_a_flow_out") return "dead-end";
    return "process-refused";
  }

  void read_process() {
    auto text = content("process.bpmn");
    if (text == nullptr) return;
    auto process = procedure::read_process(*text);
    if (process) {
      version().process = std::move(process).value();
      return;
    }
    for (const bpmn::ImportError& error : process.error()) {
      report("process.bpmn", error.line, std::string(code_of(error)),
             {error.element + ": " + error.what.vi, error.element + ": " + error.what.en});
      problems_.back().element = id_in(error.element);
    }
  }

  void read_decision() {
    auto file = files_.find("decisions.dmn");
    if (file == files_.end()) return;
    auto tables = dmn::import_decisions(file->second);
    if (!tables) {
      for (const dmn::ImportError& error : tables.error()) {
        report("decisions.dmn", error.line, "decision-refused",
               {error.element + ": " + error.what.vi, error.element + ": " + error.what.en});
        problems_.back().element = id_in(error.element);
      }
      return;
    }
    auto found = std::ranges::find(*tables, "case", &dmn::DecisionTable::id);
    if (found != tables->end()) {
      version().case_decision = *found;
    } else if (!asks_decisions()) {
      report("decisions.dmn", 1, "decision-refused",
             {"không có quyết định “case”", "there is no decision “case”"});
    }
    version().process.decisions =
        std::make_shared<const std::vector<dmn::DecisionTable>>(std::move(*tables));
  }

  bool asks_decisions() {
    return std::ranges::any_of(version().process.nodes, [](const auto& node) {
      return node.second.kind == NodeKind::BusinessRuleTask;
    });
  }

  void read_json_file(std::string_view file, json::value& into) {
    auto text = content(file);
    if (text == nullptr) return;
    auto read = read_json(*text);
    if (!read) {
      report(file, static_cast<int>(read.error().line), "json-broken",
             {"JSON hỏng: " + read.error().what, "broken JSON: " + read.error().what});
      return;
    }
    into = std::move(read).value();
    if (into.is_object()) return;
    report(file, 1, "json-broken", {"phải là một đối tượng", "must be an object"});
  }

  // The lists a form asks for, and their entries as its choices; whether it asks for any.
  bool read_lists(std::string_view form, json::value& schema, json::value& hints) {
    Version& v = version();
    const auto named = lists_named(schema);
    for (const std::string& id : named) {
      if (v.lists.contains(id)) continue;
      const std::string file = "list." + id + ".toml";
      auto found = files_.find(file);
      if (found == files_.end()) found = files_.find(std::string(shared_lists) + id + ".toml");
      if (found == files_.end()) {
        report(form, line_with(form, "\"" + id + "\""), "list-unknown",
               {"không có danh mục “" + id + "”", "there is no list “" + id + "”"});
        continue;
      }
      v.lists[id] = read_reference_list(found->first, found->second, problems_);
    }
    put_choices_since(schema, hints, v.lists, v.in_force_from);
    return !named.empty();
  }

  int line_with(std::string_view file, std::string_view words) {
    const std::string& text = *content(file);
    const auto at = std::min(text.find(words), text.size());
    const auto end = text.begin() + static_cast<std::ptrdiff_t>(at);
    return static_cast<int>(std::count(text.begin(), end, '\n')) + 1;
  }

  void compile_form_schema() {
    static constexpr std::string_view file = "form.schema.json";
    if (!version().form_schema.is_object()) return;
    auto compiled = compile_form(version().form_schema);
    if (compiled) {
      version().form = std::move(compiled).value();
      return;
    }
    const auto& [path, reason] = compiled.error();
    report(file, line_of_pointer(*content(file), path), "schema-broken",
           {reason.message(Language::Vietnamese), reason.message(Language::English)});
  }

  // --- forms of user tasks ---

  void read_task_forms() {
    std::map<std::string, json::value, std::less<>> hints;  // by task; a step may only show answers
    for (const auto& [file, text] : files_) {
      const auto task = task_of_hints(file);
      if (task.empty()) continue;
      read_json_file(file, hints[task]);
      read_shown(task, hints[task]);
    }
    for (const auto& [file, text] : files_) {
      const auto task = task_of_form(file);
      if (!task.empty()) read_task_form(task, file, std::move(hints[task]));
    }
  }

  void read_task_form(const std::string& task, std::string_view file, json::value hints) {
    TaskForm form;
    form.hints = std::move(hints);
    read_json_file(file, form.schema);
    if (!form.schema.is_object()) return;
    form.names_lists = read_lists(file, form.schema, form.hints);
    auto compiled = compile_form(form.schema);
    if (!compiled) {
      const auto& [path, reason] = compiled.error();
      report(file, line_of_pointer(*content(file), path), "schema-broken",
             {reason.message(Language::Vietnamese), reason.message(Language::English)});
      return;
    }
    form.compiled = std::move(compiled).value();
    version().task_forms.emplace(task, std::move(form));
  }

  void read_shown(const std::string& task, const json::value& hints) {
    const auto* shows = member(hints, "shows");
    if (shows == nullptr) return;
    auto& paths = version().task_shows[task];
    const auto* list = shows->if_array();
    bool texts = list != nullptr;
    for (std::size_t i = 0; texts && i < list->size(); ++i) {
      const auto* path = (*list)[i].if_string();
      texts = path != nullptr;
      if (texts) paths.emplace_back(*path);
    }
    if (texts) return;
    const std::string file = "task." + task + ".ui.json";
    report(file, line_with(file, "\"shows\""), "value-wrong",
           {"“shows” phải là danh sách mục của đơn, như [\"/purpose\"]",
            "“shows” must list questions of the application, like [\"/purpose\"]"});
    problems_.back().element = task;
  }

  // --- draft, published, abolished ---

  void read_life() {
    version().digest = digest_of(files_);
    auto published = files_.find(digest_file);
    if (published != files_.end()) {
      version().lifecycle = Lifecycle::Published;
      std::string kept = published->second;
      while (!kept.empty() && (kept.back() == '\n' || kept.back() == '\r')) kept.pop_back();
      if (kept != version().digest) {
        report(digest_file, 1, "digest-differs",
               {"phiên bản đã công bố bị sửa; mã băm hiện tại là " + version().digest,
                "the published version was changed; its digest now is " + version().digest});
      }
    }
    if (files_.contains(abolition_file)) read_abolition(published != files_.end());
  }

  void read_abolition(bool published) {
    auto tree = toml(abolition_file);
    if (!tree) return;
    Section section(*tree, std::string(abolition_file), problems_);
    version().abolished_on = section.date("on");
    version().abolished_by = section.text("by");
    version().lifecycle = Lifecycle::Abolished;
    section.report_unknown_keys();
    if (published) return;
    section.report(1, "abolished-before-published",
                   {"chưa công bố thì không bãi bỏ được", "a draft cannot be abolished"});
  }

  const Files& files_;
  ReadVersion read_;
  Problems problems_;
};

}  // namespace

namespace {

std::string between(std::string_view file, std::string_view begin, std::string_view end) {
  const bool fits =
      file.starts_with(begin) && file.ends_with(end) && file.size() > begin.size() + end.size();
  if (!fits) return "";
  return std::string(file.substr(begin.size(), file.size() - begin.size() - end.size()));
}

}  // namespace

std::string task_of_form(std::string_view file) { return between(file, "task.", ".schema.json"); }

std::string task_of_hints(std::string_view file) { return between(file, "task.", ".ui.json"); }

std::string digest_of(const Files& files) {
  std::string all;
  for (const auto& [name, content] : files) {
    if (is_hidden(name) || name == digest_file || name == abolition_file) continue;
    all += name + '\n' + std::to_string(content.size()) + '\n' + content;
  }
  return to_hex(sha256(all));
}

Result<ReadVersion, Problems> read_version_with_lines(const Files& files) {
  return Reader(files).run();
}

Result<Version, Problems> read_version(const Files& files) {
  auto read = read_version_with_lines(files);
  if (!read) return Unexpected{read.error()};
  return std::move(read->version);
}

}  // namespace motcua::procedure
