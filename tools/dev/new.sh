# ./dev new: the files of a new command, event or procedure, with test and scenario, so that nobody
# forgets one. What they contain compiles and says no until its author writes the rule.

readonly DOSSIER=src/core/dossier

new_files() {
  local kind=${1:-} name=${2:-}
  [[ $kind =~ ^(command|event|procedure)$ && -n $name ]] ||
    fail "./dev new takes command, event or procedure, and a name."
  [[ $name =~ ^[a-z][a-z0-9]*([_-][a-z0-9]+)*$ ]] ||
    fail "A name is in lower case, its words joined by _ (command, event) or - (procedure)."
  "new_$kind" "${name//-/_}" "${name//_/-}"
}

# write_new PATH: standard input becomes a new file; an existing one is never overwritten.
write_new() {
  [[ ! -e $1 ]] || fail "$1 exists already."
  mkdir -p "$(dirname "$1")"
  cat >"$1"
  printf '  wrote %s\n' "$1"
}

act_header() {
  cat <<EOF
// The act "$2": what it asks of the dossier and the event it leaves.
#pragma once

#include "dossier/act.hpp"

namespace motcua::dossier::acts {

OrRejection<Event> $1(const Dossier& dossier, const ActInput& input, const Facts& facts);

}  // namespace motcua::dossier::acts
EOF
}

act_source() {
  cat <<EOF
#include "dossier/acts/$1.hpp"

#include "dossier/rejections.hpp"

namespace motcua::dossier::acts {

OrRejection<Event> $1(const Dossier&, const ActInput&, const Facts&) {
  return reject(not_the_step);
}

}  // namespace motcua::dossier::acts
EOF
}

act_test() {
  cat <<EOF
#include "dossier/acts/$1.hpp"

#include <gtest/gtest.h>

#include "dossier/rejections.hpp"

namespace motcua::dossier::acts {
namespace {

TEST(ActTable, $(pascal_case "$1")IsOfferedUnderItsOwnName) {
  EXPECT_NE(find_act("$2"), nullptr);
}

}  // namespace
}  // namespace motcua::dossier::acts
EOF
}

pascal_case() { sed -E 's/(^|_)([a-z0-9])/\U\2/g' <<<"$1"; }

new_scenario() {
  write_new "scenarios/$1.scenario" <<EOF
# scenario: $2
# purpose:  what this shows to somebody who knows the office and not the program
given calendar so-ngoai-vu-ha-noi
given procedure official-travel version 1
given office so-ngoai-vu-ha-noi

2017-04-12 09:10 Lan receives D1 from "Sở Du lịch"
----
EOF
}

new_command() {
  act_header "$@" | write_new "$DOSSIER/acts/$1.hpp"
  act_source "$@" | write_new "$DOSSIER/acts/$1.cpp"
  act_test "$@" | write_new "$DOSSIER/acts/$1_test.cpp"
  new_scenario "$1" "the act $2"
  say "Now write its rule, and its line in $DOSSIER/acts/table.cpp; until then its test fails."
}

new_event() {
  write_new "$DOSSIER/events/$1.hpp" <<EOF
// What the journal keeps of "$2". Once released, its meaning never changes.
#pragma once

#include <string>

namespace motcua::dossier {

struct $(pascal_case "$1") {
  std::string reason;
  bool operator==(const $(pascal_case "$1")&) const = default;
};

}  // namespace motcua::dossier
EOF
  new_scenario "$1" "the event $2"
  say "Now add it to the variant in $DOSSIER/event.hpp; the compiler names what must know it."
}

# A new procedure begins as an unpublished, closed copy of the one all others were learned from.
new_procedure() {
  local id=$2 folder=procedures/$2/v1
  [[ ! -e $folder ]] || fail "$folder exists already."
  mkdir -p "procedures/$id"
  cp -r procedures/official-travel/v1 "$folder"
  rm -f "$folder/published.digest"
  sed -i "s/official-travel/$id/g" "$folder"/*
  sed -i -E 's/^(verified|open) = true/\1 = false/' "$folder/procedure.toml"
  printf '  wrote %s\n' "$folder"/*
  new_scenario "$1" "one dossier of $id from application to result"
  say "Now change it to what the law says, and run: build/motcua procedure check procedures/$id/v1"
  say "When it is decided: build/motcua procedure publish procedures/$id/v1"
}
