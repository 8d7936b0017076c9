#include "http/request_parser.hpp"

#include <algorithm>
#include <boost/asio/buffer.hpp>
#include <boost/beast/http/buffer_body.hpp>
#include <boost/beast/http/parser.hpp>

#include "base/assertion.hpp"

namespace motcua::http {
namespace beast = boost::beast::http;

struct RequestParser::Syntax {
  std::optional<beast::request_parser<beast::buffer_body>> parser;
};

namespace {

std::string lower_case(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

std::string_view view(boost::beast::string_view text) { return {text.data(), text.size()}; }

// Origin form, or absolute form as proxies send it (RFC 9112 3.2); other forms give an empty path.
std::string_view path_and_query(std::string_view target) {
  for (const std::string_view scheme : {"http://", "https://"}) {
    if (target.substr(0, scheme.size()) != scheme) continue;
    const std::size_t slash = target.find('/', scheme.size());
    return slash == std::string_view::npos ? std::string_view("/") : target.substr(slash);
  }
  return target;
}

bool read_target(std::string_view target, HeadReading& head) {
  if (target.find('#') != std::string_view::npos) return false;
  target = path_and_query(target);
  const std::size_t question = std::min(target.find('?'), target.size());
  head.request.query = target.substr(std::min(question + 1, target.size()));
  if (!head.request.query.empty() && !decode_form(head.request.query)) return false;
  auto segments = decode_path(target.substr(0, question));
  if (!segments) return false;
  for (const std::string& segment : *segments) {
    head.request.path += '/';
    head.request.path += segment;
  }
  head.segments = std::move(*segments);
  return true;
}

bool has_sound_framing(const Pairs& headers, bool old_client) {
  int hosts = 0;
  int transfer_encodings = 0;
  for (const auto& [name, value] : headers) {
    if (name == "host") ++hosts;
    if (name != "transfer-encoding") continue;
    if (++transfer_encodings > 1 || old_client || lower_case(value) != "chunked") return false;
  }
  return hosts == 1 || (hosts == 0 && old_client);
}

// Whether the first line ends in a version that can be read ("HTTP/2.0"): another one than ours,
// and not a line that is broken.
bool names_a_version(std::string_view bytes) {
  const std::string_view line = bytes.substr(0, bytes.find("\r\n"));
  const std::size_t at = line.find(" HTTP/");
  return at != std::string_view::npos && line.size() == at + 9 && line[at + 7] == '.';
}

ProblemKind kind_of(const boost::system::error_code& error) {
  if (error == beast::error::header_limit) return ProblemKind::HeaderTooLarge;
  if (error == beast::error::body_limit) return ProblemKind::BodyTooLarge;
  if (error == beast::error::bad_version) return ProblemKind::VersionNotSupported;
  return ProblemKind::Malformed;
}

}  // namespace

RequestParser::RequestParser(const Limits& limits)
    : syntax_(std::make_unique<Syntax>()), limits_(limits) {
  restart();
}

RequestParser::~RequestParser() = default;

void RequestParser::restart() {
  auto& parser = syntax_->parser.emplace();
  parser.header_limit(static_cast<std::uint32_t>(limits_.head_bytes));
  parser.body_limit(boost::none);  // counted by whoever knows the route
  parser.eager(false);
  head_bytes_ = 0;
  stuck_ = false;
  refusal_.reset();
}

std::size_t RequestParser::feed_head(std::string_view bytes) {
  MOTCUA_ASSERT(!head_done() && !refusal_);
  boost::system::error_code error;
  const std::size_t used =
      syntax_->parser->put(boost::asio::const_buffer(bytes.data(), bytes.size()), error);
  // The parser uses up whole lines as they come, so its own limit does not bound their sum.
  head_bytes_ += used;
  const std::size_t waiting = head_done() ? 0 : bytes.size() - used;
  if (error && error != beast::error::need_more) {
    refusal_ = kind_of(error);
    const bool other_version = *refusal_ == ProblemKind::VersionNotSupported;
    if (other_version && !names_a_version(bytes)) refusal_ = ProblemKind::Malformed;
  } else if (head_bytes_ + waiting > limits_.head_bytes) {
    refusal_ = ProblemKind::HeaderTooLarge;
  }
  return used;
}

bool RequestParser::head_done() const { return syntax_->parser->is_header_done(); }

std::optional<HeadReading> RequestParser::take_head() {
  MOTCUA_ASSERT(head_done() && !refusal_);
  const auto& parser = *syntax_->parser;
  const auto& message = parser.get();
  HeadReading head;
  head.keep_alive = message.keep_alive();
  head.old_client = message.version() < 11;
  head.request.method = std::string(view(message.method_string()));
  if (head.request.method == "HEAD") {
    head.request.method = "GET";
    head.request.head_only = true;
  }
  for (const auto& field : message) {
    head.request.headers.emplace_back(lower_case(view(field.name_string())), view(field.value()));
  }
  if (head.request.headers.size() > limits_.head_fields) {
    refusal_ = ProblemKind::HeaderTooLarge;
  } else if (!has_sound_framing(head.request.headers, head.old_client) ||
             !read_target(view(message.target()), head)) {
    refusal_ = ProblemKind::Malformed;
  }
  if (refusal_) return std::nullopt;
  head.expects_continue = lower_case(head.request.header("expect")) == "100-continue";
  head.has_body = !parser.is_done();
  if (const auto length = parser.content_length()) head.content_length = *length;
  return head;
}

RequestParser::BodyStep RequestParser::feed_body(std::string_view bytes, std::span<char> out) {
  MOTCUA_ASSERT(head_done() && !message_done() && !refusal_ && !out.empty());
  auto& target = syntax_->parser->get().body();
  target.data = out.data();
  target.size = out.size();
  target.more = true;
  boost::system::error_code error;
  BodyStep step;
  step.used = syntax_->parser->put(boost::asio::const_buffer(bytes.data(), bytes.size()), error);
  step.produced = out.size() - target.size;
  stuck_ = step.used + step.produced == 0;
  if (error && error != beast::error::need_more && error != beast::error::need_buffer) {
    refusal_ = kind_of(error);
  }
  return step;
}

bool RequestParser::message_done() const { return syntax_->parser->is_done(); }

}  // namespace motcua::http
