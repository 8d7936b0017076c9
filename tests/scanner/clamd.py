"""A real clamd of the test's own: its configuration, one made-up database, no network."""
import hashlib
import io
import os
import socket
import subprocess
import tarfile
import threading
import time

PROGRAM = "/usr/sbin/clamd"
VIRUS = "Motcua.Test.Eicar.UNOFFICIAL"
DATABASE_VERSION = "4711"
MOST_MEGABYTES = 1
READY = "Self checking every"
LONGEST_WAIT = 60

# In two halves, so that no scanner takes this file for what it is about.
EICAR = ("X5O!P%@AP[4\\PZX54(P^)7CC)7}$EI" + "CAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*").encode()


def write_database(path):
    """A container of signatures with one, unsigned, as clamd takes from its own folder."""
    signatures = f"Motcua.Test.Eicar:0:*:{EICAR.hex()}\n".encode()
    none = "X" * 32  # in place of a digest and of a signature
    head = (f"ClamAV-VDB:10 Apr 2017 08-00 +0700:{DATABASE_VERSION}:1:90:{none}:{none}:"
            f"motcua:{int(time.time())}")
    told = f"{head}\ndaily.ndb:{len(signatures)}:{hashlib.sha256(signatures).hexdigest()}\n"
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w", format=tarfile.USTAR_FORMAT) as archive:
        for name, content in (("COPYING", b"none"), ("daily.info", told.encode()),
                              ("daily.ndb", signatures)):
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            archive.addfile(entry, io.BytesIO(content))
    with open(path, "wb") as file:
        file.write(head.ljust(512).encode() + packed.getvalue())


class Clamd:
    """`with Clamd(folder) as clamd:` runs until the end; `clamd.socket` is where it listens."""

    def __init__(self, folder):
        self.folder = folder
        self.socket = os.path.join(folder, "clamd.ctl")
        self.process = None
        self.reader = None
        database = os.path.join(folder, "signatures")
        os.makedirs(database, exist_ok=True)
        write_database(os.path.join(database, "daily.cud"))
        with open(os.path.join(folder, "clamd.conf"), "w", encoding="utf-8") as file:
            file.write(f"LocalSocket {self.socket}\nDatabaseDirectory {database}\n"
                       f"Foreground yes\nStreamMaxLength {MOST_MEGABYTES}M\n"
                       "ConcurrentDatabaseReload no\n")

    def __enter__(self):
        # pylint: disable-next=consider-using-with
        self.process = subprocess.Popen(
            [PROGRAM, "--config-file", os.path.join(self.folder, "clamd.conf"), "--foreground"],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        told = []
        for line in self.process.stdout:
            told.append(line)
            if READY in line:
                break
        else:
            raise AssertionError(f"clamd did not start, exit code {self.process.wait()}:\n"
                                 + "".join(told))
        self.reader = threading.Thread(target=self.process.stdout.read, daemon=True)
        self.reader.start()
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(LONGEST_WAIT)
        self.reader.join()
        self.process.stdout.close()


class Silent:
    """A scanner that takes every connection and never answers; counts them."""

    def __init__(self, folder):
        self.socket = os.path.join(folder, "silent.ctl")
        self.connections = []
        self.changed = threading.Condition()
        self.listening = socket.socket(socket.AF_UNIX)
        self.thread = threading.Thread(target=self.take, daemon=True)

    def take(self):
        while True:
            try:
                connection, _ = self.listening.accept()
            except OSError:
                return
            with self.changed:
                self.connections.append(connection)
                self.changed.notify_all()

    def wait_for(self, count):
        with self.changed:
            assert self.changed.wait_for(lambda: len(self.connections) >= count, LONGEST_WAIT)

    def __enter__(self):
        self.listening.bind(self.socket)
        self.listening.listen()
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.listening.shutdown(socket.SHUT_RDWR)
        self.listening.close()
        self.thread.join()
        for connection in self.connections:
            connection.close()
