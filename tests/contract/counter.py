"""Times at the counter, every answer held against the contract; and what people with bad intentions
try with them."""
import unittest

import intake
from abuse import HIDDEN, SCRIPT, SHOWN_OF_HIDDEN
from scene import JUDGE, SCENE

BOOKING = {"at": "2017-04-18T09:00", "purpose": "apply", "procedure": "abtc",
           "name": "Nguyễn Văn An", "email": "an@example.org"}


class Appointments(unittest.TestCase):
    def book(self, asker=None, **more):
        return (asker or SCENE.citizen).ask("POST", "/api/appointments", {**BOOKING, **more},
                                            intake.key())

    def kept(self, **more):
        answer = self.book(**more)
        self.assertEqual(answer.status, 201, answer)
        made = answer.json()
        return made, {"code": made["code"], "secret": made["secret"]}

    def test_from_the_free_days_to_the_cancelling(self):
        ask = SCENE.citizen.ask
        days = ask("GET", "/api/appointment-days").json()
        self.assertTrue(days["offered"])
        self.assertNotIn("2017-04-15", [day["date"] for day in days["days"]])
        self.assertEqual(ask("GET", "/api/appointment-days/2017-04-15").status, 404)
        made, keys = self.kept(email="whole@example.org")
        slots = ask("GET", "/api/appointment-days/2017-04-18").json()["slots"]
        self.assertEqual(slots[2]["at"], made["at"])
        self.assertGreaterEqual(slots[2]["taken"], 1)
        self.assertEqual(ask("POST", "/api/appointment", keys).json()["name"], "Nguyễn Văn An")
        file = ask("POST", "/api/appointment/calendar-file", keys)
        self.assertTrue(file.body.startswith(b"BEGIN:VCALENDAR\r\n"))
        moved = ask("POST", "/api/appointment/move", {**keys, "at": "2017-04-19T09:00"})
        self.assertEqual(moved.json()["at"], "2017-04-19T09:00:00+07:00")
        refused = ask("POST", "/api/appointment/move", {**keys, "at": "2017-04-19T12:00"})
        self.assertEqual((refused.status, refused.code), (409, "slot-unknown"))
        self.assertEqual(ask("POST", "/api/appointment/cancellation", keys).status, 200)
        self.assertEqual(ask("POST", "/api/appointment/cancellation", keys).status, 409)

    def test_a_time_that_is_none_is_refused(self):
        refused = self.book(at="2017-04-15T09:00")
        self.assertEqual((refused.status, refused.code), (409, "slot-day-off"))
        for wrong in ({"procedure": "no-such"}, {"procedure": ""}, {"email": ""},
                      {"email": "nobody"}):
            self.assertEqual(self.book(**wrong).status, 422)

    def test_the_counter_marks_moves_and_cancels(self):
        ask = SCENE.reception.ask
        made, _ = self.kept(email="counter@example.org", at="2017-04-12T16:00")
        path = f"/api/appointments/{made['code']}"
        listed = ask("GET", "/api/appointments").json()
        self.assertIn(made["code"], [one["code"] for one in listed["items"]])
        self.assertEqual(ask("POST", f"{path}/mark", {"state": "missed"}).code, "mark-too-early")
        self.assertEqual(ask("POST", f"{path}/mark", {"state": "arrived"}).status, 200)
        self.assertEqual(ask("POST", f"{path}/mark", {"state": "booked"}).status, 200)
        moved = ask("POST", f"{path}/move", {"at": "2017-04-20T09:00", "reason": "Mất điện"})
        self.assertEqual(moved.json()["reason"], "Mất điện")
        again = ask("POST", f"{path}/move", {"at": "2017-04-20T09:00", "reason": "Mất điện"})
        self.assertEqual(again.status, 409)
        cancelled = ask("POST", f"{path}/mark", {"state": "cancelled-by-office", "reason": "Bão"})
        self.assertEqual(cancelled.json()["state"], "cancelled-by-office")
        for act, body in (("mark", {"state": "arrived"}),
                          ("move", {"at": "2017-04-20T09:00", "reason": "x"})):
            missing = ask("POST", f"/api/appointments/LH-00000000/{act}", body)
            self.assertEqual(missing.status, 404)
            refused = SCENE.specialist.ask("POST", f"{path}/{act}", body)
            self.assertEqual((refused.status, refused.code), (403, "not-your-counter"))
        self.assertEqual(SCENE.specialist.ask("GET", "/api/appointments").status, 403)
        self.assertEqual(SCENE.holder.ask("GET", "/api/account/appointments").status, 200)

    def test_guessing_is_slowed_down_and_told_like_what_is_not_there(self):
        _, keys = self.kept(email="guess@example.org")
        stranger = JUDGE.visitor(SCENE.office)
        wrong = {**keys, "secret": "AAAAAAAAAA"}
        first = stranger.ask("POST", "/api/appointment", wrong)
        absent = stranger.ask("POST", "/api/appointment", {**wrong, "code": "LH-ZZZZZZZZ"})
        self.assertEqual((first.status, first.body), (404, absent.body))
        acts = {"": {}, "/move": {"at": "2017-04-19T10:00"}, "/cancellation": {},
                "/calendar-file": {}}
        for act, more in acts.items():
            refused = stranger.ask("POST", f"/api/appointment{act}", {**wrong, **more})
            self.assertEqual(refused.status, 404)
        for _ in range(15):
            stranger.ask("POST", "/api/appointment", wrong)
        for act, more in acts.items():
            refused = stranger.ask("POST", f"/api/appointment{act}", {**keys, **more})
            self.assertEqual(refused.code, "too-many-attempts")

    def test_script_and_hidden_marks_stay_text(self):
        made, keys = self.kept(email="script@example.org", name=SCRIPT, at="2017-04-18T10:00")
        self.assertEqual(made["name"], SCRIPT)
        hidden, _ = self.kept(email="hidden@example.org", name=HIDDEN, purpose="bring-papers",
                              dossier="\u202e170412", at="2017-04-18T10:00")
        self.assertEqual((hidden["name"], hidden["dossier"]), (SHOWN_OF_HIDDEN, "170412"))
        file = SCENE.citizen.ask("POST", "/api/appointment/calendar-file", keys)
        self.assertNotIn(b"\r\nATTENDEE", file.body)

    def test_a_line_end_in_a_text_begins_no_line_of_the_calendar_file(self):
        _, keys = self.kept(email="lines@example.org", purpose="collect-result",
                            dossier="1\r\nATTENDEE:mailto:x", at="2017-04-18T10:30")
        file = SCENE.citizen.ask("POST", "/api/appointment/calendar-file", keys)
        self.assertNotIn(b"\r\nATTENDEE", file.body)
        self.assertEqual(file.body.count(b"BEGIN:VEVENT"), 1)

    def test_other_peoples_appointments_are_counts(self):
        self.kept(email="secret@example.org", name="Tên Kín", at="2017-04-18T14:00")
        for path in ("/api/appointment-days", "/api/appointment-days/2017-04-18"):
            seen = SCENE.stranger.ask("GET", path).body.decode()
            self.assertNotIn("Kín", seen)
            self.assertNotIn("LH-", seen)
