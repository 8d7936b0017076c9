// The ten national statuses, derived from a dossier and never stored by hand. [facts-3.4]
#pragma once

#include "base/text.hpp"
#include "dossier/state.hpp"

namespace motcua::dossier {

struct Status {
  int number = 0;  // 1..10
  Text name;       // the official term
  Text plain;      // for the applicant
};

int status_number(const Dossier& dossier);
Status status_of(const Dossier& dossier);
Status status_by_number(int number);

}  // namespace motcua::dossier
