// Whether an officer wants the morning's digest, yes until he says no, and in which language,
// Vietnamese until he says English. Kept in the store.
#pragma once

#include <optional>
#include <string_view>

#include "base/text.hpp"
#include "ports/desk_store.hpp"

namespace motcua::commands {

enum class DigestChoice { Wanted, Refused };

std::string_view write_digest_choice(DigestChoice choice);  // "wanted", "refused"
std::optional<DigestChoice> parse_digest_choice(std::string_view name);

OrFailure<DigestChoice> digest_choice_of(ports::DeskStore& desk, std::string_view username);
OrFailure<Nothing> choose_digest(ports::DeskStore& desk, std::string_view username,
                                 DigestChoice choice);

OrFailure<Language> digest_language_of(ports::DeskStore& desk, std::string_view username);
OrFailure<Nothing> choose_digest_language(ports::DeskStore& desk, std::string_view username,
                                          Language language);

}  // namespace motcua::commands
