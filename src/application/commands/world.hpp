// What every act is judged by: the office, its procedures, its calendar.
//
// The office stands for the life of the program. The calendar may get a late holiday, notices
// another wording and the catalogue a version published in the browser, while acts run, so they are
// handed out as snapshots (the shared state here; any thread). Whoever holds a version of an older
// catalogue may keep it: the world keeps them all.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "authority/matrix.hpp"
#include "authority/office.hpp"
#include "base/digest.hpp"
#include "calendar/working_calendar.hpp"
#include "notice/notice.hpp"
#include "ports/register_facts.hpp"
#include "procedure/catalogue.hpp"

namespace motcua::commands {

using CalendarSnapshot = std::shared_ptr<const calendar::WorkingCalendar>;
using CatalogueSnapshot = std::shared_ptr<const procedure::Catalogue>;
using StationerySnapshot = std::shared_ptr<const notice::Stationery>;

class World {
 public:
  World(authority::Office office, procedure::Catalogue catalogue,
        calendar::WorkingCalendar calendar, std::string lookup_key);

  const authority::Office& office() const { return office_; }
  // As it is now; it and its versions live as long as the world.
  const procedure::Catalogue& catalogue() const;
  void replace_catalogue(procedure::Catalogue catalogue);
  // Who may decide, of this moment: the office, its matrices, who stands in for whom.
  authority::Powers powers() const;
  void replace_matrices(authority::Matrices matrices);
  void replace_substitutions(authority::Substitutions substitutions);
  // Who is asked what registers say; null: nobody. Until it is replaced it must live.
  void ask_registers(const ports::RegisterFacts* registers);
  // The registers of this moment with what was decided and is not committed yet.
  std::shared_ptr<const authority::Registers> registers_with(
      const ports::DecidedDossiers& decided) const;
  CalendarSnapshot calendar() const;
  void replace_calendar(calendar::WorkingCalendar calendar);
  // What notices are written on; null until it was laid out: then nobody is told anything.
  StationerySnapshot stationery() const;
  void replace_stationery(notice::Stationery stationery);

  // The look-up code of a dossier: ten letters and digits (50 bits) only the key's holder can make.
  std::string lookup_secret(std::string_view code) const;
  // In constant time; case, blanks and hyphens do not matter.
  bool is_lookup_secret(std::string_view code, std::string_view secret) const;

  // HMAC with the office's key: secrets only this office can make.
  Digest derive(std::string_view purpose, std::string_view text) const;
  // The same in hex, for cookies this office gave out.
  std::string seal(std::string_view purpose, std::string_view text) const;

 private:
  authority::Office office_;
  mutable std::mutex mutex_;
  std::vector<CatalogueSnapshot> catalogues_;  // the last is the one in force
  std::shared_ptr<const authority::Matrices> matrices_;
  std::shared_ptr<const authority::Substitutions> substitutions_;
  std::uint64_t powers_revision_ = 0;
  const ports::RegisterFacts* registers_ = nullptr;
  CalendarSnapshot calendar_;
  StationerySnapshot stationery_;
  std::string lookup_key_;
};

}  // namespace motcua::commands
