// The deciding functions behind the table of acts. Internal to the travel module.
#pragma once

#include "travel/act.hpp"

namespace motcua::travel::acts {

OrRejection<Event> correct(const Entry&, const Input&, const Facts&);
OrRejection<Event> add_traveller(const Entry&, const Input&, const Facts&);
OrRejection<Event> correct_traveller(const Entry&, const Input&, const Facts&);
OrRejection<Event> remove_traveller(const Entry&, const Input&, const Facts&);
OrRejection<Event> carry_out(const Entry&, const Input&, const Facts&);
OrRejection<Event> cancel(const Entry&, const Input&, const Facts&);
OrRejection<Event> receive_report(const Entry&, const Input&, const Facts&);
OrRejection<Event> open_guests(const Entry&, const Input&, const Facts&);
OrRejection<Event> register_passport(const Entry&, const Input&, const Facts&);
OrRejection<Event> hand_over(const Entry&, const Input&, const Facts&);
OrRejection<Event> hand_back(const Entry&, const Input&, const Facts&);
OrRejection<Event> report_lost(const Entry&, const Input&, const Facts&);
OrRejection<Event> cancel_passport(const Entry&, const Input&, const Facts&);
OrRejection<Event> move_passport(const Entry&, const Input&, const Facts&);

}  // namespace motcua::travel::acts
