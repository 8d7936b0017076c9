// What the rules of petitions may answer "no" with.
#pragma once

#include <array>

#include "base/rejection.hpp"

namespace motcua::petition {

inline constexpr RejectionKind petition_act_unknown{
    "petition_act_unknown", "Không có việc “{act}” với phản ánh, kiến nghị.",
    "Nothing called “{act}” is done with petitions."};
inline constexpr RejectionKind petition_is_over{
    "petition_is_over", "Phản ánh, kiến nghị này đã kết thúc.", "This petition is over."};
inline constexpr RejectionKind petition_not_assigned{
    "petition_not_assigned", "Hãy giao phản ánh, kiến nghị này cho một đơn vị trước.",
    "Please give this petition to a unit first."};
inline constexpr RejectionKind petition_waits{"petition_waits", "Đang chờ người gửi bổ sung.",
                                              "It waits for what its sender was asked for."};
inline constexpr RejectionKind sender_still_has_time{
    "sender_still_has_time", "Người gửi còn được bổ sung đến {until}.",
    "Its sender has until {until} to supplement it."};
inline constexpr RejectionKind petition_awaits_nothing{"petition_awaits_nothing",
                                                       "Cơ quan không đề nghị bổ sung gì.",
                                                       "The office has not asked for anything."};
inline constexpr RejectionKind petition_not_answered{"petition_not_answered",
                                                     "Phản ánh, kiến nghị này chưa được trả lời.",
                                                     "This petition was not answered yet."};
inline constexpr RejectionKind petition_has_no_consent{"petition_has_no_consent",
                                                       "Người gửi không đồng ý công khai.",
                                                       "Its sender does not agree to publication."};
inline constexpr RejectionKind petition_not_published{"petition_not_published",
                                                      "Câu trả lời không ở trang công khai.",
                                                      "The answer is not on the public page."};
inline constexpr RejectionKind petition_published_already{
    "petition_published_already", "Câu trả lời đã được công khai.",
    "The answer is on the public page already."};
inline constexpr RejectionKind petition_names_a_person{
    "petition_names_a_person",
    "Phần công khai còn tên, thư điện tử hoặc số điện thoại của người gửi. Hãy bỏ đi.",
    "What is to be published still holds the sender's name, e-mail or telephone. Please take it "
    "out."};
inline constexpr RejectionKind petition_judged_already{"petition_judged_already",
                                                       "Bạn đã nhận xét câu trả lời này.",
                                                       "You judged this answer already."};
inline constexpr RejectionKind conflict_of_interest{
    "conflict_of_interest",
    "Bạn đã xử lý hồ sơ bị phản ánh nên không giải quyết phản ánh này; lãnh đạo sẽ làm.",
    "You worked on the dossier it is about, so you do not deal with it; a head or the director "
    "does."};
inline constexpr RejectionKind petition_act_not_yours{
    "petition_act_not_yours", "Bạn không có quyền làm việc này; người có quyền: {who}.",
    "You may not do this; who may: {who}."};
inline constexpr RejectionKind petition_unit_unknown{"petition_unit_unknown",
                                                     "Cơ quan không có đơn vị “{unit}”.",
                                                     "The office has no unit “{unit}”."};
inline constexpr RejectionKind petition_field_missing{"petition_field_missing",
                                                      "Hãy điền: {field}.", "Fill in: {field}."};

inline constexpr std::array all_rejections{&petition_act_unknown,    &petition_is_over,
                                           &petition_not_assigned,   &petition_waits,
                                           &sender_still_has_time,   &petition_awaits_nothing,
                                           &petition_not_answered,   &petition_has_no_consent,
                                           &petition_not_published,  &petition_published_already,
                                           &petition_names_a_person, &petition_judged_already,
                                           &conflict_of_interest,    &petition_act_not_yours,
                                           &petition_unit_unknown,   &petition_field_missing};

}  // namespace motcua::petition
