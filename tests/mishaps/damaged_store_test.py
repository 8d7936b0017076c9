"""A damaged store: said in plain words by every command, with an exit code, and left as it is."""
import hashlib
import json
import os
import shutil
import sqlite3
import sys
import tempfile
import unittest

import intake
import office

OPTIONS, REST = office.command_line(sys.argv[0])
PAGE = 4096


class DamagedStore(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.mkdtemp(prefix="motcua-damaged-")
        cls.sound = os.path.join(cls.folder, "sound")
        with office.Office(OPTIONS.program, data=cls.sound) as served:
            cls.code = intake.receive(served.officer("lan")).json()["code"]
            cls.design(served.officer("thu"))
            served.stop()

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.folder)

    @classmethod
    def design(cls, head):
        """A draft of a matrix with a few revisions, in the book of designs."""
        draft = head.ask("POST", "/api/design/drafts",
                         {"kind": "matrix", "subject": "travel-abroad", "base": 1,
                          "title": "Sở quyết định chuyến đi ngắn"}).json()
        for revision in range(3):
            table = draft["files"]["matrix.dmn"].replace("</definitions>", "\n</definitions>")
            saved = head.ask("PUT", f"/api/design/drafts/{draft['id']}/files",
                             {"files": {"matrix.dmn": table}},
                             {"If-Match": f'"{draft["revision"]}"'})
            assert saved.status == 200, (revision, saved.body)
            draft = head.ask("GET", f"/api/design/drafts/{draft['id']}").json()

    def copy(self, name):
        data = os.path.join(self.folder, name)
        shutil.copytree(self.sound, data)
        return office.Office(OPTIONS.program, data=data)

    def store(self, damaged):
        return os.path.join(damaged.data, "motcua.sqlite")

    def overwrite(self, path, offset, size):
        with open(path, "r+b") as file:
            file.seek(offset)
            file.write(b"\xa5" * size)

    def digest(self, path):
        with open(path, "rb") as file:
            return hashlib.sha256(file.read()).hexdigest()

    def root_page(self, path, name):
        with sqlite3.connect(path) as database:
            return database.execute("SELECT rootpage FROM sqlite_master WHERE name = ?",
                                    (name,)).fetchone()[0]

    def assert_told(self, damaged, *words):
        """Every command that would use the store says what is wrong and changes nothing."""
        path = self.store(damaged)
        before = self.digest(path)
        for command in ("verify", "serve"):
            told = damaged.run(command)
            self.assertEqual(told.returncode, 1, f"{command}: {told.stdout}{told.stderr}")
            for word in words:
                self.assertIn(word, told.stdout + told.stderr)
        self.assertEqual(self.digest(path), before)

    def test_bytes_of_the_head(self):
        damaged = self.copy("head")
        self.overwrite(self.store(damaged), 0, 64)
        self.assert_told(damaged, "motcua.sqlite", "is damaged; bring back a copy of it")

    def test_pages_of_tables_and_indexes(self):
        for name in ("journal", "dossier", "setting"):
            damaged = self.copy(f"page-{name}")
            path = self.store(damaged)
            self.overwrite(path, (self.root_page(path, name) - 1) * PAGE, PAGE)
            with self.subTest(name):
                self.assert_told(damaged, "motcua.sqlite", "is damaged")

    def test_a_file_cut_short(self):
        damaged = self.copy("cut")
        path = self.store(damaged)
        os.truncate(path, os.path.getsize(path) // 2 // PAGE * PAGE)
        self.assert_told(damaged, "motcua.sqlite", "is damaged")

    def test_an_index_is_found_by_verify(self):
        damaged = self.copy("index")
        path = self.store(damaged)
        self.overwrite(path, (self.root_page(path, "dossier_by_receipt") - 1) * PAGE, PAGE)
        told = damaged.run("verify")
        self.assertEqual(told.returncode, 1)
        self.assertIn("is damaged", told.stderr)

    def test_scattered_bytes_never_crash(self):
        size = os.path.getsize(self.store(self.copy("measured")))
        for part in range(1, 12):
            damaged = self.copy(f"scattered-{part}")
            self.overwrite(self.store(damaged), size * part // 12, 200)
            told = damaged.run("verify")
            with self.subTest(part):
                self.assertIn(told.returncode, (0, 1), told.stderr)
                self.assertEqual(told.returncode == 0, " 0 problems" in told.stdout)
                if told.stderr:
                    self.assertIn("damaged", told.stderr)

    def change(self, damaged, sql, *values):
        with sqlite3.connect(self.store(damaged)) as database:
            self.assertEqual(database.execute(sql, values).rowcount, 1)

    def test_a_record_changed_with_skill(self):
        damaged = self.copy("record")
        self.change(damaged, "UPDATE journal SET at = at - 60 WHERE code = ?", self.code)
        told = damaged.run("verify")
        self.assertEqual(told.returncode, 1)
        self.assertIn(f"of {self.code} does not fit the chain", told.stdout)

    def test_a_record_taken_out(self):
        damaged = self.copy("gap")
        self.change(damaged, "DELETE FROM journal WHERE sequence = 100")
        told = damaged.run("verify")
        self.assertEqual(told.returncode, 1)
        self.assertIn("a record is missing before 101", told.stdout)

    def test_a_view_that_lies_is_rebuilt(self):
        damaged = self.copy("view")
        self.change(damaged, "UPDATE dossier SET figures = (SELECT figures FROM dossier LIMIT 1)"
                             " WHERE code = ?", self.code)
        self.assertIn(f"the view of {self.code} differs", damaged.run("verify").stdout)
        self.assertEqual(damaged.run("verify", "--rebuild").returncode, 0)
        self.assertEqual(damaged.run("verify").returncode, 0)

    def test_a_petition_record_changed_with_skill_or_taken_out(self):
        damaged = self.copy("petition-record")
        self.change(damaged, "UPDATE petition_record SET body = replace(body, 'Quầy', 'Quay')"
                             " WHERE sequence = 1")
        told = damaged.run("verify")
        self.assertEqual(told.returncode, 1)
        self.assertIn("petition record 1 of PA-", told.stdout)
        self.assertIn("does not fit the chain", told.stdout)
        self.change(damaged, "DELETE FROM petition_record WHERE sequence = 7")
        self.assertIn("a petition record is missing before 8", damaged.run("verify").stdout)

    # The demonstration's year of delegations; one draft of a matrix.
    BOOKS = {"travel_record": "travel record", "design_record": "design record"}

    def record_of(self, damaged, book, sequence):
        with sqlite3.connect(self.store(damaged)) as database:
            return database.execute(f"SELECT code FROM {book} WHERE sequence = ?",
                                    (sequence,)).fetchone()[0]

    def test_a_changed_byte_of_a_book_is_found_and_named(self):
        for book, named in self.BOOKS.items():
            for column, change in (("body", "substr(body, 1, 20) || '  ' || substr(body, 21)"),
                                   ("actor_name", "'Người khác'"), ("at", "at + 60")):
                damaged = self.copy(f"{book}-{column}")
                if column == "body":  # a blank between members is another byte and the same JSON
                    change = "replace(body, '\":', '\": ')"
                self.change(damaged, f"UPDATE {book} SET {column} = {change} WHERE sequence = 2")
                told = damaged.run("verify")
                with self.subTest(f"{book} {column}"):
                    self.assertEqual(told.returncode, 1, told.stdout + told.stderr)
                    code = self.record_of(damaged, book, 2)
                    self.assertIn(f"{named} 2 of {code} does not fit the chain", told.stdout)
                    self.assertNotIn(f"{named} 1 of", told.stdout)

    def test_a_record_taken_out_of_a_book_is_named(self):
        for book, named in self.BOOKS.items():
            damaged = self.copy(f"{book}-gap")
            self.change(damaged, f"DELETE FROM {book} WHERE sequence = 2")
            told = damaged.run("verify")
            with self.subTest(book):
                self.assertEqual(told.returncode, 1, told.stdout + told.stderr)
                self.assertIn(f"a {named} is missing before 3", told.stdout)
                self.assertIn(f"{named} 3 of {self.record_of(damaged, book, 3)}"
                              " does not fit the chain", told.stdout)

    def test_records_of_a_book_in_another_order_are_named(self):
        for book, named in self.BOOKS.items():
            damaged = self.copy(f"{book}-order")
            for old, new in ((2, -1), (3, 2), (-1, 3)):
                self.change(damaged, f"UPDATE {book} SET sequence = {new} WHERE sequence = {old}")
            told = damaged.run("verify")
            with self.subTest(book):
                self.assertEqual(told.returncode, 1, told.stdout + told.stderr)
                for sequence in (2, 3):
                    self.assertIn(f"{named} {sequence} of {self.record_of(damaged, book, sequence)}"
                                  " does not fit the chain", told.stdout)

    def test_verify_says_how_much_it_read(self):
        sound = self.copy("counted")
        with sqlite3.connect(self.store(sound)) as database:
            count = {table: database.execute(f"SELECT count(*), count(DISTINCT code) FROM {table}")
                     .fetchone() for table in ("travel_record", "design_record")}
        self.assertGreater(count["travel_record"][0], 100)
        told = sound.run("verify")
        self.assertEqual(told.returncode, 0, told.stdout + told.stderr)
        self.assertIn("{} of {} travel entries".format(*count["travel_record"]), told.stdout)
        self.assertIn("{} of {} designs".format(*count["design_record"]), told.stdout)
        in_json = json.loads(sound.run("verify", "--json").stdout)
        self.assertEqual((in_json["design_records"], in_json["designs"]), count["design_record"])
        self.assertEqual((in_json["travel_records"], in_json["travel_entries"]),
                         count["travel_record"])

    def test_a_row_of_a_petition_that_lies_is_rebuilt(self):
        for number, lie in enumerate(("UPDATE petition SET due = NULL WHERE code = ?",
                                      "UPDATE petition SET late = 1 - late WHERE code = ?",
                                      "DELETE FROM petition WHERE code = ?")):
            damaged = self.copy(f"petition-row-{number}")
            with sqlite3.connect(self.store(damaged)) as database:
                code = database.execute("SELECT code FROM petition WHERE due IS NOT NULL"
                                        " ORDER BY code LIMIT 1").fetchone()[0]
            self.change(damaged, lie, code)
            with self.subTest(lie):
                self.assertIn(f"the row of {code} differs", damaged.run("verify").stdout)
                self.assertEqual(damaged.run("verify", "--rebuild").returncode, 0)
                self.assertEqual(damaged.run("verify").returncode, 0)

    def test_a_view_that_leads_to_records_of_another_is_told_and_rebuilt(self):
        for number, records in enumerate(("1", "1,2", "", "no list")):
            damaged = self.copy(f"astray-{number}")
            self.change(damaged, "UPDATE dossier SET records = ? WHERE code = ?",
                        records, self.code)
            with self.subTest(records):
                self.assertIn(f"the view of {self.code} does not lead to its records",
                              damaged.run("verify").stdout)
                self.assertEqual(damaged.run("verify", "--rebuild").returncode, 0)
                self.assertEqual(damaged.run("verify").returncode, 0)

    def test_a_view_that_cannot_be_read_is_rebuilt(self):
        damaged = self.copy("unreadable-view")
        self.change(damaged, "UPDATE dossier SET figures = 'f1' WHERE code = ?", self.code)
        told = damaged.run("serve")
        self.assertEqual(told.returncode, 1)
        self.assertIn("motcua verify --rebuild makes them anew", told.stderr)
        self.assertEqual(damaged.run("verify").returncode, 1)
        self.assertEqual(damaged.run("verify", "--rebuild").returncode, 0)
        self.assertEqual(damaged.run("verify").returncode, 0)

    def test_a_page_that_breaks_while_serving(self):
        served = self.copy("serving")
        self.addCleanup(served.__exit__)
        path = self.store(served)
        root = self.root_page(path, "sqlite_autoindex_dossier_1")
        with sqlite3.connect(path) as database:
            old = database.execute("SELECT code FROM journal LIMIT 1").fetchone()[0]
        served.start()
        reception = served.officer("lan")
        self.overwrite(path, (root - 1) * PAGE, PAGE)
        self.assertEqual(reception.ask("GET", "/api/office").status, 200)
        broken = reception.ask("GET", f"/api/dossiers/{old}")
        self.assertEqual((broken.status, broken.code), (503, "store-failed"))


class OneWriter(unittest.TestCase):
    def test_a_second_program_is_turned_away(self):
        with office.Office(OPTIONS.program) as served:
            for command in (("serve",), ("demo",), ("verify",),
                            ("holiday", "2017-05-02", "--decree", "12/QĐ")):
                told = served.run(*command)
                self.assertEqual(told.returncode, 1, command)
                self.assertIn("another motcua is at work in", told.stderr)
            self.assertNotIn("late-holidays.toml", os.listdir(served.data))
            self.assertEqual(served.run("report", "2017-Q1").returncode, 0)
            self.assertEqual(intake.receive(served.officer("lan")).status, 201)

    def test_what_a_killed_program_left_half_done_is_cleared(self):
        with office.Office(OPTIONS.program) as served:
            served.kill()
            for folder in ("spool", os.path.join("files", "spool")):
                with open(os.path.join(served.data, folder, "upload-half"), "wb") as file:
                    file.write(intake.PDF)
            served.start()
            for folder in ("spool", os.path.join("files", "spool")):
                self.assertEqual(os.listdir(os.path.join(served.data, folder)), [])


if __name__ == "__main__":
    unittest.main(argv=REST)
