#include "procedure/places.hpp"

#include <algorithm>

namespace motcua::procedure {
namespace {

constexpr std::string_view source_mark = "# source: ";

std::string_view take_column(std::string_view& line) {
  const auto end = std::min(line.find('\t'), line.size());
  const auto column = line.substr(0, end);
  line.remove_prefix(std::min(end + 1, line.size()));
  return column;
}

std::optional<Place> read_place(std::string_view line) {
  Place place;
  place.code = take_column(line);
  place.above = take_column(line);
  place.name = take_column(line);
  if (place.code.empty() || place.name.empty() || place.above == place.code) return std::nullopt;
  for (auto* day : {&place.from, &place.until}) {
    const auto column = take_column(line);
    *day = parse_date(column);
    if (!column.empty() && !*day) return std::nullopt;
  }
  return line.empty() ? std::optional(std::move(place)) : std::nullopt;
}

}  // namespace

OrFailure<Nothing> Places::read(std::string_view text) {
  std::map<std::string, Place, std::less<>> read;
  std::string source = source_;
  for (int number = 1; !text.empty(); ++number) {
    const auto end = std::min(text.find('\n'), text.size());
    const auto line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.starts_with(source_mark)) source = line.substr(source_mark.size());
    if (line.empty() || line.starts_with('#')) continue;
    auto place = read_place(line);
    if (!place) return malformed("places, line " + std::to_string(number) + " is no place");
    read.insert_or_assign(place->code, std::move(*place));
  }
  for (auto& [code, place] : read) places_.insert_or_assign(code, std::move(place));
  source_ = std::move(source);
  return Nothing{};
}

std::vector<const Place*> Places::below(std::string_view above, Date day) const {
  std::vector<const Place*> found;
  for (const auto& [code, place] : places_) {
    if (place.above == above && place.holds_on(day)) found.push_back(&place);
  }
  return found;
}

}  // namespace motcua::procedure
