"""Papers sent piece by piece: whole at the end, also over an interruption and a restart."""
import base64
import hashlib
import json
import os
import random
import subprocess
import sys
import tempfile
import unittest

import intake
import office

OPTIONS, REST = office.command_line(sys.argv[0], "--node", "--web")
HERE = os.path.dirname(os.path.abspath(__file__))
PIECE = 256 * 1024
TUS = {"Tus-Resumable": "1.0.0"}


def described(**values):
    pairs = (f"{k} {base64.b64encode(v.encode()).decode()}" for k, v in values.items())
    return {"Upload-Metadata": ",".join(pairs)}


class Uploads(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.office = office.Office(OPTIONS.program)
        cls.office.start()
        cls.folder = tempfile.TemporaryDirectory()
        cls.paper = os.path.join(cls.folder.name, "giay-moi.pdf")
        cls.bytes = intake.PDF + b"%" + random.Random(7).randbytes(1_500_000) + b"\n%%EOF\n"
        with open(cls.paper, "wb") as file:
            file.write(cls.bytes)

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()
        cls.office.__exit__()

    def setUp(self):
        self.citizen = self.office.visitor()
        self.draft = intake.new_draft(self.citizen)
        self.base = f"/api/drafts/{self.draft}/uploads"

    def send(self, **changes):
        """What the client tells of an upload to the draft."""
        order = {"endpoint": f"http://127.0.0.1:{self.office.port}{self.base}", "file": self.paper,
                 "paper": "invitation", "name": "Giấy mời.pdf", "chunk": PIECE, **changes}
        ran = subprocess.run(
            [OPTIONS.node, os.path.join(HERE, "client.mjs"), OPTIONS.web, json.dumps(order)],
            capture_output=True, text=True, timeout=office.ANSWER_SECONDS, check=False)
        self.assertEqual(ran.returncode, 0, ran.stderr)
        return json.loads(ran.stdout.splitlines()[-1])

    def files(self):
        return self.citizen.ask("GET", f"/api/drafts/{self.draft}").json()["files"]

    def begin(self, length, **headers):
        sent = {**TUS, "Upload-Length": str(length),
                **described(paper="invitation", filename="a.pdf"), **headers}
        return self.citizen.ask("POST", self.base, headers=sent)

    def patch(self, path, offset, body, **headers):
        sent = {**TUS, "Upload-Offset": str(offset),
                "Content-Type": "application/offset+octet-stream", **headers}
        return self.citizen.ask("PATCH", path, body, sent)

    def path_of(self, begun):
        self.assertEqual(begun.status, 201, begun)
        return begun.headers["location"]

    def test_a_paper_arrives_as_it_was(self):
        told = self.send()
        self.assertTrue(told.get("done"), told)
        self.assertGreater(told["pieces"], 4)
        (file,) = self.files()
        self.assertEqual(file["sha256"], hashlib.sha256(self.bytes).hexdigest())
        self.assertEqual((file["name"], file["paper"]), ("Giấy mời.pdf", "invitation"))
        shown = self.citizen.ask("GET", told["url"].split(str(self.office.port))[1], headers=TUS)
        self.assertEqual(shown.json()["file"]["id"], file["id"])

    def test_an_interrupted_paper_goes_on_after_a_restart(self):
        told = self.send(stop_after=3)
        self.assertTrue(told["stopped"], told)
        path = told["url"].split(str(self.office.port))[1]
        self.office.stop()
        self.office.start()
        self.citizen = self.office.visitor()
        at = self.citizen.ask("HEAD", path, headers=TUS)
        self.assertEqual(int(at.headers["upload-offset"]), 3 * PIECE)
        again = self.send(resume=f"http://127.0.0.1:{self.office.port}{path}")
        self.assertTrue(again.get("done"), again)
        self.assertEqual(again["sent"], len(self.bytes) - 3 * PIECE)
        self.assertEqual([f["sha256"] for f in self.files()],
                         [hashlib.sha256(self.bytes).hexdigest()])

    def test_a_paper_asked_for_later_is_sent_the_same_way(self):
        reception = self.office.officer("lan")
        received = intake.receive(reception).json()
        code = received["code"]
        self.citizen.ask("POST", "/api/tracking", {"code": code, "secret": received["secret"]})
        cookie = "; ".join(f"{n}={v}" for n, v in self.citizen.cookies.items())
        base = f"http://127.0.0.1:{self.office.port}/api/tracking/{code}/uploads"
        self.assertEqual(self.send(endpoint=base, cookie=cookie)["status"], 409)
        asked = intake.act(reception, code, "request-supplement",
                           {"items": [{"paper": "invitation", "what": "Bản dịch"}],
                            "document": "12/YCBS"})
        self.assertEqual(asked.status, 200, asked)
        told = self.send(endpoint=base, cookie=cookie)
        self.assertTrue(told.get("done"), told)
        self.assertEqual(self.send(endpoint=base)["status"], 404, "without the look-up code")
        file = self.citizen.ask("GET", told["url"].split(str(self.office.port))[1],
                                headers=TUS).json()["file"]["id"]
        done = self.citizen.ask("POST", f"/api/tracking/{code}/acts/supplement",
                                {"files": [file]}, intake.key())
        self.assertEqual(done.status, 200, done)

    def test_what_is_no_paper_is_refused_and_let_go(self):
        path = self.path_of(self.begin(9))
        refused = self.patch(path, 0, b"MZ\x90 virus")
        self.assertEqual((refused.status, refused.code), (415, "file-kind-refused"))
        self.assertEqual(self.citizen.ask("GET", path, headers=TUS).status, 404)
        self.assertEqual(self.files(), [])

    def test_pieces_that_do_not_follow_are_refused(self):
        path = self.path_of(self.begin(len(intake.PDF)))
        self.assertEqual(self.patch(path, 5, intake.PDF[5:]).code, "offset-differs")
        self.assertEqual(self.patch(path, 0, intake.PDF[:10]).status, 204)
        self.assertEqual(self.patch(path, 0, intake.PDF[:10]).code, "offset-differs")
        self.assertEqual(self.patch(path, 10, intake.PDF[10:] + b"more").code, "offset-differs")
        for offset in ("", "x", "-1", "1e3", "99999999999999999999"):
            self.assertEqual(self.patch(path, offset, b"x").code, "header-missing", offset)
        last = self.patch(path, 10, intake.PDF[10:])
        self.assertEqual((last.status, last.headers["upload-offset"]), (204, str(len(intake.PDF))))
        self.assertEqual(len(self.files()), 1)

    def test_another_protocol_is_told_which_is_spoken(self):
        for version in (None, "0.2.2"):
            refused = self.citizen.ask("POST", self.base, headers={"Tus-Resumable": version})
            self.assertEqual((refused.status, refused.headers["tus-version"]), (412, "1.0.0"))
        offer = self.citizen.ask("OPTIONS", self.base)
        self.assertEqual(offer.headers["tus-extension"], "creation,termination")

    def test_what_cannot_be_begun(self):
        self.assertEqual(self.begin(21 << 20).status, 413)
        for length in ("", "0", "-5", "many", "1e3"):
            self.assertEqual(self.begin(length).status, 400, length)
        unknown = self.begin(9, **described(paper="no-such", filename="a.pdf"))
        self.assertEqual(unknown.code, "paper-unknown")
        self.assertEqual(self.begin(9, **{"Upload-Metadata": "paper !!!"}).code, "paper-unknown")

    def test_is_nobody_elses(self):
        path = self.path_of(self.begin(9))
        other = intake.new_draft(self.citizen)
        stolen = path.replace(self.draft, other)
        self.assertEqual(self.citizen.ask("GET", stolen, headers=TUS).status, 404)
        self.assertEqual(self.citizen.ask("DELETE", stolen, headers=TUS).status, 404)
        self.assertEqual(self.citizen.ask("GET", f"{self.base}/..%2F..%2Foffice.toml",
                                          headers=TUS).status, 404)
        self.assertEqual(self.citizen.ask("DELETE", path, headers=TUS).status, 204)
        self.assertEqual(self.citizen.ask("GET", path, headers=TUS).status, 404)

    def test_a_name_is_shown_for_what_it_is(self):
        name = "../../etc/pass\u202efdp.exe\u0000.pdf"
        path = self.path_of(self.begin(len(intake.PDF),
                                       **described(paper="invitation", filename=name)))
        self.assertEqual(self.patch(path, 0, intake.PDF).status, 204)
        self.assertEqual([f["name"] for f in self.files()], ["passfdp.exe.pdf"])


if __name__ == "__main__":
    unittest.main(argv=REST)
