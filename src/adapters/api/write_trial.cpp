#include "api/write_trial.hpp"

#include <string>

namespace motcua::api {
namespace {

constexpr std::size_t bytes_of_an_act = 16 * 1024;  // record, view and their indexes, in pages

}  // namespace

OrFailure<Nothing> WriteTrial::run(ports::DeskStore& desk, std::int64_t now_seconds) {
  const std::lock_guard lock(mutex_);
  if (went_well_at_ == now_seconds) return Nothing{};
  const auto written = desk.put_setting("write-trial", std::string(bytes_of_an_act, '.'));
  if (written) went_well_at_ = now_seconds;
  return written;
}

}  // namespace motcua::api
