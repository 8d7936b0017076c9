// What is said to who cannot have the time he wants.
#pragma once

#include "base/rejection.hpp"

namespace motcua::appointment {

inline constexpr RejectionKind slot_past{"slot_past", "Giờ này đã qua. Hãy chọn giờ khác.",
                                         "This time is over. Please choose another."};
inline constexpr RejectionKind slot_too_soon{
    "slot_too_soon", "Cần đặt trước ít nhất {minutes} phút. Hãy chọn giờ muộn hơn.",
    "Please book at least {minutes} minutes before. Choose a later time."};
inline constexpr RejectionKind slot_too_far{
    "slot_too_far", "Chỉ đặt được đến hết ngày {day}. Hãy chọn ngày gần hơn.",
    "Times can be booked up to {day} only. Please choose an earlier day."};
inline constexpr RejectionKind slot_day_off{
    "slot_day_off", "Ngày {day} cơ quan không tiếp nhận. Hãy chọn ngày khác.",
    "Nobody is received on {day}. Please choose another day."};
inline constexpr RejectionKind slot_unknown{"slot_unknown",
                                            "Không có khung giờ này. Hãy chọn trong danh sách.",
                                            "There is no such time. Please choose from the list."};
inline constexpr RejectionKind slot_full{
    "slot_full", "Khung giờ này vừa hết chỗ. Hãy chọn giờ khác.",
    "The last place at this time was just taken. Please choose another time."};
inline constexpr RejectionKind too_many_appointments{
    "too_many_appointments",
    "Thư điện tử hoặc số điện thoại này đã có {most} lịch hẹn. Hãy hủy bớt trước khi đặt thêm.",
    "This e-mail address or telephone number has {most} appointments already. Please cancel one "
    "first."};
inline constexpr RejectionKind already_booked_then{"already_booked_then",
                                                   "Bạn đã có lịch hẹn vào giờ này.",
                                                   "You have an appointment at this time already."};
inline constexpr RejectionKind appointment_closed{
    "appointment_closed", "Lịch hẹn này đã hủy, đã dùng hoặc đã qua nên không thay đổi được.",
    "This appointment was cancelled, used or is over, so it cannot be changed."};
inline constexpr RejectionKind mark_too_early{"mark_too_early",
                                              "Chưa đến giờ hẹn nên chưa ghi được.",
                                              "The time of the appointment has not come yet."};
inline constexpr RejectionKind cancel_reason_missing{
    "cancel_reason_missing", "Hãy ghi lý do để người hẹn biết.",
    "Please give a reason, so that the person knows."};
inline constexpr RejectionKind appointments_not_offered{
    "appointments_not_offered", "Cơ quan này không nhận đặt lịch. Mời đến trong giờ tiếp nhận.",
    "This office takes no bookings. Please come during reception hours."};

}  // namespace motcua::appointment
