#include "notice/wording.hpp"

#include <algorithm>

#include "base/assertion.hpp"
#include "base/json.hpp"
#include "procedure/toml_tree.hpp"

namespace motcua::notice {
namespace {

constexpr std::array<std::string_view, 21> dossier_names{
    "code",       "procedure", "office",   "phone",      "tracking",   "promise", "promise_before",
    "answer_due", "amount",    "owed",     "standstill", "address",    "hours",   "applicant",
    "reason",     "items",     "document", "outcome",    "collect_at", "receipt", "carrier"};
constexpr std::span<const std::string_view> dossier_open_names{dossier_names.data(), 11};

constexpr std::array<std::string_view, 12> digest_names{
    "office",  "day", "due_count", "late_count", "waiting_count", "travel_count",
    "officer", "due", "late",      "waiting",    "travel",        "desk"};
constexpr std::span<const std::string_view> digest_open_names{digest_names.data(), 6};

constexpr std::array<std::string_view, 5> account_names{"office", "phone", "holder", "link",
                                                        "until"};
constexpr std::span<const std::string_view> account_open_names{account_names.data(), 2};

constexpr std::array<std::string_view, 11> appointment_names{
    "office",  "code",    "slot",    "slot_before", "phone", "holder",
    "address", "purpose", "dossier", "reason",      "link"};
constexpr std::span<const std::string_view> appointment_open_names{appointment_names.data(), 4};

constexpr std::array<std::string_view, 7> reply_names{"office", "article", "phone", "holder",
                                                      "answer", "reason",  "link"};
constexpr std::span<const std::string_view> reply_open_names{reply_names.data(), 2};

constexpr std::array<std::string_view, 9> petition_names{
    "office", "phone", "code", "promise", "until", "sender", "asked", "answer", "tracking"};
constexpr std::span<const std::string_view> petition_open_names{petition_names.data(), 5};

constexpr std::array<std::string_view, 8> travel_names{"office", "code", "until",   "days",
                                                       "phone",  "unit", "purpose", "passport"};
constexpr std::span<const std::string_view> travel_open_names{travel_names.data(), 4};

bool is_of_appointment(Kind kind) {
  return kind >= Kind::AppointmentBooked && kind <= Kind::AppointmentReminder;
}
bool is_of_reply(Kind kind) { return kind == Kind::ReplyPublished || kind == Kind::ReplyRefused; }

constexpr std::size_t longest_subject = 600;
constexpr std::size_t longest_body = 24'000;
constexpr std::size_t longest_text = 1440;

bool is_name_letter(char c) { return (c >= 'a' && c <= 'z') || c == '_'; }

// A {name} found in a pattern at or after `from`.
struct Mark {
  std::size_t begin = std::string_view::npos;  // npos: there is none
  std::size_t end = 0;                         // behind the closing brace
  std::string_view name;
};

Mark next_mark(std::string_view pattern, std::size_t from) {
  for (auto open = pattern.find('{', from); open != std::string_view::npos;
       open = pattern.find('{', open + 1)) {
    auto close = open + 1;
    while (close < pattern.size() && is_name_letter(pattern[close])) ++close;
    if (close < pattern.size() && pattern[close] == '}' && close > open + 1) {
      return {open, close + 1, pattern.substr(open + 1, close - open - 1)};
    }
  }
  return {};
}

std::string_view value_of(const Values& values, std::string_view name) {
  const auto found =
      std::find_if(values.begin(), values.end(), [&](const auto& v) { return v.first == name; });
  return found == values.end() ? std::string_view{} : found->second;
}

bool contains(std::span<const std::string_view> names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::string listed(std::span<const std::string_view> names) {
  std::string list;
  for (const auto name : names) {
    if (!list.empty()) list += ", ";
    list += "{" + std::string(name) + "}";
  }
  return list;
}

struct Part {
  std::string_view name;
  std::string_view text;
  std::size_t longest;
  bool one_line;
};

OrRejection<Nothing> check_plain(const Part& part) {
  const RejectionDetails named{{"part", std::string(part.name)}};
  if (part.text.find_first_not_of(" \n") == std::string_view::npos) {
    return reject(template_part_missing, named);
  }
  if (part.text.size() > part.longest) {
    return reject(template_too_long,
                  {{"part", std::string(part.name)}, {"most", std::to_string(part.longest)}});
  }
  const bool control = std::any_of(part.text.begin(), part.text.end(), [&](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte == 0x7f || (byte < 0x20 && (part.one_line || c != '\n'));
  });
  if (control || !is_valid_utf8(part.text)) return reject(template_not_plain, named);
  return Nothing{};
}

OrRejection<Nothing> check_names(const Part& part, Kind kind) {
  const auto allowed = part.name == "body" ? body_names(kind) : open_names(kind);
  for (auto mark = next_mark(part.text, 0); mark.begin != std::string_view::npos;
       mark = next_mark(part.text, mark.end)) {
    if (contains(allowed, mark.name)) continue;
    const bool secret = contains(body_names(kind), mark.name);
    return reject(secret ? template_name_secret : template_name_unknown,
                  {{"part", std::string(part.name)},
                   {"name", "{" + std::string(mark.name) + "}"},
                   {"known", listed(allowed)}});
  }
  return Nothing{};
}

// One part of a pattern; empty when it has names and none of them has a value.
std::string fill_part(std::string_view part, const Values& values) {
  std::string written;
  bool named = false;
  bool said = false;
  std::size_t from = 0;
  for (auto mark = next_mark(part, 0); mark.begin != std::string_view::npos;
       mark = next_mark(part, from)) {
    const auto value = value_of(values, mark.name);
    named = true;
    said = said || !value.empty();
    written.append(part, from, mark.begin - from).append(value);
    from = mark.end;
  }
  written.append(part.substr(from));
  return named && !said ? std::string() : written;
}

// `pattern` in parts, each with the `end` that closes it.
std::string fill_parts(std::string_view pattern, std::string_view end, const Values& values) {
  std::string filled;
  while (!pattern.empty()) {
    const auto at = pattern.find(end);
    const auto part = pattern.substr(0, at == std::string_view::npos ? at : at + end.size());
    pattern.remove_prefix(part.size());
    filled += fill_part(part, values);
  }
  return filled;
}

std::string text_of(const procedure::TomlValue& table, std::string_view key) {
  const auto* value = table.find(key);
  const auto* text = value == nullptr ? nullptr : value->as<std::string>();
  return text == nullptr ? std::string() : *text;
}

OrFailure<Nothing> read_language(std::string_view toml, Language language, Wording& wording) {
  const auto tree = procedure::read_toml(toml);
  const auto file = std::string("notices/") + (language == Language::English ? "en" : "vi");
  if (!tree)
    return malformed(file + ":" + std::to_string(tree.error().line) + ": " + tree.error().what);
  const auto* table = tree->as<procedure::TomlValue::Table>();
  MOTCUA_ASSERT(table != nullptr);
  for (const auto& [name, value] : *table) {
    if (!parse_kind(name)) return malformed(file + ": there is no kind " + name);
  }
  for (const auto kind : all_kinds) {
    const std::string name(write_kind(kind));
    const auto* value = tree->find(name);
    if (value == nullptr) return malformed(file + ": " + name + " is missing");
    Template written{text_of(*value, "subject"), text_of(*value, "body"), text_of(*value, "text")};
    if (const auto checked = check(written, kind); !checked) {
      return malformed(file + ": " + name + ": " + checked.error().message(Language::English));
    }
    wording.put(kind, language, std::move(written));
  }
  return Nothing{};
}

}  // namespace

std::span<const std::string_view> body_names(Kind kind) {
  if (is_of_dossier(kind)) return dossier_names;
  if (is_of_petition(kind)) return petition_names;
  if (is_of_travel(kind)) return travel_names;
  if (kind == Kind::Digest) return digest_names;
  if (is_of_appointment(kind)) return appointment_names;
  if (is_of_reply(kind)) return reply_names;
  return account_names;
}

std::span<const std::string_view> open_names(Kind kind) {
  if (is_of_dossier(kind)) return dossier_open_names;
  if (is_of_petition(kind)) return petition_open_names;
  if (is_of_travel(kind)) return travel_open_names;
  if (kind == Kind::Digest) return digest_open_names;
  if (is_of_appointment(kind)) return appointment_open_names;
  return is_of_reply(kind) ? reply_open_names : account_open_names;
}

OrRejection<Nothing> check(const Template& written, Kind kind) {
  std::vector<Part> parts{{"subject", written.subject, longest_subject, true},
                          {"body", written.body, longest_body, false}};
  if (is_of_dossier(kind)) parts.push_back({"text", written.text, longest_text, true});
  for (const auto& part : parts) {
    if (auto plain = check_plain(part); !plain) return plain;
    if (auto names = check_names(part, kind); !names) return names;
  }
  return Nothing{};
}

std::string fill(std::string_view pattern, const Values& values) {
  return fill_parts(pattern, "\n", values);
}

std::string fill_short(std::string_view pattern, const Values& values) {
  std::string filled = fill_parts(pattern, ". ", values);
  const auto doubled = [](char before, char c) { return before == ' ' && c == ' '; };
  filled.erase(std::unique(filled.begin(), filled.end(), doubled), filled.end());
  if (filled.ends_with(' ')) filled.pop_back();
  return filled;
}

OrFailure<Wording> Wording::read(std::string_view vietnamese_toml, std::string_view english_toml) {
  Wording wording;
  for (const auto& [toml, language] : {std::pair{vietnamese_toml, Language::Vietnamese},
                                       std::pair{english_toml, Language::English}}) {
    if (const auto done = read_language(toml, language, wording); !done) {
      return Unexpected{done.error()};
    }
  }
  return wording;
}

const Template& Wording::of(Kind kind, Language language) const {
  const auto found = templates_.find({kind, language});
  MOTCUA_ASSERT(found != templates_.end());
  return found->second;
}

void Wording::put(Kind kind, Language language, Template written) {
  templates_.insert_or_assign({kind, language}, std::move(written));
}

std::string write_own(const OwnTemplates& own) {
  json::object out;
  for (const auto& [key, written] : own) {
    auto& language = out[key.first == Language::English ? "en" : "vi"];
    if (!language.is_object()) language.emplace_object();
    language.as_object()[write_kind(key.second)] =
        json::object{{"subject", written.subject}, {"body", written.body}, {"text", written.text}};
  }
  return write_json(out);
}

OrFailure<OwnTemplates> read_own(std::string_view json_text) {
  const auto value = read_json(json_text);
  if (!value || !value->is_object()) return malformed("templates of the office: no JSON object");
  OwnTemplates own;
  for (const auto& [code, kinds] : value->get_object()) {
    if ((code != "vi" && code != "en") || !kinds.is_object()) {
      return malformed("templates of the office: no language " + std::string(code));
    }
    const auto language = code == "en" ? Language::English : Language::Vietnamese;
    for (const auto& [name, parts] : kinds.get_object()) {
      const auto kind = parse_kind(name);
      if (!kind) return malformed("templates of the office: no kind " + std::string(name));
      own[{language, *kind}] = {std::string(string_member(parts, "subject")),
                                std::string(string_member(parts, "body")),
                                std::string(string_member(parts, "text"))};
    }
  }
  return own;
}

}  // namespace motcua::notice
