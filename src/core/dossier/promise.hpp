// Promises: dates given to the applicant. The first is kept for ever; each later one is an entry
// with its reason, document and author. No promise is ever changed or removed.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/moment.hpp"
#include "calendar/reckoning.hpp"
#include "procedure/procedure.hpp"

namespace motcua::dossier {

enum class PromiseKind { First, Supplement, Suspension, Apology, Calendar, IntakeCorrection };
std::string_view write_promise_kind(PromiseKind kind);  // "first", …, "intake-correction"
std::optional<PromiseKind> parse_promise_kind(std::string_view text);

struct Promise {
  std::optional<Moment> due;  // none: the case has no term
  Moment given_at{};
  PromiseKind kind = PromiseKind::First;
  std::string reason;
  std::string document;
  std::string author;
};

// An interval in which the clock stood still, by a rule of the version and with a document.
struct ClockStop {
  procedure::StopReason why = procedure::StopReason::Supplement;
  calendar::ClockPolicy policy = calendar::ClockPolicy::Pause;
  Moment from{};
  std::optional<Moment> to;  // none: still stopped
  std::optional<Moment> capped_at;
  std::string reason;
  std::string document;
};

// Whether `after` was given while `before` could still be replaced: an apology at the latest one
// day before the date, anything else before it had passed or while the clock stood still at it.
// [facts-3.6] A promise replaced later than that stays broken, on the page as in every figure.
bool replaced_in_time(const Promise& before, const Promise& after,
                      std::span<const ClockStop> stops);

}  // namespace motcua::dossier
