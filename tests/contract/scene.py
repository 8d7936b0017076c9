"""The one office every test of the contract asks, and what it is asked with."""
import atexit
import os

import account
import design
import intake
import office
from contract import Contract
from judge import Judge

OPTIONS, REST = office.command_line("contract_test.py")
SOURCE = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
with open(os.path.join(SOURCE, "api", "openapi.yaml"), encoding="utf-8") as file:
    CONTRACT = Contract(file.read())
JUDGE = Judge(CONTRACT)

GOOD_BODIES = {
    "createDraft": {"procedure": "official-travel"},
    "saveDraft": {"answers": {}},
    "takeStoredPaper": {"source": "none", "file": "none", "paper": "invitation"},
    "openTracking": {"code": "000.00.00.H26-170412-0001", "secret": "AAAAAAAAAA"},
    "actAsApplicant": {"reason": "Không đi nữa"},
    "checkSupplement": {"answers": {"leader": {"party_managed": True}}},
    "signIn": {"username": "lan", "password": "wrong"},
    "receiveAtCounter": intake.COUNTER,
    "act": {"note": "Đủ"},
    "previewAct": {"note": "Đủ"},
    "issueResult": {"origin": "composed", "passphrase": "not it"},
    "setUpOfficerFactor": {"enrolment": "x", "code": "000000"},
    "createAccount": {"name": "Lan", "email": "lan@example.org", "password": "short"},
    "saveAccount": {"name": "Mai"},
    "signInCitizen": {"email": "nobody@example.org", "password": "wrong"},
    "changePassword": {"old": "wrong", "new": "another-password"},
    **{f"{act}{who}Passkey": body for who in ("Citizen", "Officer") for act, body in (
        ("add", {"name": "Máy", "client_data": "e30", "authenticator_data": "AA"}),
        ("begin", {"password": "wrong"}), ("rename", {"name": "Máy"}))},
    **{f"signIn{who}ByPasskey": {"id": "AA", "client_data": "e30", "authenticator_data": "AA",
                                 "signature": "AA"} for who in ("Citizen", "Officer")},
    "takeDraft": {"draft": "no-such-draft"},
    "confirmAddress": {"token": "nobody's"},
    "forgetPassword": {"email": "nobody@example.org"},
    "resetPassword": {"token": "nobody's", "password": "another-password"},
    "setUpFactor": {"enrolment": "x", "code": "000000"},
    "dropFactor": {"code": "000000"},
    "addOrganisation": {"name": "Công ty Sông Hồng"},
    "saveOrganisation": {"name": "Công ty Sông Hồng"},
    "giveMandate": {"principal": "x", "representative": "nobody@example.org"},
    "verifyByNumber": {"number": "9999/none", "code": "AAAAAAAAAA"},
    "bookAppointment": {"at": "2017-04-21T09:00", "purpose": "advice", "name": "An",
                        "email": "scene@example.org"},
    "openAppointment": {"code": "LH-AAAAAAAA", "secret": "wrong"},
    "moveAppointment": {"code": "LH-AAAAAAAA", "secret": "wrong", "at": "2017-04-20T09:00"},
    "cancelAppointment": {"code": "LH-AAAAAAAA", "secret": "wrong"},
    "getAppointmentFile": {"code": "LH-AAAAAAAA", "secret": "wrong"},
    "markAppointment": {"state": "arrived"},
    "moveAppointmentByOfficer": {"at": "2017-04-20T09:00", "reason": "x"},
    "replyToArticle": {"name": "An", "email": "scene@example.org", "text": "Hỏi"},
    "writeArticle": {"kind": "news", "title": {"vi": "Tin"}},
    "editArticle": {"kind": "news", "title": {"vi": "Tin"}, "revision": 0},
    "judgeReply": {"state": "published"},
    "advanceDemoClock": {"minutes": 1},
    **{sent: {"kind": "burden", "text": "Phải nộp năm bộ giấy"}
       for sent in ("sendPetition", "sendPetitionAboutDossier", "sendPetitionAgain")},
    "openPetition": {"code": "PA-170412-9999", "secret": "AAAAAAAAAA"},
    "actAsSender": {"reason": "Không cần nữa"},
    "actOnPetition": {"reason": "Không thuộc thẩm quyền"},
    **design.GOOD_BODIES,
    "setSubstitution": {"absent": "giamdoc", "substitute": "binh", "from": "2037-04-12",
                        "until": "2037-04-14", "paper": "5/QĐ-NV", "reason": "Đi công tác"},
    "openTravel": {"what": "passport", "number": "D0000777", "kind": "official", "name": "An",
                   "expires": "2021-01-01"},
    "actOnTravel": {"on": "2017-04-12", "reason": "Rơi"},
    "judgeNamesakes": {"one": "x", "other": "y", "same": True, "reason": "Đã xem"},
    "chooseDigest": {"digest": "wanted"},
    "putNoticeTemplate": {"subject": "Hồ sơ {code}", "body": "Kính gửi {applicant}", "text": "x"},
    "previewNoticeTemplate": {"subject": "Hồ sơ {code}", "body": "Chào", "text": "{promise}"},
}


class Scene:
    """One office with what the tests ask about: a draft, dossiers, signed-in people."""

    def __init__(self):
        self.office = office.Office(OPTIONS.program)
        self.office.start()
        self.citizen = JUDGE.visitor(self.office)
        self.stranger = JUDGE.visitor(self.office)
        self.reception = JUDGE.officer(self.office, "lan")
        self.editor = JUDGE.officer(self.office, "thu")
        self.specialist = JUDGE.officer(self.office, "binh")
        self.designer = JUDGE.officer(self.office, "minh")
        self.design = design.begin(self.designer, "thu-tuc-thu").json()["id"]
        self.holder = account.create(JUDGE.visitor(self.office), "mai@example.org")
        self.draft = intake.new_draft(self.citizen)
        sent = self.submit(intake.filled_draft(self.citizen))
        self.code, self.secret = sent["code"], sent["secret"]
        opened = self.citizen.ask("POST", "/api/tracking",
                                  {"code": self.code, "secret": self.secret})
        assert opened.status == 200, opened
        told = self.citizen.ask("POST", "/api/petitions", GOOD_BODIES["sendPetition"],
                                intake.key()).json()
        self.petition = told["code"]
        opened = self.citizen.ask("POST", "/api/petition-tracking",
                                  {"code": told["code"], "secret": told["secret"]})
        assert opened.status == 200, opened

    def submit(self, draft):
        answer = self.citizen.ask("POST", f"/api/drafts/{draft}/submission", headers=intake.key())
        assert answer.status == 201, answer
        return answer.json()

    def path(self, operation):
        values = {"procedure": "official-travel", "draft": self.draft, "file": "no-such-file",
                  "language": "en", "sha256": "0" * 64, "upload": "no-such-upload",
                  "provider": "no-such-provider", "quarter": "2017-Q1", "party": "no-such-party",
                  "appointment": "no-such-appointment", "article": "no-such-article",
                  "reply": "no-such-reply", "day": "2017-04-21",
                  "substitution": "no-such-substitution", "mandate": "no-such-mandate",
                  "passkey": "no-such-passkey",
                  "code": self.code, "slip": "receipt", "notice": "1", "kind": "received",
                  "act": "withdraw" if operation.name == "actAsApplicant" else "check-paper"}
        if "/petition-" in operation.pattern:
            values["code"] = self.petition
            values["act"] = "withdraw" if operation.name == "actAsSender" else "refuse"
        if operation.pattern.startswith("/api/design"):
            values.update(design.PATH, draft=self.design)
        if "/travel/" in operation.pattern:
            values |= {"act": "report-lost", "record": "1", "person": "no-such-person"}
        return operation.pattern.format(**values)

    def asker(self, operation):
        if "citizen" in operation.security:
            return self.holder
        if operation.pattern.startswith("/api/editing/"):
            return self.editor
        if operation.pattern.startswith("/api/design"):
            return self.designer
        return self.reception if "officer" in operation.security else self.citizen

    def headers(self, operation):
        """Every header the operation needs."""
        needed = {p["name"] for p in operation.parameters if p["in"] == "header"}
        headers = intake.key() if "Idempotency-Key" in needed else {}
        if "If-Match" in needed:
            headers["If-Match"] = '"1"'
        good = {"Tus-Resumable": "1.0.0", "Upload-Length": "9", "Upload-Offset": "0"}
        headers.update({name: value for name, value in good.items() if name in needed})
        return headers

    def query(self, operation, but=()):
        """The query parameters the operation needs, as in ?a=b."""
        good = {"paper": "sending-letter", "name": "a.pdf", "from": "2017-04-01",
                "to": "2017-04-30", "period": "2017-Q1", "cell": "x", "format": "xlsx",
                "group": "all"}
        if operation.pattern.startswith("/api/design"):
            good = design.QUERY
        pairs = {p["name"]: good[p["name"]] for p in operation.parameters
                 if p["in"] == "query" and p.get("required")}
        pairs.update(but)
        return "?" + "&".join(f"{name}={value}" for name, value in pairs.items())


SCENE = Scene()
atexit.register(SCENE.office.__exit__)
