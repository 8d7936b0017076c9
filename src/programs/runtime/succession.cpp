#include "runtime/succession.hpp"

#include "view/figure_row.hpp"

namespace motcua::runtime {

OrFailure<Nothing> SuccessionDuty::make_due(Moment now) {
  const Date today = date_of(now);
  if (office_.world().office().successions.empty() || done_on_ == today) return Nothing{};
  std::vector<std::string> codes;
  const auto read = office_.store().each_figures([&](std::string_view line) {
    const auto row = view::read_figure_row(line);
    if (row && !row->ended_at && !row->promises.empty()) codes.push_back(row->code);
  });
  if (!read) return Unexpected{read.error()};
  for (const auto& code : codes) {
    commands::Request request;
    request.officer.actor = {"office", "Chuyển đơn vị kế thừa", ""};
    request.command = commands::MoveToSuccessor{code};
    const auto outcome = office_.registrar().perform(std::move(request));
    if (const auto* failure = std::get_if<Failure>(&outcome)) return Unexpected{*failure};
  }
  done_on_ = today;
  return Nothing{};
}

}  // namespace motcua::runtime
