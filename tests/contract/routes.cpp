// Prints every route the server registers, one a line: "GET /api/office".

#include <unistd.h>

#include <filesystem>
#include <iostream>

#include "api/desk.hpp"
#include "runtime/runtime.hpp"

namespace motcua {
namespace {

int list_routes(const std::filesystem::path& folder) {
  const auto assets = files::Assets::embedded();
  const auto made = runtime::create_office(assets, folder, "so-ngoai-vu-ha-noi");
  auto opened = made ? runtime::Runtime::open(assets, {folder}) : Unexpected{made.error()};
  if (!opened) {
    std::cerr << opened.error().what << "\n";
    return 1;
  }
  auto& r = **opened;
  const api::NoticeDesk notices{r.store(), r.templates(), {}, [] {}, {}};
  api::Parts parts{r.world(),
                   r.registrar(),
                   r.cache(),
                   r.store(),
                   r.store(),
                   r.store(),
                   r.store(),
                   r.files(),
                   r.partial_uploads(),
                   r.examiner(),
                   r.clock(),
                   r.chance(),
                   r.hasher(),
                   r.figures(),
                   r.demo_clock(),
                   "",
                   [] { return std::int64_t{0}; }};
  parts.notices = &notices;
  parts.appointments = &r.store();
  parts.petitions = &r.petitions();
  parts.travel = &r.travel();
  parts.articles = &r.store();
  parts.designs = &r.designs();
  parts.substitutions = &r.substitutions();
  api::Desk desk(parts);
  http::Router router;
  api::add_routes(router, desk);
  for (const auto& route : router.listed()) std::cout << route << "\n";
  return 0;
}

}  // namespace
}  // namespace motcua

int main() {
  auto pattern = (std::filesystem::temp_directory_path() / "motcua-routes-XXXXXX").string();
  if (::mkdtemp(pattern.data()) == nullptr) return 1;
  const int code = motcua::list_routes(std::filesystem::path(pattern) / "office");
  std::filesystem::remove_all(pattern);
  return code;
}
