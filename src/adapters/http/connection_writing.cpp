#include <algorithm>

#include "http/byte_range.hpp"
#include "http/connection.hpp"
#include "http/response_head.hpp"

namespace motcua::http {
namespace {

constexpr std::size_t piece_bytes = 64 * 1024;     // of a file being sent
constexpr std::size_t one_send_bytes = 16 * 1024;  // bodies up to this go out with their head

// The part of a file that the request asks for (RFC 9110 14.2); If-Range must name the same tag.
RangeChoice range_asked(const Request& request, const Response& response, std::uint64_t whole) {
  if (response.status != 200 || request.method != "GET") return {};
  const std::string_view condition = request.header("if-range");
  const auto etag = std::find_if(response.headers.begin(), response.headers.end(),
                                 [](const auto& header) { return header.first == "ETag"; });
  const bool same = etag != response.headers.end() && etag->second == condition;
  if (!condition.empty() && !same) return {};
  return choose_range(request.header("range"), whole);
}

void say_part(Response& response, const RangeChoice& part, std::uint64_t whole) {
  response.status = 206;
  response.headers.emplace_back("Content-Range", "bytes " + std::to_string(part.first) + "-" +
                                                     std::to_string(part.first + part.length - 1) +
                                                     "/" + std::to_string(whole));
}

}  // namespace

Task<bool> Connection::write_answer() {
  settle_answer();
  if (serving_.stopping) keep_alive_ = false;
  output_.clear();
  if (auto* file = std::get_if<FileRange>(&response_.body)) {
    co_return co_await write_file(std::move(*file));
  }
  if (auto* stream = std::get_if<EventStream>(&response_.body)) {
    co_return co_await write_stream(std::move(*stream));
  }
  std::string_view body;
  if (const auto* text = std::get_if<std::string>(&response_.body)) body = *text;
  if (const auto* asset = std::get_if<Borrowed>(&response_.body)) body = asset->bytes;
  co_return co_await write_bytes(body);
}

void Connection::start_head(std::optional<std::uint64_t> content_length) {
  HeadFacts facts;
  facts.content_length = content_length;
  facts.keep_alive = keep_alive_;
  facts.old_client = head_.old_client;
  facts.date = thread_.date;
  write_head(output_, response_, facts);
}

Task<bool> Connection::write_bytes(std::string_view body) {
  start_head(body.size());
  const bool bodiless = response_.status == 204 || response_.status == 304;
  if (head_.request.head_only || bodiless) body = {};
  if (body.size() <= one_send_bytes) {
    output_ += body;
    body = {};
  }
  co_return co_await send(output_, body);
}

Task<bool> Connection::send(std::string_view first, std::string_view second) {
  if (cut_) co_return false;
  const auto grace = serving_.config.deadlines.write;
  enter(Phase::Writing, span_for(grace, first.size() + second.size()));
  const Transfer sent = co_await wire_.send(first, second);
  co_return sent.good;
}

// --- files --------------------------------------------------------------------------------------

// In the pool: opens the file, or leaves `file_` empty and a problem in its place.
void Connection::open_file(const FileRange& file) {
  auto opened = OpenFile::open(file.path);
  if (opened && file.offset <= (*opened)->size() &&
      file.length.value_or(0) <= (*opened)->size() - file.offset) {
    file_ = std::move(*opened);
    return;
  }
  serving_.log(opened ? file.path + " is shorter than what was to be sent" : opened.error().what);
  const bool absent = !opened && opened.error().kind == FailureKind::NotFound;
  use_problem(absent ? ProblemKind::NotFound : ProblemKind::Internal);
}

Task<bool> Connection::write_file(FileRange file) {
  std::function<void()> job = [this, &file] { open_file(file); };
  co_await in_pool(std::move(job));
  if (!file_) co_return co_await write_answer();
  const std::uint64_t whole = file.length.value_or(file_->size() - file.offset);
  RangeChoice part = range_asked(head_.request, response_, whole);
  if (part.kind == RangeChoice::Kind::NotSatisfiable) {
    file_.reset();
    use_problem(ProblemKind::RangeNotSatisfiable);
    response_.headers.emplace_back("Content-Range", "bytes */" + std::to_string(whole));
    co_return co_await write_answer();
  }
  response_.headers.emplace_back("Accept-Ranges", "bytes");
  if (part.kind == RangeChoice::Kind::Part) {
    say_part(response_, part, whole);
  } else {
    part.length = whole;
  }
  start_head(part.length);
  const bool sent = co_await send(output_);
  if (sent && !head_.request.head_only) {
    const bool all = co_await write_pieces(file.offset + part.first, part.length);
    if (!all) keep_alive_ = false;
  }
  file_.reset();
  co_return sent;
}

Task<bool> Connection::write_pieces(std::uint64_t offset, std::uint64_t length) {
  bool good = true;
  while (good && length > 0) {
    output_.resize(std::min<std::uint64_t>(length, piece_bytes));
    std::function<void()> job = [this, &good, offset] {
      const auto read = file_->read_at(offset, std::span<char>(output_));
      good = read && *read == output_.size();
    };
    co_await in_pool(std::move(job));
    if (!good) serving_.log("a file became shorter while it was sent");
    if (good) good = co_await send(output_);
    offset += output_.size();
    length -= output_.size();
  }
  co_return good;
}

// --- event streams ------------------------------------------------------------------------------

Task<bool> Connection::write_stream(EventStream stream) {
  keep_alive_ = false;
  response_.headers.emplace_back("Cache-Control", "no-store");
  start_head(std::nullopt);
  const bool sent = co_await send(output_);
  if (!sent || head_.request.head_only) co_return sent;
  auto queue = std::make_shared<FrameQueue>(bell_, serving_.config.limits.stream_frames);
  stream.open(queue);
  run_detached(watch(shared_from_this()), [](const std::exception&) {});
  const bool good = co_await pump_frames(queue);
  queue->close();
  co_return good;
}

Task<bool> Connection::pump_frames(std::shared_ptr<FrameQueue> queue) {
  for (;;) {
    enter(Phase::Streaming, Span::max());
    const bool ending = queue->closed() || serving_.stopping;
    std::string frames = queue->take();
    if (cut_ || peer_gone_) co_return false;
    if (frames.empty() && ending) co_return true;
    if (frames.empty()) {
      const Transfer napped =
          co_await wire_.nap(Clock::now() + serving_.config.deadlines.heartbeat);
      if (!napped.good) continue;
      frames = ": still here\n\n";
    }
    const bool sent = co_await send(frames);
    if (!sent) co_return false;
  }
}

// Reads beside an open stream, only to learn that the client has gone.
Task<void> Connection::watch(std::shared_ptr<Connection> self) {
  self->begin_ = self->end_ = 0;
  bool there = true;
  while (there && !self->cut_) {
    const Transfer received = co_await self->wire_.receive(std::span<char>(self->input_));
    there = received.good;
  }
  self->peer_gone_ = true;
  self->wire_.wake();
}

}  // namespace motcua::http
