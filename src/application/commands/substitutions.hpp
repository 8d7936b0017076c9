// Setting and ending substitutions: kept in the store, and in force in the world at once.
#pragma once

#include <mutex>
#include <variant>

#include "commands/world.hpp"
#include "ports/authority_store.hpp"
#include "ports/chance.hpp"

namespace motcua::commands {

using SubstitutionAnswer = std::variant<authority::Substitution, Rejection, Failure>;

// Any thread; one change at a time.
class SubstitutionDesk {
 public:
  SubstitutionDesk(World& world, ports::AuthorityStore& store, ports::Chance& chance)
      : world_(world), store_(store), chance_(chance) {}

  OrFailure<Nothing> load();  // what the store keeps into the world; before the first act
  // `wanted` without id; `set_at` is now.
  SubstitutionAnswer set(authority::Substitution wanted);
  // NotFound when there is none of this id.
  SubstitutionAnswer end(std::string_view id, const std::string& by, Moment now);

 private:
  World& world_;
  ports::AuthorityStore& store_;
  ports::Chance& chance_;
  std::mutex mutex_;
};

}  // namespace motcua::commands
