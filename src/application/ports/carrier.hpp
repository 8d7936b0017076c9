// Who takes notices out of the house: a mail server, a gateway for text messages.
#pragma once

#include "base/failure.hpp"
#include "ports/outbox.hpp"

namespace motcua::ports {

class Carrier {
 public:
  virtual ~Carrier() = default;
  // One thread. Well: it was taken over for delivery. The same notice may be carried twice (when
  // the program ended before it noted the first), so it must bear a mark made from its id by which
  // the second is known. Failure: `retry` says whether the same notice may do later.
  virtual OrFailure<Nothing> carry(const KeptNotice& notice) = 0;
};

}  // namespace motcua::ports
