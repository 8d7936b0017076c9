#include "duties/travel_duty.hpp"

namespace motcua::duties {

OrFailure<Nothing> TravelDuty::make_due(Moment now) {
  if (auto taken = desk_.take_up(); !taken) return taken;
  if (time_of(now) < remind_from || reminded_on_ == date_of(now)) return Nothing{};
  if (auto reminded = desk_.remind(now); !reminded) return reminded;
  reminded_on_ = date_of(now);
  return Nothing{};
}

}  // namespace motcua::duties
