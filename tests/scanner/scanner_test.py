"""Papers of a served office, looked into for malware by a real clamd."""
import hashlib
import http.client
import os
import shutil
import stat
import sys
import tempfile
import unittest

import intake
import office
import result
from clamd import DATABASE_VERSION, EICAR, VIRUS, Clamd, Silent

OPTIONS, REST = office.command_line(sys.argv[0])


def pdf_with(comment):
    """One empty page, and a comment that no reader shows."""
    objects = (b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
               b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>")
    out = b"%PDF-1.4\n%" + comment + b"\n"
    table = b"0000000000 65535 f \n"
    for number, content in enumerate(objects, 1):
        table += b"%010d 00000 n \n" % len(out)
        out += b"%d 0 obj%sendobj\n" % (number, content)
    end = b"trailer<</Size 4/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % len(out)
    return out + b"xref\n0 4\n" + table + end


CLEAN = pdf_with(b"clean")
INFECTED = pdf_with(EICAR)
LARGE = pdf_with(b"\n%".join([b"x" * 98] * 16_000))  # more than clamd takes


def digest(content):
    return hashlib.sha256(content).hexdigest()


class Scanned(unittest.TestCase):
    """An office of its own for each test; one clamd for those that need one."""

    @classmethod
    def setUpClass(cls):
        cls.folder = cls.enterClassContext(tempfile.TemporaryDirectory(prefix="motcua-"))
        cls.clamd = cls.enterClassContext(Clamd(cls.folder))
        cls.made = office.Office(OPTIONS.program)
        cls.made.start()
        cls.made.stop()

    @classmethod
    def tearDownClass(cls):
        cls.made.__exit__()

    def setUp(self):
        data = os.path.join(self.folder, self.id())
        shutil.copytree(self.made.data, data)
        self.served = office.Office(OPTIONS.program, data)
        self.addCleanup(self.served.__exit__)
        self.applicant = None

    def serve(self, socket=None, **changes):
        """The office with this scanner, or none."""
        if socket:
            settings = {"socket": socket, "retry_seconds": 1, "timeout_seconds": 60, **changes}
            with open(os.path.join(self.served.data, "scanner.toml"), "w",
                      encoding="utf-8") as file:
                for key, value in settings.items():
                    file.write(f"{key} = {value}\n" if isinstance(value, int)
                               else f'{key} = "{value}"\n')
        self.served.start()
        self.applicant = self.served.visitor()
        return self.served.officer("lan")

    def upload(self, draft, content, paper="invitation", headers=None):
        path = f"/api/drafts/{draft}/files?paper={paper}&name=thu-moi.pdf"
        return self.applicant.ask("POST", path, content,
                                  {"Content-Type": "application/pdf", **(headers or {})})

    def send(self, content):
        """A dossier with this content as one of its papers, and the file's id."""
        draft = intake.new_draft(self.applicant)
        self.applicant.ask("PUT", f"/api/drafts/{draft}", {"answers": intake.ANSWERS})
        self.assertEqual(self.upload(draft, intake.PDF, "sending-letter").status, 201)
        file = self.upload(draft, content)
        self.assertEqual(file.status, 201, file)
        sent = self.applicant.ask("POST", f"/api/drafts/{draft}/submission", headers=intake.key())
        self.assertEqual(sent.status, 201, sent)
        return sent.json()["code"], file.json()["id"]

    def mark(self, officer, code, content):
        marks = officer.ask("GET", f"/api/dossiers/{code}/scans").json()["marks"]
        found, = [mark for mark in marks if mark["sha256"] == digest(content)]
        return found

    def opened(self, officer, code, file, query=""):
        return officer.ask("GET", f"/api/dossiers/{code}/files/{file}{query}")

    def kept_at(self, folder, content):
        return [path for path, _, names in os.walk(os.path.join(self.served.data, folder))
                if digest(content) in names]


class Events:
    """What the office tells an officer as it happens."""

    def __init__(self, officer):
        self.connection = http.client.HTTPConnection("127.0.0.1", officer.port,
                                                     timeout=office.ANSWER_SECONDS)
        cookies = "; ".join(f"{name}={value}" for name, value in officer.cookies.items())
        self.connection.request("GET", "/api/events", headers={"Cookie": cookies})
        self.answer = self.connection.getresponse()
        assert self.answer.status == 200

    def wait_for(self, name):
        while f"event: {name}".encode() not in (line := self.answer.readline()):
            assert line, "the events ended"

    def close(self):
        self.connection.close()


class WithClamd(Scanned):
    def test_a_clean_paper_bears_the_mark_of_who_scanned_it(self):
        lan = self.serve(self.clamd.socket)
        code, file = self.send(CLEAN)
        mark = self.mark(lan, code, CLEAN)
        self.assertEqual(mark["state"], "clean")
        self.assertRegex(mark["signatures"], rf"^ClamAV \d.*/{DATABASE_VERSION}/")
        self.assertTrue(mark["at"].startswith("2017-"))
        self.assertEqual(self.opened(lan, code, file).body, CLEAN)
        self.assertEqual(lan.ask("GET", "/api/quarantine").json(), {"scanner": True, "items": []})

    def test_an_infected_paper_is_refused_and_kept_apart(self):
        lan = self.serve(self.clamd.socket)
        draft = intake.new_draft(self.applicant)
        refused = self.upload(draft, INFECTED)
        self.assertEqual((refused.status, refused.code), (422, "file-infected"))
        self.assertIn(VIRUS, refused.json()["title"])
        refused = self.upload(draft, INFECTED, headers={"Accept-Language": "vi"})
        self.assertIn("mã độc", refused.json()["title"])
        self.assertEqual(self.applicant.ask("GET", f"/api/drafts/{draft}").json()["files"], [])
        self.assertEqual(self.kept_at("files", INFECTED), [])
        place, = self.kept_at("quarantine", INFECTED)
        mode = os.stat(os.path.join(place, digest(INFECTED))).st_mode
        self.assertEqual((stat.S_IMODE(mode), stat.S_IMODE(os.stat(place).st_mode)), (0o400, 0o700))
        item, = lan.ask("GET", "/api/quarantine").json()["items"]
        self.assertEqual((item["name"], item["sha256"], item["virus"], item["size"]),
                         ("thu-moi.pdf", digest(INFECTED), VIRUS, len(INFECTED)))
        self.assertEqual(self.applicant.ask("GET", "/api/quarantine").status, 401)
        # Neither after a restart without any scanner is it forgotten what the file is.
        self.served.stop()
        os.remove(os.path.join(self.served.data, "scanner.toml"))
        self.serve()
        refused = self.upload(intake.new_draft(self.applicant), INFECTED)
        self.assertEqual(refused.code, "file-infected")

    def test_an_infected_paper_that_comes_in_pieces_is_refused(self):
        self.serve(self.clamd.socket)
        draft = intake.new_draft(self.applicant)
        tus = {"Tus-Resumable": "1.0.0"}
        begun = self.applicant.ask("POST", f"/api/drafts/{draft}/uploads", b"", {
            **tus, "Upload-Length": str(len(INFECTED)), "Upload-Metadata":
            "paper aW52aXRhdGlvbg==,filename dGh1LnBkZg==",
            "Content-Type": "application/offset+octet-stream"})
        self.assertEqual(begun.status, 201, begun)
        sent = self.applicant.ask("PATCH", begun.headers["location"], INFECTED, {
            **tus, "Upload-Offset": "0", "Content-Type": "application/offset+octet-stream"})
        self.assertEqual((sent.status, sent.code), (422, "file-infected"))
        self.assertEqual(self.kept_at("uploads", INFECTED), [])
        self.assertEqual(len(self.kept_at("quarantine", INFECTED)), 1)

    def test_papers_that_came_before_there_was_a_scanner_are_scanned_when_they_are_wanted(self):
        self.serve()
        code, file = self.send(CLEAN)
        bad_code, bad = self.send(INFECTED)
        self.served.stop()
        lan = self.serve(self.clamd.socket)
        events = Events(lan)
        self.addCleanup(events.close)
        self.assertEqual(self.opened(lan, code, file).code, "paper-waits-for-scan")
        while self.mark(lan, code, CLEAN)["state"] == "waiting":
            events.wait_for("scan")
        self.assertEqual(self.opened(lan, code, file).body, CLEAN)
        while self.mark(lan, bad_code, INFECTED)["state"] == "waiting":
            events.wait_for("scan")
        self.assertEqual(self.opened(lan, bad_code, bad).code, "paper-in-quarantine")

    def test_a_paper_too_large_for_clamd_is_taken_and_marked(self):
        lan = self.serve(self.clamd.socket)
        code, file = self.send(LARGE)
        self.assertEqual(self.mark(lan, code, LARGE)["state"], "too-large")
        self.assertEqual(self.opened(lan, code, file).code, "paper-waits-for-scan")
        self.assertEqual(self.mark(lan, code, intake.PDF)["state"], "clean")


class WithoutAnAnswer(Scanned):
    def test_clamd_is_down_and_comes_back(self):
        with tempfile.TemporaryDirectory(prefix="motcua-") as folder:
            clamd = Clamd(folder)
            lan = self.serve(clamd.socket)
            code, file = self.send(CLEAN)
            bad_code, bad = self.send(INFECTED)
            self.assertEqual(self.mark(lan, code, CLEAN)["state"], "waiting")
            refused = self.opened(lan, code, file, "?unscanned=open")
            self.assertEqual((refused.status, refused.code), (409, "paper-waits-for-scan"))
            signatures = lan.ask("GET", f"/api/dossiers/{code}/files/{file}/signatures")
            self.assertEqual(signatures.code, "paper-waits-for-scan")
            events = Events(lan)
            self.addCleanup(events.close)
            with clamd:
                while "waiting" in (self.mark(lan, code, CLEAN)["state"],
                                    self.mark(lan, bad_code, INFECTED)["state"]):
                    events.wait_for("scan")
            self.assertEqual(self.mark(lan, code, CLEAN)["state"], "clean")
            self.assertEqual(self.opened(lan, code, file).body, CLEAN)
            mark = self.mark(lan, bad_code, INFECTED)
            self.assertEqual((mark["state"], mark["virus"]), ("infected", VIRUS))
            self.assertEqual(self.opened(lan, bad_code, bad).code, "paper-in-quarantine")
            item, = lan.ask("GET", "/api/quarantine").json()["items"]
            self.assertEqual(item["name"], "thu-moi.pdf")
            self.assertEqual(self.kept_at("files", INFECTED), [])

    def test_what_turned_out_infected_is_not_sent_with_the_application(self):
        with tempfile.TemporaryDirectory(prefix="motcua-") as folder:
            clamd = Clamd(folder)
            lan = self.serve(clamd.socket)
            draft = intake.new_draft(self.applicant)
            self.applicant.ask("PUT", f"/api/drafts/{draft}", {"answers": intake.ANSWERS})
            self.upload(draft, intake.PDF, "sending-letter")
            file = self.upload(draft, INFECTED).json()["id"]
            events = Events(lan)
            self.addCleanup(events.close)
            with clamd:
                while not lan.ask("GET", "/api/quarantine").json()["items"]:
                    events.wait_for("scan")
            sent = self.applicant.ask("POST", f"/api/drafts/{draft}/submission",
                                      headers=intake.key())
            self.assertEqual((sent.status, sent.code), (422, "file-infected"))
            seen = self.applicant.ask("GET", f"/api/drafts/{draft}/files/{file}")
            self.assertEqual((seen.status, seen.code), (409, "paper-in-quarantine"))

    def test_only_the_first_upload_waits_for_a_scanner_that_never_answers(self):
        with Silent(self.folder) as silent:
            lan = self.serve(silent.socket, timeout_seconds=1, retry_seconds=3600)
            code, _ = self.send(CLEAN)
            silent.wait_for(2)  # for the first upload, and once more by the duty
            code, file = self.send(pdf_with(b"another"))
            self.assertEqual(len(silent.connections), 2)
            self.assertEqual(self.mark(lan, code, pdf_with(b"another"))["state"], "waiting")
            self.assertEqual(self.opened(lan, code, file).code, "paper-waits-for-scan")

    def test_no_paper_made_elsewhere_is_issued_before_it_was_scanned(self):
        lan = self.serve(os.path.join(self.folder, "nobody.ctl"))
        code = result.receive(lan)["code"]
        director = self.served.officer("giamdoc")
        result.decide(lan, self.served.officer("binh"), director, code)
        kept = lan.ask("POST", "/api/result-files", CLEAN, {"Content-Type": "application/pdf"})
        self.assertEqual(kept.status, 201, kept)
        issued = result.issue(lan, code, origin="digitised", sha256=kept.json()["sha256"])
        self.assertEqual((issued.status, issued.code), (409, "paper-waits-for-scan"))

    def test_officers_open_it_after_a_warning_where_the_office_allows_it(self):
        lan = self.serve(os.path.join(self.folder, "nobody.ctl"), unscanned="warn")
        code, file = self.send(CLEAN)
        scans = lan.ask("GET", f"/api/dossiers/{code}/scans").json()
        self.assertEqual((scans["scanner"], scans["opens_unscanned"]), (True, True))
        self.assertEqual(self.opened(lan, code, file).code, "paper-waits-for-scan")
        self.assertEqual(self.opened(lan, code, file, "?unscanned=open").body, CLEAN)

    def test_an_office_without_a_scanner_says_so(self):
        lan = self.serve()
        code, file = self.send(CLEAN)
        self.assertEqual(self.mark(lan, code, CLEAN),
                         {"sha256": digest(CLEAN), "state": "not-scanned"})
        self.assertFalse(lan.ask("GET", f"/api/dossiers/{code}/scans").json()["scanner"])
        self.assertEqual(self.opened(lan, code, file).body, CLEAN)

    def test_settings_that_cannot_be_read_are_told(self):
        with open(os.path.join(self.served.data, "scanner.toml"), "w", encoding="utf-8") as file:
            file.write('socket = "clamd.ctl"\n')
        told = self.served.run("serve", "--port", "0")
        self.assertEqual(told.returncode, 1)
        self.assertIn("scanner.toml:1: must be a full path", told.stderr)


if __name__ == "__main__":
    unittest.main(argv=REST)
