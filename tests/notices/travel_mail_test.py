"""Reminders of what is owed after a trip, read from the mailbox in the language of who applied."""
import datetime
import sys
import unittest

import intake
import office
from mail_test import Served

OPTIONS, REST = office.command_line(sys.argv[0])

STEPS = (("lan", "accept", {}), ("lan", "hand-over", {}), ("binh", "propose", {}),
         ("giamdoc", "approve", {}),
         ("thu", "sign-off", {"outcome": "granted", "document": "2210/QĐ-UBND"}),
         ("lan", "record-result", {"outcome": "granted", "document": "2210/QĐ-UBND"}))


class TravelMail(Served):
    def today(self):
        return datetime.date.fromisoformat(
            self.ask("lan", "GET", "/api/demo/clock").json()["now"][:10])

    def ask(self, who, method, path, body=None, headers=None):
        if who not in self.officers:
            self.officers[who] = self.served.officer(who)
        return self.officers[who].ask(method, path, body, headers)

    def serve_office(self, server):
        self.officers = {"lan": self.serve(server)}

    def jump(self, minutes):
        jumped = self.ask("lan", "POST", "/api/demo/clock", {"minutes": minutes})
        self.assertEqual(jumped.status, 200, jumped.body)

    def wait_until_wednesday_after(self, day):
        """09:00 of the first Wednesday after that day: in April 2017 a working day."""
        now = datetime.datetime.fromisoformat(
            self.ask("lan", "GET", "/api/demo/clock").json()["now"][:19])
        day += datetime.timedelta(days=(1 - day.weekday()) % 7 + 1)
        then = datetime.datetime.combine(day, datetime.time(9))
        self.jump(int((then - now).total_seconds() // 60))

    def sent_abroad(self, name, email, language):
        """A delegation of today until tomorrow, from its own finished dossier; its code."""
        visitor = self.served.visitor()
        draft = intake.new_draft(visitor)
        today = self.today()
        answers = {**intake.ANSWERS,
                   "contact": {**intake.ANSWERS["contact"], "email": email},
                   "trip": {**intake.ANSWERS["trip"], "days": 2, "from": str(today),
                            "to": str(today + datetime.timedelta(days=1))},
                   "leader": {**intake.ANSWERS["leader"], "name": name}}
        kept = visitor.ask("PUT", f"/api/drafts/{draft}",
                           {"answers": answers, "language": language, "notify_by": "none"})
        self.assertEqual(kept.status, 200, kept.body)
        for paper in intake.PAPERS:
            intake.upload(visitor, f"/api/drafts/{draft}/files", paper)
        sent = visitor.ask("POST", f"/api/drafts/{draft}/submission", {}, intake.key())
        self.assertEqual(sent.status, 201, sent.body)
        code = sent.json()["code"]
        for who, act, input_ in STEPS:
            self.ask(who, "GET", f"/api/dossiers/{code}")
            done = intake.act(self.officers[who], code, act, input_)
            self.assertEqual(done.status, 200, f"{act}: {done.body}")
        self.served.stop()
        self.served.start()  # what is finished comes into the book at the start at the latest
        self.officers = {}
        listed = self.ask("lan", "GET", "/api/travel/entries?kind=out&size=200").json()["items"]
        return next(row["code"] for row in listed if row["dossier"] == code)

    def hand_over(self, name, delegation):
        today = self.today()
        made = self.ask("lan", "POST", "/api/travel/entries",
                        {"what": "passport", "kind": "official", "number": "D7654321",
                         "name": name, "unit": "Sở Du lịch Hà Nội",
                         "expires": str(today.replace(year=today.year + 3))}, intake.key())
        self.assertEqual(made.status, 201, made.body)
        given = self.ask("lan", "POST",
                         f"/api/travel/entries/{made.json()['code']}/acts/hand-over",
                         {"delegation": delegation, "name": name, "on": str(today),
                          "document": "1/BB"}, {"If-Match": '"1"', **intake.key()})
        self.assertEqual(given.status, 200, given.body)

    def messages_to(self, server, address, count):
        def came():
            return [message for envelope, message in server.messages
                    if envelope.rcpt_tos == [address]]
        server.wait_for(lambda: len(came()) >= count)
        return {message["subject"]: message.get_content() for message in came()}

    def test_of_a_report_and_a_passport_in_the_applicants_language(self):
        server = self.server()
        self.serve_office(server)
        last_day = self.today() + datetime.timedelta(days=1)
        of_mai = self.sent_abroad("Nguyễn Văn An", "mai@dulich.example", "vi")
        self.hand_over("Nguyễn Văn An", of_mai)
        of_lee = self.sent_abroad("Trần Thị Bé", "lee@tourism.example", "en")
        self.wait_until_wednesday_after(last_day + datetime.timedelta(days=12))
        due = last_day + datetime.timedelta(days=10)
        in_vietnamese = self.messages_to(server, "mai@dulich.example", 2)
        report = f"Quá hạn báo cáo kết quả chuyến đi {of_mai}: hạn {due:%d/%m/%Y}"
        self.assertIn(report, in_vietnamese)
        self.assertIn("Kính gửi Sở Du lịch Hà Nội,", in_vietnamese[report])
        self.assertIn(f"Mã đoàn: {of_mai}", in_vietnamese[report])
        passport = next(subject for subject in in_vietnamese if "hộ chiếu" in subject)
        self.assertTrue(passport.startswith(f"Quá hạn nộp lại hộ chiếu sau chuyến đi {of_mai}"))
        self.assertIn("D7654321, Nguyễn Văn An", in_vietnamese[passport])
        in_english = self.messages_to(server, "lee@tourism.example", 1)
        subject = f"Report of trip {of_lee} overdue since {due:%d/%m/%Y}"
        self.assertIn(subject, in_english)
        self.assertIn("Please send it now.", in_english[subject])
        self.assertEqual(len(in_english), 1, "nobody owes a passport there")


if __name__ == "__main__":
    unittest.main(argv=REST)
