// What two sides of a comparison are written as. Internal to core/procedure.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "procedure/compare.hpp"

namespace motcua::procedure {

template <class Value>
using Written = std::map<std::string, Value>;
using WrittenTexts = Written<std::string>;

// What is called by a name: the name, and what is said of it.
struct Named {
  Text name;
  Text said;
  bool operator==(const Named&) const = default;
};
using WrittenNamed = Written<Named>;

// Every id of either side whose values differ, in order: what it was, what it is.
template <class Value, class Tell>
void differences(const Written<Value>& old, const Written<Value>& now, Tell tell) {
  std::set<std::string> ids;
  for (const auto& [id, value] : old) ids.insert(id);
  for (const auto& [id, value] : now) ids.insert(id);
  for (const auto& id : ids) {
    const auto before = old.find(id);
    const auto after = now.find(id);
    const Value* was = before == old.end() ? nullptr : &before->second;
    const Value* is = after == now.end() ? nullptr : &after->second;
    if (was == nullptr || is == nullptr || !(*was == *is)) tell(id, was, is);
  }
}

// A new name is told with what is said, so that it is seen.
std::vector<Change> changes_of(const WrittenNamed& old, const WrittenNamed& now);

// Adds to both languages.
void add(Text& to, const std::string& vi, const std::string& en);

}  // namespace motcua::procedure
