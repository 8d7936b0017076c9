#include "queries/dossier_pages.hpp"

#include "queries/dossier_view.hpp"

namespace motcua::queries {
namespace {

constexpr std::size_t most_pages = 4096;  // some 15 KB each

std::shared_ptr<const std::string> shared(std::string text) {
  return std::make_shared<const std::string>(std::move(text));
}

std::string without_braces(const json::object& object) {
  std::string text = write_json(object);
  return text.substr(1, text.size() - 2);
}

json::value take(json::object& from, std::string_view name) {
  json::value taken = std::move(from[name]);
  from.erase(name);
  return taken;
}

CountedDays counted_days(const json::object& account) {
  if (!account.contains("used")) return std::nullopt;
  std::vector<Date> days;
  for (const auto& day : account.at("days").as_array()) {
    if (day.at("counted").as_bool()) days.push_back(*parse_date(string_member(day, "date")));
  }
  return days;
}

// Posts and substitutions are of a day, and substitutions come and go.
std::string acts_key(const Scene& scene, const dossier::Officer& officer) {
  return officer.actor.id + '|' + write_date(date_of(scene.now)) + '|' +
         std::to_string(scene.powers.revision);
}

}  // namespace

std::optional<std::string> DossierPages::recall(const dossier::Dossier& dossier, const Scene& scene,
                                                const Reader& reader) const {
  Found found;
  {
    const std::lock_guard lock(mutex_);
    const auto kept = pages_.find(dossier.code);
    if (kept == pages_.end()) return std::nullopt;
    const Page& page = kept->second;
    if (page.version != dossier.version || page.calendar != reader.calendar) return std::nullopt;
    const auto acts = page.acts.find(acts_key(scene, reader.officer));
    if (acts == page.acts.end()) return std::nullopt;
    found = {{page.version, {}, page.members, page.promise, page.tasks, page.counted, {}},
             acts->second};
  }
  return text_of(found, dossier, scene);
}

std::string DossierPages::make(const std::vector<ports::StoredRecord>& records,
                               const dossier::Dossier& dossier, const Scene& scene,
                               const Reader& reader) {
  json::value whole = dossier_view(records, dossier, scene, reader.officer);
  auto& view = whole.as_object();
  json::value promise = take(view, "promise");
  const json::value step = take(view, "step");
  // What hangs on the reader's powers: his acts, what is withheld from him, who decides.
  std::string his = write_json(take(view, "acts"));
  his += R"(,"withheld":)" + write_json(take(view, "withheld"));
  if (view.contains("authority")) his += R"(,"authority":)" + write_json(take(view, "authority"));
  const auto acts = shared(std::move(his));
  view.erase("held");
  Page page;
  page.version = dossier.version;
  page.calendar = reader.calendar;
  page.counted = std::make_shared<const CountedDays>(counted_days(promise.as_object()));
  for (const auto* name : {"state", "first_state", "countdown", "used"})
    promise.as_object().erase(name);
  page.members = shared(without_braces(view));
  page.promise = shared(without_braces(promise.as_object()));
  page.tasks = shared(write_json(step.at("tasks")));
  const std::string text = text_of({page, acts}, dossier, scene);

  const std::lock_guard lock(mutex_);
  if (pages_.size() >= most_pages) pages_.clear();
  Page& kept = pages_[dossier.code];
  if (kept.version > page.version) return text;
  if (kept.version == page.version && kept.calendar == page.calendar) {
    page.acts = std::move(kept.acts);
  }
  page.acts[acts_key(scene, reader.officer)] = acts;
  kept = std::move(page);
  return text;
}

std::string DossierPages::text_of(const Found& found, const dossier::Dossier& dossier,
                                  const Scene& scene) {
  const Page& page = found.page;
  std::string text;
  text.reserve(page.members->size() + page.promise->size() + page.tasks->size() +
               found.acts->size() + 1024);
  text += '{';
  text += *page.members;
  text += R"(,"promise":{)";
  text += *page.promise;
  text += ',';
  text += without_braces(promise_now(dossier, scene, *page.counted));
  text += R"(},"step":{"tasks":)";
  text += *page.tasks;
  text += R"(,"countdown":)";
  text += write_json(step_countdown(dossier, scene));
  text += R"(},"held":)";
  text += write_json(held_by_unit(dossier, scene));
  text += R"(,"acts":)";
  text += *found.acts;
  text += '}';
  return text;
}

}  // namespace motcua::queries
