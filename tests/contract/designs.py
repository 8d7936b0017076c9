"""The designers' desk: each of its answers, on a life from the draft to the published version."""
import json
import unittest

import design
from scene import JUDGE, SCENE

MATRIX = {"kind": "matrix"}


class Designs(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.head = SCENE.designer
        cls.director = JUDGE.officer(SCENE.office, "giamdoc")

    def act(self, officer, draft, act, body=None, seen=None):
        headers = {"If-Match": seen} if seen else {}
        return officer.ask("POST", f"/api/design/drafts/{draft}/{act}", body or {}, headers)

    def save(self, draft, files, seen):
        return self.head.ask("PUT", f"/api/design/drafts/{draft}/files", {"files": files},
                             {"If-Match": f'"{seen}"'})

    def test_from_the_draft_to_the_version(self):
        begun = design.begin(self.head, "consular-certification", base=1).json()
        draft, path = begun["id"], f"/api/design/drafts/{begun['id']}"
        texts = begun["files"]["texts.vi.toml"]
        saved = self.save(draft, {"texts.vi.toml": texts + "\n# sửa\n"}, 1)
        self.assertEqual((saved.status, saved.json()["revision"]), (200, 2))
        stale = self.save(draft, {"texts.vi.toml": texts}, 1)
        self.assertEqual((stale.status, stale.json()["version"]), (412, 2))
        self.assertEqual(self.act(self.head, draft, "publish").code, "not-an-approver")
        self.assertEqual(self.act(self.director, draft, "publish").code, "draft-is-not-submitted")
        self.assertEqual(self.act(self.head, draft, "return", {"reason": "x"}).status, 409)
        ask = {"in_force_from": design.DAY, "decision": design.DECISION}
        for act, body in (("submit", ask), ("discard", {}), ("publish", {}),
                          ("return", {"reason": "x"})):
            self.assertEqual(self.act(self.head, draft, act, body, '"1"').status, 412)
        past = {**ask, "in_force_from": "2017-01-02"}
        self.assertEqual(self.act(self.head, draft, "submit", past).code, "day-is-past")
        self.assertEqual(self.head.ask("GET", f"{path}/check").status, 200)
        self.assertEqual(self.head.ask("GET", f"{path}/revisions").status, 200)
        self.assertEqual(self.act(self.head, draft, "submit", ask).status, 200)
        self.assertEqual(self.save(draft, {"texts.vi.toml": texts}, 3).status, 409)
        self.assertEqual(self.act(self.head, draft, "submit", ask).status, 409)
        self.assertEqual(self.act(self.head, draft, "discard").status, 409)
        self.assertEqual(self.act(self.director, draft, "return", {"reason": "Sửa"}).status, 200)
        self.assertEqual(self.act(self.head, draft, "submit", ask).status, 200)
        published = self.act(self.director, draft, "publish")
        self.assertEqual(published.status, 200, published)
        kept = f"/api/design/versions/procedure/consular-certification/{published.json()['number']}"
        self.assertEqual(self.head.ask("GET", kept).json()["digest"], published.json()["digest"])
        page = self.head.ask("GET", "/api/design")
        self.assertEqual(page.json()["may"], ["draft"])

    def test_one_file(self):
        source = "/api/design/versions/procedure/abtc/1/export"
        exported = self.head.ask("GET", source).json()
        brought = self.head.ask("POST", "/api/design/import", exported)
        self.assertEqual(brought.status, 201, brought)
        draft = brought.json()["id"]
        again = self.head.ask("GET", f"/api/design/drafts/{draft}/export").json()
        self.assertEqual(json.dumps(again), json.dumps(exported))
        compared = self.head.ask("GET", "/api/design/compare?kind=procedure&subject=abtc&old=1"
                                        f"&new=draft:{draft}")
        self.assertEqual(compared.json()["process"],
                         {"added": [], "removed": [], "changed": []})
        self.assertEqual(self.act(self.head, draft, "discard", {"reason": "thử"}).status, 200)

    def test_trying(self):
        begun = design.begin(self.head, "official-travel", base=1).json()
        path = f"/api/design/drafts/{begun['id']}"
        tried = self.head.ask("POST", f"{path}/trial", {"from": "2017-01-01", "to": "2017-12-31"})
        self.assertEqual((tried.status, tried.json()["differing"]), (200, 0), tried)
        walked = self.head.ask("POST", f"{path}/walk", {"answers": {}})
        self.assertEqual(walked.json()["open"][0]["task"], "reception")
        matrix = design.begin(self.head, "tham-quyen", **MATRIX).json()
        said = self.head.ask("POST", f"/api/design/drafts/{matrix['id']}/evaluate",
                             {"file": "matrix.dmn", "decision": "authority", "answers": {}})
        self.assertEqual((said.status, said.json()["rules"]), (200, [1]), said)

    def test_a_cell_is_checked_as_it_is_typed(self):
        def cell(kind, text):
            return self.head.ask("POST", "/api/design/cell", {"kind": kind, "text": text})
        self.assertTrue(cell("unary-tests", "<= 5, \"ngắn\"").json()["sound"])
        self.assertTrue(cell("expression", "count(members) + 1").json()["sound"])
        wrong = cell("unary-tests", "\"ngắn\", <= )")
        self.assertEqual((wrong.status, wrong.json()["sound"]), (200, False), wrong)
        self.assertEqual(wrong.json()["at"], 11)
        self.assertNotEqual(wrong.json()["what"]["vi"], wrong.json()["what"]["en"])
        self.assertEqual(cell("sentence", "1").status, 422)
        self.assertEqual(cell("expression", "x" * 2001).status, 422)
        deep = cell("expression", "(" * 1999)
        self.assertEqual((deep.status, deep.json()["sound"]), (200, False))

    def test_what_is_not_there(self):
        self.assertEqual(design.begin(self.head, "official-travel").code, "subject-taken")
        self.assertEqual(design.begin(self.head, "official-travel", base=99).status, 404)
        nothing = "/api/design/drafts/DT-000000-0000"
        for page in ("", "/revisions", "/check", "/export"):
            self.assertEqual(self.head.ask("GET", nothing + page).status, 404)
        bodies = {name: design.GOOD_BODIES[operation] for name, operation in (
            ("trial", "tryDesignDraft"), ("walk", "walkDesignDraft"),
            ("evaluate", "evaluateDesignDecision"), ("submit", "submitDesignDraft"),
            ("return", "returnDesignDraft"), ("publish", "publishDesignDraft"),
            ("discard", "discardDesignDraft"))}
        for act, body in bodies.items():
            officer = self.director if act == "publish" else self.head
            self.assertEqual(officer.ask("POST", f"{nothing}/{act}", body).status, 404)
        self.assertEqual(self.save("DT-000000-0000", {"texts.vi.toml": "x"}, 1).status, 404)
        gone = "/api/design/versions/procedure/official-travel/99"
        for page in (gone, f"{gone}/export", "/api/design/compare?kind=procedure&subject=x&old=1"
                                             "&new=2"):
            self.assertEqual(self.head.ask("GET", page).status, 404)

    def test_the_register_of_proposals(self):
        good = design.GOOD_BODIES["proposeDesign"]
        proposed = self.head.ask("POST", "/api/design/proposals", good)
        self.assertEqual(proposed.status, 201, proposed)
        unknown = self.head.ask("POST", "/api/design/proposals", {**good, "subjects": ["x"]})
        self.assertEqual((unknown.status, unknown.code), (404, "subject-unknown"))
        path = f"/api/design/proposals/{proposed.json()['id']}"
        decided = {"accepted": True, "decision": design.DECISION}
        self.assertEqual(self.head.ask("POST", f"{path}/decide", decided).status, 403)
        self.assertEqual(self.director.ask("POST", f"{path}/decide", decided).status, 200)
        self.assertEqual(self.director.ask("POST", f"{path}/decide", decided).status, 409)
        done = self.director.ask("POST", f"{path}/carry-out", {})
        self.assertEqual(done.json()["state"], "carried-out")
        self.assertEqual(self.head.ask("GET", "/api/design/proposals").status, 200)
        table = self.head.ask("GET", "/api/design/proposals.csv")
        self.assertIn("Simplify", table.body.decode())
        draft = self.head.ask("GET", f"/api/design/drafts/{SCENE.design}")
        self.assertEqual(draft.json()["subject"], "thu-tuc-thu")

    def test_other_officers_have_no_part_in_it(self):
        for operation in SCENE.reception.judge.contract.operations:
            if operation.pattern.startswith("/api/design"):
                answer = SCENE.reception.ask(
                    operation.method, SCENE.path(operation) + SCENE.query(operation),
                    design.GOOD_BODIES.get(operation.name), SCENE.headers(operation))
                self.assertEqual(answer.code, "not-a-designer", operation.name)
