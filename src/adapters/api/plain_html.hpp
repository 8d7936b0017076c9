// The few pieces of HTML the plain pages are made of. Every text given is escaped; what is called
// `html` is markup made here. No style or script inside: the page's policy forbids both.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/text.hpp"
#include "http/response.hpp"

namespace motcua::api::plain {

std::string escaped(std::string_view text);
// element("p", "a < b") is "<p>a &lt; b</p>\n".
std::string element(std::string_view name, std::string_view text);
std::string link(std::string_view address, std::string_view text);
// A list of terms; those without a value are left out.
std::string facts(const std::vector<std::pair<std::string, std::string>>& rows);
// An ordered list of lines.
std::string lines(const std::vector<std::string>& texts);
std::string table(const std::vector<std::string>& heads,
                  const std::vector<std::vector<std::string>>& rows);

struct Page {
  Language language = Language::Vietnamese;
  std::string title;
  std::string office;
  std::string html;
  int status = 200;
};
// The whole document, never kept by anybody on the way.
http::Response page(const Page& page);

}  // namespace motcua::api::plain
