// The morning's digest: one e-mail to each officer who has an address, of what falls due today, is
// late, or waits. None on days off, none when there is nothing to tell, none to who wants none.
//
// It names dossiers and dates but no applicant: who may read them opens the list.
#pragma once

#include <optional>

#include "commands/travel_desk.hpp"
#include "commands/world.hpp"
#include "ports/desk_store.hpp"
#include "ports/lists.hpp"
#include "ports/outbox.hpp"

namespace motcua::duties {

class Digests {
 public:
  struct Parts {
    const commands::World& world;
    ports::Lists& lists;
    ports::DeskStore& desk;
    ports::Outbox& outbox;
  };
  // `at`: when they are made, by the office's clock; nothing: never.
  Digests(const Parts& parts, std::optional<minutes> at) : parts_(parts), at_(at) {}

  // Whoever keeps the book of travel is told what is owed after trips, too. Call before the first
  // make_due().
  void tell_of(const commands::TravelDesk& travel) { travel_ = &travel; }

  // Puts into the outbox what is due now and was not made today. One thread. A program killed in
  // between makes the rest at its next start; an officer gets two at the worst.
  OrFailure<Nothing> make_due(Moment now);

 private:
  OrFailure<Nothing> make_for(const authority::Person& person, Moment now);
  OrFailure<std::optional<notice::Notice>> write(const authority::Person& person, Moment now);

  // Adds what is overdue after trips abroad; how many that is.
  int add_travel(const authority::Person& person, Moment now, Language language,
                 notice::Values& values) const;

  Parts parts_;
  const commands::TravelDesk* travel_ = nullptr;
  std::optional<minutes> at_;
  std::optional<Date> made_for_;  // all of that day's are made
};

}  // namespace motcua::duties
