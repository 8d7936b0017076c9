#include "runtime/signing.hpp"

#include <algorithm>

#include "signature/demo_authority.hpp"

namespace motcua::runtime {
namespace {

std::optional<signature::HttpTimestampAuthority> authority_at(const std::string& address) {
  if (address.empty()) return std::nullopt;
  return signature::HttpTimestampAuthority({address});
}

bool signs(const authority::Person& person) {
  return std::ranges::any_of(
      person.roles, [](const std::string& role) { return role == "director" || role == "head"; });
}

}  // namespace

OrFailure<std::unique_ptr<Signing>> Signing::open(const std::filesystem::path& keys,
                                                  const SigningOffice& office) {
  auto folder = signature::KeyFolder::open(keys.string());
  if (!folder) return Unexpected{folder.error()};
  return std::unique_ptr<Signing>(new Signing(std::move(*folder), office));
}

Signing::Signing(std::unique_ptr<signature::KeyFolder> keys, const SigningOffice& office)
    : keys_(std::move(keys)),
      authority_(authority_at(keys_->timestamp_authority())),
      signer_(authority_ ? &*authority_ : nullptr),
      reader_(keys_->anchors()),
      issuing_(office.registrar, office.cache, office.world, office.clock,
               {signer_, reader_, *keys_, office.files}) {}

OrFailure<Nothing> give_demo_keys(const std::filesystem::path& keys,
                                  const authority::Office& office, const std::string& seal_secret) {
  if (std::filesystem::exists(keys / "keys.toml")) return Nothing{};
  signature::DemoKeys wanted;
  wanted.agency = office.name.vi;
  wanted.valid_from = make_date(2016, 1, 1);
  wanted.valid_until = make_date(2035, 12, 31);
  for (const auto& person : office.people) {
    if (signs(person))
      wanted.signers.push_back({person.username, person.name, person.demo_password});
  }
  return make_demo_keys(keys.string(), wanted, seal_secret);
}

}  // namespace motcua::runtime
