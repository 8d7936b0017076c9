// Open data: how the office keeps its promises, as JSON and CSV at addresses that stay.

#include "api/desk.hpp"
#include "api/open_figures.hpp"
#include "base/digest.hpp"
#include "http/compression.hpp"
#include "http/etag.hpp"
#include "queries/json_parts.hpp"
#include "report/open_figures_table.hpp"

namespace motcua::api {
namespace {

using http::Request;
using http::Response;

constexpr std::string_view open_figures_address = "/api/open-figures";

// An answer its reader may keep, and ask about again by its tag.
Response kept_answer(const Request& request, std::string body, std::string content_type) {
  // Weak: the same whether the answer is packed or not.
  const std::string etag = "W/\"" + to_hex(sha256(body)).substr(0, 32) + '"';
  Response response;
  response.content_type = std::move(content_type);
  response.headers = {{"ETag", etag}, {"Cache-Control", "public, no-cache"}};
  if (http::names_etag(request.header("if-none-match"), etag)) {
    response.status = 304;
    response.content_type.clear();
    response.body = std::string();
  } else {
    response.body = std::move(body);
  }
  return http::packed(request, std::move(response));
}

json::array quarters_json(const Parts& parts) {
  json::array quarters;
  for (const auto& quarter : parts.figures.open_quarters(parts.clock.now())) {
    const std::string address = std::string(open_figures_address) + "/" + quarter.id;
    quarters.push_back(json::object{{"id", quarter.id},
                                    {"label", queries::write(quarter.label)},
                                    {"json", address},
                                    {"csv", address + "/csv"}});
  }
  return quarters;
}

void put_terms_of_use(const Parts& parts, json::object& out) {
  const auto& open = parts.face.open_figures;
  if (open.licence.vi.empty()) return;
  out["licence"] =
      json::object{{"name", queries::write(open.licence)}, {"address", open.licence_address}};
}

json::value catalogue(const Parts& parts) {
  json::array fields;
  for (const auto& field : report::open_fields()) {
    fields.push_back(json::object{{"name", field.name}, {"text", queries::write(field.text)}});
  }
  const auto& office = parts.world.office();
  const auto minimum = std::to_string(parts.face.open_figures.minimum);
  json::object out{
      {"title", queries::write(Text{office.name.vi + ": giữ lời hẹn thế nào",
                                    office.name.en + ": how it keeps its promises"})},
      {"description",
       queries::write(Text{
           "Mỗi quý một tệp, chốt lúc hết quý; số đếm theo thủ tục. Dòng nào có nhóm ít hơn " +
               minimum + " hồ sơ thì gộp với dòng khác, để không ai bị nhận ra.",
           "One file a quarter, as it stood when the quarter ended; counts by procedure. A line "
           "with a group of fewer than " +
               minimum +
               " dossiers is put together with others, so that nobody is "
               "recognised."})},
      {"minimum", parts.face.open_figures.minimum},
      {"fields", std::move(fields)},
      {"quarters", quarters_json(parts)}};
  put_terms_of_use(parts, out);
  return out;
}

std::optional<report::OpenFigures> figures_of(const Parts& parts, std::string_view quarter) {
  const Moment now = parts.clock.now();
  const auto minimum = parts.face.open_figures.minimum;
  if (quarter != "latest") return parts.figures.open_figures(quarter, now, minimum);
  const auto quarters = parts.figures.open_quarters(now);
  if (quarters.empty()) return std::nullopt;
  return parts.figures.open_figures(quarters.front().id, now, minimum);
}

Response get_json(const Parts& parts, const Request& request) {
  const auto found = open_figures_answer(parts, request.param("quarter"));
  if (!found) return problem(not_found, language_of(&request));
  return kept_answer(request, write_json(*found), "application/json");
}

Response get_csv(const Parts& parts, const Request& request) {
  const auto figures = figures_of(parts, request.param("quarter"));
  if (!figures) return problem(not_found, language_of(&request));
  auto response = kept_answer(request, report::open_figures_csv(*figures, parts.figures.naming()),
                              "text/csv; charset=utf-8");
  response.headers.emplace_back(
      "Content-Disposition",
      http::content_disposition(http::Disposition::Attachment,
                                "giu-loi-hen-" + figures->period.id + ".csv"));
  return response;
}

}  // namespace

std::optional<json::value> open_figures_answer(const Parts& parts, std::string_view quarter) {
  const auto figures = figures_of(parts, quarter);
  if (!figures) return std::nullopt;
  auto out = report::open_figures_json(*figures, parts.figures.naming());
  out.as_object()["quarters"] = quarters_json(parts);
  put_terms_of_use(parts, out.as_object());
  return out;
}

void add_open_figure_routes(http::Router& router, Desk& desk) {
  const auto& parts = desk.parts;
  router.add("GET", open_figures_address, http::Run::Pool, [&parts](Request& request) {
    return kept_answer(request, write_json(catalogue(parts)), "application/json");
  });
  router.add("GET", "/api/open-figures/{quarter}", http::Run::Pool,
             [&parts](Request& request) { return get_json(parts, request); });
  router.add("GET", "/api/open-figures/{quarter}/csv", http::Run::Pool,
             [&parts](Request& request) { return get_csv(parts, request); });
}

}  // namespace motcua::api
