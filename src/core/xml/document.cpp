#include "xml/document.hpp"

#include <algorithm>

namespace motcua::xml {
namespace {

constexpr std::size_t max_bytes = 4'000'000;
constexpr int max_levels = 200;

// The URI that `prefix` stands for at `element`: the nearest declaration on the way up.
std::string_view resolve(pugi::xml_node element, std::string_view prefix) {
  const std::string declaration = prefix.empty() ? "xmlns" : "xmlns:" + std::string(prefix);
  for (pugi::xml_node at = element; at; at = at.parent()) {
    if (auto found = at.attribute(declaration.c_str())) return found.value();
  }
  return {};
}

struct Split {
  std::string_view prefix;
  std::string_view local;
};

Split split(std::string_view name) {
  const std::size_t colon = name.find(':');
  if (colon == std::string_view::npos) return {{}, name};
  return {name.substr(0, colon), name.substr(colon + 1)};
}

// The first element below max_levels, walking without recursion; null when there is none.
pugi::xml_node too_deep(pugi::xml_node root) {
  pugi::xml_node at = root;
  for (int level = 0; at;) {
    if (level > max_levels) return at;
    if (at.first_child()) {
      at = at.first_child();
      ++level;
      continue;
    }
    while (at && at != root && !at.next_sibling()) at = at.parent(), --level;
    if (!at || at == root) break;
    at = at.next_sibling();
  }
  return {};
}

int line_at(const std::vector<std::size_t>& line_ends, std::size_t offset) {
  auto found = std::ranges::lower_bound(line_ends, offset);
  return static_cast<int>(found - line_ends.begin()) + 1;
}

}  // namespace

Result<Document, ReadError> Document::read(std::string_view text) {
  if (text.size() > max_bytes)
    return Unexpected{ReadError{1, {"tệp lớn hơn 4 MB", "larger than 4 MB"}}};
  Document document;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\n') document.line_ends_.push_back(i);
  }
  const unsigned options = pugi::parse_default | pugi::parse_doctype;
  auto parsed = document.tree_->load_buffer(text.data(), text.size(), options, pugi::encoding_utf8);
  if (!parsed) {
    const int line = line_at(document.line_ends_, static_cast<std::size_t>(parsed.offset));
    return Unexpected{
        ReadError{line, {std::string("XML hỏng: ") + parsed.description(), parsed.description()}}};
  }
  for (pugi::xml_node node : document.tree_->children()) {
    if (node.type() == pugi::node_doctype) {
      return Unexpected{ReadError{1,
                                  {"không được khai báo kiểu tài liệu (DOCTYPE)",
                                   "a document type declaration is not allowed"}}};
    }
  }
  if (auto deep = too_deep(document.root())) {
    return Unexpected{
        ReadError{document.line(deep), {"lồng sâu hơn 200 cấp", "nested deeper than 200 levels"}}};
  }
  return document;
}

int Document::line(pugi::xml_node element) const {
  return line_at(line_ends_,
                 static_cast<std::size_t>(std::max<std::ptrdiff_t>(element.offset_debug(), 0)));
}

Name name_of(pugi::xml_node element) {
  const Split name = split(element.name());
  return {resolve(element, name.prefix), name.local};
}

std::string attribute(pugi::xml_node element, std::string_view uri, std::string_view local) {
  for (pugi::xml_attribute at : element.attributes()) {
    const Split name = split(at.name());
    if (name.local != local || name.prefix == "xmlns") continue;
    if (uri.empty() ? name.prefix.empty()
                    : !name.prefix.empty() && resolve(element, name.prefix) == uri) {
      return at.value();
    }
  }
  return {};
}

std::vector<pugi::xml_node> elements(pugi::xml_node element) {
  std::vector<pugi::xml_node> found;
  for (pugi::xml_node child : element.children()) {
    if (child.type() == pugi::node_element) found.push_back(child);
  }
  return found;
}

std::vector<pugi::xml_node> children(pugi::xml_node element, Name name) {
  std::vector<pugi::xml_node> found = elements(element);
  std::erase_if(found, [&](pugi::xml_node child) { return name_of(child) != name; });
  return found;
}

std::string text_of(pugi::xml_node element) {
  std::string text;
  for (pugi::xml_node child : element.children()) {
    if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) {
      text += child.value();
    }
  }
  constexpr std::string_view blank = " \t\r\n";
  const std::size_t from = text.find_first_not_of(blank);
  if (from == std::string::npos) return {};
  return text.substr(from, text.find_last_not_of(blank) - from + 1);
}

}  // namespace motcua::xml
