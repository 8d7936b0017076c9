// What the rules of drafts, publications and proposals may answer "no" with.
#pragma once

#include "base/rejection.hpp"

namespace motcua::design {

inline constexpr RejectionKind not_a_designer{
    "not_a_designer", "Chỉ trưởng phòng, lãnh đạo và người thiết kế được soạn thủ tục.",
    "Only heads, directors and designers draft procedures."};
inline constexpr RejectionKind not_an_approver{"not_an_approver",
                                               "Chỉ lãnh đạo được công bố và quyết định.",
                                               "Only the director publishes and decides."};
inline constexpr RejectionKind own_draft{
    "own_draft",
    "Người đã soạn hoặc sửa dự thảo không được công bố nó; cần một người thứ hai ({editors}).",
    "Whoever wrote in a draft does not publish it; a second person must ({editors})."};
inline constexpr RejectionKind own_proposal{"own_proposal",
                                            "Người đề xuất không tự quyết định đề xuất của mình.",
                                            "Whoever proposed does not decide his own proposal."};
inline constexpr RejectionKind draft_is_submitted{
    "draft_is_submitted", "Dự thảo đang chờ công bố. Trả lại trước khi sửa.",
    "The draft waits for publication. Give it back before changing it."};
inline constexpr RejectionKind draft_is_not_submitted{
    "draft_is_not_submitted", "Dự thảo chưa được trình công bố.",
    "The draft was not submitted for publication."};
inline constexpr RejectionKind draft_is_published{
    "draft_is_published",
    "Đã công bố thành phiên bản {number}; phiên bản đã công bố không sửa được.",
    "Published as version {number}; what is published never changes."};
inline constexpr RejectionKind draft_is_discarded{"draft_is_discarded", "Dự thảo này đã bị bỏ.",
                                                  "This draft was laid aside."};
inline constexpr RejectionKind draft_has_problems{
    "draft_has_problems", "Dự thảo còn {count} lỗi; lỗi đầu tiên: {first}",
    "The draft has {count} problems; the first: {first}"};
inline constexpr RejectionKind day_is_past{"day_is_past",
                                           "Ngày có hiệu lực phải từ {today} trở đi.",
                                           "The day in force must be {today} or later."};
inline constexpr RejectionKind decision_is_later{"decision_is_later",
                                                 "Ngày quyết định không được sau hôm nay.",
                                                 "The decision cannot be of a day to come."};
inline constexpr RejectionKind number_taken{
    "number_taken", "Phiên bản {number} đã có. Trả lại dự thảo rồi trình lại để lấy số mới.",
    "Version {number} is taken. Give the draft back and submit it again for a new number."};
inline constexpr RejectionKind subject_unknown{"subject_unknown", "Không có “{subject}”.",
                                               "There is no “{subject}”."};
inline constexpr RejectionKind subject_taken{
    "subject_taken", "Đã có “{subject}”; hãy bắt đầu từ một phiên bản của nó.",
    "“{subject}” is there already; begin from one of its versions."};
inline constexpr RejectionKind version_unknown{"version_unknown",
                                               "“{subject}” không có phiên bản {number}.",
                                               "“{subject}” has no version {number}."};
inline constexpr RejectionKind subject_differs{
    "subject_differs", "Tệp chính nói về “{found}”, không phải “{subject}”.",
    "The main file is of “{found}”, not of “{subject}”."};
inline constexpr RejectionKind file_name_unknown{
    "file_name_unknown", "Không nhận tệp tên “{file}”.", "A file named “{file}” is not taken."};
inline constexpr RejectionKind file_too_long{"file_too_long", "Tệp “{file}” quá dài (tối đa 1 MB).",
                                             "The file “{file}” is too long (1 MB at most)."};
inline constexpr RejectionKind too_many_texts{"too_many_texts", "Một dự thảo có tối đa {most} tệp.",
                                              "A draft has at most {most} files."};
inline constexpr RejectionKind too_many_designs{
    "too_many_designs", "Đã có {most} dự thảo đang soạn. Hãy công bố hoặc bỏ bớt.",
    "There are {most} drafts at work. Publish or discard some."};
inline constexpr RejectionKind nothing_changed{"nothing_changed", "Không có gì thay đổi.",
                                               "Nothing has changed."};
inline constexpr RejectionKind export_unreadable{"export_unreadable",
                                                 "Tệp không đúng khuôn motcua-subject/1.",
                                                 "The file is not of the format motcua-subject/1."};
inline constexpr RejectionKind export_digest_differs{
    "export_digest_differs", "Mã băm của tệp không khớp với nội dung.",
    "The file's digest does not fit its contents."};
inline constexpr RejectionKind export_text_unclean{
    "export_text_unclean", "Tệp “{file}” có ký tự điều khiển ẩn.",
    "The file “{file}” holds hidden control characters."};
inline constexpr RejectionKind trial_is_running{
    "trial_is_running", "Đang có một lần thử chạy. Hãy thử lại sau giây lát.",
    "Another trial is running. Please try again in a moment."};
inline constexpr RejectionKind trial_too_long{
    "trial_too_long", "Khoảng này có {count} hồ sơ, nhiều hơn {most}. Hãy chọn ngắn hơn.",
    "The period has {count} dossiers, more than {most}. Please choose a shorter one."};
inline constexpr RejectionKind proposal_is_decided{"proposal_is_decided",
                                                   "Đề xuất này đã được quyết định hoặc đã rút.",
                                                   "This proposal was decided or withdrawn."};
inline constexpr RejectionKind proposal_not_accepted{
    "proposal_not_accepted", "Đề xuất chưa được chấp thuận nên chưa thực hiện được.",
    "The proposal was not accepted and cannot be carried out."};
inline constexpr RejectionKind proposal_is_not_yours{
    "proposal_is_not_yours", "Chỉ người đề xuất hoặc lãnh đạo được rút đề xuất.",
    "Only whoever proposed it or the director withdraws a proposal."};
inline constexpr RejectionKind proposal_reason_missing{"proposal_reason_missing", "Hãy nêu lý do.",
                                                       "Please give the reason."};
inline constexpr RejectionKind merger_into_unknown{
    "merger_into_unknown", "Gộp phải nêu thủ tục còn lại, khác những thủ tục được gộp.",
    "A merger names the procedure that stays, another than those merged."};

}  // namespace motcua::design
