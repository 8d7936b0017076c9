#include "dossier/state.hpp"

#include <algorithm>

#include "base/assertion.hpp"

namespace motcua::dossier {
namespace {

class Applier {
 public:
  Applier(Dossier& dossier, const Record& record) : d_(dossier), r_(record) {}

  void operator()(const Submitted& e) {
    begin(e.intake);
    d_.phase = Phase::Submitted;
    d_.promises.push_back(e.promise);
    d_.answer_due = e.answer_due;
  }
  void operator()(const Received& e) {
    begin(e.intake);
    d_.phase = Phase::Running;
    d_.promises.push_back(e.promise);
    move(e.move);
  }
  void operator()(const Accepted& e) {
    d_.phase = Phase::Running;
    d_.answer_due.reset();
    move(e.move);
  }
  void operator()(const Guided& e) {
    begin(e.intake);
    end(Phase::Guided, e.reason);
    d_.supplement = SupplementAsk{r_.at, r_.actor.name, e.reason, {}, e.items};
  }
  void operator()(const Refused& e) {
    if (e.intake) begin(*e.intake);
    end(Phase::Refused, e.reason);
  }
  void operator()(const SupplementRequested& e) {
    d_.supplement = SupplementAsk{r_.at, r_.actor.name, e.reason, e.document, e.items};
    ++d_.supplements_requested;
    if (e.stop) d_.stops.push_back(*e.stop);
  }
  void operator()(const Supplemented& e) {
    for (const auto& file : e.files) paper(file.paper).files.push_back(file);
    for (const auto& given : e.papers) {
      paper(given.paper).originals += given.originals;
      paper(given.paper).copies += given.copies;
    }
    if (d_.supplement) {
      for (const auto& item : d_.supplement->items) {
        if (!item.paper.empty()) paper(item.paper).check.clear();
      }
    }
    if (e.corrected) change(*e.corrected);
    d_.supplement.reset();
    close_stop(e.promise);
  }
  void operator()(const Suspended& e) { d_.stops.push_back(e.stop); }
  void operator()(const Resumed& e) { close_stop(e.promise); }
  void operator()(const Taken& e) { assign(e.task, e.officer); }
  void operator()(const Assigned& e) { assign(e.task, e.officer); }
  void operator()(const StepCompleted& e) {
    const bool decided = e.how == StepEnd::SignedOff || e.how == StepEnd::Approved;
    if (decided && !e.outcome.empty()) d_.last_outcome = e.outcome;
    if (e.decided) d_.decided = e.decided;
    if (!e.answers.empty()) d_.found.insert_or_assign(e.move.closed, e.answers);
    if (e.how == StepEnd::Proposed) {
      d_.proposers = {r_.actor.id};
      if (r_.acting_for) d_.proposers.push_back(r_.acting_for->person);
    }
    move(e.move);
  }
  void operator()(const Apologised& e) {
    d_.apologies.push_back({r_.at, e.reason, e.responsible_unit, e.document});
    d_.promises.push_back(e.promise);
  }
  void operator()(const Stopped& e) { end(Phase::Stopped, e.reason); }
  void operator()(const Withdrawn& e) { end(Phase::Withdrawn, e.reason); }
  void operator()(const ResultRecorded& e) {
    d_.result = ResultPaper{};
    d_.result->document = e.document;
    d_.result->document_date = e.document_date;
    d_.result->outcome = e.outcome;
    d_.result->summary = e.summary;
    d_.result->registered = e.registered;
    d_.result->recorded_at = r_.at;
    d_.result->recorded_actual_at = r_.actual_at;
    d_.phase = Phase::Settled;
    d_.ended_at = r_.at;
    close_stop({});
  }
  void operator()(const PaperSigned& e) {
    auto& signing = d_.result->signing ? *d_.result->signing : d_.result->signing.emplace();
    signing.file = e.file;
    signing.signers = e.signers;
    signing.by.push_back(r_.actor.id);
    signing.valid_until = e.valid_until;
    signing.reason = e.reason;
    d_.result->sent_back.reset();
  }
  void operator()(const PaperSentBack& e) {
    d_.result->signing.reset();
    d_.result->sent_back = SentBack{r_.at, r_.actor.name, e.reason};
  }
  void operator()(const ResultIssued& e) {
    d_.result->signing.reset();
    d_.result->sent_back.reset();
    d_.result->issued.push_back(
        {e.file, e.origin, e.signers, e.valid_until, r_.at, r_.actor.name, e.reason});
    if (e.decided) d_.decided = e.decided;
  }
  void operator()(const ResultRevoked& e) {
    d_.result->signing.reset();
    d_.result->revoked = Revocation{r_.at, e.reason, e.document};
  }
  void operator()(const ResultReturned& e) {
    d_.result->shown = e.shown;
    hand_over(e.returned_to, e.move);
  }
  void operator()(const ResultPosted& e) {
    const Date date = e.date.value_or(date_of(r_.at));
    d_.result->posting = Posting{e.carrier, e.tracking, date, {}, {}};
    hand_over(e.carrier, e.move);
  }
  void operator()(const DeliveryRecorded& e) {
    d_.result->posting->delivered = e.date.value_or(date_of(r_.at));
    d_.result->posting->received_by = e.received_by;
  }
  void operator()(const IntakeCorrected& e) {
    change(e.change);
    if (e.promise) d_.promises.push_back(*e.promise);
  }
  void operator()(const PaperChecked& e) {
    paper(e.paper).check = e.check;
    paper(e.paper).check_note = e.note;
  }
  void operator()(const PromiseRecomputed& e) { d_.promises.push_back(e.promise); }
  void operator()(const FeesCharged& e) { d_.ledger.charge(e.lines); }
  void operator()(const PaymentOrdered& e) {
    d_.ledger.order({e.order, e.amount, e.gateway, r_.at, e.expires_at, {}, {}});
  }
  void operator()(const PaymentReceived& e) {
    d_.ledger.receive({Way::Gateway, e.transaction, e.order, e.amount, e.bank, r_.at, {}});
  }
  void operator()(const PaymentFailed& e) {
    const auto state = e.expired ? payment::OrderState::Expired : payment::OrderState::Failed;
    d_.ledger.close_order(e.order, state, e.code);
  }
  void operator()(const CashReceived& e) {
    d_.ledger.receive({Way::Cash, e.receipt, {}, e.amount, {}, r_.at, r_.actor.name});
  }
  void operator()(const TransferRecorded& e) {
    d_.ledger.receive({Way::Transfer, e.reference, {}, e.amount, {}, r_.at, r_.actor.name});
  }
  void operator()(const RefundOrdered& e) { begin_refund(e); }
  void operator()(const Refunded& e) {
    if (d_.ledger.find_refund(e.refund) == nullptr) begin_refund(e);
    d_.ledger.end_refund(e.refund, payment::RefundState::Done, {});
  }
  void operator()(const RefundFailed& e) {
    d_.ledger.end_refund(e.refund, payment::RefundState::Failed, e.code);
  }
  void operator()(const Rated& e) { d_.rating = Rating{e.marks, e.comment, r_.at}; }
  void operator()(const ConflictDeclared& e) {
    d_.conflicts.push_back({r_.actor.id, r_.actor.name, e.reason});
    for (auto& open : d_.tasks) {
      if (open.assignee == r_.actor.id) open.assignee.clear();
    }
  }
  // The time before stays with the unit that had it; the due moments stay what they were.
  void operator()(const TimerCame& e) { move(e.move); }
  void operator()(const UnitSucceeded& e) {
    for (auto& open : d_.tasks) {
      if (std::find(e.tasks.begin(), e.tasks.end(), open.task) == e.tasks.end()) continue;
      open.unit = e.to;
      for (auto& holding : d_.holdings) {
        if (holding.task == open.task && !holding.to) holding.to = r_.at;
      }
      d_.holdings.push_back({open.task, e.to, r_.at, {}, open.due});
    }
  }

 private:
  using Way = payment::Way;

  void begin_refund(const auto& e) {
    d_.ledger.order_refund(
        {e.refund, e.payment, e.amount, e.reason, e.document, r_.actor.name, r_.at, {}, {}});
  }

  void change(const IntakeChange& c) {
    d_.intake.applicant = c.after;
    if (!c.case_after.empty()) d_.intake.case_id = c.case_after;
    if (!c.summary_after.empty()) d_.intake.summary = c.summary_after;
    if (!c.answers_after.empty()) d_.intake.answers = c.answers_after;
  }

  void hand_over(const std::string& to, const ProcessMove& m) {
    d_.result->returned_at = r_.at;
    d_.result->returned_to = to;
    d_.phase = Phase::Returned;
    move(m);
  }

  void begin(const Intake& intake) {
    d_.intake = intake;
    for (const auto& given : intake.papers) {
      paper(given.paper).originals = given.originals;
      paper(given.paper).copies = given.copies;
    }
    for (const auto& file : intake.files) paper(file.paper).files.push_back(file);
  }

  void end(Phase phase, const std::string& reason) {
    d_.phase = phase;
    d_.ended_at = r_.at;
    d_.ending_reason = reason;
    d_.supplement.reset();
    d_.tasks.clear();
    d_.timers.clear();
    d_.process.tasks.clear();
    d_.process.ended = true;
    for (auto& holding : d_.holdings) {
      if (!holding.to) holding.to = r_.at;
    }
    if (!d_.stops.empty() && !d_.stops.back().to) d_.stops.back().to = r_.at;
  }

  void move(const ProcessMove& m) {
    close_task(m.closed);
    for (const auto& task : m.interrupted) close_task(task);
    for (const auto& opened : m.opened) {
      d_.tasks.push_back({opened.task, opened.unit, {}, r_.at, opened.due});
      d_.process.tasks.push_back(opened.task);
      d_.holdings.push_back({opened.task, opened.unit, r_.at, {}, opened.due});
    }
    d_.process.joining_flows = m.joining_flows;
    d_.process.ended = m.ended;
    d_.process.state = m.state;
    d_.timers = m.timers;
  }

  // One token of it: where two branches come to one task, the other stays.
  void close_task(const std::string& task) {
    if (const auto open = std::ranges::find(d_.tasks, task, &OpenTask::task);
        open != d_.tasks.end()) {
      d_.tasks.erase(open);
    }
    if (const auto token = std::ranges::find(d_.process.tasks, task);
        token != d_.process.tasks.end()) {
      d_.process.tasks.erase(token);
    }
    const auto held = std::ranges::find_if(
        d_.holdings, [&](const Holding& one) { return one.task == task && !one.to; });
    if (held != d_.holdings.end()) held->to = r_.at;
  }

  void assign(const std::string& task, const std::string& officer) {
    for (auto& open : d_.tasks) {
      if (open.task == task) open.assignee = officer;
    }
  }

  void close_stop(const std::optional<Promise>& promise) {
    if (!d_.stops.empty() && !d_.stops.back().to) d_.stops.back().to = r_.at;
    if (promise) d_.promises.push_back(*promise);
  }

  PaperState& paper(const std::string& id) {
    const auto found = std::find_if(d_.papers.begin(), d_.papers.end(),
                                    [&](const PaperState& p) { return p.paper == id; });
    if (found != d_.papers.end()) return *found;
    auto& added = d_.papers.emplace_back();
    added.paper = id;
    return added;
  }

  Dossier& d_;
  const Record& r_;
};

}  // namespace

const OpenTask* Dossier::find_task(std::string_view task) const {
  const auto open =
      std::find_if(tasks.begin(), tasks.end(), [&](const OpenTask& t) { return t.task == task; });
  return open == tasks.end() ? nullptr : &*open;
}

const ClockStop* Dossier::open_stop() const {
  return stops.empty() || stops.back().to ? nullptr : &stops.back();
}

bool Dossier::is_finished() const {
  return ended_at && !promises.empty() && phase != Phase::Guided;
}

Dong Dossier::owed() const {
  switch (phase) {
    case Phase::None:
    case Phase::Guided:
    case Phase::Refused:
    case Phase::Withdrawn:
    case Phase::Stopped:
      return {};
    case Phase::Submitted:
    case Phase::Running:
    case Phase::Settled:
    case Phase::Returned:
      return ledger.due();
  }
  return {};
}

void apply(Dossier& dossier, const Record& record) {
  MOTCUA_ASSERT(record.version == dossier.version + 1);
  if (dossier.version == 0) {
    dossier.code = record.code;
    dossier.registered_at = record.at;
    dossier.registered_by = record.actor;
  }
  std::visit(Applier(dossier, record), record.event);
  if (record.actual_at && *record.actual_at != record.at) dossier.actual_time = true;
  dossier.version = record.version;
}

const ProcessMove* move_of(const Event& event) {
  return std::visit(
      [](const auto& e) -> const ProcessMove* {
        if constexpr (requires { e.move; }) {
          return &e.move;
        } else {
          return nullptr;
        }
      },
      event);
}

Dossier replay(std::span<const Record> records) {
  Dossier dossier;
  for (const auto& record : records) apply(dossier, record);
  return dossier;
}

}  // namespace motcua::dossier
