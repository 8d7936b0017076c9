"""Short texts of a served office, received by a real HTTP server in a gateway's place."""
import http.server
import json
import os
import sqlite3
import sys
import threading
import unittest

import account
import intake
import office

OPTIONS, REST = office.command_line(sys.argv[0])
LONGEST_WAIT = 60

SETTINGS = """
[sms]
url = "http://127.0.0.1:{port}/send"
token = "t0ken"
body = '{{"to": "{{address}}", "text": "{{text}}", "ref": "{{id}}"}}'
[retry]
waits = ["1 second"]
"""


class Gateway(http.server.ThreadingHTTPServer):
    """`statuses`: one for each order to come, then 200."""

    def __init__(self):
        self.statuses = []
        self.orders = []
        self.changed = threading.Condition()
        super().__init__(("127.0.0.1", 0), Taker)
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def wait_for_orders(self, count):
        with self.changed:
            assert self.changed.wait_for(lambda: len(self.orders) >= count, LONGEST_WAIT)
        return self.orders


class Taker(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        with self.server.changed:
            self.server.orders.append((dict(self.headers), body))
            self.server.changed.notify_all()
        self.send_response(self.server.statuses.pop(0) if self.server.statuses else 200)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_):
        pass


class TextMessages(unittest.TestCase):
    def setUp(self):
        self.gateway = Gateway()
        self.addCleanup(self.gateway.server_close)
        self.addCleanup(self.gateway.shutdown)
        self.served = self.enterContext(office.Office(OPTIONS.program))
        self.served.stop()
        path = os.path.join(self.served.data, "notices.toml")
        with open(path, "w", encoding="utf-8", opener=lambda p, f: os.open(p, f, 0o600)) as file:
            file.write(SETTINGS.format(port=self.gateway.server_port))
        self.served.start()

    def receive(self):
        applicant = {"kind": "person", "name": "Nguyễn Văn An", "phone": "091 234 5678"}
        answer = intake.receive(self.served.officer("lan"), applicant=applicant, notify_by="sms")
        self.assertEqual(answer.status, 201, answer.body)
        return answer.json()["code"]

    def settled(self, code):
        self.served.stop()
        with sqlite3.connect(os.path.join(self.served.data, "motcua.sqlite")) as database:
            return database.execute("SELECT state, tries FROM notice WHERE code = ?",
                                    (code,)).fetchone()

    def test_reach_the_gateway_as_it_was_told_and_again_when_it_is_down(self):
        self.gateway.statuses = [503]
        code = self.receive()
        (headers, order), (again, _) = self.gateway.wait_for_orders(2)
        self.assertEqual(order["to"], "0912345678")
        self.assertIn(f"đã tiếp nhận hồ sơ {code}", order["text"])
        self.assertNotIn("Nguyễn", order["text"])
        self.assertEqual(headers["Authorization"], "Bearer t0ken")
        self.assertEqual(headers["Idempotency-Key"], again["Idempotency-Key"])
        self.assertEqual(self.settled(code), ("sent", 2))

    def test_of_one_act_for_one_fee_are_one_message(self):
        reception = self.served.officer("lan")
        answer = intake.receive(
            reception, procedure="consular-certification", notify_by="sms",
            applicant={"kind": "person", "name": "Nguyễn Văn An", "phone": "0912345678"},
            papers=[{"paper": "document", "originals": 1}, {"paper": "identity", "copies": 1}],
            answers={"papers": {"count": 2}})
        self.assertEqual(answer.status, 201, answer.body)
        code = answer.json()["code"]
        (_, order), = self.gateway.wait_for_orders(1)
        self.assertIn(f"đã tiếp nhận hồ sơ {code}", order["text"])
        self.assertIn("Phải nộp 60.000 đồng. Thời hạn tạm dừng cho đến khi nộp. ", order["text"])
        told = reception.ask("GET", f"/api/dossiers/{code}/notices").json()["notices"]
        self.assertEqual([notice["kind"] for notice in told], ["received"])
        self.assertEqual(self.settled(code), ("sent", 1))
        self.assertEqual(len(self.gateway.orders), 1)

    def test_go_to_the_telephone_of_the_account_that_applies(self):
        holder = account.create(self.served.visitor(), "mai@songhong.example")
        saved = holder.ask("PUT", "/api/account", {"name": "Mai", "phone": "0987 654 321",
                                                   "notify_by": "sms"})
        self.assertEqual(saved.status, 200, saved)
        draft = intake.filled_draft(holder)
        self.assertEqual(holder.ask("GET", f"/api/drafts/{draft}").json()["notify_at"], "account")
        sent = holder.ask("POST", f"/api/drafts/{draft}/submission", headers=intake.key())
        self.assertEqual(sent.status, 201, sent)
        (_, order), = self.gateway.wait_for_orders(1)
        self.assertEqual(order["to"], "0987654321")

    def test_are_given_up_when_the_gateway_refuses_them(self):
        self.gateway.statuses = [400]
        code = self.receive()
        self.gateway.wait_for_orders(1)
        self.assertEqual(self.settled(code), ("dead-letter", 1))


if __name__ == "__main__":
    unittest.main(argv=REST)
