// How far a dossier went through the network: read from what was done, never declared.
//
// The levels of the years before 2022 ask how it was sent and paid, not where the result is
// fetched; "toàn trình", of the years after, asks for no visit at all [facts-4]. Where nothing is
// charged, paying is no condition.
#pragma once

#include <optional>
#include <vector>

#include "base/text.hpp"
#include "dossier/state.hpp"

namespace motcua::view {

enum class SentBy { Network, Post, Counter };
enum class PaidBy { Nothing, Network, Transfer, Counter };  // the way that cost a visit counts
enum class HandedOverBy { NotYet, Network, Post, Counter };

struct OnlineTrace {
  SentBy sent = SentBy::Counter;
  bool from_account = false;
  bool by_mandate = false;
  PaidBy paid = PaidBy::Nothing;
  HandedOverBy handed_over = HandedOverBy::NotYet;
  std::optional<Moment> handed_over_at;
  int trips = 0;        // of the applicant to the counter, as far as the journal shows
  int asked_again = 0;  // supplements that were requested
  bool operator==(const OnlineTrace&) const = default;
};

OnlineTrace online_trace(const dossier::Dossier& dossier);

// 2 for what was not sent through the network, 3, or 4 where it was paid through it too or nothing
// was charged; nothing before the result is handed over.
std::optional<int> online_level(const OnlineTrace& trace);

bool is_whole_way(const OnlineTrace& trace);  // toàn trình

// What the level was read from, in the order it happened; what has not happened is not said.
std::vector<Text> level_reasons(const OnlineTrace& trace);

}  // namespace motcua::view
