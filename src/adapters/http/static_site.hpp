// The built web pages, served from memory in the form the client understands best.
//
// Invariant: an asset's bytes outlive the server. Built before the server runs; then only read.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "http/request.hpp"
#include "http/response.hpp"
#include "http/router.hpp"

namespace motcua::http {

struct Asset {
  std::string content_type;
  std::string_view identity;
  std::string_view gzip{};    // empty: not there in that form
  std::string_view brotli{};  // likewise
  std::string etag;           // of the content, without quotes
  bool immutable = false;     // its name carries its digest: may be kept for a year
};

class StaticSite {
 public:
  // `path` is decoded and begins with a slash ("/", "/assets/app-1a2b.js").
  void add(std::string path, Asset asset);

  // Paths below `prefix` ("/can-bo/") that are no asset and have no dot in their last segment are
  // answered with that asset: pages that route in the browser. The longest prefix wins.
  void serve_below(std::string prefix, std::string asset_path);

  // Null when there is no such asset; does not look at serve_below.
  const Asset* find(std::string_view path) const;

  // 200, 304, or the problem NotFound.
  Response answer(const Request& request) const;

  // For Router::add and Router::set_fallback; the site must outlive the router.
  Endpoint endpoint() const;

 private:
  std::map<std::string, Asset, std::less<>> assets_;
  std::map<std::string, std::string, std::less<>> below_;
};

// Whether Accept-Encoding takes `coding` ("br"), by its quality values (RFC 9110 12.5.3).
bool accepts_coding(std::string_view header, std::string_view coding);

}  // namespace motcua::http
