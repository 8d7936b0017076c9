#include "duties/digests.hpp"

#include "commands/digest_choice.hpp"

namespace motcua::duties {
namespace {

constexpr int most_named = 30;

std::string setting_of(const authority::Person& person) { return "digest:" + person.username; }

// "- 000.00.00.H26-170412-0001: Cử đoàn đi công tác (16:30 12/04/2017)", one line each.
std::string lines_of(const ports::ListPage& page, const procedure::Catalogue& catalogue,
                     Language language) {
  std::string lines;
  for (const auto& row : page.rows) {
    const auto* version = catalogue.find(row.procedure, row.procedure_version);
    const auto due = row.step_due ? row.step_due : row.promise;
    lines += (lines.empty() ? "- " : "\n- ") + row.code;
    if (version != nullptr) lines += ": " + version->name.in(language);
    if (due) lines += " (" + notice::moment_in(*due, language) + ")";
  }
  return page.total > most_named ? lines + "\n…" : lines;
}

}  // namespace

OrFailure<Nothing> Digests::make_due(Moment now) {
  const Date today = date_of(now);
  if (!at_ || time_of(now) < *at_ || made_for_ == today) return Nothing{};
  const auto calendar = parts_.world.calendar();
  if (!calendar->covers(today) || !calendar->is_working_day(today)) return Nothing{};
  for (const auto& person : parts_.world.office().people) {
    if (person.email.empty()) continue;
    if (auto made = make_for(person, now); !made) return made;
  }
  made_for_ = today;
  return Nothing{};
}

OrFailure<Nothing> Digests::make_for(const authority::Person& person, Moment now) {
  const auto choice = commands::digest_choice_of(parts_.desk, person.username);
  if (!choice) return Unexpected{choice.error()};
  if (*choice == commands::DigestChoice::Refused) return Nothing{};
  const std::string today = write_date(date_of(now));
  const auto last = parts_.desk.find_setting(setting_of(person));
  if (!last) return Unexpected{last.error()};
  if (*last == today) return Nothing{};
  auto digest = write(person, now);
  if (!digest) return Unexpected{digest.error()};
  if (*digest) {
    const auto put = parts_.outbox.put_notice({"", 0, now, std::move(**digest)});
    if (!put) return put;
  }
  return parts_.desk.put_setting(setting_of(person), today);
}

OrFailure<std::optional<notice::Notice>> Digests::write(const authority::Person& person,
                                                        Moment now) {
  using ports::DueBand;
  const auto stationery = parts_.world.stationery();
  const auto& office = parts_.world.office();
  const auto chosen = commands::digest_language_of(parts_.desk, person.username);
  if (!chosen) return Unexpected{chosen.error()};
  const Language language = *chosen;
  ports::ListQuery query;
  query.assignee_or_unit = person.unit;
  query.officer = person.username;
  query.open_only = true;
  query.size = most_named;
  query.borders.now = now;
  query.borders.end_of_today = at(date_of(now), hours{24}) - seconds{1};
  query.borders.end_of_three_days = query.borders.end_of_today;
  notice::Values values{{"office", office.name.in(language)},
                        {"day", write_vietnamese(date_of(now))},
                        {"officer", person.name},
                        {"desk", stationery->public_address + "/can-bo/"}};
  int told = 0;
  const auto add = [&](DueBand band, std::string_view lines,
                       std::string_view count) -> OrFailure<Nothing> {
    query.due = band;
    const auto page = parts_.lists.list(query);
    if (!page) return Unexpected{page.error()};
    told += page->total;
    values.emplace_back(lines, lines_of(*page, parts_.world.catalogue(), language));
    values.emplace_back(count, std::to_string(page->total));
    return Nothing{};
  };
  for (const auto& done :
       {add(DueBand::Today, "due", "due_count"), add(DueBand::Late, "late", "late_count"),
        add(DueBand::Waiting, "waiting", "waiting_count")}) {
    if (!done) return Unexpected{done.error()};
  }
  told += add_travel(person, now, language, values);
  if (told == 0) return std::optional<notice::Notice>{};
  const auto filled = notice::fill(stationery->wording.of(notice::Kind::Digest, language), values);
  return std::optional{notice::Notice{notice::Kind::Digest, notice::Channel::Email, person.email,
                                      language, filled.subject, filled.body}};
}

int Digests::add_travel(const authority::Person& person, Moment now, Language language,
                        notice::Values& values) const {
  std::string lines;
  int count = 0;
  const auto add = [&](const std::string& code, const Text& what, Date due) {
    if (++count > most_named) return;
    lines += (lines.empty() ? "- " : "\n- ") + code + ": " + what.in(language) + ", " +
             write_vietnamese(due);
  };
  const dossier::Officer officer{{person.username, person.name, person.unit}, person.roles};
  if (travel_ != nullptr && travel::may_act(true, officer, parts_.world.office())) {
    const auto entries = travel_->entries();
    const auto calendar = parts_.world.calendar();
    const travel::Scene scene{entries, *calendar, travel_->settings(), date_of(now)};
    for (const auto& [code, entry] : entries) {
      if (entry->kind == travel::Kind::Out &&
          travel::standing_of(*entry, scene) == travel::Standing::ReportLate) {
        add(code, {"báo cáo", "report"}, travel::report_due(*entry, scene));
      }
      if (entry->kind != travel::Kind::Passport || travel::passport_late_by(*entry, scene) == 0) {
        continue;
      }
      if (const auto due = travel::hand_back_due(*entry->passport.out, scene)) {
        add(code, {"hộ chiếu", "passport"}, *due);
      }
    }
  }
  values.emplace_back("travel", count > most_named ? lines + "\n…" : lines);
  values.emplace_back("travel_count", std::to_string(count));
  return count;
}

}  // namespace motcua::duties
