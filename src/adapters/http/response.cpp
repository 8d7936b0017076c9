#include "http/response.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace motcua::http {
namespace {

void append_line(std::string& frame, std::string_view field, std::string_view value) {
  frame += field;
  frame += ": ";
  for (const char c : value) {
    if (c != '\n' && c != '\r') frame += c;
  }
  frame += '\n';
}

bool is_safe_in_quotes(char c) {
  return c >= ' ' && c <= '~' && c != '"' && c != '\\' && c != '/' && c != '%' && c != ';';
}

}  // namespace

std::string event_frame(std::string_view name, std::string_view text, std::string_view id) {
  std::string frame;
  if (!name.empty()) append_line(frame, "event", name);
  if (!id.empty()) append_line(frame, "id", id);
  for (;;) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    append_line(frame, "data", text.substr(0, end));
    if (end == text.size()) break;
    text.remove_prefix(end + 1);
  }
  frame += '\n';
  return frame;
}

std::string content_disposition(Disposition disposition, std::string_view file_name) {
  std::string ascii;
  for (const char c : fold(file_name)) ascii += is_safe_in_quotes(c) ? c : '_';
  std::string value = disposition == Disposition::Inline ? "inline" : "attachment";
  value += "; filename=\"" + ascii + "\"; filename*=UTF-8''" + percent_encode(file_name);
  return value;
}

}  // namespace motcua::http
