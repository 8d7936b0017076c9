#include "queries/travel_figures.hpp"

#include <algorithm>

namespace motcua::queries {
namespace {

using document::Alignment;
using document::Column;
using document::ReportTable;
using travel::Entry;
using travel::Kind;

json::object group_object(const travel::Group& group) {
  return {{"id", group.id},
          {"name", write(group.label)},
          {"delegations", group.delegations.size()},
          {"trips", group.trips},
          {"days", group.days},
          {"late", group.codes_late.size()}};
}

Date earliest_trip(const TravelLook& look) {
  Date earliest = look.scene().today;
  for (const auto& [code, entry] : look.scene().entries) {
    if (entry->is_delegation()) earliest = std::min(earliest, entry->trip.from);
  }
  return earliest;
}

std::vector<const Entry*> entries_in(const travel::Period& period, Kind kind,
                                     const TravelLook& look) {
  std::vector<const Entry*> found;
  for (const auto& [code, entry] : look.scene().entries) {
    if (entry->kind != kind || entry->cancelled) continue;
    if (entry->trip.from < period.first || entry->trip.from > period.last) continue;
    found.push_back(entry.get());
  }
  std::ranges::stable_sort(found, {}, [](const Entry* entry) { return entry->trip.from; });
  return found;
}

template <std::size_t N>
std::string name_of_choice(const std::array<travel::Choice, N>& choices, const std::string& id,
                           Language language) {
  const auto found = std::ranges::find(choices, id, &travel::Choice::id);
  return found == choices.end() ? std::string() : found->text().in(language);
}

ReportTable bare_table(const Text& title, const travel::Period& period,
                       const document::Letterhead& head, Language language) {
  ReportTable table;
  table.language = language;
  table.letterhead = head;
  table.title = title.in(language);
  table.subtitle = period.label.in(language);
  return table;
}

ReportTable list_table(Kind kind, const travel::Period& period, const TravelLook& look,
                       ReportTable table) {
  const auto in = [&](const char* vi, const char* en) { return Text{vi, en}.in(table.language); };
  table.sheet =
      kind == Kind::Out ? in("Đoàn ra", "Delegations out") : in("Đoàn vào", "Delegations in");
  table.columns = {{"", in("Mã", "Code"), "", 14, Alignment::Left},
                   {"", in("Đơn vị", "Unit"), "", 17, Alignment::Left},
                   {"", in("Trưởng đoàn", "Head"), "", 14, Alignment::Left},
                   {"", in("Số người", "People"), "", 6, Alignment::Right},
                   {"", in("Nước", "Countries"), "", 13, Alignment::Left},
                   {"", in("Từ ngày", "From"), "", 9, Alignment::Centre},
                   {"", in("Đến ngày", "To"), "", 9, Alignment::Centre},
                   {"", in("Nguồn kinh phí", "Funding"), "", 12, Alignment::Left},
                   {"", in("Quyết định", "Decision"), "", 12, Alignment::Left},
                   {"", in("Tình trạng", "Standing"), "", 12, Alignment::Left}};
  for (const auto* entry : entries_in(period, kind, look)) {
    const auto& trip = entry->trip;
    const auto head = trip.travellers.empty() ? std::string() : trip.travellers.front().name;
    table.rows.push_back(
        {{entry->code, trip.unit, head, std::int64_t(trip.travellers.size()),
          travel::join_countries(trip.countries), write_vietnamese(trip.from),
          write_vietnamese(trip.to), name_of_choice(travel::fundings, trip.funding, table.language),
          trip.decision, describe(travel::standing_of(*entry, look.scene())).in(table.language)},
         false});
  }
  return table;
}

ReportTable group_table(const TravelCut& cut, const TravelLook& look, ReportTable table) {
  const auto in = [&](const char* vi, const char* en) { return Text{vi, en}.in(table.language); };
  table.sheet = travel::describe(cut.by).in(table.language);
  table.columns = {{"", travel::describe(cut.by).in(table.language), "", 40, Alignment::Left},
                   {"", in("Số đoàn", "Delegations"), "", 10, Alignment::Right},
                   {"", in("Lượt người", "Trips of persons"), "", 10, Alignment::Right},
                   {"", in("Ngày người", "Days of persons"), "", 10, Alignment::Right},
                   {"", in("Báo cáo trễ", "Late reports"), "", 10, Alignment::Right}};
  const auto figures = travel::count_by(cut.by, cut.kind, cut.period, look.scene());
  const auto add = [&](const travel::Group& group, bool bold) {
    table.rows.push_back({{group.label.in(table.language), std::int64_t(group.delegations.size()),
                           std::int64_t(group.trips), std::int64_t(group.days),
                           std::int64_t(group.codes_late.size())},
                          bold});
  };
  for (const auto& group : figures.groups) add(group, false);
  add(figures.whole, true);
  table.notes.push_back(
      in("Một đoàn đi nhiều nước, hoặc gồm người của nhiều đơn vị, được tính ở mỗi nhóm; tổng số "
         "tính mỗi đoàn một lần. Không tính chuyến đi bị hủy.",
         "A delegation to several countries, or of several units, counts in each group; the total "
         "counts it once. Cancelled trips do not count."));
  return table;
}

// What begins like a formula is kept from being one.
std::string csv_field(std::string text) {
  if (!text.empty() && std::string_view("=+-@\t").find(text.front()) != std::string_view::npos) {
    text.insert(0, "'");
  }
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + "\"";
}

}  // namespace

json::object travel_figures(const TravelCut& cut, const TravelLook& look) {
  const auto figures = travel::count_by(cut.by, cut.kind, cut.period, look.scene());
  json::array groups;
  for (const auto& group : figures.groups) groups.push_back(group_object(group));
  json::array periods;
  for (const auto& one : travel::periods_to_choose(look.scene().today, earliest_trip(look))) {
    periods.push_back(json::object{{"id", one.id}, {"label", write(one.label)}});
  }
  return {{"period", json::object{{"id", cut.period.id},
                                  {"from", write_date(cut.period.first)},
                                  {"to", write_date(cut.period.last)},
                                  {"label", write(cut.period.label)}}},
          {"by", json::object{{"id", travel::write_by(cut.by)},
                              {"name", write(travel::describe(cut.by))}}},
          {"groups", std::move(groups)},
          {"whole", group_object(figures.whole)},
          {"periods", std::move(periods)}};
}

std::optional<std::vector<const Entry*>> travel_entries_of(const TravelCut& cut,
                                                           std::string_view group, bool late,
                                                           const TravelLook& look) {
  const auto figures = travel::count_by(cut.by, cut.kind, cut.period, look.scene());
  const auto* found = group == "all" ? &figures.whole : nullptr;
  for (const auto& one : figures.groups) {
    if (one.id == group) found = &one;
  }
  if (found == nullptr) return std::nullopt;
  std::vector<const Entry*> entries;
  for (const auto& code : late ? found->codes_late : found->delegations) {
    entries.push_back(look.scene().find(code));
  }
  return entries;
}

std::vector<ReportTable> travel_report(const travel::Period& period, const TravelLook& look,
                                       const document::Letterhead& head, Language language) {
  std::vector<ReportTable> tables;
  const auto bare = [&](const Text& title) { return bare_table(title, period, head, language); };
  tables.push_back(list_table(
      Kind::Out, period, look,
      bare({"Báo cáo đoàn đi công tác nước ngoài", "Report of delegations sent abroad"})));
  for (const auto by : travel::all_groupings) {
    const auto name = travel::describe(by);
    tables.push_back(group_table({by, Kind::Out, period}, look,
                                 bare({"Đoàn đi công tác nước ngoài theo: " + name.vi,
                                       "Delegations sent abroad, by: " + name.en})));
  }
  tables.push_back(list_table(
      Kind::In, period, look,
      bare({"Báo cáo đoàn nước ngoài vào làm việc", "Report of foreign delegations received"})));
  return tables;
}

std::string travel_csv(const travel::Period& period, const TravelLook& look) {
  std::string csv =  // spreadsheets take it for UTF-8 by its mark
      "\xEF\xBB\xBF"
      "code,kind,dossier,unit,purpose,purpose_kind,countries,from,to,days,people,travellers,"
      "inviting_body,funding,decision,decision_date,standing,report_on,report_late_by\r\n";
  for (const auto kind : {Kind::Out, Kind::In}) {
    for (const auto* entry : entries_in(period, kind, look)) {
      const auto& trip = entry->trip;
      std::string names;
      for (const auto& one : trip.travellers) names += (names.empty() ? "" : "; ") + one.name;
      const std::vector<std::string> fields{
          entry->code,
          std::string(travel::write_kind(kind)),
          entry->dossier,
          trip.unit,
          trip.purpose,
          trip.purpose_kind,
          travel::join_countries(trip.countries),
          write_date(trip.from),
          write_date(trip.to),
          std::to_string(entry->days()),
          std::to_string(trip.travellers.size()),
          names,
          trip.inviting_body,
          trip.funding,
          trip.decision,
          trip.decision_date ? write_date(*trip.decision_date) : "",
          std::string(travel::write_standing(travel::standing_of(*entry, look.scene()))),
          entry->report ? write_date(entry->report->on) : "",
          std::to_string(travel::report_late_by(*entry, look.scene()))};
      std::string line;
      for (const auto& field : fields) line += (line.empty() ? "" : ",") + csv_field(field);
      csv += line + "\r\n";
    }
  }
  return csv;
}

}  // namespace motcua::queries
