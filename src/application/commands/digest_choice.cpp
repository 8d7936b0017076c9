#include "commands/digest_choice.hpp"

#include <string>

namespace motcua::commands {
namespace {

std::string setting_of(std::string_view username) {
  return "digest-choice:" + std::string(username);
}

std::string language_setting_of(std::string_view username) {
  return "digest-language:" + std::string(username);
}

}  // namespace

std::string_view write_digest_choice(DigestChoice choice) {
  return choice == DigestChoice::Wanted ? "wanted" : "refused";
}

std::optional<DigestChoice> parse_digest_choice(std::string_view name) {
  if (name == "wanted") return DigestChoice::Wanted;
  if (name == "refused") return DigestChoice::Refused;
  return std::nullopt;
}

OrFailure<DigestChoice> digest_choice_of(ports::DeskStore& desk, std::string_view username) {
  const auto kept = desk.find_setting(setting_of(username));
  if (!kept) return Unexpected{kept.error()};
  return parse_digest_choice(kept->value_or("")).value_or(DigestChoice::Wanted);
}

OrFailure<Nothing> choose_digest(ports::DeskStore& desk, std::string_view username,
                                 DigestChoice choice) {
  return desk.put_setting(setting_of(username), write_digest_choice(choice));
}

OrFailure<Language> digest_language_of(ports::DeskStore& desk, std::string_view username) {
  const auto kept = desk.find_setting(language_setting_of(username));
  if (!kept) return Unexpected{kept.error()};
  return *kept == "en" ? Language::English : Language::Vietnamese;
}

OrFailure<Nothing> choose_digest_language(ports::DeskStore& desk, std::string_view username,
                                          Language language) {
  return desk.put_setting(language_setting_of(username),
                          language == Language::English ? "en" : "vi");
}

}  // namespace motcua::commands
