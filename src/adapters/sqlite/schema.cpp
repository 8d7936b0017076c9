#include "sqlite/schema.hpp"

namespace motcua::sqlite {
namespace {

constexpr int newest_schema = 8;

constexpr std::string_view first_schema = R"(
CREATE TABLE journal(
  sequence INTEGER PRIMARY KEY,
  code TEXT NOT NULL,
  version INTEGER NOT NULL,
  at INTEGER NOT NULL,
  actual_at INTEGER,
  actor TEXT NOT NULL,
  actor_name TEXT NOT NULL,
  actor_unit TEXT NOT NULL,
  type TEXT NOT NULL,
  body TEXT NOT NULL,
  request_key TEXT NOT NULL,
  chain BLOB NOT NULL);
CREATE UNIQUE INDEX journal_by_dossier ON journal(code, version);
CREATE TABLE dossier(
  code TEXT NOT NULL PRIMARY KEY,
  version INTEGER NOT NULL,
  procedure TEXT NOT NULL,
  procedure_version INTEGER NOT NULL,
  case_id TEXT NOT NULL,
  applicant TEXT NOT NULL,
  search TEXT NOT NULL,
  channel TEXT NOT NULL,
  status INTEGER NOT NULL,
  open INTEGER NOT NULL,
  paused INTEGER NOT NULL,
  task TEXT NOT NULL,
  unit TEXT NOT NULL,
  assignee TEXT NOT NULL,
  step_due INTEGER,
  promise INTEGER,
  first_promise INTEGER,
  received_at INTEGER NOT NULL,
  ended_at INTEGER,
  generated INTEGER NOT NULL,
  figures TEXT NOT NULL);
CREATE INDEX open_by_unit ON dossier(unit, step_due) WHERE open = 1;
CREATE INDEX dossier_by_receipt ON dossier(received_at);
CREATE TABLE draft(
  id TEXT NOT NULL PRIMARY KEY,
  procedure TEXT NOT NULL,
  procedure_version INTEGER NOT NULL,
  answers TEXT NOT NULL,
  step INTEGER NOT NULL,
  files TEXT NOT NULL,
  saved_at INTEGER NOT NULL,
  submitted_as TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE account(username TEXT NOT NULL PRIMARY KEY, password_hash TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE session(
  token_digest TEXT NOT NULL PRIMARY KEY,
  username TEXT NOT NULL,
  csrf TEXT NOT NULL,
  expires_at INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE setting(name TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
PRAGMA user_version = 1;
)";

// The index over the journal and the one by unit cost most of the pages an act wrote. A view now
// lists the records of its dossier, and the index of open dossiers changes only when one opens or
// ends.
constexpr std::string_view second_schema = R"(
ALTER TABLE dossier ADD COLUMN records TEXT NOT NULL DEFAULT '';
UPDATE dossier SET records = coalesce((SELECT group_concat(sequence) FROM
  (SELECT sequence FROM journal WHERE journal.code = dossier.code ORDER BY version)), '');
DROP INDEX journal_by_dossier;
DROP INDEX open_by_unit;
CREATE INDEX open_dossier ON dossier(received_at) WHERE open = 1;
PRAGMA user_version = 2;
)";

// Numbers and issued papers of results; year and in_year are 0 where another authority numbered it.
constexpr std::string_view third_schema = R"(
CREATE TABLE result(
  code TEXT NOT NULL,
  paper TEXT NOT NULL,
  number TEXT NOT NULL,
  year INTEGER NOT NULL,
  in_year INTEGER NOT NULL,
  PRIMARY KEY(code, paper)) WITHOUT ROWID;
CREATE INDEX result_by_number ON result(number);
CREATE INDEX result_by_paper ON result(paper) WHERE paper <> '';
CREATE INDEX result_by_year ON result(year, in_year) WHERE year <> 0;
INSERT OR REPLACE INTO result(code, paper, number, year, in_year)
  SELECT code, '', coalesce(json_extract(body, '$.document'), ''), 0, 0
  FROM journal WHERE type = 'result_recorded';
PRAGMA user_version = 3;
)";

// The outbox. A notice is found by its dossier, or by what still has to be done with it.
constexpr std::string_view fourth_schema = R"(
CREATE TABLE notice(
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL,
  version INTEGER NOT NULL,
  made_at INTEGER NOT NULL,
  kind TEXT NOT NULL,
  channel TEXT NOT NULL,
  address TEXT NOT NULL,
  language TEXT NOT NULL,
  subject TEXT NOT NULL,
  body TEXT NOT NULL,
  state TEXT NOT NULL,
  tries INTEGER NOT NULL,
  next_at INTEGER,
  last_error TEXT NOT NULL,
  sent_at INTEGER);
ALTER TABLE draft ADD COLUMN notify_by TEXT NOT NULL DEFAULT '';
ALTER TABLE draft ADD COLUMN language TEXT NOT NULL DEFAULT '';
CREATE INDEX notice_by_dossier ON notice(code) WHERE code <> '';
CREATE INDEX waiting_notice ON notice(next_at) WHERE state = 'waiting';
CREATE INDEX dead_letter ON notice(id) WHERE state = 'dead-letter';
PRAGMA user_version = 4;
)";

// Accounts of those who apply, mandates, second factors, and sessions that say whose they are.
constexpr std::string_view fifth_schema = R"(
CREATE TABLE citizen(
  id TEXT NOT NULL PRIMARY KEY,
  sign_in_name TEXT UNIQUE,
  password_hash TEXT NOT NULL,
  language TEXT NOT NULL,
  details TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  enrolment TEXT NOT NULL,
  used_step INTEGER NOT NULL,
  spare TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE identity_link(
  issuer TEXT NOT NULL,
  subject TEXT NOT NULL,
  citizen TEXT NOT NULL,
  PRIMARY KEY(issuer, subject)) WITHOUT ROWID;
CREATE TABLE organisation(
  id TEXT NOT NULL PRIMARY KEY,
  details TEXT NOT NULL,
  made_at INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE mandate(
  id TEXT NOT NULL PRIMARY KEY,
  principal TEXT NOT NULL,
  representative TEXT NOT NULL,
  body TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX mandate_of_principal ON mandate(principal);
CREATE INDEX mandate_of_representative ON mandate(representative);
CREATE TABLE holding(party TEXT NOT NULL, code TEXT NOT NULL, PRIMARY KEY(party, code))
  WITHOUT ROWID;
ALTER TABLE account ADD COLUMN enrolment TEXT NOT NULL DEFAULT '';
ALTER TABLE account ADD COLUMN used_step INTEGER NOT NULL DEFAULT 0;
ALTER TABLE account ADD COLUMN spare TEXT NOT NULL DEFAULT '[]';
ALTER TABLE draft ADD COLUMN citizen TEXT NOT NULL DEFAULT '';
ALTER TABLE draft ADD COLUMN party TEXT NOT NULL DEFAULT '';
CREATE INDEX draft_of_citizen ON draft(citizen) WHERE citizen <> '';
DROP TABLE session;
CREATE TABLE session(
  token_digest TEXT NOT NULL PRIMARY KEY,
  realm INTEGER NOT NULL,
  holder TEXT NOT NULL,
  csrf TEXT NOT NULL,
  expires_at INTEGER NOT NULL,
  opened_at INTEGER NOT NULL,
  device TEXT NOT NULL,
  provider TEXT NOT NULL,
  logout_hint TEXT NOT NULL,
  lacks_factor INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX session_of_holder ON session(holder);
PRAGMA user_version = 5;
)";

// Confirmed addresses and proofs sent to addresses, passkeys, how an account wants to be told, and
// what a draft was filled in with.
constexpr std::string_view sixth_schema = R"(
ALTER TABLE citizen ADD COLUMN confirmed_address TEXT NOT NULL DEFAULT '';
ALTER TABLE citizen ADD COLUMN notify_by TEXT NOT NULL DEFAULT '';
CREATE TABLE address_proof(
  id TEXT NOT NULL PRIMARY KEY,
  purpose INTEGER NOT NULL,
  citizen TEXT NOT NULL,
  address TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX proof_of_citizen ON address_proof(citizen);
CREATE TABLE passkey(
  id TEXT NOT NULL PRIMARY KEY,
  realm INTEGER NOT NULL,
  holder TEXT NOT NULL,
  name TEXT NOT NULL,
  algorithm INTEGER NOT NULL,
  public_key TEXT NOT NULL,
  counter INTEGER NOT NULL,
  made_at INTEGER NOT NULL,
  used_at INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX passkey_of_holder ON passkey(holder);
ALTER TABLE draft ADD COLUMN filled_in TEXT NOT NULL DEFAULT '{}';
PRAGMA user_version = 6;
)";

// Times booked at the counter, and what is kept of those long over.
constexpr std::string_view seventh_appointments = R"(
CREATE TABLE appointment(
  code TEXT NOT NULL PRIMARY KEY,
  at INTEGER NOT NULL,
  until INTEGER NOT NULL,
  state INTEGER NOT NULL,
  purpose TEXT NOT NULL,
  procedure TEXT NOT NULL,
  dossier TEXT NOT NULL,
  name TEXT NOT NULL,
  email TEXT NOT NULL,
  phone TEXT NOT NULL,
  email_key TEXT NOT NULL,
  phone_key TEXT NOT NULL,
  language TEXT NOT NULL,
  citizen TEXT NOT NULL,
  reason TEXT NOT NULL,
  booked_at INTEGER NOT NULL,
  changed_by TEXT NOT NULL,
  revision INTEGER NOT NULL,
  request TEXT NOT NULL UNIQUE,
  reminded_for INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX appointment_by_time ON appointment(at);
CREATE INDEX appointment_of_citizen ON appointment(citizen) WHERE citizen <> '';
CREATE INDEX appointment_of_email ON appointment(email_key) WHERE email_key <> '';
CREATE INDEX appointment_of_phone ON appointment(phone_key) WHERE phone_key <> '';
CREATE TABLE appointment_count(
  day INTEGER NOT NULL,
  state INTEGER NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY(day, state)) WITHOUT ROWID;
)";

// What the scanner for malware found, by content.
constexpr std::string_view seventh_scans = R"(
CREATE TABLE paper_scan(
  sha256 TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  size INTEGER NOT NULL,
  state TEXT NOT NULL,
  virus TEXT NOT NULL,
  signatures TEXT NOT NULL,
  at INTEGER NOT NULL,
  tries INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX paper_not_clean ON paper_scan(state) WHERE state <> 'clean';
)";

// Where a draft's notices go: to the form's address or the account's.
constexpr std::string_view seventh_notices = R"(
ALTER TABLE draft ADD COLUMN notify_at TEXT NOT NULL DEFAULT '';
)";

// The book of petitions and the rows folded from it.
constexpr std::string_view seventh_petitions = R"(
CREATE TABLE petition_record(
  sequence INTEGER PRIMARY KEY,
  code TEXT NOT NULL,
  version INTEGER NOT NULL,
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  actor_name TEXT NOT NULL,
  actor_unit TEXT NOT NULL,
  type TEXT NOT NULL,
  body TEXT NOT NULL,
  request_key TEXT NOT NULL,
  chain BLOB NOT NULL);
CREATE UNIQUE INDEX record_of_petition ON petition_record(code, version);
CREATE TABLE petition(
  code TEXT NOT NULL PRIMARY KEY,
  version INTEGER NOT NULL,
  kind TEXT NOT NULL,
  status TEXT NOT NULL,
  unit TEXT NOT NULL,
  dossier TEXT NOT NULL,
  account TEXT NOT NULL,
  received_at INTEGER NOT NULL,
  ended_at INTEGER,
  due INTEGER,
  late INTEGER NOT NULL,
  published_at INTEGER) WITHOUT ROWID;
CREATE INDEX petition_due ON petition(due) WHERE due IS NOT NULL;
CREATE INDEX petition_published ON petition(published_at) WHERE published_at IS NOT NULL;
CREATE INDEX petition_of_dossier ON petition(dossier) WHERE dossier <> '';
CREATE INDEX petition_of_account ON petition(account) WHERE account <> '';
)";

// What the office publishes, and what people reply.
constexpr std::string_view seventh_articles = R"(
CREATE TABLE article(
  id TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  title_vi TEXT NOT NULL,
  title_en TEXT NOT NULL,
  body_vi TEXT NOT NULL,
  body_en TEXT NOT NULL,
  takes_replies INTEGER NOT NULL,
  state TEXT NOT NULL,
  unit TEXT NOT NULL,
  author TEXT NOT NULL,
  published_at INTEGER,
  corrected_at INTEGER,
  correction_vi TEXT NOT NULL,
  correction_en TEXT NOT NULL,
  revision INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX published_article ON article(published_at) WHERE state = 'published';
CREATE TABLE reply(
  id TEXT NOT NULL PRIMARY KEY,
  article TEXT NOT NULL,
  name TEXT NOT NULL,
  email TEXT NOT NULL,
  email_key TEXT NOT NULL,
  text TEXT NOT NULL,
  language TEXT NOT NULL,
  sent_at INTEGER NOT NULL,
  state TEXT NOT NULL,
  answer TEXT NOT NULL,
  reason TEXT NOT NULL,
  judged_by TEXT NOT NULL,
  judged_at INTEGER) WITHOUT ROWID;
CREATE INDEX reply_of_article ON reply(article, state);
CREATE INDEX waiting_reply ON reply(email_key) WHERE state = 'waiting';
)";

constexpr std::string_view eighth_designs = R"(
CREATE TABLE design_record(
  sequence INTEGER NOT NULL PRIMARY KEY,
  code TEXT NOT NULL,
  version INTEGER NOT NULL,
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  actor_name TEXT NOT NULL,
  actor_unit TEXT NOT NULL,
  type TEXT NOT NULL,
  body TEXT NOT NULL,
  chain BLOB NOT NULL);
CREATE UNIQUE INDEX design_record_of ON design_record(code, version);
)";

// The book of travel and the rows folded from it.
constexpr std::string_view eighth_travel = R"(
CREATE TABLE travel_record(
  sequence INTEGER PRIMARY KEY,
  code TEXT NOT NULL,
  version INTEGER NOT NULL,
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  actor_name TEXT NOT NULL,
  actor_unit TEXT NOT NULL,
  type TEXT NOT NULL,
  body TEXT NOT NULL,
  request_key TEXT NOT NULL,
  chain BLOB NOT NULL);
CREATE UNIQUE INDEX record_of_travel ON travel_record(code, version);
CREATE TABLE travel(
  code TEXT NOT NULL PRIMARY KEY,
  version INTEGER NOT NULL,
  kind TEXT NOT NULL,
  state TEXT NOT NULL,
  dossier TEXT NOT NULL,
  unit TEXT NOT NULL,
  name TEXT NOT NULL,
  first_day TEXT NOT NULL,
  last_day TEXT NOT NULL) WITHOUT ROWID;
)";

// Who stands in for whom; the journal keeps in whose place each act was done.
constexpr std::string_view eighth_authority = R"(
CREATE TABLE substitution(
  id TEXT PRIMARY KEY,
  absent TEXT NOT NULL,
  substitute TEXT NOT NULL,
  roles TEXT NOT NULL,
  from_day TEXT NOT NULL,
  until_day TEXT NOT NULL,
  paper TEXT NOT NULL,
  reason TEXT NOT NULL,
  set_by TEXT NOT NULL,
  set_at INTEGER NOT NULL,
  ended_by TEXT NOT NULL,
  ended_at INTEGER) WITHOUT ROWID;
)";

constexpr std::string_view eighth_end = "PRAGMA user_version = 8;";

OrFailure<std::int64_t> schema_version(Database& database) {
  auto statement = database.prepare("PRAGMA user_version");
  if (!statement) return Unexpected{statement.error()};
  const auto stepped = statement->step();
  if (!stepped) return Unexpected{stepped.error()};
  return statement->integer(0);
}

}  // namespace

OrFailure<Nothing> prepare_schema(Database& database) {
  const auto version = schema_version(database);
  if (!version) return Unexpected{version.error()};
  if (*version > newest_schema) {
    return Unexpected{Failure{FailureKind::Storage,
                              "the store was written by a newer version of this program", false}};
  }
  if (*version == newest_schema) return Nothing{};
  std::string sql = "BEGIN IMMEDIATE;";
  if (*version < 1) sql += first_schema;
  if (*version < 2) sql += second_schema;
  if (*version < 3) sql += third_schema;
  if (*version < 4) sql += fourth_schema;
  if (*version < 5) sql += fifth_schema;
  if (*version < 6) sql += sixth_schema;
  if (*version < 7) sql += seventh_appointments;
  if (*version < 7) sql += seventh_scans;
  if (*version < 7) sql += seventh_notices;
  if (*version < 7) sql += seventh_petitions;
  if (*version < 7) sql += seventh_articles;
  if (*version < 8) sql += eighth_designs;
  if (*version < 8) sql += eighth_travel;
  if (*version < 8) sql += eighth_authority;
  sql += eighth_end;
  return database.execute(sql + "COMMIT;");
}

}  // namespace motcua::sqlite
