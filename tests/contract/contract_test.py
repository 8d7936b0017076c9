"""The server and api/openapi.yaml, held against each other: its routes both ways, real answers of
every operation with every status it documents, and requests that break it."""
import json
import socket
import subprocess
import unittest

import intake
import office
import result
from abuse import FormsWithoutEnd, HostileApplication, Texts  # pylint: disable=unused-import
from contract import broken_bodies, wrong_values
from authority import Authority  # pylint: disable=unused-import
from accounts import Accounts  # pylint: disable=unused-import
from counter import Appointments  # pylint: disable=unused-import
from deals import (KeptBack, Payments, Reopened,  # pylint: disable=unused-import
                   Results, Scans, Uploads)
from exports import Exports  # pylint: disable=unused-import
from designs import Designs  # pylint: disable=unused-import
from petitions import Petitions  # pylint: disable=unused-import
from travel import Travel  # pylint: disable=unused-import
from told import Notices  # pylint: disable=unused-import
from public_face import News, OpenFigures, Places, PublicPages  # pylint: disable=unused-import
from scene import CONTRACT, GOOD_BODIES, JUDGE, OPTIONS, REST, SCENE

# Documented, but no test can bring it about from outside.
LARGE = ("saveDesignFiles", "importDesignDraft")  # texts of a whole procedure

NOT_REACHED = {
    ("importDesignDraft", 409): "two hundred drafts at work",
    ("tryDesignDraft", 409): "two trials at one moment",
    ("submitDraft", 409): "the procedure closes between draft and submission",
    **{(counted, 429): "six hundred in an hour"
       for counted in ("beginDraftUpload", "beginSupplementUpload")},
    **{(shown, 422): "interrupted between the last piece and the look at it"
       for shown in ("showDraftUpload", "showSupplementUpload")},
    ("takeStoredPaper", 403): "a mandate that ended: tests/api/papers_test.cpp",
    ("takeStoredPaper", 413): "a paper that takes less than the one it was given for",
    ("listStoredPapers", 403): "a mandate that ended: tests/api/papers_test.cpp",
    **{(n, 429): "tests/api/accounts_test.cpp" for n in ("createDraft", "createAccount")},
    **{(guarded, 429): "wrong guesses are counted as at signing in"
       for guarded in ("giveMandate", "changePassword", "setUpFactor", "setUpOfficerFactor",
                       "dropFactor")},
    ("signInThrough", 303): "the demonstration has no provider: tests/identity",
    ("verifyPaper", 429): "sixty in a quarter of an hour: tests/api/results_test.cpp",
    **{(mailed, status): "this office sends no mail: tests/notices, tests/api"
       for mailed, status in (("sendAddressProof", 204), ("confirmAddress", 204),
                              ("forgetPassword", 202), ("forgetPassword", 429),
                              ("resetPassword", 204), ("resetPassword", 401),
                              ("resetPassword", 409))},
    **{(guarded, 429): "wrong tokens are counted: tests/api/address_proofs_test.cpp"
       for guarded in ("confirmAddress", "resetPassword")},
    **{(passkey, status): "needs an authenticator: tests/api/passkeys_test.cpp, web/journeys"
       for who in ("Citizen", "Officer")
       for passkey, status in ((f"add{who}Passkey", 201), (f"add{who}Passkey", 409),
                               (f"rename{who}Passkey", 200), (f"drop{who}Passkey", 204),
                               (f"begin{who}Passkey", 409), (f"begin{who}Passkey", 429),
                               (f"begin{who}PasskeySignIn", 409),
                               (f"signIn{who}ByPasskey", 200), (f"signIn{who}ByPasskey", 429))},
    **{(kept, 429): "counted: tests/api" for kept in ("bookAppointment", "replyToArticle")},
    **{(shown, 200): "needs a trip that is over: tests/api/travel_test.cpp"
       for shown in ("getPassportSlip", "getTravelPerson")},
    **{("judgeNamesakes", status): "needs two trips: tests/api/travel_test.cpp"
       for status in (201, 409)},
    ("getTravelPerson", 422): "needs two trips: tests/api/travel_test.cpp",
    **{(sent, 429): "thirty in an hour, and wrong guesses: tests/api/petitions_test.cpp" for sent
       in ("sendPetition", "sendPetitionAboutDossier", "sendPetitionAgain", "openPetition")},
}


class Bodies(unittest.TestCase):
    """Requests that break the contract are refused with a code, and change nothing."""

    def with_bodies(self):
        return [o for o in CONTRACT.operations if o.body]

    def refused(self, operation, body, headers, status):
        sent = {**SCENE.headers(operation), **headers}
        answer = SCENE.asker(operation).ask(
            operation.method, SCENE.path(operation) + SCENE.query(operation), body, sent)
        self.assertIn(answer.status, status, answer)
        self.assertTrue(answer.code, answer)
        return answer

    def test_every_broken_body_is_refused(self):
        tried = 0
        for operation in CONTRACT.operations:
            schema = operation.body_schema()
            for what, body in broken_bodies(schema, GOOD_BODIES[operation.name]) if schema else ():
                with self.subTest(operation=operation.name, what=what):
                    written = json.dumps(body, ensure_ascii=False).encode()
                    answer = self.refused(operation, written,
                                          {"Content-Type": "application/json"}, {422})
                    if operation.name != "importDesignDraft":  # a file is refused as a whole
                        self.assertTrue(answer.json()["errors"], answer)
                    tried += 1
        self.assertGreater(tried, 300)

    def test_what_is_no_json_is_told_with_its_line(self):
        json_header = {"Content-Type": "application/json"}
        broken = (b"", b"{", b'{"a":1,}', b'{"a":1}x', b'{"a":1,"a":2}', b'{"a":"\xff"}',
                  b"[" * 100 + b"]" * 100, b'{"a":1e999}', b"\x00")
        for operation in filter(lambda o: o.body_schema(), CONTRACT.operations):
            for body in broken:
                with self.subTest(operation=operation.name, body=body[:20]):
                    answer = self.refused(operation, body, json_header, {400})
                    self.assertEqual(answer.code, "malformed-json")
                    self.assertIn("line 1", answer.json()["title"])

    def test_another_kind_of_content_is_refused(self):
        for operation in CONTRACT.operations:
            if operation.method in ("POST", "PUT", "PATCH"):
                with self.subTest(operation=operation.name):
                    self.refused(operation, b"a=b", {"Content-Type": "text/plain"}, {415})

    def test_what_is_too_large_is_refused(self):
        for operation in self.with_bodies():
            kind = next(iter(operation.body["content"]))
            is_file = not operation.body_schema() and kind != "application/x-www-form-urlencoded"
            most = 9_000_000 if operation.name in LARGE else (20 << 20) if is_file else 256 << 10
            body = b" " * (most + 1)
            with self.subTest(operation=operation.name):
                answer = self.refused(operation, body, {"Content-Type": kind}, {413})
                self.assertEqual(answer.code, "too-large")

    def test_a_file_that_is_not_what_it_says_is_refused(self):
        for body in (b"MZ\x90\x00", b"<html>", b"", b"%PD"):
            answer = intake.upload(SCENE.citizen, f"/api/drafts/{SCENE.draft}/files", body=body)
            self.assertEqual(answer.status, 415, answer)
        kept = SCENE.citizen.ask("GET", f"/api/drafts/{SCENE.draft}").json()
        self.assertEqual(kept["files"], [])


class Parameters(unittest.TestCase):
    def test_wrong_values_in_the_query_are_refused(self):
        for operation in CONTRACT.operations:
            for parameter in operation.parameters:
                if parameter["in"] == "query":
                    self.wrong_values_of(operation, parameter)

    def wrong_values_of(self, operation, parameter):
        name, schema = parameter["name"], parameter["schema"]
        for what, value in wrong_values(schema):
            is_text = isinstance(value, str) and what != "string for integer"
            if not is_text and schema.get("type") != "integer" or value in (None, [], {}, True):
                continue
            with self.subTest(operation=operation.name, parameter=name, what=what):
                address = SCENE.path(operation) + SCENE.query(operation, {name: value})
                answer = SCENE.asker(operation).ask(
                    operation.method, address.replace("đ", "%C4%91"),
                    intake.PDF if operation.body else None,
                    {"Content-Type": "application/pdf"} if operation.body else {})
                self.assertIn(answer.status, (404, 422), answer)

    def test_headers_the_contract_requires_are_required(self):
        for operation in CONTRACT.operations:
            if operation.pattern.endswith(("/uploads", "/{upload}")):
                continue  # tus has its own words for it: tests/uploads
            needed = {p["name"] for p in operation.parameters
                      if p["in"] == "header" and p.get("required")}
            for name in needed | ({"X-CSRF-Token"} if "csrf" in operation.security else set()):
                with self.subTest(operation=operation.name, header=name):
                    self.without_header(operation, name)

    def without_header(self, operation, name):
        headers = {**SCENE.headers(operation), name: None}
        answer = SCENE.asker(operation).ask(
            operation.method, SCENE.path(operation), GOOD_BODIES.get(operation.name), headers)
        expected = "csrf-mismatch" if name == "X-CSRF-Token" else "header-missing"
        self.assertEqual(answer.code, expected, answer)

    def test_a_wrong_csrf_token_is_refused(self):
        for operation in CONTRACT.operations:
            if "csrf" in operation.security:
                answer = SCENE.asker(operation).ask(
                    operation.method, SCENE.path(operation), GOOD_BODIES.get(operation.name),
                    {**SCENE.headers(operation), "X-CSRF-Token": SCENE.specialist.csrf})
                self.assertEqual((answer.status, answer.code), (403, "csrf-mismatch"))

    def test_who_is_not_signed_in_sees_nothing(self):
        for operation in CONTRACT.operations:
            with self.subTest(operation=operation.name):
                if "officer" in operation.security:
                    self.asked_by_stranger(operation, "sign-in-needed")
                if "citizen" in operation.security:
                    self.asked_by_stranger(operation, "sign-in-needed")
                if "applicant" in operation.security:
                    self.asked_by_stranger(operation, "tracking-not-found")

    def asked_by_stranger(self, operation, code):
        is_file = operation.body and not operation.body_schema()
        headers = SCENE.headers(operation)
        if is_file:
            headers["Content-Type"] = next(iter(operation.body["content"]))
        answer = SCENE.stranger.ask(
            operation.method, SCENE.path(operation) + SCENE.query(operation),
            intake.PDF if is_file else GOOD_BODIES.get(operation.name), headers)
        self.assertEqual(answer.code, code, answer)


class Citizens(unittest.TestCase):
    def test_the_office_and_its_procedures(self):
        ask = SCENE.citizen.ask
        self.assertEqual(ask("GET", "/api/office").json()["demo"], True)
        self.assertEqual(ask("GET", "/api/health").json()["status"], "ok")
        self.assertTrue(ask("GET", "/api/procedures?q=cong+tac").json()["items"])
        for procedure in ask("GET", "/api/procedures").json()["items"]:
            self.assertEqual(ask("GET", f"/api/procedures/{procedure['id']}").status, 200)
        self.assertEqual(ask("GET", "/api/procedures/no-such").status, 404)
        guide = ask("GET", "/api/guide").json()
        ends = [answer["procedure"]["id"] for question in guide["questions"]
                for answer in question["answers"] if "procedure" in answer]
        self.assertIn("abtc", ends)

    def test_a_promise_before_applying(self):
        promise = "/api/procedures/official-travel/promise"
        ask = SCENE.citizen.ask
        self.assertEqual(ask("GET", f"{promise}?case=standard&channel=online").status, 200)
        self.assertEqual(ask("GET", f"{promise}?received=2017-04-28T15:30").status, 200)
        self.assertEqual(ask("GET", f"{promise}?case=no-such").status, 404)
        for moment in ("2017-02-31T09:00", "2017-02-29T09:00", "2017-04-12T24:00", "soon"):
            self.assertEqual(ask("GET", f"{promise}?received={moment}").status, 422)
        undecreed = ask("GET", f"{promise}?received=2031-01-06T09:00")
        self.assertEqual((undecreed.status, undecreed.code), (409, "calendar-has-no-data"))
        # For foreigners' visas nothing comes by that channel.
        answers = {ask("GET", f"/api/procedures/{p['id']}/promise?channel=online").status
                   for p in ask("GET", "/api/procedures").json()["items"]}
        self.assertLessEqual(answers, {200, 404, 409})

    def test_a_draft_from_beginning_to_end(self):
        ask = SCENE.citizen.ask
        draft = f"/api/drafts/{intake.filled_draft(SCENE.citizen)}"
        self.assertEqual(intake.upload(SCENE.citizen, f"{draft}/files", "no-such").status, 422)
        file = ask("GET", draft).json()["files"][0]["id"]
        self.assertTrue(ask("POST", f"{draft}/check").json()["complete"])
        self.assertEqual(ask("DELETE", f"{draft}/files/{file}").status, 204)
        self.assertFalse(ask("POST", f"{draft}/check").json()["complete"])
        incomplete = ask("POST", f"{draft}/submission", headers=intake.key())
        self.assertEqual((incomplete.status, incomplete.code), (422, "paper-missing"))
        self.assertEqual(ask("DELETE", draft).status, 204)
        for method, path, body in (
                ("GET", draft, None), ("PUT", draft, {"answers": {}}), ("DELETE", draft, None),
                ("POST", f"{draft}/check", None), ("DELETE", f"{draft}/files/{file}", None)):
            self.assertEqual(ask(method, path, body).status, 404)
        self.assertEqual(ask("POST", f"{draft}/submission", headers=intake.key()).status, 404)
        self.assertEqual(intake.upload(SCENE.citizen, f"{draft}/files").status, 404)

    def test_a_draft_that_was_sent_stays_as_it_was(self):
        ask = SCENE.citizen.ask
        draft = intake.filled_draft(SCENE.citizen)
        first = SCENE.submit(draft)
        self.assertEqual(SCENE.submit(draft)["code"], first["code"])
        path = f"/api/drafts/{draft}"
        self.assertEqual(ask("PUT", path, {"answers": {}}).code, "draft-already-sent")
        self.assertEqual(ask("DELETE", path).status, 409)
        self.assertEqual(ask("DELETE", f"{path}/files/x").status, 409)
        self.assertEqual(intake.upload(SCENE.citizen, f"{path}/files").status, 409)

    def test_a_procedure_that_takes_no_applications(self):
        ask = SCENE.citizen.ask
        closed = [p["id"] for p in ask("GET", "/api/procedures").json()["items"] if not p["open"]]
        self.assertEqual(ask("POST", "/api/drafts", {"procedure": closed[0]}).status, 409)
        self.assertEqual(ask("POST", "/api/drafts", {"procedure": "no-such"}).status, 404)

    def test_answers_with_days_that_do_not_exist(self):
        draft = intake.filled_draft(SCENE.citizen)
        for day in ("2017-02-31", "2017-02-29", "2017-13-01", "31/02/2017"):
            answers = {**intake.ANSWERS, "trip": {**intake.ANSWERS["trip"], "from": day}}
            SCENE.citizen.ask("PUT", f"/api/drafts/{draft}", {"answers": answers})
            refused = SCENE.citizen.ask("POST", f"/api/drafts/{draft}/submission",
                                        headers=intake.key())
            self.assertEqual(refused.status, 422)
            self.assertEqual([e["path"] for e in refused.json()["errors"]], ["/trip/from"])

    def test_following_a_dossier(self):
        ask = SCENE.citizen.ask
        path = f"/api/tracking/{SCENE.code}"
        self.assertEqual(ask("GET", path).json()["code"], SCENE.code)
        self.assertEqual(ask("GET", f"{path}/slips/receipt").body[:5], b"%PDF-")
        self.assertEqual(ask("GET", f"{path}/slips/refusal").status, 404)
        self.assertEqual(intake.upload(SCENE.citizen, f"{path}/files").code, "no-supplement-asked")
        nothing_asked = ask("POST", f"{path}/acts/supplement", {}, intake.key())
        self.assertEqual(nothing_asked.status, 409)
        self.assertEqual(ask("POST", f"{path}/acts/approve", {}, intake.key()).status, 409)

    def test_a_supplement_and_a_withdrawal(self):
        ask = SCENE.citizen.ask
        path = f"/api/tracking/{SCENE.code}"
        asked = intake.act(SCENE.reception, SCENE.code, "request-supplement",
                           {"items": [{"paper": "invitation", "what": "Bản dịch"}],
                            "document": "12/YCBS"})
        self.assertEqual(asked.status, 200, asked)
        file = intake.upload(SCENE.citizen, f"{path}/files", "invitation").json()["id"]
        self.assertEqual(intake.upload(SCENE.citizen, f"{path}/files", "no-such").status, 422)
        forged = ask("POST", f"{path}/acts/supplement", {"files": ["no-such"]}, intake.key())
        self.assertEqual(forged.status, 422)
        done = ask("POST", f"{path}/acts/supplement", {"files": [file]}, intake.key())
        self.assertEqual(done.status, 200)
        withdrawn = ask("POST", f"{path}/acts/withdraw", {"reason": "Không đi nữa"}, intake.key())
        self.assertEqual(withdrawn.json()["may"], ["rate"])

    def test_guessing_is_slowed_down(self):
        wrong = {"code": "000.00.00.H26-170412-9999", "secret": "AAAAAAAAAA"}
        answers = [SCENE.stranger.ask("POST", "/api/tracking", wrong) for _ in range(21)]
        self.assertEqual([a.code for a in answers[:20]], ["tracking-not-found"] * 20)
        self.assertEqual(answers[20].code, "too-many-attempts")
        self.assertGreater(int(answers[20].headers["retry-after"]), 0)
        # Neither the others of this address nor those who guess at nothing are locked out.
        right = {"code": SCENE.code, "secret": SCENE.secret}
        self.assertEqual(SCENE.stranger.ask("POST", "/api/tracking", right).status, 200)
        SCENE.stranger.cookies.clear()


class PlainPages(unittest.TestCase):
    """For browsers without scripts: the same answers as HTML."""

    def look_up(self, code, secret):
        return SCENE.stranger.ask(
            "POST", "/ban-don-gian/tra-cuu/?lang=en", f"code={code}&secret={secret}".encode(),
            {"Content-Type": "application/x-www-form-urlencoded"})

    def test_show_procedures_and_one_dossier(self):
        ask = SCENE.stranger.ask
        self.assertEqual(ask("GET", "/ban-don-gian/").status, 200)
        self.assertEqual(ask("GET", "/ban-don-gian/thu-tuc/official-travel/").status, 200)
        self.assertEqual(ask("GET", "/ban-don-gian/thu-tuc/no-such/").status, 404)
        for chosen, leads_to in (("", b"da-chon=go-abroad"),
                                 ("go-abroad", b"da-chon=go-abroad.official"),
                                 ("go-abroad.official", b"/ban-don-gian/thu-tuc/official-travel/")):
            page = ask("GET", f"/ban-don-gian/chon/?da-chon={chosen}")
            self.assertIn(leads_to, page.body)
        for nowhere in ("x", "go-abroad.x", "go-abroad.official.x"):
            self.assertEqual(ask("GET", f"/ban-don-gian/chon/?da-chon={nowhere}").status, 404)
        figures = ask("GET", "/ban-don-gian/so-lieu/?lang=en")
        self.assertIn(b"/api/open-figures/2017-Q1/csv", figures.body)
        self.assertEqual(ask("GET", "/ban-don-gian/so-lieu/?ky=2017-Q2").status, 404)
        self.assertIn(SCENE.code.encode(), self.look_up(SCENE.code, SCENE.secret).body)

    def verify(self, number, code):
        return SCENE.stranger.ask(
            "POST", "/ban-don-gian/xac-minh/?lang=en", f"so={number}&ma={code}".encode(),
            {"Content-Type": "application/x-www-form-urlencoded"})

    def test_check_a_result(self):
        form = SCENE.stranger.ask("GET", "/ban-don-gian/xac-minh/?so=7%2FSNgV-LS&ma=ABCDE")
        self.assertIn(b"7/SNgV-LS", form.body)
        director = JUDGE.officer(SCENE.office, "giamdoc")
        code = result.receive(SCENE.reception)["code"]
        result.decide(SCENE.reception, SCENE.specialist, director, code)
        result.issue(director, code, origin="composed", passphrase=result.PASSPHRASE)
        told = result.issued(director, code)
        sha256 = told["issued"][0]["file"]["sha256"]
        paper = director.ask("GET", f"/api/dossiers/{code}/result-papers/{sha256}").body
        found = self.verify(told["document"], result.code_on(paper))
        self.assertEqual(found.status, 200)
        self.assertIn(told["document"].encode(), found.body)

    def test_count_guesses_at_results_too(self):
        answers = [self.verify("7777/none", "AAAAAAAAAA") for _ in range(21)]
        self.assertEqual({a.status for a in answers[:20]}, {404})
        self.assertEqual(answers[20].status, 429)

    def test_count_guesses_as_the_others_do(self):
        answers = [self.look_up("000.00.00.H26-170412-8888", "AAAAAAAAAA") for _ in range(21)]
        self.assertEqual({a.status for a in answers[:20]}, {404})
        self.assertEqual(answers[20].status, 429)
        self.assertIn("retry-after", answers[20].headers)


class Officers(unittest.TestCase):
    def test_signing_in_and_out(self):
        visitor = JUDGE.visitor(SCENE.office)
        self.assertEqual(visitor.sign_in("minh", "wrong").code, "sign-in-failed")
        self.assertEqual(visitor.sign_in("no-such", "wrong").code, "sign-in-failed")
        self.assertEqual(visitor.sign_in("minh").status, 200)
        self.assertEqual(visitor.ask("GET", "/api/session").status, 200)
        cookies = dict(visitor.cookies)
        self.assertEqual(visitor.ask("DELETE", "/api/session").status, 204)
        visitor.cookies = cookies
        self.assertEqual(visitor.ask("GET", "/api/session").status, 401)
        answers = [visitor.sign_in("giamsat", "wrong") for _ in range(21)]
        self.assertEqual(answers[20].status, 429)
        self.assertIn("retry-after", answers[20].headers)
        self.assertEqual(visitor.sign_in("giamdoc").status, 200)

    def test_a_dossier_from_the_counter_to_its_result(self):
        received = intake.receive(SCENE.reception, actual_at="2017-04-11T15:00",
                                  actual_reason="Để lại quầy chiều hôm trước")
        self.assertEqual(received.status, 201, received)
        code = received.json()["code"]
        handed_over = intake.act(SCENE.reception, code, "hand-over",
                                 {"actual_at": "2017-04-11T16:00", "note": "Chuyển chiều qua"})
        self.assertEqual(handed_over.status, 200, handed_over)
        self.assertEqual(intake.act(SCENE.specialist, code, "take", {}).status, 200)
        self.assertEqual(intake.act(SCENE.specialist, code, "propose", {}).status, 200)
        again = intake.act(SCENE.specialist, code, "propose", {})
        self.assertEqual(again.status, 409, again)
        for path in ("", "/journal", "/slips/receipt", "/slips/control"):
            self.assertEqual(SCENE.reception.ask("GET", f"/api/dossiers/{code}{path}").status, 200)
        for path in ("/slips/apology", "/files/no-such"):
            self.assertEqual(SCENE.reception.ask("GET", f"/api/dossiers/{code}{path}").status, 404)
        for path in ("", "/journal", "/slips/receipt"):
            self.assertEqual(SCENE.reception.ask("GET", f"/api/dossiers/none{path}").status, 404)

    def test_acts_that_are_refused(self):
        code = intake.receive(SCENE.reception).json()["code"]
        not_his = intake.act(SCENE.specialist, code, "hand-over", {})
        self.assertEqual(not_his.status, 403)
        unknown = intake.act(SCENE.reception, code, "fly", {})
        self.assertEqual(unknown.code, "act-unknown")
        stale = intake.act(SCENE.reception, code, "hand-over", {}, {"If-Match": '"7"'})
        self.assertEqual((stale.status, stale.json()["version"]), (412, 1))
        nowhere = SCENE.reception.ask("POST", "/api/dossiers/none/acts/hand-over", {},
                                      {"If-Match": '"1"', **intake.key()})
        self.assertEqual(nowhere.status, 404)

    def test_looking_before_acting(self):
        code = intake.receive(SCENE.reception).json()["code"]
        ask = SCENE.reception.ask
        path = f"/api/dossiers/{code}/acts"
        seen = ask("POST", f"{path}/withdraw/preview", {"reason": "Không đi nữa"})
        self.assertEqual((seen.status, seen.json()["slip"]), (200, "stop-notice"))
        self.assertEqual(ask("GET", f"/api/dossiers/{code}").headers["etag"], '"1"')
        self.assertEqual(ask("POST", f"{path}/resume/preview", {}).status, 403)
        self.assertEqual(ask("POST", f"{path}/supplement/preview", {}).status, 409)
        self.assertEqual(ask("POST", "/api/dossiers/none/acts/take/preview", {}).status, 404)

    def test_receiving_what_cannot_be_received(self):
        closed = intake.receive(SCENE.reception, procedure="private-travel", case="")
        self.assertIn(closed.status, (409, 422), closed)
        self.assertEqual(intake.receive(SCENE.reception, procedure="no-such").status, 404)
        self.assertEqual(intake.receive(SCENE.specialist).status, 403)

    def test_a_request_key_used_for_something_else(self):
        key = intake.key()
        ask = SCENE.reception.ask
        first = ask("POST", "/api/counter/dossiers", intake.COUNTER, key)
        again = ask("POST", "/api/counter/dossiers", intake.COUNTER, key)
        self.assertEqual(first.json()["code"], again.json()["code"])
        other = ask("POST", "/api/counter/dossiers", {**intake.COUNTER, "summary": "x"}, key)
        self.assertEqual((other.status, other.code), (409, "request-key-reused"))

    def test_files_of_a_dossier(self):
        ask = SCENE.reception.ask
        papers = ask("GET", f"/api/dossiers/{SCENE.code}").json()["papers"]
        file = next(file["id"] for paper in papers for file in paper["files"])
        path = f"/api/dossiers/{SCENE.code}/files/{file}"
        self.assertEqual(ask("GET", path).body, intake.PDF)
        self.assertEqual(ask("GET", path, headers={"Range": "bytes=0-3"}).body, intake.PDF[:4])
        self.assertEqual(ask("GET", path, headers={"Range": "bytes=9999-"}).status, 416)
        self.assertEqual(ask("GET", path + "/signatures").json()["signatures"], [])
        shown = ask("GET", path).headers
        self.assertIn("default-src 'none'", shown["content-security-policy"])

    def test_lists_and_the_register(self):
        ask = SCENE.reception.ask
        page = ask("GET", "/api/dossiers?view=all&size=5&sort=code").json()
        self.assertEqual(len(page["items"]), 5)
        self.assertEqual(ask("GET", "/api/dossiers?view=all&page=999999").json()["items"], [])
        self.assertEqual(ask("GET", "/api/register?from=2017-04-01&to=2017-04-30").status, 200)
        for days in ("from=2017-02-29&to=2017-04-30", "from=2017-04-02&to=2017-04-01", ""):
            self.assertEqual(ask("GET", f"/api/register?{days}").status, 422)

    def test_figures(self):
        leader = JUDGE.officer(SCENE.office, "giamdoc").ask
        figures = leader("GET", "/api/figures?period=2017-Q1").json()
        cell = figures["official"]["total"]["columns"][0]["cell"]
        cells = f"/api/figures/dossiers?period=2017-Q1&cell={cell}"
        self.assertTrue(leader("GET", cells).json()["items"])
        for path in ("?period=2017-Q9", "/dossiers?period=2017-Q9&cell=x",
                     "/export?period=2017-Q9&format=pdf"):
            self.assertEqual(leader("GET", f"/api/figures{path}").status, 404)


class RealOffices(unittest.TestCase):
    def test_have_no_demonstration_clock(self):
        real = office.Office(OPTIONS.program, command="serve")
        self.addCleanup(real.__exit__)
        self.assertEqual(real.run("init").returncode, 0)
        real.start()
        visitor = JUDGE.visitor(real)
        self.assertEqual(visitor.ask("GET", "/api/demo/clock").status, 404)
        self.assertEqual(visitor.ask("POST", "/api/demo/clock", {"minutes": 1}).status, 404)
        self.assertEqual(visitor.ask("GET", "/api/office").json()["officers"], [])

    def test_the_clock_of_the_demonstration(self):
        ask = SCENE.citizen.ask
        before = ask("GET", "/api/demo/clock").json()["now"]
        after = ask("POST", "/api/demo/clock", {"minutes": 60}).json()["now"]
        self.assertGreater(after, before)


class LiveUpdates(unittest.TestCase):
    def listen(self):
        """A stream of events, read line by line."""
        wire = socket.create_connection(("127.0.0.1", SCENE.office.port), timeout=60)
        cookie = "; ".join(f"{n}={v}" for n, v in SCENE.reception.cookies.items())
        wire.sendall(f"GET /api/events HTTP/1.1\r\nHost: x\r\nCookie: {cookie}\r\n\r\n".encode())
        lines = wire.makefile("rb")
        head = [line.strip().lower() for line in iter(lines.readline, b"\r\n")]
        self.assertEqual(head[0].split()[1], b"200")
        self.assertIn(b"content-type: text/event-stream", head)
        JUDGE.seen.add(("streamEvents", 200))
        return wire, lines

    def next_told(self, lines, code):
        return next(line for line in lines if line.startswith(b"data:") and code in line)

    def test_an_act_is_told_and_a_new_stream_goes_on(self):
        for _ in range(2):  # a browser that reconnects gets what happens from then on
            wire, lines = self.listen()
            code = intake.receive(SCENE.reception).json()["code"].encode()
            self.assertIn(b'"version":1', self.next_told(lines, code))
            lines.close()
            wire.close()


class Routes(unittest.TestCase):
    def test_are_those_of_the_contract(self):
        listed = subprocess.run([OPTIONS.routes], capture_output=True, text=True, check=True,
                                timeout=office.ANSWER_SECONDS).stdout.split("\n")
        served = {line for line in listed if line}
        self.assertEqual(served - CONTRACT.routes(), set(), "served, but not in the contract")
        self.assertEqual(CONTRACT.routes() - served, set(), "in the contract, but not served")


class WholeContract(unittest.TestCase):  # the last by name: after all the others have asked
    def test_every_documented_status_was_seen(self):
        documented = {(o.name, status) for o in CONTRACT.operations for status in o.statuses()}
        missing = documented - JUDGE.seen - set(NOT_REACHED)
        self.assertEqual(missing, set())


if __name__ == "__main__":
    unittest.main(argv=REST)
