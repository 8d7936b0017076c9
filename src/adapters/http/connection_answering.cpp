#include "http/connection.hpp"
#include "http/response_head.hpp"

namespace motcua::http {

Task<void> Connection::call_endpoint() {
  if (route_->run == Run::Inline) {
    run_endpoint();
  } else if (!answer_quickly()) {
    std::function<void()> job = [this] { run_endpoint(); };
    co_await in_pool(std::move(job));
  }
  if (!std::holds_alternative<Later>(response_.body)) co_return;
  co_await await_answer();
  slot_.reset();
  if (!std::holds_alternative<Later>(response_.body)) co_return;
  serving_.log("an answer that came later was itself to come later: " + route_->pattern);
  response_ = problem(ProblemKind::Internal);
}

bool Connection::answer_quickly() {
  if (!route_->quick) return false;
  try {
    auto answer = route_->quick(head_.request);
    if (answer) response_ = std::move(*answer);
    return answer.has_value();
  } catch (const std::exception& error) {
    serving_.log(route_->method + " " + route_->pattern + ": " + error.what());
    response_ = problem(ProblemKind::Internal);
    return true;
  }
}

void Connection::run_endpoint() {
  try {
    response_ = route_->endpoint(head_.request);
    if (const auto* later = std::get_if<Later>(&response_.body)) {
      slot_ = std::make_shared<AnswerSlot>(bell_);
      later->start(completion_for(slot_));
    }
  } catch (const std::exception& error) {
    serving_.log(route_->method + " " + route_->pattern + ": " + error.what());
    response_ = problem(ProblemKind::Internal);
  }
}

Task<void> Connection::await_answer() {
  enter(Phase::Waiting, serving_.config.deadlines.answer);
  for (;;) {
    auto answer = slot_->take();
    if (answer) {
      response_ = std::move(*answer);
      co_return;
    }
    if (timed_out_ || cut_) break;
    co_await wire_.nap(Clock::time_point::max());
  }
  serving_.log("no answer came in time: " + route_->method + " " + route_->pattern);
  response_ = problem(ProblemKind::Unavailable);
  keep_alive_ = false;
}

void Connection::use_problem(ProblemKind kind) {
  const bool has_request = !head_.segments.empty();
  response_ = serving_.render_problem(kind, has_request ? &head_.request : nullptr);
  if (kind == ProblemKind::MethodNotAllowed) response_.headers.emplace_back("Allow", allowed_);
}

// Makes the answer one that can be sent: problems put into words, no header that breaks out.
void Connection::settle_answer() {
  if (const auto* asked = std::get_if<Problem>(&response_.body)) {
    const ProblemKind kind = asked->kind;
    Pairs headers = std::move(response_.headers);
    use_problem(kind);
    for (auto& header : headers) response_.headers.push_back(std::move(header));
  }
  if (!has_clean_headers(response_)) {
    serving_.log("an answer had a header that cannot be sent: " + head_.request.path);
    use_problem(ProblemKind::Internal);
  }
}

}  // namespace motcua::http
