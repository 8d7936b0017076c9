// What officers look at: work lists, dossiers, papers, slips, the register, live updates.

#include "api/desk.hpp"
#include "api/input.hpp"
#include "pdf/render.hpp"
#include "queries/dossier_view.hpp"
#include "queries/slips.hpp"

namespace motcua::api {
namespace {

std::optional<ports::DueBand> band_of(std::string_view name) {
  using ports::DueBand;
  if (name == "late") return DueBand::Late;
  if (name == "today") return DueBand::Today;
  if (name == "three_days") return DueBand::ThreeDays;
  if (name == "later") return DueBand::Later;
  if (name == "waiting") return DueBand::Waiting;
  return std::nullopt;
}

ports::ListSort sort_of(std::string_view name) {
  using ports::ListSort;
  if (name == "-due") return ListSort::DueDescending;
  if (name == "received") return ListSort::Received;
  if (name == "-received") return ListSort::ReceivedDescending;
  if (name == "code") return ListSort::Code;
  if (name == "-code") return ListSort::CodeDescending;
  return ListSort::Due;
}

http::Response list_dossiers(Desk& desk, const http::Request& request, const SignedIn& who) {
  const auto calendar = desk.parts.world.calendar();
  const Moment now = desk.parts.clock.now();
  Query asked(request);
  const std::string view = asked.choice("view", {"mine", "unit", "all"});
  ports::ListQuery query;
  query.officer = who.person->username;
  if (view == "mine") query.assignee_or_unit = who.person->unit;
  if (view == "unit") query.unit = who.person->unit;
  const auto open = asked.choice("open", {"", "true", "false"});
  query.open_only = open.empty() ? view != "all" : open == "true";
  query.due = band_of(asked.choice("due", {"", "late", "today", "three_days", "later", "waiting"}));
  query.search = fold(asked.text("q", 200));
  query.procedure = asked.text("procedure", 100);
  query.status = asked.integer("status", 1, 10);
  query.sort =
      sort_of(asked.choice("sort", {"due", "-due", "received", "-received", "code", "-code"}));
  query.page = asked.integer("page", 1, 1000000).value_or(1);
  query.size = asked.integer("size", 1, 200).value_or(50);
  if (const auto errors = asked.finish(); !errors.empty()) {
    return invalid_input(errors, language_of(&request));
  }
  query.borders = queries::due_borders(now, *calendar);
  const auto page = desk.parts.lists.list(query);
  if (!page) return problem_of(page.error(), language_of(&request));
  return answer(queries::dossier_list(*page, query, list_scene(desk.parts, *calendar, now)));
}

http::Response with_seen(Desk& desk, const http::Request& request,
                         const std::function<http::Response(const Seen&)>& use) {
  const auto seen = see(desk.parts, request.param("code"));
  return seen ? use(*seen) : problem_of(seen.error(), language_of(&request));
}

http::Response dossier_page(std::string text, const dossier::Dossier& dossier) {
  auto response = answer_text(std::move(text));
  response.headers.emplace_back("ETag", "\"" + std::to_string(dossier.version) + "\"");
  return response;
}

std::optional<http::Response> recall_dossier(Desk& desk, const http::Request& request,
                                             const SignedIn& who) {
  const auto seen = see_in_memory(desk.parts, request.param("code"));
  if (!seen) return std::nullopt;
  auto text =
      desk.pages.recall(*seen->dossier, seen->scene(desk.parts), {who.officer(), seen->calendar});
  if (!text) return std::nullopt;
  return dossier_page(std::move(*text), *seen->dossier);
}

http::Response get_dossier(Desk& desk, const http::Request& request, const SignedIn& who) {
  return with_seen(desk, request, [&](const Seen& seen) {
    const auto records = desk.parts.journal.load(seen.dossier->code);
    if (!records) return problem_of(records.error(), language_of(&request));
    return dossier_page(desk.pages.make(*records, *seen.dossier, seen.scene(desk.parts),
                                        {who.officer(), seen.calendar}),
                        *seen.dossier);
  });
}

http::Response get_journal(Desk& desk, const http::Request& request) {
  const auto records = desk.parts.journal.load(request.param("code"));
  if (!records) return problem_of(records.error(), language_of(&request));
  if (records->empty()) return problem(not_found, language_of(&request));
  return answer(queries::journal_view(request.param("code"), *records));
}

http::Response get_slip(Desk& desk, const http::Request& request) {
  return with_seen(desk, request, [&](const Seen& seen) {
    const auto records = desk.parts.journal.load(seen.dossier->code);
    if (!records) return problem_of(records.error(), language_of(&request));
    const auto slip =
        queries::slip_of(*records, *seen.dossier, seen.scene(desk.parts),
                         {request.param("slip"), tracking_address(desk.parts, seen.dossier->code),
                          desk.parts.world.lookup_secret(seen.dossier->code), false,
                          desk.parts.demo_clock != nullptr});
    if (!slip) return problem(not_found, language_of(&request));
    return pdf_response(pdf::render_pdf(*slip),
                        seen.dossier->code + "-" + std::string(request.param("slip")) + ".pdf");
  });
}

http::Response get_register(Desk& desk, const http::Request& request) {
  const Language language = language_of(&request);
  Query asked(request);
  const auto from = asked.needed_date("from");
  const auto to = asked.needed_date("to");
  if (from && to && *to < *from) {
    asked.wrong("to", "range", {"Phải từ ngày đầu trở đi", "Must not be before the first day"});
  }
  if (const auto errors = asked.finish(); !errors.empty()) return invalid_input(errors, language);
  const auto rows = desk.parts.lists.received_between(*from, *to);
  if (!rows) return problem_of(rows.error(), language);
  const queries::RegisterScene scene{*from,
                                     *to,
                                     desk.parts.clock.now(),
                                     desk.parts.world.office(),
                                     desk.parts.world.catalogue(),
                                     [&](const auto& code) { return desk.parts.cache.find(code); },
                                     desk.parts.demo_clock != nullptr};
  const auto book = queries::follow_up_register(*rows, scene);
  if (!book) return problem_of(book.error(), language);
  return pdf_response(pdf::render_pdf(*book),
                      "so-theo-doi-" + write_date(*from) + "-" + write_date(*to) + ".pdf");
}

http::Response stream_events(Desk& desk) {
  http::Response response;
  response.content_type = "text/event-stream";
  response.headers = {{"Cache-Control", "no-store"}};
  response.body = http::EventStream{
      [&desk](std::shared_ptr<http::EventSink> sink) { desk.events.join(std::move(sink)); }};
  return response;
}

}  // namespace

void add_officer_routes(http::Router& router, Desk& desk) {
  using http::Request;
  using http::Run;
  const auto add = [&](std::string_view pattern, OfficerEndpoint endpoint) {
    router.add("GET", pattern, Run::Pool, for_officers(desk, std::move(endpoint)));
  };
  add("/api/dossiers",
      [&](Request& r, const SignedIn& who) { return list_dossiers(desk, r, who); });
  router.add_quick(
      "GET", "/api/dossiers/{code}",
      quick_for_officers(desk, [&](const Request& r,
                                   const SignedIn& who) { return recall_dossier(desk, r, who); }),
      for_officers(desk,
                   [&](Request& r, const SignedIn& who) { return get_dossier(desk, r, who); }));
  add("/api/dossiers/{code}/journal",
      [&](Request& r, const SignedIn&) { return get_journal(desk, r); });
  add("/api/dossiers/{code}/slips/{slip}",
      [&](Request& r, const SignedIn&) { return get_slip(desk, r); });
  add("/api/register", [&](Request& r, const SignedIn&) { return get_register(desk, r); });
  add("/api/events", [&](Request&, const SignedIn&) { return stream_events(desk); });
}

}  // namespace motcua::api
