#include "commands/demo_course.hpp"

#include <algorithm>
#include <array>

#include "base/assertion.hpp"
#include "commands/demo_names.hpp"
#include "dossier/acts/variables.hpp"
#include "dossier/deadline.hpp"
#include "dossier/powers.hpp"
#include "procedure/progress.hpp"

namespace motcua::commands {
namespace {

using procedure::Channel;

const Date first_day = make_date(2016, 1, 4);  // that the history tells of

bool by_time(const PlannedAct& a, const PlannedAct& b) { return a.at < b.at; }

// Reception's own steps: to accept what came through the network, and to hand it over.
int reception_steps(const dossier::Intake& intake) {
  return intake.channel == Channel::Online ? 2 : 1;
}

}  // namespace

int CourseMaker::term_days(const Kind& kind) {
  const auto term = kind.chosen->term(Channel::Counter);
  return term ? term->amount : 1;
}

int CourseMaker::days_beyond_the_term(const Course& course) {
  const bool put_off = course.ending == Ending::AfterApology;
  const bool late = course.ending != Ending::OnTime && !put_off;
  return 2 + (course.supplement ? 5 : 0) + (put_off ? 9 : 0) + (late ? 7 : 0);
}

Kind CourseMaker::kind_of(std::string_view procedure, std::string_view case_id) {
  const auto* version = world_.catalogue().in_force(procedure, first_day);
  MOTCUA_ASSERT(version != nullptr && !version->cases.empty());
  if (!case_id.empty()) {
    const auto* chosen = version->find_case(case_id);
    MOTCUA_ASSERT(chosen != nullptr);
    return {version, chosen};
  }
  // Where a matrix says who decides, the first case is the City's: no other was in those years.
  const int last = version->authority.empty() ? int(version->cases.size()) - 1 : 0;
  const int chosen = dice_.between(0, last);
  return {version, &version->cases[static_cast<std::size_t>(chosen)]};
}

PlannedDossier CourseMaker::begin(const Kind& kind, Moment received, Channel channel) {
  PlannedDossier planned;
  planned.received = received;
  auto& intake = planned.intake;
  intake.procedure = kind.version->procedure;
  intake.procedure_version = kind.version->number;
  intake.case_id = kind.chosen->id;
  intake.channel = kind.chosen->terms.contains(channel) ? channel : Channel::Counter;
  intake.applicant = made_up_applicant(intake.procedure, intake.case_id, dice_);
  intake.summary = made_up_summary(intake.procedure, dice_);
  intake.collect_at = intake.channel == Channel::Post ? "post" : "counter";
  give_papers(intake);
  return planned;
}

void CourseMaker::give_papers(dossier::Intake& intake) const {
  const auto* version = world_.catalogue().find(intake.procedure, intake.procedure_version);
  const auto answers = read_json(intake.answers);
  MOTCUA_ASSERT(version != nullptr && answers);
  intake.papers.clear();
  for (const auto* paper :
       dossier::asked_papers(*version, *version->find_case(intake.case_id), *answers)) {
    const int originals = paper->originals + paper->copies == 0 ? 1 : paper->originals;
    intake.papers.push_back({paper->id, originals, paper->copies});
  }
}

Moment CourseMaker::due_of(const Kind& kind, const PlannedDossier& planned) const {
  const auto term = kind.chosen->term(planned.intake.channel);
  MOTCUA_ASSERT(term.has_value());
  calendar::Reckoning reckoning{
      *term, planned.papers_came.value_or(planned.received), kind.version->receipt, {}};
  const auto rule = kind.version->clock.find(procedure::StopReason::Supplement);
  for (const auto& act : planned.acts) {
    if (rule == kind.version->clock.end()) break;
    if (act.deed == Deed::AskSupplement) {
      reckoning.stops.push_back({act.at, {}, rule->second.policy, {}, "", {}});
    } else if (act.deed == Deed::Supplement) {
      reckoning.stops.back().to = act.at;
    }
  }
  const auto reckoned = calendar::reckon_due(*calendar_, reckoning);
  MOTCUA_ASSERT(reckoned.ok() && reckoned->due.has_value());
  return *reckoned->due;
}

Moment CourseMaker::follow(PlannedDossier& planned, const Kind& kind, const Course& course) {
  auto progress = receive(planned, kind);
  if (course.ending >= Ending::Withdrawn) return end_early(planned, course, progress);
  if (course.supplement) {
    supplement(planned, progress);
    progress.due = due_of(kind, planned);
  }
  const Moment finish = finish_of(planned, course, progress);
  if (course.actual_time) {
    const Moment signed_at =
        hours_.after(progress.from, percent_of(progress.from, progress.due, 70, 90));
    spread(planned, progress.steps - 1, progress.from, signed_at);
    planned.acts.push_back({finish, Deed::Step, {}, "Ghi nhận chậm", signed_at});
  } else {
    spread(planned, progress.steps, progress.from, finish);
  }
  const Moment collected = hours_.after(finish, dice_.between(20, 480));
  planned.acts.push_back({counter_time(collected)});
  std::stable_sort(planned.acts.begin(), planned.acts.end(), by_time);
  return finish;
}

// Accepted and handed over within the first hours, as reception's share asks.
CourseMaker::Progress CourseMaker::receive(PlannedDossier& planned, const Kind& kind) {
  Progress progress;
  progress.due = due_of(kind, planned);
  const int early = reception_steps(planned.intake);
  progress.steps = steps_to(kind, planned.intake, {}) - early;
  progress.from = hours_.after(planned.received, dice_.between(25, 240) * early);
  spread(planned, early, planned.received, progress.from);
  return progress;
}

void CourseMaker::supplement(PlannedDossier& planned, Progress& progress) {
  const Moment asked = hours_.after(progress.from, percent_of(progress.from, progress.due, 10, 40));
  const Moment answered = counter_time(hours_.after(asked, dice_.between(400, 1500)));
  ask_supplement(planned, asked, answered);
  progress.from = answered;
}

void CourseMaker::ask_supplement(PlannedDossier& planned, Moment asked,
                                 std::optional<Moment> answered) {
  static constexpr std::array<std::string_view, 4> lacking{
      "Bản nộp chưa có dấu của đơn vị", "Bản dịch chưa được đơn vị xác nhận",
      "Thiếu trang ký của người có thẩm quyền", "Thời gian ghi trong giấy tờ không khớp"};
  const auto words = lacking[std::size_t(dice_.between(0, int(lacking.size()) - 1))];
  planned.acts.push_back({asked, Deed::AskSupplement, {}, std::string(words), {}});
  if (answered) planned.acts.push_back({*answered, Deed::Supplement});
}

void CourseMaker::apologise(PlannedDossier& planned, Moment at, Date until) {
  static constexpr std::array<std::string_view, 4> reasons{
      "Phải lấy thêm ý kiến của cơ quan phối hợp", "Chờ văn bản trả lời của cơ quan được hỏi",
      "Phải xác minh thêm thành phần đoàn", "Số lượng hồ sơ dồn vào cùng một thời điểm"};
  const auto reason = reasons[std::size_t(dice_.between(0, int(reasons.size()) - 1))];
  planned.acts.push_back({at, Deed::Apologise, until, std::string(reason), {}});
}

// When the result is recorded, before or after the promise as the course says.
Moment CourseMaker::finish_of(PlannedDossier& planned, const Course& course, Progress& progress) {
  const Moment due = progress.due;
  Moment finish{};
  switch (course.ending) {
    case Ending::AfterApology:
      return put_off(planned, progress);
    case Ending::LateApology:
      apologise(planned, hours_.at_work(at(date_of(due), minutes{510 + dice_.between(0, 120)})),
                hours_.working_days_after(date_of(due), dice_.between(5, 8)));
      [[fallthrough]];
    case Ending::Late:
      finish = counter_time(hours_.after(due, dice_.between(120, 1900)));
      MOTCUA_ASSERT(finish > due);
      return finish;
    default:
      finish = counter_time(hours_.after(progress.from, percent_of(progress.from, due, 45, 95)));
      MOTCUA_ASSERT(finish <= due);
      return finish;
  }
}

// [facts-3.6] The apology leaves at the latest one day before the date.
Moment CourseMaker::put_off(PlannedDossier& planned, Progress& progress) {
  const Date day_before = hours_.working_day_before(date_of(progress.due));
  const Moment apology = hours_.at_work(at(day_before, minutes{840 + dice_.between(0, 110)}));
  MOTCUA_ASSERT(apology > progress.from);
  const Date until = hours_.working_days_after(date_of(progress.due), dice_.between(3, 8));
  apologise(planned, apology, until);
  const Moment new_due = calendar_->end_of_reception(until);
  const Moment finish =
      counter_time(hours_.after(progress.due, percent_of(progress.due, new_due, 20, 85)));
  MOTCUA_ASSERT(finish > progress.due && finish <= new_due);
  return finish;
}

Moment CourseMaker::end_early(PlannedDossier& planned, const Course& course, Progress& progress) {
  const bool overdue = course.ending == Ending::WithdrawnOverdue;
  PlannedAct end;
  if (course.ending == Ending::Refused) {
    planned.acts.clear();
    end.at = hours_.after(planned.received, dice_.between(60, 380));
    end.deed = Deed::Refuse;
    end.words = "Không thuộc thẩm quyền giải quyết của Sở Ngoại vụ";
  } else {
    const Moment from = overdue ? progress.due : progress.from;
    const int later = overdue ? dice_.between(200, 900) : percent_of(from, progress.due, 25, 75);
    end.at = counter_time(hours_.after(from, later));
    const bool stopped = course.ending == Ending::Stopped;
    end.deed = stopped ? Deed::Stop : Deed::Withdraw;
    end.words = stopped ? "Cơ quan cử đoàn thông báo hủy chuyến đi" : "Đoàn hoãn chuyến đi";
    if (overdue) spread(planned, progress.steps - 2, progress.from, progress.due);
  }
  planned.acts.push_back(end);
  std::stable_sort(planned.acts.begin(), planned.acts.end(), by_time);
  return end.at;
}

void CourseMaker::lead_to(PlannedDossier& planned, const Kind& kind, std::string_view task,
                          Moment latest) {
  const int steps = steps_to(kind, planned.intake, task);
  if (steps == 0) return;
  const int early = std::min(steps, reception_steps(planned.intake));
  const int time = hours_.between(planned.received, latest);
  const Moment handed_over =
      hours_.after(planned.received, std::min(time, dice_.between(25, 240) * early));
  spread(planned, early, planned.received, handed_over);
  spread(planned, steps - early, handed_over,
         hours_.after(handed_over, percent_of(handed_over, latest, 55, 95)));
}

int CourseMaker::percent_of(Moment from, Moment to, int least, int most) {
  return hours_.between(from, to) * dice_.between(least, most) / 100;
}

// When the counter is open; some minutes after the doors open rather than with them.
Moment CourseMaker::counter_time(Moment moment) {
  const Moment open = hours_.at_the_counter(moment);
  if (open == moment) return moment;
  return hours_.at_the_counter(open + minutes{dice_.between(2, 55)});
}

// `count` moments of work after `from`, the last one at `to`.
void CourseMaker::spread(PlannedDossier& planned, int count, Moment from, Moment to) {
  if (count <= 0) return;
  const int time = hours_.between(from, to);
  std::vector<int> offsets;
  for (int i = 0; i + 1 < count; ++i) offsets.push_back(dice_.between(1, std::max(2, time - 5)));
  std::sort(offsets.begin(), offsets.end());
  for (const int offset : offsets) {
    planned.acts.push_back({std::min(hours_.after(from, offset), to)});
  }
  planned.acts.push_back({to});
}

int CourseMaker::steps_to(const Kind& kind, const dossier::Intake& intake,
                          std::string_view until) const {
  const auto known = [&](std::string_view outcome) {
    auto variables = dossier::process_variables(intake, outcome);
    const json::value none = json::object{};
    variables.merge(dossier::authority_variables(
        dossier::judge_application({*kind.version, none, Moment{first_day}}, world_.powers())));
    return variables;
  };
  auto step = procedure::start(kind.version->process, known(""));
  MOTCUA_ASSERT(step.ok());
  int steps = intake.channel == Channel::Online ? 1 : 0;
  while (!step->instance.tasks.empty()) {
    const auto& open = step->instance.tasks;
    if (std::find(open.begin(), open.end(), until) != open.end()) return steps;
    ++steps;
    const std::string task = open.front();
    const auto act = kind.version->process.nodes.find(task)->second.task.act;
    const std::string outcome = act == "approve" ? "approved" : "granted";
    step = procedure::complete(kind.version->process, step->instance, task, known(outcome));
    MOTCUA_ASSERT(step.ok() && steps < 100);
  }
  MOTCUA_ASSERT(until.empty());
  return steps;
}

}  // namespace motcua::commands
