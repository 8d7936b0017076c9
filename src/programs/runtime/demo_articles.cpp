#include "runtime/demo_articles.hpp"

#include "procedure/toml_tree.hpp"

namespace motcua::runtime {
namespace {

using procedure::TomlValue;

constexpr int no_limit = 1000;

std::string string_in(const TomlValue& table, std::string_view key) {
  const auto* found = table.find(key);
  const auto* text = found == nullptr ? nullptr : found->as<std::string>();
  return text == nullptr ? std::string() : *text;
}

Text pair_in(const TomlValue& table, std::string_view key) {
  const auto* found = table.find(key);
  return found == nullptr ? Text{} : Text{string_in(*found, "vi"), string_in(*found, "en")};
}

std::vector<TomlValue> list_in(const TomlValue& table, std::string_view key) {
  const auto* found = table.find(key);
  const auto* list = found == nullptr ? nullptr : found->as<TomlValue::Array>();
  return list == nullptr ? std::vector<TomlValue>{} : *list;
}

OrFailure<article::Article> article_of(const TomlValue& entry, const authority::Office& office) {
  article::Article made;
  const auto kind = article::parse_kind(string_in(entry, "kind"));
  made.published_at = parse_moment(string_in(entry, "published"));
  made.corrected_at = parse_moment(string_in(entry, "corrected"));
  made.correction = pair_in(entry, "correction");
  made.author = string_in(entry, "author");
  const auto* author = office.find_person(made.author);
  const auto* replies = entry.find("replies");
  const bool closed = replies != nullptr && replies->as<bool>() != nullptr && !*replies->as<bool>();
  made.content = {kind.value_or(article::Kind::News), pair_in(entry, "title"),
                  pair_in(entry, "body"), !closed};
  made.state = article::State::Published;
  const bool whole =
      kind && made.published_at && author != nullptr && article::check_content(made.content).ok();
  if (!whole) return malformed("articles.toml, line " + std::to_string(entry.line));
  made.unit = author->unit;
  made.id = article::slug_of(made.content.title.vi);
  return made;
}

OrFailure<article::Reply> reply_of(const TomlValue& entry, std::string id,
                                   const std::string& article) {
  const auto sent = parse_moment(string_in(entry, "sent"));
  article::Reply reply;
  reply.id = std::move(id);
  reply.article = article;
  reply.name = string_in(entry, "name");
  reply.email = string_in(entry, "email");
  reply.text = string_in(entry, "text");
  reply.sent_at = sent.value_or(Moment{});
  if (!sent || reply.name.empty() || reply.text.empty()) {
    return malformed("articles.toml, line " + std::to_string(entry.line));
  }
  reply.judged_at = parse_moment(string_in(entry, "judged"));
  reply.judged_by = string_in(entry, "judge");
  reply.answer = string_in(entry, "answer");
  return reply;
}

OrFailure<Nothing> put(const article::Reply& reply, ports::ArticleStore& store) {
  const auto added = store.add_reply(reply, no_limit);
  if (!added) return Unexpected{added.error()};
  if (!reply.judged_at) return Nothing{};
  auto judged = reply;
  judged.state = article::ReplyState::Published;
  const auto kept = store.judge_reply(judged, std::nullopt);
  if (!kept) return Unexpected{kept.error()};
  return Nothing{};
}

}  // namespace

OrFailure<Nothing> publish_demo_articles(const files::Assets& assets,
                                         const authority::Office& office,
                                         ports::ArticleStore& store) {
  const auto text = assets.find("offices/" + office.id + "/articles.toml");
  if (!text) return Nothing{};
  const auto tree = procedure::read_toml(*text);
  if (!tree) return malformed("articles.toml: " + tree.error().what);
  int number = 0;
  for (const auto& entry : list_in(*tree, "article")) {
    const auto made = article_of(entry, office);
    if (!made) return Unexpected{made.error()};
    if (const auto added = store.add_article(*made); !added) return Unexpected{added.error()};
    for (const auto& said : list_in(entry, "reply")) {
      const auto reply = reply_of(said, "demo-" + std::to_string(++number), made->id);
      if (!reply) return Unexpected{reply.error()};
      if (auto done = put(*reply, store); !done) return done;
    }
  }
  return Nothing{};
}

}  // namespace motcua::runtime
