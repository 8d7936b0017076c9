"""A disk that is full, by the limit on the size of files: acts are refused with a reason, what
was there can be read, and with space again the office works on. Broken uploads leave nothing."""
import os
import resource
import socket
import sys
import threading
import unittest

import intake
import office

OPTIONS, REST = office.command_line(sys.argv[0])


def limit_files(served, size=resource.RLIM_INFINITY):
    hard = resource.prlimit(served.process.pid, resource.RLIMIT_FSIZE)[1]
    resource.prlimit(served.process.pid, resource.RLIMIT_FSIZE, (size, hard))


def dossiers(visitor):
    return visitor.ask("GET", "/api/dossiers?view=all&size=1").json()["total"]


class FullDisk(unittest.TestCase):
    def setUp(self):
        self.office = office.Office(OPTIONS.program)
        self.office.start()
        self.addCleanup(self.office.__exit__)
        self.reception = self.office.officer("lan")

    def assert_sound(self):
        self.assertEqual(self.office.stop(), 0)
        verified = self.office.run("verify")
        self.assertEqual(verified.returncode, 0, verified.stdout + verified.stderr)

    def test_acts_are_refused_and_work_again_later(self):
        before = dossiers(self.reception)
        draft = intake.filled_draft(self.reception)
        headers = intake.key()
        limit_files(self.office, 0)
        for what, answer in self.tried(draft, headers).items():
            with self.subTest(what):
                self.assertEqual((answer.status, answer.code), (507, "storage-full"), answer)
        health = self.reception.ask("GET", "/api/health")
        self.assertEqual((health.status, health.code), (507, "storage-full"), health)
        self.assertEqual(dossiers(self.reception), before)
        self.assertEqual(self.reception.ask("GET", f"/api/drafts/{draft}").status, 200)
        limit_files(self.office)
        self.assertEqual(self.reception.ask("GET", "/api/health").json()["status"], "ok")
        kept = self.reception.ask("POST", "/api/counter/dossiers", intake.COUNTER, headers)
        self.assertEqual(kept.status, 201, kept)
        self.assertTrue(kept.json()["code"].endswith("-0001"))
        for what, answer in self.tried(draft, headers).items():
            self.assertIn(answer.status, (200, 201), what)
        self.assertEqual(dossiers(self.reception), before + 2)
        self.assert_sound()

    def tried(self, draft, headers):
        ask = self.reception.ask
        files = f"/api/drafts/{draft}/files"
        large = intake.PDF + b" " * (1 << 20)
        return {
            "an act": ask("POST", "/api/counter/dossiers", intake.COUNTER, headers),
            "a draft": ask("PUT", f"/api/drafts/{draft}", {"answers": intake.ANSWERS, "step": 3}),
            "a file": intake.upload(self.reception, files, body=intake.PDF + headers[
                "Idempotency-Key"].encode()),
            "a large file": intake.upload(self.reception, files, body=large),
            "an application": ask("POST", f"/api/drafts/{draft}/submission", headers=intake.key()),
            "a session": self.office.visitor().sign_in("minh"),
        }

    def test_filling_up_among_many_clients(self):
        store = os.path.join(self.office.data, "motcua.sqlite-wal")
        limit_files(self.office, os.path.getsize(store) + (120 << 10))
        answers = []
        threads = [threading.Thread(target=self.receive_until_full, args=(answers,))
                   for _ in range(16)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        limit_files(self.office)
        acknowledged = [a.json()["code"] for a in answers if a.status == 201]
        refused = {(a.status, a.code) for a in answers if a.status != 201}
        self.assertTrue(acknowledged)
        self.assertEqual(refused, {(507, "storage-full")})
        for code in acknowledged:
            self.assertEqual(self.reception.ask("GET", f"/api/dossiers/{code}").status, 200)
        after = intake.receive(self.reception).json()["code"]
        number = int(after.rsplit("-", 1)[1])
        self.assertEqual(number, len(acknowledged) + 1)  # no number was lost either
        self.assert_sound()

    def receive_until_full(self, answers):
        visitor = office.Visitor(self.office.port, self.reception.cookies, self.reception.csrf)
        for _ in range(2000):
            answers.append(intake.receive(visitor))
            if answers[-1].status != 201:
                return


class BrokenUploads(unittest.TestCase):
    def test_leave_nothing(self):
        with office.Office(OPTIONS.program) as served:
            citizen = served.visitor()
            draft = intake.new_draft(citizen)
            path = f"/api/drafts/{draft}/files"
            for length in (200, 300 << 10):
                with socket.create_connection(("127.0.0.1", served.port)) as wire:
                    head = (f"POST {path}?paper=invitation&name=a.pdf HTTP/1.1\r\nHost: x\r\n"
                            f"Content-Type: application/pdf\r\nContent-Length: {length}\r\n\r\n")
                    wire.sendall(head.encode() + intake.PDF + b" " * (length // 2))
                    wire.shutdown(socket.SHUT_WR)
                    wire.settimeout(office.ANSWER_SECONDS)
                    self.assertNotIn(b" 201 ", wire.recv(4096))
            self.assertEqual(citizen.ask("GET", f"/api/drafts/{draft}").json()["files"], [])
            for spool in ("spool", os.path.join("files", "spool")):
                self.assertEqual(os.listdir(os.path.join(served.data, spool)), [])
            self.assertEqual(intake.upload(citizen, path).status, 201)


if __name__ == "__main__":
    unittest.main(argv=REST)
