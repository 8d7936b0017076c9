// Paying through the gateway: the applicant's order, the gateway's notification, his way back, and
// the officer's question.
//
// What a notification says is judged by the ledger and answered after the commit; who sent it is
// known by its signature alone. The way back brings the same signed words, so that a payment is
// counted even where the notification is late.

#include "api/account.hpp"
#include "api/desk.hpp"
#include "api/tracking_cookie.hpp"
#include "queries/dossier_view.hpp"
#include "queries/payment_view.hpp"

namespace motcua::api {
namespace {

using ports::NoticeVerdict;

NoticeVerdict verdict_of(const Rejection& rejection) {
  if (rejection.kind == &payment::order_unknown) return NoticeVerdict::OrderUnknown;
  if (rejection.kind == &payment::amount_differs) return NoticeVerdict::AmountWrong;
  return NoticeVerdict::KnownBefore;  // that transaction, or another of an order that was paid
}

NoticeVerdict verdict_of(const commands::Outcome& outcome) {
  if (const auto* done = std::get_if<commands::Done>(&outcome)) {
    return done->event.empty() ? NoticeVerdict::KnownBefore : NoticeVerdict::Confirmed;
  }
  if (const auto* rejection = std::get_if<Rejection>(&outcome)) return verdict_of(*rejection);
  const auto* failure = std::get_if<Failure>(&outcome);
  const bool unknown = failure != nullptr && failure->kind == FailureKind::NotFound;
  return unknown ? NoticeVerdict::OrderUnknown : NoticeVerdict::NotTaken;
}

class PaymentRoutes {
 public:
  explicit PaymentRoutes(Desk& desk) : desk_(desk), parts_(desk.parts) {}

  // Schema PaymentOrder. [facts-11.2] Only for what was sent already.
  http::Response order(const http::Request& request) const {
    const Language language = language_of(&request);
    const std::string code(request.param("code"));
    if (!may_follow(desk_, request, code)) return problem(tracking_not_found, language);
    if (parts_.payments == nullptr) return problem(no_gateway, language);
    const auto seen = see(parts_, code);
    if (!seen) return problem_of(seen.error(), language);
    if (auto watched = parts_.payments->watch(code); !watched) {
      return problem_of(watched.error(), language);
    }
    auto& gateway = *parts_.gateway;
    commands::Request command;
    command.officer = {{"applicant", seen->dossier->intake.applicant.name, ""}, {"applicant"}};
    command.command =
        commands::OrderPayment{code, {std::string(gateway.name()), gateway.order_lifetime()}};
    const auto outcome = parts_.registrar.perform(std::move(command));
    return write_outcome(outcome, language, [&](const commands::Done& done) {
      const auto* open = done.dossier->ledger.open_order(parts_.clock.now());
      if (open == nullptr) {  // it expired this very moment
        return problem_of(Failure{FailureKind::Busy, "the order expired", true}, language);
      }
      return answer(json::object{{"order", open->reference},
                                 {"amount", queries::write(open->amount)},
                                 {"expires_at", write_moment(open->expires_at)},
                                 {"url", gateway.payment_address({*open, language, request.peer,
                                                                  return_address(language)})}},
                    201);
    });
  }

  http::Response notice(const http::Request& request) const {
    if (parts_.gateway == nullptr) return problem(not_found, language_of(&request));
    return settle(request, [&gateway = *parts_.gateway](NoticeVerdict verdict, const std::string&) {
      return answer_text(gateway.answer(verdict));
    });
  }

  // Back to the page of the dossier, whatever the gateway said; what is true stands there.
  http::Response come_back(const http::Request& request) const {
    if (parts_.gateway == nullptr) return problem(not_found, language_of(&request));
    const std::string pages = request.param("language") == "en" ? "/en/tra-cuu/" : "/tra-cuu/";
    return settle(request, [pages](NoticeVerdict, const std::string& code) {
      http::Response response;
      response.status = 303;
      response.content_type = "";
      response.headers = {{"Location", code.empty() ? pages : pages + code + "/"},
                          {"Cache-Control", "no-store"}};
      response.body = std::string();
      return response;
    });
  }

  http::Response ask(const http::Request& request, const SignedIn& who) const {
    const Language language = language_of(&request);
    const std::string code(request.param("code"));
    if (parts_.payments == nullptr) return problem(no_gateway, language);
    if (const auto asked = parts_.payments->settle(code); !asked) {
      return problem_of(asked.error(), language);
    }
    const auto seen = see(parts_, code);
    if (!seen) return problem_of(seen.error(), language);
    const auto records = parts_.journal.load(code);
    if (!records) return problem_of(records.error(), language);
    return answer(
        queries::dossier_view(*records, *seen->dossier, seen->scene(parts_), who.officer()));
  }

 private:
  using Answering = std::function<http::Response(NoticeVerdict, const std::string& code)>;

  std::string return_address(Language language) const {
    return parts_.public_address + "/api/payments/vnpay/return/" +
           (language == Language::English ? "en" : "vi");
  }

  http::Response settle(const http::Request& request, Answering write) const {
    const auto notice = parts_.gateway->read_notice(request.query);
    if (!notice) {
      const bool forged = notice.error() == ports::NoticeFault::Forged;
      parts_.log("payment: a " + std::string(forged ? "forged" : "malformed") +
                 " notification from " + request.peer);
      return write(forged ? NoticeVerdict::Forged : NoticeVerdict::NotTaken, "");
    }
    const auto code = payment::code_of_reference(notice->order, parts_.world.office().code_block);
    if (!code) return write(NoticeVerdict::OrderUnknown, "");
    commands::Request command;
    command.officer.actor = {"gateway", "Cổng thanh toán " + std::string(parts_.gateway->name()),
                             ""};
    command.command = commands::SettlePayment{*code, *notice};
    http::Response response;
    response.body = http::Later{[&parts = parts_, command = std::move(command), code = *code,
                                 write = std::move(write)](http::Completion complete) mutable {
      parts.registrar.submit(
          std::move(command), [&parts, code, write, complete](commands::Outcome outcome) {
            const auto verdict = verdict_of(outcome);
            if (verdict != NoticeVerdict::Confirmed && verdict != NoticeVerdict::KnownBefore) {
              parts.log("payment: a notification for " + code + " was not counted");
            }
            complete(write(verdict, code));
          });
    }};
    return response;
  }

  Desk& desk_;
  Parts& parts_;
};

}  // namespace

void add_payment_routes(http::Router& router, Desk& desk) {
  using http::Request;
  using http::Run;
  const auto routes = std::make_shared<const PaymentRoutes>(desk);  // shared by its endpoints
  router.add("POST", "/api/tracking/{code}/payment", Run::Pool,
             [routes](Request& request) { return routes->order(request); },
             {1024, {"application/json"}});
  router.add("GET", "/api/payments/vnpay/notice", Run::Inline,
             [routes](Request& request) { return routes->notice(request); });
  router.add("GET", "/api/payments/vnpay/return/{language}", Run::Inline,
             [routes](Request& request) { return routes->come_back(request); });
  router.add(
      "POST", "/api/dossiers/{code}/payment/asking", Run::Pool,
      for_officers(desk, [routes](Request& request,
                                  const SignedIn& who) { return routes->ask(request, who); }),
      {1024, {"application/json"}});
}

}  // namespace motcua::api
