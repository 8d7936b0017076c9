"""Sizes, first lines of headers, and namespaces."""
import re

import cpp
from tree import numbered, with_ending

FILE_LINES = 600
FUNCTION_LINES = 70
COLUMNS = 100
PARAMETERS = 5
MEASURED = (".cpp", ".hpp", ".ts", ".tsx", ".css", ".mjs", ".py", ".sh", ".cmake")


def measured(tree):
    return with_ending(tree, "", *MEASURED) + [(p, tree[p]) for p in ("dev",) if p in tree]


def check_files(tree):
    for path, text in measured(tree):
        lines = text.splitlines()
        if len(lines) > FILE_LINES:
            yield f"{path}:{len(lines)}: {len(lines)} lines, at most {FILE_LINES}"
        for number, line in enumerate(lines, start=1):
            if len(line) > COLUMNS:
                yield f"{path}:{number}: {len(line)} columns, at most {COLUMNS}"


def check_functions(tree):
    for path, text in with_ending(tree, "", ".cpp", ".hpp"):
        for function in cpp.functions(text):
            where = f"{path}:{function.first}: {function.name}"
            if function.lines > FUNCTION_LINES:
                yield f"{where} has {function.lines} lines, at most {FUNCTION_LINES}"
            if function.parameters > PARAMETERS:
                yield f"{where} has {function.parameters} parameters, at most {PARAMETERS}"


def check_headers(tree):
    for path, text in with_ending(tree, "src/", ".hpp"):
        if not text.startswith("// "):
            yield f"{path}:1: a header begins by saying what it is for"
        if not re.search(r"^#pragma once$", text, re.M):
            yield f"{path}:1: #pragma once is missing"


def check_namespaces(tree):
    for path, text in with_ending(tree, "src/", ".hpp", ".cpp"):
        parts = path.split("/")
        if parts[1] == "programs" or len(parts) < 4:
            continue
        own = "motcua" if parts[2] == "base" else f"motcua::{parts[2]}"
        code = cpp.bare(text)
        opened = list(re.finditer(r"^namespace\s+([\w:]+)\s*(?=\{)", code, re.M))
        for match in opened:
            name, body = match.group(1), code[match.end():cpp.closing(code, match.end())]
            if not is_of(name, own) and not only_names_types(body):
                yield f"{path}:1: namespace {name} in the folder of {own}"
        if not opened and re.search(r"^\w", cpp.without_preprocessor(code), re.M):
            yield f"{path}:1: nothing is in namespace {own}"


def is_of(name, own):
    return name in (own, "std") or name.startswith(own + "::")


def only_names_types(body):
    """True for `namespace boost::asio { class io_context; }`: it spares the library's header."""
    lines = [line.strip() for line in body.splitlines() if line.strip(" {}")]
    return all(re.fullmatch(r"(class|struct) \w+;|namespace \w+ \{( class \w+; \})?", line)
               for line in lines)


def check_own_header_first(tree):
    """A source, or a test, that includes its own header first proves that it compiles alone."""
    for path, text in with_ending(tree, "src/", ".cpp"):
        header = re.sub(r"(_test)?\.cpp$", ".hpp", path)
        if header not in tree or path.count("/") < 3:
            continue
        first = next((line for _, line in numbered(text) if line.startswith("#include")), "")
        if first != f'#include "{"/".join(header.split("/")[2:])}"':
            yield f"{path}:1: the first include is not its own header"


RULES = [check_files, check_functions, check_headers, check_namespaces, check_own_header_first]
