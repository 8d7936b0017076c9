#include "base/rejection.hpp"

namespace motcua {

std::string Rejection::message(Language language) const {
  std::string text(language == Language::English ? kind->en : kind->vi);
  for (const auto& [name, value] : details) {
    const std::string mark = "{" + name + "}";
    for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, at)) {
      text.replace(at, mark.size(), value);
      at += value.size();
    }
  }
  return text;
}

}  // namespace motcua
