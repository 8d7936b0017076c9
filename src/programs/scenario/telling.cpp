#include "scenario/telling.hpp"

#include <algorithm>
#include <cctype>
#include <sstream>

#include "dossier/deadline.hpp"
#include "dossier/powers.hpp"
#include "dossier/status.hpp"
#include "queries/authority_view.hpp"
#include "queries/dossier_view.hpp"
#include "report/rate.hpp"
#include "scenario/pages.hpp"
#include "scenario/travel.hpp"

namespace motcua::scenario {
namespace {

using dossier::Dossier;

std::string write(Moment moment) {
  return write_date(date_of(moment)) + " " + write_time(time_of(moment));
}

std::string write(const std::optional<Moment>& moment) {
  return moment ? write(*moment) : "without date";
}

const procedure::Version* version_of(const Dossier& dossier, const commands::World& world) {
  return world.catalogue().find(dossier.intake.procedure, dossier.intake.procedure_version);
}

// The time used when the clock stopped, whatever the cap will let it run on to.
std::string used_time(const Dossier& dossier, const commands::World& world) {
  auto reckoning = dossier::reckoning_of(dossier, *version_of(dossier, world));
  if (!reckoning) return "no term";
  reckoning->stops.back().capped_at.reset();
  const auto reckoned = calendar::reckon_due(*world.calendar(), *reckoning);
  if (!reckoned) return std::string(reckoned.error().code());
  return std::to_string(reckoned->used) + " of " + calendar::write_term(reckoning->term) + " used";
}

std::string tell_promise(const Dossier& dossier, Moment now, const commands::World& world) {
  const auto* current = dossier.current_promise();
  const auto* judged = dossier.ended_at ? dossier::promise_that_counts(dossier) : current;
  switch (dossier::promise_state(dossier, now)) {
    case dossier::PromiseState::None:
      return current == nullptr ? "nothing promised" : "promised without date";
    case dossier::PromiseState::Running:
      return "promised " + write(current->due);
    case dossier::PromiseState::Stopped:
      return "clock stopped, " + used_time(dossier, world);
    case dossier::PromiseState::Kept:
      return "promise " + write(judged->due) + " kept";
    case dossier::PromiseState::Broken:
      return "promise " + write(judged->due) + " broken";
    case dossier::PromiseState::Withdrawn:
      return "promise " + write(judged->due) + " withdrawn before its date";
  }
  return "";
}

// "Consular Division (examine)"; of somebody who took the task: "Lê Quang Minh, Consular …".
std::string holder_of(const dossier::OpenTask& task, const authority::Office& office) {
  const auto* unit = office.find_unit(task.unit);
  const auto* officer = office.find_person(task.assignee);
  return (officer == nullptr ? std::string() : officer->name + ", ") +
         (unit == nullptr ? task.unit : unit->name.en) + " (" + task.task + ")";
}

std::string tell_waiting(const Dossier& dossier, const authority::Office& office) {
  if (dossier.is_open() && dossier.supplement) return "the applicant";
  if (dossier.phase == dossier::Phase::Submitted) return "reception to accept it";
  std::string who;
  for (const auto& task : dossier.tasks) {
    who += (who.empty() ? "" : " and ") + holder_of(task, office);
  }
  return who.empty() ? "nobody" : who;
}

// "4, being processed"
std::string tell_status(const Dossier& dossier) {
  const auto status = dossier::status_of(dossier);
  std::string name = status.name.en;
  name.front() = char(std::tolower(static_cast<unsigned char>(name.front())));
  return std::to_string(status.number) + ", " + name;
}

std::string with_blanks(std::string name) {
  std::replace(name.begin(), name.end(), '_', ' ');
  return name;
}

std::string tell_done(const commands::Done& done, std::string_view name, Moment now,
                      const commands::World& world) {
  const auto& dossier = *done.dossier;
  if (done.event.empty()) return std::string(name) + " unchanged";
  std::string told = std::string(name) + " " + with_blanks(done.event) + ": " +
                     tell_promise(dossier, now, world) + "; status " + tell_status(dossier) +
                     "; waits for " + tell_waiting(dossier, world.office());
  for (const auto& consequence : done.consequences) told += "; then " + with_blanks(consequence);
  return told;
}

std::string given_name(std::string_view name) {
  const auto blank = name.rfind(' ');
  return fold(blank == std::string_view::npos ? name : name.substr(blank + 1));
}

// The questions, each with its words already split.
class Answerer {
 public:
  Answerer(const Codes& codes, Office& office) : codes_(codes), office_(office) {}

  OrFailure<std::string> answer(std::string_view question) {
    std::istringstream stream{std::string(question)};
    std::vector<std::string> words;
    for (std::string word; stream >> word;) words.push_back(word);
    if (words.size() >= 3 && words[0] == "figures") return figures(words);
    if (words.size() == 2 && words[0] == "travellers") {
      return travellers_of_year(std::atoi(words[1].c_str()), office_);
    }
    if (words.size() == 3 && words[1] == "of") return about(words[0], words[2]);
    if (words.size() == 4 && words[1] == "may") return offers(words[0], words[3]);
    return malformed("no such question: " + std::string(question));
  }

 private:
  // "figures 2017-Q2 cell memo:due-changed", "figures 2017-Q2 percent published", …
  OrFailure<std::string> figures(const std::vector<std::string>& words) {
    const auto& period = words[1];
    const auto& item = words[2];
    const bool one_more = words.size() == 4;
    if (item == "cell" && one_more) return cell(period, words[3]);
    if (item == "percent" && one_more) return percent(period, words[3]);
    if (!one_more) return count(period, item);
    return malformed("no such question of figures: " + item);
  }

  static Said said_of(const std::optional<std::string>& said, std::string_view item) {
    if (!said) return malformed("the figures do not say “" + std::string(item) + "”");
    return *said;
  }

  Said cell(const std::string& period, const std::string& name) {
    if (auto* callers = office_.callers()) return page_cell(*callers, period, name);
    const auto found = office_.figures().dossiers_of(name, period, office_.clock().now(), {});
    return said_of(found ? std::optional(std::to_string(found->total)) : std::nullopt, name);
  }

  Said percent(const std::string& period, std::string_view which) {
    if (auto* callers = office_.callers()) return page_percent(*callers, period, which);
    return of_figures(period, which, percent_of);
  }

  Said count(const std::string& period, std::string_view which) {
    if (auto* callers = office_.callers()) return page_count(*callers, period, which);
    return of_figures(period, which, count_of);
  }

  using Say = std::optional<std::string> (*)(const report::Figures&, std::string_view which);
  Said of_figures(const std::string& period, std::string_view which, Say say) {
    std::optional<std::string> said;
    office_.figures().with_figures(
        period, office_.clock().now(),
        [&](const report::Figures& figures) { said = say(figures, which); });
    return said_of(said, which);
  }

  static std::optional<report::Rate> rate(const report::Figures& figures, std::string_view which) {
    if (which == "honest-first") return report::rate_by_first(figures);
    if (which == "honest-current") return report::rate_by_current(figures);
    if (which == "published") return report::rate_as_published(figures);
    return std::nullopt;
  }

  static std::optional<std::string> count_of(const report::Figures& figures,
                                             std::string_view item) {
    if (item == "identities") {
      const bool hold =
          figures.received_is_settled_and_open.holds() && figures.carried_is_what_was_open.holds();
      return hold ? "hold" : "broken";
    }
    const auto found = rate(figures, item);
    if (!found) return std::nullopt;
    return std::to_string(found->numerator) + " of " + std::to_string(found->denominator);
  }

  static std::optional<std::string> percent_of(const report::Figures& figures,
                                               std::string_view which) {
    const auto found = rate(figures, which);
    if (!found) return std::nullopt;
    return found->percent() ? report::write_hundredths(*found->percent()) : "no rate";
  }

  OrFailure<commands::DossierSnapshot> find(const std::string& name) {
    const auto code = codes_.find(name);
    if (code == codes_.end()) return malformed("there is no " + name);
    return office_.cache().find(code->second);
  }

  OrFailure<std::string> about(std::string_view what, const std::string& name) {
    if (what == "standing") return standing_of_travel(name, codes_, office_);
    if (what == "reminders") return reminders_of_travel(name, codes_, office_);
    const auto found = find(name);
    if (!found) return Unexpected{found.error()};
    const auto& dossier = **found;
    if (what == "authority") return authority(dossier);
    if (what == "decision") return decision(dossier);
    if (what == "records") return std::to_string(dossier.version);
    if (what == "promises") return promises(dossier);
    if (what == "times") return times(dossier);
    if (what == "case") return dossier.intake.case_id;
    if (what == "applicant") return dossier.intake.applicant.name;
    if (what == "summary") return dossier.intake.summary;
    if (what == "answers") return dossier.intake.answers;
    if (what == "procedure") {
      return dossier.intake.procedure + " version " +
             std::to_string(dossier.intake.procedure_version);
    }
    if (what == "slips") return slips(dossier);
    if (what == "notices") return notices(dossier.code);
    if (what == "ledger") return ledger(dossier);
    return malformed("no such question: " + std::string(what));
  }

  // "city; trips passed: An 2", as the officer's page has it.
  OrFailure<std::string> authority(const Dossier& dossier) {
    if (auto* callers = office_.callers()) return page_authority(*callers, dossier.code);
    const auto calendar = office_.world().calendar();
    const auto now = office_.clock().now();
    const auto powers = office_.world().powers();
    const dossier::Facts facts{
        now, *calendar, *version_of(dossier, office_.world()), {}, {}, {}, powers, dossier.code};
    const auto judgement = dossier::judgement_of(dossier.intake, facts);
    if (!judgement) return std::string("nobody asks a matrix");
    const json::value said =
        queries::authority_of(*judgement, powers, date_of(now), queries::Known::Told);
    return authority_in(said);
  }

  // What whoever decided had to know, as it was kept.
  OrFailure<std::string> decision(const Dossier& dossier) {
    if (auto* callers = office_.callers()) return page_decision(*callers, dossier.code);
    if (!dossier.decided) return std::string("nobody decided by a matrix");
    const json::value kept = queries::write_decided(
        *dossier.decided, dossier::judgement_as_decided(dossier, office_.world().powers()));
    return decision_in(kept);
  }

  OrFailure<std::string> slips(const Dossier& dossier) {
    if (auto* callers = office_.callers()) return page_slips(*callers, dossier.code);
    std::string all;
    for (const auto& slip : queries::slips_of(dossier, false)) {
      all += (all.empty() ? "" : ", ") + slip;
    }
    return all.empty() ? "none" : all;
  }

  // What the applicant was told, in order.
  OrFailure<std::string> notices(const std::string& code) {
    const auto kinds = office_.notices_of(code);
    if (!kinds) return Unexpected{kinds.error()};
    std::string all;
    for (const auto kind : *kinds) {
      all += (all.empty() ? "" : ", ") + std::string(notice::write_kind(kind));
    }
    return all.empty() ? "none" : all;
  }

  static std::string ledger(const Dossier& dossier) {
    const auto& l = dossier.ledger;
    std::string told;
    for (const auto& [word, amount] :
         {std::pair{"charged", l.charged()}, std::pair{"paid", l.paid()},
          std::pair{"given back", l.refunded()}, std::pair{"owed", dossier.owed()},
          std::pair{"too much", l.overpaid()}}) {
      told += (told.empty() ? "" : ", ") + std::string(word) + " " + std::to_string(amount.amount);
    }
    return told;
  }

  static std::string promises(const Dossier& dossier) {
    std::string all;
    for (const auto& promise : dossier.promises) {
      all += (all.empty() ? "" : ", ") + std::string(dossier::write_promise_kind(promise.kind)) +
             " " + write(promise.due);
    }
    return all.empty() ? "none" : all;
  }

  static std::string times(const Dossier& dossier) {
    std::string all = "received " + write(dossier.intake.received_at) + ", registered " +
                      write(dossier.registered_at);
    if (dossier.result) {
      all += ", result recorded " + write(dossier.result->recorded_at);
      if (const auto& actual = dossier.result->recorded_actual_at) {
        all += ", actually " + write(*actual);
      }
    }
    return all;
  }

  OrFailure<std::string> offers(std::string_view officer, const std::string& name) {
    const auto found = find(name);
    if (!found) return Unexpected{found.error()};
    const auto who = find_officer(officer, office_.world().office());
    if (!who) return malformed("nobody is called " + std::string(officer));
    if (auto* callers = office_.callers()) {
      return page_acts(*callers, who->actor.id, (*found)->code);
    }
    const auto calendar = office_.world().calendar();
    const auto& version = *version_of(**found, office_.world());
    const dossier::Facts facts{office_.clock().now(),
                               *calendar,
                               version,
                               *who,
                               office_.world().office().division_of(version.procedure),
                               {},
                               office_.world().powers(),
                               (*found)->code};
    std::string all;
    for (const auto& offer : dossier::offers(**found, facts)) {
      all += (all.empty() ? "" : ", ") + std::string(offer.rule->name);
    }
    return all.empty() ? "nothing" : all;
  }

  const Codes& codes_;
  Office& office_;
};

}  // namespace

std::string tell(const commands::Outcome& outcome, std::string_view name, Moment now,
                 const commands::World& world) {
  if (const auto* done = std::get_if<commands::Done>(&outcome)) {
    return tell_done(*done, name, now, world);
  }
  if (const auto* rejection = std::get_if<Rejection>(&outcome)) {
    return "rejected: " + with_blanks(std::string(rejection->code()));
  }
  if (const auto* conflict = std::get_if<commands::Conflict>(&outcome)) {
    return "conflict: version is now " + std::to_string(conflict->version_now);
  }
  return "failed: " + std::get<Failure>(outcome).what;
}

std::string question_in(std::string_view line) {
  const auto colon = line.ends_with(':') ? line.size() - 1 : line.rfind(": ");
  const auto question = line.substr(0, colon);
  const bool asks = question.starts_with("figures ") || question.starts_with("promises of ") ||
                    question.starts_with("times of ") || question.starts_with("records of ") ||
                    question.starts_with("case of ") || question.starts_with("applicant of ") ||
                    question.starts_with("summary of ") || question.starts_with("answers of ") ||
                    question.starts_with("procedure of ") || question.starts_with("slips of ") ||
                    question.starts_with("authority of ") || question.starts_with("decision of ") ||
                    question.starts_with("standing of ") || question.starts_with("reminders of ") ||
                    question.starts_with("travellers ") || question.starts_with("ledger of ") ||
                    question.starts_with("notices of ") ||
                    question.find(" may with ") != std::string_view::npos;
  return asks ? std::string(question) : std::string();
}

OrFailure<std::string> answer(std::string_view question, const Codes& codes, Office& office) {
  return Answerer(codes, office).answer(question);
}

std::optional<dossier::Officer> find_officer(std::string_view name,
                                             const authority::Office& office) {
  if (name == "applicant") return dossier::Officer{{"applicant", "Người nộp", ""}, {"applicant"}};
  if (name == "gateway") return dossier::Officer{{"gateway", "Cổng thanh toán", ""}, {}};
  if (name == "office") return dossier::Officer{{"office", "Chuyển đơn vị kế thừa", ""}, {}};
  const auto wanted = fold(name);
  for (const auto& person : office.people) {
    if (fold(person.username) == wanted || given_name(person.name) == wanted) {
      return dossier::Officer{{person.username, person.name, person.unit}, person.roles};
    }
  }
  return std::nullopt;
}

}  // namespace motcua::scenario
