"""Signing in through a provider of identities, there and back, and what must not open a session."""
import os
import re
import subprocess
import sys
import unittest
from urllib.parse import parse_qs, urlencode, urlsplit

import account
import office

OPTIONS, REST = office.command_line(sys.argv[0], "--node", "--web")
HERE = os.path.dirname(os.path.abspath(__file__))
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


class Provider:
    """npm's oidc-provider as a process of its own."""

    def __init__(self):
        self.process = subprocess.Popen(
            [OPTIONS.node, os.path.join(HERE, "provider.mjs"), OPTIONS.web],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.issuer = self.next_line(r"^http://127\.0\.0\.1:\d+$")
        self.port = urlsplit(self.issuer).port

    def next_line(self, pattern):
        for line in self.process.stdout:
            if re.match(pattern, line.strip()):
                return line.strip()
        raise AssertionError("the provider ended")

    def rotate(self):
        self.process.stdin.write("rotate\n")
        self.process.stdin.flush()
        self.next_line("rotated")

    def stop(self):
        self.process.stdin.close()
        self.process.wait(timeout=office.ANSWER_SECONDS)
        self.process.stdout.close()

    def section(self, name):
        return (f'[[provider]]\nid = "{name}"\nname_vi = "{name}"\nname_en = "{name}"\n'
                f'issuer = "{self.issuer}"\nclient = "so-ngoai-vu"\n'
                'secret = "a secret of tests, long enough"\n'
                'identity_claim = "personal_number"\n')


class SignIn(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.providers = {"vneid": Provider(), "other": Provider()}
        cls.office = office.Office(OPTIONS.program)
        cls.office.start()
        cls.office.stop()
        path = os.path.join(cls.office.data, "identity.toml")
        with open(path, "w", encoding="utf-8") as file:
            file.write("\n".join(p.section(name) for name, p in cls.providers.items()))
        os.chmod(path, 0o600)
        cls.office.start()

    @classmethod
    def tearDownClass(cls):
        cls.office.__exit__()
        for provider in cls.providers.values():
            provider.stop()

    def leave(self, browser, provider="vneid", back_to="/tai-khoan/"):
        """The address of the provider he is sent to."""
        answer = browser.ask(
            "GET", f"/api/identity/{provider}/sign-in?" + urlencode({"return": back_to}))
        self.assertEqual(answer.status, 303, answer)
        return answer.headers["location"]

    def walk(self, provider, address, who):
        """Signs in and agrees at the provider; the path and query he is sent back to."""
        there = office.Visitor(self.providers[provider].port)
        try:
            for _ in range(12):
                parts = urlsplit(address)
                if parts.port not in (None, there.port):
                    return f"{parts.path}?{parts.query}"
                answer = there.ask("GET", f"{parts.path}?{parts.query}")
                if answer.status == 200:
                    form = self.form_of(answer.body.decode(), who)
                    action = urlsplit(form["action"]).path
                    answer = there.ask("POST", action, urlencode(form["fields"]).encode(), FORM)
                address = answer.headers["location"]
        finally:
            there.hang_up()
        raise AssertionError("the provider sends nobody back")

    def form_of(self, page, who):
        action = re.search(r'<form[^>]*action="([^"]+)"', page)
        prompt = re.search(r'name="prompt" value="(\w+)"', page)
        self.assertTrue(action and prompt, page[:500])
        fields = {"prompt": prompt.group(1)}
        if prompt.group(1) == "login":
            fields.update(login=who, password="anything")
        return {"action": action.group(1), "fields": fields}

    def sign_in(self, browser, who="lan", provider="vneid", back_to="/tai-khoan/"):
        back = self.walk(provider, self.leave(browser, provider, back_to), who)
        return browser.ask("GET", back)

    def test_is_offered_by_the_office(self):
        told = self.office.visitor().ask("GET", "/api/office").json()
        self.assertEqual([p["id"] for p in told["identity_providers"]], ["vneid", "other"])
        self.assertEqual(
            self.office.visitor().ask("GET", "/api/identity/none/sign-in").status, 404)

    def test_opens_a_session_with_what_the_provider_says(self):
        browser = self.office.visitor()
        back = self.sign_in(browser, back_to="/en/nop-ho-so/abtc/")
        self.assertEqual((back.status, back.headers["location"]), (303, "/en/nop-ho-so/abtc/"))
        self.assertIn("motcua_account", browser.cookies)
        told = browser.ask("GET", "/api/account").json()
        self.assertEqual((told["name"], told["provider"]), ("Lê Thị Lan", "vneid"))
        self.assertEqual(told["parties"][0]["identity"], "001085012345")
        self.assertEqual(told["parties"][0]["email"], "lan@example.org")

    def test_finds_the_same_account_again(self):
        ids = set()
        for _ in range(2):
            browser = self.office.visitor()
            self.sign_in(browser, "minh")
            told = browser.ask("GET", "/api/account").json()
            ids.add(told["id"])
            self.assertEqual(told["parties"][0]["email"], "", "not verified, so not believed")
        self.assertEqual(len(ids), 1)

    def test_does_not_open_somebodys_account_by_his_address(self):
        account.create(self.office.visitor(), "lan@example.org")
        browser = self.office.visitor()
        self.sign_in(browser, "lan", "other")
        self.assertFalse(browser.ask("GET", "/api/account").json()["has_password"])

    def test_is_linked_to_the_account_that_asked_for_it(self):
        browser = account.create(self.office.visitor(), "hoa@example.org")
        mine = browser.ask("GET", "/api/account").json()["id"]
        self.sign_in(browser, "hoa")
        later = self.office.visitor()
        self.sign_in(later, "hoa")
        self.assertEqual(later.ask("GET", "/api/account").json()["id"], mine)

    def test_sends_out_again_where_it_came_from(self):
        browser = self.office.visitor()
        self.sign_in(browser)
        browser.csrf = browser.ask("GET", "/api/account").json()["csrf"]
        further = browser.ask("DELETE", "/api/account/session").json()["further"]
        self.assertTrue(further.startswith(self.providers["vneid"].issuer), further)
        self.assertIn("id_token_hint", parse_qs(urlsplit(further).query))

    def refused(self, browser, back, why):
        answer = browser.ask("GET", back)
        self.assertEqual(answer.status, 303, answer)
        self.assertIn(f"identity={why}", answer.headers["location"])
        self.assertEqual(browser.ask("GET", "/api/account").status, 401)

    def test_an_answer_counts_once(self):
        browser = self.office.visitor()
        back = self.walk("vneid", self.leave(browser), "lan")
        self.assertEqual(browser.ask("GET", back).headers["location"], "/tai-khoan/")
        thief = self.office.visitor()
        thief.cookies["motcua_trip"] = browser.cookies.get("motcua_trip", "")
        self.refused(thief, back, "expired")

    def test_an_answer_in_another_browser_opens_nothing(self):
        back = self.walk("vneid", self.leave(self.office.visitor()), "lan")
        self.refused(self.office.visitor(), back, "expired")
        other = self.office.visitor()
        self.leave(other)
        self.refused(other, back, "expired")

    def test_an_answer_of_another_provider_opens_nothing(self):
        browser = self.office.visitor()
        back = self.walk("vneid", self.leave(browser), "lan")
        self.refused(browser, back.replace("/vneid/", "/other/"), "failed")
        browser = self.office.visitor()
        back = self.walk("vneid", self.leave(browser), "lan")
        forged = re.sub(r"iss=[^&]*", "iss=" + self.providers["other"].issuer, back)
        self.assertNotEqual(forged, back)
        self.refused(browser, forged, "failed")

    def test_a_code_of_another_trip_opens_nothing(self):
        first = self.office.visitor()
        stolen = parse_qs(urlsplit(self.walk("vneid", self.leave(first), "lan")).query)["code"][0]
        browser = self.office.visitor()
        back = self.walk("vneid", self.leave(browser), "minh")
        self.refused(browser, re.sub(r"code=[^&]*", "code=" + stolen, back), "failed")

    def test_who_changes_his_mind_is_told_so(self):
        browser = self.office.visitor()
        state = parse_qs(urlsplit(self.leave(browser, back_to="/en/")).query)["state"][0]
        answer = browser.ask("GET", "/api/identity/vneid/return?" + urlencode(
            {"state": state, "error": "access_denied", "iss": self.providers["vneid"].issuer}))
        self.assertEqual(answer.headers["location"],
                         "/en/dang-nhap/?identity=cancelled&tro-ve=%2Fen%2F")

    def test_never_leads_to_another_host(self):
        for back_to in ("https://evil.example/", "//evil.example/", "/\\evil.example", "x", ""):
            browser = self.office.visitor()
            back = self.sign_in(browser, back_to=back_to)
            self.assertEqual(back.headers["location"], "/tai-khoan/", back_to)

    def test_new_keys_of_the_provider_are_found(self):
        self.providers["other"].rotate()
        browser = self.office.visitor()
        self.assertEqual(self.sign_in(browser, provider="other").headers["location"], "/tai-khoan/")
        self.assertEqual(browser.ask("GET", "/api/account").status, 200)


if __name__ == "__main__":
    unittest.main(argv=REST)
