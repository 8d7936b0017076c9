"""Killed in the middle of 64 clients' acts: what was acknowledged is in the journal, once."""
import sys
import threading
import unittest

import intake
import office

OPTIONS, REST = office.command_line(sys.argv[0])
CLIENTS = 64


class Crowd:
    """Clients that receive applications and hand them over until their office is gone."""

    def __init__(self, served, kill_after):
        self.office = served
        self.kill_after = kill_after
        self.acknowledged = []  # (code, version, event)
        self.unanswered = []    # bodies and headers of applications whose answer never came
        self.lock = threading.Lock()
        self.enough = threading.Event()
        self.session = served.officer("lan")

    def work(self):
        visitor = office.Visitor(self.office.port, self.session.cookies, self.session.csrf)
        while True:
            headers = intake.key()
            try:
                answer = visitor.ask("POST", "/api/counter/dossiers", intake.COUNTER, headers)
            except (OSError, office.http.client.HTTPException):
                self.note(self.unanswered, headers)
                return
            assert answer.status == 201, answer
            code = answer.json()["code"]
            self.note(self.acknowledged, (code, 1, "received"))
            try:
                answer = intake.act(visitor, code, "hand-over", {})
            except (OSError, office.http.client.HTTPException):
                return
            assert answer.status == 200, answer
            self.note(self.acknowledged, (code, answer.json()["version"], "handed_over"))

    def note(self, where, what):
        with self.lock:
            where.append(what)
            if len(self.acknowledged) >= self.kill_after:
                self.enough.set()

    def work_until_killed(self):
        threads = [threading.Thread(target=self.work) for _ in range(CLIENTS)]
        for thread in threads:
            thread.start()
        assert self.enough.wait(office.ANSWER_SECONDS)
        self.office.kill()
        for thread in threads:
            thread.join()


class Killed(unittest.TestCase):
    def test_nothing_acknowledged_is_lost(self):
        with office.Office(OPTIONS.program) as served:
            codes = set()
            for moment in (1, 40, 300):
                crowd = Crowd(served, moment)
                crowd.work_until_killed()
                served.start()
                self.check(served, crowd, codes)
            served.stop()
            verified = served.run("verify")
            self.assertEqual(verified.returncode, 0, verified.stdout + verified.stderr)
            self.assertIn(" 0 problems", verified.stdout)

    def check(self, served, crowd, codes):
        # The session outlives the program as well.
        visitor = served.visitor()
        visitor.cookies, visitor.csrf = crowd.session.cookies, crowd.session.csrf
        self.assertGreaterEqual(len(crowd.acknowledged), crowd.kill_after)
        for code, version, event in crowd.acknowledged:
            records = visitor.ask("GET", f"/api/dossiers/{code}/journal").json()["records"]
            kept = [r["type"] for r in records if r["version"] == version]
            self.assertEqual(kept, [event], code)
        answered = {code for code, version, _ in crowd.acknowledged if version == 1}
        self.assertFalse(answered & codes, "a code was given out twice")
        codes |= answered
        self.ask_again(visitor, crowd, codes)

    def ask_again(self, visitor, crowd, codes):
        """Whoever got no answer asks again with the same key, twice: one dossier each."""
        self.assertTrue(crowd.unanswered)
        for headers in crowd.unanswered:
            again = [visitor.ask("POST", "/api/counter/dossiers", intake.COUNTER, headers)
                     for _ in range(2)]
            self.assertEqual([a.status for a in again], [201, 201])
            code = again[0].json()["code"]
            self.assertEqual(again[1].json()["code"], code)
            self.assertNotIn(code, codes)
            codes.add(code)


if __name__ == "__main__":
    unittest.main(argv=REST)
