// The public pages as plain HTML, for browsers that run no script: what there is to apply for, one
// procedure, and one dossier by its two codes. Neither code ever stands in an address.

#include "api/desk.hpp"
#include "api/plain_pages.hpp"
#include "queries/dossier_view.hpp"
#include "queries/procedures.hpp"

namespace motcua::api {
namespace {

using plain::element;

constexpr std::string_view home = "/ban-don-gian/";

Language asked_language(const http::Request& request) {
  const bool english = request.query_value("lang").value_or("") == "en";
  return english ? Language::English : Language::Vietnamese;
}

std::string address(std::string_view below, Language language) {
  return std::string(home) + std::string(below) + (language == Language::English ? "?lang=en" : "");
}

std::string input(std::string_view name, const std::string& label, int longest) {
  const std::string id(name);
  return "<p><label for=\"" + id + "\">" + plain::escaped(label) + "</label> <input id=\"" + id +
         "\" name=\"" + id + "\" required autocomplete=\"off\" maxlength=\"" +
         std::to_string(longest) + "\"></p>\n";
}

std::string look_up_form(Language language) {
  const auto say = [&](const Text& text) { return text.in(language); };
  return "<form method=\"post\" action=\"" + address("tra-cuu/", language) + "\">\n" +
         element("h2", say({"Hồ sơ đến đâu rồi?", "Where is my dossier?"})) +
         input("code", say({"Mã hồ sơ", "Dossier code"}), 60) +
         input("secret", say({"Mã tra cứu", "Look-up code"}), 40) +
         element("button", say({"Xem hồ sơ", "Show the dossier"})) + "</form>\n";
}

class PlainRoutes {
 public:
  explicit PlainRoutes(Desk& desk) : desk_(desk), parts_(desk.parts) {}

  http::Response list(const http::Request& request) const {
    const Language language = asked_language(request);
    const auto say = [&](const Text& text) { return text.in(language); };
    const auto found = queries::procedure_list(parts_.world.catalogue(), today(), "");
    std::string html = look_up_form(language) +
                       element("h2", say({"Thủ tục của cơ quan này", "Procedures"})) + "<ul>\n";
    for (const auto& one : found.at("items").as_array()) {
      const auto id = string_member(one, "id");
      html += "<li>" +
              plain::link(address("thu-tuc/" + std::string(id) + "/", language),
                          plain::say(one.at("name"), language)) +
              "</li>\n";
    }
    html += "</ul>\n" + counter(language);
    return write(language, say({"Thủ tục và tra cứu hồ sơ", "Procedures and tracking"}),
                 std::move(html));
  }

  http::Response procedure(const http::Request& request) const {
    const Language language = asked_language(request);
    const auto* version = parts_.world.catalogue().in_force(request.param("procedure"), today());
    if (version == nullptr) return refusal(problem(not_found, language), language);
    const auto view = queries::procedure_view(*version, parts_.world.office());
    return write(language, version->name.in(language),
                 plain::procedure_html(view, language) + counter(language));
  }

  http::Response track(const http::Request& request) const {
    const Language language = asked_language(request);
    LookUp asked{"", "", language};
    for (auto& [name, value] : http::decode_form(request.body).value_or(http::Pairs{})) {
      if (name == "code") asked.code = std::move(value);
      if (name == "secret") asked.secret = std::move(value);
    }
    http::Response refused;
    const auto seen = open_by_secret(desk_, request, asked, refused);
    if (!seen) return refusal(refused, language);
    const auto records = parts_.journal.load(seen->dossier->code);
    if (!records) return refusal(problem_of(records.error(), language), language);
    const auto view = queries::tracking_view(*records, *seen->dossier, seen->scene(parts_));
    const Text title{"Hồ sơ " + seen->dossier->code, "Dossier " + seen->dossier->code};
    return write(language, title.in(language), plain::dossier_html(view, language));
  }

 private:
  Date today() const { return date_of(parts_.clock.now()); }

  http::Response write(Language language, std::string title, std::string html,
                       int status = 200) const {
    return plain::page({language, std::move(title), parts_.world.office().name.in(language),
                        std::move(html), status});
  }

  // What the API refuses with, as a page with the form to try again.
  http::Response refusal(const http::Response& refused, Language language) const {
    const auto* body = std::get_if<std::string>(&refused.body);
    const auto told = read_json(body == nullptr ? "{}" : *body);
    const std::string title(told ? string_member(*told, "title") : "");
    auto page = write(language, title, look_up_form(language) + counter(language), refused.status);
    for (const auto& header : refused.headers) {
      if (header.first == "Retry-After") page.headers.push_back(header);
    }
    return page;
  }

  std::string counter(Language language) const {
    const auto& office = parts_.world.office();
    const auto say = [&](const Text& text) { return text.in(language); };
    return element("h2", say({"Quầy tiếp nhận", "The counter"})) +
           element("p", say({"Nộp hồ sơ qua mạng cần JavaScript. Không có thì mời nộp tại quầy "
                             "hoặc gửi qua bưu chính.",
                             "Applying on-line needs JavaScript. Without it, please apply at the "
                             "counter or by post."})) +
           plain::facts({{say({"Địa chỉ", "Address"}), say(office.address)},
                         {say({"Giờ tiếp nhận", "Hours"}), say(office.hours)},
                         {say({"Điện thoại", "Telephone"}), office.phone}});
  }

  Desk& desk_;
  Parts& parts_;
};

}  // namespace

void add_plain_routes(http::Router& router, Desk& desk) {
  using http::Run;
  const auto routes = std::make_shared<const PlainRoutes>(desk);  // shared by its endpoints
  const auto to = [&](http::Response (PlainRoutes::*show)(const http::Request&) const) {
    return [routes, show](http::Request& request) { return ((*routes).*show)(request); };
  };
  router.add("GET", "/ban-don-gian/", Run::Pool, to(&PlainRoutes::list));
  router.add("GET", "/ban-don-gian/thu-tuc/{procedure}/", Run::Pool, to(&PlainRoutes::procedure));
  router.add("POST", "/ban-don-gian/tra-cuu/", Run::Pool, to(&PlainRoutes::track),
             {4096, {"application/x-www-form-urlencoded"}});
}

}  // namespace motcua::api
