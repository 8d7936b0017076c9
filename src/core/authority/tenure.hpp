// Who holds which post with which roles, from when until when, and who stands in for whom.
//
// Pure values. Days are whole days in the office's zone; `from` and `until` are the first and the
// last day, and none means without an end. A substitute never hands on what he was given.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/moment.hpp"
#include "base/rejection.hpp"
#include "base/text.hpp"

namespace motcua::authority {

struct Office;

struct Period {
  std::optional<Date> from;
  std::optional<Date> until;
  bool covers(Date day) const;
};

// A post held (giữ chức vụ, kiêm nhiệm): one of perhaps several of a person.
struct Tenure {
  std::string post;  // id: "giam-doc-so"
  Text name;
  std::string unit;
  std::vector<std::string> roles;
  Period period;
  std::string by;  // the decision of appointment or transfer; empty: not told
};

// For whom somebody acted, and by which paper.
struct ActingFor {
  std::string person;  // account name
  std::string name;
  std::string post;
  std::string paper;
  bool operator==(const ActingFor&) const = default;
};

// Somebody stands in for somebody absent.
struct Substitution {
  std::string id;
  std::string absent;  // account names
  std::string substitute;
  std::vector<std::string> roles;  // of the absent one's; empty: all
  Period period;                   // with both days
  std::string paper;
  std::string reason;
  std::string set_by;
  Moment set_at{};
  std::string ended_by;  // empty: it runs its time
  std::optional<Moment> ended_at;
  bool in_force(Date day) const;
};
using Substitutions = std::vector<Substitution>;

// What somebody may act as on a day: by a tenure of his own or in another's place.
struct Capacity {
  Tenure tenure;
  std::optional<ActingFor> acting_for;
  bool has_role(std::string_view role) const;
};

// His own first, then those in others' places; empty for whoever is none of the office.
std::vector<Capacity> capacities_of(const Office& office, const Substitutions& substitutions,
                                    std::string_view username, Date day);

// "Hoàng Anh Dũng; Lê Quang Minh (thay)": who holds a post on a day, substitutes too.
struct Holder {
  std::string username;
  std::string name;
  std::optional<ActingFor> acting_for;
};
std::vector<Holder> holders_of(const Office& office, const Substitutions& substitutions,
                               std::string_view post, Date day);

// Whether `wanted.set_by` may set this substitution: the absent person himself, a head of his unit
// or a director; never one who would give himself another's powers.
OrRejection<Nothing> check_substitution(const Office& office, const Substitution& wanted,
                                        Date today);
// Whether he may end it today: whoever might set it, or the substitute.
OrRejection<Nothing> check_ending(const Office& office, const Substitution& running,
                                  std::string_view by, Date today);

inline constexpr RejectionKind substitutes_himself{
    "substitutes_himself", "Không ai tự giao cho mình quyền của người khác hoặc thay chính mình.",
    "Nobody gives himself another's powers, or stands in for himself."};
inline constexpr RejectionKind substitution_not_yours{
    "substitution_not_yours",
    "Chỉ người vắng mặt, trưởng phòng của người đó hoặc lãnh đạo Sở được đặt người thay.",
    "Only the absent person, the head of the unit or a director may name a substitute."};
inline constexpr RejectionKind substitution_wrong{"substitution_wrong",
                                                  "Việc thay thế không hợp lệ: {what}.",
                                                  "This substitution cannot be: {what}."};

}  // namespace motcua::authority
