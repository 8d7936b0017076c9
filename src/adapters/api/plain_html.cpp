#include "api/plain_html.hpp"

namespace motcua::api::plain {

std::string escaped(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char letter : text) {
    switch (letter) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += letter;
    }
  }
  return out;
}

std::string element(std::string_view name, std::string_view text) {
  const std::string tag(name);
  return "<" + tag + ">" + escaped(text) + "</" + tag + ">\n";
}

std::string link(std::string_view address, std::string_view text) {
  return "<a href=\"" + escaped(address) + "\">" + escaped(text) + "</a>";
}

std::string facts(const std::vector<std::pair<std::string, std::string>>& rows) {
  std::string html = "<dl>\n";
  for (const auto& [term, value] : rows) {
    if (!value.empty()) html += element("dt", term) + element("dd", value);
  }
  return html + "</dl>\n";
}

std::string lines(const std::vector<std::string>& texts) {
  std::string html = "<ol>\n";
  for (const auto& text : texts) html += element("li", text);
  return html + "</ol>\n";
}

std::string table(const std::vector<std::string>& heads,
                  const std::vector<std::vector<std::string>>& rows) {
  std::string html = "<table>\n<thead><tr>";
  for (const auto& head : heads) html += "<th scope=\"col\">" + escaped(head) + "</th>";
  html += "</tr></thead>\n<tbody>\n";
  for (const auto& row : rows) {
    html += "<tr>";
    for (const auto& cell : row) html += element("td", cell);
    html += "</tr>\n";
  }
  return html + "</tbody>\n</table>\n";
}

http::Response page(const Page& page) {
  const bool english = page.language == Language::English;
  const std::string title = escaped(page.title);
  http::Response response;
  response.status = page.status;
  response.content_type = "text/html; charset=utf-8";
  response.headers.emplace_back("Cache-Control", "no-store");
  response.body =
      "<!doctype html>\n<html lang=\"" + std::string(english ? "en" : "vi") +
      "\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n"
      "<link rel=\"stylesheet\" href=\"/plain.css\">\n"
      "<link rel=\"icon\" href=\"/img/mark.svg\" type=\"image/svg+xml\">\n<title>" +
      title + " – " + escaped(page.office) + "</title>\n</head>\n<body>\n<header>" +
      link(english ? "/ban-don-gian/?lang=en" : "/ban-don-gian/", "Một Cửa, " + page.office) +
      " · " +
      link(english ? "/ban-don-gian/" : "/ban-don-gian/?lang=en",
           english ? "Tiếng Việt" : "English") +
      "</header>\n<main>\n<h1>" + title + "</h1>\n" + page.html + "</main>\n</body>\n</html>\n";
  return response;
}

}  // namespace motcua::api::plain
