#include "signature/unpacked_size.hpp"

#include <zlib.h>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFXRefEntry.hh>

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <optional>
#include <set>

#include "signature/white_space.hpp"
#include "signature/words.hpp"

namespace motcua::signature {
namespace {

constexpr std::size_t cross_references = 4u << 20;  // bytes: 500,000 entries of a usual width
constexpr std::size_t longest_dictionary = 16u << 10;
constexpr std::size_t most_steps = 200'000'000;
constexpr std::string_view stream_keyword = "stream";
constexpr std::size_t window = 1u << 20;  // bytes looked at before the next

// How much longer than its packed form content can be.
struct Filter {
  std::string_view name;
  std::size_t growth;
};
constexpr std::array<Filter, 6> filters{{{"FlateDecode", 1032},
                                         {"/Fl", 1032},
                                         {"LZWDecode", 1400},
                                         {"/LZW", 1400},
                                         {"RunLengthDecode", 64},
                                         {"/RL", 64}}};

int hex_digit(char c) {
  return c >= '0' && c <= '9'   ? c - '0'
         : c >= 'a' && c <= 'f' ? c - 'a' + 10
         : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                : -1;
}

// Names may hide their letters behind "#41".
std::string without_escapes(std::string_view text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool escape = text[i] == '#' && i + 2 < text.size() && hex_digit(text[i + 1]) >= 0 &&
                        hex_digit(text[i + 2]) >= 0;
    plain +=
        escape ? static_cast<char>(hex_digit(text[i + 1]) * 16 + hex_digit(text[i + 2])) : text[i];
    if (escape) i += 2;
  }
  return plain;
}

// Reads over blanks and comments.
std::size_t skip_blanks(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    if (text[at] == '%') {
      at = std::min(text.find_first_of("\r\n", at), text.size());
    } else if (white_space.find(text[at]) == white_space.npos) {
      break;
    } else {
      ++at;
    }
  }
  return at;
}

// The end of the "(...)" that begins at `at`.
std::size_t skip_string(std::string_view text, std::size_t at) {
  int open = 0;
  for (; at < text.size(); ++at) {
    if (text[at] == '\\') {
      ++at;
    } else if (text[at] == '(') {
      ++open;
    } else if (text[at] == ')' && --open == 0) {
      return at + 1;
    }
  }
  return text.size();
}

// Whether `text` is one dictionary, with nothing but blanks and comments around it; counts `steps`.
bool is_dictionary(std::string_view text, std::size_t& steps) {
  std::size_t at = skip_blanks(text, 0);
  int open = 0;
  if (!text.substr(at).starts_with("<<")) return false;
  while (at < text.size()) {
    ++steps;
    const auto rest = text.substr(at);
    if (rest.starts_with("<<")) {
      ++open;
      at += 2;
    } else if (rest.starts_with(">>")) {
      at += 2;
      if (--open == 0) return skip_blanks(text, at) == text.size();
    } else if (rest.front() == '<') {
      at = std::min(text.find('>', at), text.size() - 1) + 1;
    } else if (rest.front() == '(') {
      at = skip_string(text, at);
    } else if (rest.front() == '%') {
      at = skip_blanks(text, at);
    } else {
      ++at;
    }
  }
  return false;
}

// The dictionary of the stream at `keyword`, escapes undone. A comment or a string in it can look
// like the start of a smaller one: the longest that reads as a dictionary counts.
std::optional<std::string> dictionary_before(std::string_view pdf, std::size_t keyword,
                                             std::size_t& steps) {
  const auto from = keyword > longest_dictionary ? keyword - longest_dictionary : 0;
  const auto text = pdf.substr(from, keyword - from);
  for (auto at = text.find("obj"); at != text.npos; at = text.find("obj", at + 1)) {
    const auto candidate = text.substr(at + 3);
    if (is_dictionary(candidate, steps)) return without_escapes(candidate);
  }
  return std::nullopt;
}

std::size_t occurrences(std::string_view text, std::string_view word) {
  std::size_t count = 0;
  for (auto at = text.find(word); at != text.npos; at = text.find(word, at + 1)) {
    const auto after = at + word.size();
    const bool whole =
        after >= text.size() || !std::isalpha(static_cast<unsigned char>(text[after]));
    count += whole ? 1 : 0;
  }
  return count;
}

struct Inflater {
  z_stream state{};
  bool ready = inflateInit(&state) == Z_OK;
  Inflater() = default;
  Inflater(const Inflater&) = delete;
  Inflater& operator=(const Inflater&) = delete;
  ~Inflater() { inflateEnd(&state); }
};

// Bytes that `packed` begins with when unpacked, counted up to a little over `enough`.
std::size_t unpacked_size(std::string_view packed, std::size_t enough) {
  Inflater inflater;
  if (!inflater.ready) return 0;
  auto& state = inflater.state;
  std::array<unsigned char, 1 << 15> out{};
  state.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
  state.avail_in = static_cast<uInt>(packed.size());
  int status = Z_OK;
  while (status == Z_OK && state.total_out <= enough) {
    state.next_out = out.data();
    state.avail_out = static_cast<uInt>(out.size());
    status = inflate(&state, Z_NO_FLUSH);
  }
  return state.total_out;
}

std::size_t number_after(std::string_view text, std::string_view key, std::size_t otherwise) {
  auto at = text.rfind(key);
  if (at == text.npos) return otherwise;
  at = text.find_first_not_of(white_space, at + key.size());
  if (at == text.npos) return otherwise;
  std::size_t number = 0;
  const auto read = std::from_chars(text.data() + at, text.data() + text.size(), number);
  const std::string_view rest(read.ptr,
                              static_cast<std::size_t>(text.data() + text.size() - read.ptr));
  const auto next = rest.find_first_not_of(white_space);
  const bool direct = read.ec == std::errc{} && (next == rest.npos || !std::isdigit(rest[next]));
  return direct ? number : otherwise;
}

// The largest that the layers of packing named in `dictionary` can make of a stream whose first
// layer unpacks to `measured` bytes, or, when that is none, of its `packed` bytes.
std::size_t largest_size(const std::string& dictionary, std::size_t measured, std::size_t packed,
                         std::size_t enough) {
  bool is_measured = measured > 0;
  std::size_t size = is_measured ? measured : packed;
  bool is_packed = is_measured;
  for (const auto& filter : filters) {
    for (auto n = occurrences(dictionary, filter.name); n > 0 && size <= enough; --n) {
      if (is_measured && filter.growth == 1032) {
        is_measured = false;  // that layer is known
        continue;
      }
      size *= filter.growth;
      is_packed = true;
    }
  }
  return is_packed ? size : 0;
}

// What does not read as a stream, and yet unpacks, is held as short as a cross-reference stream.
std::size_t most_for(const std::optional<std::string>& dictionary, const Limits& limits) {
  const bool plain = dictionary && occurrences(*dictionary, "/XRef") == 0;
  return plain ? limits.unpacked : std::min(limits.unpacked, cross_references);
}

// Looks at one stream after the other.
class Streams {
 public:
  Streams(std::string_view pdf, const Limits& limits)
      : pdf_(pdf), limits_(limits), budget_(limits.all_unpacked) {}

  // At the keyword that opens one.
  OrFailure<Nothing> look_at(std::size_t keyword) {
    if (keyword >= 3 && pdf_.substr(keyword - 3, 3) == "end") return Nothing{};
    const auto start = pdf_.find_first_not_of(white_space, keyword + stream_keyword.size());
    if (start == pdf_.npos) return Nothing{};
    const auto dictionary = dictionary_before(pdf_, keyword, steps_);
    if (steps_ > most_steps) return malformed("the streams of the PDF cannot be told apart");
    const auto most = most_for(dictionary, limits_);
    const auto size = unpacked_size(pdf_.substr(start), std::min(most, budget_));
    const auto rest = pdf_.size() - start;
    const auto packed = std::min(number_after(dictionary.value_or(""), "/Length", rest), rest);
    const auto largest = largest_size(dictionary.value_or(""), size, packed, most);
    if (size > budget_ || largest > most) {
      return malformed("the PDF has a stream that unpacks to more than " +
                       std::to_string(std::min(most, budget_)) + " bytes");
    }
    budget_ -= size;
    return Nothing{};
  }

 private:
  std::string_view pdf_;
  const Limits& limits_;
  std::size_t budget_;
  std::size_t steps_ = 0;
};

}  // namespace

OrFailure<Nothing> check_objects(QPDF& document, const Limits& limits) {
  const auto table = document.getXRefTable();
  if (table.size() > limits.objects) {
    return malformed("the PDF has more than " + std::to_string(limits.objects) + " objects");
  }
  std::set<int> packed_in;
  for (const auto& [id, entry] : table) {
    if (entry.getType() == 2) packed_in.insert(entry.getObjStreamNumber());
  }
  WordCount count;
  for (const int number : packed_in) {
    auto stream = document.getObjectByID(number, 0);
    if (!stream.isStream()) continue;
    const auto content = stream.getStreamData();
    const auto* bytes = reinterpret_cast<const char*>(content->getBuffer());
    count.add({bytes, content->getSize()});
    if (count.words() > limits.words) return malformed("the PDF unpacks to too many objects");
  }
  return Nothing{};
}

OrFailure<Nothing> check_unpacked_sizes(std::string_view pdf, const Limits& limits,
                                        const Passed& passed) {
  WordCount count;
  Streams streams(pdf, limits);
  for (std::size_t from = 0; from < pdf.size(); from += window) {
    count.add(pdf.substr(from, window));
    if (count.words() > limits.words) return malformed("the PDF has too many words");
    // A keyword may begin in this window and end in the next.
    const auto here = pdf.substr(from, window + stream_keyword.size() - 1);
    for (auto at = here.find(stream_keyword); at != here.npos;
         at = here.find(stream_keyword, at + 1)) {
      if (auto sound = streams.look_at(from + at); !sound) return sound;
    }
    if (passed) passed(std::min(from + window, pdf.size()));
  }
  return Nothing{};
}

}  // namespace motcua::signature
