// Feeds hostile text to the XML reader.
//
// Checked beside the sanitizers and the time limit: a refusal has a line and words, and what was
// read is written so that it reads again with the same elements.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "xml/document.hpp"

namespace {

using namespace motcua;

void require(bool holds) {
  if (!holds) std::abort();
}

void list(pugi::xml_node element, std::string& out) {
  const auto name = xml::name_of(element);
  out += std::string(name.uri) + "|" + std::string(name.local) + "|" + xml::text_of(element) + "\n";
  for (auto child : xml::elements(element)) list(child, out);
}

std::string inventory(const xml::Document& document) {
  std::string out;
  list(document.root(), out);
  return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* input, std::size_t size) {
  const auto document =
      xml::Document::read(std::string_view(reinterpret_cast<const char*>(input), size));
  if (!document) {
    require(document.error().line >= 1);
    require(!document.error().what.vi.empty() && !document.error().what.en.empty());
    return 0;
  }
  require(document->line(document->root()) >= 1);
  const auto again = xml::Document::read(document->write());
  require(again.ok());
  require(inventory(*document) == inventory(*again));
  return 0;
}
