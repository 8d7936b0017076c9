#include "http/static_site.hpp"

#include <algorithm>

#include "http/etag.hpp"

namespace motcua::http {
namespace {

struct Form {
  std::string_view bytes;
  std::string_view coding;  // empty: identity
};

Form best_form(const Asset& asset, std::string_view accepted) {
  if (!asset.brotli.empty() && accepts_coding(accepted, "br")) return {asset.brotli, "br"};
  if (!asset.gzip.empty() && accepts_coding(accepted, "gzip")) return {asset.gzip, "gzip"};
  return {asset.identity, ""};
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

// "0", "0.", "0.000": the client does not want it.
bool is_zero_quality(std::string_view piece) {
  const std::size_t at = piece.find("q=");
  if (at == std::string_view::npos) return false;
  return piece.find_first_of("123456789", at) == std::string_view::npos;
}

// "/assets/app.js" names a file; "/can-bo/ho-so/000.00.00.H26-170412-0001" a page.
bool names_a_file(std::string_view path) {
  const auto name = path.substr(path.rfind('/') + 1);
  const auto dot = name.rfind('.');
  return dot != std::string_view::npos && name.find('-', dot) == std::string_view::npos;
}

}  // namespace

bool accepts_coding(std::string_view header, std::string_view coding) {
  bool by_star = false;
  while (!header.empty()) {
    const std::string_view piece = header.substr(0, header.find(','));
    header.remove_prefix(std::min(header.size(), piece.size() + 1));
    const std::string_view name = trimmed(piece.substr(0, piece.find(';')));
    if (name == coding) return !is_zero_quality(piece);
    if (name == "*") by_star = !is_zero_quality(piece);
  }
  return by_star;
}

void StaticSite::add(std::string path, Asset asset) {
  assets_.insert_or_assign(std::move(path), std::move(asset));
}

void StaticSite::serve_below(std::string prefix, std::string asset_path) {
  below_.insert_or_assign(std::move(prefix), std::move(asset_path));
}

const Asset* StaticSite::find(std::string_view path) const {
  const auto it = assets_.find(path);
  return it == assets_.end() ? nullptr : &it->second;
}

Response StaticSite::answer(const Request& request) const {
  const std::string_view path = request.path;
  const Asset* asset = find(path);
  if (!asset && !names_a_file(path)) {
    std::size_t longest = 0;
    for (const auto& [prefix, target] : below_) {
      if (prefix.size() < longest || path.substr(0, prefix.size()) != prefix) continue;
      longest = prefix.size();
      asset = find(target);
    }
  }
  if (!asset) return problem(ProblemKind::NotFound);
  const Form form = best_form(*asset, request.header("accept-encoding"));
  const std::string etag =
      '"' + asset->etag + (form.coding.empty() ? "" : "-") + std::string(form.coding) + '"';
  Response response{200, asset->content_type, {}, Borrowed{form.bytes}};
  response.headers.emplace_back("ETag", etag);
  response.headers.emplace_back(
      "Cache-Control", asset->immutable ? "public, max-age=31536000, immutable" : "no-cache");
  if (!asset->gzip.empty() || !asset->brotli.empty()) {
    response.headers.emplace_back("Vary", "Accept-Encoding");
  }
  if (names_etag(request.header("if-none-match"), etag)) {
    response.status = 304;
    response.body = std::string();
    return response;
  }
  if (!form.coding.empty()) response.headers.emplace_back("Content-Encoding", form.coding);
  return response;
}

Endpoint StaticSite::endpoint() const {
  return [this](Request& request) { return answer(request); };
}

}  // namespace motcua::http
