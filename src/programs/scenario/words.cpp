#include "scenario/words.hpp"

#include <array>
#include <charconv>
#include <concepts>
#include <functional>

namespace motcua::scenario {
namespace {

constexpr std::array<Verb, 45> verb_table{{
    {"moves on", moving_on},
    {"looks at timers of", letting_timer_come},
    {"declares a stake in", "declare-conflict"},
    {"begins form for", beginning_form},
    {"submits", "submit"},
    {"receives", "receive"},
    {"guides", "guide"},
    {"turns away", "turn-away"},
    {"attempts", attempting},
    {"accepts", "accept"},
    {"hands over", "hand-over"},
    {"takes", "take"},
    {"proposes", "propose"},
    {"approves", "approve"},
    {"returns for rework", "return-for-rework"},
    {"signs off", "sign-off"},
    {"records opinion on", "record-opinion"},
    {"records result of", "record-result"},
    {"signs result of", signing_result},
    {"sends back paper of", "send-back-paper"},
    {"issues result of", issuing_result},
    {"revokes result of", "revoke-result"},
    {"returns result of", "return-result"},
    {"posts result of", "post-result"},
    {"records delivery of", "record-delivery"},
    {"requests supplement for", "request-supplement"},
    {"supplements", "supplement"},
    {"suspends", "suspend"},
    {"resumes", "resume"},
    {"apologises for", "apologise"},
    {"checks paper of", "check-paper"},
    {"assigns", "assign"},
    {"corrects intake of", "correct-intake"},
    {"refuses", "refuse"},
    {"stops", "stop"},
    {"withdraws", "withdraw"},
    {"records cash for", "record-cash"},
    {"records transfer for", "record-transfer"},
    {"gives back from", "refund"},
    {"orders payment of", ordering_payment},
    {"reports payment of", reporting_payment},
    {"rates", "rate"},
    {"ends refund of", ending_refund},
    {"writes in travel book of", writing_in_travel_book},
    {"keeps passport", keeping_passport},
}};

struct Word {
  std::string text;
  bool quoted = false;
};

// Where a JSON object that begins a text ends: the first blank outside of its strings.
std::size_t end_of_object(std::string_view text) {
  bool in_string = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '"') in_string = !in_string;
    if (text[at] == ' ' && !in_string) return at;
  }
  return std::string_view::npos;
}

// The words of a line; what stands in quotation marks, or is a JSON object, is one word.
class Words {
 public:
  explicit Words(std::string_view line) {
    while (!line.empty()) {
      const auto start = line.find_first_not_of(' ');
      if (start == std::string_view::npos) break;
      line.remove_prefix(start);
      const bool quoted = line.front() == '"';
      if (quoted) line.remove_prefix(1);
      const auto end =
          line.front() == '{' && !quoted ? end_of_object(line) : line.find(quoted ? '"' : ' ');
      words_.push_back({std::string(line.substr(0, end)), quoted});
      line.remove_prefix(end == std::string_view::npos ? line.size() : end + 1);
    }
  }
  bool at_end() const { return next_ == words_.size(); }
  std::string take() { return at_end() ? std::string() : words_[next_++].text; }
  std::string peek() const { return at_end() ? std::string() : words_[next_].text; }

 private:
  std::vector<Word> words_;
  std::size_t next_ = 0;
};

bool is_dossier_name(std::string_view word) {  // or of a passport
  return word.size() >= 2 && (word[0] == 'D' || word[0] == 'P') &&
         word.find_first_not_of("0123456789", 1) == std::string_view::npos;
}

std::optional<Moment> take_moment(Words& words) {
  const auto day = words.take();
  return parse_moment(day + "T" + words.take());
}

std::vector<std::string> split_at_commas(std::string_view text) {
  std::vector<std::string> parts;
  while (!text.empty() && text != "none") {
    const auto comma = text.find(',');
    parts.emplace_back(text.substr(0, comma));
    text = comma == std::string_view::npos ? std::string_view{} : text.substr(comma + 1);
  }
  return parts;
}

// Puts the clause's words into the deed; false when they make no sense there.
using TakeClause = bool (*)(Words&, Deed&);
struct Clause {
  std::string_view word;
  TakeClause take;
};

bool take_whole(Words& words, std::integral auto& number) {
  const auto text = words.take();
  const auto* end = text.data() + text.size();
  return !text.empty() && std::from_chars(text.data(), end, number).ptr == end;
}

bool take_amount(Words& words, Deed& deed) {
  Dong amount;
  const bool whole = take_whole(words, amount.amount);
  deed.input.amount = deed.notice.amount = amount;
  return whole;
}

constexpr std::array<Clause, 41> clauses{{
    {"amount", take_amount},
    {"mark",
     [](Words& w, Deed& d) {
       auto& mark = d.input.marks.emplace_back();
       return take_whole(w, mark.indicator) && take_whole(w, mark.points);
     }},
    {"payment", [](Words& w, Deed& d) { return !(d.input.payment = w.take()).empty(); }},
    {"order", [](Words& w, Deed& d) { return take_whole(w, d.order); }},
    {"transaction",
     [](Words& w, Deed& d) {
       return !(d.notice.transaction = d.refund.transaction = w.take()).empty();
     }},
    {"failed",
     [](Words& w, Deed& d) {
       d.notice.outcome = payment::Outcome::Failed;
       d.refund.done = false;
       return !(d.notice.code = d.refund.code = w.take()).empty();
     }},
    {"expired", [](Words&, Deed& d) { return d.notice.outcome = payment::Outcome::Expired, true; }},
    {"refund", [](Words& w, Deed& d) { return !(d.refund.refund = w.take()).empty(); }},
    {"from", [](Words& w, Deed& d) { return !(d.applicant = w.take()).empty(); }},
    {"identity", [](Words& w, Deed& d) { return !(d.identity = w.take()).empty(); }},
    {"mail", [](Words& w, Deed& d) { return !(d.mail = w.take()).empty(); }},
    {"procedure", [](Words& w, Deed& d) { return !(d.procedure = w.take()).empty(); }},
    {"case", [](Words& w, Deed& d) { return !(d.case_id = d.input.case_id = w.take()).empty(); }},
    {"answers",
     [](Words& w, Deed& d) { return !(d.answers = d.input.answers = w.take()).empty(); }},
    {"about", [](Words& w, Deed& d) { return !(d.input.summary = w.take()).empty(); }},
    {"papers",
     [](Words& w, Deed& d) { return (d.papers = split_at_commas(w.take())).has_value(); }},
    {"by-post", [](Words&, Deed& d) { return d.channel = procedure::Channel::Post, true; }},
    {"because", [](Words& w, Deed& d) { return d.input.reason = w.take(), true; }},
    {"note", [](Words& w, Deed& d) { return d.input.note = w.take(), true; }},
    {"document", [](Words& w, Deed& d) { return d.input.document = w.take(), true; }},
    {"dated",
     [](Words& w, Deed& d) { return (d.input.document_date = parse_date(w.take())).has_value(); }},
    {"superior", [](Words& w, Deed& d) { return !(d.input.approved_by = w.take()).empty(); }},
    {"asking",
     [](Words& w, Deed& d) {
       auto paper = w.take();
       d.input.items.push_back({std::move(paper), w.take()});
       return true;
     }},
    {"asking-field",
     [](Words& w, Deed& d) {
       auto field = w.take();
       d.input.items.push_back({{}, w.take(), std::move(field)});
       return true;
     }},
    {"to", [](Words& w, Deed& d) { return !(d.input.to = w.take()).empty(); }},
    {"until",
     [](Words& w, Deed& d) { return (d.input.new_due = parse_date(w.take())).has_value(); }},
    {"responsible",
     [](Words& w, Deed& d) { return !(d.input.responsible_unit = w.take()).empty(); }},
    {"outcome", [](Words& w, Deed& d) { return !(d.input.outcome = w.take()).empty(); }},
    {"for",
     [](Words& w, Deed& d) {
       return (d.input.stop_reason = procedure::parse_stop_reason(w.take())).has_value();
     }},
    {"paper", [](Words& w, Deed& d) { return !(d.input.paper = w.take()).empty(); }},
    {"found", [](Words& w, Deed& d) { return !(d.input.check = w.take()).empty(); }},
    {"actually",
     [](Words& w, Deed& d) { return (d.input.actual_at = take_moment(w)).has_value(); }},
    {"recipient", [](Words& w, Deed& d) { return !(d.input.returned_to = w.take()).empty(); }},
    {"shown", [](Words& w, Deed& d) { return !(d.input.shown = w.take()).empty(); }},
    {"carrier", [](Words& w, Deed& d) { return !(d.input.carrier = w.take()).empty(); }},
    {"renaming", [](Words& w, Deed& d) { return !(d.applicant = w.take()).empty(); }},
    {"step", [](Words& w, Deed& d) { return !(d.input.task = w.take()).empty(); }},
    {"key", [](Words& w, Deed& d) { return !(d.key = w.take()).empty(); }},
    {"act",
     [](Words& w, Deed& d) {
       auto& act = d.act == writing_in_travel_book ? d.travel_act : d.act;
       return !(act = w.take()).empty();
     }},
    {"field",
     [](Words& w, Deed& d) {
       const auto name = w.take();
       return !(d.travel_fields[name] = w.take()).empty();
     }},
    {"seeing",
     [](Words& w, Deed& d) {
       std::uint64_t version = 0;
       const bool whole = take_whole(w, version);
       d.seen_version = version;
       return whole;
     }},
}};

OrFailure<Nothing> take_verb(Words& words, Deed& deed) {
  std::string said;
  while (!words.at_end() && !is_dossier_name(words.peek())) {
    said += (said.empty() ? "" : " ") + words.take();
  }
  for (const auto& verb : verb_table) {
    if (verb.words == said) deed.act = verb.act;
  }
  if (deed.act.empty()) return malformed("no such verb: “" + said + "”");
  deed.dossier = words.take();
  if (deed.dossier.empty()) return malformed("no dossier is named");
  return Nothing{};
}

OrFailure<Nothing> take_clauses(Words& words, Deed& deed) {
  while (!words.at_end()) {
    const auto word = words.take();
    bool known = false;
    for (const auto& clause : clauses) {
      if (clause.word != word) continue;
      known = true;
      if (!clause.take(words, deed)) return malformed("what follows “" + word + "” makes no sense");
    }
    if (!known) return malformed("no such word: “" + word + "”");
  }
  return Nothing{};
}

// "holiday 2017-04-24 decreed "12/QĐ-TTg"", "… worked 2017-05-06" for a swap
OrFailure<Nothing> take_holiday(Words& words, Deed& deed) {
  deed.kind = Deed::Kind::Holiday;
  const auto day = parse_date(words.take());
  const auto decreed = words.take();
  const auto number = words.take();
  std::optional<Date> worked;
  if (words.peek() == "worked") {
    words.take();
    worked = parse_date(words.take());
    if (!worked) return malformed("worked needs the date of the day worked in its place");
  }
  if (!day || decreed != "decreed" || number.empty() || !words.at_end()) {
    return malformed("a holiday is written: holiday DATE decreed \"NUMBER\" [worked DATE]");
  }
  deed.decree = {*day, std::string(number), {}, worked};
  return Nothing{};
}

}  // namespace

std::span<const Verb> verbs() { return verb_table; }

OrFailure<Deed> read_deed(std::string_view line) {
  Words words(line);
  Deed deed;
  const auto at = take_moment(words);
  if (!at) return malformed("an act begins with its date and time");
  deed.at = *at;
  deed.actor = words.take();
  if (deed.actor == "holiday") {
    if (auto taken = take_holiday(words, deed); !taken) return Unexpected{taken.error()};
    return deed;
  }
  if (deed.actor == "time" && words.peek() == "passes") {
    deed.kind = Deed::Kind::TimePasses;
    return deed;
  }
  if (auto taken = take_verb(words, deed); !taken) return Unexpected{taken.error()};
  if (auto taken = take_clauses(words, deed); !taken) return Unexpected{taken.error()};
  return deed;
}

}  // namespace motcua::scenario
