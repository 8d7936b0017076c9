"""What people are told: notices of dossiers and of the office, and the words they are told in."""
import os
import sqlite3
import unittest

from scene import GOOD_BODIES, JUDGE, SCENE


class Notices(unittest.TestCase):
    TEMPLATE = "/api/notice-templates/received/vi"
    WORDS = GOOD_BODIES["putNoticeTemplate"]

    def test_of_a_dossier(self):
        told = SCENE.reception.ask("GET", f"/api/dossiers/{SCENE.code}/notices").json()["notices"]
        self.assertEqual([n["kind"] for n in told][:1], ["submitted"])
        path = f"/api/tracking/{SCENE.code}/notices"
        seen = SCENE.citizen.ask("GET", path).json()["notices"]
        self.assertEqual([n["id"] for n in seen], [n["id"] for n in told])
        self.assertNotIn("last_error", seen[0])
        for asker, base in ((SCENE.citizen, "tracking"), (SCENE.reception, "dossiers")):
            self.assertEqual(asker.ask("GET", f"/api/{base}/no-such/notices").status, 404)

    def test_of_the_office(self):
        ask = SCENE.editor.ask  # a head: the newest may be anybody's
        self.assertEqual(ask("GET", "/api/notices").json(), {"notices": [], "channels": []})
        newest = ask("GET", "/api/notices?state=any").json()["notices"]
        self.assertTrue(newest)
        self.assertEqual(ask("GET", "/api/notices?state=lost").status, 422)
        again = ask("POST", f"/api/notices/{newest[0]['id']}/sending")
        self.assertEqual((again.status, again.code), (409, "notice-not-given-up"))
        for number in ("999999", "x", "9" * 40):
            self.assertEqual(ask("POST", f"/api/notices/{number}/sending").status, 404)

    def test_a_notice_that_was_given_up_is_sent_again(self):
        with sqlite3.connect(os.path.join(SCENE.office.data, "motcua.sqlite")) as database:
            number, = database.execute(
                "SELECT max(id) FROM notice WHERE code = ?", (SCENE.code,)).fetchone()
            database.execute("UPDATE notice SET state = 'dead-letter' WHERE id = ?", (number,))
        given_up = SCENE.reception.ask("GET", "/api/notices").json()["notices"]
        self.assertEqual([n["id"] for n in given_up], [number])
        outsider = JUDGE.officer(SCENE.office, "vanphong")
        refused = outsider.ask("POST", f"/api/notices/{number}/sending")
        self.assertEqual((refused.status, refused.code), (403, "not-yours-to-send"))
        head = JUDGE.officer(SCENE.office, "minh")
        again = head.ask("POST", f"/api/notices/{number}/sending")
        self.assertEqual((again.status, again.json()["state"]), (200, "waiting"))

    def test_an_officer_may_do_without_the_digest(self):
        ask = JUDGE.officer(SCENE.office, "binh").ask
        wanted = {"digest": "wanted", "language": "vi", "address": "", "at": "07:30"}
        self.assertEqual(ask("GET", "/api/digest").json(), wanted)
        self.assertEqual(ask("PUT", "/api/digest", {"digest": "refused"}).json()["digest"],
                         "refused")
        self.assertEqual(ask("GET", "/api/digest").json()["digest"], "refused")
        english = ask("PUT", "/api/digest", {"digest": "wanted", "language": "en"}).json()
        self.assertEqual(english, {**wanted, "language": "en"})

    def test_templates_are_worded_by_heads_and_looked_at_by_all(self):
        head = JUDGE.officer(SCENE.office, "minh")
        self.assertEqual(SCENE.reception.ask("PUT", self.TEMPLATE, self.WORDS).code, "forbidden")
        self.assertEqual(SCENE.reception.ask("DELETE", self.TEMPLATE).code, "forbidden")
        self.assertTrue(head.ask("PUT", self.TEMPLATE, self.WORDS).json()["own"])
        listed = SCENE.reception.ask("GET", "/api/notice-templates").json()["templates"]
        self.assertEqual([t["subject"] for t in listed if t["own"]], [self.WORDS["subject"]])
        self.assertFalse(head.ask("DELETE", self.TEMPLATE).json()["own"])
        for address in ("/api/notice-templates/no-such/vi", "/api/notice-templates/received/fr"):
            self.assertEqual(head.ask("PUT", address, self.WORDS).status, 404)
            self.assertEqual(head.ask("DELETE", address).status, 404)

    def test_a_template_is_looked_at_on_a_dossier_or_a_sample(self):
        preview = f"{self.TEMPLATE}/preview"
        words = {"subject": "{code}", "body": "{applicant}", "text": "{office}"}
        sample = SCENE.reception.ask("POST", preview, words).json()
        self.assertEqual(sample["body"], "Nguyễn Văn An")
        real = SCENE.reception.ask("POST", preview, {**words, "code": SCENE.code}).json()
        self.assertEqual(real["subject"], SCENE.code)
        unknown = SCENE.reception.ask("POST", preview, {**words, "code": "no-such"})
        self.assertEqual(unknown.status, 404)

    def test_a_template_with_a_secret_or_an_unknown_name_is_refused_with_the_names_it_may_use(self):
        for words in ({"subject": "{applicant}"}, {"text": "{reason}"}, {"body": "{aplicant}"}):
            refused = SCENE.reception.ask("POST", f"{self.TEMPLATE}/preview",
                                          {**self.WORDS, **words})
            self.assertEqual(refused.status, 422)
            error, = refused.json()["errors"]
            self.assertEqual(error["path"], "/" + next(iter(words)))
            self.assertIn("{code}", error["message"])
