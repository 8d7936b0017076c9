// The public pages as plain HTML, for browsers that run no script: what there is to apply for, one
// procedure, the guided choice, one dossier by its two codes, whether a paper is the office's, and
// how the office keeps its promises. A look-up code never stands in an address.

#include "api/desk.hpp"
#include "api/open_figures.hpp"
#include "api/plain_figures.hpp"
#include "api/plain_guide.hpp"
#include "api/plain_pages.hpp"
#include "api/plain_results.hpp"
#include "api/result_routes.hpp"
#include "api/tracking_cookie.hpp"
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

std::string input(std::string_view name, const std::string& label, int longest,
                  std::string_view value = {}) {
  const std::string id(name);
  return "<p><label for=\"" + id + "\">" + plain::escaped(label) + "</label> <input id=\"" + id +
         "\" name=\"" + id + "\" required autocomplete=\"off\" maxlength=\"" +
         std::to_string(longest) + "\" value=\"" + plain::escaped(value) + "\"></p>\n";
}

std::string look_up_form(Language language) {
  const auto say = [&](const Text& text) { return text.in(language); };
  return "<form method=\"post\" action=\"" + address("tra-cuu/", language) + "\">\n" +
         element("h2", say({"Hồ sơ đến đâu rồi?", "Where is my dossier?"})) +
         input("code", say({"Mã hồ sơ", "Dossier code"}), 60) +
         input("secret", say({"Mã tra cứu", "Look-up code"}), 40) +
         element("button", say({"Xem hồ sơ", "Show the dossier"})) + "</form>\n";
}

std::string verification_form(const PaperAsked& asked) {
  const auto say = [&](const Text& text) { return text.in(asked.language); };
  return "<form method=\"post\" action=\"" + address("xac-minh/", asked.language) + "\">\n" +
         input("so", say({"Số văn bản", "Document number"}), 60, asked.number) +
         input("ma", say({"Mã kiểm tra", "Verification code"}), 40, asked.code) +
         element("button", say({"Kiểm tra", "Check"})) + "</form>\n";
}

const Text verification_title{"Kiểm tra văn bản của cơ quan", "Check a document of this office"};

const Text guide_title{"Chọn thủ tục", "Find the right procedure"};
const Text figures_title{"Cơ quan giữ lời hẹn thế nào", "How the office keeps its promises"};

class PlainRoutes {
 public:
  explicit PlainRoutes(Desk& desk) : desk_(desk), parts_(desk.parts) {}

  http::Response list(const http::Request& request) const {
    const Language language = asked_language(request);
    const auto say = [&](const Text& text) { return text.in(language); };
    const auto found = queries::procedure_list(parts_.world.catalogue(), today(), "");
    std::string html = look_up_form(language) +
                       element("h2", say({"Thủ tục của cơ quan này", "Procedures"})) + "<p>" +
                       plain::link(address("chon/", language),
                                   say({"Chưa biết cần thủ tục nào? Trả lời vài câu hỏi",
                                        "Not sure which one? Answer a few questions"})) +
                       "</p>\n<ul>\n";
    for (const auto& one : found.at("items").as_array()) {
      const auto id = string_member(one, "id");
      html += "<li>" +
              plain::link(address("thu-tuc/" + std::string(id) + "/", language),
                          plain::say(one.at("name"), language)) +
              "</li>\n";
    }
    html +=
        "</ul>\n<p>" +
        plain::link(address("xac-minh/", language), say({"Kiểm tra một văn bản có thật không",
                                                         "Check whether a document is genuine"})) +
        "</p>\n<p>" + plain::link(address("so-lieu/", language), say(figures_title)) + "</p>\n<p>" +
        plain::link(address("tin-tuc/", language),
                    say({"Tin tức và hướng dẫn", "News and guidance"})) +
        "</p>\n" + counter(language);
    return write(language, say({"Thủ tục và tra cứu hồ sơ", "Procedures and tracking"}),
                 std::move(html));
  }

  http::Response procedure(const http::Request& request) const {
    const Language language = asked_language(request);
    const auto* version = parts_.world.catalogue().in_force(request.param("procedure"), today());
    if (version == nullptr) return refusal(problem(not_found, language), language);
    const auto view =
        queries::procedure_view(*version, parts_.world.office(), date_of(parts_.clock.now()));
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
    auto view = queries::tracking_view(*records, *seen->dossier, seen->scene(parts_));
    put_verification_code(parts_, *seen->dossier, view);
    const Text title{"Hồ sơ " + seen->dossier->code, "Dossier " + seen->dossier->code};
    auto shown = write(language, title.in(language), plain::dossier_html(view, language));
    shown.headers.emplace_back(  // for the papers it leads to
        "Set-Cookie", tracking_cookie(parts_, seen->dossier->code, request.secure));
    return shown;
  }

  // The form; filled in from the address of a paper's QR code.
  http::Response ask_verification(const http::Request& request) const {
    const Language language = asked_language(request);
    const PaperAsked asked{std::string(request.query_value("so").value_or("")),
                           std::string(request.query_value("ma").value_or("")), language};
    return write(language, verification_title.in(language), verification_form(asked));
  }

  http::Response verify(const http::Request& request) const {
    PaperAsked asked{"", "", asked_language(request)};
    for (auto& [name, value] : http::decode_form(request.body).value_or(http::Pairs{})) {
      if (name == "so") asked.number = std::move(value);
      if (name == "ma") asked.code = std::move(value);
    }
    http::Response refused;
    const auto found = verify_by_number(desk_, request, asked, refused);
    if (!found) return refusal(refused, asked.language, verification_form(asked));
    const json::value account(*found);
    return write(asked.language, verification_title.in(asked.language),
                 plain::verification_html({account, asked.language}) + verification_form(asked));
  }

  http::Response guide(const http::Request& request) const {
    const Language language = asked_language(request);
    const auto view = queries::guide_view(parts_.face.guide, parts_.world.catalogue(), today());
    const auto html = plain::guide_html({view, language},
                                        {request.query_value("da-chon").value_or(""), language});
    if (!html) return refusal(problem(not_found, language), language);
    return write(language, guide_title.in(language), *html + counter(language));
  }

  http::Response figures(const http::Request& request) const {
    const Language language = asked_language(request);
    const auto found = open_figures_answer(parts_, request.query_value("ky").value_or("latest"));
    if (!found) return refusal(problem(not_found, language), language);
    return write(language, figures_title.in(language),
                 plain::open_figures_html({*found, language}, address("so-lieu/", language)));
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
    return refusal(refused, language, look_up_form(language));
  }
  http::Response refusal(const http::Response& refused, Language language,
                         const std::string& form) const {
    const auto* body = std::get_if<std::string>(&refused.body);
    const auto told = read_json(body == nullptr ? "{}" : *body);
    const std::string title(told ? string_member(*told, "title") : "");
    auto page = write(language, title, form + counter(language), refused.status);
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
  router.add("GET", "/ban-don-gian/xac-minh/", Run::Pool, to(&PlainRoutes::ask_verification));
  router.add("GET", "/ban-don-gian/chon/", Run::Pool, to(&PlainRoutes::guide));
  router.add("GET", "/ban-don-gian/so-lieu/", Run::Pool, to(&PlainRoutes::figures));
  router.add("POST", "/ban-don-gian/xac-minh/", Run::Pool, to(&PlainRoutes::verify),
             {4096, {"application/x-www-form-urlencoded"}});
}

}  // namespace motcua::api
