#include "article/markup.hpp"

#include <algorithm>
#include <array>

namespace motcua::article {
namespace {

constexpr std::string_view item_sign = "- ";
constexpr std::string_view heading_sign = "## ";

std::string_view trimmed(std::string_view text) {
  const auto from = text.find_first_not_of(" \t\r");
  if (from == std::string_view::npos) return {};
  return text.substr(from, text.find_last_not_of(" \t\r") - from + 1);
}

// Letters an address may have as it stands (RFC 3986); anything else could end an attribute, hide
// a scheme or show as something it is not.
bool is_address_letter(char letter) {
  static constexpr std::string_view others = "-._~:/?#@!$&'*+,;=%";
  const bool plain = (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
                     (letter >= '0' && letter <= '9');
  return plain || others.find(letter) != std::string_view::npos;
}

bool is_link(std::string_view address) {
  const bool here = address.starts_with('/') && !address.starts_with("//");
  const bool elsewhere = address.starts_with("https://") && address.size() > 8;
  return (here || elsewhere) && std::all_of(address.begin(), address.end(), is_address_letter);
}

struct Found {
  std::size_t begin = std::string_view::npos;  // npos: no link
  std::size_t end = 0;
  Span span;
};

Found next_link(std::string_view line, std::size_t from) {
  for (auto open = line.find('[', from); open != std::string_view::npos;
       open = line.find('[', open + 1)) {
    const auto middle = line.find("](", open);
    if (middle == std::string_view::npos) return {};
    const auto close = line.find(')', middle);
    if (close == std::string_view::npos) return {};
    const auto words = line.substr(open + 1, middle - open - 1);
    const auto address = line.substr(middle + 2, close - middle - 2);
    if (!trimmed(words).empty() && words.find('[') == std::string_view::npos && is_link(address)) {
      return {open, close + 1, {std::string(words), std::string(address)}};
    }
  }
  return {};
}

std::vector<Span> read_line(std::string_view line) {
  std::vector<Span> spans;
  std::size_t from = 0;
  for (auto link = next_link(line, 0); link.begin != std::string_view::npos;
       link = next_link(line, from)) {
    if (link.begin > from) spans.push_back({std::string(line.substr(from, link.begin - from)), ""});
    spans.push_back(std::move(link.span));
    from = link.end;
  }
  if (from < line.size()) spans.push_back({std::string(line.substr(from)), ""});
  return spans;
}

// Takes lines and makes blocks of them.
class Reader {
 public:
  void take(std::string_view line) {
    line = trimmed(line);
    if (line.empty()) {
      end_paragraph();
      in_list_ = false;
    } else if (line.starts_with(item_sign)) {
      end_paragraph();
      if (!in_list_) blocks_.push_back({BlockKind::List, {}});
      in_list_ = true;
      blocks_.back().lines.push_back(read_line(trimmed(line.substr(item_sign.size()))));
    } else if (line.starts_with(heading_sign)) {
      end_paragraph();
      in_list_ = false;
      blocks_.push_back(
          {BlockKind::Heading, {read_line(trimmed(line.substr(heading_sign.size())))}});
    } else {
      in_list_ = false;
      paragraph_ += (paragraph_.empty() ? "" : " ") + std::string(line);
    }
  }

  std::vector<Block> finish() {
    end_paragraph();
    return std::move(blocks_);
  }

 private:
  void end_paragraph() {
    if (paragraph_.empty()) return;
    blocks_.push_back({BlockKind::Paragraph, {read_line(paragraph_)}});
    paragraph_.clear();
  }

  std::vector<Block> blocks_;
  std::string paragraph_;
  bool in_list_ = false;
};

}  // namespace

std::string_view write_block_kind(BlockKind kind) {
  static constexpr std::array<std::string_view, 3> names{"paragraph", "heading", "list"};
  return names[static_cast<std::size_t>(kind)];
}

std::vector<Block> read_markup(std::string_view text) {
  Reader reader;
  while (!text.empty()) {
    const auto end = text.find('\n');
    reader.take(text.substr(0, end));
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
  }
  return reader.finish();
}

std::string lead_of(std::string_view text, std::size_t most) {
  std::string lead;
  for (const auto& block : read_markup(text)) {
    if (block.kind != BlockKind::Paragraph) continue;
    for (const auto& span : block.lines.front()) lead += span.text;
    break;
  }
  if (lead.size() <= most) return lead;
  const auto cut = lead.rfind(' ', most);
  return lead.substr(0, cut == std::string::npos ? 0 : cut) + "…";
}

}  // namespace motcua::article
