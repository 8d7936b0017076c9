// Keywords about the value itself: type, values, numbers, texts.
#include <array>

#include "schema/compiler.hpp"
#include "schema/faults.hpp"

namespace motcua::schema {
namespace {

struct TypeName {
  std::string_view name;
  TypeBit bit;
};
constexpr std::array<TypeName, 7> type_names{{{"array", AnArray},
                                              {"boolean", ABoolean},
                                              {"integer", AnInteger},
                                              {"null", ANull},
                                              {"number", ANumber},
                                              {"object", AnObject},
                                              {"string", AString}}};

unsigned named_type(const json::value& name) {
  const auto* text = name.if_string();
  for (const auto& type : type_names) {
    if (text != nullptr && *text == type.name) return type.bit;
  }
  return 0;
}

// 0 when it is no type.
unsigned named_types(const json::value& value) {
  const auto* list = value.if_array();
  if (list == nullptr) return named_type(value);
  unsigned bits = 0;
  for (const auto& name : *list) {
    const unsigned bit = named_type(name);
    if (bit == 0 || (bits & bit) != 0) return 0;
    bits |= bit;
  }
  return bits;
}

struct BoundName {
  std::string_view keyword;
  Bound bound;
};
constexpr std::array<BoundName, 4> bounds{{{"minimum", Bound::Minimum},
                                           {"maximum", Bound::Maximum},
                                           {"exclusiveMinimum", Bound::ExclusiveMinimum},
                                           {"exclusiveMaximum", Bound::ExclusiveMaximum}}};

}  // namespace

void Compiler::add_type_check(const KeywordReader& reader, Checks& checks) const {
  const auto* type = reader.find("type");
  if (type == nullptr) return;
  const unsigned bits = named_types(*type);
  if (bits == 0) {
    return reader.malformed("type", "tên kiểu, hoặc danh sách tên kiểu không lặp lại",
                            "the name of a type, or a list of them without repeats");
  }
  checks.push_back(TypeCheck{bits});
}

void Compiler::add_value_checks(const KeywordReader& reader, Checks& checks) {
  add_type_check(reader, checks);
  if (const auto* value = reader.find("const")) checks.push_back(ConstCheck{value});
  if (const auto* values = reader.list("enum")) checks.push_back(EnumCheck{values});
  for (const auto& [keyword, bound] : bounds) {
    if (const auto limit = reader.number(keyword)) checks.push_back(BoundCheck{bound, *limit});
  }
  if (const auto divisor = reader.number("multipleOf")) {
    if (!divisor->is_positive()) reader.malformed("multipleOf", "một số dương", "a number above 0");
    checks.push_back(MultipleCheck{*divisor});
  }
}

void Compiler::add_text_checks(const KeywordReader& reader, Checks& checks) {
  if (const auto least = reader.count("minLength")) {
    checks.push_back(CountCheck{Count::MinLength, *least});
  }
  if (const auto most = reader.count("maxLength")) {
    checks.push_back(CountCheck{Count::MaxLength, *most});
  }
  if (const auto text = reader.text("pattern")) {
    if (auto pattern = reader.pattern(*text, "pattern")) {
      checks.push_back(PatternCheck{std::move(*pattern)});
    }
  }
  add_format_check(reader, checks);
}

void Compiler::add_format_check(const KeywordReader& reader, Checks& checks) const {
  const auto name = reader.text("format");
  if (!name) return;
  const Format* format = find_format(*name);
  const bool by_dialect = reader.has_vocabulary(FormatAssertion);
  if (format == nullptr) {
    if (by_dialect || options_.unknown_names == UnknownNames::Refuse) {
      reader.report("format", format_unknown, {{"format", *name}});
    }
  } else if (by_dialect || options_.formats == Formats::Assert) {
    checks.push_back(FormatCheck{format});
  }
}

}  // namespace motcua::schema
