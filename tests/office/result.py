"""A result the office numbers, signs and seals, as people make it, for tests."""
import re
import subprocess

import intake

PASSPHRASE = "mot-cua-2017"
APPLICATION = {
    "procedure": "foreigner-visa-extension", "case": "standard", "outcome": "received",
    "applicant": {"kind": "organisation", "name": "Công ty Sông Hồng"},
    "papers": [{"paper": "application", "originals": 1}, {"paper": "work-permit", "copies": 1},
               {"paper": "contract", "copies": 1}, {"paper": "establishment", "copies": 1},
               {"paper": "work-report", "originals": 1}],
    "answers": {
        "unit": {"name": "Công ty Sông Hồng", "address": "12 phố Huế, Hà Nội",
                 "letter_number": "08/CV"},
        "contact": {"name": "Đỗ Mai", "phone": "024 3 000 000", "email": "mai@songhong.example"},
        "person": {"name": "John Smith", "nationality": "Úc", "born": "1980-02-03",
                   "passport": "N1234567", "post": "Kỹ sư",
                   "residence": "5 phố Hàng Bài, Hà Nội"},
        "extension": {"kind": "visa", "valid_until": "2017-04-30", "wanted_until": "2018-04-30",
                      "reason": "Hợp đồng kéo dài", "work_basis": "permit", "oda": False},
        "confirmed": True},
}


def receive(reception):
    """The confirmation of an application the office answers itself."""
    answer = reception.ask("POST", "/api/counter/dossiers", APPLICATION, intake.key())
    assert answer.status == 201, answer
    return answer.json()


def decide(reception, specialist, director, code):
    """Up to a result that has its number of the register."""
    for officer, act, input_ in ((reception, "hand-over", {}), (specialist, "propose", {}),
                                 (director, "approve", {}),
                                 (reception, "record-result", {"outcome": "granted"})):
        answer = intake.act(officer, code, act, input_)
        assert answer.status == 200, answer


def issue(director, code, headers=None, **order):
    etag = director.ask("GET", f"/api/dossiers/{code}").headers["etag"]
    return director.ask("POST", f"/api/dossiers/{code}/result-papers", order,
                        {"If-Match": etag, **intake.key(), **(headers or {})})


def issued(officer, code):
    return officer.ask("GET", f"/api/dossiers/{code}").json()["result"]


def code_on(paper):
    """The code to check it by that stands on a paper, read as people read it."""
    text = subprocess.run(["pdftotext", "-layout", "-", "-"], input=paper, capture_output=True,
                          check=True, timeout=60).stdout.decode()
    found = re.search(r"\b([0-9A-Z]{5}[- ]?[0-9A-Z]{5})\b", text)
    assert found, text
    return found.group(1)


