// The demonstration's history: dossiers the real commands made on a simulated clock, from a seed.
//
// Its totals equal the published ones: 2016 1,242 received, none left open, 1,215 settled on time;
// first quarter of 2017 180 received, 176 settled on time, 4 running within their promise.
// [facts-1]
// Every record is signed by the generator, so that every figure can say how much of it is made up.
#pragma once

#include "commands/registrar.hpp"

namespace motcua::commands {

inline constexpr std::uint64_t demo_seed = 20170412;

// Up to `until` (the moment the demonstration opens). Only for an empty office.
OrFailure<Nothing> make_demo_history(const World& world, Registrar& registrar, Moment until,
                                     std::uint64_t seed = demo_seed);

}  // namespace motcua::commands
