// What the rules of the book of travel may answer "no" with.
#pragma once

#include <array>

#include "base/rejection.hpp"

namespace motcua::travel {

inline constexpr RejectionKind travel_act_unknown{
    "travel_act_unknown", "Không có việc “{act}” trong sổ đoàn ra, đoàn vào.",
    "Nothing called “{act}” is done in this book."};
inline constexpr RejectionKind travel_act_not_yours{
    "travel_act_not_yours", "Bạn không có quyền làm việc này; người có quyền: {who}.",
    "You may not do this; who may: {who}."};
inline constexpr RejectionKind travel_act_not_now{
    "travel_act_not_now", "Việc này không làm được khi đang ở tình trạng hiện tại.",
    "This cannot be done as things stand."};
inline constexpr RejectionKind travel_field_missing{"travel_field_missing", "Hãy điền: {field}.",
                                                    "Fill in: {field}."};
inline constexpr RejectionKind travel_field_invalid{
    "travel_field_invalid", "Chưa đúng: {field}. {why}", "Not right: {field}. {why}"};
inline constexpr RejectionKind travel_not_over{"travel_not_over", "Chuyến đi chưa kết thúc.",
                                               "The trip is not over yet."};
inline constexpr RejectionKind passport_known{"passport_known",
                                              "Hộ chiếu {number} đã có trong sổ: {code}.",
                                              "Passport {number} is in the book already: {code}."};
inline constexpr RejectionKind passport_needs_official_trip{
    "passport_needs_official_trip",
    "Hộ chiếu ngoại giao, công vụ chỉ giao cho chuyến công tác có trong sổ đoàn ra, không dùng cho "
    "việc riêng.",
    "A diplomatic or official passport is handed over for an official trip of this book only, not "
    "for a private one."};
inline constexpr RejectionKind passport_holder_not_in_trip{
    "passport_holder_not_in_trip", "Người được cấp hộ chiếu không có trong đoàn {delegation}.",
    "Its holder does not travel in {delegation}."};
inline constexpr RejectionKind passport_expired{
    "passport_expired", "Hộ chiếu hết hạn ngày {expires}, trước khi chuyến đi kết thúc.",
    "The passport expires on {expires}, before the trip is over."};
inline constexpr RejectionKind persons_not_namesakes{
    "persons_not_namesakes", "Hai người này không trùng tên, hoặc là một người.",
    "These two do not share a name, or are one person."};

inline constexpr std::array all_rejections{
    &travel_act_unknown,   &travel_act_not_yours,         &travel_act_not_now,
    &travel_field_missing, &travel_field_invalid,         &travel_not_over,
    &passport_known,       &passport_needs_official_trip, &passport_holder_not_in_trip,
    &passport_expired,     &persons_not_namesakes};

}  // namespace motcua::travel
