#include "commands/substitutions.hpp"

#include <algorithm>

namespace motcua::commands {

OrFailure<Nothing> SubstitutionDesk::load() {
  auto kept = store_.substitutions();
  if (!kept) return Unexpected{kept.error()};
  world_.replace_substitutions(std::move(*kept));
  return Nothing{};
}

SubstitutionAnswer SubstitutionDesk::set(authority::Substitution wanted) {
  const std::lock_guard lock(mutex_);
  wanted.id = chance_.token(12);
  if (auto sound = authority::check_substitution(world_.office(), wanted, date_of(wanted.set_at));
      !sound) {
    return sound.error();
  }
  const auto added = store_.add_substitution(wanted);
  if (!added) return added.error();
  if (auto loaded = load(); !loaded) return loaded.error();
  return wanted;
}

SubstitutionAnswer SubstitutionDesk::end(std::string_view id, const std::string& by, Moment now) {
  const std::lock_guard lock(mutex_);
  const auto kept = store_.substitutions();
  if (!kept) return kept.error();
  const auto found = std::find_if(kept->begin(), kept->end(),
                                  [&](const authority::Substitution& one) { return one.id == id; });
  if (found == kept->end()) return Failure{FailureKind::NotFound, "no such substitution", false};
  if (auto may = authority::check_ending(world_.office(), *found, by, date_of(now)); !may) {
    return may.error();
  }
  const auto ended = store_.end_substitution(id, by, now);
  if (!ended) return ended.error();
  if (auto loaded = load(); !loaded) return loaded.error();
  auto after = *found;
  after.ended_by = by;
  after.ended_at = now;
  return after;
}

}  // namespace motcua::commands
