// The book of travel: delegations out and in, passports, persons, and its figures.

#include <algorithm>

#include "api/desk.hpp"
#include "api/input.hpp"
#include "pdf/render.hpp"
#include "queries/slips.hpp"
#include "queries/travel_figures.hpp"
#include "travel/intake.hpp"
#include "xlsx/render.hpp"

namespace motcua::api {
namespace {

using http::Request;
using http::Response;
using queries::TravelLook;

template <class... F>
struct TravelCases : F... {
  using F::operator()...;
};

// Rows of one page, with how many there are.
json::object page_of(const std::vector<const travel::Entry*>& found, int page, int size,
                     const TravelLook& look) {
  json::array items;
  const auto first = std::size_t(page - 1) * std::size_t(size);
  for (std::size_t i = first; i < found.size() && items.size() < std::size_t(size); ++i) {
    items.push_back(queries::travel_row(*found[i], look));
  }
  return {{"items", std::move(items)}, {"total", found.size()}, {"page", page}, {"size", size}};
}

std::optional<queries::TravelCut> read_cut(Query& asked) {
  queries::TravelCut cut;
  cut.by =
      *travel::parse_by(asked.choice("by", {"unit", "person", "purpose", "funding", "country"}));
  cut.kind = *travel::parse_kind(asked.choice("kind", {"out", "in"}));
  const auto period = travel::parse_period(asked.text("period", 20));
  if (!period) return std::nullopt;
  cut.period = *period;
  return cut;
}

Response file_answer(std::string bytes, const char* type, const std::string& name) {
  Response response;
  response.content_type = type;
  response.headers = {
      {"Cache-Control", "no-store"},
      {"Content-Disposition", http::content_disposition(http::Disposition::Attachment, name)}};
  response.body = std::move(bytes);
  return response;
}

class TravelRoutes {
 public:
  explicit TravelRoutes(Desk& desk) : desk_(desk), parts_(desk.parts), travel_(*parts_.travel) {}

  Response list(const Request& request, const SignedIn& who) const {
    Query asked(request);
    const auto kind = *travel::parse_kind(asked.choice("kind", {"out", "in", "passport"}));
    const auto view =
        asked.choice("view", {"all", "open", "awaited", "late", "expiring", "over-limit"});
    const auto words = asked.text("q", 200);
    const auto year = asked.integer("year", 1901, 2199);
    const auto page = asked.integer("page", 1, 1000000).value_or(1);
    const auto size = asked.integer("size", 1, 200).value_or(50);
    if (const auto errors = asked.finish(); !errors.empty()) {
      return invalid_input(errors, language_of(&request));
    }
    const TravelLook look = this->look();
    std::vector<const travel::Entry*> found;
    for (const auto& [code, entry] : look.scene().entries) {
      if (entry->kind != kind || !queries::is_in_travel_view(*entry, view, look)) continue;
      if (year && !is_of_year(*entry, *year)) continue;
      if (matches_folded(queries::travel_words(*entry), words)) found.push_back(entry.get());
    }
    std::ranges::stable_sort(found, std::greater{}, [](const travel::Entry* entry) {
      return entry->is_delegation() ? entry->trip.from : date_of(entry->opened_at);
    });
    auto body = page_of(found, page, size, look);
    body["openings"] = queries::travel_openings(facts(look, who));
    body["limits"] = queries::travel_limits(look.scene());
    return answer(body);
  }

  Response get(const Request& request, const SignedIn& who) const {
    const auto found = travel_.find(request.param("code"));
    if (!found) return problem(not_found, language_of(&request));
    return page(*found, who, language_of(&request));
  }

  Response open(const Request& request, const SignedIn& who) const {
    const Language language = language_of(&request);
    Response refused;
    const auto body = read_body(request, refused);
    if (!body) return refused;
    ::motcua::api::Input input(*body);
    const auto what = input.choice("what", {"guests", "passport"});
    if (what.empty()) input.need("what");
    auto given = read_fields(input);
    if (const auto errors = input.finish(); !errors.empty()) return invalid_input(errors, language);
    const auto key = repeat_key(request, who.person->username);
    if (!key) return problem(header_missing, language, {{"header", "Idempotency-Key"}});
    return perform({who.officer(), commands::OpenTravelEntry{what, std::move(given)}, key->key,
                    key->contents_digest},
                   who, language, 201);
  }

  Response act(const Request& request, const SignedIn& who) const {
    const Language language = language_of(&request);
    Response refused;
    const auto body = read_body(request, refused);
    if (!body) return refused;
    ::motcua::api::Input input(*body);
    auto given = read_fields(input);
    if (const auto errors = input.finish(); !errors.empty()) return invalid_input(errors, language);
    const auto seen = version_in(request.header("if-match"));
    if (!seen) return problem(header_missing, language, {{"header", "If-Match"}});
    const auto key = repeat_key(request, who.person->username);
    if (!key) return problem(header_missing, language, {{"header", "Idempotency-Key"}});
    return perform(
        {who.officer(),
         commands::ActOnTravelEntry{std::string(request.param("code")),
                                    std::string(request.param("act")), std::move(given), seen},
         key->key, key->contents_digest},
        who, language, 200);
  }

  Response slip(const Request& request, const SignedIn&) const {
    const Language language = language_of(&request);
    const auto records = travel_.book().travel_records(request.param("code"));
    if (!records) return problem_of(records.error(), language);
    const auto version = version_in("\"" + std::string(request.param("record")) + "\"");
    const TravelLook look = this->look();
    const auto head = queries::letterhead(parts_.world.office(), look.scene().today, "",
                                          parts_.demo_clock != nullptr);
    const auto slip =
        version ? queries::passport_slip(*records, *version, look, head) : std::nullopt;
    if (!slip) return problem(not_found, language);
    return pdf_response(pdf::render_pdf(*slip),
                        "ho-chieu-" + std::string(request.param("code")) + ".pdf");
  }

  Response people(const Request& request, const SignedIn&) const {
    Query asked(request);
    const auto given_year = asked.integer("year", 1901, 2199);
    const auto words = asked.text("q", 200);
    const auto page = asked.integer("page", 1, 1000000).value_or(1);
    const auto size = asked.integer("size", 1, 200).value_or(50);
    const auto dossier = asked.text("dossier", 40);
    if (const auto errors = asked.finish(); !errors.empty()) {
      return invalid_input(errors, language_of(&request));
    }
    Response refused;
    const auto trips = trips_with(dossier, request, refused);
    if (!trips) return refused;
    const TravelLook look = this->look(*trips);
    const auto* of = dossier.empty() ? nullptr : &look.asked().front();
    const int this_year = int(std::chrono::year_month_day{look.scene().today}.year());
    const auto year = given_year.value_or(this_year);
    const auto counted = travel::people_in(look.scene(), look.people(), year);
    std::vector<const travel::PersonYear*> found;
    for (const auto& [key, person] : counted) {
      if (matches_folded(fold(person.name + " " + person.unit), words)) found.push_back(&person);
    }
    std::ranges::stable_sort(found, std::greater{},
                             [](const auto* person) { return person->trips.size(); });
    json::array items;
    for (std::size_t i = std::size_t(page - 1) * std::size_t(size);
         i < found.size() && items.size() < std::size_t(size); ++i) {
      items.push_back(queries::travel_person(*found[i], look));
    }
    return answer(json::object{{"items", std::move(items)},
                               {"total", found.size()},
                               {"page", page},
                               {"size", size},
                               {"year", year},
                               {"this_year", this_year},
                               {"namesakes", queries::travel_namesakes(look, of)}});
  }

  Response person(const Request& request, const SignedIn&) const {
    const Language language = language_of(&request);
    Query asked(request);
    const auto given_year = asked.integer("year", 1901, 2199);
    const auto dossier = asked.text("dossier", 40);
    if (const auto errors = asked.finish(); !errors.empty()) return invalid_input(errors, language);
    Response refused;
    const auto trips = trips_with(dossier, request, refused);
    if (!trips) return refused;
    const TravelLook look = this->look(*trips);
    const auto year =
        given_year.value_or(int(std::chrono::year_month_day{look.scene().today}.year()));
    const auto key = look.people().key_named(request.param("person"));
    if (key.empty()) return problem(not_found, language);
    travel::PersonYear known;
    known.key = key;
    known.name = look.people().name_of(key);
    const auto counted = travel::people_in(look.scene(), look.people(), year);
    if (const auto found = counted.find(key); found != counted.end()) known = found->second;
    json::array entries;
    for (const auto* entry : entries_of(key, look)) {
      entries.push_back(queries::travel_row(*entry, look));
    }
    auto body = queries::travel_person(known, look);
    body["year"] = year;
    body["entries"] = std::move(entries);
    return answer(body);
  }

  Response judge(const Request& request, const SignedIn& who) const {
    const Language language = language_of(&request);
    Response refused;
    const auto body = read_body(request, refused);
    if (!body) return refused;
    ::motcua::api::Input input(*body);
    const auto dossier = input.text("dossier", 40);
    auto trips = trips_with(dossier, request, refused);
    if (!trips) return refused;
    const TravelLook look = this->look(*trips);
    travel::PersonsJudged judged{look.people().key_named(input.needed_text("one", 40)),
                                 look.people().key_named(input.needed_text("other", 40)),
                                 input.flag("same"), input.needed_text("reason", 2000)};
    if (const auto errors = input.finish(); !errors.empty()) return invalid_input(errors, language);
    const auto key = repeat_key(request, who.person->username);
    if (!key) return problem(header_missing, language, {{"header", "Idempotency-Key"}});
    return perform({who.officer(), commands::JudgeNamesakes{std::move(judged), std::move(*trips)},
                    key->key, key->contents_digest},
                   who, language, 201);
  }

  Response figures(const Request& request, const SignedIn&) const {
    Query asked(request);
    const auto cut = read_cut(asked);
    if (const auto errors = asked.finish(); !errors.empty()) {
      return invalid_input(errors, language_of(&request));
    }
    if (!cut) return problem(not_found, language_of(&request));
    return answer(queries::travel_figures(*cut, look()));
  }

  Response behind(const Request& request, const SignedIn&) const {
    const Language language = language_of(&request);
    Query asked(request);
    const auto cut = read_cut(asked);
    const auto group = asked.text("group", 40);
    const bool late = asked.choice("late", {"false", "true"}) == "true";
    const auto page = asked.integer("page", 1, 1000000).value_or(1);
    const auto size = asked.integer("size", 1, 200).value_or(50);
    if (const auto errors = asked.finish(); !errors.empty()) return invalid_input(errors, language);
    const TravelLook look = this->look();
    const auto found = cut ? queries::travel_entries_of(*cut, group, late, look) : std::nullopt;
    if (!found) return problem(not_found, language);
    return answer(page_of(*found, page, size, look));
  }

  Response report(const Request& request, const SignedIn&) const {
    const Language language = language_of(&request);
    Query asked(request);
    const auto format = asked.choice("format", {"xlsx", "pdf", "csv"});
    const auto period = travel::parse_period(asked.text("period", 20));
    if (const auto errors = asked.finish(); !errors.empty()) return invalid_input(errors, language);
    if (!period) return problem(not_found, language);
    const TravelLook look = this->look();
    const auto name = "doan-ra-doan-vao-" + period->id + "." + format;
    if (format == "csv") return file_answer(queries::travel_csv(*period, look), "text/csv", name);
    const auto head = queries::letterhead(parts_.world.office(), look.scene().today, "",
                                          parts_.demo_clock != nullptr);
    const auto tables = queries::travel_report(*period, look, head, language);
    if (format == "pdf") return file_answer(pdf::render_pdf(tables), "application/pdf", name);
    return file_answer(xlsx::render_xlsx(tables),
                       "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", name);
  }

  Response travellers(const Request& request, const SignedIn&) const {
    const Language language = language_of(&request);
    const auto dossier = parts_.cache.find(request.param("code"));
    if (!dossier) {
      return dossier.error().kind == FailureKind::NotFound ? problem(not_found, language)
                                                           : problem_of(dossier.error(), language);
    }
    if ((*dossier)->intake.procedure != travel::procedure_out) return problem(not_found, language);
    const TravelLook look = this->look();
    const auto entry = travel_.of_dossier((*dossier)->code);
    return answer(queries::travellers_of(travel::trip_of(**dossier), look, entry.get()));
  }

  // The book is read with all that has happened until now.
  Response take_up() const {
    const auto taken = travel_.take_up();
    return taken ? Response{} : problem_of(taken.error(), Language::Vietnamese);
  }
  bool may_read(const SignedIn& who) const {
    return travel::may_read(who.officer(), parts_.world.office());
  }

 private:
  TravelLook look(std::vector<travel::Trip> asked = {}) const {
    return TravelLook(travel_, parts_.world.calendar(), date_of(parts_.clock.now()),
                      std::move(asked));
  }
  // The trip a dossier asks for, first, with those decided and not in the book yet; none where no
  // dossier is named. Nothing: there is no such dossier, as `refused` says.
  std::optional<std::vector<travel::Trip>> trips_with(std::string_view code, const Request& request,
                                                      Response& refused) const {
    if (code.empty()) return std::vector<travel::Trip>{};
    const auto dossier = parts_.cache.find(code);
    const bool of_travel = dossier && (*dossier)->intake.procedure == travel::procedure_out;
    if (!of_travel) {
      refused = problem(not_found, language_of(&request));
      return std::nullopt;
    }
    std::vector<travel::Trip> trips{travel::trip_of(**dossier)};
    for (auto& trip : travel_.trips_to_come()) trips.push_back(std::move(trip));
    return trips;
  }
  travel::Facts facts(const TravelLook& look, const SignedIn& who) const {
    return {parts_.clock.now(), look.scene(), parts_.world.office(), who.officer()};
  }
  static bool is_of_year(const travel::Entry& entry, int year) {
    const auto day = entry.is_delegation() ? entry.trip.from : date_of(entry.opened_at);
    return int(std::chrono::year_month_day{day}.year()) == year;
  }

  static std::vector<const travel::Entry*> entries_of(const std::string& key,
                                                      const TravelLook& look) {
    std::vector<const travel::Entry*> found;
    const auto& people = look.people();
    for (const auto& [code, entry] : look.scene().entries) {
      const auto& holder = entry->passport.registered.holder;
      const auto& trip = entry->trip;
      const bool holds =
          entry->kind == travel::Kind::Passport && people.key_of(holder, holder.unit) == key;
      const bool travels = entry->kind == travel::Kind::Out &&
                           std::ranges::any_of(trip.travellers, [&](const travel::Traveller& one) {
                             return people.key_of(one, trip.unit) == key;
                           });
      if (holds || travels) found.push_back(entry.get());
    }
    return found;
  }

  static travel::Input read_fields(::motcua::api::Input& input) {
    travel::Input given;
    for (const auto name : travel::all_fields()) {
      auto text = input.text(name, name == "summary" || name == "reason" ? 4000 : 2000);
      if (name == "email" && !text.empty()) check_email(input, name, text);
      if (!text.empty()) given.values.emplace(name, std::move(text));
    }
    return given;
  }

  Response perform(const commands::TravelRequest& request, const SignedIn& who, Language language,
                   int status) const {
    const auto outcome = travel_.perform(request);
    return std::visit(
        TravelCases{
            [&](const commands::TravelDone& done) {
              auto response = page(*done.entry, who, language);
              if (response.status == 200) response.status = status;
              return response;
            },
            [&](const Rejection& rejection) { return problem_of(rejection, language); },
            [&](const commands::TravelChanged& c) { return conflict(c.version_now, language); },
            [&](const commands::TravelUnknown&) { return problem(not_found, language); },
            [&](const Failure& failure) { return problem_of(failure, language); },
        },
        outcome);
  }

  Response page(const travel::Entry& entry, const SignedIn& who, Language language) const {
    const TravelLook look = this->look();
    const auto records = travel_.book().travel_records(entry.code);
    if (!records) return problem_of(records.error(), language);
    auto response = answer(queries::travel_page(entry, *records, facts(look, who), look));
    response.headers.emplace_back("ETag", "\"" + std::to_string(entry.version) + "\"");
    return response;
  }

  Desk& desk_;
  Parts& parts_;
  commands::TravelDesk& travel_;
};

using TravelAnswer = Response (TravelRoutes::*)(const Request&, const SignedIn&) const;

}  // namespace

void add_travel_routes(http::Router& router, Desk& desk) {
  if (desk.parts.travel == nullptr) return;
  const auto routes = std::make_shared<const TravelRoutes>(desk);
  enum class Readers { OfTheBook, All };
  const auto endpoint = [&](TravelAnswer asked, Readers readers = Readers::OfTheBook) {
    return for_officers(desk, [routes, asked, readers](Request& request, const SignedIn& who) {
      if (readers == Readers::OfTheBook && !routes->may_read(who)) {
        return problem(forbidden, language_of(&request));
      }
      if (auto taken = routes->take_up(); taken.status != 200) return taken;
      return ((*routes).*asked)(request, who);
    });
  };
  const auto get = [&](std::string_view pattern, TravelAnswer asked) {
    router.add("GET", pattern, http::Run::Pool, endpoint(asked));
  };
  const http::RouteLimits body{64 * 1024, {"application/json"}};
  const auto post = [&](std::string_view pattern, TravelAnswer asked) {
    router.add("POST", pattern, http::Run::Pool, endpoint(asked), body);
  };
  get("/api/travel/entries", &TravelRoutes::list);
  get("/api/travel/entries/{code}", &TravelRoutes::get);
  get("/api/travel/entries/{code}/slips/{record}", &TravelRoutes::slip);
  get("/api/travel/people", &TravelRoutes::people);
  get("/api/travel/people/{person}", &TravelRoutes::person);
  get("/api/travel/figures", &TravelRoutes::figures);
  get("/api/travel/figures/entries", &TravelRoutes::behind);
  get("/api/travel/figures/export", &TravelRoutes::report);
  router.add("GET", "/api/dossiers/{code}/travellers", http::Run::Pool,
             endpoint(&TravelRoutes::travellers, Readers::All));  // whoever sees the dossier
  post("/api/travel/entries", &TravelRoutes::open);
  post("/api/travel/entries/{code}/acts/{act}", &TravelRoutes::act);
  post("/api/travel/namesakes", &TravelRoutes::judge);
}

}  // namespace motcua::api
