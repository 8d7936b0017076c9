#include "sqlite/outbox.hpp"

#include <array>

#include "sqlite/store.hpp"

namespace motcua::sqlite {
namespace {

using ports::DeliveryState;
using ports::KeptNotice;

constexpr std::array<std::string_view, 4> state_names{"waiting", "sent", "in-app-only",
                                                      "dead-letter"};

std::string_view write_state(DeliveryState state) {
  return state_names[static_cast<std::size_t>(state)];
}

std::optional<DeliveryState> parse_state(std::string_view name) {
  for (std::size_t i = 0; i < state_names.size(); ++i) {
    if (state_names[i] == name) return static_cast<DeliveryState>(i);
  }
  return std::nullopt;
}

constexpr std::string_view select_notice =
    "SELECT id, code, version, made_at, kind, channel, address, language, subject, body, state,"
    " tries, next_at, last_error, sent_at FROM notice ";

OrFailure<KeptNotice> read_notice(const Statement& row) {
  KeptNotice kept;
  kept.id = row.integer(0);
  kept.made.code = row.text(1);
  kept.made.version = static_cast<std::uint64_t>(row.integer(2));
  kept.made.made_at = row.moment(3);
  const auto kind = notice::parse_kind(row.text(4));
  const auto channel = notice::parse_channel(row.text(5));
  const auto state = parse_state(row.text(10));
  if (!kind || !channel || !state) {
    return Unexpected{Failure{FailureKind::Storage,
                              "the outbox is damaged: notice " + std::to_string(kept.id), false}};
  }
  auto& notice = kept.made.notice;
  notice.kind = *kind;
  notice.channel = *channel;
  notice.address = row.text(6);
  notice.language = row.text(7) == "en" ? Language::English : Language::Vietnamese;
  notice.subject = row.text(8);
  notice.body = row.text(9);
  kept.delivery = {*state, static_cast<int>(row.integer(11)), row.optional_moment(12),
                   std::string(row.text(13)), row.optional_moment(14)};
  return kept;
}

using Bind = std::function<void(Statement&)>;

OrFailure<std::vector<KeptNotice>> read_notices(Database& database, std::string_view where,
                                                const Bind& bind) {
  auto statement = database.prepare(std::string(select_notice) + std::string(where));
  if (!statement) return Unexpected{statement.error()};
  bind(*statement);
  std::vector<KeptNotice> found;
  for (;;) {
    const auto stepped = statement->step();
    if (!stepped) return Unexpected{stepped.error()};
    if (!*stepped) return found;
    auto kept = read_notice(*statement);
    if (!kept) return Unexpected{kept.error()};
    found.push_back(std::move(*kept));
  }
}

}  // namespace

OrFailure<Nothing> insert_notice(Database& database, const ports::MadeNotice& made) {
  auto statement = database.prepare(
      "INSERT INTO notice(code, version, made_at, kind, channel, address, language, subject, body,"
      " state, tries, next_at, last_error) VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9,'waiting',0,?3,'')");
  if (!statement) return Unexpected{statement.error()};
  const auto& notice = made.notice;
  statement->lend(1, made.code)
      .bind(2, static_cast<std::int64_t>(made.version))
      .bind(3, made.made_at)
      .lend(4, notice::write_kind(notice.kind))
      .lend(5, notice::write_channel(notice.channel))
      .lend(6, notice.address)
      .lend(7, notice.language == Language::English ? "en" : "vi")
      .lend(8, notice.subject)
      .lend(9, notice.body);
  return statement->run();
}

OrFailure<Nothing> Store::put_notice(const ports::MadeNotice& made) {
  const std::lock_guard lock(desk_mutex_);
  return insert_notice(*desk_, made);
}

OrFailure<std::vector<KeptNotice>> Store::due_notices(Moment now, int most) {
  auto reader = readers_.lend();
  return read_notices(*reader, "WHERE state = 'waiting' AND next_at <= ? ORDER BY next_at LIMIT ?",
                      [&](Statement& s) { s.bind(1, now).bind(2, most); });
}

OrFailure<std::optional<Moment>> Store::next_notice_at() {
  auto reader = readers_.lend();
  auto statement = (*reader).prepare("SELECT min(next_at) FROM notice WHERE state = 'waiting'");
  if (!statement) return Unexpected{statement.error()};
  const auto stepped = statement->step();
  if (!stepped) return Unexpected{stepped.error()};
  return statement->optional_moment(0);
}

OrFailure<Nothing> Store::note_delivery(std::int64_t id, const ports::Delivery& delivery) {
  const std::lock_guard lock(desk_mutex_);
  auto statement = desk_->prepare(
      "UPDATE notice SET state=?2, tries=?3, next_at=?4, last_error=?5, sent_at=?6 WHERE id=?1");
  if (!statement) return Unexpected{statement.error()};
  statement->bind(1, id)
      .bind(2, write_state(delivery.state))
      .bind(3, delivery.tries)
      .bind(4, delivery.next_at)
      .bind(5, std::string_view(delivery.last_error))
      .bind(6, delivery.sent_at);
  return statement->run();
}

OrFailure<std::optional<KeptNotice>> Store::find_notice(std::int64_t id) {
  auto reader = readers_.lend();
  auto found = read_notices(*reader, "WHERE id = ?", [&](Statement& s) { s.bind(1, id); });
  if (!found) return Unexpected{found.error()};
  if (found->empty()) return std::optional<KeptNotice>{};
  return std::optional{std::move(found->front())};
}

OrFailure<std::vector<KeptNotice>> Store::notices_of(std::string_view code) {
  auto reader = readers_.lend();
  return read_notices(*reader, "WHERE code = ? AND code <> '' ORDER BY id",
                      [&](Statement& s) { s.bind(1, code); });
}

OrFailure<std::vector<KeptNotice>> Store::newest_notices(int most) {
  auto reader = readers_.lend();
  return read_notices(*reader, "ORDER BY id DESC LIMIT ?", [&](Statement& s) { s.bind(1, most); });
}

OrFailure<std::vector<KeptNotice>> Store::dead_letters(int most) {
  auto reader = readers_.lend();
  return read_notices(*reader, "WHERE state = 'dead-letter' ORDER BY id DESC LIMIT ?",
                      [&](Statement& s) { s.bind(1, most); });
}

}  // namespace motcua::sqlite
