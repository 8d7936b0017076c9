#include "article/article.hpp"

#include <algorithm>
#include <array>

namespace motcua::article {
namespace {

constexpr std::array<std::string_view, 2> article_kinds{"news", "guidance"};
constexpr std::array<std::string_view, 3> article_states{"draft", "published", "withdrawn"};
constexpr std::array<std::string_view, 3> reply_states{"waiting", "published", "refused"};
constexpr std::size_t longest_slug = 60;

template <class E, std::size_t N>
std::optional<E> value_named(const std::array<std::string_view, N>& names, std::string_view name) {
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return std::nullopt;
  return static_cast<E>(found - names.begin());
}

bool says_something(std::string_view text) {
  return text.find_first_not_of(" \n\t") != std::string_view::npos;
}

bool is_said(const Text& text) { return says_something(text.vi) && says_something(text.en); }

}  // namespace

std::string_view write_kind(Kind kind) { return article_kinds[static_cast<std::size_t>(kind)]; }
std::optional<Kind> parse_kind(std::string_view name) {
  return value_named<Kind>(article_kinds, name);
}
std::string_view write_state(State state) {
  return article_states[static_cast<std::size_t>(state)];
}
std::optional<State> parse_state(std::string_view name) {
  return value_named<State>(article_states, name);
}
std::string_view write_reply_state(ReplyState state) {
  return reply_states[static_cast<std::size_t>(state)];
}
std::optional<ReplyState> parse_reply_state(std::string_view name) {
  return value_named<ReplyState>(reply_states, name);
}

std::string slug_of(std::string_view title) {
  std::string slug;
  for (const char letter : fold(title)) {
    const bool plain = (letter >= 'a' && letter <= 'z') || is_ascii_digit(letter);
    if (plain) {
      slug += letter;
    } else if (!slug.empty() && slug.back() != '-') {
      slug += '-';
    }
  }
  if (slug.size() > longest_slug) slug.resize(longest_slug);
  while (slug.ends_with('-')) slug.pop_back();
  return slug.empty() ? "bai" : slug;
}

OrRejection<Nothing> check_content(const Content& content) {
  if (is_said(content.title) && is_said(content.body)) return Nothing{};
  return reject(article_incomplete);
}

OrRejection<Nothing> check_publish(const Article& article) {
  if (article.state == State::Published) return reject(article_published_already);
  return check_content(article.content);
}

OrRejection<Nothing> check_withdraw(const Article& article) {
  if (article.state != State::Published) return reject(article_not_published);
  return Nothing{};
}

OrRejection<Article> edited(const Article& before, const Content& content, const Text& correction,
                            Moment now) {
  Article after = before;
  const bool changes = content.title != before.content.title || content.body != before.content.body;
  after.content = content;
  ++after.revision;
  if (before.state != State::Published) return after;
  if (auto whole = check_content(content); !whole) return Unexpected{whole.error()};
  if (!changes) return after;  // the kind, or whether replies are taken
  if (!is_said(correction)) return reject(correction_missing);
  after.corrected_at = now;
  after.correction = correction;
  return after;
}

OrRejection<Nothing> check_judgement(const Reply& reply, const Judgement& judgement) {
  if (reply.state != ReplyState::Waiting || judgement.state == ReplyState::Waiting) {
    return reject(reply_judged_already);
  }
  if (judgement.state == ReplyState::Refused && !says_something(judgement.reason)) {
    return reject(refusal_reason_missing);
  }
  return Nothing{};
}

OrRejection<Nothing> check_open_for_replies(const Article& article) {
  if (article.state != State::Published) return reject(article_not_published);
  if (!article.content.takes_replies) return reject(replies_closed);
  return Nothing{};
}

}  // namespace motcua::article
