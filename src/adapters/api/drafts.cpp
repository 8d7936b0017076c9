#include "api/drafts.hpp"

namespace motcua::api {
namespace {

constexpr std::size_t most_files = 30;

}  // namespace

http::Response with_draft(Desk& desk, const http::Request& request, const UseDraft& use) {
  const Language language = language_of(&request);
  auto draft = desk.parts.desk.find_draft(request.param("draft"));
  if (!draft) return problem_of(draft.error(), language);
  if (!*draft) return problem(not_found, language);
  if (const auto& owner = (*draft)->citizen; !owner.empty()) {
    const auto session = desk.citizen_sessions.find(request);
    if (!session) return problem(sign_in_needed, language);
    if (session->holder != owner) return problem(not_found, language);
  }
  return use(**draft);
}

http::Response with_open_draft(Desk& desk, const http::Request& request, const UseDraft& use) {
  const auto lock = desk.draft_locks.lock(request.param("draft"));
  return with_draft(desk, request, [&](ports::Draft& draft) {
    if (draft.submitted_as.empty()) return use(draft);
    return problem(draft_already_sent, language_of(&request), {{"code", draft.submitted_as}});
  });
}

const procedure::Version& version_of_draft(const Parts& parts, const ports::Draft& draft) {
  const auto* version = parts.world.catalogue().find(draft.procedure, draft.procedure_version);
  MOTCUA_ASSERT(version != nullptr);
  return *version;
}

http::Response add_to_draft(Desk& desk, ports::Draft& draft, const dossier::PaperFile& file,
                            Language language) {
  if (draft.files.size() >= most_files) {
    return problem(too_many_files, language, {{"most", std::to_string(most_files)}});
  }
  draft.files.push_back(file);
  draft.saved_at = desk.parts.clock.now();
  const auto kept = desk.parts.desk.put_draft(draft);
  return kept ? answer(queries::write(file), 201) : problem_of(kept.error(), language);
}

}  // namespace motcua::api
