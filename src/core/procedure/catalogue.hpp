// The procedures an office offers, each with its versions.
//
// Ordered by Version::order, procedure, number. A published version with a newer published one
// beside it is Amended here. Pointers live as long as the catalogue.
#pragma once

#include <string_view>
#include <vector>

#include "procedure/procedure.hpp"

namespace motcua::procedure {

class Catalogue {
 public:
  Catalogue() = default;
  explicit Catalogue(std::vector<Version> versions);

  // The version applications are received under on `date`: the newest one published and in force
  // by then; nullptr when there is none or that one is abolished by then.
  const Version* in_force(std::string_view procedure, Date date) const;
  const Version* find(std::string_view procedure, int version) const;
  std::vector<const Version*> all_in_force(Date date) const;  // in catalogue order
  const std::vector<Version>& versions() const { return versions_; }

 private:
  std::vector<Version> versions_;
};

}  // namespace motcua::procedure
