#include "queries/procedures.hpp"

#include <algorithm>

#include "procedure/form.hpp"

namespace motcua::queries {
namespace {

using procedure::Version;

json::object summary_of(const Version& version) {
  json::array terms;
  for (const auto& one : version.cases) {
    terms.push_back(json::object{
        {"case", one.id},
        {"case_name", write(one.name)},
        {"term", write(calendar::describe_term(one.terms.empty() ? std::nullopt
                                                                 : one.terms.begin()->second))}});
  }
  return {{"id", version.procedure},       {"version", version.number},
          {"name", write(version.name)},   {"summary", write(version.summary)},
          {"field", write(version.field)}, {"fee", write(version.fee)},
          {"verified", version.verified},  {"open", version.open_for_applications},
          {"internal", version.internal},  {"terms", std::move(terms)}};
}

// 0 does not match; words found in the name weigh most.
int score(const Version& version, std::string_view query) {
  if (matches_folded(fold(version.name.vi + " " + version.name.en), query)) return 3;
  std::string keywords;
  for (const auto& word : version.keywords) keywords += word + " ";
  if (matches_folded(fold(version.name.vi + " " + version.name.en + " " + keywords), query))
    return 2;
  const std::string everything = version.name.vi + " " + version.name.en + " " + keywords +
                                 version.summary.vi + " " + version.summary.en + " " +
                                 version.applicants.vi + " " + version.result.vi;
  return matches_folded(fold(everything), query) ? 1 : 0;
}

json::array steps_of(const Version& version, const procedure::Case& chosen,
                     const authority::Office& office) {
  json::array steps;
  std::vector<std::string> seen{version.process.start};
  for (std::size_t i = 0; i < seen.size(); ++i) {
    const auto& node = version.process.nodes.find(seen[i])->second;
    const auto share = chosen.shares.find(node.id);
    if (share != chosen.shares.end()) {
      const std::string unit =
          node.task.unit == "division" ? office.division_of(version.procedure) : node.task.unit;
      steps.push_back(json::object{{"task", node.id},
                                   {"name", write(task_name(version, node.id))},
                                   {"unit", write(unit_name(office, unit))},
                                   {"term", write(calendar::describe_term(share->second))}});
    }
    for (const auto& target : node.next) {
      if (std::find(seen.begin(), seen.end(), target) == seen.end()) seen.push_back(target);
    }
  }
  return steps;
}

json::array cases_of(const Version& version, const authority::Office& office) {
  json::array cases;
  for (const auto& one : version.cases) {
    json::array terms;
    for (const auto& [channel, term] : one.terms) {
      terms.push_back(json::object{{"channel", procedure::write_channel(channel)},
                                   {"term", write(calendar::describe_term(term))}});
    }
    json::array papers;
    for (const auto& paper : one.papers) papers.push_back(json::value(paper));
    cases.push_back(json::object{{"id", one.id},
                                 {"name", write(one.name)},
                                 {"decided_by", write(one.decided_by)},
                                 {"papers", std::move(papers)},
                                 {"terms", std::move(terms)},
                                 {"steps", steps_of(version, one, office)}});
  }
  return cases;
}

json::array papers_of(const Version& version) {
  json::array papers;
  for (const auto& paper : version.papers) {
    papers.push_back(json::object{{"id", paper.id},
                                  {"name", write(paper.name)},
                                  {"note", write(paper.note)},
                                  {"required", paper.required},
                                  {"condition", paper.condition},
                                  {"most_pages", paper.most_pages},
                                  {"most_megabytes", paper.most_megabytes},
                                  {"originals", paper.originals},
                                  {"copies", paper.copies}});
  }
  return papers;
}

// Nothing when the answer leads to what is not to be had on that day.
std::optional<json::value> write_guide_answer(const procedure::GuideAnswer& answer,
                                              const procedure::Catalogue& catalogue, Date date) {
  json::object out{{"id", answer.id}, {"text", write(answer.text)}};
  if (!answer.question.empty()) out["question"] = answer.question;
  if (!answer.advice.vi.empty()) out["advice"] = write(answer.advice);
  if (answer.procedure.empty()) return out;
  const auto* version = catalogue.in_force(answer.procedure, date);
  if (version == nullptr) return std::nullopt;
  if (version->sample && !version->open_for_applications) return std::nullopt;
  out["procedure"] = json::object{{"id", version->procedure},
                                  {"name", write(version->name)},
                                  {"summary", write(version->summary)},
                                  {"open", version->open_for_applications}};
  return out;
}

}  // namespace

json::value procedure_list(const procedure::Catalogue& catalogue, Date date,
                           std::string_view query) {
  std::vector<std::pair<int, const Version*>> found;
  const bool all = fold(query).empty();
  for (const auto* version : catalogue.all_in_force(date)) {
    const int points = all ? (version->verified ? 1 : 0) : score(*version, query);
    if (all || points > 0) found.emplace_back(points, version);
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  json::array items;
  for (const auto& [points, version] : found) items.push_back(summary_of(*version));
  return json::object{{"items", std::move(items)}};
}

json::value procedure_view(const Version& version, const authority::Office& office, Date day) {
  json::object out = summary_of(version);
  json::array basis;
  for (const auto& source : version.legal_basis) basis.push_back(write(source.text));
  out["applicants"] = write(version.applicants);
  out["result"] = write(version.result);
  out["in_force_from"] = write_date(version.in_force_from);
  out["legal_basis"] = std::move(basis);
  out["papers"] = papers_of(version);
  out["cases"] = cases_of(version, office);
  out["schema"] = procedure::form_schema_on(version, day);
  out["hints"] = version.form_hints;
  out["process"] = version.process.xml;
  return out;
}

json::value guide_view(const procedure::Guide& guide, const procedure::Catalogue& catalogue,
                       Date date) {
  json::array questions;
  for (const auto& question : guide.questions) {
    json::array answers;
    for (const auto& answer : question.answers) {
      if (auto written = write_guide_answer(answer, catalogue, date)) {
        answers.push_back(std::move(*written));
      }
    }
    json::object out{
        {"id", question.id}, {"text", write(question.text)}, {"answers", std::move(answers)}};
    if (!question.hint.vi.empty()) out["hint"] = write(question.hint);
    questions.push_back(std::move(out));
  }
  return json::object{{"questions", std::move(questions)}};
}

}  // namespace motcua::queries
