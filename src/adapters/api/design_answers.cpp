#include "api/design_answers.hpp"

#include <charconv>

namespace motcua::api {

OfficerEndpoint for_designers(OfficerEndpoint endpoint) {
  return [endpoint = std::move(endpoint)](http::Request& request, const SignedIn& who) {
    if (!design::may_draft(who.officer())) {
      return problem_of(Rejection{&design::not_a_designer, {}}, language_of(&request));
    }
    return endpoint(request, who);
  };
}

queries::DesignScene design_scene(const Parts& parts, const dossier::Officer& officer) {
  return {*parts.designs, parts.world, officer, date_of(parts.clock.now())};
}

http::Response tell_design(const Parts& parts, const commands::DesignOutcome& outcome,
                           const DesignTold& told) {
  const auto scene = design_scene(parts, told.officer);
  if (const auto* no = std::get_if<Rejection>(&outcome)) return problem_of(*no, told.language);
  if (const auto* broken = std::get_if<Failure>(&outcome)) {
    return problem_of(*broken, told.language);
  }
  if (const auto* moved = std::get_if<commands::DesignChanged>(&outcome)) {
    return draft_changed(moved->version_now, moved->by, told.language);
  }
  if (const auto* draft = std::get_if<commands::DraftSnapshot>(&outcome)) {
    auto response = answer(queries::draft_view(**draft, scene), told.status);
    response.headers.emplace_back("ETag", "\"" + std::to_string((*draft)->version) + "\"");
    return response;
  }
  if (const auto* proposal = std::get_if<commands::ProposalSnapshot>(&outcome)) {
    return answer(queries::proposal_view(**proposal, scene), told.status);
  }
  return problem(not_found, told.language);
}

design::Decision read_decision(Input& input, bool needed) {
  design::Decision decision;
  const auto* given = input.object("decision");
  if (given == nullptr) {
    if (needed) input.need("decision");
    return decision;
  }
  Input inner(*given, "/decision");
  decision.number = inner.needed_text("number", 100);
  decision.by = inner.needed_text("by", 200);
  const auto date = inner.date("date");
  if (!date) inner.need("date");
  decision.date = date.value_or(Date{});
  input.take_errors(inner);
  return decision;
}

std::optional<procedure::Files> side_of(const Parts& parts, const design::Subject& subject,
                                        std::string_view side) {
  if (side.starts_with("draft:")) {
    const auto draft = parts.designs->find_draft(side.substr(6));
    if (!draft || draft->subject != subject) return std::nullopt;
    return draft->files;
  }
  int number = 0;
  const auto [end, error] = std::from_chars(side.data(), side.data() + side.size(), number);
  if (error != std::errc{} || end != side.data() + side.size()) return std::nullopt;
  const auto library = parts.designs->library();
  const auto* files = library->find(subject, number);
  if (files == nullptr) return std::nullopt;
  return design::designed_files(subject.kind, *files);
}

}  // namespace motcua::api
