#include "http/problem.hpp"

#include <string>

#include "http/response.hpp"

namespace motcua::http {
namespace {

struct Known {
  int status;
  std::string_view name;
  std::string_view title;
};

Known known(ProblemKind kind) {
  switch (kind) {
    case ProblemKind::Malformed:
      return {400, "malformed-request", "Bad Request"};
    case ProblemKind::NotFound:
      return {404, "not-found", "Not Found"};
    case ProblemKind::MethodNotAllowed:
      return {405, "method-not-allowed", "Method Not Allowed"};
    case ProblemKind::TooSlow:
      return {408, "request-too-slow", "Request Timeout"};
    case ProblemKind::BodyTooLarge:
      return {413, "body-too-large", "Content Too Large"};
    case ProblemKind::UnsupportedMediaType:
      return {415, "unsupported-media-type", "Unsupported Media Type"};
    case ProblemKind::RangeNotSatisfiable:
      return {416, "range-not-satisfiable", "Range Not Satisfiable"};
    case ProblemKind::HeaderTooLarge:
      return {431, "header-too-large", "Request Header Fields Too Large"};
    case ProblemKind::Internal:
      return {500, "internal-error", "Internal Server Error"};
    case ProblemKind::Unavailable:
      return {503, "unavailable", "Service Unavailable"};
    case ProblemKind::VersionNotSupported:
      return {505, "http-version-not-supported", "HTTP Version Not Supported"};
    case ProblemKind::StorageFull:
      return {507, "storage-full", "Insufficient Storage"};
  }
  return {500, "internal-error", "Internal Server Error"};
}

}  // namespace

int status_of(ProblemKind kind) { return known(kind).status; }

std::string_view name_of(ProblemKind kind) { return known(kind).name; }

Response plain_problem(ProblemKind kind, const Request*) {
  const Known what = known(kind);
  std::string body = "{\"type\":\"about:blank\",\"title\":\"";
  body += what.title;
  body += "\",\"status\":" + std::to_string(what.status) + ",\"code\":\"";
  body += what.name;
  body += "\"}";
  return Response{what.status, "application/problem+json", {}, std::move(body)};
}

}  // namespace motcua::http
