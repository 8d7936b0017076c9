// What the rules of a dossier may answer "no" with.
#pragma once

#include <array>

#include "base/rejection.hpp"

namespace motcua::dossier {

inline constexpr RejectionKind dossier_not_open{
    "dossier_not_open", "Hồ sơ đã kết thúc hoặc chưa được tiếp nhận; việc này không làm được nữa.",
    "The dossier has ended or was not received; this can no longer be done."};
inline constexpr RejectionKind dossier_is_suspended{
    "dossier_is_suspended", "Hồ sơ đang tạm dừng, chờ {why}. Hãy tiếp tục hồ sơ trước.",
    "The dossier is suspended, waiting for {why}. Resume it first."};
inline constexpr RejectionKind dossier_is_not_suspended{
    "dossier_is_not_suspended", "Hồ sơ không tạm dừng.", "The dossier is not suspended."};
inline constexpr RejectionKind awaits_the_applicant{
    "awaits_the_applicant", "Hồ sơ đang chờ người nộp bổ sung; khi giấy tờ đến, ghi nhận bổ sung.",
    "The dossier waits for the applicant's supplement; record it when the papers come."};
inline constexpr RejectionKind no_supplement_asked{"no_supplement_asked",
                                                   "Không có yêu cầu bổ sung nào đang mở.",
                                                   "No supplement has been asked for."};
inline constexpr RejectionKind supplement_already_asked_once{
    "supplement_already_asked_once",
    "Đã yêu cầu bổ sung một lần. Lần sau cần cấp trên đồng ý (ghi tên người đồng ý).",
    "A supplement was already asked for once. Another needs a superior's approval (name him)."};
inline constexpr RejectionKind nothing_asked{
    "nothing_asked", "Hãy nêu ít nhất một giấy tờ hoặc một mục của tờ khai, mỗi thứ một lý do.",
    "Name at least one paper or question, each with what is wrong with it."};
inline constexpr RejectionKind paper_unknown{"paper_unknown", "Thủ tục không có giấy tờ “{paper}”.",
                                             "The procedure has no paper “{paper}”."};
inline constexpr RejectionKind question_unknown{
    "question_unknown", "Tờ khai không có mục “{field}”.", "The form has no question “{field}”."};
inline constexpr RejectionKind answer_not_asked_for{
    "answer_not_asked_for", "Mục “{field}” không nằm trong yêu cầu bổ sung nên không sửa được.",
    "“{field}” was not asked for again and cannot be changed."};
inline constexpr RejectionKind field_missing{"field_missing", "Hãy điền: {field}.",
                                             "Fill in: {field}."};
inline constexpr RejectionKind field_invalid{"field_invalid", "Giá trị không hợp lệ: {field}.",
                                             "Not a valid value: {field}."};
inline constexpr RejectionKind not_the_step{"not_the_step", "Hồ sơ không ở bước làm được việc này.",
                                            "The dossier is not at a step where this can be done."};
inline constexpr RejectionKind not_allowed{
    "not_allowed", "Bạn không có quyền làm việc này; người có quyền: {who}.",
    "You may not do this; who may: {who_en}."};
inline constexpr RejectionKind not_your_unit{"not_your_unit",
                                             "Hồ sơ đang ở {unit}, không phải đơn vị của bạn.",
                                             "The dossier is with {unit_en}, not with your unit."};
inline constexpr RejectionKind taken_by_another{
    "taken_by_another", "Việc này đang do {officer} làm. Lãnh đạo có thể phân công lại.",
    "{officer} is on this task. A head may reassign it."};
inline constexpr RejectionKind already_reappointed{
    "already_reappointed", "Hồ sơ đã được hẹn lại một lần; không hẹn lại lần nữa.",
    "The dossier was already re-appointed once; no second re-appointment."};
inline constexpr RejectionKind new_date_not_later{
    "new_date_not_later", "Ngày hẹn lại phải là ngày làm việc sau hạn hiện tại {due}.",
    "The new date must be a working day after the current one, {due}."};
inline constexpr RejectionKind no_promise_to_change{
    "no_promise_to_change", "Hồ sơ không có hạn để hẹn lại.", "The dossier has no date to change."};
inline constexpr RejectionKind clock_may_not_stop{
    "clock_may_not_stop", "Quy định của thủ tục không cho dừng thời hạn vì lý do này.",
    "The procedure's rules do not let the clock stop for this reason."};
inline constexpr RejectionKind document_required{
    "document_required", "Dừng thời hạn phải có số văn bản đã gửi.",
    "Stopping the clock needs the number of the document that was sent."};
inline constexpr RejectionKind actual_time_not_past{
    "actual_time_not_past",
    "Thời điểm thực tế phải trước lúc ghi nhận và sau bước trước của hồ sơ.",
    "The actual time must be before the time of recording and after the dossier's last step."};
inline constexpr RejectionKind case_unknown{"case_unknown", "Thủ tục không có trường hợp “{case}”.",
                                            "The procedure has no case “{case}”."};
inline constexpr RejectionKind case_not_offered{
    "case_not_offered", "Trường hợp này không nhận qua kênh đã chọn.",
    "This case is not offered through the chosen channel."};
inline constexpr RejectionKind case_by_matrix{
    "case_by_matrix",
    "Theo ma trận thẩm quyền, hồ sơ này thuộc trường hợp “{case}” ({who} quyết định); không chọn "
    "trường hợp khác.",
    "By the authority matrix this is the case “{case_en}”, decided by {who_en}; no other may be "
    "chosen."};
inline constexpr RejectionKind step_answers_wrong{
    "step_answers_wrong", "Biểu mẫu của bước còn chỗ chưa đúng ({count}).",
    "Some of the step's form is not right yet ({count})."};
inline constexpr RejectionKind not_open_for_applications{
    "not_open_for_applications", "Thủ tục này chưa mở nhận hồ sơ (chưa kiểm chứng).",
    "This procedure is not open for applications yet (not verified)."};
inline constexpr RejectionKind paper_missing{"paper_missing", "Thiếu giấy tờ bắt buộc: {paper}.",
                                             "A required paper is missing: {paper_en}."};
inline constexpr RejectionKind paper_not_asked{"paper_not_asked",
                                               "Giấy tờ này không nằm trong yêu cầu bổ sung.",
                                               "This paper is not among those asked for."};
inline constexpr RejectionKind nothing_corrected{"nothing_corrected",
                                                 "Không có gì thay đổi so với lúc tiếp nhận.",
                                                 "Nothing differs from the intake."};
inline constexpr RejectionKind result_already_recorded{
    "result_already_recorded", "Kết quả đã được ghi.", "The result is already recorded."};
inline constexpr RejectionKind result_not_recorded{"result_not_recorded",
                                                   "Hãy ghi kết quả trước khi trả.",
                                                   "Record the result before returning it."};
inline constexpr RejectionKind result_is_revoked{"result_is_revoked", "Kết quả đã bị thu hồi.",
                                                 "The result was revoked."};
inline constexpr RejectionKind replacement_unexplained{
    "replacement_unexplained", "Kết quả đã phát hành; hãy nêu lý do thay bằng bản mới.",
    "The result was issued already; say why this one replaces it."};
inline constexpr RejectionKind dossier_not_finished{
    "dossier_not_finished", "Bạn đánh giá được khi hồ sơ đã có kết quả hoặc đã kết thúc.",
    "You can rate it once the dossier has a result or has ended."};
inline constexpr RejectionKind already_rated{"already_rated",
                                             "Hồ sơ này đã được đánh giá; mỗi hồ sơ một lần.",
                                             "This dossier was rated already; each is rated once."};
inline constexpr RejectionKind fee_unpaid{
    "fee_unpaid", "Kết quả chỉ được trả khi đã nộp đủ phí, lệ phí; còn phải nộp {due}.",
    "The result is handed over only when its fees are paid; still due: {due}."};
inline constexpr RejectionKind signed_already{
    "signed_already", "Bạn đã ký văn bản này; lượt ký tiếp theo là của người khác.",
    "You signed this paper already; the next to sign is somebody else."};
inline constexpr RejectionKind act_unknown{"act_unknown", "Không có việc “{act}”.",
                                           "There is no act “{act}”."};

inline constexpr RejectionKind not_the_authority{
    "not_the_authority",
    "Bạn không có thẩm quyền quyết định hồ sơ này. Người có thẩm quyền: {who}.{over}",
    "This is not yours to decide. Who may: {who_en}.{over_en}"};
inline constexpr RejectionKind four_eyes{
    "four_eyes", "Người trình không được tự duyệt hoặc ký; cần một người khác.",
    "Who proposed may not approve or sign; somebody else must."};
inline constexpr RejectionKind conflict_of_interest{
    "conflict_of_interest",
    "{officer} có lợi ích liên quan đến hồ sơ này nên không được xử lý; lãnh đạo sẽ giao người "
    "khác.",
    "{officer} has a stake in this dossier and may not act on it; a head gives it to another."};
inline constexpr RejectionKind conflict_declared_already{
    "conflict_declared_already", "Bạn đã khai lợi ích liên quan với hồ sơ này.",
    "You declared a conflict of interest in this dossier already."};
// All of the above, for those who check that each can happen.
inline constexpr std::array all_rejections{&dossier_not_open,
                                           &dossier_is_suspended,
                                           &dossier_is_not_suspended,
                                           &awaits_the_applicant,
                                           &no_supplement_asked,
                                           &supplement_already_asked_once,
                                           &nothing_asked,
                                           &paper_unknown,
                                           &question_unknown,
                                           &answer_not_asked_for,
                                           &field_missing,
                                           &field_invalid,
                                           &not_the_step,
                                           &not_allowed,
                                           &not_your_unit,
                                           &taken_by_another,
                                           &already_reappointed,
                                           &new_date_not_later,
                                           &no_promise_to_change,
                                           &clock_may_not_stop,
                                           &document_required,
                                           &actual_time_not_past,
                                           &case_unknown,
                                           &case_not_offered,
                                           &case_by_matrix,
                                           &step_answers_wrong,
                                           &not_open_for_applications,
                                           &paper_missing,
                                           &paper_not_asked,
                                           &nothing_corrected,
                                           &result_already_recorded,
                                           &result_not_recorded,
                                           &result_is_revoked,
                                           &replacement_unexplained,
                                           &dossier_not_finished,
                                           &already_rated,
                                           &fee_unpaid,
                                           &signed_already,
                                           &act_unknown,
                                           &not_the_authority,
                                           &four_eyes,
                                           &conflict_of_interest,
                                           &conflict_declared_already};

}  // namespace motcua::dossier
