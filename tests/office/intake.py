"""Applications as people make them, for tests."""
import itertools

# One empty page.
PDF = (b"%PDF-1.4\n"
       b"1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
       b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
       b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\n"
       b"xref\n"
       b"0 4\n"
       b"0000000000 65535 f \n"
       b"0000000009 00000 n \n"
       b"0000000052 00000 n \n"
       b"0000000101 00000 n \n"
       b"trailer<</Size 4/Root 1 0 R>>\n"
       b"startxref\n"
       b"164\n"
       b"%%EOF\n")

ANSWERS = {
    "unit": {"name": "Sở Du lịch Hà Nội", "address": "3B Lê Thái Tổ, Hoàn Kiếm",
             "letter_number": "125/SDL-VP", "letter_date": "2017-04-10"},
    "contact": {"name": "Trần Thị Mai", "phone": "0912345678", "email": "mai@dulich.vn"},
    "trip": {"purpose": "Dự hội chợ du lịch", "countries": [{"name": "JP"}], "days": 6,
             "inviting_body": "JATA", "from": "2017-05-10", "to": "2017-05-15",
             "funding": "inviting-body"},
    "leader": {"name": "Nguyễn Văn An", "post": "Phó Giám đốc", "rank_group": "department-deputy",
               "party_managed": False},
    "members": [],
    "key_leaders": 0,
    "confirmed": True,
}
PAPERS = ("sending-letter", "invitation")

COUNTER = {
    "procedure": "official-travel", "case": "standard", "outcome": "received",
    "channel": "counter", "applicant": {"kind": "organisation", "name": "Sở Du lịch Hà Nội"},
    "papers": [{"paper": "sending-letter", "originals": 1, "copies": 0},
               {"paper": "invitation", "originals": 0, "copies": 1}],
    "collect_at": "counter",
}

keys = (f"test-key-{number:06d}" for number in itertools.count())


def key():
    return {"Idempotency-Key": next(keys)}


def upload(visitor, path, paper="sending-letter", body=PDF, media_type="application/pdf"):
    return visitor.ask("POST", f"{path}?paper={paper}&name=cong-van.pdf", body,
                       {"Content-Type": media_type})


def new_draft(visitor):
    return visitor.ask("POST", "/api/drafts", {"procedure": "official-travel"}).json()["id"]


def filled_draft(visitor):
    draft = new_draft(visitor)
    visitor.ask("PUT", f"/api/drafts/{draft}", {"answers": ANSWERS})
    for paper in PAPERS:
        upload(visitor, f"/api/drafts/{draft}/files", paper)
    return draft


def receive(reception, **changes):
    return reception.ask("POST", "/api/counter/dossiers", {**COUNTER, **changes}, key())


def act(officer, code, name, input, headers=None):
    """Looks at the dossier, then acts on what was seen."""
    etag = officer.ask("GET", f"/api/dossiers/{code}").headers["etag"]
    sent = {"If-Match": etag, **key(), **(headers or {})}
    return officer.ask("POST", f"/api/dossiers/{code}/acts/{name}", input, sent)
