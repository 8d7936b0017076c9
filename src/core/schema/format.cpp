#include "schema/format.hpp"

#include <algorithm>
#include <array>

#include "schema/decimal.hpp"
#include "schema/ecma_pattern.hpp"
#include "schema/format_texts.hpp"
#include "schema/pattern.hpp"
#include "schema/uri.hpp"

namespace motcua::schema {
namespace {

constexpr std::string_view format_code = "format";

bool is_uri(std::string_view text) { return is_absolute_uri(text, Characters::Ascii); }
bool is_iri(std::string_view text) { return is_absolute_uri(text, Characters::International); }
bool is_reference(std::string_view text) { return is_uri_reference(text, Characters::Ascii); }
bool is_iri_reference(std::string_view text) {
  return is_uri_reference(text, Characters::International);
}
bool is_regex(std::string_view text) { return translate_ecma_pattern(text).ok(); }

bool is_money(const json::value& number) {
  static constexpr std::int64_t most = 1'000'000'000'000'000;
  const Decimal amount(number);
  return amount.is_whole() && amount >= Decimal(json::value(0)) &&
         amount <= Decimal(json::value(most));
}

constexpr RejectionKind address_broken{format_code,
                                       "Cần là một địa chỉ trên mạng viết đúng quy cách",
                                       "Needs to be a well-formed web address"};
constexpr RejectionKind mail_broken{format_code, "Cần là địa chỉ thư điện tử, ví dụ ten@example.vn",
                                    "Needs to be an e-mail address, such as name@example.vn"};
constexpr RejectionKind host_broken{format_code, "Cần là tên máy trên mạng, ví dụ example.vn",
                                    "Needs to be the name of a host, such as example.vn"};
constexpr RejectionKind pointer_broken{format_code, "Cần là một con trỏ JSON",
                                       "Needs to be a JSON Pointer"};

constexpr std::array<Format, 25> formats{{
    {"date",
     is_date,
     nullptr,
     {format_code, "Cần là ngày có thật, viết như 2017-04-20",
      "Needs to be a date that exists, written like 2017-04-20"}},
    {"time",
     is_time,
     nullptr,
     {format_code, "Cần là giờ có thật kèm múi giờ, viết như 08:30:00+07:00",
      "Needs to be a time with its zone, written like 08:30:00+07:00"}},
    {"date-time",
     is_date_time,
     nullptr,
     {format_code, "Cần là ngày giờ có thật, viết như 2017-04-20T08:30:00+07:00",
      "Needs to be a date and time, written like 2017-04-20T08:30:00+07:00"}},
    {"duration",
     is_duration,
     nullptr,
     {format_code, "Cần là khoảng thời gian, viết như P3D hoặc PT2H",
      "Needs to be a length of time, written like P3D or PT2H"}},
    {"email", is_email, nullptr, mail_broken},
    {"idn-email", is_idn_email, nullptr, mail_broken},
    {"hostname", is_hostname, nullptr, host_broken},
    {"idn-hostname", is_idn_hostname, nullptr, host_broken},
    {"ipv4",
     is_ipv4,
     nullptr,
     {format_code, "Cần là địa chỉ IPv4, ví dụ 192.0.2.1",
      "Needs to be an IPv4 address, such as 192.0.2.1"}},
    {"ipv6",
     is_ipv6,
     nullptr,
     {format_code, "Cần là địa chỉ IPv6, ví dụ 2001:db8::1",
      "Needs to be an IPv6 address, such as 2001:db8::1"}},
    {"uri", is_uri, nullptr, address_broken},
    {"uri-reference", is_reference, nullptr, address_broken},
    {"iri", is_iri, nullptr, address_broken},
    {"iri-reference", is_iri_reference, nullptr, address_broken},
    {"uri-template", is_uri_template, nullptr, address_broken},
    {"uuid",
     is_uuid,
     nullptr,
     {format_code, "Cần là mã UUID gồm 32 chữ số thập lục phân", "Needs to be a UUID"}},
    {"json-pointer", is_json_pointer, nullptr, pointer_broken},
    {"relative-json-pointer", is_relative_json_pointer, nullptr, pointer_broken},
    {"regex",
     is_regex,
     nullptr,
     {format_code, "Cần là một biểu thức chính quy", "Needs to be a regular expression"}},
    {"vn-cccd",
     is_citizen_number,
     nullptr,
     {format_code, "Cần là số căn cước công dân gồm 12 chữ số",
      "Needs to be a citizen's identity number of 12 digits"}},
    {"vn-identity-number",
     is_identity_number,
     nullptr,
     {format_code, "Cần là số chứng minh nhân dân (9 chữ số) hoặc căn cước công dân (12 chữ số)",
      "Needs to be the number of an identity card: 9 digits, or 12 of a citizen's card"}},
    {"vn-tax-code",
     is_tax_code,
     nullptr,
     {format_code, "Cần là mã số thuế đúng: 10 chữ số, hoặc 10 chữ số rồi gạch nối và 3 chữ số",
      "Needs to be a valid tax code: 10 digits, or 10 digits, a hyphen and 3 more"}},
    {"vn-phone",
     is_phone_number,
     nullptr,
     {format_code, "Cần là số điện thoại, ví dụ 024 3999 9999 hoặc +84 24 3999 9999",
      "Needs to be a telephone number, such as 024 3999 9999 or +84 24 3999 9999"}},
    {"passport-number",
     is_passport_number,
     nullptr,
     {format_code, "Cần là số hộ chiếu: 5 đến 9 chữ in hoa và chữ số",
      "Needs to be a passport number: 5 to 9 capital letters and digits"}},
    {"money-vnd",
     nullptr,
     is_money,
     {format_code, "Cần là số tiền đồng, không có phần lẻ", "Needs to be a whole amount of đồng"}},
}};

}  // namespace

const Format* find_format(std::string_view name) {
  const auto found = std::ranges::find(formats, name, &Format::name);
  return found == formats.end() ? nullptr : &*found;
}

}  // namespace motcua::schema
