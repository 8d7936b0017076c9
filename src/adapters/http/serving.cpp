#include "http/serving.hpp"

#include "http/response_head.hpp"

namespace motcua::http {

Response Serving::render_problem(ProblemKind kind, const Request* request) const {
  try {
    Response response = config.problem(kind, request);
    const bool plain = std::holds_alternative<std::string>(response.body);
    if (plain && has_clean_headers(response)) return response;
    log("the problem writer gave an answer that cannot be sent");
  } catch (const std::exception& error) {
    log(std::string("the problem writer failed: ") + error.what());
  }
  return plain_problem(kind, request);
}

}  // namespace motcua::http
