// The dossiers used last, folded. Bounded; any thread.
//
// Snapshots are shared because a reader may still hold one while the writer puts the next in place.
#pragma once

#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

#include "dossier/state.hpp"
#include "ports/journal.hpp"

namespace motcua::commands {

using DossierSnapshot = std::shared_ptr<const dossier::Dossier>;

class DossierCache {
 public:
  explicit DossierCache(ports::Journal& journal, std::size_t capacity = 8192)
      : journal_(journal), capacity_(capacity) {}

  // From memory or folded from the journal; NotFound when there is no such dossier.
  OrFailure<DossierSnapshot> find(std::string_view code);
  DossierSnapshot recall(std::string_view code);  // from memory only; null when it is not there
  void put(DossierSnapshot snapshot);  // keeps the newer version

 private:
  using Order = std::list<DossierSnapshot>;
  ports::Journal& journal_;
  std::size_t capacity_;
  std::mutex mutex_;
  Order order_;                                                   // most recent first
  std::unordered_map<std::string_view, Order::iterator> places_;  // keys live in the snapshots
};

}  // namespace motcua::commands
