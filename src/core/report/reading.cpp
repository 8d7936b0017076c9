#include "report/reading.hpp"

#include <algorithm>

namespace motcua::report {
namespace {

using dossier::Phase;

// Oldest working day of each band but the last: the terms of the office's procedures are 3 to 22.
constexpr std::array<int, age_bands - 1> age_borders{3, 6, 11, 22};

void mark(Reading& reading, Memo kind) { reading.memo |= std::uint16_t(1U << int(kind)); }

bool is_settled(Phase phase) { return phase == Phase::Settled || phase == Phase::Returned; }

// [II06a] Before the day, on the day, or past the moment promised. What has no term is neither
// early nor late; the form has no column for it, so it stands in 9 and 12, with a memo line. A
// withdrawn dossier is ended, so (3) = (7) + (11) holds only with it in 7; it is no work done
// before the date, so it is never in 8: column 9, as the forms in use say [facts-6.2], or 10.
Progress progress_of(const Standing& standing, Phase phase) {
  if (!standing.ended) return standing.past_due() ? Progress::Overdue : Progress::Within;
  if (standing.past_due()) return Progress::Late;
  const bool early = standing.measured / day_length < standing.due / day_length;
  return early && phase != Phase::Withdrawn ? Progress::Before : Progress::OnTime;
}

}  // namespace

bool is_broken(Verdict verdict) {
  return verdict >= Verdict::SettledLate && verdict <= Verdict::EnteredAgain;
}

bool is_counted(Verdict verdict) { return verdict == Verdict::Kept || is_broken(verdict); }

Window window_of(const Period& period, Moment now) {
  using namespace std::chrono;
  Window window;
  window.from = view::stamp_of(Moment{period.first});
  window.as_of = view::stamp_of(as_of(period, now));
  const year_month_day last{period.last};
  auto month = last.year() / last.month() - months{int(chart_months) - 1};
  for (std::size_t i = 0; i <= chart_months; ++i, month += months{1}) {
    const Date start{month / 1};
    window.months[i] = view::stamp_of(Moment{start});
    if (i < chart_months) window.month_starts[i] = start;
  }
  return window;
}

Window window_before(const Window& window) {
  Window before = window;
  before.as_of = std::min(window.as_of, window.from - 1);
  return before;
}

Reader::Reader(const FigureTable& table, const Window& window, const WorkingTime& working_time)
    : table_(table),
      working_time_(working_time),
      window_(window),
      reentries_(table, window.as_of) {}

Reading Reader::read(std::uint32_t index) const {
  Reading reading;
  const auto& row = table_.row(index);
  if (row.received_at > window_.as_of) return reading;
  if (!row.promised) {  // guided or refused at the counter: nothing was received
    if (in_window(row.registered_at)) mark(reading, Memo::NothingReceived);
    return reading;
  }
  const auto standing = standing_at(table_, row, window_.as_of);
  read_official(reading, row, standing);
  read_published(reading, row, standing);
  if (in_window(row.handed_over_at)) {
    reading.level = row.level;
    reading.whole_way = row.whole_way;
  }
  reading.finished = in_window(row.ended_at);
  reading.rated = reading.finished && row.rated;
  reading.satisfied = reading.rated && is_satisfied(table_.marks(index), window_.ratings);
  read_chart(reading, index, row, standing);
  if (standing.fell_due(window_.as_of) && in_window(standing.due)) {
    reading.by_current = judge(index, row, standing);
  }
  read_rescue(reading, row, standing);
  read_memo(reading, index, row, standing);
  return reading;
}

void Reader::read_official(Reading& reading, const PackedRow& row, const Standing& standing) const {
  if (standing.ended && row.ended_at < window_.from) return;
  reading.origin = row.received_at < window_.from              ? Origin::Carried
                   : row.channel == procedure::Channel::Online ? Origin::Online
                                                               : Origin::InPerson;
  reading.progress = progress_of(standing, row.phase);
  if (standing.ended) return;
  const int age = working_time_.days_between(row.received_at, window_.as_of);
  const auto band = std::find_if(age_borders.begin(), age_borders.end(),
                                 [&](int border) { return age <= border; });
  reading.age_band = std::uint8_t(band - age_borders.begin());
}

void Reader::read_published(Reading& reading, const PackedRow& row,
                            const Standing& standing) const {
  if (row.received_at < window_.from) return;
  auto& kind = reading.published;
  if (standing.ended && row.phase == Phase::Withdrawn)
    kind = Published::Withdrawn;
  else if (standing.ended && row.phase == Phase::Refused)
    kind = Published::Refused;
  else if (standing.ended && row.phase == Phase::Stopped)
    kind = Published::Stopped;
  else if (standing.stopped)
    kind = Published::Waiting;
  else if (standing.due == 0)
    kind = Published::NoTerm;
  else if (standing.ended)
    kind = standing.past_due() ? Published::SettledLate : Published::OnTime;
  else
    kind = standing.past_due() ? Published::Overdue : Published::Within;
}

void Reader::read_rescue(Reading& reading, const PackedRow& row, const Standing& standing) const {
  const bool kept = reading.by_current == Verdict::Kept || reading.published == Published::OnTime;
  if (kept && row.first_due != 0 && row.ended_at > row.first_due) {
    reading.rescue = standing.apologised ? Rescue::Apology : Rescue::Stop;
  }
  if (reading.published == Published::None || row.first_due == 0) return;
  for (const auto& later : table_.later_promises(row)) {
    const bool apology = later.kind == dossier::PromiseKind::Apology;
    reading.promised_longer |= apology && later.given_at <= window_.as_of;
  }
}

// What became of the promise `standing` is about, which fell due. A refusal or a stop is an answer,
// and keeps the promise when it comes in time; a withdrawal is none.
Verdict Reader::judge(std::uint32_t index, const PackedRow& row, const Standing& standing) const {
  if (!reentries_.empty()) {
    if (reentries_.continues_another(index)) return Verdict::Continues;
    if (reentries_.was_entered_again(index)) {
      const auto answered = reentries_.answered_at(table_, index, window_.as_of);
      const bool kept = !standing.past_due() && answered != 0 && answered <= standing.due;
      return kept ? Verdict::Kept : Verdict::EnteredAgain;
    }
  }
  if (!standing.ended) return standing.stopped ? Verdict::Waiting : Verdict::Open;
  if (row.phase == Phase::Withdrawn) {
    return standing.past_due() ? Verdict::Withdrawn : Verdict::LeftOut;
  }
  if (!standing.past_due()) return Verdict::Kept;
  return is_settled(row.phase) ? Verdict::SettledLate : Verdict::EndedLate;
}

// By the first promise no stop counts: the applicant was told this date.
void Reader::read_chart(Reading& reading, std::uint32_t index, const PackedRow& row,
                        const Standing& standing) const {
  if (row.first_due == 0 || row.first_due > window_.as_of) return;
  const bool charted = row.first_due >= window_.months.front();
  if (!charted && !in_window(row.first_due)) return;
  const Stamp end = standing.ended ? row.ended_at : window_.as_of;
  const bool waiting = standing.stopped && end > row.first_due;
  const auto verdict = judge(index, row, {row.first_due, end, standing.ended, waiting});
  if (in_window(row.first_due)) reading.by_first = verdict;
  if (!charted) return;
  const auto border = std::upper_bound(window_.months.begin(), window_.months.end(), row.first_due);
  if (border == window_.months.end()) return;
  reading.month = std::uint8_t(border - window_.months.begin() - 1);
  reading.month_verdict = verdict;
}

void Reader::read_memo(Reading& reading, std::uint32_t index, const PackedRow& row,
                       const Standing& standing) const {
  if (reading.origin == Origin::None) return;
  if (!standing.ended) read_waiting(reading, row);
  if (standing.ended && row.phase == Phase::Refused) mark(reading, Memo::Refused);
  if (standing.ended && row.phase == Phase::Stopped) mark(reading, Memo::Stopped);
  if (standing.ended && row.phase == Phase::Withdrawn) {
    mark(reading, Memo::Withdrawn);
    if (standing.past_due()) mark(reading, Memo::WithdrawnOverdue);
    if (reentries_.was_entered_again(index)) mark(reading, Memo::EnteredAgain);
  }
  if (standing.due == 0) mark(reading, Memo::NoTerm);
  if (row.later_promises > 0) read_changes(reading, row);
  if (row.supplements > 1) mark(reading, Memo::SecondSupplement);
  if (row.actual_time) mark(reading, Memo::ActualTime);
  if (row.registered_at / day_length > row.received_at / day_length &&
      row.channel != procedure::Channel::Online && in_window(row.registered_at)) {
    mark(reading, Memo::RegisteredLate);
  }
}

void Reader::read_waiting(Reading& reading, const PackedRow& row) const {
  if (row.channel == procedure::Channel::Online && row.holdings > 0) {
    const auto accepted = table_.holdings(row).front().to;
    if (accepted == 0 || accepted > window_.as_of) mark(reading, Memo::NotYetAccepted);
  }
  if (row.stops == 0) return;
  const auto* stop = waiting_at(table_, row, window_.as_of);
  if (stop == nullptr) return;
  switch (stop->why) {
    case procedure::StopReason::Supplement:
      return mark(reading, Memo::WaitingSupplement);
    case procedure::StopReason::Payment:
      return mark(reading, Memo::WaitingPayment);
    case procedure::StopReason::Opinion:
    case procedure::StopReason::OutsideVerification:
      return mark(reading, Memo::WaitingOther);
  }
}

void Reader::read_changes(Reading& reading, const PackedRow& row) const {
  for (const auto& promise : table_.later_promises(row)) {
    if (!in_window(promise.given_at)) continue;
    ++reading.due_changes;
    mark(reading, Memo::DueChanged);
    if (promise.kind == dossier::PromiseKind::Apology) mark(reading, Memo::Apologised);
  }
}

}  // namespace motcua::report
