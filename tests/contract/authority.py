"""Who decides, as the officers' page shows it, and who may name a substitute."""
import unittest

from scene import JUDGE, SCENE

BASE = "/api/authority"
ABSENCE = {"absent": "giamdoc", "substitute": "minh", "from": "2037-04-12", "until": "2037-04-14",
           "paper": "5/QĐ-NV", "reason": "Đi công tác"}


class Authority(unittest.TestCase):
    def setUp(self):
        self.director = JUDGE.officer(SCENE.office, "giamdoc")
        self.head = JUDGE.officer(SCENE.office, "minh")
        self.specialist = JUDGE.officer(SCENE.office, "binh")

    def test_is_shown_to_officers_alone(self):
        self.assertEqual(SCENE.stranger.ask("GET", BASE).status, 401)
        told = self.specialist.ask("GET", BASE).json()
        hanoi = [one for one in told["matrices"] if one["id"] == "travel-abroad"]
        self.assertEqual(len(hanoi), 1)
        self.assertFalse(hanoi[0]["verified"])
        self.assertFalse(hanoi[0]["instrument"]["source"]["checked"])
        self.assertNotIn("facts-", hanoi[0]["instrument"]["source"]["words"]["vi"])
        self.assertEqual(hanoi[0]["table"]["rules"][-1]["cells"],
                         [{"vi": "", "en": ""}] * 7)
        self.assertIn("giamdoc", [one["username"] for one in told["people"]])

    def test_a_substitution_is_set_shown_and_ended_once(self):
        made = self.director.ask("POST", f"{BASE}/substitutions", ABSENCE)
        self.assertEqual(made.status, 201, made.body)
        listed = self.head.ask("GET", BASE).json()["substitutions"]
        self.assertIn(made.json()["id"], [one["id"] for one in listed])
        ending = f"{BASE}/substitutions/{made.json()['id']}/ending"
        self.assertEqual(self.specialist.ask("POST", ending).status, 403)
        self.assertEqual(self.head.ask("POST", ending).status, 200)
        self.assertEqual(self.director.ask("POST", ending).status, 422)
        listed = self.head.ask("GET", BASE).json()["substitutions"]
        self.assertNotIn(made.json()["id"], [one["id"] for one in listed])

    def test_nobody_gives_himself_anothers_powers(self):
        path = f"{BASE}/substitutions"
        own = self.head.ask("POST", path, ABSENCE)
        self.assertEqual((own.status, own.code), (403, "substitutes-himself"))
        strange = self.specialist.ask("POST", path, {**ABSENCE, "substitute": "thu"})
        self.assertEqual((strange.status, strange.code), (403, "substitution-not-yours"))

    def test_what_makes_no_sense_is_refused(self):
        path = f"{BASE}/substitutions"
        for wrong in ({"until": "2037-04-11"}, {"substitute": "nobody"}, {"roles": ["king"]}):
            told = self.director.ask("POST", path, {**ABSENCE, **wrong})
            self.assertEqual((told.status, told.code), (422, "substitution-wrong"), wrong)
        told = self.director.ask("POST", path, {"absent": "giamdoc"})
        self.assertEqual((told.status, told.code), (422, "input-invalid"))
        self.assertEqual(self.director.ask("POST", f"{path}/none/ending").status, 404)
