// Provinces, districts and communes, each below another, to choose an address from.
//
// Read from lines of tab-separated columns: code, code of the place above (empty: none), name, then
// the first and the last day where there are any; "#" begins a remark, "# source:" says where the
// list is from. The list that ships is generated when the web is built, procedures/lists/places.tsv
// is the office's own: its entries stand in for those of the same code. Neither is complete.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/failure.hpp"
#include "base/moment.hpp"

namespace motcua::procedure {

struct Place {
  std::string code;
  std::string above;
  std::string name;
  std::optional<Date> from;
  std::optional<Date> until;
  bool holds_on(Date day) const { return (!from || *from <= day) && (!until || day <= *until); }
};

class Places {
 public:
  // Adds the lines of a text; one that is wrong is named, and nothing is added.
  OrFailure<Nothing> read(std::string_view text);

  const std::string& source() const { return source_; }
  bool empty() const { return places_.empty(); }
  // Those below a place ("" for provinces) on a day, in the order of their codes.
  std::vector<const Place*> below(std::string_view above, Date day) const;

 private:
  std::map<std::string, Place, std::less<>> places_;  // by code
  std::string source_;
};

}  // namespace motcua::procedure
