"""Documents that must exist and be true, keys of law, and the texts of the web."""
import os
import re

import cpp
from tree import numbered, with_ending

NEEDED = ["README.md", "README.vi.md", "ARCHITECTURE.md", "GLOSSARY.md", "STYLE.md",
          "CONTRIBUTING.md", "docs/law/README.md", "tools/packages.txt", "api/openapi.yaml"]
ARCHITECTURE_LINES = 90
KEY = r"[A-Z]{2,}[0-9]*(?:-[0-9][0-9A-Za-z.]*)?"
CITED = re.compile(rf"\[({KEY}|{KEY}(?:[,;] ?{KEY})+)\]")
DECLARED = re.compile(rf"^- ({KEY}): ", re.M)


def check_documents(tree):
    for path in NEEDED:
        if path not in tree:
            yield f"{path}:1: is missing"
    for path in ("README.md", "README.vi.md"):
        for command in ("./dev run", "./dev test"):
            if path in tree and command not in tree[path]:
                yield f"{path}:1: does not show {command}"
    lines = len(tree.get("ARCHITECTURE.md", "").splitlines())
    if lines > ARCHITECTURE_LINES:
        yield f"ARCHITECTURE.md:{lines}: more than one page ({ARCHITECTURE_LINES} lines)"


def check_links(tree):
    folders = {parent for path in tree for parent in parents(path)}
    for path, text in with_ending(tree, "", ".md"):
        for line, content in numbered(text):
            for target in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", content):
                if re.match(r"[a-z]+:", target):
                    continue
                full = os.path.normpath(os.path.join(os.path.dirname(path), target))
                if full not in tree and full not in folders:
                    yield f"{path}:{line}: the link to {target} leads nowhere"


def parents(path):
    while (path := os.path.dirname(path)):
        yield path


def law_keys(tree):
    return {key for _, text in with_ending(tree, "docs/law/", ".md")
            for key in DECLARED.findall(text)}


def check_law_keys(tree):
    declared = law_keys(tree)
    for path, text in with_ending(tree, "src/", ".cpp", ".hpp"):
        for line, comment in cpp.comments(text):
            for match in CITED.finditer(comment):
                for key in re.split(r"[,;] ?", match.group(1)):
                    if re.search(r"\d", key) and key not in declared:
                        at = line + comment.count("\n", 0, match.start())
                        yield f"{path}:{at}: [{key}] is not declared in docs/law/"


def check_law_keys_are_declared_once(tree):
    seen = {}
    for path, text in with_ending(tree, "docs/law/", ".md"):
        for line, content in numbered(text):
            match = DECLARED.match(content)
            if match and match.group(1) in seen:
                yield f"{path}:{line}: {match.group(1)} is declared in {seen[match.group(1)]} too"
            elif match:
                seen[match.group(1)] = path


def text_keys(text):
    """Keys of one file of texts; the plural forms under a key differ between languages."""
    return set(re.findall(r"^\s*'?([\w.-]+)'?:\s", text, re.M)) - {"one", "other"}


def check_web_texts(tree):
    for folder, twin in (("vi", "en"), ("en", "vi")):
        for path, text in with_ending(tree, f"web/src/text/{folder}/", ".ts"):
            other = path.replace(f"/{folder}/", f"/{twin}/")
            if other not in tree:
                yield f"{other}:1: is missing beside {path}"
                continue
            for key in sorted(text_keys(text) - text_keys(tree[other])):
                yield f"{other}:1: the text \"{key}\" is missing"


def check_packages_have_reasons(tree):
    line_form = re.compile(r"^(build|node|test|format)\s+[a-z0-9.+-]+\s+# \S")
    for line, content in numbered(tree.get("tools/packages.txt", "")):
        if content and not content.startswith("#") and not line_form.match(content):
            yield f"tools/packages.txt:{line}: a line is: group, package, # reason"


RULES = [check_documents, check_links, check_law_keys, check_law_keys_are_declared_once,
         check_web_texts, check_packages_have_reasons]
