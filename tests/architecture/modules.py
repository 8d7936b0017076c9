"""The include table: which module may use which, read from src/CMakeLists.txt."""
import re
from dataclasses import dataclass

from tree import numbered, with_ending

LAYERS = ["core", "application", "adapters", "programs"]
INCLUDE = re.compile(r'^\s*#\s*include\s+"([^"]+)"')
SYSTEM_INCLUDE = re.compile(r"^\s*#\s*include\s+<([^>]+)>")
# What a pure core must not even see.
IMPURE = {"thread", "mutex", "shared_mutex", "condition_variable", "future", "atomic", "random",
          "fstream", "iostream", "filesystem", "ctime", "time.h", "unistd.h"}
OUTSIDE_CALLS = re.compile(r"\b(system_clock|steady_clock|getenv|fopen|f?printf|puts)\b")
# Third-party headers that cost seconds in every file that sees them.
HEAVY = re.compile(
    r"^(boost/(asio|beast)|spdlog/|CLI/|toml\+\+|toml\.h|pango|cairo|openssl/|xlsxwriter|sqlite3)")
EXACT = ("calendar", "dossier", "procedure", "view", "report", "authority")


@dataclass
class Module:
    layer: str
    name: str
    uses: list
    line: int


def module_table(tree):
    text = tree.get("src/CMakeLists.txt", "")
    text = re.sub(r"#[^\n]*", "", text)
    table = {}
    for call in re.finditer(r"motcua_module\(([^)]*)\)", text):
        layer, name, *rest = call.group(1).split()
        uses = rest[rest.index("USES") + 1:] if "USES" in rest else []
        if "LINK" in uses:
            uses = uses[:uses.index("LINK")]
        table[name] = Module(layer, name, uses, text.count("\n", 0, call.start()) + 1)
    return table


def reachable(table, name, seen=None):
    """Every module that `name` may include: its own, what it uses, and what those use."""
    seen = set() if seen is None else seen
    if name not in seen and name in table:
        seen.add(name)
        for used in table[name].uses:
            reachable(table, used, seen)
    return seen


def is_used_by_itself(table, name):
    return any(name in reachable(table, used) for used in table[name].uses)


def check_table(tree):
    table = module_table(tree)
    for module in table.values():
        where = f"src/CMakeLists.txt:{module.line}: module {module.name}"
        if is_used_by_itself(table, module.name):
            yield f"{where} uses itself through others"
        for used in module.uses:
            if used not in table:
                yield f"{where} uses {used}, which is no module"
            elif LAYERS.index(table[used].layer) > LAYERS.index(module.layer):
                yield f"{where} ({module.layer}) uses {used} of the outer layer {table[used].layer}"


def check_includes(tree):
    table = module_table(tree)
    for path, text in with_ending(tree, "src/", ".hpp", ".cpp"):
        _, layer, module, *rest = path.split("/") + ["", ""]
        if not rest[0] or layer == "programs":
            allowed = set(table)
        elif module not in table:
            yield f"{path}:1: {layer}/{module} is not declared in src/CMakeLists.txt"
            continue
        else:
            allowed = reachable(table, module)
        for line, content in numbered(text):
            if (match := INCLUDE.match(content)):
                yield from check_include(tree, table, f"{path}:{line}", match.group(1), allowed)


def check_include(tree, table, where, header, allowed):
    module = header.split("/")[0]
    if module in table and f"src/{table[module].layer}/{header}" in tree:
        if module not in allowed:
            yield f"{where}: includes {header}, but its module does not use {module}"
    elif f"src/programs/{header}" not in tree:
        yield f"{where}: includes {header}, which is not in the repository"


def check_core_is_pure(tree):
    for path, text in with_ending(tree, "src/core/", ".hpp", ".cpp"):
        if "_test." in path:
            continue
        for line, content in numbered(text):
            match = SYSTEM_INCLUDE.match(content)
            if match and match.group(1) in IMPURE:
                yield f"{path}:{line}: the core does no I/O, clock, threads or chance: <{match[1]}>"
            if OUTSIDE_CALLS.search(content.split("//")[0]):
                yield f"{path}:{line}: the core reads no clock, file or environment"
            if path.split("/")[2] in EXACT and re.search(r"\b(double|float)\b",
                                                         content.split("//")[0]):
                yield f"{path}:{line}: no floating point where money and time are counted"


def check_heavy_headers(tree):
    for path, text in with_ending(tree, "src/", ".hpp"):
        for line, content in numbered(text):
            match = SYSTEM_INCLUDE.match(content)
            if match and HEAVY.match(match.group(1)):
                yield f"{path}:{line}: <{match.group(1)}> belongs in a .cpp file"


RULES = [check_table, check_includes, check_core_is_pure, check_heavy_headers]
