// How many words a text of PDF has: what bounds the objects that can be made of it.
#pragma once

#include <cstddef>
#include <string_view>

namespace motcua::signature {

// Counts runs of letters between blanks and brackets, and what opens a bracket: no object takes
// less. A text may come in parts, one after the other.
class WordCount {
 public:
  void add(std::string_view text);
  std::size_t words() const { return words_; }

 private:
  std::size_t words_ = 0;
  unsigned char inside_ = 0;  // 1: the part before ended within a word
};

}  // namespace motcua::signature
