#include "queries/authority_view.hpp"

#include <algorithm>

#include "authority/office.hpp"
#include "queries/authority_words.hpp"
#include "queries/json_parts.hpp"

namespace motcua::queries {
namespace {

using authority::LimitState;

std::string_view write_state(LimitState state) {
  switch (state) {
    case LimitState::Kept:
      return "kept";
    case LimitState::Passed:
      return "passed";
    case LimitState::Unknown:
      return "unknown";
    case LimitState::InDoubt:
      return "in-doubt";
  }
  return "unknown";
}

void put_period(json::object& out, const authority::Period& period) {
  if (period.from) out["from"] = write_date(*period.from);
  if (period.until) out["until"] = write_date(*period.until);
}

std::string name_of(const authority::Office& office, const std::string& username) {
  const auto* person = office.find_person(username);
  return person == nullptr ? username : person->name;
}

Text unit_name(const authority::Office& office, const std::string& id) {
  const auto* unit = office.find_unit(id);
  return unit == nullptr ? Text{id, id} : unit->name;
}

json::array names_of(const std::vector<std::string>& all) {
  json::array names;
  for (const auto& one : all) names.push_back(json::value(one));
  return names;
}

// Schema RegisterFact.
json::object write_fact(const authority::RegisterFact& fact) {
  json::array doubts;
  for (const auto& doubt : fact.doubts) {
    doubts.push_back(
        json::object{{"of", doubt.of},
                     {"counted", doubt.counted},
                     {"more", doubt.more},
                     {"records", json::array(doubt.records.begin(), doubt.records.end())}});
  }
  return {{"name", fact.name},
          {"value", fact.value},
          {"of", fact.of},
          {"records", json::array(fact.records.begin(), fact.records.end())},
          {"words", write(authority::fact_in_words(fact))},
          {"doubts", std::move(doubts)}};
}

json::object write_source(std::string_view basis) {
  const auto source = source_in_words(basis);
  return {{"words", write(source.words)}, {"checked", source.checked}};
}

json::object write_table(const authority::Matrix& matrix, const procedure::Catalogue& catalogue) {
  const auto& table = *matrix.table;
  const MatrixWords words(matrix, catalogue);
  json::array inputs;
  for (const auto& input : table.inputs()) inputs.push_back(write(words.column(input)));
  json::array rules;
  for (const auto& rule : table.rules()) {
    json::array cells;
    for (const auto& cell : rule.inputs) {
      cells.push_back(write(cell.always() ? Text{} : words.cell(cell.text())));
    }
    const auto value = rule.outputs.front().evaluate({});
    const auto* id = value.as<std::string>();
    const auto* decider = id == nullptr ? nullptr : matrix.find_decider(*id);
    rules.push_back(json::object{{"cells", std::move(cells)},
                                 {"decider", write(decider == nullptr ? Text{} : decider->name)},
                                 {"source", write_source(rule.annotation)}});
  }
  return {{"inputs", std::move(inputs)}, {"rules", std::move(rules)}};
}

json::object write_matrix(const authority::Matrix& matrix, const procedure::Catalogue& catalogue,
                          Date day) {
  const auto& instrument = matrix.instrument;
  json::object law{{"number", instrument.number},
                   {"issuer", write(instrument.issuer)},
                   {"title", write(instrument.title)},
                   {"source", write_source(instrument.basis)}};
  if (instrument.date) law["date"] = write_date(*instrument.date);
  json::array limits;
  for (const auto& limit : matrix.limits) {
    limits.push_back(json::object{{"name", write(limit.name)},
                                  {"value", limit.value},
                                  {"source", write_source(limit.basis)}});
  }
  json::array deciders;
  for (const auto& decider : matrix.deciders) {
    deciders.push_back(json::object{{"id", decider.id},
                                    {"name", write(decider.name)},
                                    {"source", write_source(decider.basis)}});
  }
  json::object out{{"id", matrix.id},
                   {"version", matrix.number},
                   {"name", write(matrix.name)},
                   {"verified", matrix.verified},
                   {"in_force", matrix.in_force_from <= day},
                   {"from", write_date(matrix.in_force_from)},
                   {"instrument", std::move(law)},
                   {"deciders", std::move(deciders)},
                   {"limits", std::move(limits)},
                   {"table", write_table(matrix, catalogue)}};
  if (matrix.in_force_until) out["until"] = write_date(*matrix.in_force_until);
  return out;
}

// In force on the day, or to come; those that were replaced are history.
bool is_shown(const authority::Matrices& matrices, const authority::Matrix& one, Date day) {
  if (!one.published) return false;
  return one.in_force_from > day || matrices.in_force(one.id, day) == &one;
}

json::array write_posts(const authority::Office& office) {
  json::array people;
  for (const auto& person : office.people) {
    json::array tenures;
    auto held = person.tenures;
    if (held.empty()) held.push_back(authority::plain_tenure(person));
    for (const auto& tenure : held) {
      json::object entry{{"post", write(tenure.name)},
                         {"unit", write(unit_name(office, tenure.unit))},
                         {"roles", names_of(tenure.roles)},
                         {"by", tenure.by}};
      put_period(entry, tenure.period);
      tenures.push_back(std::move(entry));
    }
    people.push_back(json::object{
        {"username", person.username}, {"name", person.name}, {"tenures", std::move(tenures)}});
  }
  return people;
}

// Who has a post in the unit the day before its work moves: they go on in the other.
json::array people_of(const authority::Office& office, const authority::Succession& one) {
  const Date before = one.on - std::chrono::days{1};
  json::array names;
  for (const auto& person : office.people) {
    auto held = person.tenures;
    if (held.empty()) held.push_back(authority::plain_tenure(person));
    const bool there = std::ranges::any_of(held, [&](const authority::Tenure& tenure) {
      return tenure.unit == one.from && tenure.period.covers(before);
    });
    if (there) names.push_back(json::value(person.name));
  }
  return names;
}

json::object write_succession(const authority::Succession& one, const authority::Office& office,
                              Date day, const WorkOfUnits& work) {
  const auto found = work.find(one.from);
  const auto has = found == work.end() ? UnitWork{} : found->second;
  return {{"from", write(unit_name(office, one.from))},
          {"to", write(unit_name(office, one.to))},
          {"on", write_date(one.on)},
          {"decision", one.decision},
          {"state", one.on <= day ? "done" : "coming"},
          {"open", has.open},
          {"assigned", has.assigned},
          {"people", people_of(office, one)}};
}

}  // namespace

json::array notes_of(const authority::Judgement& judgement) {
  json::array notes;
  const auto note = [&](std::string_view kind, const Text& words, const auto& records) {
    notes.push_back(json::object{{"kind", kind},
                                 {"words", write(words)},
                                 {"records", json::array(records.begin(), records.end())}});
  };
  for (const auto& [limit, state] : judgement.limits) {
    const auto* fact = authority::fact_behind(judgement, *limit);
    if (state == LimitState::Passed) {
      note("limit-passed", authority::limit_in_words(judgement, *limit),
           fact == nullptr ? std::vector<std::string>{} : fact->records);
    }
    if (fact == nullptr) continue;
    for (const auto& doubt : fact->doubts) {
      note("in-doubt", authority::doubt_in_words(fact->name, doubt), doubt.records);
    }
  }
  return notes;
}

json::object write_decided(const dossier::DecidedBy& decided,
                           const std::optional<authority::Judgement>& then) {
  json::array registers;
  for (const auto& fact : decided.registers) registers.push_back(write_fact(fact));
  return {{"matrix", decided.matrix},
          {"version", decided.version},
          {"rule", decided.rule},
          {"decider", decided.decider},
          {"instrument", decided.instrument},
          {"registers", std::move(registers)},
          {"notes", then ? notes_of(*then) : json::array{}}};
}

json::object authority_of(const authority::Judgement& judgement, const authority::Powers& powers,
                          Date day, Known known) {
  const auto& matrix = *judgement.matrix;
  json::array limits;
  for (const auto& found : judgement.limits) {
    json::object limit{{"id", found.limit->id},
                       {"name", write(found.limit->name)},
                       {"state", write_state(found.state)},
                       {"source", write_source(found.limit->basis)}};
    const auto* fact = authority::fact_behind(judgement, *found.limit);
    if (known == Known::Told && fact != nullptr) limit["told"] = write_fact(*fact);
    limits.push_back(std::move(limit));
  }
  json::object out{{"matrix", matrix.id},
                   {"version", matrix.number},
                   {"name", write(matrix.name)},
                   {"decider", judgement.decider == nullptr ? "" : judgement.decider->id},
                   {"who", write(dossier::deciders_in_words(judgement, powers, day))},
                   {"instrument", write(judgement.instrument == matrix.instrument.title.vi
                                            ? matrix.instrument.title
                                            : Text{judgement.instrument, judgement.instrument})},
                   {"source", write_source(matrix.instrument.basis)},
                   {"rule", judgement.rule},
                   {"why", write(Text{source_in_words(judgement.why.vi).words.vi,
                                      source_in_words(judgement.why.en).words.en})},
                   {"verified", matrix.verified},
                   {"limits", std::move(limits)}};
  if (known == Known::Told) out["notes"] = notes_of(judgement);
  return out;
}

json::object write_substitution(const authority::Substitution& one, const authority::Office& office,
                                Date day) {
  json::object out{{"id", one.id},
                   {"absent", one.absent},
                   {"absent_name", name_of(office, one.absent)},
                   {"substitute", one.substitute},
                   {"substitute_name", name_of(office, one.substitute)},
                   {"roles", names_of(one.roles)},
                   {"paper", one.paper},
                   {"reason", one.reason},
                   {"set_by", name_of(office, one.set_by)},
                   {"set_at", write_moment(one.set_at)},
                   {"in_force", one.in_force(day)}};
  put_period(out, one.period);
  if (one.ended_at) {
    out["ended_at"] = write_moment(*one.ended_at);
    out["ended_by"] = name_of(office, one.ended_by);
  }
  return out;
}

json::object authority_page(const authority::Powers& powers, const procedure::Catalogue& catalogue,
                            Date day, const WorkOfUnits& work) {
  const auto& office = *powers.office;
  json::array matrices;
  if (powers.matrices) {
    for (const auto& one : powers.matrices->versions()) {
      if (is_shown(*powers.matrices, one, day))
        matrices.push_back(write_matrix(one, catalogue, day));
    }
  }
  json::array substitutions;
  if (powers.substitutions) {
    for (const auto& one : *powers.substitutions) {
      const bool over = one.ended_at || (one.period.until && *one.period.until < day);
      if (!over) substitutions.push_back(write_substitution(one, office, day));
    }
  }
  json::array successions;
  for (const auto& one : office.successions) {
    successions.push_back(write_succession(one, office, day, work));
  }
  return {{"matrices", std::move(matrices)},
          {"people", write_posts(office)},
          {"substitutions", std::move(substitutions)},
          {"successions", std::move(successions)}};
}

}  // namespace motcua::queries
