#include "api/second_factor.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "api/desk.hpp"
#include "api/input.hpp"
#include "base/digest.hpp"
#include "identity/one_time_code.hpp"

namespace motcua::api {
namespace {

constexpr std::size_t secret_bytes = 20;  // RFC 4226 4: of HMAC-SHA-1's own length
constexpr int spare_codes = 10;

std::string secret_of(const Parts& parts, const FactorHolder& holder, std::string_view enrolment) {
  const std::string realm = holder.realm == ports::Realm::Officer ? "officer" : "citizen";
  const auto digest =
      parts.world.derive("second-factor", realm + "|" + holder.id + "|" + std::string(enrolment));
  return {digest.begin(), digest.begin() + secret_bytes};
}

// Letters and digits of a spare code; case, blanks and hyphens do not matter.
std::string digest_of_spare(std::string_view code) {
  std::string plain;
  for (const char c : code) {
    if (c >= 'A' && c <= 'Z') plain += static_cast<char>(c + 32);
    if (is_ascii_digit(c) || (c >= 'a' && c <= 'z')) plain += c;
  }
  return to_hex(sha256(plain));
}

std::string new_spare_code(ports::Chance& chance) {  // "k3vq-7m2xa": 50 bits
  static constexpr std::string_view alphabet = "abcdefghijkmnpqrstuvwxyz23456789";
  const auto digest = sha256(chance.token(16));
  std::string code;
  for (std::size_t i = 0; i < 10; ++i) {
    code += alphabet[digest[i] & 31U];
    if (i == 4) code += '-';
  }
  return code;
}

}  // namespace

json::value write_enrolment(const Parts& parts, const FactorHolder& holder) {
  const std::string enrolment = parts.chance.token(16);
  const std::string secret = secret_of(parts, holder, enrolment);
  return json::object{
      {"enrolment", enrolment},
      {"secret", identity::in_base32(secret)},
      {"address", identity::enrolment_address(parts.world.office().name.vi, holder.name, secret)}};
}

http::Response spare_codes_once(const NewFactor& made) {
  return answer(
      json::object{{"spare_codes", json::array(made.spare_codes.begin(), made.spare_codes.end())}});
}

std::optional<FactorOrder> read_factor_order(const http::Request& request,
                                             http::Response& refused) {
  const auto body = read_body(request, refused);
  if (!body) return std::nullopt;
  Input input(*body);
  FactorOrder order{input.needed_text("enrolment", 40), input.needed_text("code", 20),
                    input.text("present", 20)};
  const auto errors = input.finish();
  if (errors.empty()) return order;
  refused = invalid_input(errors, language_of(&request));
  return std::nullopt;
}

std::optional<NewFactor> confirmed(const Parts& parts, const FactorHolder& holder,
                                   std::string_view enrolment, std::string_view code) {
  const auto step =
      identity::step_of_code(secret_of(parts, holder, enrolment), {code, parts.real_seconds(), 0});
  if (!step || enrolment.empty()) return std::nullopt;
  NewFactor made{{std::string(enrolment), *step, {}}, {}};
  for (int i = 0; i < spare_codes; ++i) {
    made.spare_codes.push_back(new_spare_code(parts.chance));
    made.factor.spare_digests.push_back(digest_of_spare(made.spare_codes.back()));
  }
  return made;
}

OrFailure<bool> use_code(const Parts& parts, const FactorHolder& holder,
                         const ports::SecondFactor& factor, std::string_view code) {
  const auto step = identity::step_of_code(secret_of(parts, holder, factor.enrolment),
                                           {code, parts.real_seconds(), factor.used_step});
  if (step) return parts.people.use_step(holder.realm, holder.id, *step);
  return parts.people.use_spare(holder.realm, holder.id, digest_of_spare(code));
}

}  // namespace motcua::api
