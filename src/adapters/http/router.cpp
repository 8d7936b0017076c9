#include "http/router.hpp"

#include <algorithm>

#include "base/assertion.hpp"

namespace motcua::http {

void Router::add(std::string method, std::string_view pattern, Run run, Endpoint endpoint,
                 RouteLimits limits) {
  put({std::move(method), std::string(pattern), run, std::move(endpoint), std::move(limits), {}});
}

void Router::add_quick(std::string method, std::string_view pattern, QuickEndpoint quick,
                       Endpoint endpoint) {
  put({std::move(method),
       std::string(pattern),
       Run::Pool,
       std::move(endpoint),
       {},
       {},
       std::move(quick)});
}

void Router::put(Route route) {
  std::string_view pattern = route.pattern;
  MOTCUA_ASSERT(!pattern.empty() && pattern.front() == '/');
  listed_.push_back(route.method + " " + route.pattern);
  Node* node = &root_;
  while (!pattern.empty()) {
    pattern.remove_prefix(1);
    const std::string_view segment = pattern.substr(0, pattern.find('/'));
    pattern.remove_prefix(segment.size());
    const bool is_param = segment.size() > 2 && segment.front() == '{' && segment.back() == '}';
    if (is_param) route.param_names.emplace_back(segment.substr(1, segment.size() - 2));
    auto& child = is_param ? node->param : node->fixed[std::string(segment)];
    if (!child) child = std::make_unique<Node>();
    node = child.get();
  }
  MOTCUA_ASSERT(std::none_of(node->routes.begin(), node->routes.end(),
                             [&](const Route& other) { return other.method == route.method; }));
  node->routes.push_back(std::move(route));
}

void Router::set_fallback(Run run, Endpoint endpoint) {
  fallback_ = Route{"GET", "", run, std::move(endpoint), {}, {}};
}

// One walk down the tree: the first node at the full depth with the method wins; on the way the
// methods of every node that fits the path are collected.
struct Router::Search {
  std::string_view method;
  const std::vector<std::string>& segments;
  std::vector<std::string_view> values{};
  Match match{};

  bool descend(const Node& node, std::size_t depth) {
    if (depth == segments.size()) return take(node);
    const std::string& segment = segments[depth];
    if (auto it = node.fixed.find(segment); it != node.fixed.end()) {
      if (descend(*it->second, depth + 1)) return true;
    }
    if (!node.param || segment.empty()) return false;
    values.push_back(segment);
    if (descend(*node.param, depth + 1)) return true;
    values.pop_back();
    return false;
  }

  bool take(const Node& node) {
    for (const Route& route : node.routes) {
      if (route.method == method) {
        match.route = &route;
        for (std::size_t i = 0; i < values.size(); ++i) {
          match.params.emplace_back(route.param_names[i], values[i]);
        }
        return true;
      }
      if (!match.allowed.empty()) match.allowed += ", ";
      match.allowed += route.method == "GET" ? "GET, HEAD" : route.method;
    }
    return false;
  }
};

Router::Match Router::find(std::string_view method,
                           const std::vector<std::string>& segments) const {
  Search search{method == "HEAD" ? "GET" : method, segments};
  if (!search.descend(root_, 0) && search.match.allowed.empty() && search.method == "GET" &&
      fallback_.endpoint) {
    search.match.route = &fallback_;
  }
  return std::move(search.match);
}

std::vector<std::string> Router::listed() const {
  auto all = listed_;
  std::sort(all.begin(), all.end());
  return all;
}

}  // namespace motcua::http
