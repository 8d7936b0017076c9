#include "dossier/payments.hpp"

#include <algorithm>

#include "dossier/acts/rules.hpp"

namespace motcua::dossier {
namespace {

using procedure::StopReason;

bool is_charged(Phase phase) {
  return phase == Phase::Submitted || phase == Phase::Running || phase == Phase::Settled;
}

std::optional<Event> charge(const Dossier& dossier, const Facts& facts) {
  const auto answers = read_json(dossier.intake.answers);
  if (!answers) return std::nullopt;
  auto lines = payment::reckon(facts.version, dossier.intake.case_id, *answers);
  const bool nothing_yet = !dossier.ledger.is_reckoned() && lines.empty();
  if (nothing_yet || lines == dossier.ledger.lines()) return std::nullopt;
  return Event{FeesCharged{std::move(lines)}};
}

// Of what is charged, the part that is due before the work.
Dong due_before_work(const payment::Ledger& ledger, const procedure::Version& version) {
  Dong due;
  for (const auto& line : ledger.lines()) {
    const auto* rule = version.find_fee(line.fee);
    const bool before_work = rule != nullptr && rule->due == procedure::FeeDue::BeforeWork;
    if (before_work) due = due + line.amount();
  }
  return due;
}

bool only_the_result_is_left(const Dossier& dossier, const procedure::Version& version) {
  return !dossier.tasks.empty() && std::ranges::all_of(dossier.tasks, [&](const OpenTask& task) {
    const auto* node = acts::node_of(version, task.task);
    return node != nullptr && node->task.act == "return-result";
  });
}

// What the work waits for: the fees due before it, or, once nothing but handing over the result is
// left to do, any fee.
bool payment_is_awaited(const Dossier& dossier, const procedure::Version& version) {
  if (dossier.owed() == Dong{}) return false;
  return dossier.ledger.held() < due_before_work(dossier.ledger, version) ||
         only_the_result_is_left(dossier, version);
}

// A stop needs a document where the version says so; then an officer suspends with it by hand.
std::optional<Event> stop_for_payment(const Dossier& dossier, const Facts& facts) {
  const auto rule = facts.version.clock.find(StopReason::Payment);
  if (rule == facts.version.clock.end() || rule->second.document_required) return std::nullopt;
  if (acts::times_stopped(dossier, StopReason::Payment) >= rule->second.at_most) {
    return std::nullopt;
  }
  ActInput input;
  input.reason = "nộp phí, lệ phí " + write_dong(dossier.owed(), Language::Vietnamese);
  auto stop = acts::make_stop(StopReason::Payment, input, facts);
  if (!stop || !*stop) return std::nullopt;
  return Event{Suspended{std::move(**stop)}};
}

std::optional<Event> go_on_after_payment(const Dossier& dossier, const Facts& facts) {
  auto promise = acts::promise_after_stop(dossier, facts, PromiseKind::Suspension);
  if (!promise) return std::nullopt;
  return Event{Resumed{{}, std::move(*promise)}};
}

}  // namespace

std::optional<Event> consequence(const Dossier& dossier, const Facts& facts) {
  if (facts.version.fees.empty() || !is_charged(dossier.phase)) return std::nullopt;
  if (auto charged = charge(dossier, facts)) return charged;
  const auto* stop = dossier.open_stop();
  const bool awaited = payment_is_awaited(dossier, facts.version);
  if (stop != nullptr && stop->why == StopReason::Payment && !awaited) {
    return go_on_after_payment(dossier, facts);
  }
  if (stop == nullptr && awaited && dossier.phase == Phase::Running) {
    return stop_for_payment(dossier, facts);
  }
  return std::nullopt;
}

OrRejection<std::optional<Event>> order_payment(const Dossier& dossier, const OrderTerms& terms,
                                                const Facts& facts) {
  if (dossier.owed() == Dong{}) return reject(payment::nothing_to_pay);
  if (dossier.ledger.open_order(facts.now) != nullptr) return std::optional<Event>{};
  PaymentOrdered event;
  event.order = payment::order_reference(dossier.code, dossier.ledger.orders().size() + 1);
  event.amount = dossier.owed();
  event.gateway = terms.gateway;
  event.expires_at = facts.now + terms.lifetime;
  return std::optional<Event>{std::move(event)};
}

OrRejection<std::optional<Event>> settle_payment(const Dossier& dossier,
                                                 const payment::Notice& notice) {
  const auto judged = payment::judge(dossier.ledger, notice);
  if (!judged) return Unexpected{judged.error()};
  switch (*judged) {
    case payment::Settlement::Known:
      return std::optional<Event>{};
    case payment::Settlement::Close:
      return std::optional<Event>{
          PaymentFailed{notice.order, notice.outcome == payment::Outcome::Expired, notice.code}};
    case payment::Settlement::Count:
      return std::optional<Event>{PaymentReceived{notice.order, notice.transaction, notice.amount,
                                                  notice.bank, notice.paid_at}};
  }
  return std::optional<Event>{};
}

OrRejection<Event> end_refund(const Dossier& dossier, const RefundAnswer& answer) {
  auto checked = payment::check_refund_open(dossier.ledger, answer.refund);
  if (!checked) return Unexpected{checked.error()};
  if (!answer.done) return Event{RefundFailed{answer.refund, answer.code}};
  const auto* refund = dossier.ledger.find_refund(answer.refund);
  return Event{Refunded{refund->id, refund->payment, refund->amount, {}, {}, answer.transaction}};
}

}  // namespace motcua::dossier
