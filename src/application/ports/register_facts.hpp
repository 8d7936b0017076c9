// What registers of the office say of people, as authority matrices ask it.
//
// Answers are snapshots: they never change, whatever happens to the register later. Any thread.
#pragma once

#include <memory>
#include <vector>

#include "authority/registers.hpp"
#include "dossier/state.hpp"

namespace motcua::ports {

using DecidedDossiers = std::vector<std::shared_ptr<const dossier::Dossier>>;

struct RegistersNow {
  std::shared_ptr<const authority::Registers> said;
  std::uint64_t revision = 0;  // grows whenever the register changes
};

class RegisterFacts {
 public:
  virtual ~RegisterFacts() = default;
  virtual RegistersNow now() const = 0;
  // With dossiers decided in a commit that is still being made.
  virtual std::shared_ptr<const authority::Registers> with(
      const DecidedDossiers& decided) const = 0;
};

}  // namespace motcua::ports
