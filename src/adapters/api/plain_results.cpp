#include "api/plain_results.hpp"

#include <algorithm>

namespace motcua::api::plain {
namespace {

struct Standing {
  std::string_view code;
  Text words;
  Text answer;
};

const Standing& standing_of(std::string_view code) {
  static const std::vector<Standing> standings{
      {"valid",
       {"Còn hiệu lực", "Valid"},
       {"Văn bản thật, còn hiệu lực. Hãy so văn bản bạn cầm với các dòng dưới đây.",
        "Genuine and valid. Compare the document you hold with the lines below."}},
      {"expired",
       {"Hết hiệu lực", "Expired"},
       {"Văn bản thật, nhưng đã hết hiệu lực.", "Genuine, but no longer valid."}},
      {"replaced",
       {"Đã được thay thế", "Replaced"},
       {"Bản này đã được thay bằng bản khác.", "This paper was replaced by another."}},
      {"revoked",
       {"Đã bị thu hồi", "Revoked"},
       {"Văn bản này đã bị thu hồi. Đừng dùng nữa.", "This document was revoked. Do not use it."}}};
  const auto found = std::ranges::find(standings, code, &Standing::code);
  return found == standings.end() ? standings.front() : *found;
}

std::string outcome_of(const Told& result) {
  const auto outcome = result.text("outcome");
  if (outcome.empty()) return {};
  return result.in(outcome == "granted" ? Text{"Đồng ý", "Granted"}
                                        : Text{"Không đồng ý", "Refused"});
}

std::string joined(const std::vector<Told>& texts) {
  std::string all;
  for (const auto& one : texts) all += (all.empty() ? "" : "; ") + one.own_text();
  return all;
}

std::string paper_html(const Told& paper, const std::string& code) {
  const auto address =
      "/api/tracking/" + code + "/result-papers/" + paper.part("file").text("sha256");
  const auto words = paper.in({"Tải văn bản phát hành lúc ", "Download the paper issued at "}) +
                     paper.moment("issued_at") + " (PDF)";
  const auto standing = paper.in(standing_of(paper.text("standing")).words);
  return "<li>" + link(address, words) + ": " + escaped(standing) + "</li>\n";
}

}  // namespace

std::string result_html(const Told& result, const std::string& code) {
  if (!result.has("document")) return {};
  std::string html =
      heading(result, {"Kết quả", "Result"}) +
      facts({{result.in({"Văn bản số", "Document no."}), result.text("document")},
             {result.in({"Kết quả", "Outcome"}), outcome_of(result)},
             {result.in({"Mã kiểm tra", "Verification code"}), result.text("verification_code")}});
  const auto issued = result.list("issued");
  if (issued.empty()) return html;
  html += "<ul>\n";
  for (const auto& paper : issued) html += paper_html(paper, code);
  return html + "</ul>\n";
}

std::string verification_html(const Told& told) {
  return element("p", told.in(standing_of(told.text("standing")).answer)) +
         facts({{told.in({"Văn bản số", "Document no."}), told.text("number")},
                {told.in({"Ngày văn bản", "Dated"}), told.day("date")},
                {told.in({"Cơ quan phát hành", "Issued by"}), told.text("office")},
                {told.in({"Thủ tục", "Procedure"}), told.text("procedure")},
                {told.in({"Kết quả", "Outcome"}), outcome_of(told)},
                {told.in({"Người nộp hồ sơ", "Applicant"}), told.text("applicant")},
                {told.in({"Người ký, con dấu", "Signed and sealed by"}),
                 joined(told.list("signers"))},
                {told.in({"Phát hành lúc", "Issued at"}), told.moment("issued_at")},
                {told.in({"Có giá trị đến", "Valid until"}), told.day("valid_until")},
                {told.in({"Thu hồi lúc", "Revoked at"}), told.moment("revoked_at")},
                {told.in({"Theo văn bản số", "By document no."}), told.text("revoked_by")},
                {told.in({"Kiểm tra lúc", "Checked at"}), told.moment("checked_at")}});
}

}  // namespace motcua::api::plain
