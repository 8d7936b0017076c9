// A petition (phản ánh, kiến nghị): what somebody has to say of the office, and all that has
// happened to it.
//
// One act makes one event; the meaning of a released event never changes. The dates an event gives
// are promises: they are reckoned once and stand in it. Names in JSON are in event_json.cpp.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "base/moment.hpp"
#include "base/text.hpp"
#include "dossier/event.hpp"

namespace motcua::petition {

enum class Kind {
  Conduct,      // how an officer behaved
  Lateness,     // a dossier is late
  ExtraPapers,  // papers were asked for beyond the rules
  Burden,       // the procedure itself
  Suggestion,
};
inline constexpr std::array all_kinds{Kind::Conduct, Kind::Lateness, Kind::ExtraPapers,
                                      Kind::Burden, Kind::Suggestion};
std::string_view write_kind(Kind kind);  // "conduct", …, "extra-papers"
std::optional<Kind> parse_kind(std::string_view name);
Text describe(Kind kind);

// Whoever sends a petition. Never published.
struct Sender {
  std::string name;
  std::string email;
  std::string phone;
  std::string language;  // "vi", "en"
  std::string account;   // of whom signed in; empty: without one

  // Then nobody can be told: he follows it by its code alone.
  bool is_out_of_reach() const { return email.empty() && phone.empty(); }
};

struct Received {
  Kind kind = Kind::Suggestion;
  std::string text;
  Sender sender;
  std::string dossier;  // code; empty: about none
  std::string repeats;  // an earlier petition he was not content with; empty: none
  bool may_publish = false;
  std::string answer_term;  // "15 working-days"; the dates after a supplement follow it too
  std::string refuse_term;
  Moment answer_due{};
  Moment refuse_due{};
  Moment ask_due{};
};

struct Assigned {
  std::string unit;
  std::string note;
};

struct SupplementAsked {
  std::string what;
  bool stops_clock = false;  // asked for in its own term; later ones win no time
  Moment sender_until{};
};

struct Supplemented {
  std::string text;
  Moment answer_due{};
  Moment refuse_due{};
};

struct Answered {
  std::string text;
  std::optional<Moment> publish_due;  // when the sender agreed
};

struct Refused {
  std::string reason;
};

struct Withdrawn {
  std::string reason;
};

struct ConsentChanged {
  bool may_publish = false;
  std::optional<Moment> publish_due;
};

struct Published {
  std::string text;  // as moderated
  std::string answer;
  bool redacted = false;
};

struct PublicationRefused {
  std::string reason;
};

struct Unpublished {
  std::string reason;
};

struct Judged {  // by the sender, once
  bool liked = false;
  std::string comment = {};
};

struct Repeated {  // its sender came again
  std::string by;  // code of the later petition
};

using Event =
    std::variant<Received, Assigned, SupplementAsked, Supplemented, Answered, Refused, Withdrawn,
                 ConsentChanged, Published, PublicationRefused, Unpublished, Judged, Repeated>;

using dossier::Actor;

// Version counts the records of one petition from 1.
struct Record {
  std::string code;
  std::uint64_t version = 0;
  Moment at{};
  Actor actor;
  Event event;
};

}  // namespace motcua::petition
