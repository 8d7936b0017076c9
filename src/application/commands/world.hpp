// What every act is judged by: the office, its procedures, its calendar.
//
// Office and procedures stand for the life of the program. The calendar may get a late holiday, and
// notices another wording, while acts run, so both are handed out as shared snapshots (the shared
// state here; any thread).
#pragma once

#include <memory>
#include <mutex>
#include <string>

#include "authority/matrix.hpp"
#include "authority/office.hpp"
#include "base/digest.hpp"
#include "calendar/working_calendar.hpp"
#include "notice/notice.hpp"
#include "procedure/catalogue.hpp"

namespace motcua::commands {

using CalendarSnapshot = std::shared_ptr<const calendar::WorkingCalendar>;
using StationerySnapshot = std::shared_ptr<const notice::Stationery>;

class World {
 public:
  World(authority::Office office, procedure::Catalogue catalogue,
        calendar::WorkingCalendar calendar, std::string lookup_key);

  const authority::Office& office() const { return office_; }
  const procedure::Catalogue& catalogue() const { return catalogue_; }
  // Who may decide, of this moment: the office, its matrices, who stands in for whom.
  authority::Powers powers() const;
  void replace_matrices(authority::Matrices matrices);
  void replace_substitutions(authority::Substitutions substitutions);
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
  procedure::Catalogue catalogue_;
  mutable std::mutex mutex_;
  std::shared_ptr<const authority::Matrices> matrices_;
  std::shared_ptr<const authority::Substitutions> substitutions_;
  std::uint64_t powers_revision_ = 0;
  CalendarSnapshot calendar_;
  StationerySnapshot stationery_;
  std::string lookup_key_;
};

}  // namespace motcua::commands
