#include "queries/json_parts.hpp"

#include <array>

namespace motcua::queries {
namespace {

constexpr std::array<std::string_view, 7> weekdays_vi{"Chủ nhật", "thứ Hai", "thứ Ba", "thứ Tư",
                                                      "thứ Năm",  "thứ Sáu", "thứ Bảy"};
constexpr std::array<std::string_view, 7> weekdays_en{"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                      "Thursday", "Friday", "Saturday"};

// Length in bytes of the UTF-8 letter at the front.
std::size_t letter_size(std::string_view text) {
  const auto first = static_cast<unsigned char>(text.front());
  const std::size_t size = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  return std::min(size, text.size());
}

}  // namespace

json::value write(const Text& text) {
  return json::object{{"vi", text.vi}, {"en", text.en.empty() ? text.vi : text.en}};
}

json::value write(const std::optional<Moment>& moment) {
  return moment ? json::value(write_moment(*moment)) : json::value(nullptr);
}

json::value write(const dossier::Status& status) {
  return json::object{
      {"number", status.number}, {"name", write(status.name)}, {"plain", write(status.plain)}};
}

json::value write(const dossier::Countdown& countdown) {
  return json::object{{"kind", countdown.kind},
                      {"text", write(countdown.text)},
                      {"working_minutes", countdown.working_minutes}};
}

json::value write(const dossier::PaperFile& file) {
  json::object out{{"id", file.id},
                   {"paper", file.paper},
                   {"name", file.name},
                   {"size", file.size},
                   {"media_type", file.media_type},
                   {"sha256", file.sha256},
                   {"received_at", write_moment(file.received_at)}};
  if (file.pages > 0) out["pages"] = file.pages;
  if (file.signatures > 0) out["signatures"] = file.signatures;
  if (!file.origin.empty()) out["origin"] = file.origin;
  return out;
}

json::value write(const calendar::CountedDay& day) {
  return json::object{{"date", write_date(day.date)},
                      {"counted", day.counted},
                      {"ordinal", day.ordinal},
                      {"reason", calendar::write_day_reason(day.reason)},
                      {"text", write(day.text)}};
}

json::value write(const dossier::Applicant& applicant) {
  return json::object{{"kind", applicant.kind},         {"name", applicant.name},
                      {"identity", applicant.identity}, {"address", applicant.address},
                      {"phone", applicant.phone},       {"email", applicant.email}};
}

Text describe(Moment moment) {
  const std::chrono::weekday weekday{date_of(moment)};
  const auto at = weekday.c_encoding();
  const std::string time = write_time(time_of(moment));
  const std::string date = write_vietnamese(date_of(moment));
  return {time + " " + std::string(weekdays_vi[at]) + " " + date,
          time + " on " + std::string(weekdays_en[at]) + " " + date};
}

Text unit_name(const authority::Office& office, std::string_view unit) {
  if (unit == "applicant") return {"Người nộp hồ sơ", "The applicant"};
  const auto* known = office.find_unit(unit);
  return known == nullptr ? Text{std::string(unit), std::string(unit)} : known->name;
}

Text task_name(const procedure::Version& version, std::string_view task) {
  return version.step_name(task);
}

std::string masked(std::string_view name) {
  std::string out;
  bool first = true;
  while (!name.empty()) {
    const auto letter = name.substr(0, letter_size(name));
    name.remove_prefix(letter.size());
    if (letter == " ") {
      out += ' ';
      first = true;
    } else if (first) {
      out += letter;
      out += "•••";
      first = false;
    }
  }
  return out;
}

}  // namespace motcua::queries
