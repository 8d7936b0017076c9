#include "commands/travel_desk.hpp"

#include <algorithm>
#include <charconv>
#include <cstdio>

#include "base/assertion.hpp"
#include "commands/chain.hpp"
#include "commands/registrar.hpp"
#include "notice/travel_notice.hpp"
#include "travel/event_json.hpp"
#include "travel/intake.hpp"

namespace motcua::commands {
namespace {

constexpr int rows_at_once = 500;

// "DR-170412-": of đoàn ra; no dossier's code begins so.
std::string travel_prefix(travel::Kind kind, Moment now) {
  static constexpr std::array<const char*, 4> of_kind{"DR", "DV", "HC", "TN"};
  const std::chrono::year_month_day day{date_of(now)};
  std::array<char, 24> text{};
  std::snprintf(text.data(), text.size(), "%s-%02d%02u%02u-", of_kind[std::size_t(kind)],
                int(day.year()) % 100, unsigned(day.month()), unsigned(day.day()));
  return text.data();
}

const dossier::Actor by_office{"office", "", ""};

// A later version's form has codes of a list: the book keeps the names, as the first version's.
void name_countries(travel::Trip& trip, const procedure::Version* version) {
  if (version == nullptr) return;
  const auto list = version->lists.find("countries");
  if (list == version->lists.end()) return;
  for (auto& country : trip.countries) {
    const auto found =
        std::ranges::find(list->second.entries, country, &procedure::ListEntry::code);
    if (found != list->second.entries.end()) country = found->name.vi;
  }
}

travel::Kind kind_begun(const travel::Event& event) {
  if (const auto* taken = std::get_if<travel::Taken>(&event)) return taken->kind;
  return std::holds_alternative<travel::PersonsJudged>(event) ? travel::Kind::Persons
                                                              : travel::Kind::Passport;
}

std::shared_ptr<const authority::Registers> asking(
    std::shared_ptr<const travel::TripCounts> counts) {
  return std::make_shared<const authority::Registers>(
      [counts = std::move(counts)](const authority::RegisterQuestion& asked) {
        return counts->facts_for(asked);
      });
}

// A failure of keeping; what the rules said cannot be one.
OrFailure<Nothing> failure_in(const TravelOutcome& outcome) {
  if (const auto* failure = std::get_if<Failure>(&outcome)) return Unexpected{*failure};
  return Nothing{};
}

}  // namespace

OrFailure<Nothing> TravelDesk::start() {
  std::map<std::string, std::shared_ptr<travel::Entry>> folded;
  std::optional<Failure> broken;
  const auto read = parts_.book.each_travel_record([&](const ports::StoredTravelRecord& stored) {
    auto& entry = folded[stored.record.code];
    if (!entry) entry = std::make_shared<travel::Entry>();
    if (stored.record.version != entry->version + 1) {
      broken = Failure{FailureKind::Storage,
                       "the book of travel is damaged: " + stored.record.code +
                           " lacks records; motcua verify tells more",
                       false};
      return false;
    }
    travel::apply(*entry, stored.record);
    sequence_ = stored.sequence;
    chain_ = stored.chain;
    requests_.remember_stored(stored.request_key, stored.record.code, stored.record.version);
    return true;
  });
  if (!read) return read;
  if (broken) return Unexpected{*broken};
  {
    const std::lock_guard lock(mutex_);
    for (auto& [code, entry] : folded) {
      if (!entry->dossier.empty()) by_dossier_[entry->dossier] = code;
      entries_[code] = std::move(entry);
    }
  }
  if (auto noted = note_kept(travel::procedure_out); !noted) return noted;
  return note_kept(travel::procedure_in);
}

// Whether the book may lack what became of it: one it does not have, or whose trip is still to
// come.
bool TravelDesk::may_be_news(const view::ListRow& row) const {
  const auto entry = of_dossier(row.code);
  return !entry || (!entry->cancelled && !entry->carried_out);
}

OrFailure<Nothing> TravelDesk::note_kept(std::string_view procedure) {
  if (parts_.lists == nullptr) return Nothing{};
  ports::ListQuery query;
  query.procedure = procedure;
  query.sort = ports::ListSort::Code;
  query.size = rows_at_once;
  for (;; ++query.page) {
    const auto page = parts_.lists->list(query);
    if (!page) return Unexpected{page.error()};
    for (const auto& row : page->rows) {
      if (!may_be_news(row)) continue;
      const auto dossier = parts_.dossiers.find(row.code);
      if (!dossier) return Unexpected{dossier.error()};
      note(*dossier);
    }
    if (int(page->rows.size()) < rows_at_once) return Nothing{};
  }
}

void TravelDesk::note(const DossierSnapshot& dossier) {
  const auto& procedure = dossier->intake.procedure;
  if (procedure != travel::procedure_out && procedure != travel::procedure_in) return;
  auto noted = read_decision(*dossier);
  const std::lock_guard lock(mutex_);
  const bool says_something = noted.counts || noted.to_take_up;
  if (!says_something && noted_.erase(dossier->code) == 0) return;
  if (says_something) noted_[dossier->code] = std::move(noted);
  counts_.reset();
  ++revision_;
}

TravelDesk::Noted TravelDesk::read_decision(const dossier::Dossier& dossier) const {
  const auto& result = dossier.result;
  return {travel::decided_trip(dossier), result && result->revoked, result.has_value(),
          result ? result->recorded_at : parts_.clock.now()};
}

void TravelDesk::count(travel::TripCounts& counts, const std::string& code, const Noted& noted) {
  if (noted.revoked) counts.leave_out(code);
  if (noted.counts) counts.add(*noted.counts, noted.decided);
}

std::shared_ptr<const travel::TripCounts> TravelDesk::counted() const {
  if (!of_book_) of_book_ = std::make_shared<const travel::TripCounts>(entries_, settings_);
  if (!counts_) {
    auto counts = std::make_shared<travel::TripCounts>(of_book_);
    for (const auto& [code, noted] : noted_) count(*counts, code, noted);
    counts_ = std::move(counts);
  }
  return counts_;
}

ports::RegistersNow TravelDesk::now() const {
  const std::lock_guard lock(mutex_);
  return {asking(counted()), revision_};
}

std::shared_ptr<const authority::Registers> TravelDesk::with(
    const ports::DecidedDossiers& decided) const {
  std::shared_ptr<travel::TripCounts> counts;
  {
    const std::lock_guard lock(mutex_);
    counts = std::make_shared<travel::TripCounts>(counted());
  }
  for (const auto& dossier : decided) count(*counts, dossier->code, read_decision(*dossier));
  return asking(std::move(counts));
}

OrFailure<Nothing> TravelDesk::take_up() {
  const std::lock_guard turn(turn_);
  std::vector<std::string> noted;
  {
    const std::lock_guard lock(mutex_);
    for (const auto& [code, one] : noted_) {
      if (one.to_take_up) noted.push_back(code);
    }
  }
  for (const auto& code : noted) {
    const auto dossier = parts_.dossiers.find(code);
    if (!dossier) return Unexpected{dossier.error()};
    if (auto taken = take(**dossier); !taken) return taken;
    const std::lock_guard lock(mutex_);
    noted_.erase(code);
    counts_.reset();
  }
  return Nothing{};
}

// A result that counts no longer cancels the trip; one that was never granted makes none.
OrFailure<Nothing> TravelDesk::take(const dossier::Dossier& dossier) {
  const auto known = of_dossier(dossier.code);
  const Moment at = dossier.ended_at.value_or(parts_.clock.now());
  if (known) {
    const bool revoked = dossier.result && dossier.result->revoked;
    if (!revoked || known->cancelled || known->carried_out) return Nothing{};
    const auto& why = *dossier.result->revoked;
    return failure_in(
        keep({{by_office, {}}, JudgeNamesakes{}},
             {known->code, known->version + 1, why.at, by_office, travel::Cancelled{why.reason}}));
  }
  auto taken = travel::taken_from(dossier);
  if (!taken) return Nothing{};
  name_countries(taken->trip, parts_.world.catalogue().find(dossier.intake.procedure,
                                                            dossier.intake.procedure_version));
  const auto code = next_code(taken->kind, at);
  return failure_in(
      keep({{by_office, {}}, JudgeNamesakes{}}, {code, 1, at, by_office, std::move(*taken)}));
}

OrFailure<Nothing> TravelDesk::remind(Moment now) {
  const auto stationery = parts_.world.stationery();
  const auto calendar = parts_.world.calendar();
  const Date today = date_of(now);
  if (!stationery || !calendar->covers(today) || !calendar->is_working_day(today)) {
    return Nothing{};
  }
  const std::lock_guard turn(turn_);
  const auto all = entries();
  for (const auto& reminder : travel::reminders_due({all, *calendar, settings_, today})) {
    const auto entry = all.at(reminder.code);
    const auto& registered = entry->passport.registered;
    const bool of_passport = entry->kind == travel::Kind::Passport;
    auto notice = notice::travel_notice(
        {reminder, *all.at(reminder.delegation),
         of_passport ? registered.number + ", " + registered.holder.name : std::string(),
         parts_.world.office()},
        *stationery);
    if (!notice) continue;
    std::vector<notice::Notice> notices;
    notices.push_back(std::move(*notice));
    const auto kept =
        keep({{by_office, {}}, JudgeNamesakes{}},
             {entry->code, entry->version + 1, now, by_office, reminder.what}, std::move(notices));
    if (auto done = failure_in(kept); !done) return done;
  }
  return Nothing{};
}

travel::Snapshot TravelDesk::find(std::string_view code) const {
  const std::lock_guard lock(mutex_);
  const auto found = entries_.find(code);
  return found == entries_.end() ? nullptr : found->second;
}

travel::Entries TravelDesk::entries() const {
  const std::lock_guard lock(mutex_);
  return entries_;
}

std::vector<travel::Trip> TravelDesk::trips_to_come() const {
  std::vector<travel::Trip> trips;
  const std::lock_guard lock(mutex_);
  for (const auto& [code, noted] : noted_) {
    if (noted.counts && noted.counts->kind == travel::Kind::Out)
      trips.push_back(noted.counts->trip);
  }
  return trips;
}

travel::Snapshot TravelDesk::of_dossier(std::string_view dossier) const {
  const std::lock_guard lock(mutex_);
  const auto found = by_dossier_.find(dossier);
  return found == by_dossier_.end() ? nullptr : entries_.at(found->second);
}

TravelOutcome TravelDesk::perform(const TravelRequest& request) {
  const std::lock_guard turn(turn_);
  try {
    return perform_in_turn(request);
  } catch (const Bug& bug) {  // the act is abandoned and reported; the book is untouched
    return Failure{FailureKind::Unavailable, bug.what(), false};
  }
}

TravelOutcome TravelDesk::perform_in_turn(const TravelRequest& request) {
  if (auto known = answered(request)) return std::move(*known);
  const Moment now = request.as_if_at.value_or(parts_.clock.now());
  const auto calendar = parts_.world.calendar();
  const auto all = entries();
  const auto* judging = std::get_if<JudgeNamesakes>(&request.command);
  const auto asked = judging == nullptr ? std::span<const travel::Trip>{} : judging->asked;
  const travel::Scene scene{all, *calendar, settings_, date_of(now), asked};
  const travel::Facts facts{now, scene, parts_.world.office(), request.officer};
  if (const auto* act = std::get_if<ActOnTravelEntry>(&request.command)) {
    const auto* before = scene.find(act->code);
    if (before == nullptr) return TravelUnknown{};
    if (act->expected_version && *act->expected_version != before->version) {
      return TravelChanged{before->version};
    }
    auto event = travel::decide(*before, act->act, act->input, facts);
    if (!event) return event.error();
    return keep(request,
                {before->code, before->version + 1, now, request.officer.actor, std::move(*event)});
  }
  const auto* opening = std::get_if<OpenTravelEntry>(&request.command);
  auto event = opening != nullptr ? travel::decide_opening(opening->what, opening->input, facts)
                                  : travel::decide_persons(judging->judged, facts);
  if (!event) return event.error();
  const auto code = next_code(kind_begun(*event), now);
  return keep(request, {code, 1, now, request.officer.actor, std::move(*event)});
}

TravelOutcome TravelDesk::keep(const TravelRequest& request, travel::Record record,
                               std::vector<notice::Notice> notices) {
  const auto before = find(record.code);
  const auto after =
      before ? std::make_shared<travel::Entry>(*before) : std::make_shared<travel::Entry>();
  travel::apply(*after, record);
  ports::TravelAct act;
  act.row = travel::row_of(*after);
  for (auto& one : notices) {
    act.notices.push_back({after->code, after->version, record.at, std::move(one)});
  }
  act.record.sequence = sequence_ + 1;
  act.record.type = travel::event_name(record.event);
  act.record.body = write_json(travel::event_body(record.event));
  if (!request.key.empty()) {
    act.record.request_key = RequestMemory::write(request.key, request.contents_digest);
  }
  act.record.record = std::move(record);
  act.record.chain = chain_after(chain_, act.record);
  if (const auto kept = parts_.book.keep_travel(act); !kept) return kept.error();
  const std::lock_guard lock(mutex_);
  sequence_ = act.record.sequence;
  chain_ = act.record.chain;
  entries_[after->code] = after;
  of_book_.reset();
  counts_.reset();
  ++revision_;
  if (!after->dossier.empty()) by_dossier_[after->dossier] = after->code;
  if (!request.key.empty()) {
    requests_.remember(request.key, {request.contents_digest, after->code, after->version});
  }
  return TravelDone{after, false};
}

// As it was then, not as others have left it since.
std::optional<TravelOutcome> TravelDesk::answered(const TravelRequest& request) const {
  if (request.key.empty()) return std::nullopt;
  const auto* known = requests_.find(request.key);
  if (known == nullptr) return std::nullopt;
  if (known->contents_digest != request.contents_digest) {
    return Rejection{&request_key_reused, {}};
  }
  const auto records = parts_.book.travel_records(known->code);
  if (!records) return records.error();
  auto then = std::make_shared<travel::Entry>();
  for (const auto& stored : *records) {
    if (stored.record.version <= known->version) travel::apply(*then, stored.record);
  }
  return TravelDone{std::move(then), true};
}

std::string TravelDesk::next_code(travel::Kind kind, Moment now) const {
  const std::string prefix = travel_prefix(kind, now);
  int last = 0;
  const std::lock_guard lock(mutex_);
  for (auto found = entries_.lower_bound(prefix);
       found != entries_.end() && found->first.starts_with(prefix); ++found) {
    int number = 0;
    const auto digits = std::string_view(found->first).substr(prefix.size());
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    last = std::max(last, number);
  }
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "%04d", last + 1);
  return prefix + text.data();
}

}  // namespace motcua::commands
