// The messages of VNPAY 2.1.0: their fields in the order in which they are signed, and how values
// are written. Both sides use them: the office's gateway.hpp and the sandbox.hpp.
#pragma once

#include <array>
#include <optional>
#include <span>

#include "base/failure.hpp"
#include "base/moment.hpp"
#include "base/money.hpp"
#include "vnpay/signing.hpp"

namespace motcua::vnpay {

inline constexpr std::string_view version = "2.1.0";

// Codes of answers.
inline constexpr std::string_view success = "00";
inline constexpr std::string_view not_found = "91";

inline constexpr std::array<std::string_view, 9> query_order{
    "vnp_RequestId",       "vnp_Version",    "vnp_Command", "vnp_TmnCode",  "vnp_TxnRef",
    "vnp_TransactionDate", "vnp_CreateDate", "vnp_IpAddr",  "vnp_OrderInfo"};
inline constexpr std::array<std::string_view, 15> query_answer_order{
    "vnp_ResponseId", "vnp_Command",       "vnp_ResponseCode",    "vnp_Message",
    "vnp_TmnCode",    "vnp_TxnRef",        "vnp_Amount",          "vnp_BankCode",
    "vnp_PayDate",    "vnp_TransactionNo", "vnp_TransactionType", "vnp_TransactionStatus",
    "vnp_OrderInfo",  "vnp_PromotionCode", "vnp_PromotionAmount"};
inline constexpr std::array<std::string_view, 13> refund_order{
    "vnp_RequestId",       "vnp_Version",  "vnp_Command",    "vnp_TmnCode",
    "vnp_TransactionType", "vnp_TxnRef",   "vnp_Amount",     "vnp_TransactionNo",
    "vnp_TransactionDate", "vnp_CreateBy", "vnp_CreateDate", "vnp_IpAddr",
    "vnp_OrderInfo"};
inline constexpr std::array<std::string_view, 13> refund_answer_order{
    "vnp_ResponseId", "vnp_Command",       "vnp_ResponseCode",    "vnp_Message",
    "vnp_TmnCode",    "vnp_TxnRef",        "vnp_Amount",          "vnp_BankCode",
    "vnp_PayDate",    "vnp_TransactionNo", "vnp_TransactionType", "vnp_TransactionStatus",
    "vnp_OrderInfo"};

// Hundredths of a đồng: "6000000" for 60.000 đồng. Nothing when it is no whole number of đồng.
std::string write_amount(Dong amount);
std::optional<Dong> read_amount(std::string_view text);

// "20170412093000", Vietnam's time.
std::string write_time(Moment moment);
std::optional<Moment> read_time(std::string_view text);

// Of a query: nothing when it cannot be decoded, or names a field twice.
std::optional<Fields> read_query(std::string_view query);
// Of a JSON object whose members are texts or whole numbers.
OrFailure<Fields> read_message(std::string_view json_text);
std::string write_message(const Fields& fields);

}  // namespace motcua::vnpay
