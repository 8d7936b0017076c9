// An address of Viet Nam in the three levels of 2017: province, district, commune, and the line
// with house and street.
//
// A form asks for one by the keyword `address` on an object with these four members, all texts. The
// places offered (places.hpp) are a help and no rule: any text is taken, for no list is whole.
#pragma once

#include <string>
#include <string_view>

#include "base/json.hpp"

namespace motcua::procedure {

inline constexpr std::string_view address_keyword = "address";
inline constexpr std::string_view three_levels = "province-district-commune";

// Whether a question (its schema, or nullptr) asks for an address, and whether it asks rightly.
bool is_address(const json::object* question);
bool is_whole_address(const json::object& question);

// An address in its parts, each empty where nothing was said.
struct Address {
  std::string street;
  std::string commune;
  std::string district;
  std::string province;
  bool is_empty() const;
  bool operator==(const Address&) const = default;
};
// As the answer to such a question, without what is empty; an object at any rate.
json::value write_parts(const Address& address);
Address read_parts(const json::value& answer);  // what is no text is left out

// "12 phố Huế, Phường Phạm Đình Hổ, Quận Hai Bà Trưng, Thành phố Hà Nội"; without what is missing.
std::string written_address(const json::value& answer);

}  // namespace motcua::procedure
