#include "api/supplements.hpp"

#include <algorithm>

#include "api/account.hpp"
#include "dossier/fields_json.hpp"
#include "dossier/rejections.hpp"
#include "dossier/supplement.hpp"
#include "queries/json_parts.hpp"

namespace motcua::api {
namespace {

// Setting name of the papers that answers typed so far have opened.
std::string opened_key(std::string_view code) { return "supplement-opened:" + std::string(code); }

OrFailure<bool> is_open_for(Desk& desk, const Seen& seen, std::string_view paper) {
  const auto& asked = seen.dossier->supplement->items;
  if (std::ranges::find(asked, paper, &dossier::AskedItem::paper) != asked.end()) return true;
  const auto opened = desk.parts.desk.find_setting(opened_key(seen.dossier->code));
  if (!opened) return Unexpected{opened.error()};
  const auto ids = read_json(opened->value_or("[]"));
  const auto* list = ids ? ids->if_array() : nullptr;
  return list != nullptr && std::ranges::any_of(*list, [&](const json::value& id) {
           return id.is_string() && std::string_view(id.get_string()) == paper;
         });
}

}  // namespace

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

std::vector<const procedure::Paper*> papers_brought_up(const Parts& parts,
                                                       const Corrected& corrected) {
  const auto& seen = corrected.seen;
  if (corrected.answers.empty() || !seen.dossier->supplement) return {};
  const dossier::Facts facts{seen.now, *seen.calendar,       *seen.version,     {}, {},
                             {},       parts.world.powers(), seen.dossier->code};
  return dossier::brought_up_by(*seen.dossier, corrected.answers, facts);
}

http::Response open_papers(Desk& desk, const Corrected& corrected, Language language) {
  json::array papers;
  json::array ids;
  for (const auto* paper : papers_brought_up(desk.parts, corrected)) {
    ids.push_back(json::value(paper->id));
    papers.push_back(json::object{{"paper", paper->id},
                                  {"name", queries::write(paper->name)},
                                  {"note", queries::write(paper->note)},
                                  {"most_pages", paper->most_pages},
                                  {"most_megabytes", paper->most_megabytes}});
  }
  const auto key = opened_key(corrected.seen.dossier->code);
  const auto before = desk.parts.desk.find_setting(key);
  if (!before) return problem_of(before.error(), language);
  auto now = write_json(ids);
  if (*before ? **before != now : !ids.empty()) {
    const auto kept = desk.parts.desk.put_setting(key, std::move(now));
    if (!kept) return problem_of(kept.error(), language);
  }
  return answer(json::object{{"papers", std::move(papers)}});
}

http::Response add_to_supplement(Desk& desk, const Seen& seen, const dossier::PaperFile& file,
                                 Language language) {
  const auto open = is_open_for(desk, seen, file.paper);
  if (!open) return problem_of(open.error(), language);
  if (!*open) return problem_of(Rejection{&dossier::paper_not_asked, {}}, language);
  const auto kept = desk.parts.desk.put_setting(supplement_key(seen.dossier->code, file.id),
                                                dossier::write_files({file}));
  return kept ? answer(queries::write(file), 201) : problem_of(kept.error(), language);
}

}  // namespace motcua::api
