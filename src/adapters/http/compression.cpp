#include "http/compression.hpp"

#include <zlib.h>

#include "base/assertion.hpp"
#include "http/static_site.hpp"

namespace motcua::http {
namespace {

constexpr std::size_t least = 1000;  // bytes: what is shorter fits into one packet anyway
constexpr int level = 6;
constexpr int gzip_window = 15 + 16;  // the largest, in gzip's frame
constexpr int memory_level = 8;

std::string gzip(const std::string& text) {
  z_stream state{};
  const int begun =
      deflateInit2(&state, level, Z_DEFLATED, gzip_window, memory_level, Z_DEFAULT_STRATEGY);
  MOTCUA_ASSERT(begun == Z_OK);
  std::string out(deflateBound(&state, text.size()), '\0');
  state.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  state.avail_in = static_cast<uInt>(text.size());
  state.next_out = reinterpret_cast<Bytef*>(out.data());
  state.avail_out = static_cast<uInt>(out.size());
  const int ended = deflate(&state, Z_FINISH);
  out.resize(state.total_out);
  deflateEnd(&state);
  MOTCUA_ASSERT(ended == Z_STREAM_END);
  return out;
}

}  // namespace

Response packed(const Request& request, Response response) {
  auto* text = std::get_if<std::string>(&response.body);
  if (text == nullptr || text->size() < least) return response;
  response.headers.emplace_back("Vary", "Accept-Encoding");
  if (!accepts_coding(request.header("accept-encoding"), "gzip")) return response;
  *text = gzip(*text);
  response.headers.emplace_back("Content-Encoding", "gzip");
  return response;
}

}  // namespace motcua::http
