// Feeds arbitrary bytes to the request parser, in pieces whose sizes come from the input too.
//
// Checked beside the sanitizers: the parser never claims more bytes than it was given, never gives
// a request that breaks Request's invariants, and always moves on or says what it needs.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "base/text.hpp"
#include "http/byte_range.hpp"
#include "http/etag.hpp"
#include "http/request_parser.hpp"
#include "http/static_site.hpp"

namespace {

using motcua::http::HeadReading;
using motcua::http::Limits;
using motcua::http::RequestParser;

void require(bool holds) {
  if (!holds) std::abort();
}

// Bytes as they arrive: the first byte of the input sets how many come at a time.
class Arriving {
 public:
  explicit Arriving(std::string_view all)
      : step_(all.empty() ? 1 : 1 + static_cast<unsigned char>(all.front())), all_(all) {
    if (!all_.empty()) all_.remove_prefix(1);
  }
  std::string_view here() const { return all_.substr(0, end_); }
  bool more() {
    if (end_ == all_.size()) return false;
    end_ = std::min(all_.size(), end_ + step_);
    return true;
  }
  void use(std::size_t count) {
    require(count <= end_);
    all_.remove_prefix(count);
    end_ -= count;
  }

 private:
  std::size_t step_;
  std::string_view all_;
  std::size_t end_ = 0;
};

bool read_head(RequestParser& parser, Arriving& bytes) {
  while (!parser.head_done()) {
    const std::size_t used = bytes.here().empty() ? 0 : parser.feed_head(bytes.here());
    bytes.use(used);
    if (parser.refusal()) return false;
    if (used == 0 && !bytes.more()) return false;
  }
  return true;
}

void check_head(const HeadReading& head) {
  require(!head.segments.empty() && head.request.path.front() == '/');
  require(motcua::is_valid_utf8(head.request.path));
  require(head.request.path.find('\0') == std::string::npos);
  for (const auto& segment : head.segments) require(segment != "." && segment != "..");
  head.request.cookie("session");
  head.request.query_value("q");
  head.request.media_type();
  motcua::http::choose_range(head.request.header("range"), 1000);
  motcua::http::names_etag(head.request.header("if-none-match"), "\"a\"");
  motcua::http::accepts_coding(head.request.header("accept-encoding"), "br");
}

bool read_body(RequestParser& parser, Arriving& bytes) {
  char space[64];
  while (!parser.message_done()) {
    if ((bytes.here().empty() || parser.is_stuck()) && !bytes.more()) return false;
    const auto step = parser.feed_body(bytes.here(), space);
    require(step.produced <= sizeof space);
    bytes.use(step.used);
    if (parser.refusal()) return false;
  }
  return true;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* input, std::size_t size) {
  Limits limits;
  limits.head_bytes = 2048;
  Arriving bytes(std::string_view(reinterpret_cast<const char*>(input), size));
  RequestParser parser(limits);
  for (;;) {
    parser.restart();
    if (!read_head(parser, bytes)) return 0;
    const auto head = parser.take_head();
    if (!head) return 0;
    check_head(*head);
    if (head->has_body && !read_body(parser, bytes)) return 0;
  }
}
