#include "calendar/term.hpp"

#include <array>
#include <charconv>

#include "base/assertion.hpp"

namespace motcua::calendar {
namespace {

constexpr int largest_amount = 10000;

struct UnitWords {
  TermUnit unit;
  std::string_view singular;
  std::string_view plural;
  std::string_view vi;
  std::string_view en_singular;
  std::string_view en_plural;
};

constexpr std::array<UnitWords, 5> units{{
    {TermUnit::WorkingDays, "working-day", "working-days", "ngày làm việc", "working day",
     "working days"},
    {TermUnit::HalfDays, "half-day", "half-days", "buổi làm việc (nửa ngày)", "half-day",
     "half-days"},
    {TermUnit::WorkingHours, "working-hour", "working-hours", "giờ làm việc", "working hour",
     "working hours"},
    {TermUnit::CalendarDays, "calendar-day", "calendar-days", "ngày theo lịch", "calendar day",
     "calendar days"},
    {TermUnit::Months, "month", "months", "tháng", "month", "months"},
}};

const UnitWords& words_of(TermUnit unit) {
  for (const auto& words : units) {
    if (words.unit == unit) return words;
  }
  report_bug("a term has a known unit", __FILE__, __LINE__);
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r')) {
    text.remove_suffix(1);
  }
  return text;
}

std::optional<Term> read_term(std::string_view text) {
  Term term;
  const auto* const end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, term.amount);
  if (error != std::errc{} || term.amount < 1 || term.amount > largest_amount) return {};
  const std::string_view tail(rest, std::size_t(end - rest));
  const auto unit = trimmed(tail);
  if (unit.size() == tail.size()) return {};  // no blank between amount and unit
  for (const auto& words : units) {
    if (unit != words.singular && unit != words.plural) continue;
    term.unit = words.unit;
    return term;
  }
  return {};
}

}  // namespace

OrRejection<std::optional<Term>> parse_term(std::string_view text) {
  const auto bare = trimmed(text);
  if (bare == "none") return std::optional<Term>{};
  const auto term = read_term(bare);
  if (!term) return reject(term_unreadable, {{"term", std::string(text)}});
  return term;
}

std::string write_term(const std::optional<Term>& term) {
  if (!term) return "none";
  const auto& words = words_of(term->unit);
  return std::to_string(term->amount) + " " +
         std::string(term->amount == 1 ? words.singular : words.plural);
}

Text describe_term(const std::optional<Term>& term) {
  if (!term) return {"Không quy định thời hạn", "No fixed term"};
  const auto& words = words_of(term->unit);
  const auto amount = std::to_string(term->amount) + " ";
  return {amount + std::string(words.vi),
          amount + std::string(term->amount == 1 ? words.en_singular : words.en_plural)};
}

}  // namespace motcua::calendar
