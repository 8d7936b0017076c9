#include "scenario/play.hpp"

#include <sstream>

#include "base/digest.hpp"
#include "dossier/powers.hpp"
#include "procedure/least_answers.hpp"
#include "procedure/write_answer.hpp"
#include "scenario/telling.hpp"
#include "scenario/travel.hpp"
#include "scenario/words.hpp"

namespace motcua::scenario {
namespace {

using commands::Outcome;

dossier::CounterOutcome counter_outcome(std::string_view act) {
  if (act == "guide") return dossier::CounterOutcome::Guided;
  if (act == "turn-away") return dossier::CounterOutcome::Refused;
  return dossier::CounterOutcome::Received;
}

constexpr std::size_t length_of_moment = std::string_view("2017-04-12 09:10").size();

constexpr minutes lifetime_of_an_order{15};

bool begins_a_dossier(std::string_view act) {
  return act == "submit" || act == "receive" || act == "guide" || act == "turn-away";
}

class Player {
 public:
  Player(const Script& script, Office& office, std::string procedure, Coverage& coverage)
      : script_(script), office_(office), procedure_(std::move(procedure)), coverage_(coverage) {}

  OrFailure<std::vector<std::string>> play(const Step& step) {
    auto deed = read_deed(step.act.text);
    if (!deed) return wrong(step.act, deed.error());
    if (deed->at < office_.clock().now()) return wrong(step.act, {{}, "time runs backwards", {}});
    office_.clock().set(deed->at);
    sent_ = {deed->key, step.act.text.substr(length_of_moment)};
    if (sent_.key.empty()) sent_.key = script_.file + ":" + std::to_string(step.act.number);
    auto told = perform(*deed);
    if (!told) return wrong(step.act, told.error());
    if (auto due = office_.make_due(); !due) return wrong(step.act, due.error());
    for (const auto& line : step.expected) {
      const auto question = question_in(line.text);
      if (question.empty()) continue;
      const auto said = answer(question, codes_, office_);
      if (!said) return wrong(line, said.error());
      if (question.starts_with("slips of ")) note_list(*said, coverage_.slips);
      if (question.starts_with("notices of ")) note_list(*said, coverage_.notices);
      told->push_back(question + ": " + *said);
    }
    return told;
  }

 private:
  Unexpected<Failure> wrong(const Line& line, const Failure& failure) const {
    return malformed(script_.file + ":" + std::to_string(line.number) + ": " + failure.what);
  }

  OrFailure<std::vector<std::string>> perform(const Deed& deed) {
    switch (deed.kind) {
      case Deed::Kind::TimePasses:
        return std::vector<std::string>{};
      case Deed::Kind::Holiday:
        return decree(deed);
      case Deed::Kind::Act:
        break;
    }
    if (deed.act == beginning_form) return begin_form(deed);
    const auto officer = find_officer(deed.actor, office_.world().office());
    if (!officer) return malformed("nobody is called " + deed.actor);
    if (deed.act == writing_in_travel_book || deed.act == keeping_passport) {
      return write_travel(deed, *officer);
    }
    commands::Request request;
    request.officer = *officer;
    if (auto filled = fill(request, deed); !filled) return Unexpected{filled.error()};
    const auto outcome = office_.perform(std::move(request), sent_);
    note(outcome);
    if (const auto* done = std::get_if<commands::Done>(&outcome)) {
      coverage_.verbs.insert(deed.act);
      codes_.emplace(deed.dossier, done->dossier->code);
    }
    return std::vector{tell(outcome, deed.dossier, deed.at, office_.world())};
  }

  OrFailure<std::vector<std::string>> write_travel(const Deed& deed,
                                                   const dossier::Officer& officer) {
    auto request = travel_request(deed, officer, codes_, office_);
    if (!request) return Unexpected{request.error()};
    const auto outcome = office_.perform(std::move(*request), sent_);
    if (const auto* done = std::get_if<commands::TravelDone>(&outcome)) {
      coverage_.verbs.insert(deed.act);
      if (deed.act == keeping_passport) codes_.emplace(deed.dossier, done->entry->code);
    }
    return std::vector{tell_travel(outcome, deed.dossier, office_)};
  }

  // A form belongs to the version in force when it was begun, however late it is submitted.
  OrFailure<std::vector<std::string>> begin_form(const Deed& deed) {
    const auto& procedure = deed.procedure.empty() ? procedure_ : deed.procedure;
    const auto* version = office_.world().catalogue().in_force(procedure, date_of(deed.at));
    if (version == nullptr) return malformed("there is no form of " + procedure);
    if (auto* callers = office_.callers()) {
      if (auto begun = callers->begin_form(procedure); !begun) return Unexpected{begun.error()};
    }
    forms_[deed.dossier] = version;
    coverage_.verbs.insert(deed.act);
    return std::vector{deed.dossier + " form begun: " + procedure + " version " +
                       std::to_string(version->number)};
  }

  OrFailure<Nothing> fill(commands::Request& request, const Deed& deed) {
    if (begins_a_dossier(deed.act)) {
      if (codes_.contains(deed.dossier)) return malformed(deed.dossier + " is already there");
      if (deed.act == "submit") {
        request.officer.actor.name = deed.applicant;
        request.command = commands::SubmitApplication{intake(deed, procedure::Channel::Online)};
      } else {
        request.command = commands::RegisterApplication{registration(deed)};
      }
      return Nothing{};
    }
    const auto code = codes_.find(deed.dossier);
    if (code == codes_.end()) return malformed("there is no " + deed.dossier);
    if (deed.act == moving_on) {
      request.command = commands::MoveToSuccessor{code->second};
      return Nothing{};
    }
    if (deed.act == letting_timer_come) {
      request.command = commands::LetTimerCome{code->second};
      return Nothing{};
    }
    if (auto money = through_gateway(deed, code->second)) {
      request.command = std::move(*money);
      return Nothing{};
    }
    if (deed.act == issuing_result || deed.act == signing_result) {
      const auto before = office_.cache().find(code->second);
      if (!before) return Unexpected{before.error()};
      request.command = issue(deed, **before);
      return Nothing{};
    }
    commands::PerformAct act{code->second, deed.act, deed.input, deed.seen_version};
    if (!act.input.to.empty()) {
      const auto to = find_officer(act.input.to, office_.world().office());
      if (!to) return malformed("nobody is called " + act.input.to);
      act.input.to = to->actor.id;
    }
    if (!deed.applicant.empty()) {
      const auto before = office_.cache().find(code->second);
      if (!before) return Unexpected{before.error()};
      act.input.corrections = (*before)->intake.applicant;
      act.input.corrections->name = deed.applicant;
    }
    if (deed.act == "supplement" && deed.papers) act.input.files = files_of(*deed.papers, deed.at);
    request.command = std::move(act);
    return Nothing{};
  }

  // One file of each paper; what is in it is no matter of scenarios.
  static std::vector<dossier::PaperFile> files_of(const std::vector<std::string>& papers,
                                                  Moment at) {
    std::vector<dossier::PaperFile> files;
    for (const auto& paper : papers) {
      files.push_back(
          {"", paper, "scan.pdf", "application/pdf", to_hex(sha256(paper)), 1, 0, 0, "", at});
    }
    return files;
  }

  static std::optional<commands::Command> through_gateway(const Deed& deed,
                                                          const std::string& code) {
    if (deed.act == ordering_payment) {
      return commands::OrderPayment{code, {"vnpay", lifetime_of_an_order}};
    }
    if (deed.act == reporting_payment) {
      auto notice = deed.notice;
      notice.order = payment::order_reference(code, deed.order);
      return commands::SettlePayment{code, std::move(notice)};
    }
    if (deed.act == ending_refund) return commands::EndRefund{code, deed.refund};
    return std::nullopt;
  }

  static commands::IssueResult issue(const Deed& deed, const dossier::Dossier& before) {
    const auto origin = deed.act == signing_result ? dossier::ResultOrigin::Composed
                                                   : dossier::ResultOrigin::Digitised;
    dossier::Issue paper{origin, {}, {deed.actor}, deed.input.new_due, deed.input.reason};
    const auto sha256_of_it = to_hex(sha256(std::to_string(before.version)));
    paper.file = {"", "result", "ket-qua.pdf", "application/pdf", sha256_of_it, 1, 0,
                  0,  "",       deed.at};
    return {before.code, std::move(paper), deed.seen_version.value_or(before.version)};
  }

  dossier::Registration registration(const Deed& deed) const {
    dossier::Registration made;
    made.intake = intake(deed, deed.channel);
    made.outcome = counter_outcome(deed.act);
    made.lacking = deed.input.items;
    made.reason = deed.input.reason;
    made.actual_at = deed.input.actual_at;
    made.actual_reason = deed.input.reason;
    return made;
  }

  dossier::Intake intake(const Deed& deed, procedure::Channel channel) const {
    dossier::Intake made;
    made.procedure = deed.procedure.empty() ? procedure_ : deed.procedure;
    made.channel = channel;
    made.applicant.kind = "organisation";
    made.applicant.name = deed.applicant;
    made.applicant.identity = deed.identity;
    made.applicant.email = deed.mail;
    made.answers = deed.answers;
    made.case_id = deed.case_id;
    const auto form = forms_.find(deed.dossier);
    const auto* version = form != forms_.end() ? form->second
                                               : office_.world().catalogue().in_force(
                                                     made.procedure, date_of(deed.at));
    if (version == nullptr) return made;
    made.procedure_version = version->number;
    if (channel == procedure::Channel::Online)
      fill_in(made, *version, office_.world().powers(), deed.at);
    if (made.case_id.empty() && !version->cases.empty()) {
      made.case_id = version->cases.front().id;
    }
    give_papers(made, *version, deed);
    return made;
  }

  // The form, filled in as far as it must be; its answers choose the case where they can.
  static void fill_in(dossier::Intake& made, const procedure::Version& version,
                      const authority::Powers& powers, Moment at) {
    const auto given = read_json(made.answers);
    if (!given) return;
    json::value answers = *given;
    procedure::write_applicant_part(version, answers, "name", made.applicant.name);
    procedure::write_applicant_part(version, answers, "identity", made.applicant.identity);
    procedure::write_applicant_part(version, answers, "email", made.applicant.email);
    answers = procedure::least_answers(version, std::move(answers));
    made.answers = write_json(answers);
    const auto judged =
        dossier::judge_application({version, answers, at, 0, made.applicant.name}, powers);
    const auto known = dossier::authority_variables(judged);
    if (auto chosen = dossier::choose_case(version, answers, "", known)) made.case_id = *chosen;
  }

  // The papers named; else every one the case requires.
  static void give_papers(dossier::Intake& made, const procedure::Version& version,
                          const Deed& deed) {
    if (deed.papers) {
      for (const auto& paper : *deed.papers) made.papers.push_back({paper, 1, 0});
      return;
    }
    const auto* chosen = version.find_case(made.case_id);
    const auto answers = read_json(made.answers);
    if (chosen == nullptr || !answers) return;
    for (const auto* paper : dossier::asked_papers(version, *chosen, *answers)) {
      if (paper->required) made.papers.push_back({paper->id, 1, 0});
    }
  }

  static void note_list(const std::string& said, Coverage::Names& reached) {
    std::istringstream list(said);
    for (std::string name; list >> name;) {
      if (name.back() == ',') name.pop_back();
      reached.insert(name);
    }
  }

  void note(const Outcome& outcome) {
    if (const auto* rejection = std::get_if<Rejection>(&outcome)) {
      coverage_.rejections.emplace(rejection->code());
    }
    const auto* done = std::get_if<commands::Done>(&outcome);
    if (done == nullptr || done->event.empty()) return;
    coverage_.events.insert(done->event);
    coverage_.events.insert(done->consequences.begin(), done->consequences.end());
  }

  // The office learns of a day off, or of a swap, and gives every open promise anew.
  OrFailure<std::vector<std::string>> decree(const Deed& deed) {
    auto& world = office_.world();
    if (const auto sound = calendar::check(deed.decree, *world.calendar()); !sound) {
      note(sound.error());
      return std::vector{tell(sound.error(), {}, deed.at, world)};
    }
    world.replace_calendar(world.calendar()->with(calendar::entries_of(deed.decree)));
    coverage_.verbs.insert("holiday");
    std::vector<std::string> told;
    for (const auto& [name, code] : codes_) {
      commands::Request request;
      request.officer.actor = {"office", "Lịch làm việc", ""};
      request.command = commands::RecomputePromise{code, deed.decree.number};
      const auto outcome = office_.perform(std::move(request), {sent_.key + ":" + name, name});
      note(outcome);
      told.push_back(tell(outcome, name, deed.at, world));
    }
    return told;
  }

  const Script& script_;
  Office& office_;
  std::string procedure_;
  Coverage& coverage_;
  Codes codes_;
  std::map<std::string, const procedure::Version*> forms_;  // begun, by dossier name
  Sent sent_;
};

}  // namespace

OrFailure<std::vector<std::vector<std::string>>> play(const Script& script,
                                                      const files::Assets& assets,
                                                      Configuration configuration,
                                                      Coverage& coverage) {
  const auto given = read_givens(script, assets);
  if (!given) return Unexpected{given.error()};
  auto office = Office::open(*given, configuration);
  if (!office) return Unexpected{office.error()};
  Player player(script, **office, given->procedure, coverage);
  std::vector<std::vector<std::string>> outcomes;
  for (const auto& step : script.steps) {
    auto told = player.play(step);
    if (!told) return Unexpected{told.error()};
    outcomes.push_back(std::move(*told));
  }
  return outcomes;
}

}  // namespace motcua::scenario
