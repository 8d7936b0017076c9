// Which endpoint answers a method and a path.
//
// Patterns are absolute paths whose segments are either fixed or one parameter: "/api/x/{code}".
// A fixed segment wins over a parameter. Paths match exactly: "/a/" is not "/a". Built before the
// server runs; after that only read, from many threads.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "http/request.hpp"
#include "http/response.hpp"

namespace motcua::http {

// Called from many threads at once. A std::exception that leaves it becomes the problem Internal.
using Endpoint = std::function<Response(Request&)>;
// Answers from memory, or not at all; on the network thread, so as short as Run::Inline asks.
using QuickEndpoint = std::function<std::optional<Response>(const Request&)>;

enum class Run {
  Inline,  // on the network thread: short, no storage, no files, never blocks
  Pool,    // on a worker thread
};

struct RouteLimits {
  // More is refused (413) before the endpoint sees it. A route that takes no more than
  // Limits::body_given_whole finds its body in memory, another one a large body in a file.
  std::uint64_t body_bytes = 1 << 20;
  std::vector<std::string> accepts{};  // media types a non-empty body may have; empty: any
};

struct Route {
  std::string method;
  std::string pattern;
  Run run = Run::Inline;
  Endpoint endpoint;
  RouteLimits limits;
  std::vector<std::string> param_names;
  QuickEndpoint quick{};  // asked first where there is one
};

class Router {
 public:
  // Asserts that the pattern begins with a slash and that method and pattern are not taken yet.
  // GET also answers HEAD.
  void add(std::string method, std::string_view pattern, Run run, Endpoint endpoint,
           RouteLimits limits = {});

  // The same for a route of Run::Pool that some requests need not go to the pool for.
  void add_quick(std::string method, std::string_view pattern, QuickEndpoint quick,
                 Endpoint endpoint);

  // Answers GET and HEAD of every path that no pattern knows (static files).
  void set_fallback(Run run, Endpoint endpoint);

  struct Match {
    const Route* route = nullptr;  // null: not found, or method not allowed
    Pairs params;
    std::string allowed;  // "GET, HEAD": the methods the path knows; empty: path unknown
  };
  Match find(std::string_view method, const std::vector<std::string>& segments) const;

  // "GET /api/x/{code}" for every route, sorted (to compare with the API's description).
  std::vector<std::string> listed() const;

 private:
  struct Node {
    std::map<std::string, std::unique_ptr<Node>, std::less<>> fixed;
    std::unique_ptr<Node> param;
    std::vector<Route> routes;
  };
  struct Search;
  void put(Route route);

  Node root_;
  Route fallback_;
  std::vector<std::string> listed_;
};

}  // namespace motcua::http
