"""The figures as they leave the program, read back."""
import io
import subprocess
import unittest
import zipfile

from scene import JUDGE, SCENE

HEADS = ("Satisfaction of applicants", "Response rate", "Interval at 95 %",
         "Satisfaction by indicator", "Measured level of the service")


def words_of(export, kind):
    """Without regard to where lines end."""
    if kind == "pdf":
        shown = subprocess.run(["pdftotext", "-", "-"], input=export, capture_output=True,
                               check=True, timeout=60).stdout.decode()
        return " ".join(shown.split())
    with zipfile.ZipFile(io.BytesIO(export)) as book:
        return " ".join(book.read(name).decode() for name in book.namelist()
                        if name.endswith(".xml"))


class Exports(unittest.TestCase):
    def test_hold_what_applicants_said_and_the_levels_measured(self):
        leader = JUDGE.officer(SCENE.office, "giamdoc")
        for kind in ("xlsx", "pdf"):
            export = leader.ask("GET", f"/api/figures/export?period=2017-Q1&format={kind}")
            self.assertEqual(export.status, 200)
            words = words_of(export.body, kind)
            for head in HEADS:
                self.assertTrue(head.casefold() in words.casefold(), (head, kind))
