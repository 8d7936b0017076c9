#include "api/problems.hpp"

#include <algorithm>
#include <array>

#include "dossier/rejections.hpp"
#include "http/compression.hpp"

namespace motcua::api {
namespace {

constexpr std::array<ProblemKind, 12> transport_kinds{{
    {400, {"malformed_request", "Yêu cầu không hợp lệ.", "The request is malformed."}},
    {404, {"not_found", "Không tìm thấy.", "Not found."}},
    {405, {"method_not_allowed", "Không làm được như vậy ở đây.", "This cannot be done here."}},
    {408,
     {"too_slow", "Kết nối quá chậm, hãy thử lại.", "The connection was too slow; try again."}},
    {413, {"too_large", "Nội dung gửi lên quá lớn.", "What was sent is too large."}},
    {415,
     {"media_type_refused", "Loại nội dung này không được nhận.",
      "This kind of content is not accepted."}},
    {416,
     {"range_not_satisfiable", "Khoảng yêu cầu nằm ngoài tệp.",
      "The range lies outside the file."}},
    {431, {"header_too_large", "Phần đầu của yêu cầu quá lớn.", "The header is too large."}},
    {500,
     {"internal", "Có lỗi ở phía chúng tôi. Việc của bạn chưa được ghi.",
      "Something went wrong on our side. Nothing was recorded."}},
    {503,
     {"unavailable", "Hệ thống đang bận, hãy thử lại sau ít phút.",
      "The system is busy; please try again in a few minutes."}},
    {505,
     {"version_not_supported", "Phiên bản HTTP không được hỗ trợ.",
      "This version of HTTP is not supported."}},
    {507,
     {"storage_full", "Hệ thống hết chỗ lưu. Việc của bạn chưa được ghi.",
      "The system has no space left. Nothing was recorded."}},
}};

const ProblemKind& transport_kind(http::ProblemKind kind) {
  const int status = http::status_of(kind);
  const auto found = std::find_if(transport_kinds.begin(), transport_kinds.end(),
                                  [&](const ProblemKind& k) { return k.status == status; });
  MOTCUA_ASSERT(found != transport_kinds.end());
  return *found;
}

std::string hyphenated(std::string_view code) {
  std::string out(code);
  std::replace(out.begin(), out.end(), '_', '-');
  return out;
}

json::object details_of(int status, std::string_view code, std::string title) {
  const std::string outside = hyphenated(code);
  return {{"type", "urn:motcua:problem:" + outside},
          {"title", std::move(title)},
          {"status", status},
          {"code", outside}};
}

http::Response respond(int status, const json::object& details) {
  http::Response response;
  response.status = status;
  response.content_type = "application/problem+json";
  response.headers = {{"Cache-Control", "no-store"}};
  response.body = write_json(details);
  return response;
}

int status_of(const Rejection& rejection) {
  static constexpr std::array<std::string_view, 15> authority{"not_allowed",
                                                              "not_your_unit",
                                                              "taken_by_another",
                                                              "petition_act_not_yours",
                                                              "conflict_of_interest",
                                                              "not_a_designer",
                                                              "not_an_approver",
                                                              "own_draft",
                                                              "own_proposal",
                                                              "proposal_is_not_yours",
                                                              "travel_act_not_yours",
                                                              "not_the_authority",
                                                              "four_eyes",
                                                              "substitutes_himself",
                                                              "substitution_not_yours"};
  static constexpr std::array<std::string_view, 33> input{
      "field_missing",           "step_answers_wrong",   "field_invalid",
      "nothing_asked",           "paper_unknown",        "paper_missing",
      "paper_not_asked",         "case_unknown",         "act_unknown",
      "actual_time_not_past",    "new_date_not_later",   "document_required",
      "petition_field_missing",  "petition_act_unknown", "petition_unit_unknown",
      "petition_names_a_person", "subject_differs",      "file_name_unknown",
      "file_too_long",           "too_many_texts",       "day_is_past",
      "decision_is_later",       "draft_has_problems",   "export_unreadable",
      "export_digest_differs",   "export_text_unclean",  "proposal_reason_missing",
      "merger_into_unknown",     "trial_too_long",       "substitution_wrong",
      "travel_field_missing",    "travel_field_invalid", "travel_act_unknown"};
  const auto is_in = [&](const auto& codes) {
    return std::find(codes.begin(), codes.end(), rejection.code()) != codes.end();
  };
  if (is_in(authority)) return 403;
  static constexpr std::array<std::string_view, 3> unknown{"procedure_unknown", "subject_unknown",
                                                           "version_unknown"};
  if (is_in(unknown)) return 404;
  return is_in(input) ? 422 : 409;
}

}  // namespace

Language language_of(const http::Request* request) {
  if (request == nullptr) return Language::Vietnamese;
  const auto header = request->header("accept-language");
  return header.starts_with("en") ? Language::English : Language::Vietnamese;
}

namespace {

void put_errors(json::object& details, const std::vector<WrongPart>& errors, Language language) {
  json::array list;
  for (const auto& error : errors) {
    list.push_back(json::object{
        {"path", error.path}, {"code", error.code}, {"message", error.message.in(language)}});
  }
  details["errors"] = std::move(list);
}

}  // namespace

http::Response problem(const ProblemKind& kind, Language language, RejectionDetails details) {
  const Rejection rejection{&kind.kind, std::move(details)};
  return respond(kind.status, details_of(kind.status, kind.kind.code, rejection.message(language)));
}

http::Response invalid_input(const std::vector<PathError>& errors, Language language) {
  const Rejection rejection{&input_invalid.kind, {}};
  auto details =
      details_of(input_invalid.status, input_invalid.kind.code, rejection.message(language));
  put_errors(details, errors, language);
  return respond(input_invalid.status, details);
}

http::Response problem_of(const Rejection& rejection, Language language) {
  const int status = status_of(rejection);
  auto details = details_of(status, rejection.code(), rejection.message(language));
  if (!rejection.parts.empty()) put_errors(details, rejection.parts, language);
  return respond(status, details);
}

http::Response problem_of(const Failure& failure, Language language) {
  switch (failure.kind) {
    case FailureKind::NotFound:
      return problem(not_found, language);
    case FailureKind::Malformed:
      return problem(transport_kind(http::ProblemKind::Malformed), language);
    case FailureKind::Storage:  // worth another try once there is space again, or damaged
      return problem(failure.retry ? transport_kind(http::ProblemKind::StorageFull) : store_failed,
                     language);
    case FailureKind::Busy:
    case FailureKind::Unavailable:
      return problem(transport_kind(http::ProblemKind::Unavailable), language);
  }
  return problem(not_found, language);
}

http::Response unknown_procedure(std::string_view procedure, Language language) {
  return problem_of(
      Rejection{&commands::procedure_unknown, {{"procedure", std::string(procedure)}}}, language);
}

http::Response conflict(std::uint64_t version_now, Language language) {
  static constexpr RejectionKind kind{
      "somebody_acted", "Hồ sơ vừa được người khác xử lý. Hãy xem lại trước khi làm tiếp.",
      "Somebody else has just acted on this dossier. Look again before you go on."};
  auto details = details_of(412, kind.code, Rejection{&kind, {}}.message(language));
  details["version"] = version_now;
  return respond(412, details);
}

http::Response draft_changed(std::uint64_t revision_now, const std::string& by, Language language) {
  static constexpr RejectionKind kind{
      "design_changed", "{by} vừa sửa dự thảo này. Hãy xem lại trước khi làm tiếp.",
      "{by} has just changed this draft. Look again before you go on."};
  auto details = details_of(412, kind.code, Rejection{&kind, {{"by", by}}}.message(language));
  details["version"] = revision_now;
  details["changed_by"] = by;
  return respond(412, details);
}

http::Response too_many_attempts(std::int64_t seconds_to_wait, Language language) {
  static constexpr ProblemKind kind{
      429,
      {"too_many_attempts", "Bạn đã thử quá nhiều lần. Hãy thử lại sau {minutes} phút.",
       "Too many attempts. Please try again in {minutes} minutes."}};
  auto response =
      problem(kind, language, {{"minutes", std::to_string((seconds_to_wait + 59) / 60)}});
  response.headers.emplace_back("Retry-After", std::to_string(seconds_to_wait));
  return response;
}

http::Response transport_problem(http::ProblemKind kind, const http::Request* request) {
  return problem(transport_kind(kind), language_of(request));
}

http::Response answer(const json::value& value, int status) {
  return answer_text(write_json(value), status);
}

http::Response answer_text(std::string json_text, int status) {
  http::Response response;
  response.status = status;
  response.headers = {{"Cache-Control", "no-store"}};
  response.body = std::move(json_text);
  return response;
}

http::Response answer_public(const http::Request& request, const json::value& value) {
  return http::packed(request, answer(value));
}

http::Response no_content() {
  http::Response response;
  response.status = 204;
  response.content_type = "";
  response.body = std::string();
  return response;
}

}  // namespace motcua::api
