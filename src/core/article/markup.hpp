// The few signs an article may be written with, read into blocks that a page draws as elements.
//
//   A blank line ends a paragraph. Lines that begin with "- " make a list. "## " is a heading.
//   [words](/thu-tuc/abtc/) and [words](https://example.org/) are links; any other address, and
//   any other sign, is text as it stands. No HTML comes in or goes out: whoever draws escapes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace motcua::article {

struct Span {
  std::string text;
  std::string address;  // of a link: "/…" of this site, or "https://…"; empty: plain text
  bool operator==(const Span&) const = default;
};

enum class BlockKind { Paragraph, Heading, List };
std::string_view write_block_kind(BlockKind kind);  // "paragraph", "heading", "list"

struct Block {
  BlockKind kind = BlockKind::Paragraph;
  std::vector<std::vector<Span>> lines;  // one of a paragraph or heading, one for each list item
  bool operator==(const Block&) const = default;
};

std::vector<Block> read_markup(std::string_view text);

// The text of the first paragraph, without its signs, cut at a word near `most` bytes.
std::string lead_of(std::string_view text, std::size_t most);

}  // namespace motcua::article
