#include "xml/document.hpp"

#include <algorithm>
#include <iterator>
#include <string>

namespace motcua::xml {
namespace {

constexpr std::size_t max_bytes = 4'000'000;
constexpr int max_levels = 200;
constexpr int max_elements = 200'000;
constexpr int max_attributes_on_the_way = 512;  // names are resolved by looking at them

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

struct Trouble {
  pugi::xml_node at;
  Text what;
};

bool repeats_an_attribute(pugi::xml_node element) {
  std::vector<std::string_view> names;
  for (auto at : element.attributes()) names.emplace_back(at.name());
  std::ranges::sort(names);
  return std::ranges::adjacent_find(names) != names.end();
}

int count_attributes(pugi::xml_node element) {
  const auto attributes = element.attributes();
  return static_cast<int>(std::distance(attributes.begin(), attributes.end()));
}

// XML 1.0, 2.2: no control characters but tab and line ends; references may not make any either.
bool has_forbidden_character(std::string_view text) {
  return std::ranges::any_of(text, [](char c) {
    return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r';
  });
}

bool is_unreadable(std::string_view text) {
  return has_forbidden_character(text) || !is_valid_utf8(text);
}

bool is_name(std::string_view name) {
  const Split parts = split(name);
  return !parts.local.empty() && parts.local.find(':') == std::string_view::npos &&
         (!parts.prefix.empty() || name.find(':') == std::string_view::npos);
}

bool is_well_named(pugi::xml_node element) {
  const auto attributes = element.attributes();
  return is_name(element.name()) && std::all_of(attributes.begin(), attributes.end(),
                                                [](auto at) { return is_name(at.name()); });
}

bool is_readable(pugi::xml_node node) {
  const auto attributes = node.attributes();
  return !is_unreadable(node.value()) &&
         std::none_of(attributes.begin(), attributes.end(),
                      [](auto at) { return is_unreadable(at.value()); });
}

// Walks the elements without recursion and keeps the limits of the header.
class LimitCheck {
 public:
  Trouble run(pugi::xml_node root) {
    pugi::xml_node at = root;
    while (at) {
      if (auto trouble = enter(at); trouble.at) return trouble;
      if (at.first_child()) {
        at = at.first_child();
        continue;
      }
      while (at && at != root && !at.next_sibling()) leave(at), at = at.parent();
      if (!at || at == root) break;
      leave(at);
      at = at.next_sibling();
    }
    return {};
  }

 private:
  Trouble enter(pugi::xml_node at) {
    ++level_;
    if (!is_readable(at)) {
      return {at.type() == pugi::node_element ? at : at.parent(),
              {"có ký tự mà XML không cho phép", "holds a character that XML does not allow"}};
    }
    if (at.type() != pugi::node_element) return {};
    if (level_ > max_levels + 1)
      return {at, {"lồng sâu hơn 200 cấp", "nested deeper than 200 levels"}};
    if (!is_well_named(at)) {
      return {at, {"tên không theo quy tắc của XML", "a name is not as XML has it"}};
    }
    if (++elements_ > max_elements) {
      return {at, {"nhiều hơn 200.000 phần tử", "more than 200,000 elements"}};
    }
    const int count = count_attributes(at);
    attributes_ += count;
    if (attributes_ > max_attributes_on_the_way) {
      return {at, {"quá nhiều thuộc tính", "too many attributes"}};
    }
    if (count > 1 && repeats_an_attribute(at)) {
      return {at, {"một thuộc tính ghi hai lần", "an attribute is given twice"}};
    }
    return {};
  }
  void leave(pugi::xml_node at) {
    --level_;
    attributes_ -= count_attributes(at);
  }

  int level_ = 0;
  int elements_ = 0;
  int attributes_ = 0;
};

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
  if (const auto bad = std::ranges::find_if(
          text, [](char c) { return has_forbidden_character(std::string_view(&c, 1)); });
      bad != text.end()) {
    const auto at = static_cast<std::size_t>(bad - text.begin());
    return Unexpected{
        ReadError{line_at(document.line_ends_, at),
                  {"có ký tự mà XML không cho phép", "holds a character that XML does not allow"}}};
  }
  if (!is_valid_utf8(text)) {
    return Unexpected{ReadError{1, {"tệp không phải UTF-8", "the file is not UTF-8"}}};
  }
  const unsigned options = pugi::parse_default | pugi::parse_doctype | pugi::parse_comments |
                           pugi::parse_pi | pugi::parse_declaration | pugi::parse_ws_pcdata;
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
    if (node.type() == pugi::node_element && node != document.root()) {
      return Unexpected{
          ReadError{document.line(node),
                    {"có nhiều hơn một phần tử gốc", "there is more than one root element"}}};
    }
  }
  if (auto trouble = LimitCheck().run(document.root()); trouble.at) {
    return Unexpected{ReadError{document.line(trouble.at), trouble.what}};
  }
  return document;
}

int Document::line(pugi::xml_node element) const {
  return line_at(line_ends_,
                 static_cast<std::size_t>(std::max<std::ptrdiff_t>(element.offset_debug(), 0)));
}

std::string Document::write() const {
  struct Text : pugi::xml_writer {
    void write(const void* from, std::size_t size) override {
      text.append(static_cast<const char*>(from), size);
    }
    std::string text;
  } out;
  const unsigned options = pugi::format_raw | pugi::format_no_declaration;
  tree_->save(out, "", options, pugi::encoding_utf8);
  // pugixml leaves carriage returns in text as they are, and a reader would make line feeds of
  // them.
  for (std::size_t at = 0; (at = out.text.find('\r', at)) != std::string::npos;) {
    out.text.replace(at, 1, "&#13;");
  }
  return std::move(out.text);
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
