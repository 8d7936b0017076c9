// The register of proposals, as JSON and as a table. [queries/design_view.hpp]

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "design/event_json.hpp"
#include "procedure/burden.hpp"
#include "queries/design_view.hpp"

namespace motcua::queries {
namespace {

// A cell of CSV: quoted, and never what a spreadsheet would reckon.
std::string cell(std::string text) {
  if (!text.empty() && std::string_view("=+-@\t").find(text.front()) != std::string_view::npos) {
    text.insert(text.begin(), '\'');
  }
  std::string out = "\"";
  for (char c : text) {
    if (c == '"') out += '"';
    out += c == '\n' ? ' ' : c;
  }
  return out + "\"";
}

std::string joined(const std::vector<std::string>& all) {
  std::string text;
  for (const auto& one : all) text += (text.empty() ? "" : ", ") + one;
  return text;
}

}  // namespace

json::object proposal_view(const design::Proposal& proposal, const DesignScene& scene) {
  const auto& proposed = proposal.proposed;
  json::array subjects;
  for (const auto& subject : proposed.subjects) subjects.push_back(json::value(subject));
  json::array may;
  for (const auto act : design::offers(proposal, scene.officer)) may.push_back(json::value(act));
  const auto burden = read_json(proposed.burden);
  const auto& done = proposal.carried_out_at;
  return {{"id", proposal.code},
          {"kind", design::write_proposal_kind(proposed.kind)},
          {"subjects", std::move(subjects)},
          {"into", proposed.into},
          {"why", proposed.why},
          {"in_force_from", write_date(proposed.in_force_from)},
          {"proposed_by", proposal.proposed_by.name},
          {"proposed_at", write_moment(proposal.proposed_at)},
          {"burden", burden ? *burden : json::value(json::array{})},
          {"state", design::write_proposal_state(proposal.state)},
          {"decision", proposal.decision ? json::value(design::write_decision(*proposal.decision))
                                         : json::value()},
          {"decided_by", proposal.decided_by},
          {"reason", proposal.reason},
          {"carried_out_at", done ? json::value(write_moment(*done)) : json::value()},
          {"may", std::move(may)}};
}

std::string proposals_csv(const std::vector<commands::ProposalSnapshot>& proposals,
                          Language language) {
  const bool english = language == Language::English;
  std::string csv = "\xEF\xBB\xBF";
  csv += english ? "Number,Kind,Procedures,Into,Why,In force from,Proposed by,Proposed on,State,"
                   "Decision,Of,By,Reason\r\n"
                 : "Số,Loại,Thủ tục,Gộp vào,Lý do,Hiệu lực từ,Người đề xuất,Ngày đề xuất,"
                   "Trạng thái,Quyết định,Ngày,Cơ quan,Căn cứ\r\n";
  for (const auto& one : proposals) {
    const auto& proposed = one->proposed;
    const auto decision = one->decision.value_or(design::Decision{});
    const std::vector<std::string> cells{one->code,
                                         design::describe_proposal_kind(proposed.kind).in(language),
                                         joined(proposed.subjects),
                                         proposed.into,
                                         proposed.why,
                                         write_date(proposed.in_force_from),
                                         one->proposed_by.name,
                                         write_date(date_of(one->proposed_at)),
                                         design::describe_proposal_state(one->state).in(language),
                                         decision.number,
                                         one->decision ? write_date(decision.date) : "",
                                         decision.by,
                                         one->reason};
    std::string line;
    for (const auto& text : cells) line += (line.empty() ? "" : ",") + cell(text);
    csv += line + "\r\n";
  }
  return csv;
}

OrRejection<std::string> burdens_of(const commands::World& world,
                                    const std::vector<std::string>& procedures, Date day) {
  json::array all;
  for (const auto& procedure : procedures) {
    const auto* version = world.catalogue().in_force(procedure, day);
    if (version == nullptr) {
      return reject(design::subject_unknown, {{"subject", design::clean(procedure)}});
    }
    all.push_back(
        json::object{{"subject", procedure},
                     {"number", version->number},
                     {"burden", procedure::write_burden(procedure::burden_of(*version))}});
  }
  return write_json(all);
}

}  // namespace motcua::queries
