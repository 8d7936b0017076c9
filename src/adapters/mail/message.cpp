#include "mail/message.hpp"

#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <cstdio>

namespace motcua::mail {
namespace {

constexpr std::string_view line_end = "\r\n";

std::string base64(std::string_view bytes) {
  std::string written(4 * ((bytes.size() + 2) / 3) + 1, '\0');
  const int size = EVP_EncodeBlock(reinterpret_cast<unsigned char*>(written.data()),
                                   reinterpret_cast<const unsigned char*>(bytes.data()),
                                   static_cast<int>(bytes.size()));
  written.resize(static_cast<std::size_t>(size));
  return written;
}

bool is_plain(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == ' ' ||
           c == '-' || c == '.' || c == ',' || c == '/';
  });
}

// Encoded words of at most 75 letters on lines of their own; none is cut inside a letter.
// [RFC 2047, 2 and 5]
std::string encoded(std::string_view text) {
  constexpr std::size_t bytes_a_word = 45;
  std::string words;
  while (!text.empty()) {
    auto size = std::min(bytes_a_word, text.size());
    while (size < text.size() && size > 0 && (text[size] & 0xC0) == 0x80) --size;
    if (size == 0) size = std::min(bytes_a_word, text.size());  // no UTF-8
    if (!words.empty()) words += "\r\n ";
    words += "=?UTF-8?B?" + base64(text.substr(0, size)) + "?=";
    text.remove_prefix(size);
  }
  return words;
}

std::string header_text(std::string_view text) {
  constexpr std::size_t longest_plain = 60;
  return is_plain(text) && text.size() <= longest_plain ? std::string(text) : encoded(text);
}

std::string mail_date(Moment moment) {
  constexpr std::array<const char*, 7> days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  constexpr std::array<const char*, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                               "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const auto date = date_of(moment);
  const std::chrono::year_month_day day{date};
  const std::chrono::weekday weekday{date};
  const std::chrono::hh_mm_ss time{moment - date};
  std::array<char, 48> text{};
  std::snprintf(text.data(), text.size(), "%s, %02u %s %04d %02d:%02d:%02d +0700",
                days[weekday.c_encoding()], unsigned(day.day()), months[unsigned(day.month()) - 1],
                int(day.year()), int(time.hours().count()), int(time.minutes().count()),
                int(time.seconds().count()));
  return text.data();
}

std::string in_lines(std::string_view letters) {
  constexpr std::size_t columns = 76;
  std::string lines;
  for (std::size_t i = 0; i < letters.size(); i += columns) {
    lines.append(letters.substr(i, columns)).append(line_end);
  }
  return lines;
}

// Line ends of texts are CRLF in mail. [RFC 2045, 6.8]
std::string with_mail_line_ends(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\r') continue;
    if (c == '\n') out += '\r';
    out += c;
  }
  return out;
}

std::string_view domain_of(std::string_view address) {
  return address.substr(address.find('@') + 1);
}

}  // namespace

bool is_address(std::string_view text) {
  const auto at = text.find('@');
  if (text.size() > 254 || at == 0 || at == std::string_view::npos || at + 1 == text.size() ||
      text.find('@', at + 1) != std::string_view::npos || text.front() == '-') {
    return false;
  }
  return std::all_of(text.begin(), text.end(), [](char c) {
    return c > ' ' && c < 0x7f &&
           std::string_view("()<>[]\\,;:\"").find(c) == std::string_view::npos;
  });
}

std::string message_id(const ports::KeptNotice& kept, std::string_view sender_address) {
  std::string id = "<n" + std::to_string(kept.id);
  if (!kept.made.code.empty()) {
    id += "." + kept.made.code + "." + std::to_string(kept.made.version);
  }
  return id + "@" + std::string(domain_of(sender_address)) + ">";
}

std::string write_message(const ports::KeptNotice& kept, const Sender& sender) {
  const auto& notice = kept.made.notice;
  std::string message;
  const auto header = [&](std::string_view name, std::string_view value) {
    message.append(name).append(": ").append(value).append(line_end);
  };
  const std::string name = sender.name.empty() ? "" : encoded(sender.name) + " ";
  header("Date", mail_date(kept.made.made_at));
  header("From", name + "<" + sender.address + ">");
  header("To", "<" + notice.address + ">");
  header("Subject", header_text(notice.subject));
  header("Message-ID", message_id(kept, sender.address));
  header("MIME-Version", "1.0");
  header("Content-Type", "text/plain; charset=utf-8");
  header("Content-Transfer-Encoding", "base64");
  header("Content-Language", notice.language == Language::English ? "en" : "vi");
  header("Auto-Submitted", "auto-generated");  // [RFC 3834] no machine answers a machine
  return message + std::string(line_end) + in_lines(base64(with_mail_line_ends(notice.body)));
}

}  // namespace motcua::mail
