// The desks as a visitor finds them when the demonstration opens on 12 April 2017: work at every
// one, some of it due that day, some late, some waiting for the applicant.
#pragma once

#include "commands/demo_course.hpp"

namespace motcua::commands {

// `opens` is the moment the demonstration opens; nothing is planned at or after it.
std::vector<PlannedDossier> plan_opening(CourseMaker& maker, Moment opens);

}  // namespace motcua::commands
