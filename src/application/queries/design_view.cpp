#include "queries/design_view.hpp"

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <map>

#include "design/event_json.hpp"
#include "procedure/burden.hpp"
#include "procedure/toml_tree.hpp"
#include "queries/authority_view.hpp"
#include "queries/json_parts.hpp"

namespace motcua::queries {
namespace {

json::array names(const std::vector<std::string_view>& all) {
  json::array array;
  for (const auto name : all) array.push_back(json::value(name));
  return array;
}

std::string_view write_lifecycle(procedure::Lifecycle lifecycle) {
  using enum procedure::Lifecycle;
  switch (lifecycle) {
    case Draft:
      return "draft";
    case Published:
      return "published";
    case Amended:
      return "amended";
    case Abolished:
      return "abolished";
  }
  return "draft";
}

// The name a matrix gives itself, else its id.
Text matrix_name(const std::string& id, const procedure::Files& files) {
  const auto file = files.find("matrix.toml");
  const auto tree =
      file == files.end() ? procedure::read_toml("") : procedure::read_toml(file->second);
  Text name{id, id};
  const auto* named = tree ? tree->find("name") : nullptr;
  if (named == nullptr) return name;
  if (const auto* vi = named->find("vi"); vi != nullptr && vi->as<std::string>()) {
    name.vi = *vi->as<std::string>();
  }
  if (const auto* en = named->find("en"); en != nullptr && en->as<std::string>()) {
    name.en = *en->as<std::string>();
  }
  return name;
}

json::value decision_of(const DesignScene& scene, const design::Subject& subject, int number) {
  const auto publication = scene.desk.publication(subject, number);
  return publication ? json::value(design::write_decision(publication->decision))
                     : json::value(nullptr);
}

// As it stands today: the catalogue calls a version amended as soon as a later one is published,
// were that one to come.
std::string_view standing_of(const DesignScene& scene, const design::Subject& subject, int number,
                             const std::optional<Date>& from) {
  if (from && *from > scene.today) return "to-come";
  if (subject.kind == design::Kind::Matrix) {
    const auto powers = scene.world.powers();
    const auto* now =
        powers.matrices ? powers.matrices->in_force(subject.id, scene.today) : nullptr;
    return now == nullptr || now->number == number ? "published" : "amended";
  }
  const auto& catalogue = scene.world.catalogue();
  const auto* version = catalogue.find(subject.id, number);
  if (version == nullptr) return "published";
  const auto* now = catalogue.in_force(subject.id, scene.today);
  return now == version ? "published" : write_lifecycle(version->lifecycle);
}

json::array posts_of(const authority::Office& office, Date today) {
  std::map<std::string, Text> posts;
  for (const auto& post : office.posts) posts.emplace(post.id, post.name);
  for (const auto& person : office.people) {
    auto tenures = person.tenures;
    if (tenures.empty()) tenures.push_back(authority::plain_tenure(person));
    for (const auto& tenure : tenures) posts.emplace(tenure.post, tenure.name);
  }
  json::array list;
  for (const auto& [id, name] : posts) {
    json::array held_by;
    for (const auto& holder : authority::holders_of(office, {}, id, today)) {
      held_by.push_back(json::value(holder.name));
    }
    list.push_back(
        json::object{{"id", id}, {"name", write(name)}, {"held_by", std::move(held_by)}});
  }
  return list;
}

json::array units_of(const authority::Office& office) {
  json::array list;
  for (const auto& unit : office.units) {
    list.push_back(
        json::object{{"id", unit.id}, {"name", write(unit.name)}, {"outside", unit.outside}});
  }
  return list;
}

json::object version_line(const DesignScene& scene, const design::Subject& subject, int number,
                          const procedure::Files& files) {
  const auto* version = subject.kind == design::Kind::Procedure
                            ? scene.world.catalogue().find(subject.id, number)
                            : nullptr;
  const auto said = design::declared(subject.kind, files);
  const bool ends = version != nullptr && version->abolished_on;
  return {{"number", number},
          {"lifecycle", standing_of(scene, subject, number, said.in_force_from)},
          {"in_force_from", said.in_force_from ? write_date(*said.in_force_from) : ""},
          {"abolished_on", ends ? json::value(write_date(*version->abolished_on)) : json::value()},
          {"decision", decision_of(scene, subject, number)}};
}

json::array drafts_of(const std::vector<commands::DraftSnapshot>& drafts,
                      const design::Subject& subject) {
  json::array lines;
  for (const auto& draft : drafts) {
    if (draft->subject != subject) continue;
    lines.push_back(json::object{{"id", draft->code},
                                 {"title", draft->title},
                                 {"author", draft->author.name},
                                 {"state", design::write_draft_state(draft->state)},
                                 {"changed_at", write_moment(draft->changed_at)}});
  }
  return lines;
}

Text name_of(const DesignScene& scene, const design::Subject& subject,
             const procedure::Files* newest, const std::string& title) {
  if (subject.kind == design::Kind::Matrix) {
    return newest == nullptr ? Text{title, title} : matrix_name(subject.id, *newest);
  }
  Text name{title, title};
  for (const auto& version : scene.world.catalogue().versions()) {
    if (version.procedure == subject.id) name = version.name;
  }
  return name;
}

}  // namespace

json::object design_page(const DesignScene& scene) {
  const auto library = scene.desk.library();
  const auto drafts = scene.desk.drafts();
  std::map<design::Subject, std::string> subjects;  // with a title for those without a version
  for (const auto& [key, files] : library->versions) subjects.try_emplace(key.first, key.first.id);
  for (const auto& draft : drafts) subjects.try_emplace(draft->subject, draft->title);
  json::array lines;
  for (const auto& [subject, title] : subjects) {
    json::array versions;
    const procedure::Files* newest = nullptr;
    for (const int number : library->numbers(subject)) {
      newest = library->find(subject, number);
      versions.push_back(version_line(scene, subject, number, *newest));
    }
    lines.push_back(json::object{{"kind", design::write_kind(subject.kind)},
                                 {"id", subject.id},
                                 {"name", write(name_of(scene, subject, newest, title))},
                                 {"versions", std::move(versions)},
                                 {"drafts", drafts_of(drafts, subject)}});
  }
  json::array may;
  if (design::may_draft(scene.officer)) may.push_back("draft");
  if (design::may_approve(scene.officer)) may.push_back("approve");
  return {{"subjects", std::move(lines)},
          {"posts", posts_of(scene.world.office(), scene.today)},
          {"units", units_of(scene.world.office())},
          {"may", std::move(may)}};
}

json::object draft_view(const design::Draft& draft, const DesignScene& scene) {
  const auto said = design::declared(draft.subject.kind, draft.files);
  const bool asked = !draft.asked.decision.number.empty();
  json::object files;
  for (const auto& [name, text] : draft.files) files[name] = text;
  json::array editors;
  for (const auto& editor : draft.editors) editors.push_back(json::value(editor.name));
  return {
      {"id", draft.code},
      {"kind", design::write_kind(draft.subject.kind)},
      {"subject", draft.subject.id},
      {"number", said.number},
      {"base", draft.base > 0 ? json::value(draft.base) : json::value()},
      {"title", draft.title},
      {"author", draft.author.name},
      {"editors", std::move(editors)},
      {"revision", draft.version},
      {"state", design::write_draft_state(draft.state)},
      {"files", std::move(files)},
      {"in_force_from", asked ? json::value(write_date(draft.asked.in_force_from)) : json::value()},
      {"decision",
       asked ? json::value(design::write_decision(draft.asked.decision)) : json::value()},
      {"note", draft.asked.note},
      {"returned_because", draft.returned_because},
      {"may", names(design::offers(draft, scene.officer))},
      {"changed_at", write_moment(draft.changed_at)}};
}

json::array revisions_view(const std::vector<ports::StoredDesignRecord>& records) {
  json::array items;
  for (const auto& stored : records) {
    json::array files;
    const auto& event = stored.record.event;
    if (const auto* begun = std::get_if<design::DraftBegun>(&event)) {
      for (const auto& [name, text] : begun->files) files.push_back(json::value(name));
    }
    const auto* saved = std::get_if<design::FilesSaved>(&event);
    const auto* asked = std::get_if<design::Submitted>(&event);
    if (saved != nullptr || asked != nullptr) {
      for (const auto& [name, text] : saved != nullptr ? saved->files : asked->files) {
        files.push_back(json::value(name));
      }
    }
    if (files.empty()) continue;
    items.push_back(json::object{{"revision", stored.record.version},
                                 {"author", stored.record.actor.name},
                                 {"at", write_moment(stored.record.at)},
                                 {"files", std::move(files)}});
  }
  return items;
}

json::object problems_view(const procedure::Problems& problems) {
  json::array items;
  for (const auto& problem : problems) {
    const bool error = problem.severity == procedure::Severity::Error;
    items.push_back(json::object{{"file", problem.file},
                                 {"line", problem.line},
                                 {"element", problem.element},
                                 {"code", problem.code},
                                 {"severity", error ? "error" : "warning"},
                                 {"what", write(problem.what)}});
  }
  return {{"problems", std::move(items)}};
}

json::value write_feel(const feel::Value& value) {
  if (value.is_null()) return nullptr;
  if (const auto* truth = value.as<bool>()) return *truth;
  if (const auto* text = value.as<std::string>()) return json::value(*text);
  if (const auto* list = value.as<feel::List>()) {
    json::array array;
    for (const auto& one : *list) array.push_back(write_feel(one));
    return array;
  }
  if (const auto* context = value.as<feel::Context>()) {
    json::object object;
    for (const auto& [name, one] : *context) object[name] = write_feel(one);
    return object;
  }
  if (const auto* date = value.as<Date>()) return json::value(write_date(*date));
  const auto written = feel::write(value);
  auto read = read_json(written);  // a number
  return read ? std::move(*read) : json::value(written);
}

json::object walk_view(const trial::Walk& walk, const procedure::Version& version,
                       const authority::Powers& powers, Date today) {
  json::array open;
  for (const auto& step : walk.open) {
    const auto& node = version.process.nodes.at(step.task);
    open.push_back(
        json::object{{"task", step.task},
                     {"name", write(version.step_name(step.task))},
                     {"role", node.task.role},
                     {"unit", node.task.unit},
                     {"timer", node.task.role.empty()},
                     {"due", step.due ? json::value(write_moment(*step.due)) : json::value()}});
  }
  json::array done;
  for (const auto& one : walk.done) {
    done.push_back(json::object{{"task", one.task}, {"outcome", one.outcome}});
  }
  json::array papers;
  for (const auto* paper : walk.papers) {
    papers.push_back(json::object{{"id", paper->id},
                                  {"name", write(paper->name)},
                                  {"originals", paper->originals},
                                  {"copies", paper->copies}});
  }
  const auto* chosen = version.find_case(walk.intake.case_id);
  return {{"case", walk.intake.case_id},
          {"case_name", write(chosen == nullptr ? Text{} : chosen->name)},
          {"authority", walk.authority
                            ? json::value(authority_of(*walk.authority, powers, today, Known::Told))
                            : json::value()},
          {"open", std::move(open)},
          {"done", std::move(done)},
          {"ended", walk.ended},
          {"due", walk.due ? json::value(write_moment(*walk.due)) : json::value()},
          {"papers", std::move(papers)},
          {"fee", walk.fee.amount},
          {"problem", walk.problem ? write(*walk.problem) : json::value()}};
}

}  // namespace motcua::queries
