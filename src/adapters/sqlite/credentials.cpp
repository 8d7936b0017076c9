// What opens an account beside its password: proofs sent to its address, passkeys.

#include "sqlite/rows.hpp"
#include "sqlite/store.hpp"

namespace motcua::sqlite {
namespace {

using ports::AddressProof;
using ports::Passkey;

constexpr std::string_view passkey_columns =
    "SELECT id, realm, holder, name, algorithm, public_key, counter, made_at, used_at FROM "
    "passkey ";

OrFailure<AddressProof> read_proof(const Statement& row) {
  return AddressProof{std::string(row.text(0)), static_cast<ports::ProofPurpose>(row.integer(1)),
                      std::string(row.text(2)), std::string(row.text(3)),
                      row.integer(4),           row.integer(5)};
}

OrFailure<Passkey> read_passkey(const Statement& row) {
  Passkey passkey;
  passkey.id = row.text(0);
  passkey.realm = static_cast<ports::Realm>(row.integer(1));
  passkey.holder = row.text(2);
  passkey.name = row.text(3);
  passkey.algorithm = static_cast<int>(row.integer(4));
  passkey.public_key = row.text(5);
  passkey.counter = row.integer(6);
  passkey.made_at = row.integer(7);
  passkey.used_at = row.integer(8);
  return passkey;
}

}  // namespace

OrFailure<Nothing> Store::put_proof(const AddressProof& proof) {
  const std::lock_guard lock(desk_mutex_);
  auto forgotten = run(*desk_, "DELETE FROM address_proof WHERE expires_at < ?",
                       [&](Statement& s) { s.bind(1, proof.made_at); });
  if (!forgotten) return forgotten;
  return run(*desk_, "INSERT INTO address_proof VALUES(?,?,?,?,?,?)", [&](Statement& s) {
    s.bind(1, std::string_view(proof.id))
        .bind(2, static_cast<int>(proof.purpose))
        .bind(3, std::string_view(proof.citizen))
        .bind(4, std::string_view(proof.address))
        .bind(5, proof.made_at)
        .bind(6, proof.expires_at);
  });
}

OrFailure<std::optional<AddressProof>> Store::find_proof(std::string_view id) {
  auto reader = readers_.lend();
  return read_found(
      find(*reader,
           "SELECT id, purpose, citizen, address, made_at, expires_at FROM address_proof"
           " WHERE id = ?",
           id),
      read_proof);
}

OrFailure<std::int64_t> Store::newest_proof(ports::ProofPurpose purpose, std::string_view citizen) {
  auto reader = readers_.lend();
  auto statement = (*reader).prepare(
      "SELECT coalesce(max(made_at), 0) FROM address_proof WHERE citizen = ? AND purpose = ?");
  if (!statement) return Unexpected{statement.error()};
  statement->bind(1, citizen).bind(2, static_cast<int>(purpose));
  const auto stepped = statement->step();
  if (!stepped) return Unexpected{stepped.error()};
  return statement->integer(0);
}

OrFailure<bool> Store::use_proof(const AddressProof& proof) {
  const auto used = change("DELETE FROM address_proof WHERE id = ?",
                           [&](Statement& s) { s.bind(1, std::string_view(proof.id)); });
  if (!used || !*used) return used;
  const auto others =
      change("DELETE FROM address_proof WHERE citizen = ? AND purpose = ?", [&](Statement& s) {
        s.bind(1, std::string_view(proof.citizen)).bind(2, static_cast<int>(proof.purpose));
      });
  if (!others) return others;
  return true;
}

OrFailure<bool> Store::add_passkey(const Passkey& passkey) {
  return change("INSERT INTO passkey VALUES(?,?,?,?,?,?,?,?,?) ON CONFLICT DO NOTHING",
                [&](Statement& s) {
                  s.bind(1, std::string_view(passkey.id))
                      .bind(2, static_cast<int>(passkey.realm))
                      .bind(3, std::string_view(passkey.holder))
                      .bind(4, std::string_view(passkey.name))
                      .bind(5, passkey.algorithm)
                      .bind(6, std::string_view(passkey.public_key))
                      .bind(7, passkey.counter)
                      .bind(8, passkey.made_at)
                      .bind(9, passkey.used_at);
                });
}

OrFailure<std::optional<Passkey>> Store::find_passkey(std::string_view id) {
  auto reader = readers_.lend();
  return read_found(find(*reader, std::string(passkey_columns) + "WHERE id = ?", id), read_passkey);
}

OrFailure<std::vector<Passkey>> Store::passkeys_of(ports::Realm realm, std::string_view holder) {
  auto reader = readers_.lend();
  return read_each<Passkey>(
      *reader, std::string(passkey_columns) + "WHERE holder = ? AND realm = ? ORDER BY made_at, id",
      [&](Statement& s) { s.bind(1, holder).bind(2, static_cast<int>(realm)); }, read_passkey);
}

OrFailure<bool> Store::use_passkey(std::string_view id, std::int64_t counter, std::int64_t now) {
  return change(
      "UPDATE passkey SET counter = ?2, used_at = ?3"
      " WHERE id = ?1 AND (counter < ?2 OR (counter = 0 AND ?2 = 0))",
      [&](Statement& s) { s.bind(1, id).bind(2, counter).bind(3, now); });
}

OrFailure<Nothing> Store::rename_passkey(std::string_view id, std::string_view name) {
  const std::lock_guard lock(desk_mutex_);
  return run(*desk_, "UPDATE passkey SET name = ?2 WHERE id = ?1",
             [&](Statement& s) { s.bind(1, id).bind(2, name); });
}

OrFailure<Nothing> Store::drop_passkey(std::string_view id) {
  const std::lock_guard lock(desk_mutex_);
  return run(*desk_, "DELETE FROM passkey WHERE id = ?", [&](Statement& s) { s.bind(1, id); });
}

}  // namespace motcua::sqlite
