#include "appointment/calendar_entry.hpp"

namespace motcua::appointment {
namespace {

constexpr std::size_t longest_line = 75;  // bytes, RFC 5545 3.1

// RFC 5545 3.3.11: backslash, semicolon, comma and line feeds are escaped.
std::string escaped_text(std::string_view text) {
  std::string out;
  for (const char letter : text) {
    if (letter == '\\' || letter == ';' || letter == ',') out += '\\';
    if (letter == '\n') {
      out += "\\n";
    } else if (static_cast<unsigned char>(letter) >= 0x20 && letter != 0x7f) {
      out += letter;
    }
  }
  return out;
}

bool continues_letter(char byte) { return (byte & 0xC0) == 0x80; }

std::string folded(std::string_view line) {
  std::string out;
  std::size_t room = longest_line;
  while (line.size() > room) {
    std::size_t cut = room;
    while (continues_letter(line[cut])) --cut;
    out.append(line.substr(0, cut)).append("\r\n ");
    line.remove_prefix(cut);
    room = longest_line - 1;  // the blank a continued line begins with
  }
  return out.append(line).append("\r\n");
}

// 20170413T013000Z
std::string utc(Moment moment) {
  const std::string local = write_moment(moment - office_utc_offset);
  std::string out;
  for (const char letter : std::string_view(local).substr(0, 19)) {
    if (letter != '-' && letter != ':') out += letter;
  }
  return out + "Z";
}

}  // namespace

std::string calendar_entry(const Appointment& appointment, const EntryWords& words, Moment now) {
  const bool cancelled = appointment.state == State::CancelledByPerson ||
                         appointment.state == State::CancelledByOffice;
  std::string out;
  for (const auto& line :
       {std::string("BEGIN:VCALENDAR"), std::string("VERSION:2.0"),
        std::string("PRODID:-//Mot Cua//motcua//VI"), std::string("CALSCALE:GREGORIAN"),
        std::string("METHOD:") + (cancelled ? "CANCEL" : "PUBLISH"), std::string("BEGIN:VEVENT"),
        "UID:" + appointment.code + "@motcua", "DTSTAMP:" + utc(now),
        "SEQUENCE:" + std::to_string(appointment.revision), "DTSTART:" + utc(appointment.at),
        "DTEND:" + utc(appointment.until), "SUMMARY:" + escaped_text(words.summary),
        "LOCATION:" + escaped_text(words.place), "DESCRIPTION:" + escaped_text(words.description),
        "URL:" + words.address, std::string("STATUS:") + (cancelled ? "CANCELLED" : "CONFIRMED"),
        std::string("END:VEVENT"), std::string("END:VCALENDAR")}) {
    out += folded(line);
  }
  return out;
}

}  // namespace motcua::appointment
