// Appointments. The conditions a place is given under stand in the statement that takes it, and
// which of them failed is found out before anybody else can write.

#include "sqlite/outbox.hpp"
#include "sqlite/rows.hpp"
#include "sqlite/store.hpp"
#include "sqlite/transaction.hpp"

namespace motcua::sqlite {
namespace {

using appointment::Appointment;
using appointment::State;
using ports::Booking;

constexpr std::string_view appointment_columns =
    "SELECT code, at, until, state, purpose, procedure, dossier, name, email, phone, language,"
    " citizen, reason, booked_at, changed_by, revision FROM appointment ";

// Booked, arrived and missed ones hold their place; cancelled ones gave it back.
constexpr int first_without_place = static_cast<int>(State::CancelledByPerson);

OrFailure<Appointment> read_appointment(const Statement& row) {
  Appointment read;
  read.code = row.text(0);
  read.at = row.moment(1);
  read.until = row.moment(2);
  read.state = static_cast<State>(row.integer(3));
  const auto purpose = appointment::parse_purpose(row.text(4));
  if (!purpose || row.integer(3) < 0 || row.integer(3) > int(State::CancelledByOffice)) {
    return Unexpected{
        Failure{FailureKind::Storage, "appointment " + read.code + " is damaged", false}};
  }
  read.purpose = *purpose;
  read.procedure = row.text(5);
  read.dossier = row.text(6);
  read.contact = {std::string(row.text(7)), std::string(row.text(8)), std::string(row.text(9)),
                  row.text(10) == "en" ? Language::English : Language::Vietnamese};
  read.citizen = row.text(11);
  read.reason = row.text(12);
  read.booked_at = row.moment(13);
  read.changed_by = row.text(14);
  read.revision = static_cast<int>(row.integer(15));
  return read;
}

OrFailure<std::int64_t> count_of(Database& database, std::string_view sql,
                                 const std::function<void(Statement&)>& bind) {
  auto statement = database.prepare(sql);
  if (!statement) return Unexpected{statement.error()};
  bind(*statement);
  const auto stepped = statement->step();
  if (!stepped) return Unexpected{stepped.error()};
  return statement->integer(0);
}

// What stands against this time for this contact, beside the appointment itself. Inside a
// transaction.
OrFailure<Booking> judge(Database& database, const Appointment& wanted,
                         const ports::BookingLimits& limits) {
  const std::string email = appointment::email_key(wanted.contact.email);
  const std::string phone = appointment::phone_key(wanted.contact.phone);
  {
    auto open = database.prepare(
        "SELECT count(*), coalesce(sum(at = ?5), 0) FROM appointment"
        " WHERE state = 0 AND code <> ?1 AND at > ?2"
        " AND ((email_key = ?3 AND email_key <> '') OR (phone_key = ?4 AND phone_key <> ''))");
    if (!open) return Unexpected{open.error()};
    open->lend(1, wanted.code).bind(2, limits.now).lend(3, email).lend(4, phone).bind(5, wanted.at);
    if (const auto stepped = open->step(); !stepped) return Unexpected{stepped.error()};
    if (open->integer(1) > 0) return Booking::SameTime;
    if (open->integer(0) >= limits.most_per_contact) return Booking::TooMany;
  }
  const auto taken = count_of(
      database,
      "SELECT count(*) FROM appointment WHERE code <> ?1 AND at < ?3 AND until > ?2 AND state < " +
          std::to_string(first_without_place),
      [&](Statement& s) { s.lend(1, wanted.code).bind(2, wanted.at).bind(3, wanted.until); });
  if (!taken) return Unexpected{taken.error()};
  return *taken < limits.places ? Booking::Kept : Booking::SlotFull;
}

OrFailure<Nothing> insert(Database& database, const ports::NewBooking& booking) {
  const auto& made = booking.appointment;
  return run(database,
             "INSERT INTO appointment VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,?15,"
             "?16,?17,?18,?19,0)",
             [&](Statement& s) {
               s.lend(1, made.code)
                   .bind(2, made.at)
                   .bind(3, made.until)
                   .bind(4, static_cast<int>(made.state))
                   .lend(5, appointment::write_purpose(made.purpose))
                   .lend(6, made.procedure)
                   .lend(7, made.dossier)
                   .lend(8, made.contact.name)
                   .lend(9, made.contact.email)
                   .lend(10, made.contact.phone)
                   .bind(11, std::string_view(appointment::email_key(made.contact.email)))
                   .bind(12, std::string_view(appointment::phone_key(made.contact.phone)))
                   .lend(13, made.contact.language == Language::English ? "en" : "vi")
                   .lend(14, made.citizen)
                   .lend(15, made.reason)
                   .bind(16, made.booked_at)
                   .lend(17, made.changed_by)
                   .bind(18, made.revision)
                   .lend(19, booking.request);
             });
}

// Changed when somebody else changed it since it was seen.
OrFailure<Booking> update(Database& database, const Appointment& after) {
  const auto done =
      run(database,
          "UPDATE appointment SET at=?2, until=?3, state=?4, reason=?5, changed_by=?6,"
          " revision=?7 WHERE code=?1 AND revision=?7-1",
          [&](Statement& s) {
            s.lend(1, after.code)
                .bind(2, after.at)
                .bind(3, after.until)
                .bind(4, static_cast<int>(after.state))
                .lend(5, after.reason)
                .lend(6, after.changed_by)
                .bind(7, after.revision);
          });
  if (!done) return Unexpected{done.error()};
  return database.changed_rows() > 0 ? Booking::Kept : Booking::Changed;
}

OrFailure<Booking> keep_told(Database& database, DeskTransaction& transaction,
                        const std::optional<ports::MadeNotice>& notice) {
  if (notice) {
    if (const auto put = insert_notice(database, *notice); !put) return Unexpected{put.error()};
  }
  if (const auto done = transaction.commit(); !done) return Unexpected{done.error()};
  return Booking::Kept;
}

}  // namespace

OrFailure<Booking> Store::book(const ports::NewBooking& booking,
                               const ports::BookingLimits& limits) {
  const std::lock_guard lock(desk_mutex_);
  DeskTransaction transaction(*desk_);
  if (!transaction.begun()) return Unexpected{transaction.begun().error()};
  const auto known = count_of(*desk_, "SELECT count(*) FROM appointment WHERE request = ?",
                              [&](Statement& s) { s.lend(1, booking.request); });
  if (!known) return Unexpected{known.error()};
  if (*known > 0) return Booking::SentAlready;
  const auto same_code = count_of(*desk_, "SELECT count(*) FROM appointment WHERE code = ?",
                                  [&](Statement& s) { s.lend(1, booking.appointment.code); });
  if (!same_code) return Unexpected{same_code.error()};
  if (*same_code > 0) return Booking::CodeTaken;
  const auto judged = judge(*desk_, booking.appointment, limits);
  if (!judged || *judged != Booking::Kept) return judged;
  if (const auto put = insert(*desk_, booking); !put) return Unexpected{put.error()};
  return keep_told(*desk_, transaction, booking.notice);
}

OrFailure<Booking> Store::move_appointment(const ports::AppointmentChange& change,
                                           const ports::BookingLimits& limits) {
  const std::lock_guard lock(desk_mutex_);
  DeskTransaction transaction(*desk_);
  if (!transaction.begun()) return Unexpected{transaction.begun().error()};
  const auto judged = judge(*desk_, change.after, limits);
  if (!judged || *judged != Booking::Kept) return judged;
  const auto updated = update(*desk_, change.after);
  if (!updated || *updated != Booking::Kept) return updated;
  return keep_told(*desk_, transaction, change.notice);
}

OrFailure<Booking> Store::change_appointment(const ports::AppointmentChange& change) {
  const std::lock_guard lock(desk_mutex_);
  DeskTransaction transaction(*desk_);
  if (!transaction.begun()) return Unexpected{transaction.begun().error()};
  const auto updated = update(*desk_, change.after);
  if (!updated || *updated != Booking::Kept) return updated;
  return keep_told(*desk_, transaction, change.notice);
}

OrFailure<std::optional<Appointment>> Store::find_appointment(std::string_view code) {
  auto reader = readers_.lend();
  return read_found(find(*reader, std::string(appointment_columns) + "WHERE code = ?", code),
                    read_appointment);
}

OrFailure<std::optional<Appointment>> Store::find_booking(std::string_view request) {
  auto reader = readers_.lend();
  return read_found(find(*reader, std::string(appointment_columns) + "WHERE request = ?", request),
                    read_appointment);
}

OrFailure<std::vector<Appointment>> Store::appointments_between(Moment from, Moment until) {
  auto reader = readers_.lend();
  return read_each<Appointment>(
      *reader, std::string(appointment_columns) + "WHERE at >= ? AND at < ? ORDER BY at, booked_at",
      [&](Statement& s) { s.bind(1, from).bind(2, until); }, read_appointment);
}

OrFailure<std::vector<Appointment>> Store::appointments_of(std::string_view citizen) {
  auto reader = readers_.lend();
  return read_each<Appointment>(
      *reader, std::string(appointment_columns) + "WHERE citizen = ? AND citizen <> '' ORDER BY at",
      [&](Statement& s) { s.bind(1, citizen); }, read_appointment);
}

OrFailure<std::vector<appointment::Slot>> Store::taken_between(Moment from, Moment until) {
  auto reader = readers_.lend();
  return read_each<appointment::Slot>(
      *reader,
      "SELECT at, until FROM appointment WHERE at < ?2 AND until > ?1 AND state < " +
          std::to_string(first_without_place),
      [&](Statement& s) { s.bind(1, from).bind(2, until); },
      [](const Statement& row) -> OrFailure<appointment::Slot> {
        return appointment::Slot{row.moment(0), row.moment(1)};
      });
}

OrFailure<Nothing> Store::remind(const Appointment& appointment, const ports::MadeNotice& notice) {
  const std::lock_guard lock(desk_mutex_);
  DeskTransaction transaction(*desk_);
  if (!transaction.begun()) return Unexpected{transaction.begun().error()};
  const auto noted =
      run(*desk_, "UPDATE appointment SET reminded_for=?2 WHERE code=?1 AND at=?2 AND state=0",
          [&](Statement& s) { s.lend(1, appointment.code).bind(2, appointment.at); });
  if (!noted) return Unexpected{noted.error()};
  if (desk_->changed_rows() == 0) return Nothing{};  // moved or cancelled meanwhile
  const auto kept = keep_told(*desk_, transaction, notice);
  if (!kept) return Unexpected{kept.error()};
  return Nothing{};
}

OrFailure<std::vector<Appointment>> Store::not_reminded(Moment from, Moment until) {
  auto reader = readers_.lend();
  return read_each<Appointment>(
      *reader,
      std::string(appointment_columns) +
          "WHERE at >= ? AND at < ? AND state = 0 AND email <> '' AND reminded_for <> at"
          " ORDER BY at",
      [&](Statement& s) { s.bind(1, from).bind(2, until); }, read_appointment);
}

// A day is counted from midnight of the office's clock, which is 7 hours ahead of UTC.
OrFailure<Nothing> Store::drop_appointments_before(Moment until) {
  const std::lock_guard lock(desk_mutex_);
  DeskTransaction transaction(*desk_);
  if (!transaction.begun()) return Unexpected{transaction.begun().error()};
  const auto counted =
      run(*desk_,
          "INSERT INTO appointment_count SELECT (at + 25200) / 86400, state, count(*)"
          " FROM appointment WHERE at < ?1 GROUP BY 1, 2"
          " ON CONFLICT(day, state) DO UPDATE SET count = count + excluded.count",
          [&](Statement& s) { s.bind(1, until); });
  if (!counted) return Unexpected{counted.error()};
  const auto dropped =
      run(*desk_, "DELETE FROM appointment WHERE at < ?1", [&](Statement& s) { s.bind(1, until); });
  if (!dropped) return Unexpected{dropped.error()};
  return transaction.commit();
}

OrFailure<ports::StateCounts> Store::dropped_on(Date day) {
  auto reader = readers_.lend();
  auto statement = (*reader).prepare("SELECT state, count FROM appointment_count WHERE day = ?");
  if (!statement) return Unexpected{statement.error()};
  statement->bind(1, static_cast<std::int64_t>(day.time_since_epoch().count()));
  ports::StateCounts counts;
  while (true) {
    const auto stepped = statement->step();
    if (!stepped) return Unexpected{stepped.error()};
    if (!*stepped) return counts;
    counts[static_cast<State>(statement->integer(0))] = static_cast<int>(statement->integer(1));
  }
}

}  // namespace motcua::sqlite
