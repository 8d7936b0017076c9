// Who stands in for whom: beside the journal, whose records keep in whose place each act was done.
#pragma once

#include "authority/tenure.hpp"
#include "base/failure.hpp"

namespace motcua::ports {

// Any thread. Nothing is ever removed or changed but by being ended once.
class AuthorityStore {
 public:
  virtual ~AuthorityStore() = default;

  virtual OrFailure<authority::Substitutions> substitutions() = 0;  // in the order they were set
  // False, and nothing kept, when the id is taken.
  virtual OrFailure<bool> add_substitution(const authority::Substitution& one) = 0;
  // False when there is none or it was ended before.
  virtual OrFailure<bool> end_substitution(std::string_view id, std::string_view by, Moment at) = 0;
};

}  // namespace motcua::ports
