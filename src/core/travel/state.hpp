// An entry of the book of travel as its records leave it: a delegation, a passport, or a judgement
// of namesakes.
//
// apply() folds a record in and cannot fail.
#pragma once

#include <map>
#include <memory>

#include "travel/event.hpp"

namespace motcua::travel {

struct Passport {
  PassportRegistered registered;
  std::optional<PassportHandedOver> out;  // while its holder has it, or had it when it was lost
  std::vector<std::pair<PassportHandedOver, PassportHandedBack>> returns;  // oldest first
  std::optional<PassportLost> lost;
  std::optional<PassportCancelled> cancelled;
  std::optional<PassportMoved> moved;

  bool is_held() const { return !lost && !cancelled && !moved; }  // by the office, or lent out
};

struct Entry {
  std::string code;
  std::uint64_t version = 0;  // 0: there is none
  Kind kind = Kind::Out;
  Moment opened_at{};
  std::string dossier;
  Trip trip;  // with the days it really took, once it was carried out
  bool carried_out = false;
  bool cancelled = false;
  Moment cancelled_at{};  // while cancelled
  std::string cancelled_because;
  std::optional<ReportReceived> report;
  Passport passport;
  PersonsJudged judged;
  std::vector<Reminded> reminded;
  std::vector<Date> reminded_on;  // the days of those

  bool is_delegation() const { return kind == Kind::Out || kind == Kind::In; }
  // First and last day counted.
  int days() const { return int((trip.to - trip.from).count()) + 1; }
};

void apply(Entry& entry, const Record& record);

using Snapshot = std::shared_ptr<const Entry>;
using Entries = std::map<std::string, Snapshot, std::less<>>;  // by code

// An entry as the store lists it, folded from its records.
struct Row {
  std::string code;
  std::uint64_t version = 0;
  Kind kind = Kind::Out;
  std::string state;  // "open", "carried-out", "cancelled", "reported"; of a passport "kept",
                      // "handed-over", "lost", "void", "moved"; of persons "same", "apart"
  std::string dossier;
  std::string unit;
  std::string name;  // purpose, number of a passport
  std::optional<Date> from;
  std::optional<Date> to;
  bool operator==(const Row&) const = default;
};
Row row_of(const Entry& entry);

}  // namespace motcua::travel
