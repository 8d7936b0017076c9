"""Accounts and mandates, every answer held against the contract."""
import unittest

import account
import intake
from scene import JUDGE, SCENE


class Accounts(unittest.TestCase):
    def holder(self, email):
        return account.create(JUDGE.visitor(SCENE.office), email)

    def test_an_account_from_its_making_to_its_sign_out(self):
        minh = self.holder("minh@example.org")
        ask = minh.ask
        taken = ask("POST", "/api/accounts", {"name": "M", "email": "MINH@example.org",
                                              "password": account.PASSWORD})
        self.assertEqual((taken.status, taken.code), (409, "email-taken"))
        saved = ask("PUT", "/api/account", {"name": "Lê Minh", "phone": "0912345678"}).json()
        self.assertEqual(saved["parties"][0]["phone"], "0912345678")
        self.assertEqual(ask("GET", "/api/account").json()["name"], "Lê Minh")
        self.assertEqual(len(ask("GET", "/api/account/sessions").json()["items"]), 1)
        self.assertEqual(ask("DELETE", "/api/account/sessions").status, 204)
        changed = ask("PUT", "/api/account/password",
                      {"old": account.PASSWORD, "new": "a better password"})
        self.assertEqual(changed.status, 204)
        self.assertEqual(ask("DELETE", "/api/account/session").json()["further"], "")
        self.assertEqual(account.sign_in(minh, "minh@example.org").code, "sign-in-failed")
        self.assertEqual(account.sign_in(minh, "minh@example.org", "a better password").status, 200)

    def test_proofs_of_an_address_at_an_office_that_sends_no_mail(self):
        ask = self.holder("proof@example.org").ask
        self.assertEqual(ask("POST", "/api/account/address/proof").code, "mail-not-sent")
        forgotten = ask("POST", "/api/account/password/forgotten", {"email": "proof@example.org"})
        self.assertEqual((forgotten.status, forgotten.code), (409, "mail-not-sent"))
        forged = ask("POST", "/api/account/address/confirmation", {"token": "x" * 62})
        self.assertEqual((forged.status, forged.code), (404, "proof-over"))
        forged = ask("POST", "/api/account/password/reset",
                     {"token": "x" * 62, "password": account.PASSWORD})
        self.assertEqual((forged.status, forged.code), (404, "proof-over"))

    def test_passkeys_without_an_authenticator(self):
        for who, mine, entrance in (
                (SCENE.holder, "/api/account", "/api/account/session/passkey"),
                (JUDGE.officer(SCENE.office, "hoa"), "/api/session", "/api/session/passkey")):
            told = who.ask("POST", f"{mine}/passkeys/challenge", {"password": account.PASSWORD})
            self.assertEqual((told.status, told.json()["rp_id"]), (200, "localhost"), told)
            self.assertEqual(who.ask("GET", f"{mine}/passkeys").json(), {"items": []})
            made = {"name": "Máy", "client_data": "e30", "authenticator_data": "AA"}
            self.assertEqual(who.ask("POST", f"{mine}/passkeys", made).code, "passkey-refused")
            self.assertEqual(who.ask("DELETE", f"{mine}/passkeys/none").status, 404)
            self.assertEqual(who.ask("PUT", f"{mine}/passkeys/none", {"name": "x"}).status, 404)
            browser = JUDGE.visitor(SCENE.office)
            self.assertEqual(browser.ask("POST", f"{entrance}/challenge").status, 200)
            given = {**made, "id": "AA", "signature": "AA"}
            del given["name"]
            self.assertEqual(browser.ask("POST", entrance, given).code, "passkey-refused")

    def test_a_draft_begun_without_an_account_is_taken_in(self):
        stranger = JUDGE.visitor(SCENE.office)
        draft = stranger.ask("POST", "/api/drafts", {"procedure": "official-travel"}).json()["id"]
        holder = self.holder("take@example.org")
        taken = holder.ask("POST", "/api/account/drafts", {"draft": draft})
        self.assertEqual((taken.status, taken.json()["filled_in"]), (200, []))
        other = self.holder("other@example.org")
        self.assertEqual(other.ask("POST", "/api/account/drafts", {"draft": draft}).status, 404)
        refused = holder.ask("POST", "/api/account/drafts", {"draft": intake.new_draft(stranger),
                                                             "party": "nobody"})
        self.assertEqual((refused.status, refused.code), (403, "not-your-party"))
        sent = intake.filled_draft(stranger)
        stranger.ask("POST", f"/api/drafts/{sent}/submission", headers=intake.key())
        late = holder.ask("POST", "/api/account/drafts", {"draft": sent})
        self.assertEqual((late.status, late.code), (409, "draft-already-sent"))

    def test_a_second_factor(self):
        thu = self.holder("thu@example.org")
        told = thu.ask("POST", "/api/account/second-factor").json()
        path = "/api/account/second-factor"
        wrong = thu.ask("PUT", path, {"enrolment": told["enrolment"], "code": "000000"})
        self.assertEqual((wrong.status, wrong.code), (401, "second-factor-wrong"))
        code = account.code_of(told["secret"])
        done = thu.ask("PUT", path, {"enrolment": told["enrolment"], "code": code})
        self.assertEqual(len(done.json()["spare_codes"]), 10)
        self.assertEqual(account.sign_in(thu, "thu@example.org").code, "second-factor-needed")
        spare = done.json()["spare_codes"]
        self.assertEqual(account.sign_in(thu, "thu@example.org", code=spare[0]).status, 200)
        told = thu.ask("POST", path).json()
        anew = {"enrolment": told["enrolment"], "code": account.code_of(told["secret"])}
        self.assertEqual(thu.ask("PUT", path, anew).code, "second-factor-needed")
        self.assertEqual(thu.ask("PUT", path, {**anew, "present": spare[1]}).status, 200)
        code = account.code_of(told["secret"], 1)
        self.assertEqual(thu.ask("POST", f"{path}/removal", {"code": code}).status, 204)
        self.assertEqual(account.sign_in(thu, "thu@example.org").status, 200)

    def test_an_officers_second_factor(self):
        officer = JUDGE.officer(SCENE.office, "giamsat")
        path = "/api/session/second-factor"
        told = officer.ask("POST", path).json()
        body = {"enrolment": told["enrolment"], "code": account.code_of(told["secret"])}
        self.assertEqual(officer.ask("PUT", path, body).status, 200)
        self.assertEqual(officer.ask("GET", "/api/sessions").status, 200)
        self.assertEqual(officer.ask("DELETE", "/api/sessions").status, 204)
        again = JUDGE.visitor(SCENE.office).sign_in("giamsat")
        self.assertEqual((again.status, again.code), (401, "second-factor-needed"))

    def test_an_organisation_and_its_mandates(self):
        chief = self.holder("chief@example.org")
        clerk = self.holder("clerk@example.org")
        company = chief.ask("POST", "/api/account/organisations", {"name": "Công ty X"}).json()
        path = f"/api/account/organisations/{company['id']}"
        self.assertEqual(chief.ask("PUT", path, {"name": "Công ty Y"}).json()["name"], "Công ty Y")
        moved = chief.ask("PUT", path, {"name": "Công ty Y", "address_parts": {
            "province": "Thành phố Hà Nội", "street": "1 Tràng Tiền"}}).json()
        self.assertEqual(moved["address"], "1 Tràng Tiền, Thành phố Hà Nội")
        self.assertEqual(moved["address_parts"]["street"], "1 Tràng Tiền")
        self.assertEqual(chief.ask("PUT", path, {"name": "Công ty Y", "address_parts": {
            "planet": "Hỏa"}}).status, 422)
        self.assertEqual(clerk.ask("PUT", path, {"name": "Của tôi"}).status, 403)
        order = {"principal": company["id"], "representative": "clerk@example.org"}
        given = chief.ask("POST", "/api/account/mandates", order)
        self.assertEqual(given.status, 201, given)
        self.assertEqual(clerk.ask("POST", "/api/account/mandates", order).status, 403)
        over = chief.ask("POST", "/api/account/mandates", {**order, "until": "2016-12-31"})
        self.assertEqual((over.status, over.code), (409, "mandate-over"))
        self.assertEqual(len(clerk.ask("GET", "/api/account/mandates").json()["items"]), 1)
        draft = clerk.ask("POST", "/api/drafts",
                          {"procedure": "official-travel", "party": company["id"]})
        self.assertEqual(draft.json()["answers"]["unit"]["name"], "Công ty Y")
        self.assertEqual(len(clerk.ask("GET", "/api/account/drafts").json()["items"]), 1)
        first = chief.ask("GET", "/api/account/mandates").json()["items"][0]
        orphan = chief.ask("DELETE", f"/api/account/mandates/{first['id']}")
        self.assertEqual((orphan.status, orphan.code), (409, "last-representative"))
        mandate = f"/api/account/mandates/{given.json()['id']}"
        self.assertEqual(chief.ask("DELETE", mandate).json()["in_force"], False)
        self.assertEqual(chief.ask("DELETE", "/api/account/mandates/none").status, 404)
        stranger = JUDGE.visitor(SCENE.office)
        unknown = stranger.ask("POST", "/api/drafts",
                               {"procedure": "official-travel", "party": company["id"]})
        self.assertEqual(unknown.status, 401)
        revoked = clerk.ask("POST", "/api/drafts",
                            {"procedure": "official-travel", "party": company["id"]})
        self.assertEqual((revoked.status, revoked.code), (403, "not-your-party"))

    def test_too_much_of_everything(self):
        busy = self.holder("busy@example.org")
        companies = [busy.ask("POST", "/api/account/organisations", {"name": f"Công ty {number}"})
                     for number in range(21)]
        self.assertEqual({a.status for a in companies[:20]}, {201})
        self.assertEqual(companies[20].code, "too-many-parties")
        guesses = [account.sign_in(JUDGE.visitor(SCENE.office), "no@example.org", "x")
                   for _ in range(21)]
        self.assertEqual(guesses[20].status, 429)
        self.assertIn("retry-after", guesses[20].headers)

    def test_what_was_filed_from_an_account(self):
        mai = SCENE.holder
        draft = mai.ask("POST", "/api/drafts", {"procedure": "official-travel"}).json()["id"]
        mai.ask("PUT", f"/api/drafts/{draft}", {"answers": intake.ANSWERS})
        for paper in intake.PAPERS:
            intake.upload(mai, f"/api/drafts/{draft}/files", paper)
        sent = mai.ask("POST", f"/api/drafts/{draft}/submission", headers=intake.key())
        self.assertEqual(sent.status, 201, sent)
        held = mai.ask("GET", "/api/account/dossiers").json()["items"]
        self.assertEqual([line["code"] for line in held], [sent.json()["code"]])
        self.assertEqual(mai.ask("GET", f"/api/tracking/{sent.json()['code']}").status, 200)

    def test_a_provider_of_identities_nobody_registered(self):
        ask = JUDGE.visitor(SCENE.office).ask
        self.assertEqual(ask("GET", "/api/identity/none/sign-in").status, 404)
        back = ask("GET", "/api/identity/none/return?state=x&code=y")
        self.assertIn("identity=expired", back.headers["location"])
