#include "server/site.hpp"

#include <array>
#include <utility>

#include "base/digest.hpp"

namespace motcua::server {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 9> content_types{{
    {".html", "text/html; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".svg", "image/svg+xml"},
    {".woff2", "font/woff2"},
    {".png", "image/png"},
    {".json", "application/json"},
    {".txt", "text/plain; charset=utf-8"},
    {".webmanifest", "application/manifest+json"},
}};

std::string content_type_of(std::string_view path) {
  for (const auto& [ending, type] : content_types) {
    if (path.ends_with(ending)) return std::string(type);
  }
  return "application/octet-stream";
}

bool is_packed(std::string_view path) { return path.ends_with(".gz") || path.ends_with(".br"); }

constexpr std::string_view root = "web/";

}  // namespace

http::StaticSite make_site(const files::Assets& assets) {
  http::StaticSite site;
  for (const auto path : assets.list(root)) {
    if (is_packed(path)) continue;
    http::Asset asset;
    asset.content_type = content_type_of(path);
    asset.identity = *assets.find(path);
    asset.gzip = assets.find(std::string(path) + ".gz").value_or("");
    asset.brotli = assets.find(std::string(path) + ".br").value_or("");
    asset.etag = to_hex(sha256(asset.identity)).substr(0, 32);
    asset.immutable = path.starts_with("web/assets/");
    const std::string url = "/" + std::string(path.substr(root.size()));
    if (url.ends_with("/index.html")) site.add(url.substr(0, url.size() - 10), asset);
    site.add(url, std::move(asset));
  }
  site.serve_below("/", "/index.html");
  site.serve_below("/en/", "/index.html");
  for (const std::string entry : {"can-bo", "dieu-hanh", "thiet-ke"}) {
    site.serve_below("/" + entry + "/", "/" + entry + "/index.html");
    site.serve_below("/en/" + entry + "/", "/" + entry + "/index.html");
  }
  return site;
}

}  // namespace motcua::server
