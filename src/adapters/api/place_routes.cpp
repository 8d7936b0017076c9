// Places an address is chosen from, one level at a time, for forms that ask for one.

#include "api/desk.hpp"
#include "api/input.hpp"
#include "base/digest.hpp"
#include "http/etag.hpp"

namespace motcua::api {
namespace {

http::Response places_below(Desk& desk, const http::Request& request) {
  Query asked(request);
  const std::string above = asked.text("below", 40);
  if (const auto errors = asked.finish(); !errors.empty()) {
    return invalid_input(errors, language_of(&request));
  }
  const auto& places = desk.parts.face.places;
  json::array items;
  for (const auto* place : places.below(above, date_of(desk.parts.clock.now()))) {
    items.push_back(json::object{{"code", place->code}, {"name", place->name}});
  }
  std::string body =
      write_json(json::object{{"source", places.source()}, {"items", std::move(items)}});
  const std::string etag = '"' + to_hex(sha256(body)).substr(0, 16) + '"';
  auto response = answer_text(std::move(body), 200);
  response.headers = {{"Cache-Control", "no-cache"}, {"ETag", etag}};
  if (http::names_etag(request.header("if-none-match"), etag)) {
    response.status = 304;
    response.body = std::string();
  }
  return response;
}

}  // namespace

void add_place_routes(http::Router& router, Desk& desk) {
  router.add("GET", "/api/places", http::Run::Pool,
             [&](http::Request& request) { return places_below(desk, request); });
}

}  // namespace motcua::api
