// What search engines ask for first: where the public pages are, and what is nobody's business.

#include <array>

#include "api/desk.hpp"
#include "api/plain_html.hpp"

namespace motcua::api {
namespace {

constexpr std::array<std::string_view, 9> public_pages{
    "/",         "/thu-tuc/",  "/chon-thu-tuc/", "/dat-lich/",         "/tin-tuc/",
    "/so-lieu/", "/xac-minh/", "/phan-anh/",     "/kha-nang-tiep-can/"};

// What the public pages are made of: who draws them as a browser does must read it.
constexpr std::array<std::string_view, 7> public_answers{
    "/api/articles", "/api/appointment-days", "/api/office",   "/api/procedures",
    "/api/guide",    "/api/open-figures",     "/api/petitions"};

// Pages of one person or one dossier, and of officers; each in both languages.
constexpr std::array<std::string_view, 13> private_pages{
    "/can-bo/",          "/dieu-hanh/",  "/dang-nhap/", "/dang-ky/",           "/tai-khoan/",
    "/nop-ho-so/",       "/ho-so-nhap/", "/da-nop/",    "/phan-anh/theo-doi/", "/phan-anh/gui/",
    "/phan-anh/da-gui/", "/tra-cuu/",    "/thiet-ke/"};

http::Response text_response(std::string body, std::string content_type) {
  http::Response response;
  response.content_type = std::move(content_type);
  response.headers = {{"Cache-Control", "no-cache"}};
  response.body = std::move(body);
  return response;
}

// One page with both its languages, each naming the other.
std::string entry(const std::string& base, const std::string& page) {
  const std::string vi = plain::escaped(base + page);
  const std::string en = plain::escaped(base + "/en" + page);
  const auto link = [](std::string_view language, const std::string& address) {
    return "<xhtml:link rel=\"alternate\" hreflang=\"" + std::string(language) + "\" href=\"" +
           address + "\"/>";
  };
  const std::string links = link("vi", vi) + link("en", en);
  return "<url><loc>" + vi + "</loc>" + links + "</url>\n<url><loc>" + en + "</loc>" + links +
         "</url>\n";
}

// None where they cannot be read now: whoever asks comes back.
std::vector<std::string> articles_of(const Parts& parts) {
  std::vector<std::string> ids;
  if (parts.articles == nullptr) return ids;
  const auto found = parts.articles->published_articles();
  if (!found) return ids;
  for (const auto& article : *found) ids.push_back(article.id);
  return ids;
}

http::Response sitemap(const Parts& parts) {
  const auto& base = parts.public_address;
  std::string body =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" "
      "xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n";
  for (const auto page : public_pages) body += entry(base, std::string(page));
  const Date today = date_of(parts.clock.now());
  for (const auto* version : parts.world.catalogue().all_in_force(today)) {
    body += entry(base, "/thu-tuc/" + version->procedure + "/");
  }
  for (const auto& article : articles_of(parts)) body += entry(base, "/tin-tuc/" + article + "/");
  return text_response(body + "</urlset>\n", "application/xml; charset=utf-8");
}

http::Response robots(const Parts& parts) {
  std::string body = "User-agent: *\nDisallow: /api/\n";
  for (const auto answer : public_answers) body += "Allow: " + std::string(answer) + "\n";
  for (const std::string language : {"", "/en"}) {
    for (const auto page : private_pages)
      body += "Disallow: " + language + std::string(page) + "\n";
  }
  return text_response(body + "\nSitemap: " + parts.public_address + "/sitemap.xml\n",
                       "text/plain; charset=utf-8");
}

}  // namespace

void add_sitemap_routes(http::Router& router, Desk& desk) {
  const auto& parts = desk.parts;
  router.add("GET", "/sitemap.xml", http::Run::Pool,
             [&parts](http::Request&) { return sitemap(parts); });
  router.add("GET", "/robots.txt", http::Run::Inline,
             [&parts](http::Request&) { return robots(parts); });
}

}  // namespace motcua::api
