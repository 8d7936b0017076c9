// What an endpoint answers: status, headers, and a body in one of six forms.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "http/percent.hpp"
#include "http/problem.hpp"

namespace motcua::http {

struct Response;

// Bytes that live at least as long as the server (assets built in).
struct Borrowed {
  std::string_view bytes;
};

// A part of a file; the server opens it, honours Range and If-Range, and sends it in pieces.
struct FileRange {
  std::string path;
  std::uint64_t offset = 0;             // bytes
  std::optional<std::uint64_t> length;  // bytes; to the end of the file when absent
};

// The way into an open event stream. Thread-safe; outlives the connection harmlessly.
class EventSink {
 public:
  virtual ~EventSink() = default;
  // Queues one frame as it goes over the wire (see event_frame). False when the stream is closed;
  // a stream whose client does not keep up (Limits::stream_frames) is closed.
  virtual bool send(std::string frame) = 0;
  // The client is gone, too slow, or the server is stopping.
  virtual bool closed() const = 0;
  // Ends the stream after what is queued.
  virtual void close() = 0;
};

// `open` is called once, on a network thread, after the head was sent: it must not block. The sink
// is shared because sender and connection each keep it until they are done with it.
struct EventStream {
  std::function<void(std::shared_ptr<EventSink>)> open;
};

// The answer comes later, from any thread, exactly once. A second call is ignored; when every copy
// of the completion is dropped without a call, the client gets the problem Internal.
using Completion = std::function<void(Response)>;

// `start` is called once, on the thread that ran the endpoint. The completed response must not be
// a Later itself.
struct Later {
  std::function<void(Completion)> start;
};

// The transport's own words for it are asked from the ProblemWriter.
struct Problem {
  ProblemKind kind = ProblemKind::NotFound;
};

using Body = std::variant<std::string, Borrowed, FileRange, EventStream, Later, Problem>;

struct Response {
  int status = 200;
  std::string content_type = "application/json";  // empty: no such header
  Pairs headers;                                  // no CR, LF or NUL inside, else Internal
  Body body;
};

inline Response problem(ProblemKind kind) { return Response{200, "", {}, Problem{kind}}; }

// "event: name\nid: 7\ndata: ...\n\n"; each line of `text` becomes a data line. Empty name or id:
// no such line.
std::string event_frame(std::string_view name, std::string_view text, std::string_view id = {});

// The value of Content-Disposition for a file name in any language (RFC 6266, RFC 8187), with an
// ASCII name for old clients: attachment; filename="don.pdf"; filename*=UTF-8''%C4%91%C6%A1n.pdf
enum class Disposition { Inline, Attachment };
std::string content_disposition(Disposition disposition, std::string_view file_name);

}  // namespace motcua::http
