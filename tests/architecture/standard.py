"""Standard headers: a header includes what it names, itself or through a header of the house.

That it compiles alone does not prove it: another standard header may bring the name by luck.
"""
import re

import cpp
from modules import INCLUDE, LAYERS, SYSTEM_INCLUDE
from tree import numbered, with_ending

NAME = re.compile(r"\bstd::(\w+)")
NAMES = {
    "algorithm": "clamp max min ranges sort",
    "array": "array",
    "atomic": "atomic",
    "bitset": "bitset",
    "chrono": "chrono",
    "compare": "partial_ordering strong_ordering weak_ordering",
    "concepts": "convertible_to integral same_as",
    "condition_variable": "condition_variable",
    "coroutine": "coroutine_handle noop_coroutine suspend_always suspend_never",
    "cstddef": "byte ptrdiff_t size_t",
    "cstdint": "int16_t int32_t int64_t int8_t uint16_t uint32_t uint64_t uint8_t",
    "deque": "deque",
    "exception": "current_exception exception exception_ptr rethrow_exception terminate",
    "filesystem": "filesystem",
    "fstream": "ifstream ofstream",
    "functional": "function hash less",
    "future": "future promise",
    "initializer_list": "initializer_list",
    "iterator": "istreambuf_iterator",
    "limits": "numeric_limits",
    "list": "list",
    "map": "map multimap",
    "memory": "enable_shared_from_this make_shared make_unique shared_ptr unique_ptr weak_ptr",
    "mutex": "lock_guard mutex scoped_lock unique_lock",
    "optional": "nullopt optional",
    "queue": "priority_queue queue",
    "semaphore": "counting_semaphore",
    "set": "multiset set",
    "shared_mutex": "shared_lock shared_mutex",
    "span": "span",
    "sstream": "istringstream ostringstream",
    "stdexcept": "invalid_argument logic_error out_of_range runtime_error",
    "string": "getline stoi string to_string",
    "string_view": "string_view",
    "system_error": "error_code system_error",
    "thread": "jthread thread",
    "tuple": "tie tuple",
    "unordered_map": "unordered_map",
    "unordered_set": "unordered_set",
    "utility": "exchange forward in_place_index move pair swap",
    "variant": "get_if holds_alternative monostate variant visit",
    "vector": "vector",
}
HEADER_OF = {name: header for header, names in NAMES.items() for name in names.split()}
# What the standard itself promises to come with another header.
ALSO_IN = {"initializer_list": {"array", "map", "set", "string", "vector"},
           "compare": {"array", "map", "optional", "string", "string_view", "variant", "vector"},
           "cstddef": {"array", "map", "span", "string", "string_view", "vector", "cstdint"},
           "functional": {"map", "set"}}


def path_of(tree, include):
    places = (f"src/{layer}/{include}" for layer in LAYERS)
    return next((place for place in places if place in tree), None)


def standard_headers(tree, path, seen):
    """Of `path` and of every header of the house it includes."""
    if path is None or path in seen:
        return set()
    seen.add(path)
    found = set()
    for _, line in numbered(tree[path]):
        if (match := SYSTEM_INCLUDE.match(line)):
            found.add(match.group(1))
        elif (match := INCLUDE.match(line)):
            found |= standard_headers(tree, path_of(tree, match.group(1)), seen)
    return found


def check_standard_headers(tree):
    for path, text in with_ending(tree, "src/", ".hpp"):
        included = standard_headers(tree, path, set())
        missing = {}
        for line, content in numbered(cpp.bare(text)):
            for name in NAME.findall(content):
                header = HEADER_OF.get(name)
                if header and not included & ({header} | ALSO_IN.get(header, set())):
                    missing.setdefault(header, (line, name))
        for header, (line, name) in missing.items():
            yield f"{path}:{line}: std::{name} without #include <{header}>"


RULES = [check_standard_headers]
