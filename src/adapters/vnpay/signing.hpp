// How VNPAY 2.1.0 signs: HMAC-SHA512, in lower-case hexadecimal, over the query's fields in the
// order of their names, encoded as HTML forms are; or over an API message's fields in a fixed
// order, joined by bars.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>

namespace motcua::vnpay {

using FieldOrder = std::span<const std::string_view>;  // in which a message is signed
using Fields = std::map<std::string, std::string, std::less<>>;

inline constexpr std::string_view signature_field = "vnp_SecureHash";

// Letters, digits and *-._ stay, a blank is a plus, all else is %XX.
std::string encode_form(std::string_view text);

// "vnp_Amount=…&…" of the fields that are not empty, without their signature.
std::string write_query(const Fields& fields);
std::string signed_query(const Fields& fields, std::string_view secret);
// In constant time. False also when there is no signature.
bool is_signed_query(const Fields& fields, std::string_view secret);

std::string sign_message(const Fields& fields, FieldOrder order, std::string_view secret);
bool is_signed_message(const Fields& fields, FieldOrder order, std::string_view secret);

// The value of a field; empty when it is not there.
std::string_view field(const Fields& fields, std::string_view name);

}  // namespace motcua::vnpay
