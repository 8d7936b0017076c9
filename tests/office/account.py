"""Accounts of those who apply, as people make and use them, for tests."""
import base64
import hashlib
import hmac
import struct
import time

PASSWORD = "mot-cua-2017"


def create(visitor, email):
    """The visitor, signed in to a new account."""
    made = visitor.ask("POST", "/api/accounts",
                       {"name": "Trần Thị Mai", "email": email, "password": PASSWORD})
    assert made.status == 201, made
    visitor.csrf = made.json()["csrf"]
    return visitor


def sign_in(visitor, email, password=PASSWORD, **more):
    answer = visitor.ask("POST", "/api/account/session",
                         {"email": email, "password": password, **more})
    if answer.status == 200:
        visitor.csrf = answer.json()["csrf"]
    return answer


def code_of(secret, steps=0):
    """What an authenticator shows, by an implementation of its own (RFC 6238)."""
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    counter = struct.pack(">Q", int(time.time()) // 30 + steps)
    digest = hmac.digest(key, counter, hashlib.sha1)
    start = digest[-1] & 15
    number = struct.unpack(">I", digest[start:start + 4])[0] & 0x7FFFFFFF
    return f"{number % 1_000_000:06d}"
