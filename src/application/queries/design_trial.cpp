#include "queries/design_trial.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "design/act.hpp"
#include "procedure/version_file.hpp"

namespace motcua::queries {
namespace {

json::array write_path(const std::vector<std::string>& path) {
  json::array array;
  for (const auto& task : path) array.push_back(json::value(task));
  return array;
}

json::value write_due(const std::optional<Moment>& due) {
  return due ? json::value(write_moment(*due)) : json::value(nullptr);
}

template <class Old, class New>
json::object pair_of(Old old, New now) {
  return {{"old", std::move(old)}, {"new", std::move(now)}};
}

// One trial: what differs is counted as the dossiers go by.
class Trial {
 public:
  Trial(const TrialScene& scene, const TrialAsked& asked)
      : scene_(scene), asked_(asked), calendar_(scene.world.calendar()) {
    const bool matrix = asked.subject.kind == design::Kind::Matrix;
    if (matrix && asked.files.contains("matrix.dmn")) {
      drafted_ = {asked.subject.id, asked.files.at("matrix.dmn")};
    }
  }

  // Why the draft cannot be tried; nothing when it can.
  std::optional<Rejection> read_draft() {
    if (asked_.subject.kind == design::Kind::Matrix) return std::nullopt;
    auto version = procedure::read_version(commands::with_lists(scene_.library, asked_.files));
    if (version) {
      version_ = std::move(*version);
      return std::nullopt;
    }
    return Rejection{&design::draft_has_problems,
                     {{"count", std::to_string(version.error().size())},
                      {"first", version.error().front().what.vi}}};
  }

  // Whether a dossier is among those the draft is about.
  bool concerns(const view::ListRow& row) const {
    if (asked_.subject.kind == design::Kind::Procedure) return row.procedure == asked_.subject.id;
    const auto* files = files_of(row.procedure, row.procedure_version);
    return files != nullptr && matrix_named(*files) == asked_.subject.id;
  }

  void run(std::vector<dossier::Record> records) {
    const trial::Past past(std::move(records));
    const auto& intake = past.dossier.intake;
    if (past.dossier.phase == dossier::Phase::Guided) return;  // never received
    ++read_;
    const auto* version = scene_.world.catalogue().find(intake.procedure, intake.procedure_version);
    const auto* files = files_of(intake.procedure, intake.procedure_version);
    if (version == nullptr || files == nullptr) {
      return tell_not_run(past, {"phiên bản cũ không còn", "its old version is gone"});
    }
    const bool matrix = asked_.subject.kind == design::Kind::Matrix;
    const trial::Rules had{*version, *calendar_, authority(*files, false)};
    const trial::Rules now{matrix ? *version : *version_, *calendar_,
                           authority(matrix ? *files : asked_.files, true)};
    const auto old_course = trial::course_had(past, had);
    const auto new_course = trial::course_under(past, now, had);
    if (!new_course) return tell_not_run(past, new_course.error());
    compare(past, old_course, *new_course);
  }

  json::object told() && {
    return {{"read", read_},
            {"differing", differing_},
            {"not_run", std::move(not_run_)},
            {"other_case", other_case_},
            {"other_path", other_path_},
            {"other_decider", other_decider_},
            {"other_date", other_date_},
            {"working_days_saved", days_saved_},
            {"waited_at_removed_steps", waited_.count()},
            {"rows", std::move(rows_)}};
  }

 private:
  const procedure::Files* files_of(const std::string& procedure, int number) const {
    return scene_.library.find({design::Kind::Procedure, procedure}, number);
  }

  // Compiled once for each version and side.
  const trial::AuthorityOf& authority(const procedure::Files& files, bool now) {
    auto [found, fresh] = authorities_.try_emplace({&files, now});
    if (fresh) {
      found->second = authority_of(scene_.library, files, now && drafted_ ? &*drafted_ : nullptr);
    }
    return found->second;
  }

  void tell_not_run(const trial::Past& past, const Text& why) {
    if (not_run_.size() >= most_rows_told) return;
    not_run_.push_back(json::object{{"code", past.dossier.code},
                                    {"why", json::object{{"vi", why.vi}, {"en", why.en}}}});
  }

  void compare(const trial::Past& past, const trial::Course& old, const trial::Course& now) {
    const bool other_case = old.case_id != now.case_id;
    const bool other_path = old.path != now.path;
    const bool other_decider = old.decider != now.decider;
    const bool other_date = old.due != now.due;
    other_case_ += other_case;
    other_path_ += other_path;
    other_decider_ += other_decider;
    other_date_ += other_date;
    days_saved_ += trial::working_days_saved(old, now, *calendar_);
    waited_ += trial::waited_at_removed(past, now, *calendar_);
    if (!other_case && !other_path && !other_decider && !other_date) return;
    if (++differing_ > static_cast<int>(most_rows_told)) return;
    rows_.push_back(json::object{{"code", past.dossier.code},
                                 {"received", write_moment(past.dossier.intake.received_at)},
                                 {"case", pair_of(old.case_id, now.case_id)},
                                 {"path", pair_of(write_path(old.path), write_path(now.path))},
                                 {"decider", pair_of(old.decider, now.decider)},
                                 {"due", pair_of(write_due(old.due), write_due(now.due))}});
  }

  const TrialScene& scene_;
  const TrialAsked& asked_;
  commands::CalendarSnapshot calendar_;
  std::optional<procedure::Version> version_;
  std::optional<DraftedMatrix> drafted_;
  std::map<std::pair<const procedure::Files*, bool>, trial::AuthorityOf> authorities_;
  int read_ = 0;
  int differing_ = 0;
  int other_case_ = 0;
  int other_path_ = 0;
  int other_decider_ = 0;
  int other_date_ = 0;
  int days_saved_ = 0;
  minutes waited_{0};
  json::array not_run_;
  json::array rows_;
};

}  // namespace

TrialTold try_draft(const TrialScene& scene, const TrialAsked& asked) {
  Trial trial(scene, asked);
  if (auto no = trial.read_draft()) return std::move(*no);
  const auto rows = scene.lists.received_between(asked.from, asked.to);
  if (!rows) return rows.error();
  std::vector<const std::string*> codes;
  for (const auto& row : *rows) {
    if (trial.concerns(row)) codes.push_back(&row.code);
  }
  if (codes.size() > most_dossiers_tried) {
    return Rejection{
        &design::trial_too_long,
        {{"count", std::to_string(codes.size())}, {"most", std::to_string(most_dossiers_tried)}}};
  }
  for (const auto* code : codes) {
    const auto stored = scene.journal.load(*code);
    if (!stored) return stored.error();
    std::vector<dossier::Record> records;
    records.reserve(stored->size());
    for (const auto& one : *stored) records.push_back(one.record);
    trial.run(std::move(records));
  }
  return std::move(trial).told();
}

}  // namespace motcua::queries
