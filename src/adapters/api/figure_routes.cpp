// The figures of the office, and the dossiers behind each number.

#include "api/desk.hpp"
#include "api/input.hpp"
#include "pdf/render.hpp"
#include "queries/slips.hpp"
#include "report/tables.hpp"
#include "xlsx/render.hpp"

namespace motcua::api {
namespace {

using http::Request;
using http::Response;

Response get_figures(Desk& desk, const Request& request) {
  auto figures = desk.parts.figures.figures(request.query_value("period").value_or(""),
                                            desk.parts.clock.now());
  return figures ? answer(*figures) : problem(not_found, language_of(&request));
}

Response list_cell(Desk& desk, const Request& request) {
  const Language language = language_of(&request);
  const auto calendar = desk.parts.world.calendar();
  const Moment now = desk.parts.clock.now();
  ports::ListQuery query;
  Query asked(request);
  query.page = asked.integer("page", 1, 1000000).value_or(1);
  query.size = asked.integer("size", 1, 200).value_or(50);
  if (const auto errors = asked.finish(); !errors.empty()) return invalid_input(errors, language);
  const report::Slice slice{std::size_t(query.page - 1) * std::size_t(query.size),
                            std::size_t(query.size)};
  const auto found =
      desk.parts.figures.dossiers_of(request.query_value("cell").value_or(""),
                                     request.query_value("period").value_or(""), now, slice);
  if (!found) return problem(not_found, language);
  ports::ListPage page;
  page.total = int(found->total);
  auto rows = desk.parts.lists.rows_of(found->codes);
  if (!rows) return problem_of(rows.error(), language);
  page.rows = std::move(*rows);
  return answer(queries::dossier_list(page, query, list_scene(desk.parts, *calendar, now)));
}

Response export_figures(Desk& desk, const Request& request) {
  const Language language = language_of(&request);
  Query asked(request);
  const std::string format = asked.choice("format", {"xlsx", "pdf"});
  const std::string period = asked.text("period", 20);
  if (const auto errors = asked.finish(); !errors.empty()) return invalid_input(errors, language);
  std::vector<document::ReportTable> tables;
  const auto head = queries::letterhead(desk.parts.world.office(), date_of(desk.parts.clock.now()),
                                        "", desk.parts.demo_clock != nullptr);
  const bool known =
      desk.parts.figures.with_figures(period, desk.parts.clock.now(), [&](const auto& figures) {
        tables = report::tables_of(figures, desk.parts.figures.naming(), head, language);
      });
  if (!known) return problem(not_found, language);
  Response response;
  const bool pdf = format == "pdf";
  response.content_type =
      pdf ? "application/pdf" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  response.headers = {
      {"Cache-Control", "no-store"},
      {"Content-Disposition", http::content_disposition(http::Disposition::Attachment,
                                                        "bao-cao-" + period + "." + format)}};
  response.body = pdf ? pdf::render_pdf(tables) : xlsx::render_xlsx(tables);
  return response;
}

}  // namespace

void add_figure_routes(http::Router& router, Desk& desk) {
  const auto add = [&](std::string_view pattern, Response (*get)(Desk&, const Request&)) {
    router.add("GET", pattern, http::Run::Pool,
               for_officers(desk, [&desk, get](Request& request, const SignedIn&) {
                 return get(desk, request);
               }));
  };
  add("/api/figures", get_figures);
  add("/api/figures/dossiers", list_cell);
  add("/api/figures/export", export_figures);
}

}  // namespace motcua::api
