#include "api/plain_pages.hpp"

#include "api/plain_results.hpp"
#include "api/plain_told.hpp"

namespace motcua::api::plain {
namespace {

// What was not compared with the original documents says so first.
std::string warning_html(const Told& told) {
  if (told.flag("verified")) return {};
  return element("p", told.in({"Thông tin về thủ tục này chưa kiểm chứng nên chưa nhận hồ sơ.",
                               "This procedure is not verified yet and takes no applications."}));
}

std::string case_html(const Told& one) {
  std::vector<std::pair<std::string, std::string>> rows{
      {one.in({"Người quyết định", "Who decides"}), one.text("decided_by")}};
  for (const auto& term : one.list("terms")) {
    const auto channel = term.text("channel");
    const Text how = channel == "online" ? Text{"Thời hạn, nộp qua mạng", "Term, on-line"}
                     : channel == "counter" ? Text{"Thời hạn, nộp tại quầy", "Term, at the counter"}
                                            : Text{"Thời hạn, qua bưu chính", "Term, by post"};
    rows.emplace_back(one.in(how), term.text("term"));
  }
  std::vector<std::vector<std::string>> steps;
  for (const auto& step : one.list("steps")) {
    steps.push_back({step.text("name"), step.text("unit"), step.text("term")});
  }
  return element("h2", one.in({"Trường hợp: ", "Case: "}) + one.text("name")) + facts(rows) +
         table({one.in({"Bước", "Step"}), one.in({"Nơi làm", "Where"}),
                one.in({"Thời gian", "Time"})},
               steps);
}

std::string history_html(const Told& promise) {
  std::vector<std::string> texts;
  for (const auto& entry : promise.list("history")) {
    const auto due = entry.moment("due");
    texts.push_back((due.empty() ? promise.in({"Không có ngày hẹn", "No date"}) : due) + ": " +
                    entry.text("reason"));
  }
  return lines(texts);
}

std::string days_html(const Told& promise) {
  std::vector<std::vector<std::string>> rows;
  for (const auto& day : promise.list("days")) rows.push_back({day.text("date"), day.text("text")});
  if (rows.empty()) return {};
  return heading(promise, {"Vì sao là ngày này", "Why this date"}) +
         table({promise.in({"Ngày", "Day"}), promise.in({"Tính thế nào", "How it counts"})}, rows);
}

std::string supplement_html(const Told& asked) {
  std::vector<std::string> texts;
  for (const auto& item : asked.list("items")) {
    const auto where = item.has("field") ? asked.in({"Tờ khai, mục ", "Form, "}) : std::string();
    texts.push_back(where + item.text("name") + ": " + item.text("what"));
  }
  if (texts.empty()) return {};
  return heading(asked, {"Phần cần bổ sung", "What is asked for"}) +
         element("p", asked.text("reason")) + lines(texts);
}

std::string timeline_html(const Told& told) {
  std::vector<std::string> texts;
  for (const auto& entry : told.list("timeline")) {
    std::string line = entry.text("title");
    std::string actual = entry.moment("actual_at");
    if (!actual.empty()) actual.insert(0, entry.in({"thực tế lúc ", "actually "}));
    for (const auto& more : {entry.moment("at"), actual, entry.text("unit"), entry.text("note")}) {
      if (!more.empty()) line += ", " + more;
    }
    if (entry.text("state") != "done") {
      line += entry.text("state") == "now" ? entry.in({" (đang làm)", " (now)"})
                                           : entry.in({" (chưa đến)", " (later)"});
    }
    texts.push_back(std::move(line));
  }
  return heading(told, {"Diễn biến", "What happened"}) + lines(texts);
}

}  // namespace

std::string say(const json::value& text, Language language) {
  if (const auto* plain = text.if_string()) return std::string(*plain);
  const Text both{std::string(string_member(text, "vi")), std::string(string_member(text, "en"))};
  return both.in(language);
}

std::string procedure_html(const json::value& procedure, Language language) {
  const Told told(procedure, language);
  std::string html = warning_html(told) + element("p", told.text("summary")) +
                     facts({{told.in({"Ai nộp được", "Who may apply"}), told.text("applicants")},
                            {told.in({"Bạn nhận được gì", "What you get"}), told.text("result")},
                            {told.in({"Lệ phí", "Fee"}), told.text("fee")}});
  std::vector<std::string> papers;
  for (const auto& paper : told.list("papers")) {
    const auto note = paper.text("note");
    papers.push_back(paper.text("name") + (note.empty() ? "" : " (" + note + ")"));
  }
  html += heading(told, {"Giấy tờ cần có", "Papers"}) + lines(papers);
  for (const auto& one : told.list("cases")) html += case_html(one);
  std::vector<std::string> basis;
  for (const auto& one : told.list("legal_basis")) basis.push_back(one.own_text());
  return html + heading(told, {"Căn cứ pháp lý", "Legal basis"}) + lines(basis);
}

std::string dossier_html(const json::value& tracking, Language language) {
  const Told told(tracking, language);
  const Told promise = told.part("promise");
  const Told holder = told.part("holder");
  return element("p", told.text("name")) +
         facts({{told.in({"Trạng thái", "Status"}), told.part("status").text("plain")},
                {told.in({"Bạn cần làm gì", "What you must do"}), told.text("next")},
                {told.in({"Đang ở", "Now with"}), holder.text("unit")},
                {told.in({"Hẹn trả kết quả", "Promised for"}), promise.moment("current")},
                {told.in({"Hẹn lần đầu", "First promise"}), promise.moment("first")},
                {told.in({"Còn lại", "Time left"}), promise.part("countdown").text("text")},
                {told.in({"Nhận lúc", "Received"}), told.moment("received_at")}}) +
         supplement_html(told.part("supplement")) +
         result_html(told.part("result"), told.text("code")) +
         heading(told, {"Các lần hẹn", "Every promise"}) + history_html(promise) +
         timeline_html(told) + days_html(promise);
}

}  // namespace motcua::api::plain
