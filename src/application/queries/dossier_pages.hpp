// The dossiers' pages as officers see them, kept as text from one act to the next.
//
// To make a page takes many times as long as to send it, and little of it changes with the time of
// day. So what a record made stands as text until the next record or another calendar, and only the
// rest is put in anew for each reader. Bounded; any thread.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "commands/world.hpp"
#include "ports/journal.hpp"
#include "queries/promise_account.hpp"

namespace motcua::queries {

class DossierPages {
 public:
  struct Reader {
    dossier::Officer officer;
    commands::CalendarSnapshot calendar;  // the scene's
  };

  // Schema Dossier as text; nothing when the page must be made first.
  std::optional<std::string> recall(const dossier::Dossier& dossier, const Scene& scene,
                                    const Reader& reader) const;
  // Makes the page from the dossier's records, and keeps it.
  std::string make(const std::vector<ports::StoredRecord>& records, const dossier::Dossier& dossier,
                   const Scene& scene, const Reader& reader);

 private:
  using SharedText = std::shared_ptr<const std::string>;
  // Members as text, without the braces around them.
  struct Page {
    std::uint64_t version = 0;
    commands::CalendarSnapshot calendar;
    SharedText members;  // all but those below
    SharedText promise;  // of the promise, all but promise_now()
    SharedText tasks;    // of the step
    std::shared_ptr<const CountedDays> counted;
    std::map<std::string, SharedText, std::less<>> acts;  // by officer, day and powers
  };
  struct Found {
    Page page;  // without acts
    SharedText acts;
  };
  static std::string text_of(const Found& found, const dossier::Dossier& dossier,
                             const Scene& scene);

  mutable std::mutex mutex_;
  std::map<std::string, Page, std::less<>> pages_;  // by code; all forgotten when too many
};

}  // namespace motcua::queries
