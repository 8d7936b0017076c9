// News and guidance the office publishes, and what people reply. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/moment.hpp"
#include "base/rejection.hpp"
#include "base/text.hpp"

namespace motcua::article {

enum class Kind { News, Guidance };
std::string_view write_kind(Kind kind);  // "news", "guidance"
std::optional<Kind> parse_kind(std::string_view name);

enum class State { Draft, Published, Withdrawn };
std::string_view write_state(State state);  // "draft", "published", "withdrawn"
std::optional<State> parse_state(std::string_view name);

// What an editor writes.
struct Content {
  Kind kind = Kind::News;
  Text title;
  Text body;  // markup.hpp
  bool takes_replies = true;
  bool operator==(const Content&) const = default;
};

struct Article {
  std::string id;  // in its address
  Content content;
  State state = State::Draft;
  std::string unit;    // of the author
  std::string author;  // user name
  std::optional<Moment> published_at;
  std::optional<Moment> corrected_at;
  Text correction;  // what was corrected, said beside it
  int revision = 0;
};

enum class ReplyState { Waiting, Published, Refused };
std::string_view write_reply_state(ReplyState state);  // "waiting", "published", "refused"
std::optional<ReplyState> parse_reply_state(std::string_view name);

struct Reply {
  std::string id;
  std::string article;
  std::string name;   // shown
  std::string email;  // never shown to anybody but officers
  std::string text;   // plain, without markup
  Language language = Language::Vietnamese;
  Moment sent_at{};
  ReplyState state = ReplyState::Waiting;
  std::string answer;  // of the office, shown with it
  std::string reason;  // of a refusal, told to who wrote it
  std::string judged_by;
  std::optional<Moment> judged_at;
};

// "lich-tiep-nhan-dip-nghi-le": what an address says of a title; never empty.
std::string slug_of(std::string_view title);

// Both titles and both bodies have something to read.
OrRejection<Nothing> check_content(const Content& content);
// Published: from a draft or one that was withdrawn.
OrRejection<Nothing> check_publish(const Article& article);
OrRejection<Nothing> check_withdraw(const Article& article);

// What a change of the content does to a published article: it is corrected, and says of what.
OrRejection<Article> edited(const Article& before, const Content& content, const Text& correction,
                            Moment now);

struct Judgement {
  ReplyState state = ReplyState::Published;
  std::string answer;
  std::string reason;
};
OrRejection<Nothing> check_judgement(const Reply& reply, const Judgement& judgement);
OrRejection<Nothing> check_open_for_replies(const Article& article);

inline constexpr RejectionKind article_incomplete{
    "article_incomplete", "Bài cần có tiêu đề và nội dung bằng cả hai thứ tiếng.",
    "An article needs a title and a text in both languages."};
inline constexpr RejectionKind article_published_already{
    "article_published_already", "Bài này đã đăng.", "This article is published already."};
inline constexpr RejectionKind article_not_published{
    "article_not_published", "Bài này chưa đăng hoặc đã gỡ.",
    "This article is not published, or was withdrawn."};
inline constexpr RejectionKind correction_missing{
    "correction_missing", "Bài đã đăng thì phải ghi rõ sửa gì, bằng cả hai thứ tiếng.",
    "A published article needs a word, in both languages, on what was corrected."};
inline constexpr RejectionKind replies_closed{"replies_closed", "Bài này không nhận ý kiến.",
                                              "This article takes no replies."};
inline constexpr RejectionKind reply_judged_already{
    "reply_judged_already", "Ý kiến này đã được xử lý.", "This reply was dealt with already."};
inline constexpr RejectionKind refusal_reason_missing{
    "refusal_reason_missing", "Hãy ghi lý do để người gửi biết.",
    "Please give a reason, so that who wrote it knows."};
inline constexpr RejectionKind too_many_replies{
    "too_many_replies", "Bạn có {most} ý kiến đang chờ duyệt. Hãy chờ cơ quan xem xong.",
    "You have {most} replies waiting. Please wait until the office has read them."};
inline constexpr RejectionKind article_changed{
    "article_changed", "Bài vừa được người khác sửa. Hãy xem lại trước khi ghi.",
    "Somebody else has just changed this article. Look again before you save."};

}  // namespace motcua::article
