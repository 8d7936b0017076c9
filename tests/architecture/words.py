"""Names the house does not use, and words that do not belong in a finished repository."""
import re

import cpp
from tree import numbered, with_ending

BANNED_NAMES = {"util", "utils", "common", "misc", "helper", "helpers", "manager", "managers",
                "handler", "handlers", "processor", "processors", "service", "services", "data",
                "info", "impl"}
# Modules of the standards whose own terms keep their names.
STANDARDS = ("src/core/dmn/", "src/core/bpmn/")
STANDARD_TERMS = {"service"}

UNFINISHED = re.compile(r"\b(" + "|".join(["TO" + "DO", "FIX" + "ME", "X" + "XX"]) + r")\b")
MACHINE = re.compile(
    r"(?<![\w.$}-])/(" + "|".join(["work", "farm", "root", "home/[a-z]+"]) + r")/|"
    r"(?<![\w.$}-])/t" + r"mp/[a-z]")
REGISTRY = re.compile(
    "|".join([r"registry\." + r"npmjs", r"deb\." + r"debian\.org", r"pypi\." + r"org",
              r"registry\." + r"yarnpkg", r'"resol' + r'ved": "http']))
WAITING = re.compile(
    r"\b(sleep_for|sleep_until|usleep|nanosleep|waitForTimeout|time\.sleep|sleep)\s*\(")
TESTS = re.compile(r"_test\.cpp$|^tests/|\.test\.tsx?$|^web/(tests|journeys|e2e)/")


def words_of(name):
    """The words of snake_case, kebab-case, dotted and PascalCase names."""
    split = re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_", name)
    return [word.lower() for word in re.split(r"[^A-Za-z0-9]+", split) if word]


def banned_word(name, path):
    for word in words_of(name):
        standard = word in STANDARD_TERMS and path.startswith(STANDARDS)
        if word in BANNED_NAMES and not standard:
            return word
    return None


def check_paths(tree):
    for path in tree:
        if (word := banned_word(path, path)):
            yield f"{path}:1: the name says \"{word}\", which says nothing"


def check_types(tree):
    declared = re.compile(r"^\s*(?:export\s+)?(?:template\s*<[^;]*>\s*)?"
                          r"(?:class|struct|enum class|union|interface|concept|type|using)\s+"
                          r"(?:\[\[\w+\]\]\s*)?([A-Za-z_]\w*)"
                          r"(?=\s*:(?!:)|\s*[{=<]|\s+final|\s+extends)",
                          re.M)
    for path, text in with_ending(tree, "", ".cpp", ".hpp", ".ts", ".tsx"):
        for match in declared.finditer(cpp.bare(text)):
            name, line = match.group(1), text.count("\n", 0, match.start(1)) + 1
            if (word := banned_word(name, path)) or name.endswith("Base"):
                yield f"{path}:{line}: type {name} says \"{word or 'base'}\", which says nothing"
            elif not re.match(r"[A-Z]", name) and path.endswith("pp") and name not in KEPT_NAMES:
                yield f"{path}:{line}: type {name} is not in PascalCase"


# Names that the standard library or a library of ours looks for.
KEPT_NAMES = {"value_type", "iterator", "const_iterator", "is_transparent", "promise_type",
              "difference_type", "reference", "pointer", "iterator_category", "enum_type"}


def check_snake_case(tree):
    for path, _ in with_ending(tree, "src/", ".cpp", ".hpp"):
        if not re.fullmatch(r"[a-z0-9_/]+\.[ch]pp", path):
            yield f"{path}:1: files and folders of sources are in snake_case"


def check_words(tree):
    for path, text in tree.items():
        for line, content in numbered(text):
            if (match := UNFINISHED.search(content)):
                yield f"{path}:{line}: {match.group(0)} marks unfinished work"
            if (match := MACHINE.search(content)):
                yield f"{path}:{line}: a path of one machine: {match.group(0)}"
            if (match := REGISTRY.search(content)):
                yield f"{path}:{line}: the host of a registry: {match.group(0)}"


def check_no_waiting(tree):
    for path, text in tree.items():
        if TESTS.search(path) and not path.endswith(".md"):
            for line, content in numbered(text):
                if WAITING.search(content) and not path.startswith("tests/architecture/"):
                    yield f"{path}:{line}: a test waits for a condition, never for time"


def check_bare_catch(tree):
    for path, text in with_ending(tree, "", ".cpp", ".hpp"):
        for line, content in numbered(cpp.bare(text)):
            if re.search(r"\bcatch\s*\(\s*\.\.\.\s*\)", content):
                yield f"{path}:{line}: a bare catch hides bugs"


RULES = [check_paths, check_types, check_snake_case, check_words, check_no_waiting,
         check_bare_catch]
