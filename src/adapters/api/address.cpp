#include "api/address.hpp"

#include <algorithm>

#include "schema/format.hpp"

namespace motcua::api {

void check_address(Input& input, std::string_view email) {
  const auto at = email.rfind('@');
  const bool fits = schema::find_format("idn-email")->fits(email) && at != std::string_view::npos &&
                    email.find('.', at) != std::string_view::npos;
  if (email.empty() || fits) return;
  input.wrong("email", "email", {"Địa chỉ thư điện tử chưa đúng", "Not an e-mail address"});
}

void check_phone(Input& input, std::string_view phone) {
  const auto digits = std::ranges::count_if(phone, is_ascii_digit);
  const bool plain = std::ranges::all_of(phone, [](char c) {
    return is_ascii_digit(c) || std::string_view(" +-.()").find(c) != std::string_view::npos;
  });
  if (phone.empty() || (plain && digits >= 8 && digits <= 15)) return;
  input.wrong("phone", "phone", {"Số điện thoại chưa đúng", "Not a telephone number"});
}

}  // namespace motcua::api
