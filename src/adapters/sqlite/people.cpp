// Accounts, mandates and sessions.

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "base/json.hpp"
#include "sqlite/rows.hpp"
#include "sqlite/store.hpp"

namespace motcua::sqlite {
namespace {

using identity::Mandate;
using identity::Party;
using ports::Citizen;
using ports::IdentityLink;
using ports::SecondFactor;
using ports::Session;

std::string write_list(const std::vector<std::string>& texts) {
  return write_json(json::array(texts.begin(), texts.end()));
}

std::vector<std::string> read_list(const json::value& list) {
  std::vector<std::string> texts;
  if (!list.is_array()) return texts;
  for (const auto& text : list.get_array()) {
    if (text.is_string() && !text.get_string().empty()) texts.emplace_back(text.get_string());
  }
  return texts;
}

OrFailure<json::value> read_column(std::string_view text) {
  auto value = read_json(text);
  if (value) return std::move(*value);
  return Unexpected{Failure{FailureKind::Storage, "an account's row is damaged", false}};
}

std::string write_details(const Party& party) {
  const auto& applicant = party.details;
  json::object details{{"kind", applicant.kind},         {"name", applicant.name},
                       {"identity", applicant.identity}, {"address", applicant.address},
                       {"phone", applicant.phone},       {"email", applicant.email}};
  if (!party.address.is_empty()) details["address_parts"] = procedure::write_parts(party.address);
  return write_json(details);
}

OrFailure<Party> read_party_of(std::string_view id, std::string_view details, Moment made_at) {
  const auto value = read_column(details);
  if (!value) return Unexpected{value.error()};
  const auto text = [&](std::string_view name) { return std::string(string_member(*value, name)); };
  Party party{
      std::string(id),
      {text("kind"), text("name"), text("identity"), text("address"), text("phone"), text("email")},
      made_at};
  // Rows of earlier releases know the line alone.
  if (const auto* parts = member(*value, "address_parts")) {
    party.address = procedure::read_parts(*parts);
  }
  return party;
}

OrFailure<SecondFactor> read_factor(const Statement& row, int first) {
  const auto spare = read_column(row.text(first + 2));
  if (!spare) return Unexpected{spare.error()};
  return SecondFactor{std::string(row.text(first)), row.integer(first + 1), read_list(*spare)};
}

OrFailure<Citizen> read_citizen(const Statement& row) {
  auto party = read_party_of(row.text(0), row.text(4), row.moment(5));
  if (!party) return Unexpected{party.error()};
  auto factor = read_factor(row, 6);
  if (!factor) return Unexpected{factor.error()};
  Citizen citizen;
  citizen.party = std::move(*party);
  citizen.sign_in_name = row.text(1);
  citizen.password_hash = row.text(2);
  citizen.language = row.text(3);
  citizen.factor = std::move(*factor);
  citizen.confirmed_address = row.text(9);
  citizen.notify_by = row.text(10);
  return citizen;
}

std::string write_mandate(const Mandate& mandate) {
  json::object body{{"procedures", read_json(write_list(mandate.procedures)).value()},
                    {"may_appoint", mandate.may_appoint},
                    {"from", write_date(mandate.from)},
                    {"given_at", write_moment(mandate.given_at)},
                    {"given_by", mandate.given_by},
                    {"revoked_by", mandate.revoked_by}};
  if (mandate.until) body["until"] = write_date(*mandate.until);
  if (mandate.revoked_at) body["revoked_at"] = write_moment(*mandate.revoked_at);
  return write_json(body);
}

OrFailure<Mandate> read_mandate(const Statement& row) {
  const auto body = read_column(row.text(3));
  if (!body) return Unexpected{body.error()};
  Mandate mandate;
  mandate.id = row.text(0);
  mandate.principal = row.text(1);
  mandate.representative = row.text(2);
  if (const auto* named = member(*body, "procedures")) mandate.procedures = read_list(*named);
  const auto* appoints = member(*body, "may_appoint");
  mandate.may_appoint = appoints != nullptr && *appoints == json::value(true);
  mandate.from = parse_date(string_member(*body, "from")).value_or(Date{});
  mandate.until = parse_date(string_member(*body, "until"));
  mandate.given_at = parse_moment(string_member(*body, "given_at")).value_or(Moment{});
  mandate.given_by = string_member(*body, "given_by");
  mandate.revoked_at = parse_moment(string_member(*body, "revoked_at"));
  mandate.revoked_by = string_member(*body, "revoked_by");
  return mandate;
}

constexpr std::string_view citizen_columns =
    "SELECT id, coalesce(sign_in_name, ''), password_hash, language, details, made_at, enrolment,"
    " used_step, spare, confirmed_address, notify_by FROM citizen ";

constexpr std::string_view session_columns =
    "SELECT token_digest, realm, holder, csrf, expires_at, opened_at, device, provider,"
    " logout_hint, lacks_factor FROM session ";

OrFailure<Session> read_session(const Statement& row) {
  Session session;
  session.token_digest = row.text(0);
  session.realm = static_cast<ports::Realm>(row.integer(1));
  session.holder = row.text(2);
  session.csrf = row.text(3);
  session.expires_at = row.integer(4);
  session.opened_at = row.integer(5);
  session.device = row.text(6);
  session.provider = row.text(7);
  session.logout_hint = row.text(8);
  session.lacks_factor = row.integer(9) != 0;
  return session;
}

OrFailure<Party> read_party(const Statement& row) {
  return read_party_of(row.text(0), row.text(1), row.moment(2));
}

OrFailure<ports::Account> read_account(const Statement& row) {
  auto factor = read_factor(row, 2);
  if (!factor) return Unexpected{factor.error()};
  return ports::Account{std::string(row.text(0)), std::string(row.text(1)), std::move(*factor)};
}

}  // namespace

OrFailure<Nothing> Store::put_account(const ports::Account& account) {
  const std::string spare = write_list(account.factor.spare_digests);
  const std::lock_guard lock(desk_mutex_);
  return run(*desk_, "INSERT OR REPLACE INTO account VALUES(?,?,?,?,?)", [&](Statement& s) {
    s.bind(1, std::string_view(account.username))
        .bind(2, std::string_view(account.password_hash))
        .bind(3, std::string_view(account.factor.enrolment))
        .bind(4, account.factor.used_step)
        .bind(5, std::string_view(spare));
  });
}

OrFailure<std::optional<ports::Account>> Store::find_account(std::string_view username) {
  auto reader = readers_.lend();
  return read_found(find(*reader,
                         "SELECT username, password_hash, enrolment, used_step, spare FROM account"
                         " WHERE username = ?",
                         username),
                    read_account);
}

OrFailure<bool> Store::put_citizen(const Citizen& citizen) {
  const std::string details = write_details(citizen.party);
  const std::string spare = write_list(citizen.factor.spare_digests);
  return change(
      "INSERT INTO citizen VALUES(?1,nullif(?2,''),?3,?4,?5,?6,?7,?8,?9,?10,?11) ON CONFLICT(id)"
      " DO UPDATE SET sign_in_name=nullif(?2,''), password_hash=?3, language=?4, details=?5,"
      " enrolment=?7, used_step=?8, spare=?9, confirmed_address=?10, notify_by=?11 ON "
      "CONFLICT(sign_in_name) DO NOTHING",
      [&](Statement& s) {
        s.bind(1, std::string_view(citizen.party.id))
            .bind(2, std::string_view(citizen.sign_in_name))
            .bind(3, std::string_view(citizen.password_hash))
            .bind(4, std::string_view(citizen.language))
            .bind(5, std::string_view(details))
            .bind(6, citizen.party.made_at)
            .bind(7, std::string_view(citizen.factor.enrolment))
            .bind(8, citizen.factor.used_step)
            .bind(9, std::string_view(spare))
            .bind(10, std::string_view(citizen.confirmed_address))
            .bind(11, std::string_view(citizen.notify_by));
      });
}

OrFailure<std::optional<Citizen>> Store::find_citizen(std::string_view id) {
  auto reader = readers_.lend();
  return read_found(find(*reader, std::string(citizen_columns) + "WHERE id = ?", id), read_citizen);
}

OrFailure<std::optional<Citizen>> Store::find_citizen_named(std::string_view name) {
  auto reader = readers_.lend();
  return read_found(find(*reader, std::string(citizen_columns) + "WHERE sign_in_name = ?", name),
                    read_citizen);
}

OrFailure<bool> Store::use_step(ports::Realm realm, std::string_view holder, std::int64_t step) {
  return change(realm == ports::Realm::Officer
                    ? "UPDATE account SET used_step = ?2 WHERE username = ?1 AND used_step < ?2"
                    : "UPDATE citizen SET used_step = ?2 WHERE id = ?1 AND used_step < ?2",
                [&](Statement& s) { s.bind(1, holder).bind(2, step); });
}

OrFailure<bool> Store::use_spare(ports::Realm realm, std::string_view holder,
                                 std::string_view digest) {
  return change(realm == ports::Realm::Officer ? "UPDATE account SET spare = replace(spare, ?2, '')"
                                                 " WHERE username = ?1 AND instr(spare, ?2) > 0"
                                               : "UPDATE citizen SET spare = replace(spare, ?2, '')"
                                                 " WHERE id = ?1 AND instr(spare, ?2) > 0",
                [&](Statement& s) { s.bind(1, holder).bind(2, digest); });
}

OrFailure<bool> Store::change(std::string_view sql, const std::function<void(Statement&)>& bind) {
  const std::lock_guard lock(desk_mutex_);
  if (const auto done = run(*desk_, sql, bind); !done) return Unexpected{done.error()};
  return desk_->changed_rows() > 0;
}

OrFailure<Nothing> Store::put_link(const IdentityLink& link) {
  const std::lock_guard lock(desk_mutex_);
  return run(*desk_, "INSERT OR REPLACE INTO identity_link VALUES(?,?,?)", [&](Statement& s) {
    s.bind(1, std::string_view(link.issuer))
        .bind(2, std::string_view(link.subject))
        .bind(3, std::string_view(link.citizen));
  });
}

OrFailure<std::optional<IdentityLink>> Store::find_link(std::string_view issuer,
                                                        std::string_view subject) {
  auto reader = readers_.lend();
  auto statement =
      (*reader).prepare("SELECT citizen FROM identity_link WHERE issuer = ? AND subject = ?");
  if (!statement) return Unexpected{statement.error()};
  statement->bind(1, issuer).bind(2, subject);
  const auto stepped = statement->step();
  if (!stepped) return Unexpected{stepped.error()};
  if (!*stepped) return std::optional<IdentityLink>{};
  return std::optional{
      IdentityLink{std::string(issuer), std::string(subject), std::string(statement->text(0))}};
}

OrFailure<Nothing> Store::drop_links_of(std::string_view citizen) {
  const std::lock_guard lock(desk_mutex_);
  return run(*desk_, "DELETE FROM identity_link WHERE citizen = ?",
             [&](Statement& s) { s.bind(1, citizen); });
}

OrFailure<Nothing> Store::put_organisation(const Party& organisation) {
  const std::string details = write_details(organisation);
  const std::lock_guard lock(desk_mutex_);
  return run(*desk_,
             "INSERT INTO organisation VALUES(?1,?2,?3) ON CONFLICT(id) DO UPDATE SET details=?2",
             [&](Statement& s) {
               s.bind(1, std::string_view(organisation.id))
                   .bind(2, std::string_view(details))
                   .bind(3, organisation.made_at);
             });
}

OrFailure<std::optional<Party>> Store::find_organisation(std::string_view id) {
  auto reader = readers_.lend();
  return read_found(find(*reader, "SELECT id, details, made_at FROM organisation WHERE id = ?", id),
                    read_party);
}

OrFailure<Nothing> Store::put_mandate(const Mandate& mandate) {
  const std::string body = write_mandate(mandate);
  const std::lock_guard lock(desk_mutex_);
  return run(*desk_, "INSERT OR REPLACE INTO mandate VALUES(?,?,?,?)", [&](Statement& s) {
    s.bind(1, std::string_view(mandate.id))
        .bind(2, std::string_view(mandate.principal))
        .bind(3, std::string_view(mandate.representative))
        .bind(4, std::string_view(body));
  });
}

OrFailure<std::vector<Mandate>> Store::mandates_with(std::string_view party) {
  auto reader = readers_.lend();
  return read_each<Mandate>(
      *reader,
      "SELECT id, principal, representative, body FROM mandate"
      " WHERE principal = ?1 OR representative = ?1 ORDER BY json_extract(body, '$.given_at'), id",
      [&](Statement& s) { s.bind(1, party); }, read_mandate);
}

OrFailure<Nothing> Store::put_session(const Session& session) {
  const std::lock_guard lock(desk_mutex_);
  return run(*desk_, "INSERT OR REPLACE INTO session VALUES(?,?,?,?,?,?,?,?,?,?)",
             [&](Statement& s) {
               s.bind(1, std::string_view(session.token_digest))
                   .bind(2, static_cast<int>(session.realm))
                   .bind(3, std::string_view(session.holder))
                   .bind(4, std::string_view(session.csrf))
                   .bind(5, session.expires_at)
                   .bind(6, session.opened_at)
                   .bind(7, std::string_view(session.device))
                   .bind(8, std::string_view(session.provider))
                   .bind(9, std::string_view(session.logout_hint))
                   .bind(10, session.lacks_factor ? 1 : 0);
             });
}

OrFailure<std::optional<Session>> Store::find_session(std::string_view token_digest) {
  auto reader = readers_.lend();
  return read_found(
      find(*reader, std::string(session_columns) + "WHERE token_digest = ?", token_digest),
      read_session);
}

OrFailure<std::vector<Session>> Store::sessions_of(ports::Realm realm, std::string_view holder) {
  auto reader = readers_.lend();
  return read_each<Session>(
      *reader,
      std::string(session_columns) + "WHERE holder = ? AND realm = ? ORDER BY opened_at DESC",
      [&](Statement& s) { s.bind(1, holder).bind(2, static_cast<int>(realm)); }, read_session);
}

OrFailure<Nothing> Store::drop_session(std::string_view token_digest) {
  const std::lock_guard lock(desk_mutex_);
  return run(*desk_, "DELETE FROM session WHERE token_digest = ?",
             [&](Statement& s) { s.bind(1, token_digest); });
}

OrFailure<Nothing> Store::drop_sessions_before(std::int64_t expiry) {
  const std::lock_guard lock(desk_mutex_);
  return run(*desk_, "DELETE FROM session WHERE expires_at < ?",
             [&](Statement& s) { s.bind(1, expiry); });
}

}  // namespace motcua::sqlite
