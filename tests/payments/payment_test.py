"""Fees paid through the demo office's sandbox gateway, as people and banks do it: paid, given up,
the window closed, told twice, forged, told while the office was killed."""
import hmac
import os
import socket
import sys
import unittest
import urllib.parse

import intake
import office

OPTIONS, REST = office.command_line(sys.argv[0])
ANSWERS = {"person": {"name": "Lê Thị Mai", "identity": "001234567890", "phone": "0912345678"},
           "papers": {"about": "Bằng đại học", "count": 2, "country": "Nhật Bản"},
           "confirmed": True}
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


class Applicant:
    """Somebody who sent an application that costs 60.000 đồng, and follows it."""

    def __init__(self, served):
        self.visitor = served.visitor()
        ask = self.visitor.ask
        draft = ask("POST", "/api/drafts", {"procedure": "consular-certification"}).json()["id"]
        ask("PUT", f"/api/drafts/{draft}", {"answers": ANSWERS})
        for paper in ("document", "identity"):
            intake.upload(self.visitor, f"/api/drafts/{draft}/files", paper)
        sent = ask("POST", f"/api/drafts/{draft}/submission", {}, intake.key())
        assert sent.status == 201, sent
        self.confirmation = sent.json()
        self.code = self.confirmation["code"]
        opened = ask("POST", "/api/tracking", {"code": self.code,
                                               "secret": self.confirmation["secret"]})
        assert opened.status == 200, opened

    def account(self):
        return self.visitor.ask("GET", f"/api/tracking/{self.code}").json()["payment"]

    def paid(self):
        return self.account()["paid"]["amount"]

    def order(self):
        answer = self.visitor.ask("POST", f"/api/tracking/{self.code}/payment", {})
        assert answer.status == 201, answer
        return answer.json()

    def at_the_bank(self, deed, order=None):
        """Visits the bank's page and presses one of its buttons; the answer of that page."""
        order = order or self.order()
        address = urllib.parse.urlsplit(order["url"])
        page = self.visitor.ask("GET", f"{address.path}?{address.query}")
        assert page.status == 200 and b"60,000" in page.body, page
        form = urllib.parse.urlencode({"order": order["order"], "deed": deed}).encode()
        return self.visitor.ask("POST", "/cong-thu/quyet-dinh", form, FORM)


def way_back(answer):
    """The signed words the bank gives the applicant to take back."""
    return urllib.parse.urlsplit(answer.headers["location"])


class Payments(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.office = office.Office(OPTIONS.program)
        cls.office.__enter__()
        cls.addClassCleanup(cls.office.__exit__)

    def notice(self, query):
        return self.office.visitor().ask("GET", f"/api/payments/vnpay/notice?{query}").json()

    def test_it_is_sent_first_and_paid_then(self):
        mai = Applicant(self.office)
        self.assertEqual(mai.confirmation["owed"]["amount"], 60000)
        self.assertEqual(mai.account()["state"], "due")
        self.assertEqual(mai.account()["lines"][0]["reckoned"]["en"],
                         "30,000 VND × 2 = 60,000 VND")
        order = mai.order()
        self.assertEqual(mai.account()["state"], "waiting")
        self.assertEqual(mai.order()["url"], order["url"])
        back = mai.at_the_bank("pay", order)
        self.assertEqual(back.status, 303)
        self.assertEqual(mai.account()["state"], "paid")
        home = mai.visitor.ask("GET", f"{way_back(back).path}?{way_back(back).query}")
        self.assertEqual(home.headers["location"], f"/en/tra-cuu/{mai.code}/")
        self.assertEqual(mai.paid(), 60000)
        again = mai.visitor.ask("POST", f"/api/tracking/{mai.code}/payment", {})
        self.assertEqual(again.code, "nothing-to-pay")

    def test_a_repeated_notification_adds_nothing(self):
        mai = Applicant(self.office)
        query = way_back(mai.at_the_bank("pay")).query
        for _ in range(3):
            self.assertEqual(self.notice(query)["RspCode"], "02")
        self.assertEqual(mai.paid(), 60000)

    def test_what_is_forged_is_refused(self):
        mai = Applicant(self.office)
        mai.order()
        query = way_back(Applicant(self.office).at_the_bank("pay")).query
        mine = mai.account()["orders"][0]["order"]
        fields = dict(urllib.parse.parse_qsl(query))
        forged = urllib.parse.urlencode({**fields, "vnp_TxnRef": mine})
        self.assertEqual(self.notice(forged)["RspCode"], "97")
        self.assertEqual(self.notice(query + "&vnp_Amount=1")["RspCode"], "99")
        self.assertEqual(self.notice("")["RspCode"], "97")
        back = mai.visitor.ask("GET", f"/api/payments/vnpay/return/vi?{forged}")
        self.assertEqual(back.headers["location"], "/tra-cuu/")
        self.assertEqual(mai.paid(), 0)

    def test_the_amount_must_be_the_orders(self):
        mai = Applicant(self.office)
        order = mai.order()
        less = {**order, "amount": {"amount": order["amount"]["amount"] - 1}}
        self.assertEqual(self.notice(signed(self.office, less, "14999990"))["RspCode"], "04")
        other = {**order, "order": order["order"].replace("P1", "P7")}
        self.assertEqual(self.notice(signed(self.office, other, "14999991"))["RspCode"], "01")
        nobody = {**order, "order": "1701019999P1"}
        self.assertEqual(self.notice(signed(self.office, nobody, "14999992"))["RspCode"], "01")
        self.assertEqual(mai.paid(), 0)
        self.assertEqual(self.notice(signed(self.office, order, "14999993"))["RspCode"], "00")
        self.assertEqual(mai.paid(), 60000)

    def test_given_up_and_tried_again(self):
        mai = Applicant(self.office)
        mai.at_the_bank("fail")
        self.assertEqual(mai.account()["state"], "due")
        mai.at_the_bank("pay")
        self.assertEqual(mai.account()["state"], "paid")

    def test_the_window_closed_and_the_bank_silent(self):
        mai = Applicant(self.office)
        mai.at_the_bank("silent")
        self.assertEqual(mai.account()["state"], "waiting")
        lan = self.office.officer("lan")
        asked = lan.ask("POST", f"/api/dossiers/{mai.code}/payment/asking", {})
        self.assertEqual(asked.status, 200)
        self.assertEqual(asked.json()["payment"]["state"], "paid")

    def test_given_back_through_the_gateway(self):
        mai = Applicant(self.office)
        mai.at_the_bank("pay")
        minh = self.office.officer("minh")
        number = mai.account()["payments"][0]["number"]
        wanted = {"payment": number, "amount": 60000, "reason": "Rút hồ sơ", "document": "15/QĐ"}
        ordered = intake.act(minh, mai.code, "refund", wanted)
        self.assertEqual(ordered.json()["events"][0], "refund_ordered")
        minh.ask("POST", f"/api/dossiers/{mai.code}/payment/asking", {})
        # Owed again: what was given back is not held any more.
        self.assertEqual(mai.account()["refunds"][0]["state"], "done")
        self.assertEqual(intake.act(minh, mai.code, "refund", wanted).code,
                         "amount-exceeds-payment")

    def test_only_who_follows_the_dossier_may_pay_for_it(self):
        mai = Applicant(self.office)
        stranger = self.office.visitor().ask("POST", f"/api/tracking/{mai.code}/payment", {})
        self.assertEqual(stranger.status, 404)

    def test_the_clock_waits_for_the_money_from_acceptance_on(self):
        mai = Applicant(self.office)
        lan = self.office.officer("lan")
        accepted = intake.act(lan, mai.code, "accept", {}).json()
        self.assertEqual(accepted["events"], ["accepted", "suspended"])
        self.assertEqual(accepted["status"]["number"], 6)
        mai.at_the_bank("pay")
        seen = lan.ask("GET", f"/api/dossiers/{mai.code}").json()
        self.assertEqual(seen["status"]["number"], 2)


def signed(served, order, transaction):
    """A bank's notification that an order was paid, signed as the demonstration's bank signs."""
    with open(os.path.join(served.data, "lookup.key"), "rb") as key:
        secret = hmac.digest(key.read(), b"payment-sandbox:terminal", "sha256").hex().encode()
    query = urllib.parse.urlencode(sorted({
        "vnp_TmnCode": "MOTCUA01", "vnp_TxnRef": order["order"],
        "vnp_Amount": str(order["amount"]["amount"] * 100), "vnp_TransactionNo": transaction,
        "vnp_ResponseCode": "00", "vnp_TransactionStatus": "00", "vnp_BankCode": "NCB"}.items()))
    return query + "&vnp_SecureHash=" + hmac.digest(secret, query.encode(), "sha512").hex()


class Killed(unittest.TestCase):
    def test_told_while_the_office_dies_and_told_again(self):
        """Killed between the notification and its answer; the bank tells it again: counted once."""
        with office.Office(OPTIONS.program) as served:
            mai = Applicant(served)
            query = signed(served, mai.order(), "14999999")
            bank = socket.create_connection(("127.0.0.1", served.port))
            bank.sendall(f"GET /api/payments/vnpay/notice?{query} HTTP/1.1\r\n"
                         "Host: office\r\n\r\n".encode())
            served.kill()
            bank.close()
            served.start()
            visitor = served.visitor()
            told = visitor.ask("GET", f"/api/payments/vnpay/notice?{query}").json()
            self.assertIn(told["RspCode"], ("00", "02"))
            told = visitor.ask("GET", f"/api/payments/vnpay/notice?{query}").json()
            self.assertEqual(told["RspCode"], "02")
            seen = visitor.ask("POST", "/api/tracking",
                               {"code": mai.code, "secret": mai.confirmation["secret"]}).json()
            self.assertEqual(seen["payment"]["paid"]["amount"], 60000)


if __name__ == "__main__":
    unittest.main(argv=REST)
