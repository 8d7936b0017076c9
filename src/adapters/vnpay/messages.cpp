#include "vnpay/messages.hpp"

#include <algorithm>
#include <boost/json/object.hpp>
#include <charconv>

#include "base/json.hpp"
#include "http/percent.hpp"

namespace motcua::vnpay {
namespace {

constexpr std::int64_t hundredths = 100;
constexpr std::size_t digits_of_time = 14;

}  // namespace

std::string write_amount(Dong amount) { return std::to_string((amount * hundredths).amount); }

std::optional<Dong> read_amount(std::string_view text) {
  std::int64_t value = 0;
  const auto* end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, value);
  const bool whole = read.ec == std::errc{} && read.ptr == end && value > 0;
  if (!whole || value % hundredths != 0) return std::nullopt;
  return Dong{value / hundredths};
}

std::string write_time(Moment moment) {
  std::string text = write_moment(moment).substr(0, std::string_view("2017-04-12T09:10:00").size());
  std::erase_if(text, [](char c) { return !is_ascii_digit(c); });
  return text;
}

std::optional<Moment> read_time(std::string_view text) {
  if (text.size() != digits_of_time || !std::ranges::all_of(text, is_ascii_digit)) {
    return std::nullopt;
  }
  std::string moment(text);
  for (const auto& [at, mark] : {std::pair{12, ":"}, {10, ":"}, {8, "T"}, {6, "-"}, {4, "-"}}) {
    moment.insert(static_cast<std::size_t>(at), mark);
  }
  return parse_moment(moment);
}

std::optional<Fields> read_query(std::string_view query) {
  auto pairs = http::decode_form(query);
  if (!pairs) return std::nullopt;
  Fields fields;
  for (auto& [name, value] : *pairs) {
    if (!fields.emplace(std::move(name), std::move(value)).second) return std::nullopt;
  }
  return fields;
}

OrFailure<Fields> read_message(std::string_view json_text) {
  const auto value = read_json(json_text);
  const auto* object = value ? value->if_object() : nullptr;
  if (object == nullptr) return malformed("not a JSON object");
  Fields fields;
  for (const auto& [name, member] : *object) {
    if (member.is_string()) fields[name] = std::string(member.get_string());
    if (member.is_int64()) fields[name] = std::to_string(member.get_int64());
    if (!member.is_string() && !member.is_int64() && !member.is_null()) {
      return malformed("member " + std::string(name) + " is no text");
    }
  }
  return fields;
}

std::string write_message(const Fields& fields) {
  json::object object;
  for (const auto& [name, value] : fields) object[name] = value;
  return write_json(object);
}

}  // namespace motcua::vnpay
