"""The book of travel: every answer of its, on guests, a passport and their figures."""
import unittest

import intake
from scene import JUDGE, SCENE

GUESTS = {"what": "guests", "unit": "Sở Y tế", "name": "Anna Weber", "purpose": "Trao đổi",
          "countries": "Đức, Áo", "from": "2017-04-20", "to": "2017-04-22"}
PASSPORT = {"what": "passport", "number": "D7654321", "kind": "official",
            "name": "Nguyễn Văn An", "expires": "2021-01-01"}


def act(officer, code, name, body, version=None):
    path = f"/api/travel/entries/{code}"
    seen = version or f'"{officer.ask("GET", path).json()["version"]}"'
    return officer.ask("POST", f"{path}/acts/{name}", body, {**intake.key(), "If-Match": seen})


class Travel(unittest.TestCase):
    def write(self, officer, body):
        return officer.ask("POST", "/api/travel/entries", body, intake.key())

    def test_guests_are_written_down_corrected_and_counted(self):
        refused = self.write(SCENE.reception, GUESTS)
        self.assertEqual((refused.status, refused.code), (403, "travel-act-not-yours"))
        made = self.write(SCENE.specialist, GUESTS)
        self.assertEqual(made.status, 201, made)
        code = made.json()["code"]
        stale = act(SCENE.specialist, code, "cancel", {"reason": "…"}, '"9"')
        self.assertEqual(stale.status, 412)
        added = act(SCENE.specialist, code, "add-traveller",
                    {"name": "<b>Jan</b>", "reason": "Bổ sung"})
        self.assertEqual(len(added.json()["trip"]["travellers"]), 2)
        for path in ("/api/travel/figures?period=2017-H1&kind=in&by=country",
                     "/api/travel/figures/entries?period=2017-H1&kind=in&group=all"):
            self.assertEqual(SCENE.specialist.ask("GET", path).status, 200)
        cancelled = act(SCENE.specialist, code, "cancel", {"reason": "Hoãn"})
        self.assertEqual(cancelled.status, 200)
        again = act(SCENE.specialist, code, "cancel", {"reason": "Hoãn"})
        self.assertEqual((again.status, again.code), (409, "travel-act-not-now"))

    def test_a_passport_is_kept_once_and_for_official_trips(self):
        made = self.write(SCENE.reception, PASSPORT)
        self.assertEqual(made.status, 201, made)
        twice = self.write(SCENE.reception, PASSPORT)
        self.assertEqual((twice.status, twice.code), (409, "passport-known"))
        given = act(SCENE.reception, made.json()["code"], "hand-over",
                    {"delegation": "x", "name": "An", "on": "2017-04-12", "document": "1/BB"})
        self.assertEqual(given.code, "passport-needs-official-trip")

    def test_namesakes_are_of_a_dossier_there_is(self):
        listed = SCENE.specialist.ask("GET", "/api/travel/people?dossier=no-such")
        self.assertEqual((listed.status, listed.code), (404, "not-found"))
        judged = SCENE.specialist.ask(
            "POST", "/api/travel/namesakes",
            {"one": "x", "other": "y", "reason": "Đã xem", "dossier": "no-such"}, intake.key())
        self.assertEqual((judged.status, judged.code), (404, "not-found"))

    def test_the_report_leaves_as_a_file(self):
        for kind in ("xlsx", "pdf", "csv"):
            export = SCENE.specialist.ask(
                "GET", f"/api/travel/figures/export?period=2017-H1&format={kind}")
            self.assertEqual(export.status, 200, kind)
            self.assertTrue(export.body)

    def test_others_do_not_read_it(self):
        stranger = JUDGE.officer(SCENE.office, "hoa")
        for path in ("/entries", "/entries/x", "/entries/x/slips/1", "/people", "/people/x",
                     "/figures?period=2017", "/figures/entries?period=2017&group=all",
                     "/figures/export?period=2017&format=csv"):
            answer = stranger.ask("GET", "/api/travel" + path)
            self.assertEqual((answer.status, answer.code), (403, "forbidden"), path)

    def test_wrong_questions(self):
        for path in ("/entries?kind=x", "/people?year=1", "/figures?period=2017&by=x",
                     "/figures/entries?period=2017&group=all&by=x",
                     "/figures/export?period=2017&format=doc"):
            self.assertEqual(SCENE.specialist.ask("GET", "/api/travel" + path).status, 422, path)
        for path in ("/figures?period=never", "/figures/entries?period=never&group=all",
                     "/figures/export?period=never&format=csv"):
            self.assertEqual(SCENE.specialist.ask("GET", "/api/travel" + path).status, 404, path)
        self.assertEqual(SCENE.specialist.ask(
            "GET", f"/api/dossiers/{SCENE.code}/travellers").status, 200)
