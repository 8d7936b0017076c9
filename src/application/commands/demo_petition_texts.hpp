// What made-up petitions of the demonstration say, what is answered, and what becomes of each.
#pragma once

#include <span>
#include <string_view>

#include "petition/event.hpp"

namespace motcua::commands {

enum class Fate {
  Published,     // answered in term, its sender agreed
  Private,       // answered in term, its sender did not agree
  Liked,         // published, and its sender was content
  Disliked,      // answered, and he was not
  AnsweredLate,  // published all the same
  Supplemented,  // asked, supplemented, answered, published
  Refused,
  RefusedLate,
  Withdrawn,
  Open,
  OpenLate,
  Waiting,
  NotPublished,  // its sender agreed, the office says why it does not
};

struct MadeUpPetition {
  petition::Kind kind;
  std::string_view unit;
  Fate fate;
  std::string_view text;
  std::string_view answer;  // or the reason, or what is asked
};

// In the order they are sent; the open ones last.
std::span<const MadeUpPetition> made_up_petitions();

}  // namespace motcua::commands
