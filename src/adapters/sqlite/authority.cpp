// Substitutions.

#include "sqlite/rows.hpp"
#include "sqlite/store.hpp"
#include "sqlite/transaction.hpp"

namespace motcua::sqlite {
namespace {

using authority::Substitution;

// Roles are words of letters: a blank parts them.
std::string joined_roles(const std::vector<std::string>& roles) {
  std::string text;
  for (const auto& role : roles) text += (text.empty() ? "" : " ") + role;
  return text;
}

std::vector<std::string> parted_roles(std::string_view text) {
  std::vector<std::string> roles;
  while (!text.empty()) {
    const auto blank = text.find(' ');
    roles.emplace_back(text.substr(0, blank));
    text = blank == std::string_view::npos ? std::string_view{} : text.substr(blank + 1);
  }
  return roles;
}

OrFailure<Substitution> read_substitution(const Statement& row) {
  Substitution read;
  read.id = row.text(0);
  read.absent = row.text(1);
  read.substitute = row.text(2);
  read.roles = parted_roles(row.text(3));
  read.period = {parse_date(row.text(4)), parse_date(row.text(5))};
  read.paper = row.text(6);
  read.reason = row.text(7);
  read.set_by = row.text(8);
  read.set_at = row.moment(9);
  read.ended_by = row.text(10);
  read.ended_at = row.optional_moment(11);
  if (read.period.from && read.period.until) return read;
  return Unexpected{
      Failure{FailureKind::Storage, "substitution " + read.id + " is damaged in the store", false}};
}

}  // namespace

OrFailure<authority::Substitutions> Store::substitutions() {
  auto reader = readers_.lend();
  return read_each<Substitution>(
      *reader,
      "SELECT id, absent, substitute, roles, from_day, until_day, paper, reason, set_by, set_at,"
      " ended_by, ended_at FROM substitution ORDER BY set_at, id",
      [](Statement&) {}, read_substitution);
}

OrFailure<bool> Store::add_substitution(const Substitution& one) {
  const std::string roles = joined_roles(one.roles);
  const std::string from = write_date(*one.period.from);
  const std::string until = write_date(*one.period.until);
  return change(
      "INSERT INTO substitution VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,'',NULL)"
      " ON CONFLICT DO NOTHING",
      [&](Statement& s) {
        s.lend(1, one.id)
            .lend(2, one.absent)
            .lend(3, one.substitute)
            .lend(4, roles)
            .lend(5, from)
            .lend(6, until)
            .lend(7, one.paper)
            .lend(8, one.reason)
            .lend(9, one.set_by)
            .bind(10, one.set_at);
      });
}

OrFailure<bool> Store::end_substitution(std::string_view id, std::string_view by, Moment at) {
  return change(
      "UPDATE substitution SET ended_by = ?2, ended_at = ?3 WHERE id = ?1 AND ended_at IS NULL",
      [&](Statement& s) { s.lend(1, id).lend(2, by).bind(3, at); });
}

}  // namespace motcua::sqlite
