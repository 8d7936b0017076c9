#include "queries/dossier_parts.hpp"

#include <algorithm>

#include "dossier/intake_rules.hpp"
#include "dossier/result.hpp"
#include "dossier/supplement.hpp"
#include "procedure/reopened.hpp"
#include "procedure/shown_answers.hpp"
#include "queries/result_papers.hpp"

namespace motcua::queries {
namespace {

const dossier::PaperState* find_state(const dossier::Dossier& dossier, std::string_view paper) {
  for (const auto& state : dossier.papers) {
    if (state.paper == paper) return &state;
  }
  return nullptr;
}

json::object paper_entry(const procedure::Paper& paper, const dossier::PaperState* state,
                         bool asked) {
  json::object entry{{"paper", paper.id}, {"name", write(paper.name)}, {"asked", asked}};
  json::array files;
  if (state != nullptr) {
    for (const auto& file : state->files) files.push_back(write(file));
    entry["originals"] = state->originals;
    entry["copies"] = state->copies;
    if (!state->check_note.empty()) entry["check_note"] = state->check_note;
  }
  entry["check"] = state == nullptr || state->check.empty() ? "unchecked" : state->check;
  entry["files"] = std::move(files);
  return entry;
}

bool is_asked(const std::vector<const procedure::Paper*>& asked, std::string_view id) {
  return std::any_of(asked.begin(), asked.end(),
                     [&](const auto* paper) { return paper->id == id; });
}

json::array options(std::initializer_list<std::pair<std::string_view, Text>> choices) {
  json::array list;
  for (const auto& [value, label] : choices) {
    list.push_back(json::object{{"value", value}, {"label", write(label)}});
  }
  return list;
}

json::array paper_options(const procedure::Version& version) {
  json::array list;
  for (const auto& paper : version.papers) {
    list.push_back(json::object{{"value", paper.id}, {"label", write(paper.name)}});
  }
  return list;
}

json::array case_options(const procedure::Version& version) {
  json::array list;
  for (const auto& known : version.cases) {
    list.push_back(json::object{{"value", known.id}, {"label", write(known.name)}});
  }
  return list;
}

json::array payment_options(const payment::Ledger& ledger) {
  json::array list;
  for (const auto& payment : ledger.payments()) {
    const Dong most = ledger.refundable(payment);
    if (most == Dong{}) continue;
    const Text label{payment.number + ": " + write_dong(most, Language::Vietnamese),
                     payment.number + ": " + write_dong(most, Language::English)};
    list.push_back(json::object{{"value", payment.number}, {"label", write(label)}});
  }
  return list;
}

json::array unit_options(const authority::Office& office) {
  json::array list;
  for (const auto& unit : office.units) {
    list.push_back(json::object{{"value", unit.id}, {"label", write(unit.name)}});
  }
  return list;
}

json::array officer_options(const authority::Office& office, std::string_view unit) {
  json::array list;
  for (const auto& person : office.people) {
    if (person.unit != unit) continue;
    list.push_back(
        json::object{{"value", person.username}, {"label", write(Text{person.name, person.name})}});
  }
  return list;
}

// What a choice of an act may be; each follows from the office and the procedure.
json::array choices_of(const dossier::ActField& field, const dossier::ActOffer& offer,
                       const dossier::Dossier& dossier, const Scene& scene) {
  if (field.name == "outcome") {
    return options({{"granted", {"Đồng ý", "Granted"}}, {"refused", {"Không đồng ý", "Refused"}}});
  }
  if (field.name == "check") {
    return options({{"sound", {"Hợp lệ", "Sound"}}, {"lacking", {"Chưa đạt", "Lacking"}}});
  }
  if (field.name == "stop_reason") {
    return options({{"payment", {"Chờ nộp phí", "Waiting for a payment"}},
                    {"opinion", {"Chờ lấy ý kiến", "Waiting for an opinion"}},
                    {"outside-verification", {"Chờ xác minh bên ngoài", "Outside verification"}}});
  }
  if (field.name == "corrections.kind") {
    return options({{"person", {"Cá nhân", "A person"}},
                    {"organisation", {"Cơ quan, tổ chức", "An organisation"}}});
  }
  if (field.name == "case") return case_options(scene.version);
  if (field.name == "payment") return payment_options(dossier.ledger);
  if (field.name == "paper") return paper_options(scene.version);
  if (field.name == "responsible_unit") return unit_options(scene.office);
  if (field.name == "to") {
    const auto* task = dossier.find_task(offer.task);
    return officer_options(scene.office, task == nullptr ? "" : task->unit);
  }
  return {};
}

// What is recorded now, for a field that corrects it; null for any other field.
json::value recorded(std::string_view field, const dossier::Intake& intake) {
  const auto& applicant = intake.applicant;
  if (field == "corrections.kind") return json::value(applicant.kind);
  if (field == "corrections.name") return json::value(applicant.name);
  if (field == "corrections.identity") return json::value(applicant.identity);
  if (field == "corrections.address") return json::value(applicant.address);
  if (field == "corrections.phone") return json::value(applicant.phone);
  if (field == "corrections.email") return json::value(applicant.email);
  if (field == "case") return json::value(intake.case_id);
  if (field == "summary") return json::value(intake.summary);
  if (field != "answers") return nullptr;
  auto answers = read_json(intake.answers);
  return answers ? std::move(*answers) : json::value(nullptr);
}

const procedure::TaskForm* form_of(const dossier::ActOffer& offer,
                                   const procedure::Version& version) {
  const auto form = version.task_forms.find(offer.task);
  return form == version.task_forms.end() ? nullptr : &form->second;
}

// The step's form, with what was filled in when the step was done before.
void write_task_form(json::object& out, const dossier::ActOffer& offer,
                     const dossier::Dossier& dossier, const Scene& scene) {
  const auto* form = form_of(offer, scene.version);
  out["form"] = json::object{
      {"schema", procedure::form_schema_on({scene.version, *form}, date_of(scene.now))},
      {"hints", form->hints.is_object() ? form->hints : json::object{}}};
  const auto before = dossier.found.find(offer.task);
  if (before == dossier.found.end()) return;
  if (auto answers = read_json(before->second)) out["value"] = std::move(*answers);
}

// A form nobody filled in cannot be corrected, and with a supplement only what was asked for; a
// case that its answers decide follows them.
bool is_offered(const dossier::ActField& field, const dossier::ActOffer& offer,
                const dossier::Dossier& dossier, const procedure::Version& version) {
  const auto& rule = *offer.rule;
  if (field.kind == "task-form") return form_of(offer, version) != nullptr;
  if (field.name == "answers") {
    return rule.name == "supplement" ? !dossier::open_questions(dossier, version).empty()
                                     : dossier.intake.answers != "{}";
  }
  if (field.name != "case") return true;
  return version.cases.size() > 1 && !dossier::decides_the_case(version, dossier.intake.channel);
}

// The questions that may be asked for again, as they are answered now.
json::array question_options(const dossier::Dossier& dossier, const procedure::Version& version) {
  json::array list;
  const auto answers = read_json(dossier.intake.answers);
  if (!answers) return list;
  for (const auto& question : procedure::questions_of(version, *answers)) {
    list.push_back(json::object{{"value", question.path},
                                {"label", write(question.label)},
                                {"now", write(question.value)}});
  }
  return list;
}

json::array write_paths(const std::vector<std::string>& paths) {
  json::array list;
  for (const auto& path : paths) list.push_back(json::value(path));
  return list;
}

json::object write_field(const dossier::ActField& field, const dossier::ActOffer& offer,
                         const dossier::Dossier& dossier, const Scene& scene) {
  json::object out{{"name", field.name},
                   {"label", write(field.label)},
                   {"kind", field.kind},
                   {"required", field.required}};
  if (field.kind == "choice") out["options"] = choices_of(field, offer, dossier, scene);
  if (field.kind == "items") {
    out["options"] = paper_options(scene.version);
    out["questions"] = question_options(dossier, scene.version);
  }
  if (field.kind == "answers" && offer.rule->name == "supplement") {
    out["open"] = write_paths(dossier::open_questions(dossier, scene.version));
  }
  if (field.kind == "task-form") {
    write_task_form(out, offer, dossier, scene);
    return out;
  }
  auto now = recorded(field.name, dossier.intake);
  if (!now.is_null()) out["value"] = std::move(now);
  return out;
}

// What the step shows of the application to whoever ends it.
json::array write_shown(const dossier::ActOffer& offer, const dossier::Dossier& dossier,
                        const procedure::Version& version) {
  json::array list;
  const auto answers = read_json(dossier.intake.answers);
  if (offer.rule->completes.empty() || !answers) return list;
  for (const auto& shown : procedure::shown_answers(version, offer.task, *answers)) {
    json::object row{{"path", shown.path}, {"label", write(shown.label)}};
    if (shown.value) row["value"] = write(*shown.value);
    list.push_back(std::move(row));
  }
  return list;
}

}  // namespace

json::array papers_of(const dossier::Dossier& dossier, const procedure::Version& version) {
  json::array list;
  const auto* chosen = version.find_case(dossier.intake.case_id);
  const auto answers = read_json(dossier.intake.answers);
  std::vector<const procedure::Paper*> asked;
  if (chosen != nullptr && answers) asked = dossier::asked_papers(version, *chosen, *answers);
  for (const auto& paper : version.papers) {
    const auto* state = find_state(dossier, paper.id);
    const bool wanted = is_asked(asked, paper.id);
    if (wanted || state != nullptr) list.push_back(paper_entry(paper, state, wanted));
  }
  return list;
}

namespace {

json::object asked_item(const dossier::AskedItem& item, const dossier::Dossier& dossier,
                        const procedure::Version& version) {
  if (!item.field.empty()) {
    return {{"field", item.field},
            {"name", write(procedure::question_label(version, item.field))},
            {"what", item.what},
            {"open", write_paths(procedure::with_dependents(version, {item.field}))}};
  }
  const auto* state = find_state(dossier, item.paper);
  json::array files;
  if (state != nullptr) {
    for (const auto& file : state->files) files.push_back(write(file));
  }
  json::object out{{"paper", item.paper},
                   {"name", write(dossier::asked_name(item, version))},
                   {"what", item.what},
                   {"files", std::move(files)}};
  if (const auto* paper = version.find_paper(item.paper)) {
    out["most_pages"] = paper->most_pages;
    out["most_megabytes"] = paper->most_megabytes;
  }
  return out;
}

}  // namespace

json::value supplement_of(const dossier::Dossier& dossier, const procedure::Version& version) {
  const auto& ask = *dossier.supplement;
  json::array items;
  for (const auto& item : ask.items) items.push_back(asked_item(item, dossier, version));
  json::object out{{"requested_at", write_moment(ask.requested_at)},
                   {"by", ask.by},
                   {"reason", ask.reason},
                   {"document", ask.document},
                   {"items", std::move(items)}};
  if (const auto* stop = dossier.open_stop(); stop != nullptr && stop->capped_at) {
    out["until"] = write_moment(*stop->capped_at);
  }
  if (auto open = dossier::open_questions(dossier, version); !open.empty()) {
    const auto answers = read_json(dossier.intake.answers);
    out["form"] =
        json::object{{"version", version.number},
                     {"answers", answers ? procedure::answers_around(version, *answers, open)
                                         : json::value(json::object{})}};
  }
  return out;
}

namespace {

json::object write_posting(const dossier::Posting& posting) {
  json::object out{{"carrier", posting.carrier},
                   {"tracking", posting.tracking},
                   {"date", write_date(posting.date)}};
  if (posting.delivered) {
    out["delivered"] = write_date(*posting.delivered);
    out["received_by"] = posting.received_by;
  }
  return out;
}

}  // namespace

json::value result_of(const dossier::ResultPaper& result, Date today) {
  json::object out{{"document", result.document},
                   {"summary", result.summary},
                   {"outcome", result.outcome},
                   {"recorded_at", write_moment(result.recorded_at)}};
  if (const auto& actual = result.recorded_actual_at) out["actual_at"] = write_moment(*actual);
  if (result.document_date) out["date"] = write_date(*result.document_date);
  if (result.returned_at) {
    out["returned_at"] = write_moment(*result.returned_at);
    out["returned_to"] = result.returned_to;
  }
  if (result.posting) out["posting"] = write_posting(*result.posting);
  out["issued"] = issued_papers(result, today);
  if (result.revoked) {
    out["revoked"] = json::object{{"at", write_moment(result.revoked->at)},
                                  {"reason", result.revoked->reason},
                                  {"document", result.revoked->document}};
  }
  return out;
}

const Text& case_name(const dossier::Dossier& dossier, const procedure::Version& version) {
  static const Text none;
  const auto* chosen = version.find_case(dossier.intake.case_id);
  return chosen == nullptr ? none : chosen->name;
}

json::array issue_offers(const dossier::Dossier& dossier, const Scene& scene,
                         const dossier::Officer& officer) {
  using dossier::ResultOrigin;
  const dossier::Facts facts{scene.now,
                             scene.calendar,
                             scene.version,
                             officer,
                             scene.office.division_of(scene.version.procedure),
                             {},
                             scene.powers,
                             dossier.code};
  json::array origins;
  for (const auto origin :
       {ResultOrigin::Composed, ResultOrigin::Received, ResultOrigin::Digitised}) {
    const bool has_words = origin != ResultOrigin::Composed ||
                           scene.office.find_result(dossier.intake.procedure) != nullptr;
    const dossier::Issue issue{origin, {}, {}, {}, "-"};
    if (has_words && check_issue(dossier, issue, facts)) {
      origins.push_back(json::value(dossier::write_result_origin(origin)));
    }
  }
  return origins;
}

json::array act_offers(const dossier::Dossier& dossier, const Scene& scene,
                       const dossier::Officer& officer) {
  const dossier::Facts facts{scene.now,
                             scene.calendar,
                             scene.version,
                             officer,
                             scene.office.division_of(scene.version.procedure),
                             {},
                             scene.powers,
                             dossier.code};
  json::array list;
  for (const auto& offer : dossier::offers(dossier, facts)) {
    json::array fields;
    for (const auto& field : offer.rule->fields) {
      if (!is_offered(field, offer, dossier, scene.version)) continue;
      fields.push_back(write_field(field, offer, dossier, scene));
    }
    json::object entry{{"act", offer.rule->name},      {"label", write(offer.rule->label)},
                       {"weight", offer.rule->weight}, {"irreversible", offer.rule->irreversible},
                       {"decides", offer.decides},     {"fields", std::move(fields)}};
    if (!offer.task.empty()) entry["task"] = offer.task;
    if (auto shown = write_shown(offer, dossier, scene.version); !shown.empty()) {
      entry["shows"] = std::move(shown);
    }
    list.push_back(std::move(entry));
  }
  return list;
}

json::array withheld_acts(const dossier::Dossier& dossier, const Scene& scene,
                          const dossier::Officer& officer) {
  const dossier::Facts facts{scene.now,
                             scene.calendar,
                             scene.version,
                             officer,
                             scene.office.division_of(scene.version.procedure),
                             {},
                             scene.powers,
                             dossier.code};
  json::array list;
  for (const auto& [rule, why] : dossier::withheld(dossier, facts)) {
    list.push_back(json::object{{"act", rule->name},
                                {"label", write(rule->label)},
                                {"code", why.code()},
                                {"why", json::object{{"vi", why.message(Language::Vietnamese)},
                                                     {"en", why.message(Language::English)}}}});
  }
  return list;
}

void put_authority(json::object& view, const dossier::Dossier& dossier, const Scene& scene,
                   Known known) {
  const dossier::Facts facts{scene.now, scene.calendar, scene.version, {}, {},
                             {},        scene.powers,   dossier.code};
  const auto judgement = dossier::judgement_of(dossier.intake, facts);
  if (!judgement) return;
  auto said = authority_of(*judgement, scene.powers, date_of(scene.now), known);
  if (dossier.decided && known == Known::Told) {
    said["decided"] =
        write_decided(*dossier.decided, dossier::judgement_as_decided(dossier, scene.powers));
  }
  view["authority"] = std::move(said);
}

}  // namespace motcua::queries
