// The book of travel as officers see it: rows, one entry, persons and their counts.
#pragma once

#include "commands/travel_desk.hpp"
#include "document/slip.hpp"
#include "queries/json_parts.hpp"

namespace motcua::queries {

// One look at the book: everything in it of one moment.
class TravelLook {
 public:
  // `asked`: trips in no book yet whose travellers are looked at too.
  TravelLook(const commands::TravelDesk& desk, commands::CalendarSnapshot calendar, Date today,
             std::vector<travel::Trip> asked = {})
      : entries_(desk.entries()),
        calendar_(std::move(calendar)),
        asked_(std::move(asked)),
        scene_{entries_, *calendar_, desk.settings(), today, asked_},
        people_(entries_, asked_) {}
  TravelLook(const TravelLook&) = delete;
  TravelLook& operator=(const TravelLook&) = delete;

  const travel::Scene& scene() const { return scene_; }
  const travel::People& people() const { return people_; }
  const std::vector<travel::Trip>& asked() const { return asked_; }

 private:
  travel::Entries entries_;
  commands::CalendarSnapshot calendar_;
  std::vector<travel::Trip> asked_;
  travel::Scene scene_;
  travel::People people_;
};

json::object travel_row(const travel::Entry& entry, const TravelLook& look);  // schema TravelRow

// Schema TravelEntry, with what this officer may do.
json::object travel_page(const travel::Entry& entry,
                         const std::vector<ports::StoredTravelRecord>& records,
                         const travel::Facts& facts, const TravelLook& look);

json::array travel_openings(const travel::Facts& facts);  // offers that begin an entry
json::array travel_limits(const travel::Scene& scene);    // those of today, with their sources

json::object travel_person(const travel::PersonYear& person, const TravelLook& look);
// Pairs of namesakes nobody judged; of the travellers of the trip only, where one is given.
json::array travel_namesakes(const TravelLook& look, const travel::Trip* of = nullptr);

// Who travels by a dossier's answers, with what the register knows of each. Schema Travellers.
json::object travellers_of(const travel::Trip& trip, const TravelLook& look,
                           const travel::Entry* entry);

// A signed record of handing a passport over or back; nothing when the record of that version is
// none.
std::optional<document::Slip> passport_slip(const std::vector<ports::StoredTravelRecord>& records,
                                            std::uint64_t version, const TravelLook& look,
                                            document::Letterhead head);

// "late", "soon", … : whether an entry is in one of the lists a page offers.
bool is_in_travel_view(const travel::Entry& entry, std::string_view view, const TravelLook& look);
// Folded words of what is looked for in an entry.
std::string travel_words(const travel::Entry& entry);

}  // namespace motcua::queries
