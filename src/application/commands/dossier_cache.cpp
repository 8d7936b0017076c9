#include "commands/dossier_cache.hpp"

namespace motcua::commands {

DossierSnapshot DossierCache::recall(std::string_view code) {
  const std::lock_guard lock(mutex_);
  const auto place = places_.find(code);
  if (place == places_.end()) return nullptr;
  order_.splice(order_.begin(), order_, place->second);
  return *place->second;
}

OrFailure<DossierSnapshot> DossierCache::find(std::string_view code) {
  if (auto known = recall(code)) return known;
  const auto records = journal_.load(code);
  if (!records) return Unexpected{records.error()};
  if (records->empty()) {
    return Unexpected{Failure{FailureKind::NotFound, "no dossier " + std::string(code), false}};
  }
  auto folded = std::make_shared<dossier::Dossier>();
  for (const auto& stored : *records) dossier::apply(*folded, stored.record);
  put(folded);
  return DossierSnapshot(std::move(folded));
}

void DossierCache::put(DossierSnapshot snapshot) {
  const std::lock_guard lock(mutex_);
  const auto place = places_.find(snapshot->code);
  if (place != places_.end()) {
    const auto held = place->second;
    if ((*held)->version > snapshot->version) return;
    places_.erase(place);
    order_.erase(held);
  }
  order_.push_front(std::move(snapshot));
  places_.emplace(order_.front()->code, order_.begin());
  if (order_.size() > capacity_) {
    places_.erase(order_.back()->code);
    order_.pop_back();
  }
}

}  // namespace motcua::commands
