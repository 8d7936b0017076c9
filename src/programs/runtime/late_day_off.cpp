#include "runtime/late_day_off.hpp"

#include "base/assertion.hpp"
#include "view/figure_row.hpp"

namespace motcua::runtime {
namespace {

bool is_plain(std::string_view text) {
  return text.find_first_of("\"\\\n\r") == std::string_view::npos;
}

std::string toml_of(const calendar::DayEntry& entry) {
  const auto& day = entry.day;
  return "[[day]]\ndate = " + write_date(entry.date) + "\nkind = \"" +
         std::string(calendar::write_day_kind(day.kind)) + "\"\nname = { vi = \"" + day.name.vi +
         "\", en = \"" + day.name.en + "\" }\ndecree = \"" + day.decree + "\"\n";
}

OrFailure<Nothing> keep(const std::filesystem::path& data,
                        const std::vector<calendar::DayEntry>& entries) {
  const auto path = data / late_days_file;
  std::string text;
  if (std::filesystem::exists(path)) {
    auto before = read_text(path);
    if (!before) return Unexpected{before.error()};
    text = std::move(*before);
  }
  for (const auto& entry : entries) text += toml_of(entry);
  return write_text(path, text, Visible::Everyone);
}

OrFailure<std::vector<std::string>> open_dossiers(ports::Journal& journal) {
  std::vector<std::string> codes;
  const auto read = journal.each_figures([&](std::string_view line) {
    const auto row = view::read_figure_row(line);
    if (row && !row->ended_at && !row->promises.empty()) codes.push_back(row->code);
  });
  if (!read) return Unexpected{read.error()};
  return codes;
}

// Nothing when the promise stays as it is.
OrFailure<std::optional<PromiseMoved>> recompute(Runtime& office, const std::string& code,
                                                 const std::string& decree) {
  commands::Request request;
  request.officer.actor = {"office", "Lịch làm việc", ""};
  request.command = commands::RecomputePromise{code, decree};
  auto outcome = office.registrar().perform(std::move(request));
  if (auto* failure = std::get_if<Failure>(&outcome)) return Unexpected{std::move(*failure)};
  PromiseMoved moved{code, {}, {}, {}};
  if (auto* rejection = std::get_if<Rejection>(&outcome)) {
    moved.rejected = std::move(*rejection);
    return std::optional(std::move(moved));
  }
  const auto* done = std::get_if<commands::Done>(&outcome);
  if (done == nullptr || done->event.empty()) return std::optional<PromiseMoved>{};
  const auto& promises = done->dossier->promises;
  MOTCUA_ASSERT(promises.size() >= 2);
  moved.before = promises[promises.size() - 2].due;
  moved.after = promises.back().due;
  return std::optional(std::move(moved));
}

// Of the year to come, as the counter's own page looks ahead.
OrFailure<std::vector<appointment::Appointment>> bookings_to_move(Runtime& office) {
  const auto office_file = read_text(office.data() / "office.toml");
  if (!office_file) return Unexpected{office_file.error()};
  const auto settings = appointment::read_settings(*office_file);
  if (!settings) return Unexpected{settings.error()};
  const Moment now = office.clock().now();
  auto ahead = office.store().appointments_between(now, now + std::chrono::days{366});
  if (!ahead) return ahead;
  const auto calendar = office.world().calendar();
  const appointment::Counter counter{*settings, *calendar, now};
  std::erase_if(*ahead, [&](const auto& one) { return !has_to_move(one, counter); });
  return ahead;
}

}  // namespace

OrRejection<Nothing> check_late_day_off(const calendar::DayOffDecree& decree,
                                        const calendar::WorkingCalendar& calendar) {
  if (!is_plain(decree.number) || !is_plain(decree.name.vi) || !is_plain(decree.name.en)) {
    return reject(text_not_plain);
  }
  return calendar::check(decree, calendar);
}

OrFailure<DayOffEffects> take_day_off(Runtime& office, const calendar::DayOffDecree& decree) {
  auto& world = office.world();
  const auto calendar = world.calendar();
  DayOffEffects effects;
  effects.was_worked = calendar->is_working_day(decree.date);
  auto entries = calendar::entries_of(decree);
  if (auto kept = keep(office.data(), entries); !kept) return Unexpected{kept.error()};
  world.replace_calendar(calendar->with(std::move(entries)));
  const auto codes = open_dossiers(office.store());
  if (!codes) return Unexpected{codes.error()};
  for (const auto& code : *codes) {
    auto moved = recompute(office, code, decree.number);
    if (!moved) return Unexpected{moved.error()};
    if (*moved) effects.moved.push_back(std::move(**moved));
  }
  auto to_move = bookings_to_move(office);
  if (!to_move) return Unexpected{to_move.error()};
  effects.to_move = std::move(*to_move);
  return effects;
}

}  // namespace motcua::runtime
