#include "trial/outcomes.hpp"

namespace motcua::trial {
namespace {

using dossier::StepEnd;

struct ActAndOutcome {
  std::string act;
  std::string outcome;
};

ActAndOutcome said_by(const dossier::StepCompleted& step) {
  switch (step.how) {
    case StepEnd::HandedOver:
      return {"hand-over", ""};
    case StepEnd::Proposed:
      return {"propose", ""};
    case StepEnd::Approved:
      return {"approve", "approved"};
    case StepEnd::ReturnedForRework:
      return {"approve", "rework"};
    case StepEnd::SignedOff:
      return {"sign-off", step.outcome};
    case StepEnd::OpinionRecorded:
      return {"record-opinion", "answered"};
  }
  return {};
}

}  // namespace

Outcomes Outcomes::usual(const dossier::Dossier& dossier) {
  Outcomes outcomes;
  if (!dossier.last_outcome.empty()) outcomes.granted_ = dossier.last_outcome;
  if (dossier.result) outcomes.granted_ = dossier.result->outcome;
  return outcomes;
}

Outcomes Outcomes::recorded(std::span<const dossier::Record> records,
                            const dossier::Dossier& dossier) {
  Outcomes outcomes = usual(dossier);
  for (const auto& record : records) {
    const auto* step = std::get_if<dossier::StepCompleted>(&record.event);
    if (step == nullptr) continue;
    auto said = said_by(*step);
    outcomes.by_act_[said.act].push_back(std::move(said.outcome));
  }
  return outcomes;
}

std::string Outcomes::next(const std::string& act) {
  auto& left = by_act_[act];
  if (!left.empty()) {
    std::string outcome = left.front();
    left.pop_front();
    return outcome;
  }
  if (act == "approve") return "approved";
  if (act == "sign-off" || act == "return-result") return granted_;
  return act == "record-opinion" ? "answered" : "";
}

std::vector<std::string> closed_tasks(std::span<const dossier::Record> records) {
  std::vector<std::string> tasks;
  for (const auto& record : records) {
    const auto* move = dossier::move_of(record.event);
    if (move != nullptr && !move->closed.empty()) tasks.push_back(move->closed);
  }
  return tasks;
}

}  // namespace motcua::trial
