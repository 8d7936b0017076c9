"""A store written by an older program: brought up to date when it is opened, with nothing lost."""
import os
import sqlite3
import sys
import unittest

import intake
import office

OPTIONS, REST = office.command_line(sys.argv[0])

# Each takes the newest store back by one more schema.
SEVENTH_SCHEMA = """
    DROP TABLE design_record;
    DROP TABLE substitution;
    DROP TABLE travel_record;
    DROP TABLE travel;
    PRAGMA user_version = 7;
"""
SIXTH_SCHEMA = SEVENTH_SCHEMA + """
    DROP TABLE appointment;
    DROP TABLE appointment_count;
    DROP TABLE paper_scan;
    ALTER TABLE draft DROP COLUMN notify_at;
    DROP TABLE petition_record;
    DROP TABLE petition;
    DROP TABLE article;
    DROP TABLE reply;
    PRAGMA user_version = 6;
"""
FIFTH_SCHEMA = SIXTH_SCHEMA + """
    ALTER TABLE citizen DROP COLUMN confirmed_address;
    ALTER TABLE citizen DROP COLUMN notify_by;
    DROP TABLE address_proof;
    DROP TABLE passkey;
    ALTER TABLE draft DROP COLUMN filled_in;
    PRAGMA user_version = 5;
"""
FOURTH_SCHEMA = FIFTH_SCHEMA + """
    DROP TABLE citizen;
    DROP TABLE identity_link;
    DROP TABLE organisation;
    DROP TABLE mandate;
    DROP TABLE holding;
    ALTER TABLE account DROP COLUMN enrolment;
    ALTER TABLE account DROP COLUMN used_step;
    ALTER TABLE account DROP COLUMN spare;
    DROP INDEX draft_of_citizen;
    ALTER TABLE draft DROP COLUMN citizen;
    ALTER TABLE draft DROP COLUMN party;
    DROP TABLE session;
    CREATE TABLE session(
      token_digest TEXT NOT NULL PRIMARY KEY,
      username TEXT NOT NULL,
      csrf TEXT NOT NULL,
      expires_at INTEGER NOT NULL) WITHOUT ROWID;
    PRAGMA user_version = 4;
"""
THIRD_SCHEMA = FOURTH_SCHEMA + """
    DROP TABLE notice;
    ALTER TABLE draft DROP COLUMN notify_by;
    ALTER TABLE draft DROP COLUMN language;
    PRAGMA user_version = 3;
"""
SECOND_SCHEMA = THIRD_SCHEMA + """
    DROP TABLE result;
    PRAGMA user_version = 2;
"""
FIRST_SCHEMA = SECOND_SCHEMA + """
    DROP INDEX open_dossier;
    ALTER TABLE dossier DROP COLUMN records;
    CREATE UNIQUE INDEX journal_by_dossier ON journal(code, version);
    CREATE INDEX open_by_unit ON dossier(unit, step_due) WHERE open = 1;
    PRAGMA user_version = 1;
"""


class OlderStore(unittest.TestCase):
    def test_of_the_first_schema(self):
        self.check_update_from(FIRST_SCHEMA)

    def test_of_the_second_schema(self):
        self.check_update_from(SECOND_SCHEMA)

    def test_of_the_third_schema(self):
        self.check_update_from(THIRD_SCHEMA)

    def test_of_the_fourth_schema(self):
        self.check_update_from(FOURTH_SCHEMA)

    def test_of_the_fifth_schema(self):
        self.check_update_from(FIFTH_SCHEMA)

    def test_of_the_sixth_schema(self):
        self.check_update_from(SIXTH_SCHEMA)

    def test_of_the_seventh_schema(self):
        self.check_update_from(SEVENTH_SCHEMA)

    def check_update_from(self, schema):
        with office.Office(OPTIONS.program) as served:
            reception = served.officer("lan")
            code = intake.receive(reception).json()["code"]
            before = reception.ask("GET", f"/api/dossiers/{code}/journal").json()
            served.stop()
            with sqlite3.connect(os.path.join(served.data, "motcua.sqlite")) as database:
                database.executescript(schema)
            told = served.run("verify")
            self.assertEqual(told.returncode, 0, told.stdout + told.stderr)
            self.assertIn(" 0 problems", told.stdout)
            served.start()
            reception = served.officer("lan")
            self.assertEqual(reception.ask("GET", f"/api/dossiers/{code}/journal").json(), before)
            self.assertEqual(intake.receive(reception).status, 201)

    def test_of_a_program_yet_to_be_written_is_refused(self):
        with office.Office(OPTIONS.program) as served:
            served.stop()
            with sqlite3.connect(os.path.join(served.data, "motcua.sqlite")) as database:
                database.execute("PRAGMA user_version = 999")
            told = served.run("serve")
            self.assertEqual(told.returncode, 1)
            self.assertIn("newer version of this program", told.stderr)


if __name__ == "__main__":
    unittest.main(argv=REST)
