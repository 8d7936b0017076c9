// The deciding functions behind the table of acts. Internal to the petition module.
#pragma once

#include "petition/act.hpp"

namespace motcua::petition::acts {

OrRejection<Event> assign(const Petition&, const Input&, const Facts&);
OrRejection<Event> ask_supplement(const Petition&, const Input&, const Facts&);
OrRejection<Event> supplement(const Petition&, const Input&, const Facts&);
OrRejection<Event> answer(const Petition&, const Input&, const Facts&);
OrRejection<Event> refuse(const Petition&, const Input&, const Facts&);
OrRejection<Event> withdraw(const Petition&, const Input&, const Facts&);
OrRejection<Event> change_consent(const Petition&, const Input&, const Facts&);
OrRejection<Event> publish(const Petition&, const Input&, const Facts&);
OrRejection<Event> refuse_publication(const Petition&, const Input&, const Facts&);
OrRejection<Event> unpublish(const Petition&, const Input&, const Facts&);
OrRejection<Event> judge(const Petition&, const Input&, const Facts&);

// When a term of the office's calendar ends.
OrRejection<Moment> due_after(const calendar::Term& term, Moment from, const Facts& facts,
                              std::vector<calendar::Stop> stops = {});
calendar::Term term_of(const std::string& written);  // one that write_term() wrote

}  // namespace motcua::petition::acts
