// Problem details (RFC 9457) with stable codes, in the language the client asked for.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/json.hpp"
#include "base/rejection.hpp"
#include "commands/registrar.hpp"
#include "http/request.hpp"
#include "http/response.hpp"

namespace motcua::api {

// Vietnamese unless Accept-Language prefers English.
Language language_of(const http::Request* request);

struct ProblemKind {
  int status;
  RejectionKind kind;  // code in snake_case; hyphens outside
};

using PathError = WrongPart;

http::Response problem(const ProblemKind& kind, Language language, RejectionDetails details = {});
http::Response invalid_input(const std::vector<PathError>& errors, Language language);
http::Response problem_of(const Rejection& rejection, Language language);
http::Response problem_of(const Failure& failure, Language language);
http::Response unknown_procedure(std::string_view procedure, Language language);
http::Response conflict(std::uint64_t version_now, Language language);
http::Response draft_changed(std::uint64_t revision_now, const std::string& by, Language language);
http::Response too_many_attempts(std::int64_t seconds_to_wait, Language language);  // Retry-After

// What the transport itself refuses, in the product's words.
http::Response transport_problem(http::ProblemKind kind, const http::Request* request);

http::Response answer(const json::value& value, int status = 200);
http::Response answer_text(std::string json_text, int status = 200);
// For what anybody may know: packed where the client takes that.
http::Response answer_public(const http::Request& request, const json::value& value);
http::Response no_content();

inline constexpr ProblemKind sign_in_needed{
    401, {"sign_in_needed", "Hãy đăng nhập.", "Please sign in."}};
inline constexpr ProblemKind sign_in_failed{
    401,
    {"sign_in_failed", "Tên đăng nhập hoặc mật khẩu không đúng.",
     "The user name or the password is not right."}};
inline constexpr ProblemKind second_factor_needed{
    401,
    {"second_factor_needed", "Hãy nhập mã của ứng dụng xác thực.",
     "Please enter the code of your authenticator."}};
inline constexpr ProblemKind second_factor_wrong{
    401,
    {"second_factor_wrong", "Mã xác thực không đúng hoặc đã dùng.",
     "The code is not right, or was used already."}};
inline constexpr ProblemKind second_factor_to_set_up{
    403,
    {"second_factor_to_set_up", "Hãy thiết lập xác thực hai lớp trước khi làm việc.",
     "Please set up two-step sign-in before you go on."}};
inline constexpr ProblemKind email_taken{
    409,
    {"email_taken", "Địa chỉ thư này đã có tài khoản. Hãy đăng nhập.",
     "This address has an account already. Please sign in."}};
inline constexpr ProblemKind password_wrong{
    403, {"password_wrong", "Mật khẩu hiện tại không đúng.", "The present password is not right."}};
inline constexpr ProblemKind csrf_mismatch{
    403,
    {"csrf_mismatch", "Phiên làm việc không khớp. Hãy tải lại trang.",
     "The session does not match. Please reload the page."}};
inline constexpr ProblemKind forbidden{
    403, {"forbidden", "Bạn không có quyền xem mục này.", "You may not see this."}};
inline constexpr ProblemKind not_found{404, {"not_found", "Không tìm thấy.", "Not found."}};
inline constexpr ProblemKind tracking_not_found{
    404,
    {"tracking_not_found",
     "Không có hồ sơ nào với mã hồ sơ và mã tra cứu này. Hãy kiểm tra lại giấy hẹn.",
     "No dossier has this code and look-up code. Please check your receipt."}};
inline constexpr ProblemKind petition_not_found{
    404,
    {"petition_not_found",
     "Không có phản ánh, kiến nghị nào với mã và mã tra cứu này. Hãy kiểm tra lại.",
     "No complaint or suggestion has this code and look-up code. Please check them."}};
inline constexpr ProblemKind result_not_found{
    404,
    {"result_not_found",
     "Cơ quan không phát hành văn bản nào có số và mã kiểm tra này. Hãy kiểm tra lại trên văn bản.",
     "This office issued no document with this number and code. Please check them on the paper."}};
inline constexpr ProblemKind malformed_json{
    400,
    {"malformed_json", "Nội dung gửi lên không phải JSON hợp lệ (dòng {line}).",
     "What was sent is not valid JSON (line {line})."}};
inline constexpr ProblemKind header_missing{
    400, {"header_missing", "Thiếu trường {header}.", "The header {header} is missing."}};
inline constexpr ProblemKind input_invalid{
    422, {"input_invalid", "Một số thông tin chưa đúng.", "Some of what was sent is not right."}};
inline constexpr ProblemKind draft_incomplete{
    422,
    {"draft_incomplete", "Đơn chưa điền đủ. Xem những chỗ cần sửa.",
     "The application is not complete yet. See what needs mending."}};
inline constexpr ProblemKind too_many_drafts{
    409,
    {"too_many_drafts", "Tài khoản đã có {most} đơn đang điền. Hãy gửi hoặc xóa bớt.",
     "This account has {most} applications begun. Please send or delete some."}};
inline constexpr ProblemKind draft_already_sent{
    409,
    {"draft_already_sent", "Đơn này đã gửi với mã hồ sơ {code}.",
     "This application was already sent as {code}."}};
inline constexpr ProblemKind file_kind_refused{
    415,
    {"file_kind_refused", "Chỉ nhận tệp PDF, JPG hoặc PNG.",
     "Only PDF, JPG and PNG files are accepted."}};
inline constexpr ProblemKind file_of_two_kinds{
    422,
    {"file_of_two_kinds",
     "Tệp này vừa là ảnh hoặc PDF vừa là một loại tệp khác nên không được nhận. "
     "Hãy quét hoặc chụp lại giấy tờ.",
     "This file is a picture or PDF and something else as well. Please scan the paper again."}};
inline constexpr ProblemKind file_damaged{
    422,
    {"file_damaged", "Tệp bị hỏng hoặc bị cắt ngắn, không mở được. Hãy kiểm tra tệp rồi gửi lại.",
     "The file is damaged or cut short and cannot be opened. Please check it and send it again."}};
inline constexpr ProblemKind file_encrypted{
    422,
    {"file_encrypted",
     "Tệp PDF đặt mật khẩu hoặc bị khóa nên cơ quan không đọc được. Hãy gửi bản không khóa.",
     "The PDF is locked, the office could not read it. Please send it without a password."}};
inline constexpr ProblemKind file_has_too_many_pages{
    422,
    {"file_has_too_many_pages", "Tệp PDF có hơn {most} trang. Hãy chia thành nhiều tệp.",
     "The PDF has more than {most} pages. Please split it into several files."}};
inline constexpr ProblemKind file_too_large_within{
    422,
    {"file_too_large_within",
     "Tệp PDF nén quá nhiều nội dung nên không mở an toàn được. Hãy in ra PDF mới rồi gửi lại.",
     "The PDF unpacks to too much to be opened safely. Please print it to a new PDF."}};
inline constexpr ProblemKind picture_too_large{
    422,
    {"picture_too_large",
     "Ảnh có quá nhiều điểm ảnh (tối đa 150 triệu). Hãy quét ở độ phân giải thấp hơn.",
     "The picture has too many points (150 million at most). Please scan it more coarsely."}};
inline constexpr ProblemKind paper_too_large{
    413,
    {"paper_too_large", "Giấy tờ này nhận tệp tối đa {most} MB.",
     "A file for this paper has at most {most} MB."}};
inline constexpr ProblemKind too_many_files{409,
                                            {"too_many_files", "Mỗi đơn nhận tối đa {most} tệp.",
                                             "At most {most} files in one application."}};
inline constexpr ProblemKind no_gateway{
    409,
    {"no_gateway", "Cơ quan chưa nhận thanh toán trực tuyến. Mời nộp tại quầy hoặc chuyển khoản.",
     "The office takes no on-line payments yet. Please pay at the counter or by transfer."}};
inline constexpr ProblemKind store_failed{
    503,
    {"store_failed", "Kho hồ sơ không đọc hoặc ghi được. Việc của bạn chưa được ghi.",
     "The store cannot be read or written. Nothing was recorded."}};
inline constexpr ProblemKind web_not_built{
    503,
    {"web_not_built", "Bản cài đặt này không kèm giao diện web.",
     "This installation was built without its web pages."}};

}  // namespace motcua::api
