// Notices: of a dossier, those that could not be delivered, and the templates they are written
// from.

#include <algorithm>

#include "api/desk.hpp"
#include "api/input.hpp"
#include "api/tracking_cookie.hpp"
#include "commands/digest_choice.hpp"
#include "queries/notices.hpp"
#include "view/list_row.hpp"

namespace motcua::api {
namespace {

constexpr int most_shown = 200;
constexpr RejectionKind notice_not_given_up{"notice_not_given_up",
                                            "Thông báo này chưa phải là thư không gửi được.",
                                            "This notice was not given up."};

constexpr ProblemKind not_yours_to_send{
    403,
    {"not_yours_to_send",
     "Chỉ đơn vị giải quyết hồ sơ, trưởng phòng và lãnh đạo được gửi lại thông báo này.",
     "Only the division that works on the dossier, heads and directors may send this again."}};

using queries::NoticeReader;

class NoticeRoutes {
 public:
  NoticeRoutes(Desk& desk, const NoticeDesk& notices) : parts_(desk.parts), notices_(notices) {}

  http::Response of_dossier(const http::Request& request, NoticeReader reader) const {
    const auto code = request.param("code");
    const Language language = language_of(&request);
    if (const auto seen = see(parts_, code); !seen) return problem_of(seen.error(), language);
    const auto found = notices_.outbox.notices_of(code);
    if (!found) return problem_of(found.error(), language);
    return answer(queries::notices_view(*found, reader));
  }

  http::Response list(const http::Request& request) const {
    Query asked(request);
    const bool all = asked.choice("state", {"dead-letter", "any"}) == "any";
    if (const auto errors = asked.finish(); !errors.empty()) {
      return invalid_input(errors, language_of(&request));
    }
    const auto found =
        all ? notices_.outbox.newest_notices(most_shown) : notices_.outbox.dead_letters(most_shown);
    if (!found) return problem_of(found.error(), language_of(&request));
    auto out = queries::notices_view(*found, NoticeReader::Officer);
    json::array channels;
    for (const auto channel : notices_.channels) {
      channels.push_back(json::value(notice::write_channel(channel)));
    }
    out.as_object()["channels"] = std::move(channels);
    return answer(out);
  }

  http::Response send_again(const http::Request& request, const SignedIn& who) const {
    const Language language = language_of(&request);
    const auto number = request.param("notice");
    const bool digits = number.size() <= 18 && !number.empty() &&
                        std::all_of(number.begin(), number.end(), is_ascii_digit);
    auto kept = digits ? notices_.outbox.find_notice(std::stoll(std::string(number)))
                       : OrFailure<std::optional<ports::KeptNotice>>(std::nullopt);
    if (!kept) return problem_of(kept.error(), language);
    if (!*kept) return problem(not_found, language);
    auto& notice = **kept;
    if (!may_send(who, notice.made)) return problem(not_yours_to_send, language);
    if (notice.delivery.state != ports::DeliveryState::DeadLetter) {
      return problem_of(Rejection{&notice_not_given_up, {}}, language);
    }
    notice.delivery.state = ports::DeliveryState::Waiting;
    notice.delivery.tries = 0;
    notice.delivery.next_at = parts_.clock.now();
    const auto noted = notices_.outbox.note_delivery(notice.id, notice.delivery);
    if (!noted) return problem_of(noted.error(), language);
    notices_.wake_sender();
    return answer(queries::notice_view(notice, NoticeReader::Officer));
  }

  http::Response digest(const http::Request& request, const SignedIn& who) const {
    return digest_of(*who.person, language_of(&request));
  }

  http::Response choose_digest(const http::Request& request, const SignedIn& who) const {
    http::Response refused;
    const auto body = read_body(request, refused);
    if (!body) return refused;
    Input input(*body);
    const auto chosen = input.choice("digest", {"wanted", "refused"});
    const auto choice = commands::parse_digest_choice(chosen);
    const auto language = input.choice("language", {"vi", "en"});
    if (!choice) input.need("digest");
    if (const auto errors = input.finish(); !errors.empty()) {
      return invalid_input(errors, language_of(&request));
    }
    const auto kept = commands::choose_digest(parts_.desk, who.person->username, *choice);
    if (!kept) return problem_of(kept.error(), language_of(&request));
    if (!language.empty()) {
      const auto in = language == "en" ? Language::English : Language::Vietnamese;
      const auto put = commands::choose_digest_language(parts_.desk, who.person->username, in);
      if (!put) return problem_of(put.error(), language_of(&request));
    }
    return digest_of(*who.person, language_of(&request));
  }

  http::Response templates() const {
    json::array list;
    for (const auto language : {Language::Vietnamese, Language::English}) {
      for (const auto kind : notice::all_kinds) list.push_back(view({kind, language}));
    }
    return answer(json::object{{"templates", std::move(list)}});
  }

  http::Response put_template(const http::Request& request, const SignedIn& who) const {
    return with_template(request, [&](const Which& which) {
      http::Response refused;
      const auto written = read_template(request, which.kind, refused);
      if (!written) return refused;
      if (!may_word(who)) return problem(forbidden, language_of(&request));
      const auto put = notices_.templates.put(which.kind, which.language, *written);
      return put ? answer(view(which)) : problem_of(put.error(), language_of(&request));
    });
  }

  http::Response bring_back(const http::Request& request, const SignedIn& who) const {
    return with_template(request, [&](const Which& which) {
      if (!may_word(who)) return problem(forbidden, language_of(&request));
      const auto back = notices_.templates.bring_back_shipped(which.kind, which.language);
      return back ? answer(view(which)) : problem_of(back.error(), language_of(&request));
    });
  }

  // On a dossier of the office, or on one that never was.
  http::Response preview(const http::Request& request) const {
    return with_template(request, [&](const Which& which) {
      const Language language = language_of(&request);
      http::Response refused;
      std::string code;
      const auto written = read_template(request, which.kind, refused, &code);
      if (!written) return refused;
      const auto stationery = parts_.world.stationery();
      auto values = notice::sample_values(parts_.world.office(), *stationery, which.language);
      if (!code.empty()) {
        const auto seen = see(parts_, code);
        if (!seen) return problem_of(seen.error(), language);
        const auto records = parts_.journal.load(code);
        if (!records) return problem_of(records.error(), language);
        const notice::Scene scene{records->back().record, *seen->dossier, *seen->version,
                                  parts_.world.office()};
        values = notice::values_of(scene, *stationery, which.language);
      }
      const auto filled = notice::fill(*written, values);
      return answer(
          json::object{{"subject", filled.subject}, {"body", filled.body}, {"text", filled.text}});
    });
  }

 private:
  struct Which {
    notice::Kind kind;
    Language language;
  };

  http::Response digest_of(const authority::Person& person, Language asked_in) const {
    const auto choice = commands::digest_choice_of(parts_.desk, person.username);
    if (!choice) return problem_of(choice.error(), asked_in);
    const auto language = commands::digest_language_of(parts_.desk, person.username);
    if (!language) return problem_of(language.error(), asked_in);
    return answer(json::object{{"digest", commands::write_digest_choice(*choice)},
                               {"language", *language == Language::English ? "en" : "vi"},
                               {"address", person.email},
                               {"at", notices_.digest_at ? write_time(*notices_.digest_at) : ""}});
  }

  // Those who work on its dossier, and heads and directors.
  bool may_send(const SignedIn& who, const ports::MadeNotice& made) const {
    if (may_word(who)) return true;
    if (made.code.empty()) return made.notice.address == who.person->email;
    const auto seen = see(parts_, made.code);
    if (!seen) return false;
    const auto& dossier = *seen->dossier;
    const auto row = view::list_row(dossier, *seen->version);
    return who.person->unit == parts_.world.office().division_of(dossier.intake.procedure) ||
           who.person->unit == row.unit;
  }

  // Whose words speak for the office.
  static bool may_word(const SignedIn& who) {
    const auto officer = who.officer();
    return officer.has_role("head") || officer.has_role("director");
  }

  http::Response with_template(const http::Request& request,
                               const std::function<http::Response(const Which&)>& use) const {
    const auto kind = notice::parse_kind(request.param("kind"));
    const auto language = request.param("language");
    if (!kind || (language != "vi" && language != "en")) {
      return problem(not_found, language_of(&request));
    }
    return use({*kind, language == "en" ? Language::English : Language::Vietnamese});
  }

  std::optional<notice::Template> read_template(const http::Request& request, notice::Kind kind,
                                                http::Response& refused,
                                                std::string* code = nullptr) const {
    const auto body = read_body(request, refused);
    if (!body) return std::nullopt;
    Input input(*body);
    notice::Template written{input.needed_text("subject", 200), input.needed_text("body", 8000),
                             input.text("text", 480)};
    if (code != nullptr) *code = input.text("code", 60);
    auto errors = input.finish();
    if (errors.empty()) {
      if (const auto checked = notice::check(written, kind); !checked) {
        const auto& rejection = checked.error();
        errors.push_back(
            {"/" + rejection.details.front().second,
             "template",
             {rejection.message(Language::Vietnamese), rejection.message(Language::English)}});
      }
    }
    if (errors.empty()) return written;
    refused = invalid_input(errors, language_of(&request));
    return std::nullopt;
  }

  json::value view(const Which& which) const {
    return queries::template_view(
        {which.kind, which.language,
         parts_.world.stationery()->wording.of(which.kind, which.language),
         notices_.templates.is_own(which.kind, which.language)});
  }

  Parts& parts_;
  const NoticeDesk& notices_;
};

}  // namespace

void add_notice_routes(http::Router& router, Desk& desk) {
  using http::Request;
  using http::Run;
  if (desk.parts.notices == nullptr) return;  // an office without an outbox, in scenarios
  const auto routes = std::make_shared<const NoticeRoutes>(desk, *desk.parts.notices);
  const auto add = [&](std::string_view method, std::string_view pattern,
                       OfficerEndpoint endpoint) {
    const http::RouteLimits body{64 * 1024, {"application/json"}};
    const bool has_body = method == "PUT" || method == "POST";
    router.add(std::string(method), pattern, Run::Pool, for_officers(desk, std::move(endpoint)),
               has_body ? body : http::RouteLimits{});
  };
  add("GET", "/api/dossiers/{code}/notices", [routes](Request& request, const SignedIn&) {
    return routes->of_dossier(request, NoticeReader::Officer);
  });
  add("GET", "/api/notices",
      [routes](Request& request, const SignedIn&) { return routes->list(request); });
  add("POST", "/api/notices/{notice}/sending",
      [routes](Request& request, const SignedIn& who) { return routes->send_again(request, who); });
  add("GET", "/api/digest",
      [routes](Request& request, const SignedIn& who) { return routes->digest(request, who); });
  add("PUT", "/api/digest", [routes](Request& request, const SignedIn& who) {
    return routes->choose_digest(request, who);
  });
  add("GET", "/api/notice-templates",
      [routes](Request&, const SignedIn&) { return routes->templates(); });
  const std::string one = "/api/notice-templates/{kind}/{language}";
  add("PUT", one, [routes](Request& request, const SignedIn& who) {
    return routes->put_template(request, who);
  });
  add("DELETE", one,
      [routes](Request& request, const SignedIn& who) { return routes->bring_back(request, who); });
  add("POST", one + "/preview",
      [routes](Request& request, const SignedIn&) { return routes->preview(request); });
  router.add("GET", "/api/tracking/{code}/notices", Run::Pool, [&desk, routes](Request& request) {
    if (!may_track(desk.parts, request, request.param("code"))) {
      return problem(tracking_not_found, language_of(&request));
    }
    return routes->of_dossier(request, NoticeReader::Applicant);
  });
}

}  // namespace motcua::api
