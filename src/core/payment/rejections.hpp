// What the account of a dossier's fees may answer "no" with.
#pragma once

#include <array>

#include "base/rejection.hpp"

namespace motcua::payment {

inline constexpr RejectionKind nothing_to_pay{"nothing_to_pay",
                                              "Hồ sơ này không còn khoản nào phải nộp.",
                                              "There is nothing left to pay for this dossier."};
inline constexpr RejectionKind order_unknown{"order_unknown", "Không có lệnh thanh toán này.",
                                             "There is no such payment order."};
inline constexpr RejectionKind amount_differs{
    "amount_differs", "Số tiền báo về khác số tiền của lệnh thanh toán ({amount}).",
    "The amount notified is not the amount of the payment order ({amount})."};
inline constexpr RejectionKind transaction_counted_elsewhere{
    "transaction_counted_elsewhere", "Giao dịch này đã được ghi cho một lệnh thanh toán khác.",
    "This transaction was already counted for another payment order."};
inline constexpr RejectionKind number_already_recorded{
    "number_already_recorded", "Số “{number}” đã được ghi cho một khoản nộp của hồ sơ này.",
    "The number “{number}” was already recorded for a payment of this dossier."};
inline constexpr RejectionKind amount_exceeds_due{
    "amount_exceeds_due", "Số tiền phải lớn hơn 0 và không quá số còn phải nộp, {due}.",
    "The amount must be more than 0 and no more than what is still due, {due}."};
inline constexpr RejectionKind payment_unknown{"payment_unknown",
                                               "Không có khoản nộp mang số “{number}”.",
                                               "There is no payment with the number “{number}”."};
inline constexpr RejectionKind amount_exceeds_payment{
    "amount_exceeds_payment", "Chỉ hoàn được nhiều nhất {most} của khoản nộp này.",
    "Of this payment no more than {most} can be given back."};
inline constexpr RejectionKind refund_unknown{"refund_unknown", "Không có lệnh hoàn tiền này.",
                                              "There is no such refund."};

// All of the above, for those who check that each can happen.
inline constexpr std::array all_rejections{
    &nothing_to_pay,          &order_unknown,      &amount_differs,  &transaction_counted_elsewhere,
    &number_already_recorded, &amount_exceeds_due, &payment_unknown, &amount_exceeds_payment,
    &refund_unknown};

}  // namespace motcua::payment
