#include "view/figure_row.hpp"

#include "base/digest.hpp"
#include "calendar/reckoning.hpp"
#include "dossier/deadline.hpp"
#include "view/generated.hpp"
#include "view/online_level.hpp"

namespace motcua::view {
namespace {

// The unit whose task is the first of the process: it has the dossier before it is accepted.
std::string opening_unit(const procedure::Process& process) {
  auto node = process.nodes.find(process.start);
  for (std::size_t steps = 0; steps < process.nodes.size(); ++steps) {
    if (node == process.nodes.end()) break;
    if (node->second.kind == procedure::NodeKind::UserTask) return node->second.task.unit;
    if (node->second.next.empty()) break;
    node = process.nodes.find(node->second.next.front());
  }
  return "reception";
}

// The date that follows when the open stop ends at its cap.
std::optional<Moment> due_after_cap(const dossier::Dossier& dossier,
                                    const procedure::Version& version,
                                    const calendar::WorkingCalendar& calendar) {
  dossier::Dossier capped = dossier;
  capped.stops.back().to = capped.stops.back().capped_at;
  const auto reckoning = dossier::reckoning_of(capped, version);
  if (!reckoning) return std::nullopt;
  const auto due = calendar::reckon_due(calendar, *reckoning);
  return due ? due->due : std::nullopt;
}

std::vector<FigureStop> stops_of(const dossier::Dossier& dossier, const procedure::Version& version,
                                 const calendar::WorkingCalendar& calendar) {
  std::vector<FigureStop> stops;
  for (const auto& stop : dossier.stops) {
    const bool stands = stop.policy != calendar::ClockPolicy::Run;
    stops.push_back({stop.why, stands, stop.from, stop.to, stop.capped_at, {}});
  }
  if (const auto* open = dossier.open_stop(); open != nullptr && open->capped_at) {
    stops.back().due_after_cap = due_after_cap(dossier, version, calendar);
  }
  if (dossier.is_open() && dossier.supplement && dossier.open_stop() == nullptr) {
    stops.push_back(
        {procedure::StopReason::Supplement, false, dossier.supplement->requested_at, {}, {}, {}});
  }
  return stops;
}

std::vector<FigureHolding> holdings_of(const dossier::Dossier& dossier,
                                       const procedure::Version& version) {
  std::vector<FigureHolding> holdings;
  if (dossier.intake.channel == procedure::Channel::Online) {
    const auto accepted =
        dossier.holdings.empty() ? dossier.ended_at : std::optional{dossier.holdings.front().from};
    holdings.push_back({opening_unit(version.process), dossier.registered_at, accepted,
                        accepted ? std::nullopt : dossier.answer_due});
  }
  for (const auto& holding : dossier.holdings) {
    holdings.push_back({holding.unit, holding.from, holding.to, holding.due});
  }
  return holdings;
}

}  // namespace

std::uint64_t applicant_key(const dossier::Applicant& applicant) {
  const auto identity = fold(applicant.identity);
  const auto digest =
      sha256(identity.empty() ? "name:" + fold(applicant.name) : "identity:" + identity);
  std::uint64_t key = 0;
  for (std::size_t i = 0; i < 8; ++i) key = key << 8 | digest[i];
  return key == 0 ? 1 : key;
}

FigureRow figure_row(const dossier::Dossier& dossier, const procedure::Version& version,
                     const calendar::WorkingCalendar& calendar) {
  FigureRow row;
  row.code = dossier.code;
  row.version = dossier.version;
  row.procedure = dossier.intake.procedure;
  row.field = version.field.vi;
  row.case_id = dossier.intake.case_id;
  row.channel = dossier.intake.channel;
  row.phase = dossier.phase;
  row.registered_at = dossier.registered_at;
  row.received_at = dossier.intake.received_at;
  row.ended_at = dossier.ended_at;
  const auto trace = online_trace(dossier);
  row.handed_over_at = trace.handed_over_at;
  row.level = online_level(trace).value_or(0);
  row.whole_way = is_whole_way(trace);
  if (dossier.rating) row.marks = dossier.rating->marks;
  for (const auto& promise : dossier.promises) {
    row.promises.push_back({promise.due, promise.given_at, promise.kind});
  }
  row.stops = stops_of(dossier, version, calendar);
  row.holdings = holdings_of(dossier, version);
  row.supplements = dossier.supplements_requested;
  row.applicant = applicant_key(dossier.intake.applicant);
  row.actual_time = dossier.actual_time || row.received_at < row.registered_at;
  row.generated = is_generated(dossier);
  return row;
}

}  // namespace motcua::view
