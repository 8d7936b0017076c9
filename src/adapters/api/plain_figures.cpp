#include "api/plain_figures.hpp"

namespace motcua::api::plain {
namespace {

// "97,82 % (1215/1242)", or why there is no rate.
std::string fraction(const Told& rate) {
  const auto percent = rate.text("percent");
  const auto of = rate.number("numerator") + "/" + rate.number("denominator");
  if (percent.empty()) return rate.in({"không có", "none"}) + " (" + of + ")";
  return percent + " % (" + of + ")";
}

std::string parts_html(const Told& rate, std::string_view which) {
  std::vector<std::string> texts;
  for (const auto& part : rate.list(which)) {
    texts.push_back(part.text("label") + ": " + part.number("count"));
  }
  return texts.empty() ? std::string() : lines(texts);
}

std::string rates_html(const Told& told) {
  const auto definitions = told.list("rates");
  const auto fractions = told.part("total").list("rates");
  std::string html;
  for (std::size_t i = 0; i < definitions.size() && i < fractions.size(); ++i) {
    html += element("h2", definitions[i].text("label") + ": " + fraction(fractions[i])) +
            element("p", definitions[i].text("definition") + " " + definitions[i].text("rounding"));
    for (const auto which : {"rescued", "rest", "left_out"}) {
      html += parts_html(fractions[i], which);
    }
  }
  return html;
}

// One procedure, or all: what came, what became of it, its rates. No wide table on a small screen.
std::string line_html(const Told& told, const Told& line) {
  const auto counts = line.part("counts");
  const auto with_late = [&](std::string_view all, std::string_view late, const Text& of_these) {
    return counts.number(all) + " (" + told.in(of_these) + " " + counts.number(late) + ")";
  };
  std::vector<std::pair<std::string, std::string>> rows{
      {told.in({"Tiếp nhận", "Received"}), counts.number("received")},
      {told.in({"Đã giải quyết", "Settled"}),
       with_late("settled", "settled_late", {"trong đó quá hạn", "of these late"})},
      {told.in({"Đang giải quyết", "Open"}),
       with_late("open", "open_overdue", {"trong đó quá hạn", "of these overdue"})}};
  const auto labels = told.list("rates");
  const auto rates = line.list("rates");
  for (std::size_t i = 0; i < labels.size() && i < rates.size(); ++i) {
    rows.emplace_back(labels[i].text("label"), fraction(rates[i]));
  }
  return element("h3", line.text("name")) + facts(rows);
}

std::string lines_html(const Told& told) {
  std::string html = heading(told, {"Theo thủ tục", "By procedure"});
  for (const auto& line : told.list("lines")) html += line_html(told, line);
  return html + line_html(told, told.part("total"));
}

std::string lateness_html(const Told& told) {
  std::vector<std::string> texts;
  for (const auto& one : told.list("lateness")) {
    texts.push_back(one.text("name") + ": " + one.number("late"));
  }
  if (texts.empty()) return {};
  return heading(told, {"Hồ sơ trễ hẹn nằm lâu nhất ở đâu", "Where late dossiers were held up"}) +
         lines(texts);
}

std::string levels_html(const Told& told) {
  const auto levels = told.part("levels");
  if (levels.number("handed_over").empty()) return {};
  std::vector<std::pair<std::string, std::string>> rows{
      {told.in({"Kết quả đã trao", "Results handed over"}), levels.number("handed_over")}};
  const auto with_percent = [](const Told& one) {
    return one.number("count") + " (" + one.text("percent") + " %)";
  };
  for (const auto& group : levels.list("groups")) {
    rows.emplace_back(told.in({"Mức độ ", "Level "}) + group.numbers("levels"),
                      with_percent(group));
  }
  if (const auto whole = levels.part("whole_way"); !whole.number("count").empty()) {
    rows.emplace_back(told.in({"Toàn trình", "Whole way"}), with_percent(whole));
  }
  return heading(told, {"Qua mạng đến đâu (đo được)", "How far through the network (measured)"}) +
         facts(rows);
}

std::string satisfaction_html(const Told& told) {
  const auto said = told.part("satisfaction");
  if (said.number("rated").empty()) return {};
  const auto satisfied = said.part("satisfied");
  return heading(told, {"Người nộp đánh giá", "What applicants said"}) +
         element("p", said.text("definition")) +
         facts({{told.in({"Hồ sơ kết thúc", "Dossiers that ended"}), said.number("finished")},
                {told.in({"Đã đánh giá", "Rated"}),
                 said.number("rated") + " (" + said.text("response") + " %)"},
                {told.in({"Hài lòng", "Satisfied"}),
                 satisfied.number("count") + " (" + satisfied.text("percent") + " %; 95 %: " +
                     satisfied.text("from") + " – " + satisfied.text("to") + " %)"}});
}

std::string notes_html(const Told& told) {
  std::string html;
  for (const auto& note : told.list("notes")) html += element("p", note.own_text());
  return html;
}

std::string files_html(const Told& told, std::string_view page) {
  std::string html = heading(told, {"Các quý và dữ liệu mở", "Quarters and open data"}) + "<ul>\n";
  for (const auto& quarter : told.list("quarters")) {
    const auto id = quarter.text("id");
    const std::string address =
        std::string(page) + (page.find('?') == std::string_view::npos ? "?ky=" : "&ky=") + id;
    html += "<li>" + link(address, quarter.text("label")) + ": " +
            link(quarter.text("csv"), "CSV") + ", " + link(quarter.text("json"), "JSON") +
            "</li>\n";
  }
  return html + "</ul>\n" + element("p", told.part("licence").text("name"));
}

}  // namespace

std::string open_figures_html(const Told& told, std::string_view page) {
  const std::string minimum = told.number("minimum");
  std::string html =
      element("p", told.part("period").text("label") + ". " + told.in({"Chốt lúc ", "As of "}) +
                       told.moment("as_of") + ".");
  if (told.flag("withheld")) {
    html += element("p", told.in({"Quý này có quá ít hồ sơ (dưới " + minimum +
                                      ") nên không công bố, để không ai bị nhận ra.",
                                  "Too few dossiers in this quarter (under " + minimum +
                                      ") to be published without showing single persons."}));
  } else {
    html += rates_html(told) + lines_html(told) + levels_html(told) + satisfaction_html(told) +
            lateness_html(told) + notes_html(told) +
            element("p", told.in({"Nhóm dưới " + minimum + " hồ sơ được gộp với nhóm khác.",
                                  "Groups under " + minimum + " dossiers are put together."}));
  }
  return html + files_html(told, page);
}

}  // namespace motcua::api::plain
