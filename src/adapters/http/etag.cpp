#include "http/etag.hpp"

#include <algorithm>

namespace motcua::http {
namespace {

struct Tag {
  bool weak = false;
  std::string_view quoted;  // empty: the list is not well-formed from here on
};

Tag next_tag(std::string_view& list) {
  while (!list.empty() && (list.front() == ' ' || list.front() == ',' || list.front() == '\t')) {
    list.remove_prefix(1);
  }
  Tag tag;
  if (list.substr(0, 2) == "W/") {
    tag.weak = true;
    list.remove_prefix(2);
  }
  if (list.empty() || list.front() != '"') return tag;
  const std::size_t end = list.find('"', 1);
  if (end == std::string_view::npos) return tag;
  tag.quoted = list.substr(0, end + 1);
  list.remove_prefix(end + 1);
  return tag;
}

bool names(std::string_view list, std::string_view etag, bool weak_counts) {
  if (list == "*") return true;
  if (etag.substr(0, 2) == "W/") {
    if (!weak_counts) return false;
    etag.remove_prefix(2);
  }
  for (Tag tag = next_tag(list); !tag.quoted.empty(); tag = next_tag(list)) {
    if (tag.quoted == etag && (weak_counts || !tag.weak)) return true;
  }
  return false;
}

}  // namespace

bool names_etag(std::string_view list, std::string_view etag) { return names(list, etag, true); }

bool names_etag_strongly(std::string_view list, std::string_view etag) {
  return names(list, etag, false);
}

}  // namespace motcua::http
