#include "vnpay/signing.hpp"

#include "base/digest.hpp"

namespace motcua::vnpay {
namespace {

constexpr std::string_view signature_kind_field = "vnp_SecureHashType";

bool stays(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '*' ||
         c == '-' || c == '.' || c == '_';
}

}  // namespace

std::string encode_form(std::string_view text) {
  static constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    if (stays(c)) {
      out += c;
    } else if (c == ' ') {
      out += '+';
    } else {
      const auto byte = static_cast<unsigned char>(c);
      out += '%';
      out += digits[byte >> 4];
      out += digits[byte & 15];
    }
  }
  return out;
}

std::string write_query(const Fields& fields) {
  std::string query;
  for (const auto& [name, value] : fields) {
    if (value.empty() || name == signature_field || name == signature_kind_field) continue;
    query += (query.empty() ? "" : "&") + encode_form(name) + "=" + encode_form(value);
  }
  return query;
}

std::string signed_query(const Fields& fields, std::string_view secret) {
  std::string query = write_query(fields);
  query += "&" + std::string(signature_field) + "=" + hmac_sha512_in_hex(secret, query);
  return query;
}

bool is_signed_query(const Fields& fields, std::string_view secret) {
  return equal_in_constant_time(hmac_sha512_in_hex(secret, write_query(fields)),
                                field(fields, signature_field));
}

std::string sign_message(const Fields& fields, FieldOrder order, std::string_view secret) {
  std::string message;
  for (const auto name : order) {
    if (name != order.front()) message += '|';
    message += field(fields, name);
  }
  return hmac_sha512_in_hex(secret, message);
}

bool is_signed_message(const Fields& fields, FieldOrder order, std::string_view secret) {
  return equal_in_constant_time(sign_message(fields, order, secret),
                                field(fields, signature_field));
}

std::string_view field(const Fields& fields, std::string_view name) {
  const auto found = fields.find(name);
  return found == fields.end() ? std::string_view{} : std::string_view{found->second};
}

}  // namespace motcua::vnpay
