// Offices for benchmarks, made through the real journal and thrown away after the run.
#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "files/assets.hpp"
#include "runtime/runtime.hpp"

namespace motcua::bench {

// A folder of this run for `name`: below MOTCUA_BENCH_FOLDER, which the programs of a run share, or
// a new one in the build folder, gone when the program ends.
std::filesystem::path folder_of_run(const std::string& name);

// Makes an empty office with nobody's password set. Throws.
void make_office(const std::filesystem::path& data);

// Opens the demonstration office in `data`, making it first when there is none. Throws.
std::unique_ptr<runtime::Runtime> open_office(const std::filesystem::path& data);

// A dossier under way: the next act of its life, and its version.
struct Standing {
  std::string code;
  std::size_t stage = 0;
  std::uint64_t version = 1;
};

// Registers `count` dossiers from `first_number` on and works on them until they stand at different
// places of their lives. With `received_over_days` they were received over so many days before
// today, else now. Throws when an act is not accepted.
struct Filling {
  std::uint64_t first_number = 0;
  std::size_t count = 0;
  int received_over_days = 0;
};
std::vector<Standing> fill(runtime::Runtime& runtime, const Filling& filling);

// The folder of an office with 100,000 dossiers, closed; made once in a run.
std::filesystem::path large_office();
inline constexpr std::size_t large = 100'000;

}  // namespace motcua::bench
