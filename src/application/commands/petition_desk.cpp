#include "commands/petition_desk.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>
#include <set>

#include "base/assertion.hpp"
#include "commands/chain.hpp"
#include "commands/registrar.hpp"
#include "notice/petition_notice.hpp"
#include "petition/event_json.hpp"
#include "view/generated.hpp"

namespace motcua::commands {
namespace {

// "PA-170412": of phản ánh; no dossier's code begins so.
std::string petition_prefix(Moment now) {
  const std::chrono::year_month_day day{date_of(now)};
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "PA-%02d%02u%02u-", int(day.year()) % 100,
                unsigned(day.month()), unsigned(day.day()));
  return text.data();
}

// Made-up history is signed by its generator; the name beside it says who stands for it.
std::string username_of(const dossier::Actor& actor, const authority::Office& office) {
  if (actor.id != view::generator_actor) return actor.id;
  const auto found = std::ranges::find(office.people, actor.name, &authority::Person::name);
  return found == office.people.end() ? std::string() : found->username;
}

}  // namespace

OrFailure<Nothing> PetitionDesk::start() {
  std::map<std::string, std::shared_ptr<petition::Petition>> folded;
  std::optional<Failure> broken;
  const auto read = book_.each_petition_record([&](const ports::StoredPetitionRecord& stored) {
    auto& petition = folded[stored.record.code];
    if (!petition) petition = std::make_shared<petition::Petition>();
    if (stored.record.version != petition->version + 1) {
      broken = Failure{FailureKind::Storage,
                       "the book of petitions is damaged: " + stored.record.code +
                           " lacks records; motcua verify tells more",
                       false};
      return false;
    }
    petition::apply(*petition, stored.record);
    sequence_ = stored.sequence;
    chain_ = stored.chain;
    requests_.remember_stored(stored.request_key, stored.record.code, stored.record.version);
    return true;
  });
  if (!read) return read;
  if (broken) return Unexpected{*broken};
  const std::lock_guard lock(mutex_);
  petitions_.insert(folded.begin(), folded.end());
  return Nothing{};
}

PetitionSnapshot PetitionDesk::find(std::string_view code) const {
  const std::lock_guard lock(mutex_);
  const auto found = petitions_.find(code);
  return found == petitions_.end() ? nullptr : found->second;
}

std::vector<PetitionSnapshot> PetitionDesk::all() const {
  const std::lock_guard lock(mutex_);
  std::vector<PetitionSnapshot> all;
  all.reserve(petitions_.size());
  for (const auto& [code, petition] : petitions_) all.push_back(petition);
  return all;
}

OrFailure<std::vector<std::string>> PetitionDesk::involved_in(std::string_view dossier) const {
  if (dossier.empty()) return std::vector<std::string>{};
  const auto records = journal_.load(dossier);
  if (!records) return Unexpected{records.error()};
  std::set<std::string> involved;
  dossier::Dossier folded;
  for (const auto& stored : *records) {
    dossier::apply(folded, stored.record);
    involved.insert(username_of(stored.record.actor, world_.office()));
    for (const auto& task : folded.tasks) involved.insert(task.assignee);
  }
  std::erase_if(involved, [&](const std::string& name) {
    return world_.office().find_person(name) == nullptr;
  });
  return std::vector<std::string>(involved.begin(), involved.end());
}

OrFailure<petition::Facts> PetitionDesk::facts(const petition::Petition& petition,
                                               const calendar::WorkingCalendar& calendar,
                                               dossier::Officer officer, Moment now) const {
  auto involved = involved_in(petition.received.dossier);
  if (!involved) return Unexpected{involved.error()};
  return petition::Facts{now, calendar, world_.office(), std::move(officer), std::move(*involved)};
}

PetitionOutcome PetitionDesk::perform(const PetitionRequest& request) {
  const std::lock_guard turn(turn_);
  try {
    return perform_in_turn(request);
  } catch (const Bug& bug) {  // the act is abandoned and reported; the book is untouched
    return Failure{FailureKind::Unavailable, bug.what(), false};
  }
}

PetitionOutcome PetitionDesk::perform_in_turn(const PetitionRequest& request) {
  if (auto known = answered(request)) return std::move(*known);
  const Moment now = request.as_if_at.value_or(clock_.now());
  const auto calendar = world_.calendar();
  Made made;
  if (const auto* sent = std::get_if<SendPetition>(&request.command)) {
    auto event = petition::decide_receipt(sent->intake,
                                          {now, *calendar, world_.office(), request.officer, {}});
    if (!event) return event.error();
    made.code = next_code(now);
    add(made, request, {made.code, 1, now, request.officer.actor, std::move(*event)});
    if (const auto before = find(sent->intake.repeats);
        before && petition::may_be_repeated(*before)) {
      PetitionRequest of_itself;
      add(made, of_itself,
          {before->code,
           before->version + 1,
           now,
           {"office", "", ""},
           petition::Repeated{made.code}});
    }
    return keep(request, std::move(made));
  }
  const auto& act = std::get<ActOnPetition>(request.command);
  const auto before = find(act.code);
  if (!before) return PetitionUnknown{};
  if (act.expected_version && *act.expected_version != before->version) {
    return PetitionChanged{before->version};
  }
  const auto known = facts(*before, *calendar, request.officer, now);
  if (!known) return known.error();
  auto event = petition::decide(*before, act.act, act.input, *known);
  if (!event) return event.error();
  made.code = before->code;
  add(made, request,
      {before->code, before->version + 1, now, request.officer.actor, std::move(*event)});
  return keep(request, std::move(made));
}

void PetitionDesk::add(Made& made, const PetitionRequest& request, petition::Record record) const {
  auto& after = made.after[record.code];
  const auto before = find(record.code);
  after = before ? std::make_shared<petition::Petition>(*before)
                 : std::make_shared<petition::Petition>();
  petition::apply(*after, record);
  const bool first = made.act.records.empty();
  ports::StoredPetitionRecord stored;
  stored.sequence = (first ? sequence_ : made.act.records.back().sequence) + 1;
  stored.type = petition::event_name(record.event);
  stored.body = write_json(petition::event_body(record.event));
  stored.request_key = RequestMemory::write(request.key, request.contents_digest);
  stored.record = std::move(record);
  stored.chain = chain_after(first ? chain_ : made.act.records.back().chain, stored);
  made.act.rows.push_back(petition::row_of(*after, stored.record.at));
  const auto stationery = world_.stationery();
  if (stationery && !request.as_if_at) {
    auto notice = notice::petition_notice({stored.record, *after, world_.office()}, *stationery);
    if (notice) {
      made.act.notices.push_back(
          {after->code, after->version, stored.record.at, std::move(*notice)});
    }
  }
  made.act.records.push_back(std::move(stored));
}

PetitionOutcome PetitionDesk::keep(const PetitionRequest& request, Made made) {
  if (const auto kept = book_.keep(made.act); !kept) return kept.error();
  const std::lock_guard lock(mutex_);
  sequence_ = made.act.records.back().sequence;
  chain_ = made.act.records.back().chain;
  for (auto& [code, after] : made.after) petitions_[code] = after;
  const PetitionSnapshot done = made.after.at(made.code);
  requests_.remember(request.key, {request.contents_digest, done->code, done->version});
  return PetitionDone{done, false};
}

// As it was then, not as others have left it since.
std::optional<PetitionOutcome> PetitionDesk::answered(const PetitionRequest& request) const {
  if (request.key.empty()) return std::nullopt;
  const auto* known = requests_.find(request.key);
  if (known == nullptr) return std::nullopt;
  if (known->contents_digest != request.contents_digest) {
    return Rejection{&request_key_reused, {}};
  }
  const auto records = book_.petition_records(known->code);
  if (!records) return records.error();
  auto then = std::make_shared<petition::Petition>();
  for (const auto& stored : *records) {
    if (stored.record.version <= known->version) petition::apply(*then, stored.record);
  }
  return PetitionDone{std::move(then), true};
}

std::string PetitionDesk::next_code(Moment now) const {
  const std::string prefix = petition_prefix(now);
  int last = 0;
  const std::lock_guard lock(mutex_);
  for (auto found = petitions_.lower_bound(prefix);
       found != petitions_.end() && found->first.starts_with(prefix); ++found) {
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
