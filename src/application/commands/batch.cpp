#include "commands/batch.hpp"

#include <array>
#include <cstdio>

#include "base/assertion.hpp"
#include "commands/chain.hpp"
#include "commands/rejections.hpp"
#include "dossier/deadline.hpp"
#include "dossier/event_json.hpp"
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
  const auto* version =
      owner_.world_.catalogue().find(before.intake.procedure, before.intake.procedure_version);
  MOTCUA_ASSERT(version != nullptr);
  auto event = dossier::decide(before, command.act, command.input, facts(request, *version, now));
  if (!event) return Outcome{event.error()};
  return Change{before.code, before, std::move(*event), command.input.actual_at, version};
}

Registrar::Batch::Decided Registrar::Batch::decide(const RecomputePromise& command,
                                                   const Request& request, Moment now) {
  const auto dossier = find(command.code);
  if (!dossier) return Outcome{dossier.error()};
  const auto& before = **dossier;
  const auto* version =
      owner_.world_.catalogue().find(before.intake.procedure, before.intake.procedure_version);
  MOTCUA_ASSERT(version != nullptr);
  const auto due = dossier::recomputed_due(before, facts(request, *version, now));
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
  return Change{before.code, before, dossier::PromiseRecomputed{promise}, {}, version};
}

OrFailure<Outcome> Registrar::Batch::record(const Request& request, Moment now, Change change) {
  ports::StoredRecord stored;
  stored.sequence = end_.sequence + 1;
  stored.record = {change.code,      change.before.version + 1, now,
                   change.actual_at, request.officer.actor,     std::move(change.event)};
  stored.type = dossier::event_name(stored.record.event);
  stored.body = write_json(dossier::event_body(stored.record.event));
  stored.request_key = RequestMemory::write(request.key, request.contents_digest);
  stored.chain = chain_after(end_.chain, stored);

  auto after = std::make_shared<dossier::Dossier>(std::move(change.before));
  dossier::apply(*after, stored.record);
  const auto row = view::list_row(*after, *change.version);
  auto figures = view::figure_row(*after, *change.version, *calendar_);
  const auto written = view::write_figure_row(figures);
  const bool made_up = request.as_if_at.has_value();  // nobody waits to be told of it
  const auto notice = made_up ? std::nullopt : notice_of(stored.record, *after, *change.version);
  // From here on nothing asserts: what was appended is either answered or undone with its batch.
  if (const auto done = transaction_.append(stored); !done) return Unexpected{done.error()};
  const std::array added{stored.sequence};
  if (const auto done = transaction_.put_view(row, written, added); !done) {
    return Unexpected{done.error()};
  }
  if (notice) {
    const auto put = transaction_.put_notice({change.code, after->version, now, *notice});
    if (!put) return Unexpected{put.error()};
  }
  end_ = {stored.sequence, stored.chain};
  DossierSnapshot snapshot = std::move(after);
  touched_[change.code] = {snapshot, std::move(figures)};
  Done done{snapshot, stored.type, false};
  if (!request.key.empty()) {
    answered_.insert_or_assign(
        request.key, AnsweredHere{{request.contents_digest, change.code, snapshot->version}, done});
  }
  return Outcome{std::move(done)};
}

std::optional<notice::Notice> Registrar::Batch::notice_of(const dossier::Record& record,
                                                          const dossier::Dossier& after,
                                                          const procedure::Version& version) const {
  if (!stationery_) return std::nullopt;
  return notice::notice_of({record, after, version, owner_.world_.office()}, *stationery_);
}

std::vector<Changed> Registrar::Batch::publish() {
  owner_.end_ = end_;
  owner_.daily_sequences_ = std::move(daily_sequences_);
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

dossier::Facts Registrar::Batch::facts(const Request& request, const procedure::Version& version,
                                       Moment now) const {
  return {now, *calendar_, version, request.officer,
          owner_.world_.office().division_of(version.procedure)};
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
  for (const auto& stored : *records) {
    if (stored.record.version > known.version) break;
    dossier::apply(*folded, stored.record);
    done.event = stored.type;
  }
  if (folded->version != known.version) {
    return Unexpected{
        Failure{FailureKind::Storage, "journal: " + known.code + " lost acts", false}};
  }
  done.dossier = std::move(folded);
  return done;
}

}  // namespace motcua::commands
