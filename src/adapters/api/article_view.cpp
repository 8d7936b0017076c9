#include "api/article_view.hpp"

#include "article/markup.hpp"
#include "queries/json_parts.hpp"

namespace motcua::api {
namespace {

constexpr std::size_t longest_lead = 220;  // bytes

json::array write_blocks(std::string_view body) {
  json::array blocks;
  for (const auto& block : article::read_markup(body)) {
    json::array lines;
    for (const auto& line : block.lines) {
      json::array spans;
      for (const auto& span : line) {
        json::object out{{"text", span.text}};
        if (!span.address.empty()) out["address"] = span.address;
        spans.push_back(std::move(out));
      }
      lines.push_back(std::move(spans));
    }
    blocks.push_back(
        json::object{{"kind", article::write_block_kind(block.kind)}, {"lines", std::move(lines)}});
  }
  return blocks;
}

json::object write_both_blocks(const Text& body) {
  return json::object{{"vi", write_blocks(body.vi)}, {"en", write_blocks(body.en)}};
}

}  // namespace

commands::ArticleDesk article_desk(const Parts& parts) {
  return {parts.world, *parts.articles, parts.chance};
}

json::object write_article_summary(const Parts& parts, const article::Article& one) {
  const auto& body = one.content.body;
  return json::object{{"id", one.id},
                      {"kind", article::write_kind(one.content.kind)},
                      {"title", queries::write(one.content.title)},
                      {"lead", queries::write(Text{article::lead_of(body.vi, longest_lead),
                                                   article::lead_of(body.en, longest_lead)})},
                      {"unit", queries::write(queries::unit_name(parts.world.office(), one.unit))},
                      {"published_at", queries::write(one.published_at)},
                      {"corrected_at", queries::write(one.corrected_at)}};
}

json::object write_public_article(const Parts& parts, const article::Article& one,
                                  const std::vector<article::Reply>& replies) {
  auto out = write_article_summary(parts, one);
  out["correction"] = queries::write(one.correction);
  out["blocks"] = write_both_blocks(one.content.body);
  out["takes_replies"] = one.content.takes_replies;
  json::array list;
  for (const auto& reply : replies) {
    list.push_back(json::object{{"name", reply.name},
                                {"text", reply.text},
                                {"sent_at", write_moment(reply.sent_at)},
                                {"answer", reply.answer}});
  }
  out["replies"] = std::move(list);
  return out;
}

json::object write_edited_article(const Parts& parts, const article::Article& one) {
  auto out = write_article_summary(parts, one);
  out["body"] = queries::write(one.content.body);
  out["blocks"] = write_both_blocks(one.content.body);
  out["correction"] = queries::write(one.correction);
  out["takes_replies"] = one.content.takes_replies;
  out["state"] = article::write_state(one.state);
  out["author"] = one.author;
  out["revision"] = one.revision;
  return out;
}

json::object write_judged_reply(const ports::ReplyOfArticle& of_article) {
  const auto& reply = of_article.reply;
  return json::object{{"id", reply.id},
                      {"article", reply.article},
                      {"title", queries::write(of_article.title)},
                      {"name", reply.name},
                      {"email", reply.email},
                      {"text", reply.text},
                      {"sent_at", write_moment(reply.sent_at)},
                      {"state", article::write_reply_state(reply.state)},
                      {"answer", reply.answer},
                      {"reason", reply.reason},
                      {"judged_by", reply.judged_by},
                      {"judged_at", queries::write(reply.judged_at)}};
}

}  // namespace motcua::api
