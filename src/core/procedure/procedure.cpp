#include "procedure/procedure.hpp"

#include <algorithm>
#include <array>

namespace motcua::procedure {
namespace {

constexpr std::array<std::string_view, 3> channels = {"online", "counter", "post"};
constexpr std::array<std::string_view, 4> stop_reasons = {"supplement", "payment", "opinion",
                                                          "outside-verification"};

constexpr std::array<std::string_view, 2> fee_dues = {"before-work", "with-result"};

template <class Enum, std::size_t N>
std::optional<Enum> parse(const std::array<std::string_view, N>& words, std::string_view text) {
  auto found = std::ranges::find(words, text);
  if (found == words.end()) return std::nullopt;
  return static_cast<Enum>(found - words.begin());
}

template <class Things>
auto find_by_id(const Things& things, std::string_view id) -> decltype(things.data()) {
  auto found = std::ranges::find(things, id, &Things::value_type::id);
  return found == things.end() ? nullptr : &*found;
}

}  // namespace

std::string_view write_channel(Channel channel) {
  return channels[static_cast<std::size_t>(channel)];
}
std::optional<Channel> parse_channel(std::string_view text) {
  return parse<Channel>(channels, text);
}

std::string_view write_stop_reason(StopReason reason) {
  return stop_reasons[static_cast<std::size_t>(reason)];
}
std::optional<StopReason> parse_stop_reason(std::string_view text) {
  return parse<StopReason>(stop_reasons, text);
}

std::string_view write_fee_due(FeeDue due) { return fee_dues[static_cast<std::size_t>(due)]; }

std::optional<calendar::Term> Case::term(Channel channel) const {
  auto found = terms.find(channel);
  return found == terms.end() ? std::nullopt : found->second;
}

const Case* Version::find_case(std::string_view id) const { return find_by_id(cases, id); }
const Paper* Version::find_paper(std::string_view id) const { return find_by_id(papers, id); }
const FeeRule* Version::find_fee(std::string_view id) const { return find_by_id(fees, id); }

Text Version::step_name(std::string_view task) const {
  auto named = steps.find(task);
  if (named != steps.end()) return named->second;
  return process.drawn_name(task);
}

}  // namespace motcua::procedure
