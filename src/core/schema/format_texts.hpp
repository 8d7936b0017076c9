// Whether a text has the form a format asks for. Internal to format.hpp, which documents them.
#pragma once

#include <string_view>

namespace motcua::schema {

// RFC 3339, appendix A; time and date-time know leap seconds (23:59:60 UTC).
bool is_date(std::string_view text);
bool is_time(std::string_view text);
bool is_date_time(std::string_view text);
bool is_duration(std::string_view text);

bool is_email(std::string_view text);      // RFC 5321 Mailbox
bool is_idn_email(std::string_view text);  // RFC 6531
bool is_hostname(std::string_view text);   // RFC 1123, A-labels after RFC 5890
bool is_idn_hostname(std::string_view text);

bool is_uuid(std::string_view text);          // RFC 4122
bool is_uri_template(std::string_view text);  // RFC 6570

bool is_json_pointer(std::string_view text);           // RFC 6901
bool is_relative_json_pointer(std::string_view text);  // draft-bhutton-relative-json-pointer-00

bool is_citizen_number(std::string_view text);
bool is_identity_number(std::string_view text);
bool is_tax_code(std::string_view text);
bool is_phone_number(std::string_view text);
bool is_passport_number(std::string_view text);

}  // namespace motcua::schema
