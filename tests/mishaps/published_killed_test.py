"""Killed in the middle of publishing: the version is there whole, or the draft still waits."""
import os
import shutil
import sys
import threading
import unittest

import office

OPTIONS, REST = office.command_line(sys.argv[0])
DECISION = {"number": "12/QĐ", "date": "2017-04-01", "by": "UBND thành phố"}
ASKED = {"in_force_from": "2027-01-04", "decision": DECISION}
MOMENTS = (0.0, 0.002, 0.005, 0.01, 0.03)  # seconds from the request to the kill


class PublishedKilled(unittest.TestCase):
    def test_published_or_not(self):
        with office.Office(OPTIONS.program) as served:
            for after in MOMENTS:
                draft = self.submitted(served.officer("minh"))
                self.publish_and_kill(served, draft, after)
                served.start()
                self.check(served, draft)
            self.check_folder_taken_away(served)
            served.stop()
            verified = served.run("verify")
            self.assertEqual(verified.returncode, 0, verified.stdout + verified.stderr)

    def submitted(self, head):
        begun = head.ask("POST", "/api/design/drafts",
                         {"kind": "procedure", "subject": "official-travel", "base": 1,
                          "title": "Thử"})
        self.assertEqual(begun.status, 201, begun)
        draft = begun.json()["id"]
        asked = head.ask("POST", f"/api/design/drafts/{draft}/submit", ASKED)
        self.assertEqual(asked.status, 200, asked)
        return draft

    def publish_and_kill(self, served, draft, after):
        director = served.officer("giamdoc")
        sent = threading.Event()

        def publish():
            sent.set()
            try:
                director.ask("POST", f"/api/design/drafts/{draft}/publish", {})
            except (OSError, office.http.client.HTTPException):
                pass

        thread = threading.Thread(target=publish)
        thread.start()
        sent.wait(office.ANSWER_SECONDS)
        thread.join(after)
        served.kill()
        thread.join()

    def check(self, served, draft):
        seen = served.officer("minh").ask("GET", f"/api/design/drafts/{draft}").json()
        self.assertIn(seen["state"], ("submitted", "published"))
        folder = os.path.join(served.data, "procedures", "official-travel", f"v{seen['number']}")
        self.assertEqual(os.path.exists(os.path.join(folder, "published.digest")),
                         seen["state"] == "published")
        if seen["state"] == "submitted":  # publishing goes on from there
            director = served.officer("giamdoc")
            again = director.ask("POST", f"/api/design/drafts/{draft}/publish", {})
            self.assertEqual(again.status, 200, again)

    def check_folder_taken_away(self, served):
        served.stop()
        folder = os.path.join(served.data, "procedures", "official-travel", "v3")
        shutil.rmtree(folder)
        served.start()
        self.assertTrue(os.path.exists(os.path.join(folder, "published.digest")))
        served.stop()
        with open(os.path.join(folder, "texts.vi.toml"), "a", encoding="utf-8") as file:
            file.write("# sửa\n")
        told = served.run("serve")
        self.assertEqual(told.returncode, 1)
        self.assertIn("procedures/official-travel/v3", told.stderr)
        shutil.rmtree(folder)
        served.start()


if __name__ == "__main__":
    unittest.main(argv=REST)
