#include "travel/state.hpp"

#include "base/assertion.hpp"

namespace motcua::travel {
namespace {

class Folding {
 public:
  Folding(Entry& entry, Moment at) : entry_(entry), at_(at) {}

  void operator()(const Taken& e) const {
    entry_.kind = e.kind;
    entry_.dossier = e.dossier;
    entry_.trip = e.trip;
  }
  void operator()(const Corrected& e) const { entry_.trip = e.trip; }
  void operator()(const CarriedOut& e) const {
    entry_.carried_out = true;
    entry_.trip.from = e.from;
    entry_.trip.to = e.to;
  }
  void operator()(const Cancelled& e) const {
    entry_.cancelled = true;
    entry_.cancelled_at = at_;
    entry_.cancelled_because = e.reason;
  }
  void operator()(const ReportReceived& e) const { entry_.report = e; }
  void operator()(const PassportRegistered& e) const {
    entry_.kind = Kind::Passport;
    entry_.passport.registered = e;
  }
  void operator()(const PassportHandedOver& e) const { entry_.passport.out = e; }
  void operator()(const PassportHandedBack& e) const {
    auto& passport = entry_.passport;
    if (passport.out) passport.returns.emplace_back(*passport.out, e);
    passport.out.reset();
    passport.lost.reset();  // found again
  }
  void operator()(const PassportLost& e) const { entry_.passport.lost = e; }
  void operator()(const PassportCancelled& e) const { entry_.passport.cancelled = e; }
  void operator()(const PassportMoved& e) const { entry_.passport.moved = e; }
  void operator()(const PersonsJudged& e) const {
    entry_.kind = Kind::Persons;
    entry_.judged = e;
  }
  void operator()(const Reminded& e) const {
    entry_.reminded.push_back(e);
    entry_.reminded_on.push_back(date_of(at_));
  }

 private:
  Entry& entry_;
  Moment at_;
};

std::string state_of(const Entry& entry) {
  const auto& passport = entry.passport;
  switch (entry.kind) {
    case Kind::Passport:
      if (passport.cancelled) return "void";
      if (passport.moved) return "moved";
      if (passport.lost) return "lost";
      return passport.out ? "handed-over" : "kept";
    case Kind::Persons:
      return entry.judged.same ? "same" : "apart";
    case Kind::Out:
    case Kind::In:
      break;
  }
  if (entry.cancelled) return "cancelled";
  if (entry.report) return "reported";
  return entry.carried_out ? "carried-out" : "open";
}

}  // namespace

void apply(Entry& entry, const Record& record) {
  MOTCUA_ASSERT(record.version == entry.version + 1);
  if (entry.version == 0) entry.opened_at = record.at;
  entry.code = record.code;
  entry.version = record.version;
  std::visit(Folding(entry, record.at), record.event);
}

Row row_of(const Entry& entry) {
  Row row{entry.code, entry.version, entry.kind, state_of(entry), entry.dossier, {}, {}, {}, {}};
  if (entry.is_delegation()) {
    row.unit = entry.trip.unit;
    row.name = entry.trip.purpose;
    row.from = entry.trip.from;
    row.to = entry.trip.to;
  } else if (entry.kind == Kind::Passport) {
    row.unit = entry.passport.registered.holder.unit;
    row.name = entry.passport.registered.number;
    row.from = entry.passport.registered.issued;
    row.to = entry.passport.registered.expires;
  }
  return row;
}

}  // namespace motcua::travel
