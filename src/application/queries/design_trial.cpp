#include "queries/design_trial.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "design/act.hpp"
#include "procedure/version_file.hpp"
#include "queries/json_parts.hpp"

namespace motcua::queries {
namespace {

json::array write_path(const trial::Course& course, const trial::Rules& rules) {
  json::array array;
  for (const auto& task : course.path) array.push_back(write(rules.version.step_name(task)));
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
    powers_ = drafted_powers_ = scene.world.powers();
  }

  // Why the draft cannot be tried; nothing when it can.
  std::optional<Rejection> read_draft() {
    if (asked_.subject.kind == design::Kind::Matrix) return read_matrix();
    auto version = procedure::read_version(commands::with_lists(scene_.library, asked_.files));
    if (version) {
      version_ = std::move(*version);
      return std::nullopt;
    }
    return has_problems(version.error());
  }

  // Whether a dossier is among those the draft is about.
  bool concerns(const view::ListRow& row) const {
    if (asked_.subject.kind == design::Kind::Procedure) return row.procedure == asked_.subject.id;
    const auto* version = scene_.world.catalogue().find(row.procedure, row.procedure_version);
    return version != nullptr && version->authority == asked_.subject.id;
  }

  void run(std::vector<dossier::Record> records) {
    const trial::Past past(std::move(records));
    const auto& intake = past.dossier.intake;
    if (past.dossier.phase == dossier::Phase::Guided) return;  // never received
    ++read_;
    const auto* version = scene_.world.catalogue().find(intake.procedure, intake.procedure_version);
    if (version == nullptr) {
      return tell_not_run(past, {"phiên bản cũ không còn", "its old version is gone"});
    }
    const trial::Rules had{*version, *calendar_, powers_};
    const trial::Rules now{version_ ? *version_ : *version, *calendar_, drafted_powers_};
    const auto old_course = trial::course_had(past, had);
    const auto new_course = trial::course_under(past, now, had);
    if (!new_course) return tell_not_run(past, new_course.error());
    compare(past, {old_course, had}, {*new_course, now});
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
  Rejection has_problems(const procedure::Problems& problems) const {
    return {&design::draft_has_problems,
            {{"count", std::to_string(problems.size())},
             {"first", problems.front().what.in(asked_.language)}}};
  }

  // The drafted matrix stands in the place of all its versions, on every day that is tried.
  std::optional<Rejection> read_matrix() {
    auto matrix = authority::read_matrix(asked_.files);
    if (!matrix) return has_problems(matrix.error());
    matrix->published = true;
    matrix->in_force_from = Date{};
    matrix->in_force_until.reset();
    std::vector<authority::Matrix> versions{std::move(*matrix)};
    if (powers_.matrices) {
      for (const auto& other : powers_.matrices->versions()) {
        if (other.id != asked_.subject.id) versions.push_back(other);
      }
    }
    drafted_powers_.matrices = std::make_shared<const authority::Matrices>(std::move(versions));
    return std::nullopt;
  }

  void tell_not_run(const trial::Past& past, const Text& why) {
    if (not_run_.size() >= most_rows_told) return;
    not_run_.push_back(json::object{{"code", past.dossier.code},
                                    {"why", json::object{{"vi", why.vi}, {"en", why.en}}}});
  }

  // A course, and the rules it went by.
  struct Led {
    const trial::Course& course;
    const trial::Rules& rules;
  };

  void compare(const trial::Past& past, const Led& before, const Led& after) {
    const auto& old = before.course;
    const auto& now = after.course;
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
    rows_.push_back(
        json::object{{"code", past.dossier.code},
                     {"received", write_moment(past.dossier.intake.received_at)},
                     {"case", pair_of(case_name(before), case_name(after))},
                     {"path", pair_of(write_path(old, before.rules), write_path(now, after.rules))},
                     {"decider", pair_of(decider_name(before), decider_name(after))},
                     {"due", pair_of(write_due(old.due), write_due(now.due))}});
  }

  static json::value case_name(const Led& led) {
    const auto* one = led.rules.version.find_case(led.course.case_id);
    return write(one == nullptr ? Text{led.course.case_id, led.course.case_id} : one->name);
  }

  // As its matrix calls him; without a matrix the case names him in words.
  static json::value decider_name(const Led& led) {
    const auto& [version, calendar, powers] = led.rules;
    const auto& decider = led.course.decider;
    if (powers.matrices && !version.authority.empty()) {
      for (const auto& matrix : powers.matrices->versions()) {
        const auto* found = matrix.id == version.authority ? matrix.find_decider(decider) : nullptr;
        if (found != nullptr) return write(found->name);
      }
    }
    for (const auto& one : version.cases) {
      if (one.decided_by.vi == decider) return write(one.decided_by);
    }
    return write(Text{decider, decider});
  }

  const TrialScene& scene_;
  const TrialAsked& asked_;
  commands::CalendarSnapshot calendar_;
  std::optional<procedure::Version> version_;
  authority::Powers powers_;
  authority::Powers drafted_powers_;  // the same, but for a drafted matrix
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
