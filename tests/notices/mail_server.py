"""A mail server of the test's own: STARTTLS or TLS, sign-in, and the refusals it is told."""
import asyncio
import logging
import os
import ssl
import subprocess
import threading
import warnings
from email import message_from_bytes, policy

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword

USER, PASSWORD = "motcua", "bí mật"
LONGEST_WAIT = 60

# What a refused client does to a server is what these tests are about.
logging.getLogger("mail.log").setLevel(logging.CRITICAL)
logging.getLogger("asyncio").setLevel(logging.CRITICAL)
warnings.filterwarnings("ignore", module="aiosmtpd")


def make_certificate(folder, host="localhost"):
    """A self-signed certificate for `host` and its key, in PEM."""
    certificate, key = (os.path.join(folder, f"{host}.{part}") for part in ("crt", "key"))
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256",
         "-nodes", "-days", "3650", "-subj", f"/CN={host}", "-addext",
         f"subjectAltName=DNS:{host}", "-keyout", key, "-out", certificate],
        check=True, capture_output=True)
    return certificate, key


class MailServer:
    """`answers`: one for each message to come, then "250 OK"; "drop" hangs up instead."""

    def __init__(self, certificate, key, security="starttls"):
        self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.context.load_cert_chain(certificate, key)
        self.security = security
        self.answers = []
        self.answers_to_receiver = []
        self.messages = []
        self.tries = 0        # of messages or of receivers
        self.connections = 0
        self.changed = threading.Condition()
        self.when_taken = lambda: None
        self.loop = asyncio.new_event_loop()
        self.thread = threading.Thread(target=self.loop.run_forever, daemon=True)
        self.listening = None

    def new_session(self):
        self.note("connections")
        starts = self.security == "starttls"
        return SMTP(self, tls_context=self.context if starts else None, require_starttls=starts,
                    hostname="localhost", loop=self.loop, auth_required=True,
                    auth_require_tls=starts, authenticator=self.sign_in)

    def __enter__(self):
        context = self.context if self.security == "tls" else None
        self.listening = self.loop.run_until_complete(
            self.loop.create_server(self.new_session, "127.0.0.1", 0, ssl=context))
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.loop.call_soon_threadsafe(self.loop.stop)
        self.thread.join()
        self.listening.close()
        for task in asyncio.all_tasks(self.loop):
            task.cancel()
        self.loop.run_until_complete(self.loop.shutdown_asyncgens())
        self.loop.close()

    @property
    def port(self):
        return self.listening.sockets[0].getsockname()[1]

    def sign_in(self, _server, _session, _envelope, _mechanism, told):
        right = isinstance(told, LoginPassword) and \
            (told.login.decode(), told.password.decode()) == (USER, PASSWORD)
        return AuthResult(success=right, handled=False)  # 535 to who is not known

    async def handle_RCPT(self, _server, _session, envelope: Envelope, address, _options):
        envelope.rcpt_tos.append(address)
        if not self.answers_to_receiver:
            return "250 OK"
        self.note("tries")
        return self.answers_to_receiver.pop(0)

    async def handle_DATA(self, server, _session, envelope: Envelope):
        answer = self.answers.pop(0) if self.answers else "250 OK"
        if answer.startswith("250"):
            with self.changed:
                self.messages.append((envelope, message_from_bytes(envelope.content,
                                                                   policy=policy.default)))
            self.when_taken()
        self.note("tries")
        if answer == "drop":
            server.transport.abort()
        return answer

    def note(self, counter):
        with self.changed:
            setattr(self, counter, getattr(self, counter) + 1)
            self.changed.notify_all()

    def wait_for(self, condition):
        with self.changed:
            assert self.changed.wait_for(condition, LONGEST_WAIT), "nothing came"

    def wait_for_messages(self, count):
        self.wait_for(lambda: len(self.messages) >= count)
        return [message for _, message in self.messages]
