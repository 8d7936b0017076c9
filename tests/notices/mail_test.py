"""E-mails of a served office, received by a real mail server."""
import os
import re
import shutil
import sqlite3
import sys
import tempfile
import threading
import unittest

import account
import intake
import office
from mail_server import LONGEST_WAIT, PASSWORD, USER, MailServer, make_certificate

OPTIONS, REST = office.command_line(sys.argv[0])


def settings(server, authorities, **changes):
    mail = {"host": "localhost", "port": server.port, "security": server.security, "user": USER,
            "password": PASSWORD, "from": "motcua@so.example", "from_name": "Bộ phận một cửa",
            "authorities": authorities, **changes}
    lines = ["[mail]"]
    lines += [f"{k} = {v}" if isinstance(v, int) else f'{k} = "{v}"' for k, v in mail.items()]
    return "\n".join(lines + ["[retry]", 'waits = ["1 second", "1 second"]', ""])


class Served(unittest.TestCase):
    """An office of its own for each test, and a mail server."""

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.certificate, cls.key = make_certificate(cls.folder.name)
        cls.made = office.Office(OPTIONS.program)
        cls.made.start()
        cls.made.stop()

    @classmethod
    def tearDownClass(cls):
        cls.made.__exit__()
        cls.folder.cleanup()

    def setUp(self):
        data = os.path.join(self.folder.name, self.id())
        shutil.copytree(self.made.data, data)
        self.served = office.Office(OPTIONS.program, data)
        self.addCleanup(self.served.__exit__)

    def serve(self, server, **changes):
        """The office with this mail server, until the test ends."""
        path = os.path.join(self.served.data, "notices.toml")
        with open(path, "w", encoding="utf-8", opener=lambda p, f: os.open(p, f, 0o600)) as file:
            file.write(settings(server, self.certificate, **changes))
        self.served.start()
        return self.served.officer("lan")

    def server(self, security="starttls"):
        server = MailServer(self.certificate, self.key, security)
        self.enterContext(server)
        return server


class Mail(Served):
    def receive(self, reception, email="mai@dulich.example"):
        applicant = {"kind": "organisation", "name": "Sở Du lịch Hà Nội", "email": email}
        answer = intake.receive(reception, applicant=applicant)
        self.assertEqual(answer.status, 201, answer.body)
        return answer.json()["code"]

    def state_of(self, code):
        with sqlite3.connect(os.path.join(self.served.data, "motcua.sqlite")) as database:
            return database.execute("SELECT state, tries, last_error FROM notice WHERE code = ?",
                                    (code,)).fetchone()

    def settled(self, code):
        """Its state once the office has stopped: everything it knew is noted then."""
        self.served.stop()
        return self.state_of(code)

    def assert_tried_in_vain(self, server, code, why):
        server.wait_for(lambda: server.connections >= 2)  # the first is noted by then
        state, tries, error = self.settled(code)
        self.assertGreaterEqual(tries, 1)
        self.assertIn(why, error)
        self.assertNotEqual(state, "sent")
        self.assertEqual(server.messages, [])

    def test_arrives_as_it_was_written(self):
        server = self.server()
        code = self.receive(self.serve(server))
        message, = server.wait_for_messages(1)
        envelope, _ = server.messages[0]
        self.assertEqual(envelope.mail_from, "motcua@so.example")
        self.assertEqual(envelope.rcpt_tos, ["mai@dulich.example"])
        self.assertEqual(message["subject"], f"Đã tiếp nhận hồ sơ {code}")
        self.assertEqual(str(message["from"]), "Bộ phận một cửa <motcua@so.example>")
        self.assertRegex(message["message-id"], rf"^<n\d+\.{code}\.1@so\.example>$")
        self.assertEqual(message["auto-submitted"], "auto-generated")
        self.assertEqual(message["date"].datetime.year, 2017)
        text = message.get_content()
        self.assertIn("Kính gửi Sở Du lịch Hà Nội,", text)
        self.assertIn(f"/tra-cuu/?code={code}", text)
        self.assertEqual(self.settled(code), ("sent", 1, ""))

    def test_goes_by_tls_from_the_first_byte(self):
        server = self.server("tls")
        self.receive(self.serve(server))
        server.wait_for_messages(1)

    def test_is_sent_again_when_the_server_has_no_time(self):
        server = self.server()
        server.answers = ["451 later", "drop"]
        code = self.receive(self.serve(server))
        server.wait_for_messages(1)
        self.assertEqual(server.tries, 3)
        self.assertEqual(self.settled(code)[:2], ("sent", 3))

    def test_is_given_up_when_there_is_no_such_mailbox(self):
        server = self.server()
        server.answers_to_receiver = ["550 no such mailbox"]
        code = self.receive(self.serve(server))
        server.wait_for(lambda: server.tries == 1)
        state, tries, error = self.settled(code)
        self.assertEqual((state, tries), ("dead-letter", 1))
        self.assertIn("550", error)

    def test_is_given_up_when_its_contents_are_refused(self):
        server = self.server()
        server.answers = ["554 no"]
        code = self.receive(self.serve(server))
        server.wait_for(lambda: server.tries == 1)
        self.assertEqual(self.settled(code)[:2], ("dead-letter", 1))

    def test_is_given_up_after_the_last_try(self):
        server = self.server()
        server.answers = ["452 full"] * 3
        code = self.receive(self.serve(server))
        server.wait_for(lambda: server.tries == 3)
        self.assertEqual(self.settled(code)[:2], ("dead-letter", 3))

    def test_waits_for_a_server_that_does_not_know_the_office(self):
        server = self.server()
        code = self.receive(self.serve(server, password="other"))
        self.assert_tried_in_vain(server, code, "Login denied")

    def test_is_not_shown_to_a_server_with_a_strange_certificate(self):
        strange = MailServer(*make_certificate(self.folder.name, "strange.example"))
        self.enterContext(strange)
        code = self.receive(self.serve(strange))
        self.assert_tried_in_vain(strange, code, "certificate")

    def test_is_sent_twice_rather_than_lost_when_the_program_is_killed(self):
        server = self.server()
        reception = self.serve(server)
        registered, killed = threading.Event(), threading.Event()

        def kill_before_the_answer():  # it was taken, and the office never hears of it
            server.when_taken = lambda: None
            registered.wait(LONGEST_WAIT)
            self.served.process.kill()
            self.served.process.wait()
            killed.set()
        server.when_taken = kill_before_the_answer
        code = self.receive(reception)
        registered.set()
        self.assertTrue(killed.wait(LONGEST_WAIT))
        self.served.kill()
        self.assertEqual(self.state_of(code)[0], "waiting")
        self.served.start()
        first, second = server.wait_for_messages(2)
        self.assertEqual(first["message-id"], second["message-id"])
        self.assertEqual(self.settled(code)[0], "sent")

    def test_cannot_be_sent_to_others_by_an_address_that_says_so(self):
        server = self.server()
        reception = self.serve(server)
        code = self.receive(reception, "mai@dulich.example>\r\nRCPT TO:<thief@x.example")
        self.receive(reception)
        server.wait_for_messages(1)  # of the second: the first had its turn before
        self.assertEqual(server.messages[0][0].rcpt_tos, ["mai@dulich.example"])
        self.assertEqual(self.settled(code)[:2], ("dead-letter", 1))


class Accounts(Served):
    """Proofs that the holder of an account reads the mail of his address."""

    def sent_link(self, server, count, page):
        message = server.wait_for_messages(count)[-1]
        found = re.search(page + r"#(\S+)", message.get_content())
        self.assertTrue(found, message.get_content())
        self.assertNotIn(found[1], message["subject"])
        with sqlite3.connect(os.path.join(self.served.data, "motcua.sqlite")) as database:
            kept = "".join(str(row) for table in ("notice", "address_proof")
                           for row in database.execute(f"SELECT * FROM {table}"))
        self.assertNotIn(found[1], kept)
        return found[1]

    def test_confirm_an_address_and_choose_a_new_password(self):
        server = self.server()
        self.serve(server)
        holder = account.create(office.Visitor(self.served.port), "mai@songhong.example")
        token = self.sent_link(server, 1, "/tai-khoan/xac-nhan/")
        confirm = "/api/account/address/confirmation"
        elsewhere = office.Visitor(self.served.port)
        self.assertEqual(elsewhere.ask("POST", confirm, {"token": token}).status, 204)
        self.assertEqual(elsewhere.ask("POST", confirm, {"token": token}).code, "proof-over")
        self.assertTrue(holder.ask("GET", "/api/account").json()["address_confirmed"])
        forgotten = "/api/account/password/forgotten"
        unknown = elsewhere.ask("POST", forgotten, {"email": "nobody@songhong.example"})
        known = elsewhere.ask("POST", forgotten, {"email": "mai@songhong.example"})
        self.assertEqual((known.status, known.body), (202, unknown.body))
        token = self.sent_link(server, 2, "/dat-lai-mat-khau/")
        reset = {"token": token, "password": "a quite new password"}
        self.assertEqual(elsewhere.ask("POST", "/api/account/password/reset", reset).status, 204)
        self.assertIn("vừa được đổi", server.wait_for_messages(3)[-1].get_content())
        self.assertEqual({envelope.rcpt_tos[0] for envelope, _ in server.messages},
                         {"mai@songhong.example"})
        self.assertEqual(holder.ask("GET", "/api/account").status, 401)
        self.assertEqual(account.sign_in(elsewhere, "mai@songhong.example").status, 401)
        signed_in = account.sign_in(elsewhere, "mai@songhong.example", reset["password"])
        self.assertEqual(signed_in.status, 200)


    def test_be_told_of_a_dossier_whose_form_has_no_address(self):
        server = self.server()
        self.serve(server)
        holder = account.create(office.Visitor(self.served.port), "mai@songhong.example")
        begun = holder.ask("POST", "/api/drafts", {"procedure": "consular-certification"})
        address = f"/api/drafts/{begun.json()['id']}"
        answers = {"person": {"name": "Trần Thị Mai", "identity": "001190000001",
                              "phone": "0912345678"},
                   "papers": {"about": "Bằng tốt nghiệp", "count": 2, "country": "Nhật Bản"},
                   "confirmed": True}
        for paper in ("document", "identity"):
            self.assertEqual(intake.upload(holder, f"{address}/files", paper).status, 201)
        choice = {"answers": answers, "notify_by": "email", "notify_at": "account"}
        self.assertEqual(holder.ask("PUT", address, choice).status, 200)
        checked = holder.ask("POST", f"{address}/check").json()
        self.assertEqual((checked["account_at"], checked["told_at"]), ("", ""))  # not confirmed
        token = self.sent_link(server, 1, "/tai-khoan/xac-nhan/")
        confirmed = holder.ask("POST", "/api/account/address/confirmation", {"token": token})
        self.assertEqual(confirmed.status, 204)
        checked = holder.ask("POST", f"{address}/check").json()
        self.assertEqual(checked["told_at"], "mai@songhong.example")
        sent = holder.ask("POST", f"{address}/submission", headers=intake.key())
        self.assertEqual(sent.status, 201, sent)
        message = server.wait_for_messages(2)[-1]
        self.assertIn(sent.json()["code"], message["subject"])
        self.assertEqual(server.messages[-1][0].rcpt_tos, ["mai@songhong.example"])


class Settings(unittest.TestCase):
    def test_that_others_may_read_are_refused(self):
        with office.Office(OPTIONS.program) as served:
            served.stop()
            path = os.path.join(served.data, "notices.toml")
            with open(path, "w", encoding="utf-8") as file:
                file.write("[quiet]\n")
            os.chmod(path, 0o644)
            told = served.run("serve", "--port", "0")
            self.assertEqual(told.returncode, 2)
            self.assertIn("chmod 600", told.stderr)


if __name__ == "__main__":
    unittest.main(argv=REST)
