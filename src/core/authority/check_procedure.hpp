// What is wrong between a procedure version and the matrix it names: a matrix that is not there,
// and a path on which no one has authority. Pure; `procedure check` and the designer's check call
// it.
#pragma once

#include "authority/matrix.hpp"
#include "authority/office.hpp"
#include "procedure/procedure.hpp"

namespace motcua::authority {

// The newest version of the matrix the procedure names is looked at, a draft too. Each decider it
// can give needs a step "sign-off" in a unit of his, and a post of the office somebody who holds it
// on the day. A post nobody holds is told at its
// step. Nothing for a procedure that names no matrix. `office` null: posts are not looked at.
procedure::Problems check_procedure(const procedure::Version& version, const Matrices& matrices,
                                    const Office* office, Date day);

}  // namespace motcua::authority
