#include "schema/ecma_pattern.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <vector>

#include "base/utf8.hpp"
#include "schema/ecma_class.hpp"

namespace motcua::schema {
namespace {

constexpr int deepest_group = 100;
constexpr std::uint32_t largest_count = 65535;  // PCRE2's limit

// One pass over the pattern; the first fault ends it.
class Translation {
 public:
  explicit Translation(std::u32string pattern) : reader_(std::move(pattern)) {}

  Result<TranslatedPattern, PatternFault> run() {
    count_groups();
    const bool begins_at_start = reader_.next_is(U'^');
    disjunction(0);
    if (reader_.ok() && !reader_.at_end()) reader_.fail("an unmatched )");
    if (!reader_.ok()) return Unexpected{reader_.fault()};
    return TranslatedPattern{std::move(out_), begins_at_start && !has_top_level_choice_};
  }

 private:
  // Back references may point ahead, so the groups are known before anything is read.
  void count_groups() {
    bool in_class = false;
    const std::u32string& text = reader_.text();
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (text[i] == U'\\') {
        ++i;
      } else if (text[i] == U'[') {
        in_class = true;
      } else if (text[i] == U']') {
        in_class = false;
      } else if (text[i] == U'(' && !in_class) {
        count_group(text, i + 1);
      }
    }
  }

  void count_group(const std::u32string& text, std::size_t at) {
    const bool special = at < text.size() && text[at] == U'?';
    const bool named = special && at + 2 < text.size() && text[at + 1] == U'<' &&
                       text[at + 2] != U'=' && text[at + 2] != U'!';
    if (special && !named) return;
    ++groups_;
    if (!named) return;
    const auto end = text.find(U'>', at);
    const std::u32string name = text.substr(at + 2, end == text.npos ? end : end - at - 2);
    if (std::ranges::find(names_, name, &Name::text) != names_.end()) {
      reader_.fail("a group name used twice");
    }
    names_.push_back({name, groups_});
  }

  void disjunction(int depth) {
    if (depth > deepest_group) return reader_.fail("groups nested too deeply");
    while (reader_.ok() && !reader_.at_end() && !reader_.next_is(U')')) {
      if (reader_.skip(U'|')) {
        out_ += '|';
        has_top_level_choice_ = has_top_level_choice_ || depth == 0;
      } else {
        term(depth);
      }
    }
  }

  void term(int depth) {
    const char32_t next = reader_.take();
    bool repeatable = true;
    switch (next) {
      case U'^':
        out_ += "\\A";
        repeatable = false;
        break;
      case U'$':
        out_ += "\\z";
        repeatable = false;
        break;
      case U'.':
        out_ += "[^\\n\\r\\x{2028}\\x{2029}]";
        break;
      case U'(':
        repeatable = group(depth);
        break;
      case U'[':
        out_ += read_character_class(reader_);
        break;
      case U'\\':
        repeatable = escape();
        break;
      case U'*':
      case U'+':
      case U'?':
      case U'{':
        return reader_.fail("nothing to repeat");
      case U'}':
      case U']':
        return reader_.fail("an unmatched bracket");
      default:
        out_ += write_literal(next);
    }
    if (reader_.ok()) quantifier(repeatable);
  }

  // After "(". Look-around is an assertion and cannot be repeated.
  bool group(int depth) {
    bool repeatable = true;
    if (reader_.skip(U'?')) {
      const bool behind =
          reader_.next_is(U'<') && (reader_.peek(1) == U'=' || reader_.peek(1) == U'!');
      if (reader_.skip(U':')) {
        out_ += "(?:";
      } else if (behind || reader_.next_is(U'=') || reader_.next_is(U'!')) {
        out_ += behind ? "(?<" : "(?";
        if (behind) reader_.take();
        out_ += static_cast<char>(reader_.take());
        repeatable = false;
      } else if (reader_.skip(U'<')) {
        out_ += '(';
        read_group_name();
      } else {
        reader_.fail("an unknown kind of group");
      }
    } else {
      out_ += '(';
    }
    disjunction(depth + 1);
    if (!reader_.skip(U')')) reader_.fail("a ( without its )");
    out_ += ')';
    return repeatable;
  }

  std::u32string read_group_name() {
    std::u32string name;
    while (reader_.ok() && !reader_.next_is(U'>')) {
      const char32_t c = reader_.take();
      const bool letter = (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || c == U'_' ||
                          c == U'$' || c > 0x7F;
      if (!letter && (name.empty() || c < U'0' || c > U'9')) reader_.fail("a broken group name");
      name += c;
    }
    reader_.take();
    if (name.empty()) reader_.fail("a group name that is empty");
    return name;
  }

  bool escape() {
    const char32_t next = reader_.peek();
    if (next == U'b' || next == U'B') {
      out_ += next == U'b' ? "\\b" : "\\B";
      reader_.take();
      return false;
    }
    if (next >= U'1' && next <= U'9') {
      refer_to(reader_.take_number());
    } else if (next == U'k') {
      reader_.take();
      if (!reader_.skip(U'<')) reader_.fail("\\k without a group name");
      const auto found = std::ranges::find(names_, read_group_name(), &Name::text);
      refer_to(found == names_.end() ? 0 : found->group);
    } else {
      out_ += write_class(read_class_escape(reader_));
    }
    return true;
  }

  void refer_to(std::optional<std::uint32_t> group) {
    if (!group || *group == 0 || *group > groups_) {
      return reader_.fail("a reference to a group that is not there");
    }
    out_ += "\\g{" + std::to_string(*group) + "}";
  }

  void quantifier(bool repeatable) {
    std::string counts;
    if (reader_.skip(U'*')) {
      counts = "*";
    } else if (reader_.skip(U'+')) {
      counts = "+";
    } else if (reader_.skip(U'?')) {
      counts = "?";
    } else if (reader_.skip(U'{')) {
      counts = read_counts();
    } else {
      return;
    }
    if (!repeatable) return reader_.fail("nothing to repeat");
    out_ += counts;
    if (reader_.skip(U'?')) out_ += '?';
  }

  std::string read_counts() {
    const auto least = reader_.take_number();
    auto most = least;
    bool open = false;
    if (reader_.skip(U',')) {
      open = reader_.next_is(U'}');
      if (!open) most = reader_.take_number();
    }
    if (!reader_.skip(U'}') || !least || !most) return reader_.fail("a broken repetition"), "";
    if (*most < *least) return reader_.fail("a repetition with its limits reversed"), "";
    if (*most > largest_count) return reader_.fail("a repetition beyond 65535"), "";
    return "{" + std::to_string(*least) + "," + (open ? "" : std::to_string(*most)) + "}";
  }

  struct Name {
    std::u32string text;
    std::uint32_t group;
  };

  PatternReader reader_;
  std::string out_;
  std::vector<Name> names_;
  std::uint32_t groups_ = 0;
  bool has_top_level_choice_ = false;
};

}  // namespace

Result<TranslatedPattern, PatternFault> translate_ecma_pattern(std::string_view pattern) {
  std::u32string decoded;
  while (!pattern.empty()) {
    const char32_t code = take_code_point(pattern);
    if (code == invalid_code_point) return Unexpected{PatternFault{decoded.size(), "not UTF-8"}};
    decoded += code;
  }
  return Translation(std::move(decoded)).run();
}

}  // namespace motcua::schema
