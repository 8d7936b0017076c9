// What the transport itself can refuse or fail at, and the hook that turns it into an answer.
//
// The words, codes and languages of problem details (RFC 9457) come from outside through
// ProblemWriter; this module only says which kind it is and which status belongs to it.
#pragma once

#include <functional>
#include <string_view>

namespace motcua::http {

struct Request;
struct Response;

enum class ProblemKind {
  Malformed,             // 400: not HTTP, or a path or query that cannot be decoded
  NotFound,              // 404
  MethodNotAllowed,      // 405, with Allow
  TooSlow,               // 408: head or body did not come in time
  BodyTooLarge,          // 413
  UnsupportedMediaType,  // 415
  RangeNotSatisfiable,   // 416, with Content-Range
  HeaderTooLarge,        // 431
  Internal,              // 500: a bug, an exception, an answer that was never given
  Unavailable,           // 503: too many connections, or no answer in time
  VersionNotSupported,   // 505
  StorageFull,           // 507: the upload could not be kept
};

int status_of(ProblemKind kind);
std::string_view name_of(ProblemKind kind);  // "not-found"

// The request is null where none could be read. Called from network and pool threads at once.
using ProblemWriter = std::function<Response(ProblemKind, const Request*)>;

// {"type":"about:blank","title":"Not Found","status":404,"code":"not-found"}
Response plain_problem(ProblemKind kind, const Request* request);

}  // namespace motcua::http
