// Mail an account's holder gets about it, and the second factor asked of a citizen.
#pragma once

#include <optional>
#include <string_view>

#include "api/desk.hpp"
#include "api/second_factor.hpp"
#include "commands/account_mail.hpp"

namespace motcua::api {

bool sends_mail(const Parts& parts);  // whether this office sends any

// Nothing is sent, and all is well, where the office sends no mail.
OrFailure<Nothing> send_proof_of_address(Desk& desk, const ports::Citizen& citizen);
OrFailure<Nothing> tell_password_changed(Desk& desk, const ports::Citizen& citizen);

FactorHolder citizen_factor(const ports::Citizen& citizen);
// Why a wrong `code` of the second factor is refused, where there is one; guesses are counted.
std::optional<http::Response> refuse_citizens_code(Desk& desk, const http::Request& request,
                                                   const ports::Citizen& citizen,
                                                   std::string_view code);

inline constexpr ProblemKind mail_not_sent{
    409,
    {"mail_not_sent", "Cơ quan này chưa gửi được thư điện tử. Hãy gọi hoặc đến bộ phận một cửa.",
     "This office sends no e-mail yet. Please call or come to the one-stop counter."}};
inline constexpr ProblemKind proof_over{
    404,
    {"proof_over", "Liên kết này đã dùng hoặc đã hết hạn. Hãy yêu cầu liên kết mới.",
     "This link was used or is over. Please ask for a new one."}};

}  // namespace motcua::api
