"""What the designers' desk is asked with."""
DECISION = {"number": "12/QĐ-UBND", "date": "2017-04-01", "by": "UBND thành phố"}
DAY = "2027-01-04"
PATH = {"kind": "procedure", "subject": "official-travel", "number": "1",
        "proposal": "DX-170412-9999", "act": "decide"}
QUERY = {"kind": "procedure", "subject": "official-travel", "old": "1", "new": "1"}
GOOD_BODIES = {
    "beginDesignDraft": {"kind": "procedure", "subject": "official-travel", "base": 1,
                         "title": "Phân cấp"},
    "importDesignDraft": {"format": "motcua-subject/1", "kind": "procedure", "subject": "x",
                          "digest": "0" * 64, "files": {"procedure.toml": "procedure = \"x\"\n"}},
    "saveDesignFiles": {"files": {"texts.vi.toml": "name = \"x\"\n"}},
    "tryDesignDraft": {"from": "2017-04-01", "to": "2017-04-30"},
    "walkDesignDraft": {"answers": {"name": "An"}},
    "evaluateDesignDecision": {"file": "decisions.dmn", "decision": "case", "answers": {}},
    "checkDesignCell": {"kind": "unary-tests", "text": "<= 5"},
    "tellDesignSource": {"text": "facts-7.5: chưa kiểm chứng"},
    "submitDesignDraft": {"in_force_from": DAY, "decision": DECISION},
    "returnDesignDraft": {"reason": "Chưa rõ"},
    "publishDesignDraft": {},
    "discardDesignDraft": {},
    "proposeDesign": {"kind": "simplify", "subjects": ["official-travel"], "why": "Bớt giấy tờ",
                      "in_force_from": DAY},
    "actOnDesignProposal": {"accepted": True, "decision": DECISION},
}


def begin(officer, subject, **more):
    return officer.ask("POST", "/api/design/drafts",
                       {"kind": "procedure", "subject": subject, "title": "Thử", **more})
