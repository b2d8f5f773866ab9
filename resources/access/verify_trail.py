#!/usr/bin/env python3
"""Verifies an exported audit trail (CSV or JSON lines) without the program that made it.

    python3 verify_trail.py FILE [--anchor SEQ:HASH ...]

Standard library of Python 3.8 or later only. Exit code 0: every line gives its hash, every line names the one before it,
and every anchor stands. Exit code 1: the first thing that does not is printed.
"""
import csv
import hashlib
import json
import sys

FIELDS = ("actor", "at", "detail", "outcome", "previous", "procedure", "seq")


def lines_of(path, said):
    with open(path, encoding="utf-8-sig", newline="") as source:
        if source.read(1) == "{":
            source.seek(0)
            for row in map(json.loads, source):
                if "format" in row:
                    said.update(row)
                else:
                    yield row
            return
        source.seek(0)
        csv.field_size_limit(1 << 30)
        for row in csv.DictReader(source):
            row["seq"] = int(row["seq"])
            yield row


def hash_of(line):
    """SHA-256 over the canonical JSON: keys in order, no blanks, UTF-8."""
    text = json.dumps(
        {field: line[field] for field in FIELDS}, ensure_ascii=False, separators=(",", ":"), sort_keys=True
    )
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def verify(path, anchors):
    before = None
    count = 0
    said = {}
    left = dict(anchors)
    for line in lines_of(path, said):
        seq = line["seq"]
        if hash_of(line) != line["hash"]:
            return f"line {seq}: its content does not give its hash"
        # An export of a search has gaps; only neighbours can name each other.
        if before is not None and seq <= before["seq"]:
            return f"line {seq}: out of order"
        if before is not None and seq == before["seq"] + 1 and line["previous"] != before["hash"]:
            return f"line {seq}: it does not name the hash of the line before"
        if seq == 1 and line["previous"] != "0" * 64:
            return "line 1: it names a line before it"
        wanted = left.pop(seq, None)
        if wanted is not None and wanted != line["hash"]:
            return f"line {seq}: it is not the line that the anchor knows; the history was written anew"
        before = line
        count += 1
    if said.get("lines", count) != count:
        return f"{said['lines']} lines were exported, {count} are here"
    if left:
        return f"line {min(left)}: the anchor knows it, the file does not hold it"
    print(f"{count} lines verified, the last is {before['seq']}:{before['hash']}" if before else "no lines")
    return None


def main(arguments):
    path, anchors = None, []
    while arguments:
        argument = arguments.pop(0)
        if argument == "--anchor":
            seq, _, value = arguments.pop(0).partition(":")
            anchors.append((int(seq), value))
        else:
            path = argument
    if path is None:
        print(__doc__)
        return 2
    trouble = verify(path, anchors)
    if trouble:
        print(trouble)
    return 1 if trouble else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
