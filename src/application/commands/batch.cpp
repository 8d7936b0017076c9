#include "commands/batch.hpp"

#include <algorithm>
#include <array>
#include <cstdio>

#include "base/assertion.hpp"
#include "commands/chain.hpp"
#include "commands/rejections.hpp"
#include "dossier/deadline.hpp"
#include "dossier/event_json.hpp"
#include "dossier/powers.hpp"
#include "dossier/timers.hpp"
#include "view/list_row.hpp"

namespace motcua::commands {
namespace {

template <class... F>
struct Overloaded : F... {
  using F::operator()...;
};

std::string day_prefix(std::string_view code_block, Moment now) {
  const std::chrono::year_month_day day{date_of(now)};
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "-%02d%02u%02u", int(day.year()) % 100,
                unsigned(day.month()), unsigned(day.day()));
  return std::string(code_block) + text.data();
}

std::string code_of(const std::string& prefix, int sequence) {
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "-%04d", sequence);
  return prefix + text.data();
}

}  // namespace

OrFailure<Outcome> Registrar::Batch::attempt(const Request& request) {
  auto known = answered(request);
  if (!known) return Outcome{known.error()};
  if (*known) return std::move(**known);
  const Moment now = request.as_if_at.value_or(owner_.clock_.now());
  try {
    Decided decided = std::visit([&](const auto& command) { return decide(command, request, now); },
                                 request.command);
    return std::visit(
        Overloaded{[&](Change& change) { return record(request, now, std::move(change)); },
                   [](Outcome& outcome) { return OrFailure<Outcome>(std::move(outcome)); }},
        decided);
  } catch (const Bug& bug) {  // the act is abandoned and reported; the batch goes on
    return Outcome{Failure{FailureKind::Unavailable, bug.what(), false}};
  }
}

Registrar::Batch::Decided Registrar::Batch::decide(const SubmitApplication& command,
                                                   const Request& request, Moment now) {
  const auto* version = owner_.world_.catalogue().in_force(command.intake.procedure, date_of(now));
  if (version == nullptr) {
    return Outcome{Rejection{&procedure_unknown, {{"procedure", command.intake.procedure}}}};
  }
  if (version->number != command.intake.procedure_version) {  // a form begun before
    return Outcome{Rejection{&procedure_amended, {}}};
  }
  return begin(dossier::decide_submission(command.intake, facts(request, *version, now),
                                          owner_.world_.office().answer_online_within),
               *version, now);
}

Registrar::Batch::Decided Registrar::Batch::decide(const RegisterApplication& command,
                                                   const Request& request, Moment now) {
  auto registration = command.registration;
  const auto* version =
      owner_.world_.catalogue().in_force(registration.intake.procedure, date_of(now));
  if (version == nullptr) {
    return Outcome{Rejection{&procedure_unknown, {{"procedure", registration.intake.procedure}}}};
  }
  registration.intake.procedure_version = version->number;
  return begin(dossier::decide_registration(registration, facts(request, *version, now)), *version,
               now);
}

Registrar::Batch::Decided Registrar::Batch::begin(OrRejection<dossier::Event> event,
                                                  const procedure::Version& version, Moment now) {
  if (!event) return Outcome{event.error()};
  const auto code = next_code(now);
  if (!code) return Outcome{code.error()};
  return Change{*code, {}, std::move(*event), {}, &version};
}

Registrar::Batch::Decided Registrar::Batch::decide(const PerformAct& command,
                                                   const Request& request, Moment now) {
  const auto dossier = find(command.code);
  if (!dossier) return Outcome{dossier.error()};
  const auto& before = **dossier;
  if (command.expected_version && *command.expected_version != before.version) {
    return Outcome{Conflict{before.version}};
  }
  const auto& version = version_of(before);
  auto known = facts(request, version, now);
  if (command.act == "record-result") {
    auto number = next_number(now);
    if (!number) return Outcome{number.error()};
    known.next_number = std::move(*number);
  }
  auto event = dossier::decide(before, command.act, command.input, known);
  if (!event) return Outcome{event.error()};
  return Change{before.code,       before,
                std::move(*event), command.input.actual_at,
                &version,          dossier::acting_for(before, command.act, command.input, known)};
}

Registrar::Batch::Decided Registrar::Batch::decide(const IssueResult& command,
                                                   const Request& request, Moment now) {
  const auto dossier = find(command.code);
  if (!dossier) return Outcome{dossier.error()};
  const auto& before = **dossier;
  if (command.expected_version != before.version) return Outcome{Conflict{before.version}};
  const auto& version = version_of(before);
  const auto known = facts(request, version, now);
  auto event = dossier::decide_issue(before, command.issue, known);
  if (!event) return Outcome{event.error()};
  const bool composed = command.issue.origin == dossier::ResultOrigin::Composed;
  return Change{before.code,       before,
                std::move(*event), {},
                &version,          composed ? dossier::signing_for(before, known) : std::nullopt};
}

Registrar::Batch::Decided Registrar::Batch::decide(const RecomputePromise& command,
                                                   const Request& request, Moment now) {
  const auto dossier = find(command.code);
  if (!dossier) return Outcome{dossier.error()};
  const auto& before = **dossier;
  const auto& version = version_of(before);
  const auto due = dossier::recomputed_due(before, facts(request, version, now));
  if (!due) return Outcome{due.error()};
  const auto* current = before.current_promise();
  if (!before.is_open() || !*due || current == nullptr || current->due == *due) {
    return Outcome{Done{*dossier, {}, false}};
  }
  dossier::Promise promise{*due,
                           now,
                           dossier::PromiseKind::Calendar,
                           command.decree,
                           command.decree,
                           request.officer.actor.name};
  return Change{before.code, before, dossier::PromiseRecomputed{promise}, {}, &version};
}

Registrar::Batch::Decided Registrar::Batch::decide(const MoveToSuccessor& command,
                                                   const Request& request, Moment now) {
  const auto dossier = find(command.code);
  if (!dossier) return Outcome{dossier.error()};
  const auto& version = version_of(**dossier);
  return changed(*dossier, version, dossier::succeed_unit(**dossier, facts(request, version, now)));
}

Registrar::Batch::Decided Registrar::Batch::decide(const LetTimerCome& command,
                                                   const Request& request, Moment now) {
  const auto dossier = find(command.code);
  if (!dossier) return Outcome{dossier.error()};
  const auto& version = version_of(**dossier);
  return changed(*dossier, version, dossier::timer_comes(**dossier, facts(request, version, now)));
}

const procedure::Version& Registrar::Batch::version_of(const dossier::Dossier& dossier) const {
  const auto* version =
      owner_.world_.catalogue().find(dossier.intake.procedure, dossier.intake.procedure_version);
  MOTCUA_ASSERT(version != nullptr);
  return *version;
}

Registrar::Batch::Decided Registrar::Batch::changed(
    const DossierSnapshot& before, const procedure::Version& version,
    OrRejection<std::optional<dossier::Event>> event) {
  if (!event) return Outcome{event.error()};
  if (!*event) return Outcome{Done{before, {}, false}};
  return Change{before->code, *before, std::move(**event), {}, &version};
}

Registrar::Batch::Decided Registrar::Batch::decide(const OrderPayment& command,
                                                   const Request& request, Moment now) {
  const auto dossier = find(command.code);
  if (!dossier) return Outcome{dossier.error()};
  const auto& version = version_of(**dossier);
  return changed(*dossier, version,
                 dossier::order_payment(**dossier, command.terms, facts(request, version, now)));
}

Registrar::Batch::Decided Registrar::Batch::decide(const SettlePayment& command, const Request&,
                                                   Moment) {
  const auto dossier = find(command.code);
  if (!dossier) return Outcome{dossier.error()};
  return changed(*dossier, version_of(**dossier),
                 dossier::settle_payment(**dossier, command.notice));
}

Registrar::Batch::Decided Registrar::Batch::decide(const EndRefund& command, const Request&,
                                                   Moment) {
  const auto dossier = find(command.code);
  if (!dossier) return Outcome{dossier.error()};
  auto event = dossier::end_refund(**dossier, command.answer);
  if (!event) return Outcome{event.error()};
  return changed(*dossier, version_of(**dossier), std::optional{std::move(*event)});
}

Registrar::Batch::Recorded Registrar::Batch::with_consequences(const Request& request, Moment now,
                                                               Change change) const {
  Recorded made{{}, std::make_shared<dossier::Dossier>(std::move(change.before)), {}};
  const bool made_up = request.as_if_at.has_value();  // nobody waits to be told of it
  const auto add = [&](dossier::Record record) {
    ports::StoredRecord stored;
    stored.record = std::move(record);
    stored.type = dossier::event_name(stored.record.event);
    stored.body = write_json(dossier::record_body(stored.record));
    stored.request_key = RequestMemory::write(request.key, request.contents_digest);
    dossier::apply(*made.dossier, stored.record);
    made.records.push_back(std::move(stored));
    if (!made_up) add_notice(*change.version, made);
  };
  add({change.code, made.dossier->version + 1, now, change.actual_at, request.officer.actor,
       std::move(change.event), std::move(change.acting_for)});
  Request of_itself;
  of_itself.officer.actor = {std::string(by_rule.id), std::string(by_rule.name), ""};
  auto known = facts(of_itself, *change.version, now);
  known.dossier = change.code;
  while (auto next = dossier::consequence(*made.dossier, known)) {
    add({change.code,
         made.dossier->version + 1,
         now,
         {},
         of_itself.officer.actor,
         std::move(*next)});
  }
  return made;
}

OrFailure<Outcome> Registrar::Batch::record(const Request& request, Moment now, Change change) {
  const auto* version = change.version;
  auto [records, after, notices] = with_consequences(request, now, std::move(change));
  const auto row = view::list_row(*after, *version);
  auto figures = view::figure_row(*after, *version, *calendar_);
  const auto written = view::write_figure_row(figures);
  Done done{after, records.front().type, false};
  // From here on nothing asserts: what was appended is either answered or undone with its batch.
  std::vector<std::uint64_t> added;
  for (auto& stored : records) {
    stored.sequence = end_.sequence + 1;
    stored.chain = chain_after(end_.chain, stored);
    if (const auto kept = transaction_.append(stored); !kept) return Unexpected{kept.error()};
    end_ = {stored.sequence, stored.chain};
    if (!added.empty()) done.consequences.push_back(stored.type);
    added.push_back(stored.sequence);
  }
  if (const auto put = transaction_.put_view(row, written, added); !put) {
    return Unexpected{put.error()};
  }
  for (const auto& stored : records) {
    if (const auto put = put_result(stored.record.event, *after); !put) {
      return Unexpected{put.error()};
    }
  }
  if (const auto& party = after->intake.filer.party; after->version == records.size()) {
    const auto put = party.empty() ? Nothing{} : transaction_.put_holding(party, after->code);
    if (!put) return Unexpected{put.error()};
  }
  for (const auto& notice : notices) {
    if (const auto put = transaction_.put_notice(notice); !put) return Unexpected{put.error()};
  }
  if ((after->result || !after->last_outcome.empty()) && !version->authority.empty())
    decided_here_.push_back(after);
  touched_[after->code] = {after, std::move(figures)};
  if (!request.key.empty()) {
    answered_.insert_or_assign(
        request.key, AnsweredHere{{request.contents_digest, after->code, after->version}, done});
  }
  return Outcome{std::move(done)};
}

void Registrar::Batch::add_notice(const procedure::Version& version, Recorded& made) const {
  if (!stationery_) return;
  const auto& record = made.records.back().record;
  auto notice =
      notice::notice_of({record, *made.dossier, version, owner_.world_.office()}, *stationery_);
  if (!notice) return;
  const bool follows =
      notice->kind == notice::Kind::FeesCharged || notice->kind == notice::Kind::ClockStopped;
  if (follows && told_before(version, made)) return;
  made.notices.push_back({record.code, record.version, record.at, std::move(*notice)});
}

// Whether the first notice of this act says what followed by rule too, when it is written now: the
// fees, and that the clock stands for them. Nobody gets three messages of one act for that.
bool Registrar::Batch::told_before(const procedure::Version& version, Recorded& made) const {
  if (made.notices.empty()) return false;
  auto& told = made.notices.front();
  const auto of_it = [&](const ports::StoredRecord& stored) {
    return stored.record.version == told.version;
  };
  const auto first = std::ranges::find_if(made.records, of_it);
  auto anew = notice::notice_of({first->record, *made.dossier, version, owner_.world_.office()},
                                *stationery_);
  if (!anew || anew->body == told.notice.body) return false;
  told.notice = std::move(*anew);
  return true;
}

OrFailure<Nothing> Registrar::Batch::put_result(const dossier::Event& event,
                                                const dossier::Dossier& after) {
  const auto* recorded = std::get_if<dossier::ResultRecorded>(&event);
  if (recorded == nullptr && !std::holds_alternative<dossier::ResultIssued>(event)) {
    return Nothing{};
  }
  if (recorded != nullptr && recorded->registered) {
    register_numbers_[recorded->registered->year] = recorded->registered->number;
  }
  return transaction_.put_result(*view::result_row(after));
}

std::vector<Changed> Registrar::Batch::publish() {
  owner_.end_ = end_;
  owner_.daily_sequences_ = std::move(daily_sequences_);
  owner_.register_numbers_ = std::move(register_numbers_);
  for (auto& [key, answer] : answered_) owner_.requests_.remember(key, std::move(answer.request));
  std::vector<Changed> changed;
  changed.reserve(touched_.size());
  for (auto& [code, touched] : touched_) {
    owner_.cache_.put(touched.dossier);
    changed.push_back(std::move(touched));
  }
  return changed;
}

OrFailure<DossierSnapshot> Registrar::Batch::find(std::string_view code) {
  const auto found = touched_.find(code);
  if (found != touched_.end()) return found->second.dossier;
  return owner_.cache_.find(code);
}

OrFailure<std::string> Registrar::Batch::next_code(Moment now) {
  const std::string prefix = day_prefix(owner_.world_.office().code_block, now);
  auto known = daily_sequences_.find(prefix);
  if (known == daily_sequences_.end()) {
    const auto last = owner_.journal_.last_daily_sequence(prefix);
    if (!last) return Unexpected{last.error()};
    known = daily_sequences_.emplace(prefix, *last).first;
  }
  return code_of(prefix, ++known->second);
}

OrFailure<dossier::NextNumber> Registrar::Batch::next_number(Moment now) {
  const int year = int(std::chrono::year_month_day{date_of(now)}.year());
  auto known = register_numbers_.find(year);
  if (known == register_numbers_.end()) {
    const auto last = owner_.journal_.last_result_number(year);
    if (!last) return Unexpected{last.error()};
    known = register_numbers_.emplace(year, *last).first;
  }
  const int next = known->second + 1;
  return dossier::NextNumber{{year, next},
                             std::to_string(next) + "/" + owner_.world_.office().result_symbol};
}

dossier::Facts Registrar::Batch::facts(const Request& request, const procedure::Version& version,
                                       Moment now) const {
  const auto& office = owner_.world_.office();
  const auto division = office.successor_of(office.division_of(version.procedure), date_of(now));
  const auto code = std::visit(
      [](const auto& command) -> std::string {
        if constexpr (requires { command.code; }) return command.code;
        return {};
      },
      request.command);
  auto powers = owner_.world_.powers();
  if (!decided_here_.empty() && !version.authority.empty()) {
    powers.registers = owner_.world_.registers_with(decided_here_);
  }
  return {now, *calendar_, version, request.officer, division, {}, std::move(powers), code};
}

OrFailure<std::optional<Outcome>> Registrar::Batch::answered(const Request& request) {
  if (request.key.empty()) return std::optional<Outcome>{};
  const auto here = answered_.find(request.key);
  const auto* known =
      here != answered_.end() ? &here->second.request : owner_.requests_.find(request.key);
  if (known == nullptr) return std::optional<Outcome>{};
  if (known->contents_digest != request.contents_digest) {
    return std::optional{Outcome{Rejection{&request_key_reused, {}}}};
  }
  auto done = here != answered_.end() ? OrFailure<Done>(here->second.done) : done_before(*known);
  if (!done) return Unexpected{done.error()};
  done->repeated = true;
  return std::optional{Outcome{std::move(*done)}};
}

// The dossier as it was then, not as others have left it since: who acts on must see their acts.
OrFailure<Done> Registrar::Batch::done_before(const AnsweredRequest& known) {
  const auto records = owner_.journal_.load(known.code);
  if (!records) return Unexpected{records.error()};
  auto folded = std::make_shared<dossier::Dossier>();
  Done done;
  std::string_view request;  // whose records the newest ones are
  for (const auto& stored : *records) {
    if (stored.record.version > known.version) break;
    dossier::apply(*folded, stored.record);
    if (request.empty() || stored.request_key != request) {
      request = stored.request_key;
      done.event = stored.type;
      done.consequences.clear();
    } else {
      done.consequences.push_back(stored.type);
    }
  }
  if (folded->version != known.version) {
    return Unexpected{
        Failure{FailureKind::Storage, "journal: " + known.code + " lost acts", false}};
  }
  done.dossier = std::move(folded);
  return done;
}

}  // namespace motcua::commands
