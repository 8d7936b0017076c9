#!/usr/bin/env python3
"""The rules of the house, checked on every file. Prints one line per breach, with file and line."""
import argparse
import sys

import documents
import layout
import modules
import standard
import words
from tree import read_tree

RULES = modules.RULES + standard.RULES + layout.RULES + words.RULES + documents.RULES


def breaches(tree):
    return [breach for rule in RULES for breach in rule(tree)]


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--source", required=True, help="root of the repository")
    tree = read_tree(options.parse_args().source)
    found = breaches(tree)
    for breach in found:
        print(breach)
    print(f"{len(tree)} files, {len(RULES)} rules, {len(found)} breaches")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
