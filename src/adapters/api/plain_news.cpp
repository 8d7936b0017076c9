#include "api/plain_news.hpp"

namespace motcua::api::plain {
namespace {

std::string news_address(const Told& one) {
  return "/ban-don-gian/tin-tuc/" + one.text("id") + "/" + one.in({"", "?lang=en"});
}

std::string spans_html(const json::value& spans) {
  std::string html;
  for (const auto& span : spans.as_array()) {
    const std::string text(string_member(span, "text"));
    const std::string address(string_member(span, "address"));
    html += address.empty() ? escaped(text) : link(address, text);
  }
  return html;
}

std::string block_html(const json::value& block) {
  const auto kind = string_member(block, "kind");
  const auto& lines = block.at("lines").as_array();
  if (kind == "list") {
    std::string html = "<ul>\n";
    for (const auto& line : lines) html += "<li>" + spans_html(line) + "</li>\n";
    return html + "</ul>\n";
  }
  const std::string tag = kind == "heading" ? "h2" : "p";
  std::string html;
  for (const auto& line : lines) html += "<" + tag + ">" + spans_html(line) + "</" + tag + ">\n";
  return html;
}

std::string replies_html(const Told& article) {
  const auto replies = article.list("replies");
  if (replies.empty()) return {};
  std::string html = heading(article, {"Ý kiến của người dân", "Replies"});
  for (const auto& reply : replies) {
    html += element("h3", reply.text("name") + ", " + reply.moment("sent_at")) +
            element("p", reply.text("text"));
    if (const auto answer = reply.text("answer"); !answer.empty()) {
      html += element("p", article.in({"Cơ quan trả lời: ", "The office answers: "}) + answer);
    }
  }
  return html;
}

}  // namespace

std::string news_html(const Told& list) {
  const auto items = list.list("items");
  if (items.empty()) return element("p", list.in({"Chưa có bài nào.", "Nothing yet."}));
  std::string html;
  for (const auto& one : items) {
    html += "<h2>" + link(news_address(one), one.text("title")) + "</h2>\n" +
            element("p", one.moment("published_at") + " · " + one.text("unit")) +
            element("p", one.text("lead"));
  }
  return html;
}

std::string article_html(const Told& article) {
  std::string html = element("p", article.moment("published_at") + " · " + article.text("unit"));
  if (const auto corrected = article.moment("corrected_at"); !corrected.empty()) {
    html += element("p", article.in({"Đã sửa lúc ", "Corrected at "}) + corrected + ": " +
                             article.text("correction"));
  }
  const auto& blocks = article.value().at("blocks").at(article.in({"vi", "en"}));
  for (const auto& block : blocks.as_array()) html += block_html(block);
  return html + replies_html(article);
}

}  // namespace motcua::api::plain
