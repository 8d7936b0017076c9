#include "scenario/pages.hpp"

#include <array>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "http/percent.hpp"

namespace motcua::scenario {
namespace {

// In the order the figures list them.
constexpr std::array<std::string_view, 3> rates{"honest-first", "honest-current", "published"};

const json::array* array_in(const json::value* value, std::string_view name) {
  const auto* found = value == nullptr ? nullptr : member(*value, name);
  return found == nullptr ? nullptr : found->if_array();
}

const json::value* rate_in(const json::value& figures, std::string_view which) {
  const auto* list = array_in(&figures, "rates");
  for (std::size_t i = 0; i < rates.size(); ++i) {
    if (rates[i] == which && list != nullptr && i < list->size()) return &(*list)[i];
  }
  return nullptr;
}

std::string number(const json::value* value) {
  return value == nullptr ? std::string() : write_json(*value);
}

std::optional<std::string> identities_in(const json::value& figures) {
  const auto* list = array_in(member(figures, "official"), "identities");
  if (list == nullptr) return std::nullopt;
  for (const auto& identity : *list) {
    const auto* holds = member(identity, "holds");
    if (holds == nullptr || *holds != json::value(true)) return "broken";
  }
  return "hold";
}

std::string joined(const json::array& list, std::string_view name) {
  std::string all;
  for (const auto& entry : list) {
    const auto text =
        name.empty() ? std::string_view(entry.as_string()) : string_member(entry, name);
    all += (all.empty() ? "" : ", ") + std::string(text);
  }
  return all;
}

Unexpected<Failure> silent(std::string_view about) {
  return malformed("the page does not say “" + std::string(about) + "”");
}

}  // namespace

Said page_count(Callers& callers, const std::string& period, std::string_view which) {
  const auto figures = callers.see("/api/figures?period=" + period);
  if (!figures) return Unexpected{figures.error()};
  if (which == "identities") {
    const auto hold = identities_in(*figures);
    return hold ? Said(*hold) : silent(which);
  }
  const auto* rate = rate_in(*figures, which);
  if (rate == nullptr) return silent(which);
  return number(member(*rate, "numerator")) + " of " + number(member(*rate, "denominator"));
}

Said page_percent(Callers& callers, const std::string& period, std::string_view which) {
  const auto figures = callers.see("/api/figures?period=" + period);
  if (!figures) return Unexpected{figures.error()};
  const auto* rate = rate_in(*figures, which);
  const auto* percent = rate == nullptr ? nullptr : member(*rate, "percent");
  if (percent == nullptr) return silent(which);
  return percent->is_null() ? std::string("no rate") : std::string(percent->as_string());
}

Said page_cell(Callers& callers, const std::string& period, const std::string& cell) {
  const auto list =
      callers.see("/api/figures/dossiers?period=" + period + "&cell=" + http::percent_encode(cell));
  if (!list) return Unexpected{list.error()};
  const auto* total = member(*list, "total");
  if (total == nullptr) return silent(cell);
  return number(total);
}

// " (An 2)", " (An 1, 2 in doubt)": what the register told of a limit; empty where it told nothing.
std::string told_of(const json::value& limit) {
  const auto* told = member(limit, "told");
  if (told == nullptr) return {};
  const auto* doubts = array_in(told, "doubts");
  if (doubts != nullptr && !doubts->empty()) {
    const auto& doubt = doubts->front();
    return " (" + std::string(string_member(doubt, "of")) + " " + number(member(doubt, "counted")) +
           ", " + number(member(doubt, "more")) + " in doubt)";
  }
  const auto of = string_member(*told, "of");
  return of.empty() ? std::string()
                    : " (" + std::string(of) + " " + number(member(*told, "value")) + ")";
}

std::string authority_in(const json::value& authority) {
  std::string told(string_member(authority, "decider"));
  for (const auto& [state, words] :
       {std::pair{"passed", "passed"}, {"in-doubt", "in doubt"}, {"unknown", "not checked"}}) {
    std::string limits;
    const auto* all = array_in(&authority, "limits");
    for (std::size_t i = 0; all != nullptr && i < all->size(); ++i) {
      const auto& limit = (*all)[i];
      if (string_member(limit, "state") != state) continue;
      limits += (limits.empty() ? "" : ", ") + std::string(string_member(limit, "id"));
      limits += told_of(limit);
    }
    if (!limits.empty()) told += "; " + std::string(words) + " " + limits;
  }
  return told;
}

std::string decision_in(const json::value& decided) {
  std::string told(string_member(decided, "decider"));
  const auto* notes = array_in(&decided, "notes");
  for (std::size_t i = 0; notes != nullptr && i < notes->size(); ++i) {
    const auto& note = (*notes)[i];
    const bool doubt = string_member(note, "kind") == "in-doubt";
    const auto* words = member(note, "words");
    told += doubt ? "; in doubt, " : "; limit passed, ";
    told += words == nullptr ? std::string() : std::string(string_member(*words, "en"));
  }
  // A question ends at its last colon: the answer has none.
  for (auto at = told.find(": "); at != std::string::npos; at = told.find(": ")) {
    told.replace(at, 2, ", ");
  }
  return told;
}

Said page_decision(Callers& callers, const std::string& code) {
  const auto page = callers.see("/api/dossiers/" + code);
  if (!page) return Unexpected{page.error()};
  const auto* authority = member(*page, "authority");
  const auto* decided = authority == nullptr ? nullptr : member(*authority, "decided");
  return decided == nullptr ? std::string("nobody decided by a matrix") : decision_in(*decided);
}

Said page_authority(Callers& callers, const std::string& code) {
  const auto page = callers.see("/api/dossiers/" + code);
  if (!page) return Unexpected{page.error()};
  const auto* authority = member(*page, "authority");
  return authority == nullptr ? std::string("nobody asks a matrix") : authority_in(*authority);
}

Said page_acts(Callers& callers, const std::string& username, const std::string& code) {
  const auto page = callers.see(username, "/api/dossiers/" + code);
  if (!page) return Unexpected{page.error()};
  const auto* acts = array_in(&*page, "acts");
  if (acts == nullptr) return silent("acts");
  return acts->empty() ? "nothing" : joined(*acts, "act");
}

Said page_slips(Callers& callers, const std::string& code) {
  const auto page = callers.see("/api/dossiers/" + code);
  if (!page) return Unexpected{page.error()};
  const auto* slips = array_in(&*page, "slips");
  if (slips == nullptr) return silent("slips");
  for (const auto& slip : *slips) {
    const auto drawn = callers.print(code, std::string(slip.as_string()));
    if (!drawn) return Unexpected{drawn.error()};
    if (!drawn->starts_with("%PDF-")) return malformed("the slip is no PDF: " + write_json(slip));
  }
  return slips->empty() ? "none" : joined(*slips, "");
}

}  // namespace motcua::scenario
