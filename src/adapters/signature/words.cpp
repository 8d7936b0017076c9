#include "signature/words.hpp"

#include <algorithm>
#include <cstring>

namespace motcua::signature {
namespace {

constexpr std::string_view between{" \t\r\n\f\0()<>[]{}/%", 16};
constexpr std::string_view opening{"[<(", 3};
constexpr int block_size = 128;  // a sum of it fits into a byte

}  // namespace

// Each pass over a block is a loop that the compiler does sixteen bytes at a time: every byte of
// every paper goes through here.
void WordCount::add(std::string_view text) {
  while (!text.empty()) {
    unsigned char block[block_size] = {};  // what is not there is between words
    unsigned char letters[block_size + 1];
    unsigned char counted[block_size];
    const auto size = std::min<std::size_t>(text.size(), block_size);
    std::memcpy(block, text.data(), size);
    letters[0] = inside_;
    std::fill(letters + 1, letters + block_size + 1, static_cast<unsigned char>(1));
    for (const char c : between) {
      const auto end = static_cast<unsigned char>(c);
      for (int i = 0; i < block_size; ++i) letters[i + 1] = block[i] == end ? 0 : letters[i + 1];
    }
    for (int i = 0; i < block_size; ++i) {
      counted[i] = static_cast<unsigned char>(letters[i + 1] & (letters[i] ^ 1));
    }
    for (const char c : opening) {
      const auto open = static_cast<unsigned char>(c);
      for (int i = 0; i < block_size; ++i) counted[i] = block[i] == open ? 1 : counted[i];
    }
    unsigned char sum = 0;
    for (int i = 0; i < block_size; ++i) sum = static_cast<unsigned char>(sum + counted[i]);
    words_ += sum;
    inside_ = letters[size];
    text.remove_prefix(size);
  }
}

}  // namespace motcua::signature
