#!/usr/bin/env python3
"""Packs the zones of the system's tzdata into a C++ source (see src/core/feel/zones.hpp).

Usage: pack_zones.py FOLDER OUTPUT
"""
import pathlib
import struct
import sys



def changes_of(content):
    """(initial offset, [(seconds, offset)]) of a TZif file of version 2 or later."""
    def header(at):
        return struct.unpack(">6l", content[at + 20:at + 44])
    utc, std, leap, times, types, chars = header(0)
    at = 44 + times * 5 + types * 6 + chars + leap * 8 + std + utc
    utc, std, leap, times, types, chars = header(at)
    at += 44
    moments = struct.unpack(f">{times}q", content[at:at + 8 * times])
    at += 8 * times
    indices = content[at:at + times]
    at += times
    offsets = [struct.unpack(">l", content[at + 6 * i:at + 6 * i + 4])[0] for i in range(types)]
    return offsets[0], [(when, offsets[kind]) for when, kind in zip(moments, indices)]


def zones_below(folder):
    for file in sorted(folder.rglob("*")):
        name = file.relative_to(folder).as_posix()
        if file.is_dir() or name.startswith(("posix/", "right/")) or name in ("localtime",
                                                                            "posixrules"):
            continue
        content = file.read_bytes()
        if content[:4] == b"TZif" and content[4:5] >= b"2":
            yield name, changes_of(content)


def main():
    folder, output = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    rows, at, offsets, known = [], [], [], {}
    for name, (initial, changes) in sorted(zones_below(folder)):
        key = tuple(changes)
        if key not in known:
            known[key] = len(at)
            at += [when for when, _ in changes]
            offsets += [offset for _, offset in changes]
        rows.append(f'    {{"{name}", {known[key]}U, {len(changes)}U, {initial}}},')
    if not rows:
        sys.exit(f"no zones in {folder}")
    output.write_text("\n".join([
        '#include "feel/zones.hpp"', "namespace motcua::feel {",
        "const ZoneRow zone_rows[] = {", *rows, "};",
        f"const std::uint32_t zone_row_count = {len(rows)};",
        "const std::int64_t zone_change_at[] = {" + ",\n".join(f"{x}LL" for x in at) + "};",
        "const std::int32_t zone_change_offset[] = {" + ",\n".join(map(str, offsets)) + "};",
        "}"]) + "\n")


if __name__ == "__main__":
    main()
