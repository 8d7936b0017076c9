#!/usr/bin/env python3
"""Packs the files that the program serves from inside itself into one file.

Layout, all numbers little-endian: "MOTCUA01", count (u32); per file, sorted by path: length of the
path (u32), offset from the start of the pack (u64), size (u64), the path in UTF-8; then the bytes.
The same inputs give the same pack, and an unchanged pack is not written again.
"""
import argparse
import os
import struct
import sys

MAGIC = b"MOTCUA01"
# Folder in the repository -> name in the pack.
FOLDERS = {
    "web/dist": "web",
    "procedures": "procedures",
    "calendars": "calendars",
    "notices": "notices",
    "offices": "offices",
    "authority": "authority",
    "api": "api",
}


def files_below(folder):
    for parent, folders, names in os.walk(folder):
        folders[:] = [f for f in folders if not f.startswith(".")]
        for name in names:
            if not name.startswith("."):
                yield os.path.relpath(os.path.join(parent, name), folder)


def collect(source):
    found = {}
    for folder, prefix in FOLDERS.items():
        root = os.path.join(source, folder)
        for path in files_below(root):
            with open(os.path.join(root, path), "rb") as file:
                found[f"{prefix}/{path}".replace(os.sep, "/")] = file.read()
    return found


def pack(files):
    """The bytes of a pack of {path: bytes}."""
    paths = sorted(files, key=lambda path: path.encode())
    entry = struct.Struct("<IQQ")
    offset = len(MAGIC) + 4 + sum(entry.size + len(path.encode()) for path in paths)
    head, body = [MAGIC, struct.pack("<I", len(paths))], []
    for path in paths:
        name = path.encode()
        head += [entry.pack(len(name), offset, len(files[path])), name]
        body.append(files[path])
        offset += len(files[path])
    return b"".join(head + body)


def write_if_changed(path, content):
    try:
        with open(path, "rb") as file:
            if file.read() == content:
                return
    except FileNotFoundError:
        pass
    with open(path + ".new", "wb") as file:
        file.write(content)
    os.replace(path + ".new", path)


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--source", required=True, help="root of the repository")
    options.add_argument("--output", required=True, help="the pack to write")
    given = options.parse_args()
    write_if_changed(given.output, pack(collect(given.source)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
