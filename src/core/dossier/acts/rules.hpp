// The deciding functions behind the table of acts. Internal to the dossier module.
#pragma once

#include "dossier/act.hpp"

namespace motcua::dossier::acts {

using Input = ActInput;

OrRejection<Event> accept(const Dossier&, const Input&, const Facts&);
OrRejection<Event> refuse(const Dossier&, const Input&, const Facts&);
OrRejection<Event> request_supplement(const Dossier&, const Input&, const Facts&);
OrRejection<Event> supplement(const Dossier&, const Input&, const Facts&);
OrRejection<Event> suspend(const Dossier&, const Input&, const Facts&);
OrRejection<Event> resume(const Dossier&, const Input&, const Facts&);
OrRejection<Event> take(const Dossier&, const Input&, const Facts&);
OrRejection<Event> assign(const Dossier&, const Input&, const Facts&);
OrRejection<Event> declare_conflict(const Dossier&, const Input&, const Facts&);
OrRejection<Event> check_paper(const Dossier&, const Input&, const Facts&);
OrRejection<Event> hand_over(const Dossier&, const Input&, const Facts&);
OrRejection<Event> propose(const Dossier&, const Input&, const Facts&);
OrRejection<Event> approve(const Dossier&, const Input&, const Facts&);
OrRejection<Event> return_for_rework(const Dossier&, const Input&, const Facts&);
OrRejection<Event> sign_off(const Dossier&, const Input&, const Facts&);
OrRejection<Event> record_opinion(const Dossier&, const Input&, const Facts&);
OrRejection<Event> apologise(const Dossier&, const Input&, const Facts&);
OrRejection<Event> stop(const Dossier&, const Input&, const Facts&);
OrRejection<Event> withdraw(const Dossier&, const Input&, const Facts&);
OrRejection<Event> record_result(const Dossier&, const Input&, const Facts&);
OrRejection<Event> revoke_result(const Dossier&, const Input&, const Facts&);
OrRejection<Event> send_back_paper(const Dossier&, const Input&, const Facts&);
OrRejection<Event> post_result(const Dossier&, const Input&, const Facts&);
OrRejection<Event> record_delivery(const Dossier&, const Input&, const Facts&);
OrRejection<Event> return_result(const Dossier&, const Input&, const Facts&);
OrRejection<Event> correct_intake(const Dossier&, const Input&, const Facts&);
OrRejection<Event> record_cash(const Dossier&, const Input&, const Facts&);
OrRejection<Event> record_transfer(const Dossier&, const Input&, const Facts&);
OrRejection<Event> rate(const Dossier&, const Input&, const Facts&);
OrRejection<Event> refund(const Dossier&, const Input&, const Facts&);

// A stop by the version's rule for the reason, and the promise when the open one ends now; nothing
// where the version has no such rule, or the date stays.
OrRejection<std::optional<ClockStop>> make_stop(procedure::StopReason why, const Input& input,
                                                const Facts& facts);
OrRejection<std::optional<Promise>> promise_after_stop(const Dossier& dossier, const Facts& facts,
                                                       PromiseKind kind);
int times_stopped(const Dossier& dossier, procedure::StopReason why);

// The open task an act completes: the one named in the input, else the only open one whose `act`
// attribute is `completes`.
const OpenTask* task_for(const Dossier& dossier, std::string_view completes, std::string_view task,
                         const procedure::Version& version);

// The same, any open task when `completes` is empty.
const procedure::ProcessNode* node_of(const procedure::Version& version, std::string_view task);

// Starts the process of an intake.
OrRejection<ProcessMove> first_move(const Intake& intake, Moment opened, const Facts& facts);

}  // namespace motcua::dossier::acts
