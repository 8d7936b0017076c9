// A bank's page to try payments with, in demonstrations only. It stands outside the office's API
// and tells the office what happened as a gateway does: by a signed notification over HTTP, by the
// applicant's return, or, when he closes the window, not at all until it is asked.

#include "api/desk.hpp"
#include "api/plain_html.hpp"
#include "vnpay/api_call.hpp"
#include "vnpay/signing.hpp"

namespace motcua::api {
namespace {

using vnpay::Sandbox;

struct Choice {
  std::string_view deed;
  Text label;
};

std::string button(const std::string& order, const Choice& choice, Language language) {
  return "<form method=\"post\" action=\"/cong-thu/quyet-dinh\">\n<input type=\"hidden\" "
         "name=\"order\" value=\"" +
         plain::escaped(order) + "\">\n<input type=\"hidden\" name=\"language\" value=\"" +
         (language == Language::English ? "en" : "vn") + "\">\n<button name=\"deed\" value=\"" +
         std::string(choice.deed) + "\">" + plain::escaped(choice.label.in(language)) +
         "</button>\n</form>\n";
}

std::string value_of(const http::Pairs& pairs, std::string_view name) {
  for (const auto& [key, value] : pairs) {
    if (key == name) return value;
  }
  return {};
}

class SandboxRoutes {
 public:
  explicit SandboxRoutes(Desk& desk) : parts_(desk.parts) {}

  http::Response show(const http::Request& request) const {
    const Language language = language_in(request.query_pairs(), "vnp_Locale");
    const auto visit = parts_.sandbox->visit(request.query);
    if (!visit) {
      return page(language, {"Lệnh thanh toán không hợp lệ", "Not a valid payment order"}, "", 400);
    }
    std::string html = plain::element(
        "p", in(language, {"Trang này thay cho ngân hàng trong bản trình diễn. Không có tiền thật.",
                           "This page stands for a bank in the demonstration. No real money."}));
    html +=
        plain::facts({{in(language, {"Số tiền", "Amount"}), write_dong(visit->amount, language)},
                      {in(language, {"Nội dung", "For"}), visit->about}});
    for (const auto& choice :
         {Choice{"pay", {"Trả tiền", "Pay"}}, Choice{"fail", {"Không trả, quay lại", "Go back"}},
          Choice{"silent",
                 {"Trả tiền rồi đóng cửa sổ; ngân hàng không báo gì",
                  "Pay, then close the window; the bank says nothing"}}}) {
      html += button(visit->reference, choice, language);
    }
    return page(language, {"Ngân hàng thử", "Trial bank"}, std::move(html));
  }

  http::Response decide(const http::Request& request) const {
    const auto form = http::decode_form(request.body).value_or(http::Pairs{});
    const Language language = language_in(form, "language");
    const std::string deed = value_of(form, "deed");
    const auto order = value_of(form, "order");
    const auto told = parts_.sandbox->decide(
        order, deed == "fail" ? Sandbox::Deed::Fail : Sandbox::Deed::Pay, parts_.clock.now());
    if (!told) {
      return page(language, {"Lệnh thanh toán không hợp lệ", "Not a valid payment order"}, "", 400);
    }
    if (deed == "silent") {
      return page(language, {"Đã trả tiền", "Paid"},
                  plain::element("p", in(language, {"Bạn có thể đóng cửa sổ này.",
                                                    "You may close this window."})));
    }
    const auto notified =
        vnpay::get(parts_.public_address + "/api/payments/vnpay/notice?" + told->notice);
    if (!notified) parts_.log("sandbox: " + notified.error().what);
    http::Response response;
    response.status = 303;
    response.content_type = "";
    response.headers = {{"Location", told->return_to + "?" + told->notice},
                        {"Cache-Control", "no-store"}};
    response.body = std::string();
    return response;
  }

  http::Response call(const http::Request& request) const {
    return answer_text(parts_.sandbox->answer_api(request.body, parts_.clock.now()));
  }

 private:
  static Language language_in(const http::Pairs& pairs, std::string_view name) {
    return value_of(pairs, name) == "en" ? Language::English : Language::Vietnamese;
  }
  static std::string in(Language language, const Text& text) { return text.in(language); }

  http::Response page(Language language, const Text& title, std::string html,
                      int status = 200) const {
    return plain::page({language, title.in(language), parts_.world.office().name.in(language),
                        std::move(html), status});
  }

  Parts& parts_;
};

}  // namespace

void add_sandbox_routes(http::Router& router, Desk& desk) {
  using http::Run;
  const auto routes = std::make_shared<const SandboxRoutes>(desk);  // shared by its endpoints
  const auto to = [&](http::Response (SandboxRoutes::*act)(const http::Request&) const) {
    return [routes, act, &desk](http::Request& request) {
      if (desk.parts.sandbox == nullptr) return problem(not_found, language_of(&request));
      return ((*routes).*act)(request);
    };
  };
  router.add("GET", "/cong-thu/", Run::Pool, to(&SandboxRoutes::show));
  router.add("POST", "/cong-thu/quyet-dinh", Run::Pool, to(&SandboxRoutes::decide),
             {4096, {"application/x-www-form-urlencoded"}});
  router.add("POST", "/cong-thu/api", Run::Pool, to(&SandboxRoutes::call),
             {16 * 1024, {"application/json"}});
}

}  // namespace motcua::api
