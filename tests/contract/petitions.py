"""Complaints and suggestions: every answer of theirs, and texts that try to be more than texts."""
import unittest

import intake
from scene import JUDGE, SCENE

PLAIN = {"kind": "burden", "text": "Phải nộp năm bộ giấy", "may_publish": True}


def send(visitor, path="/api/petitions", body=None, **more):
    return visitor.ask("POST", path, {**PLAIN, **more} if body is None else body, intake.key())


def desk(officer, code, act, body, version=None):
    path = f"/api/petition-desk/{code}"
    seen = version or f'"{officer.ask("GET", path).json()["version"]}"'
    return officer.ask("POST", f"{path}/acts/{act}", body, {**intake.key(), "If-Match": seen})


class Petitions(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.sender = JUDGE.visitor(SCENE.office)
        sent = send(cls.sender)
        assert sent.status == 201, sent
        cls.code, cls.secret = sent.json()["code"], sent.json()["secret"]
        opened = cls.sender.ask("POST", "/api/petition-tracking",
                                {"code": cls.code, "secret": cls.secret})
        assert opened.status == 200, opened

    def test_is_answered_published_and_judged(self):
        tracked = f"/api/petition-tracking/{self.code}"
        unknown = desk(SCENE.reception, self.code, "assign", {"unit": "no-such-unit"})
        self.assertEqual((unknown.status, unknown.code), (422, "petition-unit-unknown"))
        assigned = desk(SCENE.reception, self.code, "assign", {"unit": "lanh-su"})
        self.assertEqual(assigned.status, 200, assigned)
        stale = desk(SCENE.reception, self.code, "refuse", {"reason": "…"}, '"1"')
        self.assertEqual(stale.status, 412)
        hers = desk(SCENE.reception, self.code, "answer", {"text": "…"})
        self.assertEqual((hers.status, hers.code), (403, "petition-act-not-yours"))
        script = "<script>alert(1)</script>"
        self.assertEqual(desk(SCENE.specialist, self.code, "answer", {"text": script}).status, 200)
        self.assertEqual(desk(SCENE.specialist, self.code, "ask-supplement",
                              {"text": "…"}).code, "petition-is-over")
        moderated = {"text": "Nộp năm bộ", "answer": script}
        self.assertEqual(desk(SCENE.reception, self.code, "publish", moderated).status, 200)
        listed = SCENE.stranger.ask("GET", "/api/petitions?kind=burden").json()["items"]
        self.assertEqual(listed[0]["answer"], script)
        self.assertEqual(self.sender.ask("POST", f"{tracked}/acts/judge", {"liked": True},
                                         intake.key()).status, 200)
        again = self.sender.ask("POST", f"{tracked}/acts/judge", {"liked": True}, intake.key())
        self.assertEqual((again.status, again.code), (409, "petition-judged-already"))
        theirs = self.sender.ask("POST", f"{tracked}/acts/publish", {}, intake.key())
        self.assertEqual(theirs.status, 403)
        self.assertEqual(send(self.sender, f"{tracked}/petitions").status, 201)
        self.assertEqual(self.sender.ask("GET", tracked).json()["liked"], True)

    def test_is_opened_by_its_sender_alone(self):
        stranger = JUDGE.visitor(SCENE.office)
        tracked = f"/api/petition-tracking/{self.code}"
        wrong = stranger.ask("POST", "/api/petition-tracking",
                             {"code": self.code, "secret": "AAAAAAAAAA"})
        self.assertEqual((wrong.status, wrong.code), (404, "petition-not-found"))
        for answer in (stranger.ask("GET", tracked), send(stranger, f"{tracked}/petitions"),
                       stranger.ask("POST", f"{tracked}/acts/withdraw", {}, intake.key()),
                       send(stranger, f"/api/tracking/{SCENE.code}/petitions"),
                       send(stranger, dossier=SCENE.code, dossier_secret="AAAAAAAAAA")):
            self.assertEqual(answer.status, 404)
        self.assertEqual(stranger.ask("GET", "/api/petitions?kind=praise").status, 422)

    def test_about_a_dossier_is_sent_by_who_has_it_open(self):
        path = f"/api/tracking/{SCENE.code}/petitions"
        self.assertEqual(send(SCENE.citizen, path).status, 201)
        for visitor, to in ((SCENE.citizen, path), (self.sender, "/api/petitions"),
                            (self.sender, f"/api/petition-tracking/{self.code}/petitions")):
            key = intake.key()
            self.assertEqual(visitor.ask("POST", to, PLAIN, key).status, 201)
            reused = visitor.ask("POST", to, {**PLAIN, "text": "khác"}, key)
            self.assertEqual((reused.status, reused.code), (409, "request-key-reused"))
        listed = SCENE.reception.ask("GET", f"/api/petition-desk?dossier={SCENE.code}").json()
        self.assertEqual(listed["total"], 2)

    def test_figures_open_their_petitions(self):
        figures = SCENE.reception.ask("GET", "/api/petition-figures?period=2016").json()
        for line in figures["counts"] + [part for rate in figures["rates"]
                                         for part in rate["rest"]]:
            behind = SCENE.reception.ask(
                "GET", f"/api/petition-figures/petitions?period=2016&cell={line['cell']}")
            self.assertEqual(behind.json()["total"], line["count"], line)
        answered = figures["rates"][0]
        self.assertEqual(answered["denominator"] - answered["numerator"],
                         sum(part["count"] for part in answered["rest"]))
        self.assertGreater(answered["denominator"], answered["numerator"])
        for query, status in (("period=2016&cell=x", 404), ("period=x&cell=petition:open", 404),
                              ("period=2016&cell=petition:open&page=0", 422)):
            answer = SCENE.reception.ask("GET", f"/api/petition-figures/petitions?{query}")
            self.assertEqual(answer.status, status, query)
        self.assertEqual(
            SCENE.reception.ask("GET", "/api/petition-figures?period=x").status, 404)

    def test_of_the_office_are_listed_by_date_and_by_account(self):
        rows = SCENE.reception.ask("GET", "/api/petition-desk").json()["items"]
        dues = [row["due"] for row in rows if row["due"]]
        self.assertEqual(dues, sorted(dues))
        self.assertEqual(SCENE.reception.ask("GET", "/api/petition-desk?late=maybe").status, 422)
        self.assertEqual(SCENE.reception.ask("GET", "/api/petition-desk/PA-0").status, 404)
        gone = desk(SCENE.reception, "PA-0", "assign", {"unit": "lanh-su"}, '"1"')
        self.assertEqual(gone.status, 404)
        self.assertEqual(SCENE.holder.ask("GET", "/api/account/petitions").json()["items"], [])
