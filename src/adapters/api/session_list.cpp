#include "api/session_list.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

namespace motcua::api {

http::Response list_sessions(Sessions& sessions, const ports::Session& mine, Language language) {
  const auto open = sessions.of(mine.holder);
  if (!open) return problem_of(open.error(), language);
  json::array items;
  for (const auto& session : *open) {
    items.push_back(json::object{{"id", session_id(session)},
                                 {"device", session.device},
                                 {"opened_at", write_moment(from_unix(session.opened_at))},
                                 {"expires_at", write_moment(from_unix(session.expires_at))},
                                 {"provider", session.provider},
                                 {"this_one", session.token_digest == mine.token_digest}});
  }
  return answer(json::object{{"items", std::move(items)}});
}

http::Response close_other_sessions(Sessions& sessions, const ports::Session& mine,
                                    Language language) {
  const auto closed = sessions.close_others(mine);
  return closed ? no_content() : problem_of(closed.error(), language);
}

}  // namespace motcua::api
