#include "queries/authority_words.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "base/json.hpp"

namespace motcua::queries {
namespace {

struct Word {
  std::string_view code;
  std::string_view vi;
  std::string_view en;
};

constexpr std::string_view unchecked = "chưa kiểm chứng";
constexpr std::string_view missing = "NOT FOUND";
constexpr std::string_view key_start = "facts-";

// The keys of docs/law that matrices and procedures name as their source.
constexpr std::array known_sources{
    Word{"facts-2.2-1", "thủ tục công bố của Hà Nội, mục 1", "procedure 1 as published by Hà Nội"},
    Word{"facts-2.5", "thủ tục công bố của các tỉnh khác", "procedures other provinces published"},
    Word{"facts-2.2-2", "thủ tục công bố của Hà Nội, mục 2", "procedure 2 as published by Hà Nội"},
    Word{"facts-2.2-3", "thủ tục công bố của Hà Nội, mục 3", "procedure 3 as published by Hà Nội"},
    Word{"facts-2.2-4", "thủ tục công bố của Hà Nội, mục 4", "procedure 4 as published by Hà Nội"},
    Word{"facts-2.2-5", "thủ tục công bố của Hà Nội, mục 5", "procedure 5 as published by Hà Nội"},
    Word{"facts-2.6", "mức phí, lệ phí tìm thấy", "fees as they were found"},
    Word{"facts-3.5", "quy tắc tính thời hạn của các tỉnh", "rules of the clock of provinces"},
    Word{"facts-7.5", "hạn mức và phân cấp đoàn ra, theo báo chí",
         "limits and delegation of travel abroad, as reported by newspapers"},
};

// Words the shipped matrices put beside those keys.
constexpr std::array known_phrases{
    Word{"văn bản phân cấp riêng", "văn bản phân cấp riêng", "an instrument of delegation"},
    Word{"kế hoạch của Hà Nội", "kế hoạch của Hà Nội", "Hà Nội's plan of"},
    Word{"số văn bản", "số văn bản", "number of the instrument"},
    Word{"số của Hà Nội", "số của Hà Nội", "Hà Nội's number"},
    Word{"ở An Giang", "ở An Giang", "in An Giang"},
    Word{"ai là lãnh đạo chủ chốt", "ai là lãnh đạo chủ chốt", "who is a key leader"},
    Word{"Kế hoạch Hà Nội", "Kế hoạch của Hà Nội", "Hà Nội's plan of"},
    Word{"nhóm chức danh", "nhóm chức danh", "rank groups"},
    Word{"tính theo ngày lịch", "tính theo ngày lịch", "counted in calendar days"},
    Word{"cơ quan tự chọn", "cơ quan tự chọn", "the office's own choice"},
    Word{"QĐ 58/2012/QĐ-TTg", "Quyết định 58/2012/QĐ-TTg", "Decision 58/2012/QĐ-TTg"},
    Word{"ma trận thẩm quyền", "ma trận thẩm quyền", "authority matrix"},
};

Text words_of_key(std::string_view key) {
  const auto found = std::ranges::find(known_sources, key, &Word::code);
  if (found != known_sources.end()) return {std::string(found->vi), std::string(found->en)};
  const std::string number(key.substr(key_start.size()));
  return {"tài liệu căn cứ, mục " + number, "file of sources, item " + number};
}

struct KindOfLaw {
  std::string_view code;
  std::string_view vi;
  std::string_view en;
};
constexpr std::array<KindOfLaw, 4> kinds_of_law{{{"QD", "Quyết định ", "Decision "},
                                                 {"ND", "Nghị định ", "Decree "},
                                                 {"TT", "Thông tư ", "Circular "},
                                                 {"BLDS", "Bộ luật Dân sự ", "Civil Code "}}};

std::size_t digits_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && text[end] >= '0' && text[end] <= '9') ++end;
  return end - at;
}

// "QD58-2012" is Quyết định 58/2012, "ND61-18" is Nghị định 61, Điều 18: how many characters of the
// text it is, and its words; 0: it begins with no such key.
std::size_t key_of_law(std::string_view text, Text& words) {
  for (const auto& [code, vi, en] : kinds_of_law) {
    if (!text.starts_with(code)) continue;
    const auto number = digits_at(text, code.size());
    const auto dash = code.size() + number;
    if (number == 0 || dash >= text.size() || text[dash] != '-') continue;
    const auto last = digits_at(text, dash + 1);
    if (last == 0) continue;
    const std::string of(text.substr(code.size(), number));
    const std::string rest(text.substr(dash + 1, last));
    words = {std::string(vi) + of, std::string(en) + of};
    const bool year = last == 4;
    words.vi += (year ? "/" : ", Điều ") + rest;
    words.en += (year ? "/" : ", Article ") + rest;
    return dash + 1 + last;
  }
  return 0;
}

void append(Text& to, std::string_view vi, std::string_view en) {
  to.vi += vi;
  to.en += en;
}

std::size_t length_of_key(std::string_view text) {
  const auto is_part = [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || c == '.' || c == '-';
  };
  std::size_t end = key_start.size();
  while (end < text.size() && is_part(text[end])) ++end;
  while (end > 0 && text[end - 1] == '.') --end;
  return end;
}

std::string_view trimmed(std::string_view text) {
  const auto from = text.find_first_not_of(" \t\r\n");
  if (from == std::string_view::npos) return {};
  return text.substr(from, text.find_last_not_of(" \t\r\n") - from + 1);
}

// At the commas outside texts, ranges and calls.
std::vector<std::string_view> parts_of(std::string_view tests) {
  std::vector<std::string_view> parts;
  std::size_t from = 0;
  int depth = 0;
  bool quoted = false;
  for (std::size_t i = 0; i < tests.size(); ++i) {
    const char c = tests[i];
    if (c == '"' && (i == 0 || tests[i - 1] != '\\')) quoted = !quoted;
    if (quoted) continue;
    if (c == '(' || c == '[' || c == '{') ++depth;
    if (c == ')' || c == ']' || c == '}') --depth;
    if (c != ',' || depth > 0) continue;
    parts.push_back(trimmed(tests.substr(from, i - from)));
    from = i + 1;
  }
  parts.push_back(trimmed(tests.substr(from)));
  return parts;
}

Text text_at(const json::value& value) {
  const auto* object = value.if_object();
  if (object == nullptr) return {};
  const auto part = [&](std::string_view name) {
    const auto* found = object->if_contains(name);
    return found != nullptr && found->is_string() ? std::string(found->get_string())
                                                  : std::string();
  };
  return {part("vi"), part("en")};
}

const json::object* object_at(const json::value& value, std::string_view name) {
  const auto* object = value.if_object();
  const auto* found = object == nullptr ? nullptr : object->if_contains(name);
  return found == nullptr ? nullptr : found->if_object();
}

// "/trip/funding" -> "trip.funding"
std::string dotted(std::string_view pointer) {
  std::string path(pointer.substr(pointer.empty() ? 0 : 1));
  std::ranges::replace(path, '/', '.');
  return path;
}

struct Comparison {
  std::string_view sign;
  Text before;
  Text after;
};

const std::array<Comparison, 4>& comparisons() {
  static const std::array<Comparison, 4> all{
      Comparison{"<=", {"không quá ", "at most "}, {}},
      Comparison{">=", {"từ ", ""}, {" trở lên", " or more"}},
      Comparison{"<", {"dưới ", "under "}, {}},
      Comparison{">", {"trên ", "over "}, {}},
  };
  return all;
}

}  // namespace

SourceInWords source_in_words(std::string_view basis) {
  SourceInWords source;
  std::size_t at = 0;
  Text law;
  while (at < basis.size()) {
    const auto rest = basis.substr(at);
    if (const auto length = key_of_law(rest, law); length > 0) {
      append(source.words, law.vi, law.en);
      at += length;
      continue;
    }
    const auto phrase = std::ranges::find_if(
        known_phrases, [&](const Word& word) { return rest.starts_with(word.code); });
    if (rest.starts_with(key_start)) {
      const auto length = length_of_key(rest);
      const Text words = words_of_key(rest.substr(0, length));
      append(source.words, words.vi, words.en);
      at += length;
    } else if (phrase != known_phrases.end()) {
      append(source.words, phrase->vi, phrase->en);
      at += phrase->code.size();
    } else if (rest.starts_with(unchecked)) {
      append(source.words, unchecked, "not verified");
      source.checked = false;
      at += unchecked.size();
    } else if (rest.starts_with(missing)) {
      append(source.words, "chưa tìm thấy văn bản", "the instrument was not found");
      source.checked = false;
      at += missing.size();
    } else {
      append(source.words, rest.substr(0, 1), rest.substr(0, 1));
      ++at;
    }
  }
  return source;
}

MatrixWords::MatrixWords(const authority::Matrix& matrix, const procedure::Catalogue& catalogue)
    : matrix_(matrix) {
  const auto take = [&](bool own) {
    for (const auto& version : catalogue.versions()) {
      if (version.authority.empty() || (version.authority == matrix.id) != own) continue;
      const auto* fields = object_at(version.form_hints, "fields");
      if (fields == nullptr) continue;
      for (const auto& [pointer, hint] : *fields) {
        if (const auto* label = object_at(hint, "label")) {
          questions_.emplace(dotted(pointer), text_at(*label));
        }
        const auto* options = object_at(hint, "options");
        if (options == nullptr) continue;
        for (const auto& [code, words] : *options) values_.emplace(code, text_at(words));
      }
    }
  };
  take(true);   // the forms it decides on come first,
  take(false);  // those of the office's other matrices after them
}

Text MatrixWords::column(const dmn::InputClause& input) const {
  const std::string& reads = input.expression.text();
  if (reads == "over_limit") return {"Vượt giới hạn", "Beyond a limit"};
  const auto fact = std::ranges::find(matrix_.facts, reads, &authority::Fact::name);
  if (fact != matrix_.facts.end()) return fact->label;
  if (const auto found = questions_.find(reads); found != questions_.end()) return found->second;
  const std::string& label = input.label.empty() ? reads : input.label;
  return {label, label};
}

Text MatrixWords::one(std::string_view test) const {
  for (const auto& [sign, before, after] : comparisons()) {
    if (!test.starts_with(sign)) continue;
    const Text value = one(trimmed(test.substr(sign.size())));
    return {before.vi + value.vi + after.vi, before.en + value.en + after.en};
  }
  if (test.size() > 5 && test.starts_with("not(") && test.ends_with(")")) {
    const Text inner = cell(test.substr(4, test.size() - 5));
    return {"không phải " + inner.vi, "not " + inner.en};
  }
  const auto dots = test.find("..");
  if (dots != std::string_view::npos && test.size() > 4 && test.starts_with("[") &&
      test.ends_with("]")) {
    const Text from = one(trimmed(test.substr(1, dots - 1)));
    const Text to = one(trimmed(test.substr(dots + 2, test.size() - dots - 3)));
    return {"từ " + from.vi + " đến " + to.vi, from.en + " to " + to.en};
  }
  if (test.size() > 1 && test.starts_with('"') && test.ends_with('"')) {
    const auto code = test.substr(1, test.size() - 2);
    const auto found = values_.find(code);
    return found == values_.end() ? Text{std::string(code), std::string(code)} : found->second;
  }
  if (test == "true") return {"có", "yes"};
  if (test == "false") return {"không", "no"};
  if (test == "null") return {"không rõ", "not known"};
  if (test.starts_with("limit.")) {
    const auto limit = std::ranges::find(matrix_.limits, test.substr(6), &authority::Limit::id);
    if (limit != matrix_.limits.end()) {
      return {std::to_string(limit->value), std::to_string(limit->value)};
    }
  }
  return {std::string(test), std::string(test)};
}

Text MatrixWords::cell(std::string_view tests) const {
  if (trimmed(tests) == "-") return {};
  Text words;
  for (const auto part : parts_of(tests)) {
    if (!words.vi.empty()) append(words, " hoặc ", " or ");
    const Text said = one(part);
    append(words, said.vi, said.en);
  }
  return words;
}

}  // namespace motcua::queries
