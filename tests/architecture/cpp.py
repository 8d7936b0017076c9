"""Reads just enough C++ for the rules: text without comments and literals, and its functions.

Written for sources laid out by clang-format; it counts brackets and never guesses at types.
"""
import re
from dataclasses import dataclass

LITERALS = re.compile(
    r'//[^\n]*|/\*.*?\*/|R"(?P<mark>[^\s()\\]{0,16})\(.*?\)(?P=mark)"'
    r'|"(?:\\.|[^"\\\n])*"|(?<![0-9a-zA-Z_])\'(?:\\.|[^\'\\\n])+\'',
    re.S)
NOT_FUNCTIONS = {"if", "for", "while", "switch", "catch", "return", "sizeof", "alignas",
                 "decltype", "noexcept", "static_assert", "requires", "__attribute__"}
SCOPE = re.compile(r"\b(namespace|class|struct|union|enum|extern)\b")


@dataclass
class Function:
    name: str
    first: int  # line of the declaration
    last: int   # line of the closing brace, or of the ';'
    parameters: int

    @property
    def lines(self):
        return self.last - self.first + 1


def bare(text, keep_comments=False):
    """`text` with comments and literals blanked; lines and columns stay."""
    def blank(match):
        found = match.group(0)
        if keep_comments and found.startswith("/"):
            return found
        return re.sub(r"[^\n]", " ", found)
    return LITERALS.sub(blank, text)


def comments(text):
    """(line, comment) of every comment."""
    for match in LITERALS.finditer(text):
        if match.group(0).startswith("/"):
            yield text.count("\n", 0, match.start()) + 1, match.group(0)


def without_preprocessor(text):
    blank = lambda match: re.sub(r"[^\n]", " ", match.group(0))
    return re.sub(r"^[ \t]*#(?:[^\n]*\\\n)*[^\n]*", blank, text, flags=re.M)


def closing(text, start):
    """Index of the bracket that closes the one at `start`."""
    depth = 0
    for i in range(start, len(text)):
        if text[i] in "({[":
            depth += 1
        elif text[i] in ")}]":
            depth -= 1
            if depth == 0:
                return i
    return len(text) - 1


def without_template(head):
    """`head` without a leading template <...>."""
    while (match := re.match(r"\s*template\s*<", head)):
        depth, i = 1, match.end()
        while i < len(head) and depth:
            depth += {"<": 1, ">": -1}.get(head[i], 0)
            i += 1
        head = " " * i + head[i:]
        if not re.match(r"\s*template\s*<", head[i:]):
            return head
        head = head[i:]
    return head


def parameter_list(head):
    """(name, text between the parentheses) of the function that `head` declares, or None."""
    head = without_template(head)
    for match in re.finditer(r"(operator\s*[^\sA-Za-z_(]+|operator\s*\(\s*\)|[~\w]+)\s*\(", head):
        name = match.group(1)
        if name in NOT_FUNCTIONS:
            continue
        before = head[:match.start()]
        if re.search(r"(?<![=!<>+\-*/])=(?!=)", before) and "operator" not in name:
            return None  # a variable with an initialiser
        end = closing(head, match.end() - 1)
        return name, head[match.end():end]
    return None


def count_parameters(inside):
    if inside.strip() in ("", "void"):
        return 0
    depth, count = 0, 1
    for i, letter in enumerate(inside):
        if letter in "({[<":
            depth += 1
        elif letter in ")}]" or (letter == ">" and inside[i - 1] != "-"):
            depth -= 1
        elif letter == "," and depth == 0:
            count += 1
    return count


def is_brace_initialiser(head):
    """True at the '{' of `Name(int a) : a_{a}`: a member's initial value, not a body."""
    colon = re.search(r"\)\s*(?:noexcept\s*)?:(?!:)", head)
    return bool(colon) and bool(re.search(r"[\w>]\s*$", head)) and not re.search(
        r"\)\s*$", head)


def functions(text):
    """Every function declared or defined outside of functions."""
    code = without_preprocessor(bare(text))
    found, i, start = [], 0, 0
    while i < len(code):
        letter = code[i]
        if letter in "([":
            i = closing(code, i) + 1
        elif letter == ";":
            add_function(found, code, start, i)
            start = i = i + 1
        elif letter == "}":
            start = i = i + 1
        elif letter == "{":
            head = code[start:i]
            if is_brace_initialiser(head):
                i = closing(code, i) + 1
            elif is_scope(head):
                start = i = i + 1
            else:
                end = closing(code, i)
                add_function(found, code, start, end, head)
                i = end + 1
                start = i if parameter_list(head) else start
        else:
            i += 1
    return found


def is_scope(head):
    match = SCOPE.search(without_template(head))
    return bool(match) and "(" not in head[:match.start()] and not re.search(
        r"\)\s*(const|noexcept|override|final|->.*)?\s*$", head.rstrip())


def add_function(found, code, start, end, head=None):
    head = code[start:end] if head is None else head
    head = re.sub(r"\b(public|private|protected)\s*:", lambda m: " " * len(m.group(0)), head)
    listed = parameter_list(head)
    if listed is None or is_scope(head):
        return
    begin = start + len(head) - len(head.lstrip())
    found.append(Function(listed[0], code.count("\n", 0, begin) + 1,
                          code.count("\n", 0, end) + 1, count_parameters(listed[1])))
