#include "procedure/catalogue.hpp"

#include <algorithm>
#include <tuple>

namespace motcua::procedure {
namespace {

bool is_published(const Version& version) { return version.lifecycle != Lifecycle::Draft; }

bool is_newer(const Version& a, const Version& b) {
  return std::tuple(a.in_force_from, a.number) > std::tuple(b.in_force_from, b.number);
}

}  // namespace

Catalogue::Catalogue(std::vector<Version> versions) : versions_(std::move(versions)) {
  std::ranges::sort(versions_, [](const Version& a, const Version& b) {
    return std::tie(a.order, a.procedure, a.number) < std::tie(b.order, b.procedure, b.number);
  });
  for (Version& version : versions_) {
    if (version.lifecycle != Lifecycle::Published) continue;
    const bool amended = std::ranges::any_of(versions_, [&](const Version& other) {
      return other.procedure == version.procedure && is_published(other) &&
             is_newer(other, version);
    });
    if (amended) version.lifecycle = Lifecycle::Amended;
  }
}

const Version* Catalogue::in_force(std::string_view procedure, Date date) const {
  const Version* newest = nullptr;
  for (const Version& version : versions_) {
    if (version.procedure != procedure || !is_published(version)) continue;
    if (version.in_force_from > date) continue;
    if (newest == nullptr || is_newer(version, *newest)) newest = &version;
  }
  const bool abolished = newest != nullptr && newest->abolished_on && *newest->abolished_on <= date;
  return abolished ? nullptr : newest;
}

const Version* Catalogue::find(std::string_view procedure, int version) const {
  auto found = std::ranges::find_if(versions_, [&](const Version& candidate) {
    return candidate.procedure == procedure && candidate.number == version;
  });
  return found == versions_.end() ? nullptr : &*found;
}

std::vector<const Version*> Catalogue::all_in_force(Date date) const {
  std::vector<const Version*> all;
  for (const Version& version : versions_) {
    if (in_force(version.procedure, date) == &version) all.push_back(&version);
  }
  return all;
}

}  // namespace motcua::procedure
