#include "petition/acts/decisions.hpp"

#include <algorithm>

#include "base/assertion.hpp"

namespace motcua::petition::acts {
namespace {

std::string only_digits(std::string_view text) {
  std::string digits;
  std::ranges::copy_if(text, std::back_inserter(digits), is_ascii_digit);
  return digits;
}

// Whether a text to be published still tells who sent the petition.
bool names_sender(std::string_view text, const Sender& sender) {
  const std::string folded = fold(text);
  const auto holds = [&](std::string_view part) {
    return !part.empty() && folded.find(fold(part)) != std::string::npos;
  };
  const std::string phone = only_digits(sender.phone);
  const bool full_name = sender.name.find(' ') != std::string::npos;
  return (full_name && holds(sender.name)) || holds(sender.email) ||
         (phone.size() >= 7 && only_digits(text).find(phone) != std::string::npos);
}

}  // namespace

OrRejection<Moment> due_after(const calendar::Term& term, Moment from, const Facts& facts,
                              std::vector<calendar::Stop> stops) {
  const auto reckoned = calendar::reckon_due(facts.calendar, {term, from, {}, std::move(stops)});
  if (!reckoned) return Unexpected{reckoned.error()};
  MOTCUA_ASSERT(reckoned->due.has_value());
  return *reckoned->due;
}

calendar::Term term_of(const std::string& written) {
  const auto term = calendar::parse_term(written);
  MOTCUA_ASSERT(term && *term);
  return **term;
}

OrRejection<Event> assign(const Petition&, const Input& input, const Facts& facts) {
  const auto* unit = facts.office.find_unit(input.unit);
  if (unit == nullptr || unit->outside) {
    return reject(petition_unit_unknown, {{"unit", input.unit}});
  }
  return Event{Assigned{input.unit, input.note}};
}

OrRejection<Event> ask_supplement(const Petition& petition, const Input& input,
                                  const Facts& facts) {
  const auto until = due_after(facts.office.petitions.sender_has, facts.now, facts);
  if (!until) return Unexpected{until.error()};
  // Asked for in its term, and once: a later question wins the office no time. [CT766-5.2]
  const bool in_term = petition.asked.empty() && facts.now <= petition.received.ask_due;
  return Event{SupplementAsked{input.text, in_term, *until}};
}

OrRejection<Event> supplement(const Petition& petition, const Input& input, const Facts& facts) {
  auto after = petition;
  after.asked.back().supplemented_at = facts.now;
  const auto& received = petition.received;
  const auto answer =
      due_after(term_of(received.answer_term), petition.received_at, facts, after.stops());
  if (!answer) return Unexpected{answer.error()};
  const auto refuse =
      due_after(term_of(received.refuse_term), petition.received_at, facts, after.stops());
  if (!refuse) return Unexpected{refuse.error()};
  return Event{Supplemented{input.text, *answer, *refuse}};
}

OrRejection<Event> answer(const Petition& petition, const Input& input, const Facts& facts) {
  Answered answered{input.text, {}};
  if (petition.may_publish) {
    const auto due = due_after(facts.office.petitions.publish, facts.now, facts);
    if (!due) return Unexpected{due.error()};
    answered.publish_due = *due;
  }
  return Event{std::move(answered)};
}

OrRejection<Event> refuse(const Petition& petition, const Input& input, const Facts& facts) {
  if (const auto* ask = petition.open_ask(); ask != nullptr && facts.now < ask->sender_until) {
    return reject(sender_still_has_time, {{"until", write_vietnamese(ask->sender_until)}});
  }
  return Event{Refused{input.reason}};
}

OrRejection<Event> withdraw(const Petition&, const Input& input, const Facts&) {
  return Event{Withdrawn{input.reason}};
}

OrRejection<Event> change_consent(const Petition& petition, const Input& input,
                                  const Facts& facts) {
  ConsentChanged changed{input.may_publish, {}};
  if (input.may_publish && petition.status == Status::Answered) {
    const auto due = due_after(facts.office.petitions.publish, facts.now, facts);
    if (!due) return Unexpected{due.error()};
    changed.publish_due = *due;
  }
  return Event{std::move(changed)};
}

OrRejection<Event> publish(const Petition& petition, const Input& input, const Facts&) {
  const auto& sender = petition.received.sender;
  if (names_sender(input.text, sender) || names_sender(input.answer, sender)) {
    return reject(petition_names_a_person);
  }
  const bool redacted = input.text != petition.received.text || input.answer != petition.answer;
  return Event{Published{input.text, input.answer, redacted}};
}

OrRejection<Event> refuse_publication(const Petition&, const Input& input, const Facts&) {
  return Event{PublicationRefused{input.reason}};
}

OrRejection<Event> unpublish(const Petition&, const Input& input, const Facts&) {
  return Event{Unpublished{input.reason}};
}

OrRejection<Event> judge(const Petition&, const Input& input, const Facts&) {
  return Event{Judged{input.liked, input.note}};
}

}  // namespace motcua::petition::acts
