// Receiving a petition: the dates it is promised.

#include "petition/acts/decisions.hpp"

namespace motcua::petition {

OrRejection<Event> decide_receipt(Received intake, const Facts& facts) {
  const auto& terms = facts.office.petitions;
  intake.answer_term = calendar::write_term(terms.answer);
  intake.refuse_term = calendar::write_term(terms.refuse);
  const auto answer = acts::due_after(terms.answer, facts.now, facts);  // [CT766-5.2]
  if (!answer) return Unexpected{answer.error()};
  const auto refuse = acts::due_after(terms.refuse, facts.now, facts);
  if (!refuse) return Unexpected{refuse.error()};
  const auto ask = acts::due_after(terms.ask_supplement, facts.now, facts);
  if (!ask) return Unexpected{ask.error()};
  intake.answer_due = *answer;
  intake.refuse_due = *refuse;
  intake.ask_due = *ask;
  return Event{std::move(intake)};
}

OrRejection<calendar::Reckoned> reckon_answer(const Petition& petition,
                                              const calendar::WorkingCalendar& calendar) {
  return calendar::reckon(
      calendar,
      {acts::term_of(petition.received.answer_term), petition.received_at, {}, petition.stops()});
}

}  // namespace motcua::petition
