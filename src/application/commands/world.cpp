#include "commands/world.hpp"

#include "base/digest.hpp"

namespace motcua::commands {
namespace {

constexpr std::size_t secret_length = 10;
// Crockford's alphabet: no I, L, O, U, so that nothing is misread on paper.
constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

std::string normalised(std::string_view secret) {
  std::string text;
  for (char c : secret) {
    if (c == ' ' || c == '-') continue;
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    if (c == 'O') c = '0';
    if (c == 'I' || c == 'L') c = '1';
    text += c;
  }
  return text;
}

}  // namespace

World::World(authority::Office office, procedure::Catalogue catalogue,
             calendar::WorkingCalendar calendar, std::string lookup_key)
    : office_(std::move(office)),
      catalogues_{std::make_shared<const procedure::Catalogue>(std::move(catalogue))},
      calendar_(std::make_shared<const calendar::WorkingCalendar>(std::move(calendar))),
      lookup_key_(std::move(lookup_key)) {}

const procedure::Catalogue& World::catalogue() const {
  const std::lock_guard lock(mutex_);
  return *catalogues_.back();
}

void World::replace_catalogue(procedure::Catalogue catalogue) {
  auto next = std::make_shared<const procedure::Catalogue>(std::move(catalogue));
  const std::lock_guard lock(mutex_);
  catalogues_.push_back(std::move(next));
}

authority::Powers World::powers() const {
  authority::Powers powers;
  const ports::RegisterFacts* registers = nullptr;
  {
    const std::lock_guard lock(mutex_);
    powers = {&office_, matrices_, substitutions_, nullptr, powers_revision_};
    registers = registers_;
  }
  if (registers == nullptr) return powers;
  auto [said, revision] = registers->now();
  powers.registers = std::move(said);
  powers.revision += revision;  // neither ever goes back
  return powers;
}

void World::ask_registers(const ports::RegisterFacts* registers) {
  const std::lock_guard lock(mutex_);
  registers_ = registers;
  ++powers_revision_;
}

std::shared_ptr<const authority::Registers> World::registers_with(
    const ports::DecidedDossiers& decided) const {
  const ports::RegisterFacts* registers = nullptr;
  {
    const std::lock_guard lock(mutex_);
    registers = registers_;
  }
  return registers == nullptr ? nullptr : registers->with(decided);
}

void World::replace_matrices(authority::Matrices matrices) {
  auto next = std::make_shared<const authority::Matrices>(std::move(matrices));
  const std::lock_guard lock(mutex_);
  matrices_ = std::move(next);
  ++powers_revision_;
}

void World::replace_substitutions(authority::Substitutions substitutions) {
  auto next = std::make_shared<const authority::Substitutions>(std::move(substitutions));
  const std::lock_guard lock(mutex_);
  substitutions_ = std::move(next);
  ++powers_revision_;
}

CalendarSnapshot World::calendar() const {
  const std::lock_guard lock(mutex_);
  return calendar_;
}

void World::replace_calendar(calendar::WorkingCalendar calendar) {
  auto next = std::make_shared<const calendar::WorkingCalendar>(std::move(calendar));
  const std::lock_guard lock(mutex_);
  calendar_ = std::move(next);
}

StationerySnapshot World::stationery() const {
  const std::lock_guard lock(mutex_);
  return stationery_;
}

void World::replace_stationery(notice::Stationery stationery) {
  auto next = std::make_shared<const notice::Stationery>(std::move(stationery));
  const std::lock_guard lock(mutex_);
  stationery_ = std::move(next);
}

std::string World::lookup_secret(std::string_view code) const {
  const Digest digest = hmac_sha256(lookup_key_, "lookup:" + std::string(code));
  std::string secret;
  for (std::size_t i = 0; i < secret_length; ++i) secret += alphabet[digest[i] & 31];
  return secret;
}

bool World::is_lookup_secret(std::string_view code, std::string_view secret) const {
  return equal_in_constant_time(lookup_secret(code), normalised(secret));
}

Digest World::derive(std::string_view purpose, std::string_view text) const {
  return hmac_sha256(lookup_key_, std::string(purpose) + ":" + std::string(text));
}

std::string World::seal(std::string_view purpose, std::string_view text) const {
  return to_hex(derive(purpose, text));
}

}  // namespace motcua::commands
