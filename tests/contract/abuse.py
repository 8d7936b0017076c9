"""What people with bad intentions send: script and hidden marks in every text, forms without end.
Other abuse has tests of its own: guessed codes in tests/api/tracking_test.cpp and contract_test.py,
drafts by the thousand in tests/api/accounts_test.cpp, forged notices of payments in tests/payments,
replayed sign-ins in tests/identity, broken HTTP in tests/http."""
import copy
import json
import re
import subprocess
import unittest
from urllib.parse import quote

import intake
from contract import sample
from scene import CONTRACT, GOOD_BODIES, JUDGE, SCENE

SCRIPT = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>"
HIDDEN = "a\u202egpj.exe\u2066b\u200f\u0007\u0000c"
SHOWN_OF_HIDDEN = "agpj.exeb  c"
UNSEEN = re.compile("[\u0000-\u0008\u000b-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def places_of_texts(schema, path=()):
    """Where in a value of this schema a person may write what he likes."""
    kind = schema.get("type", "string")
    if kind == "string" and not {"enum", "const", "format"} & set(schema):
        yield path, schema.get("maxLength", 10_000)
    for name, inner in schema.get("properties", {}).items() if kind == "object" else ():
        yield from places_of_texts(inner, (*path, name))
    if kind == "array":
        yield from places_of_texts(schema["items"], (*path, 0))


def with_text(schema, good, path, text):
    """`good` with the text at that place, and what has to stand beside it."""
    if not path:
        return text
    if path[0] == 0:
        return [with_text(schema["items"], sample(schema["items"]), path[1:], text)]
    inner = schema["properties"][path[0]]
    present = good.get(path[0], sample(inner))
    return {**copy.deepcopy(good), path[0]: with_text(inner, present, path[1:], text)}


def texts_in(value):
    if isinstance(value, str):
        yield value
    for inner in value.values() if isinstance(value, dict) else value \
            if isinstance(value, list) else ():
        yield from texts_in(inner)


class Texts(unittest.TestCase):
    """Every free text is refused with a code, or kept and given back as the text it is."""

    @classmethod
    def setUpClass(cls):
        received = intake.receive(SCENE.reception).json()
        cls.code = received["code"]
        cls.applicant = JUDGE.visitor(SCENE.office)
        cls.applicant.ask("POST", "/api/tracking",
                          {"code": cls.code, "secret": received["secret"]})

    def ask(self, operation, body):
        own = "applicant" in operation.security
        asker = self.applicant if own else SCENE.asker(operation)
        path = SCENE.path(operation).replace(SCENE.code, self.code)
        return asker.ask(operation.method, path, body, SCENE.headers(operation))

    def check_answer(self, answer):
        self.assertLess(answer.status, 500, answer)
        self.assertTrue(answer.code or answer.status < 400, answer)
        self.assertIn(answer.media_type, ("application/json", "application/problem+json", ""))
        self.assertEqual(answer.headers["x-content-type-options"], "nosniff")
        for text in texts_in(answer.json()) if answer.body else ():
            self.assertIsNone(UNSEEN.search(text), answer)

    def test_script_and_hidden_marks_in_every_body(self):
        tried = 0
        for operation in CONTRACT.operations:
            schema = operation.body_schema()
            good = GOOD_BODIES.get(operation.name)
            for path, longest in places_of_texts(schema) if schema else ():
                for text in (SCRIPT[:longest], HIDDEN[:longest]):
                    with self.subTest(operation=operation.name, path=path, text=text):
                        self.check_answer(self.ask(operation, with_text(schema, good, path, text)))
                        tried += 1
        self.assertGreater(tried, 150)

    def test_script_in_every_address(self):
        for operation in CONTRACT.operations:
            if operation.method != "GET" or operation.pattern == "/api/events":
                continue
            for parameter in operation.parameters:
                if parameter["in"] == "header" or "enum" in parameter["schema"]:
                    continue
                with self.subTest(operation=operation.name, parameter=parameter["name"]):
                    self.check_page(self.ask_for(operation, parameter))

    def ask_for(self, operation, parameter):
        script = quote(SCRIPT, safe="")
        if parameter["in"] == "path":
            pattern = operation.pattern.replace("{" + parameter["name"] + "}", script)
            operation = copy.copy(operation)
            operation.pattern = pattern
            return SCENE.asker(operation).ask("GET", SCENE.path(operation))
        query = SCENE.query(operation, {parameter["name"]: script})
        return SCENE.asker(operation).ask("GET", SCENE.path(operation) + query)

    def check_page(self, answer):
        self.assertLess(answer.status, 500, answer)
        self.assertEqual(answer.headers["x-content-type-options"], "nosniff")
        if answer.media_type == "text/html":
            policy = answer.headers["content-security-policy"]
            self.assertIn("default-src 'none'; script-src 'self';", policy)
            self.assertNotIn(b"<script>", answer.body)
            self.assertNotIn(b"<img", answer.body)
        else:
            self.assertNotIn("<script>", answer.headers.get("location", ""))


class HostileApplication(unittest.TestCase):
    """An application whose every text is a script, from the form to the papers."""

    @classmethod
    def setUpClass(cls):
        cls.citizen = JUDGE.visitor(SCENE.office)
        cls.draft = intake.new_draft(cls.citizen)
        answers = copy.deepcopy(intake.ANSWERS)
        answers["unit"].update(name=SCRIPT, address=SCRIPT, letter_number="<b>1</b>")
        answers["contact"]["name"] = SCRIPT
        answers["trip"].update(purpose=HIDDEN, inviting_body=SCRIPT)
        answers["leader"].update(name="Nguyễn \u202eVăn An", post=SCRIPT)
        cls.citizen.ask("PUT", f"/api/drafts/{cls.draft}", {"answers": answers})
        for paper in intake.PAPERS:
            intake.upload(cls.citizen, f"/api/drafts/{cls.draft}/files", paper)
        sent = cls.citizen.ask("POST", f"/api/drafts/{cls.draft}/submission", headers=intake.key())
        assert sent.status == 201, sent
        cls.code, cls.secret = sent.json()["code"], sent.json()["secret"]
        for act, body in (("accept", {"note": SCRIPT}), ("request-supplement", {
                "reason": SCRIPT, "document": "<i>12/YCBS</i>",
                "items": [{"paper": "invitation", "what": SCRIPT}]})):
            done = intake.act(SCENE.reception, cls.code, act, body)
            assert done.status in (200, 409), done

    def test_hidden_marks_are_gone_from_what_is_kept(self):
        kept = SCENE.reception.ask("GET", f"/api/dossiers/{self.code}")
        texts = set(texts_in(kept.json()))
        self.assertIn(SHOWN_OF_HIDDEN, texts)
        self.assertIn("Nguyễn Văn An", texts)
        self.assertIn(SCRIPT, texts)
        self.assertFalse([text for text in texts if UNSEEN.search(text)])

    def test_the_plain_page_shows_script_as_words(self):
        page = SCENE.stranger.ask(
            "POST", "/ban-don-gian/tra-cuu/", f"code={self.code}&secret={self.secret}".encode(),
            {"Content-Type": "application/x-www-form-urlencoded"})
        SCENE.stranger.cookies.clear()
        self.assertEqual(page.status, 200, page)
        self.assertIn(b"&lt;script&gt;alert(1)&lt;/script&gt;", page.body)
        self.assertNotIn(b"<script", page.body)
        self.assertNotIn(b"<img", page.body)

    def test_a_slip_prints_it_as_words(self):
        slip = SCENE.reception.ask("GET", f"/api/dossiers/{self.code}/slips/receipt")
        text = subprocess.run(["pdftotext", "-", "-"], input=slip.body, capture_output=True,
                              check=True, timeout=60).stdout.decode()
        self.assertIn("<script>alert(1)</script>", text)


class FormsWithoutEnd(unittest.TestCase):
    """Answered with what is wrong, in an answer of bounded size."""
    MOST_ERRORS = 150
    MOST_BYTES = 256 << 10         # of a refusal
    MOST_TOLD_AGAIN = 20           # times what was sent: the check tells every answer as a row

    def setUp(self):
        self.citizen = JUDGE.visitor(SCENE.office)
        self.draft = f"/api/drafts/{intake.new_draft(self.citizen)}"

    def judged(self, answers):
        """What the check says of these answers, when they are taken at all."""
        form = {"answers": {**intake.ANSWERS, **answers}}
        saved = self.citizen.ask("PUT", self.draft, form)
        self.assertEqual(saved.status, 200, saved)
        checked = self.citizen.ask("POST", f"{self.draft}/check")
        self.assertEqual(checked.status, 200, checked)
        self.assertFalse(checked.json()["complete"])
        refused = self.citizen.ask("POST", f"{self.draft}/submission", headers=intake.key())
        self.assertEqual((refused.status, refused.code), (422, "input-invalid"))
        for answer in (checked, refused):
            self.assertLessEqual(len(answer.json()["errors"]), self.MOST_ERRORS)
        self.assertLess(len(refused.body), self.MOST_BYTES)
        self.assertLess(len(checked.body), self.MOST_TOLD_AGAIN * len(json.dumps(form)) + 10_000)
        return {error["path"] for error in refused.json()["errors"]}

    def test_names_and_texts_that_are_too_long(self):
        leader = {**intake.ANSWERS["leader"], "name": "A" * 100_000}
        self.assertEqual(self.judged({"leader": leader}), {"/leader/name"})

    def test_a_group_repeated_by_the_thousand(self):
        trip = {**intake.ANSWERS["trip"], "countries": [{"name": "Lào"}] * 5_000}
        self.assertIn("/trip/countries", self.judged({"trip": trip}))
        self.assertTrue(self.judged({"members": [{"name": "A"}] * 5_000}))

    def test_fields_nobody_asked_for(self):
        self.assertTrue(self.judged({f"field_{n}": n for n in range(10_000)}))
        refused = self.citizen.ask("PUT", self.draft,
                                   {"answers": {}, **{f"field_{n}": n for n in range(10_000)}})
        self.assertEqual((refused.status, refused.code), (422, "input-invalid"))
        self.assertLessEqual(len(refused.json()["errors"]), self.MOST_ERRORS)
        self.assertLess(len(refused.body), self.MOST_BYTES)

    def test_answers_inside_answers(self):
        deep = json.loads('{"a":' * 50 + "1" + "}" * 50)
        self.assertTrue(self.judged({"leader": deep}))
        deeper = b'{"answers":' + b'{"a":' * 100 + b"1" + b"}" * 101
        refused = self.citizen.ask("PUT", self.draft, deeper, {"Content-Type": "application/json"})
        self.assertEqual((refused.status, refused.code), (400, "malformed-json"))
