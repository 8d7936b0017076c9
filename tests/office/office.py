"""A demo office run by the real program in a folder of its own, asked over HTTP."""
import http.client
import json
import os
import re
import shutil
import signal
import subprocess
import tempfile
import threading
import time
from dataclasses import dataclass, field

PASSWORD = "mot-cua-2017"  # of every account of the demonstration
ANSWER_SECONDS = 120       # longest wait for anything, so that a test cannot hang
IDLE_SECONDS = 30          # the server ends a connection idle for 60: a new one is made long before


@dataclass
class Answer:
    status: int
    headers: dict
    body: bytes

    def json(self):
        return json.loads(self.body)

    @property
    def code(self):
        """The code of a problem; empty when the answer is none."""
        is_problem = self.headers.get("content-type") == "application/problem+json"
        return self.json()["code"] if is_problem else ""

    @property
    def media_type(self):
        return self.headers.get("content-type", "").split(";")[0].strip()


@dataclass
class Visitor:
    """Who asks: a browser with its cookies, and the CSRF token of an officer's session."""
    port: int
    cookies: dict = field(default_factory=dict)
    csrf: str = ""
    connection: http.client.HTTPConnection = None
    used_at: float = 0

    def ask(self, method, path, body=None, headers=None):
        """`body`: bytes are sent as they are, anything else as JSON."""
        sent = {"Accept-Language": "en"}
        if self.cookies:
            sent["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        if self.csrf and method != "GET":
            sent["X-CSRF-Token"] = self.csrf
        if body is not None and not isinstance(body, bytes):
            body = json.dumps(body, ensure_ascii=False).encode()
            sent["Content-Type"] = "application/json"
        sent.update(headers or {})
        sent = {name: value for name, value in sent.items() if value is not None}
        return self.exchange(method, path, body, sent)

    def exchange(self, method, path, body, headers):
        if time.monotonic() - self.used_at > IDLE_SECONDS:
            self.hang_up()
        if self.connection is None:
            self.connection = http.client.HTTPConnection(
                "127.0.0.1", self.port, timeout=ANSWER_SECONDS)
        try:
            self.connection.request(method, path, body, headers)
            got = self.connection.getresponse()
            answer = Answer(got.status, {k.lower(): v for k, v in got.getheaders()}, got.read())
            self.used_at = time.monotonic()
        except (OSError, http.client.HTTPException):
            self.hang_up()
            raise
        for cookie in got.headers.get_all("Set-Cookie") or []:
            name, value = cookie.split(";")[0].split("=", 1)
            self.cookies[name] = value
        return answer

    def hang_up(self):
        if self.connection is not None:
            self.connection.close()
        self.connection = None

    def sign_in(self, username, password=PASSWORD):
        answer = self.ask("POST", "/api/session", {"username": username, "password": password})
        if answer.status == 200:
            self.csrf = answer.json()["csrf"]
        return answer


class Office:
    """`with Office(program) as office:` makes the demonstration and serves it on a free port."""

    def __init__(self, program, data=None, command="demo"):
        self.program = program
        self.command = command
        self.own_folder = None if data else tempfile.mkdtemp(prefix="motcua-office-")
        self.data = data or os.path.join(self.own_folder, "office")
        self.process = None
        self.reader = None
        self.port = 0
        self.log = []
        self.visitors = []

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *_):
        if self.process is not None:
            self.kill()
        if self.own_folder:
            shutil.rmtree(self.own_folder, ignore_errors=True)

    def start(self):
        self.process = subprocess.Popen(
            [self.program, self.command, "--data", self.data, "--port", "0"],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8")
        self.log = []
        for line in self.process.stdout:
            self.log.append(line)
            if (found := re.search(r"http://127\.0\.0\.1:(\d+)/can-bo/", line)):
                self.port = int(found.group(1))
                break
        else:
            raise AssertionError(f"the office did not open, exit code {self.process.wait()}:\n"
                                 + "".join(self.log))
        self.reader = threading.Thread(target=self.read_log, args=(self.process.stdout,),
                                       daemon=True)
        self.reader.start()

    def read_log(self, lines):
        for line in lines:
            self.log.append(line)

    def stop(self):
        """As Ctrl-C; gives the exit code."""
        return self.end(signal.SIGTERM)

    def kill(self):
        return self.end(signal.SIGKILL)

    def end(self, how):
        for visitor in self.visitors:
            visitor.hang_up()
        self.visitors = []
        self.process.send_signal(how)
        code = self.process.wait(ANSWER_SECONDS)
        self.reader.join()
        self.process.stdout.close()
        self.process = None
        return code

    def visitor(self):
        self.visitors.append(Visitor(self.port))
        return self.visitors[-1]

    def officer(self, username):
        visitor = self.visitor()
        answer = visitor.sign_in(username)
        assert answer.status == 200, answer
        return visitor

    def run(self, *arguments):
        """Another command of the program on this office's folder."""
        return subprocess.run([self.program, arguments[0], "--data", self.data, *arguments[1:]],
                              capture_output=True, text=True, timeout=ANSWER_SECONDS, check=False)


def command_line(about, *more):
    """What every test program is told: where the program is, and `more`. The rest is unittest's."""
    import argparse
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("--program", required=True)
    parser.add_argument("--routes", default="")
    for name in more:
        parser.add_argument(name, required=True)
    known, rest = parser.parse_known_args()
    return known, [about, *rest]
