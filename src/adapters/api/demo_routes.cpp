// The demonstration clock: what it shows, and jumping ahead. Absent from a real office.

#include "api/desk.hpp"
#include "api/input.hpp"

namespace motcua::api {
namespace {

json::value write_clock(const Parts& parts) {
  const Moment now = parts.demo_clock->now();
  json::object out{{"now", write_moment(now)}, {"text", queries::write(queries::describe(now))}};
  if (const auto opens = parts.world.office().demo_opens) out["opened"] = write_moment(*opens);
  return out;
}

http::Response jump(Desk& desk, const http::Request& request) {
  http::Response refused;
  const auto body = read_body(request, refused);
  if (!body) return refused;
  Input input(*body);
  const auto ahead = input.integer("minutes", 1, 129600);
  if (!ahead) input.need("minutes");
  if (const auto errors = input.finish(); !errors.empty()) {
    return invalid_input(errors, language_of(&request));
  }
  desk.parts.demo_clock->jump(minutes{*ahead});
  const Moment now = desk.parts.demo_clock->now();
  (void)desk.parts.desk.put_setting("demo-clock", write_moment(now));  // only where it resumes
  desk.events.tell("clock", write_json(json::object{{"now", write_moment(now)}}));
  return answer(write_clock(desk.parts));
}

}  // namespace

void add_demo_routes(http::Router& router, Desk& desk) {
  router.add("GET", "/api/demo/clock", http::Run::Inline, [&](http::Request& request) {
    if (desk.parts.demo_clock == nullptr) return problem(not_found, language_of(&request));
    return answer(write_clock(desk.parts));
  });
  router.add("POST", "/api/demo/clock", http::Run::Pool,
             [&](http::Request& request) {
               if (desk.parts.demo_clock == nullptr)
                 return problem(not_found, language_of(&request));
               return jump(desk, request);
             },
             {4096, {"application/json"}});
}

}  // namespace motcua::api
