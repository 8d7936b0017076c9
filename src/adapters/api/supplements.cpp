#include "api/supplements.hpp"

#include <algorithm>

#include "api/account.hpp"
#include "dossier/fields_json.hpp"
#include "dossier/rejections.hpp"
#include "queries/json_parts.hpp"

namespace motcua::api {

http::Response with_tracked(Desk& desk, const http::Request& request, const UseSeen& use) {
  const auto code = request.param("code");
  const Language language = language_of(&request);
  if (!may_follow(desk, request, code)) return problem(tracking_not_found, language);
  const auto seen = see(desk.parts, code);
  return seen ? use(*seen) : problem_of(seen.error(), language);
}

http::Response with_supplement(Desk& desk, const http::Request& request, const UseSeen& use) {
  return with_tracked(desk, request, [&](const Seen& seen) {
    if (seen.dossier->supplement) return use(seen);
    return problem_of(Rejection{&dossier::no_supplement_asked, {}}, language_of(&request));
  });
}

std::string supplement_key(std::string_view code, std::string_view id) {
  return "supplement:" + std::string(code) + ":" + std::string(id);
}

OrFailure<std::optional<dossier::PaperFile>> waiting_file(Desk& desk, std::string_view code,
                                                          std::string_view id) {
  const auto stored = desk.parts.desk.find_setting(supplement_key(code, id));
  if (!stored) return Unexpected{stored.error()};
  if (!*stored) return std::optional<dossier::PaperFile>{};
  auto files = dossier::read_files(**stored);
  if (!files) return Unexpected{files.error()};
  return files->empty() ? std::nullopt : std::optional(std::move(files->front()));
}

http::Response add_to_supplement(Desk& desk, const Seen& seen, const dossier::PaperFile& file,
                                 Language language) {
  const auto& asked = seen.dossier->supplement->items;
  if (std::ranges::find(asked, file.paper, &dossier::AskedItem::paper) == asked.end()) {
    return problem(paper_not_asked, language);
  }
  const auto kept = desk.parts.desk.put_setting(supplement_key(seen.dossier->code, file.id),
                                                dossier::write_files({file}));
  return kept ? answer(queries::write(file), 201) : problem_of(kept.error(), language);
}

}  // namespace motcua::api
