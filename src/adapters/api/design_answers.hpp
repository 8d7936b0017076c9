// What the routes of the designers' desk share.
#pragma once

#include "api/desk.hpp"
#include "api/input.hpp"
#include "queries/design_view.hpp"

namespace motcua::api {

// Lets heads, directors and designers through; 403 for other officers.
OfficerEndpoint for_designers(OfficerEndpoint endpoint);

queries::DesignScene design_scene(const Parts& parts, const dossier::Officer& officer);

// What became of an act: the draft or the proposal as it is now, or the problem.
struct DesignTold {
  const dossier::Officer& officer;
  Language language = Language::Vietnamese;
  int status = 200;
};
http::Response tell_design(const Parts& parts, const commands::DesignOutcome& outcome,
                           const DesignTold& told);

design::Decision read_decision(Input& input, bool needed);

// The files of "3" or "draft:DT-…" of a subject; nothing when there is no such thing.
std::optional<procedure::Files> side_of(const Parts& parts, const design::Subject& subject,
                                        std::string_view side);

}  // namespace motcua::api
