// Names of Unicode properties: ECMA-262's tables 67 to 69 (PropertyValueAliases.txt of Unicode).
#include <algorithm>
#include <array>

#include "schema/ecma_pattern.hpp"

namespace motcua::schema {
namespace {

struct Category {
  std::string_view name;  // as PCRE2 has it
  std::string_view long_name;
};

constexpr std::array<Category, 41> categories{{
    {"LC", "Cased_Letter"},
    {"Pe", "Close_Punctuation"},
    {"Pc", "Connector_Punctuation"},
    {"Cc", "Control"},
    {"Cc", "cntrl"},
    {"Sc", "Currency_Symbol"},
    {"Pd", "Dash_Punctuation"},
    {"Nd", "Decimal_Number"},
    {"Nd", "digit"},
    {"Me", "Enclosing_Mark"},
    {"Pf", "Final_Punctuation"},
    {"Cf", "Format"},
    {"Pi", "Initial_Punctuation"},
    {"L", "Letter"},
    {"Nl", "Letter_Number"},
    {"Zl", "Line_Separator"},
    {"Ll", "Lowercase_Letter"},
    {"M", "Mark"},
    {"M", "Combining_Mark"},
    {"Sm", "Math_Symbol"},
    {"Lm", "Modifier_Letter"},
    {"Sk", "Modifier_Symbol"},
    {"Mn", "Nonspacing_Mark"},
    {"N", "Number"},
    {"Ps", "Open_Punctuation"},
    {"C", "Other"},
    {"Lo", "Other_Letter"},
    {"No", "Other_Number"},
    {"Po", "Other_Punctuation"},
    {"So", "Other_Symbol"},
    {"Zp", "Paragraph_Separator"},
    {"Co", "Private_Use"},
    {"P", "Punctuation"},
    {"P", "punct"},
    {"Z", "Separator"},
    {"Zs", "Space_Separator"},
    {"Mc", "Spacing_Mark"},
    {"S", "Symbol"},
    {"Lt", "Titlecase_Letter"},
    {"Cn", "Unassigned"},
    {"Lu", "Uppercase_Letter"},
}};
constexpr std::string_view surrogates = "Surrogate";

constexpr std::array<std::string_view, 51> binary{"Alphabetic",
                                                  "ASCII_Hex_Digit",
                                                  "Bidi_Control",
                                                  "Bidi_Mirrored",
                                                  "Case_Ignorable",
                                                  "Cased",
                                                  "Changes_When_Casefolded",
                                                  "Changes_When_Casemapped",
                                                  "Changes_When_Lowercased",
                                                  "Changes_When_NFKC_Casefolded",
                                                  "Changes_When_Titlecased",
                                                  "Changes_When_Uppercased",
                                                  "Dash",
                                                  "Default_Ignorable_Code_Point",
                                                  "Deprecated",
                                                  "Diacritic",
                                                  "Emoji",
                                                  "Emoji_Component",
                                                  "Emoji_Modifier",
                                                  "Emoji_Modifier_Base",
                                                  "Emoji_Presentation",
                                                  "Extended_Pictographic",
                                                  "Extender",
                                                  "Grapheme_Base",
                                                  "Grapheme_Extend",
                                                  "Hex_Digit",
                                                  "IDS_Binary_Operator",
                                                  "IDS_Trinary_Operator",
                                                  "ID_Continue",
                                                  "ID_Start",
                                                  "Ideographic",
                                                  "Join_Control",
                                                  "Logical_Order_Exception",
                                                  "Lowercase",
                                                  "Math",
                                                  "Noncharacter_Code_Point",
                                                  "Pattern_Syntax",
                                                  "Pattern_White_Space",
                                                  "Quotation_Mark",
                                                  "Radical",
                                                  "Regional_Indicator",
                                                  "Sentence_Terminal",
                                                  "Soft_Dotted",
                                                  "Terminal_Punctuation",
                                                  "Unified_Ideograph",
                                                  "Uppercase",
                                                  "Variation_Selector",
                                                  "White_Space",
                                                  "XID_Continue",
                                                  "XID_Start",
                                                  "ASCII"};

constexpr std::array<std::array<std::string_view, 2>, 48> short_binary{{
    {"Alpha", "Alphabetic"},
    {"AHex", "ASCII_Hex_Digit"},
    {"Bidi_C", "Bidi_Control"},
    {"Bidi_M", "Bidi_Mirrored"},
    {"CI", "Case_Ignorable"},
    {"CWCF", "Changes_When_Casefolded"},
    {"CWCM", "Changes_When_Casemapped"},
    {"CWL", "Changes_When_Lowercased"},
    {"CWKCF", "Changes_When_NFKC_Casefolded"},
    {"CWT", "Changes_When_Titlecased"},
    {"CWU", "Changes_When_Uppercased"},
    {"DI", "Default_Ignorable_Code_Point"},
    {"Dep", "Deprecated"},
    {"Dia", "Diacritic"},
    {"EComp", "Emoji_Component"},
    {"EMod", "Emoji_Modifier"},
    {"EBase", "Emoji_Modifier_Base"},
    {"EPres", "Emoji_Presentation"},
    {"ExtPict", "Extended_Pictographic"},
    {"Ext", "Extender"},
    {"Gr_Base", "Grapheme_Base"},
    {"Gr_Ext", "Grapheme_Extend"},
    {"Hex", "Hex_Digit"},
    {"IDSB", "IDS_Binary_Operator"},
    {"IDST", "IDS_Trinary_Operator"},
    {"IDC", "ID_Continue"},
    {"IDS", "ID_Start"},
    {"Ideo", "Ideographic"},
    {"Join_C", "Join_Control"},
    {"LOE", "Logical_Order_Exception"},
    {"Lower", "Lowercase"},
    {"NChar", "Noncharacter_Code_Point"},
    {"Pat_Syn", "Pattern_Syntax"},
    {"Pat_WS", "Pattern_White_Space"},
    {"QMark", "Quotation_Mark"},
    {"RI", "Regional_Indicator"},
    {"STerm", "Sentence_Terminal"},
    {"SD", "Soft_Dotted"},
    {"Term", "Terminal_Punctuation"},
    {"UIdeo", "Unified_Ideograph"},
    {"Upper", "Uppercase"},
    {"VS", "Variation_Selector"},
    {"space", "White_Space"},
    {"XIDC", "XID_Continue"},
    {"XIDS", "XID_Start"},
    {"Any", "Any"},
    {"ASCII", "ASCII"},
    {"Math", "Math"},
}};

std::string find_category(std::string_view spelt) {
  for (const auto& category : categories) {
    if (spelt == category.name || spelt == category.long_name) return std::string(category.name);
  }
  if (spelt == surrogates || spelt == "Cs") return "Cs";
  return "";
}

bool is_script_name(std::string_view name) {
  return !name.empty() && name.front() >= 'A' && name.front() <= 'Z' &&
         name.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_") ==
             std::string_view::npos;
}

}  // namespace

UnicodeProperty find_unicode_property(std::string_view spelt) {
  const auto equals = spelt.find('=');
  if (equals != std::string_view::npos) {
    const auto name = spelt.substr(0, equals);
    const auto value = spelt.substr(equals + 1);
    if (name == "General_Category" || name == "gc") return {find_category(value)};
    if (!is_script_name(value)) return {};
    if (name == "Script" || name == "sc") return {"sc:" + std::string(value)};
    if (name == "Script_Extensions" || name == "scx") return {"scx:" + std::string(value)};
    return {};
  }
  if (spelt == "Assigned") return {"Cn", true};
  if (auto category = find_category(spelt); !category.empty()) return {std::move(category)};
  for (const auto& [name, long_name] : short_binary) {
    if (spelt == name) return {std::string(long_name)};
  }
  const bool known = std::ranges::find(binary, spelt) != binary.end();
  return {known ? std::string(spelt) : ""};
}

}  // namespace motcua::schema
