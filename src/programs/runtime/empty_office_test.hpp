// For tests: a demonstration office without a history, in a folder of its own that goes with it.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>
#include <system_error>

#include "base/assertion.hpp"
#include "runtime/runtime.hpp"

namespace motcua::runtime {

class EmptyOffice {
 public:
  EmptyOffice() {
    std::string pattern = std::filesystem::temp_directory_path() / "motcua-empty-XXXXXX";
    MOTCUA_ASSERT(mkdtemp(pattern.data()) != nullptr);
    folder_ = pattern;
    const auto& assets = files::Assets::embedded();
    MOTCUA_ASSERT(create_office(assets, data(), "so-ngoai-vu-ha-noi").ok());
    auto opened = Runtime::open(assets, {data(), true});
    MOTCUA_ASSERT(opened.ok());
    office_ = std::move(*opened);
  }
  ~EmptyOffice() {
    office_.reset();
    std::error_code ignored;  // a folder left behind fails no test
    std::filesystem::remove_all(folder_, ignored);
  }
  EmptyOffice(const EmptyOffice&) = delete;
  EmptyOffice& operator=(const EmptyOffice&) = delete;

  std::filesystem::path data() const { return folder_ / "office"; }
  Runtime& runtime() { return *office_; }

 private:
  std::filesystem::path folder_;
  std::unique_ptr<Runtime> office_;
};

}  // namespace motcua::runtime
