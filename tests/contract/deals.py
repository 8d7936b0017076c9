"""What goes out of the office: results and payments, from the counter to the citizen and back."""
import hashlib
import os
import sqlite3
import unittest

import account
import intake
import result
from scene import JUDGE, SCENE


class Results(unittest.TestCase):
    """A result of the office's own: signed, given out, checked by anybody."""

    @classmethod
    def setUpClass(cls):
        cls.director = JUDGE.officer(SCENE.office, "giamdoc")
        received = result.receive(SCENE.reception)
        cls.code, cls.secret = received["code"], received["secret"]
        result.decide(SCENE.reception, SCENE.specialist, cls.director, cls.code)

    def test_a_result_is_signed_given_out_and_checked(self):
        path = f"/api/dossiers/{self.code}"
        self.assertEqual(self.director.ask("GET", f"{path}/result-draft").body[:5], b"%PDF-")
        signed = result.issue(self.director, self.code, origin="composed",
                              passphrase=result.PASSPHRASE)
        self.assertEqual(signed.status, 200, signed)
        told = result.issued(self.director, self.code)
        sha256 = told["issued"][0]["file"]["sha256"]
        paper = self.director.ask("GET", f"{path}/result-papers/{sha256}").body
        citizen = JUDGE.visitor(SCENE.office)
        citizen.ask("POST", "/api/tracking", {"code": self.code, "secret": self.secret})
        tracked = f"/api/tracking/{self.code}/result-papers/{sha256}"
        self.assertEqual(citizen.ask("GET", tracked).body, paper)
        anybody = JUDGE.visitor(SCENE.office)
        by_number = anybody.ask("POST", "/api/verifications",
                                {"number": told["document"], "code": result.code_on(paper)})
        self.assertEqual(by_number.json()["standing"], "valid")
        by_file = anybody.ask("POST", "/api/verifications/paper", paper,
                              {"Content-Type": "application/pdf"})
        self.assertEqual(by_file.json()["issued"]["number"], told["document"])
        unexplained = result.issue(self.director, self.code, origin="composed",
                                   passphrase=result.PASSPHRASE)
        self.assertEqual((unexplained.status, unexplained.code), (409, "replacement-unexplained"))

    def test_the_holder_rates_once_and_only_what_has_ended(self):
        citizen = JUDGE.visitor(SCENE.office)
        citizen.ask("POST", "/api/tracking", {"code": self.code, "secret": self.secret})
        path = f"/api/tracking/{self.code}/acts/rate"
        good = {"marks": [{"indicator": 1, "points": 2}, {"indicator": 7, "points": 0}],
                "note": "<script>alert(1)</script>"}

        def rate(visitor, body):
            return visitor.ask("POST", path, body, intake.key())

        self.assertEqual(rate(JUDGE.visitor(SCENE.office), good).status, 404)
        for bad in ({"indicator": 10, "points": 2}, {"indicator": 1, "points": 3}, {"points": 1}):
            self.assertEqual(rate(citizen, {"marks": [bad]}).status, 422, bad)
        twice = [{"indicator": 1, "points": 2}, {"indicator": 1, "points": 0}]
        self.assertEqual(rate(citizen, {"marks": twice}).code, "field-invalid")
        self.assertEqual(rate(citizen, {}).code, "field-missing")
        before = citizen.ask("GET", f"/api/tracking/{self.code}").json()
        self.assertIn("rate", before["may"])
        after = rate(citizen, good)
        self.assertEqual(after.status, 200, after)
        self.assertIn("rated_at", after.json()["rating"])
        self.assertEqual(rate(citizen, good).code, "already-rated")
        officers = intake.act(SCENE.reception, self.code, "rate", {"marks": good["marks"]})
        self.assertEqual(officers.code, "not-allowed")
        open_one = JUDGE.visitor(SCENE.office)
        running = result.receive(SCENE.reception)
        open_one.ask("POST", "/api/tracking", {key: running[key] for key in ("code", "secret")})
        early = open_one.ask("POST", f"/api/tracking/{running['code']}/acts/rate", good,
                             intake.key())
        self.assertEqual(early.code, "dossier-not-finished")

    def test_what_is_refused(self):
        stale = result.issue(self.director, self.code, {"If-Match": '"1"'}, origin="composed",
                             passphrase=result.PASSPHRASE)
        self.assertEqual(stale.status, 412)
        nowhere = self.director.ask("POST", "/api/dossiers/none/result-papers",
                                    {"origin": "composed"}, {"If-Match": '"1"', **intake.key()})
        self.assertEqual(nowhere.status, 404)
        for path in ("none/result-draft", f"{self.code}/result-papers/{'0' * 64}"):
            self.assertEqual(self.director.ask("GET", f"/api/dossiers/{path}").status, 404)
        citizen = JUDGE.visitor(SCENE.office)
        citizen.ask("POST", "/api/tracking", {"code": self.code, "secret": self.secret})
        absent = f"/api/tracking/{self.code}/result-papers/{'0' * 64}"
        self.assertEqual(citizen.ask("GET", absent).status, 404)
        kept = self.director.ask("POST", "/api/result-files", intake.PDF,
                                 {"Content-Type": "application/pdf"})
        self.assertEqual(kept.status, 201, kept)
        damaged = self.director.ask("POST", "/api/result-files", intake.PDF[:40],
                                    {"Content-Type": "application/pdf"})
        self.assertEqual((damaged.status, damaged.code), (422, "file-damaged"))

    def test_guesses_at_codes_are_slowed_down(self):
        guess = {"number": "8888/none", "code": "AAAAAAAAAA"}
        answers = [SCENE.stranger.ask("POST", "/api/verifications", guess) for _ in range(21)]
        self.assertEqual({a.code for a in answers[:20]}, {"result-not-found"})
        self.assertEqual(answers[20].code, "too-many-attempts")


class Payments(unittest.TestCase):
    """A dossier that costs something, from the counter to the trial bank and back."""

    @classmethod
    def setUpClass(cls):
        received = intake.receive(
            SCENE.reception, procedure="consular-certification", answers={"papers": {"count": 1}},
            papers=[{"paper": "document", "originals": 1}, {"paper": "identity", "copies": 1}])
        assert received.status == 201, received
        cls.code = received.json()["code"]
        cls.payer = JUDGE.visitor(SCENE.office)
        cls.payer.ask("POST", "/api/tracking",
                      {"code": cls.code, "secret": received.json()["secret"]})

    def order(self):
        return self.payer.ask("POST", f"/api/tracking/{self.code}/payment")

    def decide(self, order, deed):
        return self.payer.ask("POST", "/cong-thu/quyet-dinh", f"order={order}&deed={deed}".encode(),
                              {"Content-Type": "application/x-www-form-urlencoded"})

    def test_an_order_goes_out_and_comes_back(self):
        ordered = self.order()
        self.assertEqual(ordered.status, 201, ordered)
        order = ordered.json()["order"]
        page = ordered.json()["url"].split("/", 3)[3]
        self.assertEqual(self.payer.ask("GET", f"/{page}").status, 200)
        self.assertEqual(self.payer.ask("GET", f"/{page}0").status, 400)
        self.assertEqual(self.decide("no-such", "pay").status, 400)
        self.assertEqual(self.decide(order, "silent").status, 200)
        asked = SCENE.reception.ask("POST", f"/api/dossiers/{self.code}/payment/asking")
        self.assertEqual(asked.json()["payment"]["state"], "paid")
        self.assertEqual(self.decide(order, "pay").status, 303)
        self.assertEqual(self.order().status, 409)
        seen = self.payer.ask("GET", f"/api/tracking/{self.code}").json()
        self.assertEqual(seen["payment"]["owed"]["amount"], 0)

    def test_words_nobody_signed_and_dossiers_nobody_has(self):
        ask = JUDGE.visitor(SCENE.office).ask
        told = ask("GET", "/api/payments/vnpay/notice?vnp_TxnRef=1704120001P1")
        self.assertEqual((told.status, told.json()["RspCode"]), (200, "97"))
        self.assertEqual(ask("GET", "/api/payments/vnpay/return/en").status, 303)
        self.assertEqual(ask("POST", f"/api/tracking/{self.code}/payment").status, 404)
        path = f"/api/dossiers/{self.code}/payment/asking"
        self.assertEqual(ask("POST", path).status, 401)
        self.assertEqual(SCENE.reception.ask("POST", path, headers={"X-CSRF-Token": "x"}).status,
                         403)
        self.assertEqual(
            SCENE.reception.ask("POST", "/api/dossiers/none/payment/asking").status, 404)
        bank = ask("POST", "/cong-thu/api", {})
        self.assertEqual(bank.json()["vnp_ResponseCode"], "97")


class KeptBack(unittest.TestCase):
    """A result two sign in turn, that waits for its fee and goes out by post."""

    def test_a_result_waits_for_its_second_signer_and_its_fee(self):
        received = intake.receive(
            SCENE.reception, procedure="visa-note",
            answers={"trip": {"country": "JP", "purpose": "Dự hội nghị"}},
            papers=[{"paper": "request", "originals": 1}, {"paper": "passport", "copies": 1}])
        self.assertEqual(received.status, 201, received)
        code = received.json()["code"]

        def act(name, **given):
            answer = intake.act(SCENE.reception, code, name, given)
            self.assertEqual(answer.status, 200, answer)

        act("hand-over")
        self.assertEqual(intake.act(SCENE.specialist, code, "propose", {}).status, 200)
        act("record-result", outcome="granted")
        head = JUDGE.officer(SCENE.office, "minh")
        director = JUDGE.officer(SCENE.office, "giamdoc")
        order = {"origin": "composed", "passphrase": result.PASSPHRASE}
        begun = result.issue(head, code, **order).json()["signed"]["sha256"]
        papers = f"/api/dossiers/{code}/result-papers"
        self.assertEqual(head.ask("GET", f"{papers}/{begun}").status, 200)
        back = intake.act(director, code, "send-back-paper", {"reason": "Sai tên nước"})
        self.assertEqual(back.status, 200, back)
        for signer in (head, director):
            self.assertEqual(result.issue(signer, code, **order).status, 200)
        sha256 = result.issued(head, code)["issued"][0]["file"]["sha256"]
        citizen = JUDGE.visitor(SCENE.office)
        told = citizen.ask("POST", "/api/tracking",
                           {"code": code, "secret": received.json()["secret"]}).json()
        self.assertTrue(told["result"]["awaits_payment"])
        paper = f"/api/tracking/{code}/result-papers/{sha256}"
        self.assertEqual(citizen.ask("GET", paper).code, "fee-unpaid")
        act("record-cash", amount=10000, document="BL-0009")
        self.assertEqual(citizen.ask("GET", paper).status, 200)
        slip = citizen.ask("GET", f"/api/tracking/{code}/slips/payment-1")
        self.assertEqual(slip.body[:5], b"%PDF-")
        act("post-result", carrier="Bưu điện Hà Nội", document="EA123456789VN")
        act("record-delivery", returned_to="Bà Mai")
        posting = citizen.ask("GET", f"/api/tracking/{code}").json()["result"]["posting"]
        self.assertEqual(posting["received_by"], "Bà Mai")


class Reopened(unittest.TestCase):
    """Questions of the form asked for again, beside a paper."""

    def test_only_what_was_asked_for_may_change(self):
        visitor = JUDGE.visitor(SCENE.office)
        sent = SCENE.submit(intake.filled_draft(SCENE.citizen))
        code = sent["code"]
        visitor.ask("POST", "/api/tracking", {"code": code, "secret": sent["secret"]})
        path = f"/api/tracking/{code}"
        wrong = intake.act(SCENE.reception, code, "request-supplement",
                           {"items": [{"field": "/no/such", "what": "Sai"}], "document": "1"})
        self.assertEqual(wrong.code, "question-unknown")
        asked = intake.act(SCENE.reception, code, "request-supplement",
                           {"items": [{"paper": "invitation", "what": "Bản dịch"},
                                      {"field": "/trip/purpose", "what": "Ghi rõ hơn"}],
                            "document": "12/YCBS"})
        self.assertEqual(asked.status, 200, asked)
        shown = visitor.ask("GET", path).json()["supplement"]
        self.assertEqual(shown["form"]["answers"].keys(), {"trip"})
        file = intake.upload(visitor, f"{path}/files", "invitation").json()["id"]
        act = f"{path}/acts/supplement"
        for body, wanted in (
                ({"files": [file]}, (422, "field-missing")),
                ({"answers": {"trip": {"from": "2017-05-09"}}}, (409, "answer-not-asked-for")),
                ({"answers": {"trip": {}}}, (422, "input-invalid"))):
            refused = visitor.ask("POST", act, body, intake.key())
            self.assertEqual((refused.status, refused.code), wanted)
        done = visitor.ask("POST", act, {"files": [file], "answers": {
            "trip": {"purpose": "Dự hội chợ JATA"}}}, intake.key())
        self.assertEqual(done.status, 200)
        self.assertEqual(len(done.json()["changes"][0]["fields"]), 1)

    def test_a_paper_that_corrected_answers_make_necessary(self):
        visitor = JUDGE.visitor(SCENE.office)
        sent = SCENE.submit(intake.filled_draft(SCENE.citizen))
        code = sent["code"]
        path = f"/api/tracking/{code}"
        managed = {"answers": {"leader": {"party_managed": True, "party_notice": "45-TB/TU"}}}
        self.assertEqual(visitor.ask("POST", f"{path}/supplement-check", managed).status, 404)
        visitor.ask("POST", "/api/tracking", {"code": code, "secret": sent["secret"]})
        early = visitor.ask("POST", f"{path}/supplement-check", managed)
        self.assertEqual((early.status, early.code), (409, "no-supplement-asked"))
        intake.act(SCENE.reception, code, "request-supplement",
                   {"items": [{"field": "/leader/party_managed", "what": "Xem lại"}],
                    "document": "13/YCBS"})
        self.assertEqual(visitor.ask("POST", f"{path}/supplement-check", {}).status, 422)
        opened = visitor.ask("POST", f"{path}/supplement-check", managed).json()["papers"]
        self.assertEqual([paper["paper"] for paper in opened], ["party-notice"])
        lacking = visitor.ask("POST", f"{path}/acts/supplement", managed, intake.key())
        self.assertEqual((lacking.status, lacking.code), (422, "paper-missing"))
        file = intake.upload(visitor, f"{path}/files", "party-notice").json()["id"]
        done = visitor.ask("POST", f"{path}/acts/supplement", {"files": [file], **managed},
                           intake.key())
        self.assertEqual(done.status, 200, done)


class Uploads(unittest.TestCase):
    """Papers piece by piece, of a draft and of a supplement (tests/uploads tries them further)."""

    def check(self, visitor, base):
        tus = {"Tus-Resumable": "1.0.0"}
        paper = "paper aW52aXRhdGlvbg==,filename YS5wZGY="
        begin = {**tus, "Upload-Length": str(len(intake.PDF)), "Upload-Metadata": paper}
        ask = visitor.ask
        self.assertEqual(ask("OPTIONS", base).headers["tus-version"], "1.0.0")
        self.assertEqual(ask("POST", base).status, 412)
        self.assertEqual(ask("POST", base, headers=tus).status, 400)
        self.assertEqual(ask("POST", base, headers={**begin, "Upload-Length": "99999999"}).status,
                         413)
        nowhere = base.rsplit("/", 2)[0] + "/none/uploads"
        self.assertEqual(ask("POST", nowhere, headers=begin).status, 404)
        path = ask("POST", base, headers=begin).headers["location"]
        piece = {**tus, "Content-Type": "application/offset+octet-stream"}
        self.assertEqual(ask("PATCH", path, intake.PDF, piece).status, 400)
        wrong = {**piece, "Upload-Offset": "7"}
        self.assertEqual(ask("PATCH", path, intake.PDF, wrong).status, 409)
        right = {**piece, "Upload-Offset": "0"}
        self.assertEqual(ask("PATCH", path, intake.PDF, right).status, 204)
        self.assertEqual(ask("GET", path, headers=tus).json()["offset"], len(intake.PDF))
        self.assertEqual(ask("GET", path).status, 412)
        self.assertEqual(ask("PATCH", path, b"x", {**wrong, "Tus-Resumable": "9"}).status, 412)
        self.assertEqual(ask("DELETE", path).status, 412)
        self.assertEqual(ask("DELETE", path, headers=tus).status, 204)
        self.assertEqual(ask("DELETE", path, headers=tus).status, 404)
        self.assertEqual(ask("GET", path, headers=tus).status, 404)
        self.assertEqual(ask("PATCH", path, b"x", right).status, 404)
        path = ask("POST", base, headers={**begin, "Upload-Length": "40"}).headers["location"]
        self.assertEqual(ask("PATCH", path, intake.PDF[:40], right).code, "file-damaged")
        self.look(ask, base, paper)

    def look(self, ask, base, paper):
        """The file of an upload, as the browser shows it, and its signatures."""
        begin = {"Tus-Resumable": "1.0.0", "Upload-Length": str(len(intake.PDF)),
                 "Upload-Metadata": paper}
        path = ask("POST", base, headers=begin).headers["location"]
        ask("PATCH", path, intake.PDF, {**begin, "Upload-Offset": "0",
                                        "Content-Type": "application/offset+octet-stream"})
        file = ask("GET", path, headers=begin).json()["file"]["id"]
        shown = f"{base.rsplit('/', 1)[0]}/files/{file}"
        self.assertEqual(ask("GET", shown).body, intake.PDF)
        self.assertEqual(ask("GET", shown, headers={"Range": "bytes=0-3"}).status, 206)
        self.assertEqual(ask("GET", shown, headers={"Range": "bytes=9999-"}).status, 416)
        self.assertEqual(ask("GET", shown + "/signatures").json()["signatures"], [])

    def test_papers_taken_from_the_store(self):
        holder = account.create(JUDGE.visitor(SCENE.office), "kho@example.org")
        first = intake.filled_draft(holder)
        sent = holder.ask("POST", f"/api/drafts/{first}/submission", headers=intake.key())
        self.assertEqual(sent.status, 201, sent)
        draft = intake.new_draft(holder)
        stored = holder.ask("GET", f"/api/drafts/{draft}/store").json()["items"]
        self.assertEqual({one["source"] for one in stored}, {sent.json()["code"]})
        wanted = {key: stored[0][key] for key in ("source", "file")}
        path = f"/api/drafts/{draft}/store"
        taken = holder.ask("POST", path, {**wanted, "paper": "invitation"})
        self.assertEqual((taken.status, taken.json()["origin"]), (201, wanted["source"]))
        self.assertEqual(holder.ask("POST", path, {**wanted, "paper": "none"}).status, 422)
        late = holder.ask("POST", f"/api/drafts/{first}/store", {**wanted, "paper": "invitation"})
        self.assertEqual(late.status, 409)
        nowhere = holder.ask("POST", "/api/drafts/none/store", {**wanted, "paper": "invitation"})
        self.assertEqual(nowhere.status, 404)
        self.assertEqual(JUDGE.visitor(SCENE.office).ask("GET", path).status, 401)

    def test_of_a_draft(self):
        visitor = JUDGE.visitor(SCENE.office)
        sent = intake.filled_draft(visitor)
        visitor.ask("POST", f"/api/drafts/{sent}/submission", headers=intake.key())
        late = visitor.ask("POST", f"/api/drafts/{sent}/uploads",
                           headers={"Tus-Resumable": "1.0.0", "Upload-Length": "9"})
        self.assertEqual(late.code, "draft-already-sent")
        self.check(visitor, f"/api/drafts/{intake.new_draft(visitor)}/uploads")

    def test_of_a_supplement(self):
        visitor = JUDGE.visitor(SCENE.office)
        received = intake.receive(SCENE.reception).json()
        code = received["code"]
        visitor.ask("POST", "/api/tracking", {"code": code, "secret": received["secret"]})
        base = f"/api/tracking/{code}/uploads"
        closed = visitor.ask("POST", base, headers={"Tus-Resumable": "1.0.0"})
        self.assertEqual(closed.code, "no-supplement-asked")
        asked = intake.act(SCENE.reception, code, "request-supplement",
                           {"items": [{"paper": "invitation", "what": "Bản dịch"}],
                            "document": "12/YCBS"})
        self.assertEqual(asked.status, 200, asked)
        self.check(visitor, base)


class Scans(unittest.TestCase):
    """What a scanner said of papers; one is asked in tests/scanner, here the book is written by
    hand."""

    PAPER = intake.PDF.replace(b"200 200", b"210 210")

    def marked(self, state, sha256):
        with sqlite3.connect(os.path.join(SCENE.office.data, "motcua.sqlite")) as database:
            database.execute("INSERT OR REPLACE INTO paper_scan VALUES(?,?,?,?,?,?,?,?)",
                             (sha256, "a.pdf", 9, state, "Test.Virus" * (state == "infected"),
                              "ClamAV 1.4.3/27000", 1491955200, 0))

    def filled_draft(self):
        """A draft with a paper of these tests' own, and the paper's id."""
        draft = intake.filled_draft(SCENE.citizen)
        path = f"/api/drafts/{draft}/files"
        return draft, intake.upload(SCENE.citizen, path, "invitation", self.PAPER).json()["id"]

    def supplement(self):
        """Where the applicant looks at the paper in a supplement he has not sent yet."""
        sent = SCENE.submit(self.filled_draft()[0])
        SCENE.citizen.ask("POST", "/api/tracking",
                          {"code": sent["code"], "secret": sent["secret"]})
        intake.act(SCENE.reception, sent["code"], "request-supplement",
                   {"items": [{"paper": "invitation", "what": "Bản dịch"}], "document": "1/YC"})
        path = f"/api/tracking/{sent['code']}/files"
        file = intake.upload(SCENE.citizen, path, "invitation", self.PAPER).json()["id"]
        return f"{path}/{file}"

    def check(self, visitor, address, refusal):
        for look in ("", "/signatures"):
            opened = visitor.ask("GET", address + look)
            self.assertEqual((opened.status, opened.code), (409 if refusal else 200, refusal))

    def test_of_papers_in_drafts_dossiers_and_supplements(self):
        draft, in_draft = self.filled_draft()
        drafted = f"/api/drafts/{draft}/files/{in_draft}"
        sent, file = self.filled_draft()
        path = f"/api/dossiers/{SCENE.submit(sent)['code']}"
        supplement = self.supplement()
        sha256 = hashlib.sha256(self.PAPER).hexdigest()
        ask = SCENE.reception.ask
        self.assertEqual({mark["state"] for mark in ask("GET", f"{path}/scans").json()["marks"]},
                         {"not-scanned"})
        self.assertEqual(ask("GET", "/api/dossiers/no-such/scans").status, 404)
        for state, refusal in (("clean", ""), ("infected", "paper-in-quarantine")):
            self.marked(state, sha256)
            mark, = [mark for mark in ask("GET", f"{path}/scans").json()["marks"]
                     if mark["sha256"] == sha256]
            self.assertEqual(mark["state"], state)
            self.check(SCENE.reception, f"{path}/files/{file}", refusal)
            for address in (drafted, supplement):
                self.check(SCENE.citizen, address, refusal)
        item, = ask("GET", "/api/quarantine").json()["items"]
        self.assertEqual((item["sha256"], item["virus"]), (sha256, "Test.Virus"))
        refused = SCENE.citizen.ask("POST", f"/api/drafts/{draft}/submission",
                                    headers=intake.key())
        self.assertEqual((refused.status, refused.code), (422, "file-infected"))
        again = intake.upload(SCENE.citizen, f"/api/drafts/{draft}/files", body=self.PAPER)
        self.assertEqual((again.status, again.code), (422, "file-infected"))
