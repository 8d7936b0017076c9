#include "queries/petition_view.hpp"

#include <algorithm>

#include "petition/event_json.hpp"
#include "view/generated.hpp"

namespace motcua::queries {
namespace {

using petition::Petition;

constexpr std::size_t longest_excerpt = 160;  // letters

json::object kind_of(const Petition& petition) {
  const auto kind = petition.received.kind;
  return {{"id", petition::write_kind(kind)}, {"name", write(petition::describe(kind))}};
}

json::object status_of(const Petition& petition) {
  return {{"id", petition::write_status(petition.status)},
          {"name", write(petition::describe(petition.status))}};
}

dossier::Countdown countdown_of(const Petition& petition, const std::optional<Moment>& due,
                                const PetitionScene& scene) {
  if (!due && !petition.is_open()) return {"ended", petition::describe(petition.status), 0};
  dossier::CountdownOf of;
  of.due = due;
  of.paused = petition.clock_stands();
  return dossier::countdown(of, scene.now, scene.calendar);
}

json::array duties_of(const Petition& petition, Moment now) {
  json::array duties;
  for (const auto& duty : petition::duties_at(petition, now)) {
    duties.push_back(json::object{{"kind", petition::write_duty(duty.kind)},
                                  {"label", write(petition::describe(duty.kind))},
                                  {"due", write_moment(duty.due)},
                                  {"due_text", write(describe(duty.due))},
                                  {"done", write(duty.done)},
                                  {"waits", duty.stands},
                                  {"late", duty.is_late_at(now)}});
  }
  return duties;
}

json::array asked_of(const Petition& petition) {
  json::array list;
  for (const auto& asked : petition.asked) {
    list.push_back(json::object{{"what", asked.what},
                                {"at", write_moment(asked.at)},
                                {"until", write_moment(asked.sender_until)},
                                {"until_text", write(describe(asked.sender_until))},
                                {"stops_clock", asked.stops_clock},
                                {"supplemented_at", write(asked.supplemented_at)},
                                {"text", asked.text}});
  }
  return list;
}

json::array offers_of(const Petition& petition, const petition::Facts& facts) {
  json::array acts;
  for (const auto* rule : petition::offers(petition, facts)) {
    json::array fields;
    for (const auto& field : rule->fields) {
      fields.push_back(json::object{{"name", field.name},
                                    {"kind", field.kind},
                                    {"required", field.required},
                                    {"label", write(field.label)}});
    }
    acts.push_back(json::object{{"name", rule->name},
                                {"label", write(rule->label)},
                                {"weight", rule->weight},
                                {"fields", std::move(fields)}});
  }
  return acts;
}

json::value publication_of(const Petition& petition) {
  json::object out{{"state", petition::write_publication(petition.publication)},
                   {"agreed", petition.may_publish},
                   {"reason", petition.publication_reason}};
  if (petition.is_public()) {
    out["text"] = petition.published.text;
    out["answer"] = petition.published.answer;
    out["redacted"] = petition.published.redacted;
  }
  return out;
}

// What both its sender and the office see.
json::object common(const Petition& petition, const PetitionScene& scene) {
  json::object out{{"code", petition.code},
                   {"version", petition.version},
                   {"kind", kind_of(petition)},
                   {"text", petition.received.text},
                   {"dossier", petition.received.dossier},
                   {"repeats", petition.received.repeats},
                   {"repeated_by", petition.repeated_by},
                   {"status", status_of(petition)},
                   {"received_at", write_moment(petition.received_at)},
                   {"promise", petition_promise(petition, scene)},
                   {"duties", duties_of(petition, scene.now)},
                   {"asked", asked_of(petition)},
                   {"answer", petition.answer},
                   {"reason", petition.reason},
                   {"ended_at", write(petition.ended_at)},
                   {"publication", publication_of(petition)},
                   {"liked", petition.liked ? json::value(*petition.liked) : json::value(nullptr)},
                   {"comment", petition.comment}};
  if (!petition.unit.empty()) out["unit"] = write(unit_name(scene.office, petition.unit));
  return out;
}

std::string excerpt(const std::string& text) {
  std::size_t letters = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool begins = (static_cast<unsigned char>(text[i]) & 0xC0) != 0x80;
    if (begins && ++letters > longest_excerpt) return text.substr(0, i) + "…";
  }
  return text;
}

// Working days from receipt to the answer, as they were counted for its term.
std::int64_t days_taken(const Petition& petition, const PetitionScene& scene) {
  const auto reckoned = petition::reckon_answer(petition, scene.calendar);
  if (!reckoned || !petition.ended_at) return 0;
  const Date ended = date_of(*petition.ended_at);
  if (reckoned->due && *petition.ended_at > *reckoned->due) {
    std::int64_t days = reckoned->term;
    for (Date day = date_of(*reckoned->due); day < ended;) {
      day = scene.calendar.next_working_day(day);
      if (day <= ended) ++days;
    }
    return days;
  }
  return std::ranges::count_if(reckoned->days, [&](const calendar::CountedDay& day) {
    return day.counted && day.date <= ended;
  });
}

Text term_text(const std::string& written) {
  const auto term = calendar::parse_term(written);
  return term ? calendar::describe_term(*term) : Text{};
}

}  // namespace

json::array petition_kinds() {
  json::array kinds;
  for (const auto kind : petition::all_kinds) {
    kinds.push_back(json::object{{"id", petition::write_kind(kind)},
                                 {"name", write(petition::describe(kind))}});
  }
  return kinds;
}

json::object petition_terms(const authority::Office& office) {
  const auto& terms = office.petitions;
  return {{"answer", write(calendar::describe_term(terms.answer))},
          {"refuse", write(calendar::describe_term(terms.refuse))},
          {"ask_supplement", write(calendar::describe_term(terms.ask_supplement))},
          {"publish", write(calendar::describe_term(terms.publish))}};
}

json::value petition_promise(const Petition& petition, const PetitionScene& scene) {
  json::array days;
  json::value received_as = nullptr;
  if (const auto reckoned = petition::reckon_answer(petition, scene.calendar)) {
    for (const auto& day : reckoned->days) days.push_back(write(day));
    received_as = write_moment(reckoned->received_as);
  }
  const bool stands = petition.clock_stands();
  const auto due = stands ? std::nullopt : std::optional{petition.answer_due};
  const bool late = petition::duties_at(petition, scene.now).front().is_late_at(scene.now);
  return json::object{
      {"due", write(due)},
      {"due_text", due ? write(describe(*due)) : json::value(nullptr)},
      {"first_due", write_moment(petition.received.answer_due)},
      {"received_as", std::move(received_as)},
      {"term", write(term_text(petition.received.answer_term))},
      {"days", std::move(days)},
      {"late", late},
      {"countdown", write(countdown_of(petition, petition.is_open() ? due : std::nullopt, scene))}};
}

json::object tracked_petition(const Petition& petition, const petition::Facts& sender,
                              const PetitionScene& scene) {
  auto out = common(petition, scene);
  out["told_by_mail"] = !petition.received.sender.email.empty();
  out["out_of_reach"] = petition.received.sender.is_out_of_reach();
  out["acts"] = offers_of(petition, sender);
  return out;
}

json::object desk_petition(const Petition& petition,
                           const std::vector<ports::StoredPetitionRecord>& records,
                           const petition::Facts& officer, const PetitionScene& scene) {
  auto out = common(petition, scene);
  const bool conflict = petition::has_conflict(petition, officer);
  const auto& sender = petition.received.sender;
  out["conflict"] = conflict;
  out["sender"] = conflict ? json::value(nullptr)
                           : json::value(json::object{{"name", sender.name},
                                                      {"email", sender.email},
                                                      {"phone", sender.phone},
                                                      {"language", sender.language}});
  out["acts"] = offers_of(petition, officer);
  json::array timeline;
  for (const auto& stored : records) {
    const auto& actor = stored.record.actor;
    const bool of_sender = actor.id == petition::sender_role || actor.unit.empty();
    const auto* assigned = std::get_if<petition::Assigned>(&stored.record.event);
    timeline.push_back(json::object{{"at", write_moment(stored.record.at)},
                                    {"event", stored.type},
                                    {"title", write(petition::event_title(stored.type))},
                                    {"actor", of_sender ? std::string() : actor.name},
                                    {"note", assigned == nullptr ? std::string() : assigned->note},
                                    {"generated", actor.id == view::generator_actor}});
  }
  out["timeline"] = std::move(timeline);
  return out;
}

json::object petition_row(const petition::Row& row, const Petition& petition,
                          const PetitionScene& scene) {
  json::object out{{"code", row.code},
                   {"kind", kind_of(petition)},
                   {"status", status_of(petition)},
                   {"dossier", row.dossier},
                   {"text", excerpt(petition.received.text)},
                   {"received_at", write_moment(row.received_at)},
                   {"due", write(row.due)},
                   {"late", petition::is_late_at(petition, scene.now)},
                   {"publication", petition::write_publication(petition.publication)},
                   {"countdown", write(countdown_of(petition, row.due, scene))}};
  if (!row.unit.empty()) out["unit"] = write(unit_name(scene.office, row.unit));
  return out;
}

json::object published_petition(const Petition& petition, const PetitionScene& scene) {
  const std::chrono::year_month_day day{date_of(petition.received_at)};
  const auto month = std::to_string(unsigned(day.month()));
  const auto year = std::to_string(int(day.year()));
  return {{"kind", kind_of(petition)},
          {"month", write(Text{"tháng " + month + "/" + year, month + "/" + year})},
          {"text", petition.published.text},
          {"answer", petition.published.answer},
          {"redacted", petition.published.redacted},
          {"unit", write(unit_name(scene.office, petition.unit))},
          {"days_taken", days_taken(petition, scene)},
          {"term", write(term_text(petition.received.answer_term))},
          {"in_term", !petition::duties_at(petition, scene.now).front().is_late_at(scene.now)}};
}

}  // namespace motcua::queries
