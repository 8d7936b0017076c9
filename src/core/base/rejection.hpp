// Rejection: the rules say no. A value with a stable code, shown to the person in his language.
//
// Kinds are declared per module (`inline constexpr RejectionKind dossier_is_suspended{...}`); the
// texts may name details as {name}. Codes are snake_case here and hyphenated in URLs.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.hpp"
#include "base/text.hpp"

namespace motcua {

struct RejectionKind {
  std::string_view code;
  std::string_view vi;
  std::string_view en;
};

using RejectionDetails = std::vector<std::pair<std::string, std::string>>;

// One place of what was sent that is not right.
struct WrongPart {
  std::string path;  // JSON Pointer into what was sent
  std::string code;  // as the rule it breaks: required, type, pattern, enum …
  Text message;      // names the place, says what to do
};

struct Rejection {
  const RejectionKind* kind = nullptr;
  RejectionDetails details = {};
  std::vector<WrongPart> parts = {};  // every wrong place, where it is about places

  std::string_view code() const { return kind->code; }
  // The kind's text with each {name} replaced by its detail.
  std::string message(Language language) const;
};

inline Unexpected<Rejection> reject(const RejectionKind& kind, RejectionDetails details = {},
                                    std::vector<WrongPart> parts = {}) {
  return Unexpected{Rejection{&kind, std::move(details), std::move(parts)}};
}

template <class T>
using OrRejection = Result<T, Rejection>;

}  // namespace motcua
