#include "queries/changes.hpp"

#include <algorithm>

#include "dossier/supplement.hpp"
#include "procedure/form.hpp"

namespace motcua::queries {
namespace {

using dossier::Dossier;
using dossier::PaperFile;
using procedure::AnswerRow;

json::array write_files(const std::vector<PaperFile>& files) {
  json::array list;
  for (const auto& file : files) list.push_back(write(file));
  return list;
}

std::vector<PaperFile> files_of(const std::string& paper, const std::vector<PaperFile>& files) {
  std::vector<PaperFile> some;
  std::ranges::copy_if(files, std::back_inserter(some),
                       [&](const PaperFile& file) { return file.paper == paper; });
  return some;
}

// Papers that the corrected answers made necessary, which nobody had asked for.
dossier::Papers brought_up(const dossier::Supplemented& event, const Dossier& before,
                           const procedure::Version& version) {
  if (!event.corrected) return {};
  dossier::Intake corrected = before.intake;
  if (!event.corrected->case_after.empty()) corrected.case_id = event.corrected->case_after;
  if (!event.corrected->answers_after.empty()) corrected.answers = event.corrected->answers_after;
  return dossier::newly_required(before, corrected, version);
}

std::string_view how_changed(bool is_brought_up, bool has_earlier) {
  if (is_brought_up) return "required";
  return has_earlier ? "replaced" : "added";
}

json::array changed_papers(const dossier::Supplemented& event, const Dossier& before,
                           const procedure::Version& version) {
  json::array list;
  const auto required = brought_up(event, before, version);
  for (const auto& paper : version.papers) {
    const auto added = files_of(paper.id, event.files);
    if (added.empty()) continue;
    std::vector<PaperFile> earlier;
    for (const auto& state : before.papers) {
      if (state.paper == paper.id) earlier = state.files;
    }
    list.push_back(json::object{
        {"paper", paper.id},
        {"name", write(paper.name)},
        {"how",
         how_changed(std::ranges::find(required, &paper) != required.end(), !earlier.empty())},
        {"files", write_files(added)},
        {"earlier", write_files(earlier)}});
  }
  return list;
}

json::object field(const Text& label, const Text& before, const Text& after) {
  return json::object{{"label", write(label)}, {"before", write(before)}, {"after", write(after)}};
}

void compare(json::array& fields, const Text& label, const std::string& before,
             const std::string& after) {
  if (before != after) fields.push_back(field(label, {before, before}, {after, after}));
}

const AnswerRow* find_row(const std::vector<AnswerRow>& rows, const std::string& path) {
  const auto found = std::ranges::find(rows, path, &AnswerRow::path);
  return found == rows.end() ? nullptr : &*found;
}

std::vector<AnswerRow> rows_of(const procedure::Version& version, const std::string& answers) {
  const auto read = read_json(answers);
  return read ? procedure::answer_rows(version, *read) : std::vector<AnswerRow>{};
}

void compare_answers(json::array& fields, const dossier::IntakeChange& event,
                     const procedure::Version& version) {
  if (event.answers_after.empty()) return;
  const auto before = rows_of(version, event.answers_before);
  const auto after = rows_of(version, event.answers_after);
  for (const auto& row : after) {
    const auto* was = find_row(before, row.path);
    const Text old = was == nullptr ? Text{} : was->value;
    if (old.vi != row.value.vi) fields.push_back(field(row.label, old, row.value));
  }
  for (const auto& row : before) {
    if (find_row(after, row.path) == nullptr) fields.push_back(field(row.label, row.value, {}));
  }
}

// The applicant's own page names what he answered again, without the answers: it may be opened by
// whoever holds the look-up code.
json::array answered_again(const dossier::IntakeChange& event, const procedure::Version& version) {
  json::array changed;
  compare_answers(changed, event, version);
  json::array named;
  for (auto& field : changed) named.push_back(json::object{{"label", field.at("label")}});
  return named;
}

json::array changed_fields(const dossier::IntakeChange& event, const procedure::Version& version) {
  json::array fields;
  const auto& a = event.before;
  const auto& b = event.after;
  compare(fields, {"Người nộp", "Applicant"}, a.name, b.name);
  compare(fields, {"Số định danh", "Identity number"}, a.identity, b.identity);
  compare(fields, {"Địa chỉ", "Address"}, a.address, b.address);
  compare(fields, {"Điện thoại", "Telephone"}, a.phone, b.phone);
  compare(fields, {"Thư điện tử", "E-mail"}, a.email, b.email);
  compare(fields, {"Nội dung yêu cầu", "Request"}, event.summary_before, event.summary_after);
  const auto* was = version.find_case(event.case_before);
  const auto* is = version.find_case(event.case_after);
  if (is != nullptr && was != is) {
    fields.push_back(field({"Trường hợp", "Case"}, was == nullptr ? Text{} : was->name, is->name));
  }
  compare_answers(fields, event, version);
  return fields;
}

// What became of the date: before, after, and in words.
json::object effect_on_date(const Dossier& before, const std::optional<dossier::Promise>& promise) {
  const auto* old = before.current_promise();
  const auto was = old == nullptr ? std::nullopt : old->due;
  const auto is = promise ? promise->due : was;
  json::object out{{"before", write(was)}, {"after", write(is)}};
  Text text{"Ngày hẹn trả không đổi.", "The promised date stays as it was."};
  if (is && is != was) {
    const auto day = describe(*is);
    text = {"Ngày hẹn trả mới: " + day.vi + ".", "The new promised date: " + day.en + "."};
    if (const auto* stop = before.open_stop()) {
      const auto from = describe(stop->from);
      text.vi += " Thời hạn đã tạm dừng từ " + from.vi + " đến khi nhận phần bổ sung.";
      text.en += " The clock had stood still from " + from.en + " until the supplement came.";
    }
  }
  out["text"] = write(text);
  return out;
}

json::object begun(const dossier::Record& record, std::string_view kind, const std::string& note) {
  json::object out{{"kind", kind}, {"at", write_moment(record.at)}, {"by", record.actor.name}};
  if (!note.empty()) out["note"] = note;
  return out;
}

}  // namespace

json::array changes(const std::vector<ports::StoredRecord>& records, const Scene& scene,
                    Reader reader) {
  json::array list;
  Dossier before;
  for (const auto& stored : records) {
    const auto& record = stored.record;
    if (const auto* event = std::get_if<dossier::Supplemented>(&record.event)) {
      auto change = begun(record, "supplemented", event->note);
      change["papers"] = changed_papers(*event, before, scene.version);
      change["fields"] = json::array();
      if (event->corrected) {
        change["fields"] = reader == Reader::Officer
                               ? changed_fields(*event->corrected, scene.version)
                               : answered_again(*event->corrected, scene.version);
      }
      change["date"] = effect_on_date(before, event->promise);
      list.push_back(std::move(change));
    }
    const auto* corrected = std::get_if<dossier::IntakeCorrected>(&record.event);
    if (corrected != nullptr && reader == Reader::Officer) {
      auto change = begun(record, "corrected", corrected->reason);
      change["papers"] = json::array();
      change["fields"] = changed_fields(corrected->change, scene.version);
      change["date"] = effect_on_date(before, corrected->promise);
      list.push_back(std::move(change));
    }
    apply(before, record);
  }
  return list;
}

}  // namespace motcua::queries
