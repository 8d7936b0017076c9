// What a schema finds wrong with a value, and what a compiler finds wrong with a schema: the
// codes, their parameters, and sentences for people.
#pragma once

#include <array>

#include "base/rejection.hpp"

namespace motcua::schema {

// --- a value ---

inline constexpr RejectionKind text_wanted{"type", "Cần là chữ", "Needs to be text"};
inline constexpr RejectionKind number_wanted{"type", "Cần là một số", "Needs to be a number"};
inline constexpr RejectionKind integer_wanted{"type", "Cần là một số nguyên",
                                              "Needs to be a whole number"};
inline constexpr RejectionKind truth_wanted{"type", "Cần là có hoặc không",
                                            "Needs to be yes or no"};
inline constexpr RejectionKind list_wanted{"type", "Cần là một danh sách", "Needs to be a list"};
inline constexpr RejectionKind group_wanted{"type", "Cần là một nhóm câu trả lời",
                                            "Needs to be a group of answers"};
inline constexpr RejectionKind nothing_wanted{"type", "Cần để trống", "Needs to be left empty"};
inline constexpr RejectionKind other_type_wanted{"type", "Cần là một trong các kiểu: {types}",
                                                 "Needs to be one of these types: {types}"};

inline constexpr RejectionKind other_value_wanted{"const", "Cần đúng bằng {value}",
                                                  "Needs to be {value}"};
inline constexpr RejectionKind choice_wanted{"enum", "Cần là một trong các giá trị: {values}",
                                             "Needs to be one of these values: {values}"};

inline constexpr RejectionKind number_too_small{"minimum", "Cần từ {limit} trở lên",
                                                "Needs to be {limit} or more"};
inline constexpr RejectionKind number_too_large{"maximum", "Cần không quá {limit}",
                                                "Needs to be {limit} or less"};
inline constexpr RejectionKind number_not_above{"exclusive_minimum", "Cần lớn hơn {limit}",
                                                "Needs to be more than {limit}"};
inline constexpr RejectionKind number_not_below{"exclusive_maximum", "Cần nhỏ hơn {limit}",
                                                "Needs to be less than {limit}"};
inline constexpr RejectionKind not_a_multiple{"multiple_of", "Cần chia hết cho {divisor}",
                                              "Needs to be a multiple of {divisor}"};

inline constexpr RejectionKind text_too_short{"min_length", "Cần có ít nhất {limit} ký tự",
                                              "Needs at least {limit} characters"};
inline constexpr RejectionKind text_too_long{"max_length", "Chỉ được có tối đa {limit} ký tự",
                                             "May have at most {limit} characters"};
inline constexpr RejectionKind pattern_missed{"pattern", "Viết chưa đúng mẫu quy định",
                                              "Not written in the form required"};
inline constexpr RejectionKind pattern_too_costly{
    "pattern_too_costly",
    "Không kiểm tra được chữ này vì quá dài hoặc quá rắc rối, hãy viết gọn lại",
    "This text is too long or too intricate to be checked, please shorten it"};

inline constexpr RejectionKind list_too_short{"min_items", "Cần có ít nhất {limit} mục",
                                              "Needs at least {limit} items"};
inline constexpr RejectionKind list_too_long{"max_items", "Chỉ được có tối đa {limit} mục",
                                             "May have at most {limit} items"};
inline constexpr RejectionKind items_repeat{"unique_items",
                                            "Mục thứ {first} và mục thứ {second} giống nhau",
                                            "Items {first} and {second} are the same"};
inline constexpr RejectionKind too_few_matches{
    "min_contains", "Cần có ít nhất {limit} mục thỏa điều kiện, mới có {count}",
    "Needs at least {limit} items that fit, there are {count}"};
inline constexpr RejectionKind too_many_matches{
    "max_contains", "Chỉ được có tối đa {limit} mục thỏa điều kiện, đang có {count}",
    "May have at most {limit} items that fit, there are {count}"};

inline constexpr RejectionKind answer_missing{"required", "Còn thiếu “{name}”",
                                              "“{name}” is missing"};
inline constexpr RejectionKind answer_missing_beside{
    "dependent_required", "Đã có “{because}” thì cần có cả “{name}”",
    "With “{because}” given, “{name}” is needed too"};
inline constexpr RejectionKind too_few_answers{
    "min_properties", "Cần có ít nhất {limit} câu trả lời", "Needs at least {limit} answers"};
inline constexpr RejectionKind too_many_answers{
    "max_properties", "Chỉ được có tối đa {limit} câu trả lời", "May have at most {limit} answers"};
inline constexpr RejectionKind answer_unknown{"unknown_name", "“{name}” không có trong mẫu",
                                              "“{name}” is not asked for"};
inline constexpr RejectionKind name_refused{"property_names", "Tên “{name}” không được dùng ở đây",
                                            "The name “{name}” may not be used here"};

inline constexpr RejectionKind nothing_allowed{"not_allowed", "Mục này không được có",
                                               "This may not be given"};
inline constexpr RejectionKind no_choice_fits{"any_of", "Không khớp với trường hợp nào được phép",
                                              "Fits none of the cases allowed"};
inline constexpr RejectionKind not_one_choice_fits{
    "one_of", "Cần khớp với đúng một trường hợp, đang khớp với {count}",
    "Needs to fit exactly one case, fits {count}"};
inline constexpr RejectionKind forbidden_fits{"not", "Là giá trị không được phép",
                                              "Is a value that is not allowed"};
inline constexpr RejectionKind too_deep{"too_deep", "Các phần lồng nhau quá sâu",
                                        "The parts are nested too deeply"};
inline constexpr RejectionKind too_costly{"too_costly", "Quá lớn nên không kiểm tra hết được",
                                          "Too large to be checked in full"};

// --- a schema ---

inline constexpr RejectionKind keyword_malformed{"keyword_malformed", "“{keyword}” phải là {vi}",
                                                 "“{keyword}” must be {en}"};
inline constexpr RejectionKind not_a_schema{"not_a_schema",
                                            "lược đồ phải là một đối tượng, true hoặc false",
                                            "a schema must be an object, true or false"};
inline constexpr RejectionKind keyword_unknown{"keyword_unknown", "không có từ khóa “{keyword}”",
                                               "there is no keyword “{keyword}”"};
inline constexpr RejectionKind format_unknown{"format_unknown", "không có định dạng “{format}”",
                                              "there is no format “{format}”"};
inline constexpr RejectionKind pattern_broken{
    "pattern_broken", "biểu thức chính quy “{pattern}” hỏng ở ký tự {at}: {why}",
    "the regular expression “{pattern}” is broken at character {at}: {why}"};
inline constexpr RejectionKind reference_broken{"reference_broken",
                                                "tham chiếu “{reference}” không dẫn tới đâu",
                                                "the reference “{reference}” leads nowhere"};
inline constexpr RejectionKind reference_remote{
    "reference_remote", "tham chiếu “{reference}” dẫn ra ngoài tài liệu; không tải gì từ mạng",
    "the reference “{reference}” leads out of the document; nothing is fetched"};
inline constexpr RejectionKind reference_loop{
    "reference_loop", "tham chiếu quay về chính nó mà không đi vào phần nào của giá trị",
    "references come back to themselves without going into the value"};
inline constexpr RejectionKind name_taken{"name_taken", "“{name}” được đặt hai lần",
                                          "“{name}” is given twice"};
inline constexpr RejectionKind dialect_unknown{"dialect_unknown",
                                               "không biết phiên bản JSON Schema “{dialect}”",
                                               "the JSON Schema dialect “{dialect}” is not known"};
inline constexpr RejectionKind vocabulary_unknown{
    "vocabulary_unknown", "không biết bộ từ khóa bắt buộc “{vocabulary}”",
    "the required vocabulary “{vocabulary}” is not known"};
inline constexpr RejectionKind schema_too_large{"schema_too_large", "lược đồ quá lớn",
                                                "the schema is too large"};

}  // namespace motcua::schema
