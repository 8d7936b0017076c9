#include "queries/petition_figures.hpp"

#include <algorithm>
#include <map>

#include "petition/figures.hpp"
#include "report/rate.hpp"

namespace motcua::queries {
namespace {

using Counts = std::map<std::string, std::int64_t, std::less<>>;

petition::Period as_petition_period(const report::Period& period, Moment now) {
  return {period.first, period.last, report::as_of(period, now)};
}

// Petitions' cells and dossiers' stand side by side on the leaders' pages.
constexpr std::string_view cell_prefix = "petition:";
std::string shown_cell(const std::string& cell) { return std::string(cell_prefix) + cell; }

Counts counts_of(const commands::PetitionDesk& desk, const petition::Period& period) {
  const auto all = desk.all();
  std::vector<const petition::Petition*> petitions;
  petitions.reserve(all.size());
  for (const auto& one : all) petitions.push_back(one.get());
  Counts counts;
  for (auto& [cell, count] : petition::count(petitions, period)) counts[cell] = count;
  return counts;
}

json::object count_line(const Counts& counts, const std::string& cell, Text label) {
  const auto found = counts.at(cell);
  return {{"label", write(label)}, {"count", found}, {"cell", shown_cell(cell)}};
}

struct RateOf {
  std::string numerator;
  std::string denominator;
  Text label;
  Text definition;
};

json::object rate_of(const Counts& counts, const RateOf& rate, json::array rest) {
  const auto numerator = counts.at(rate.numerator);
  const auto denominator = counts.at(rate.denominator);
  const auto percent = report::cut_percent(numerator, denominator);
  return {
      {"label", write(rate.label)},
      {"numerator", numerator},
      {"denominator", denominator},
      {"percent", percent ? json::value(report::write_hundredths(*percent)) : json::value(nullptr)},
      {"definition", write(rate.definition)},
      {"rounding", write(Text{"Hai chữ số thập phân, cắt bỏ phần sau, không làm tròn lên.",
                              "Two decimals, the rest is cut, never rounded up."})},
      {"numerator_cell", shown_cell(rate.numerator)},
      {"denominator_cell", shown_cell(rate.denominator)},
      {"rest", std::move(rest)}};
}

const Text& duty_definition() {
  static const Text text{
      "Mẫu số: việc đến hạn trong kỳ, kể cả việc quá hạn mà chưa làm; không tính việc còn trong "
      "hạn, việc đang chờ người gửi và phản ánh rút trước hạn. Trễ rồi thì vẫn là trễ.",
      "Of those that fell due in the period, with those past their date and still not done; "
      "without "
      "those within their term, waiting for the sender, or withdrawn before the date. What was "
      "late "
      "stays late."};
  return text;
}

json::object duty_rate(const Counts& counts, petition::DutyKind kind, Text label) {
  const std::string cell = "duty:" + std::string(petition::write_duty(kind)) + ":";
  json::array rest;
  rest.push_back(count_line(counts, cell + "late", {"Làm xong nhưng trễ", "Done too late"}));
  rest.push_back(
      count_line(counts, cell + "owed", {"Quá hạn mà chưa làm", "Past its date, still not done"}));
  return rate_of(counts, {cell + "in-term", cell + "fell-due", std::move(label), duty_definition()},
                 std::move(rest));
}

json::object whole_rate(const Counts& counts) {
  json::array rest;
  rest.push_back(
      count_line(counts, "whole:late", {"Trễ ít nhất một việc", "Late with one or more"}));
  return rate_of(counts,
                 {"whole:in-term",
                  "whole:fell-due",
                  {"Xử lý đúng hạn mọi việc", "Every term kept"},
                  {"Phản ánh, kiến nghị đến hạn trong kỳ mà trả lời, từ chối, đề nghị bổ sung và "
                   "công khai đều "
                   "đúng hạn (chỉ số 5.2).",
                   "Petitions due in the period of which answer, refusal, question and publication "
                   "were all in "
                   "their terms (index 5.2)."}},
                 std::move(rest));
}

json::object content_rate(const Counts& counts) {
  json::array rest;
  rest.push_back(count_line(counts, "content:disliked",
                            {"Người gửi không hài lòng", "Its sender disliked it"}));
  rest.push_back(
      count_line(counts, "content:repeated", {"Người gửi phản ánh lại", "Its sender came again"}));
  rest.push_back(count_line(counts, "content:late", {"Trễ hạn", "Late"}));
  return rate_of(
      counts,
      {"content:good",
       "content:all",
       {"Hài lòng với câu trả lời", "Content with the answer"},
       {"Đã trả lời trong kỳ, trừ những phản ánh người gửi không hài lòng, phải gửi lại hoặc trễ "
        "hạn (chỉ số 5.3). Một phản ánh có thể thuộc nhiều nhóm trừ. Không nhận xét được tính là "
        "hài lòng: xem thêm số người đã bấm hài lòng.",
        "Answered in the period, less those disliked, repeated or late (index 5.3). One may be "
        "several of these. Whoever said nothing counts as content: see also how many said they "
        "are."}},
      std::move(rest));
}

json::array count_lines(const Counts& counts) {
  json::array lines;
  const auto add = [&](const std::string& cell, Text label) {
    lines.push_back(count_line(counts, cell, std::move(label)));
  };
  add("received", {"Tiếp nhận", "Received"});
  for (const auto kind : petition::all_kinds) {
    add("received:" + std::string(petition::write_kind(kind)), petition::describe(kind));
  }
  add("answered", {"Đã trả lời", "Answered"});
  add("refused", {"Không tiếp nhận", "Refused"});
  add("withdrawn", {"Người gửi rút", "Withdrawn"});
  add("open", {"Đang xử lý", "Open"});
  add("late-now", {"Đang quá hạn", "Open and late"});
  add("liked", {"Người gửi bấm hài lòng", "Its sender said he is content"});
  add("content:disliked", {"Người gửi bấm không hài lòng", "Its sender said he is not"});
  add("published", {"Công khai", "Published"});
  return lines;
}

Date earliest_of(const commands::PetitionDesk& desk, Moment now) {
  Date earliest = date_of(now);
  for (const auto& one : desk.all()) earliest = std::min(earliest, date_of(one->received_at));
  return earliest;
}

}  // namespace

std::optional<json::value> petition_figures(const commands::PetitionDesk& desk,
                                            std::string_view period, Moment now) {
  const auto parsed = report::parse_period(period);
  if (!parsed) return std::nullopt;
  const auto asked = as_petition_period(*parsed, now);
  const auto counts = counts_of(desk, asked);
  using petition::DutyKind;
  json::array rates;
  rates.push_back(duty_rate(counts, DutyKind::Answer, {"Trả lời đúng hạn", "Answered in term"}));
  rates.push_back(duty_rate(counts, DutyKind::Refuse, {"Từ chối đúng hạn", "Refused in term"}));
  rates.push_back(duty_rate(counts, DutyKind::AskSupplement,
                            {"Đề nghị bổ sung đúng hạn", "Asked for more in term"}));
  rates.push_back(
      duty_rate(counts, DutyKind::Publish, {"Công khai đúng hạn", "Published in term"}));
  rates.push_back(whole_rate(counts));
  rates.push_back(content_rate(counts));
  json::array periods;
  for (const auto& choice : report::periods_to_choose(date_of(now), earliest_of(desk, now))) {
    periods.push_back(json::object{{"id", choice.id}, {"label", write(choice.label)}});
  }
  return json::object{{"period", json::object{{"id", parsed->id},
                                              {"from", write_date(parsed->first)},
                                              {"to", write_date(parsed->last)},
                                              {"label", write(parsed->label)}}},
                      {"as_of", write_moment(asked.as_of)},
                      {"counts", count_lines(counts)},
                      {"rates", std::move(rates)},
                      {"periods", std::move(periods)}};
}

std::optional<std::vector<commands::PetitionSnapshot>> petitions_of_cell(
    const commands::PetitionDesk& desk, std::string_view cell, std::string_view period,
    Moment now) {
  const auto parsed = report::parse_period(period);
  if (!cell.starts_with(cell_prefix)) return std::nullopt;
  const auto test = petition::test_of(cell.substr(cell_prefix.size()));
  if (!parsed || !test) return std::nullopt;
  const auto asked = as_petition_period(*parsed, now);
  auto found = desk.all();
  std::erase_if(found, [&](const auto& one) { return !(*test)(*one, asked); });
  return found;
}

json::value open_petition_counts(const commands::PetitionDesk& desk, std::int64_t minimum,
                                 Moment now) {
  const auto counts = counts_of(desk, {earliest_of(desk, now), date_of(now), now});
  const auto due = counts.at("duty:answer:fell-due");
  json::object out{
      {"received", counts.at("received")}, {"in_term", nullptr}, {"fell_due", nullptr}};
  if (due >= minimum) {
    out["in_term"] = counts.at("duty:answer:in-term");
    out["fell_due"] = due;
  }
  return out;
}

}  // namespace motcua::queries
