#!/usr/bin/env python3
"""Compiles every header alone: it includes what it needs.

A header that a compilation begins with is proven by it. The others stand in chains: each includes,
by whatever way, the one before it, so that nothing is seen that it would not bring itself, and one
compilation proves a whole chain. Prints the compiler's words for what does not compile."""
import argparse
import concurrent.futures
import json
import os
import pathlib
import re
import shlex
import subprocess
import sys

LAYERS = {"core": ["core"], "application": ["core", "application"],
          "adapters": ["core", "application", "adapters"],
          "programs": ["core", "application", "adapters", "programs"]}
OWN_INCLUDE = re.compile(r'^#include "([^"]+)"', re.M)


def read_headers(source):
    """Each header's layer and what it includes of ours, by the name it is included by."""
    layers, includes = {}, {}
    for layer in LAYERS:
        root = source / "src" / layer
        for path in root.rglob("*.hpp"):
            name = path.relative_to(root).as_posix()
            layers[name] = layer
            includes[name] = OWN_INCLUDE.findall(path.read_text(encoding="utf-8"))
    return layers, {name: [own for own in owns if own in layers] for name, owns in includes.items()}


def reached_from(includes):
    """What each header brings, itself among it."""
    reached = {}

    def visit(name):
        if name not in reached:
            reached[name] = {name}  # a circle ends here; the compiler says so
            reached[name] = {name}.union(*(visit(own) for own in includes[name]))
        return reached[name]

    for name in includes:
        visit(name)
    return reached


def first_include(path):
    found = OWN_INCLUDE.search(path.read_text(encoding="utf-8")) if path.exists() else None
    return found.group(1) if found else ""


def proven_by(commands, source):
    """The headers that compilations begin with; joined sources begin with their first one's."""
    proven = set()
    for command in commands:
        first = first_include(pathlib.Path(command["file"]))
        if first.endswith(".cpp"):
            candidates = [source / "src" / layer / first for layer in LAYERS]
            first = next((first_include(path) for path in candidates if path.exists()), "")
        proven.add(first)
    return proven


def chains_of(names, reached):
    """The fewest chains: a header follows another that it reaches (paths that cover an order)."""
    after = {name: [other for other in names if other != name and name in reached[other]]
             for name in names}
    before = {}

    def placed(name, tried):
        for other in after[name]:
            if other not in tried:
                tried.add(other)
                if other not in before or placed(before[other], tried):
                    before[other] = name
                    return True
        return False

    for name in names:
        placed(name, set())
    follower = {first: second for second, first in before.items()}
    chains = []
    for name in names:
        if name not in before:
            chain = [name]
            while chain[-1] in follower:
                chain.append(follower[chain[-1]])
            chains.append(chain)
    return chains


def libraries_of(commands, source):
    """Where the headers of libraries are, and what is defined, of all compilations together."""
    flags = {}
    for command in commands:
        words = shlex.split(command["command"])
        for word, following in zip(words, words[1:]):
            if word == "-isystem":
                flags[f"-isystem{following}"] = None
            elif word.startswith("-D") or (word.startswith("-I") and str(source) not in word):
                flags[word] = None
    return list(flags)


def compile_chain(chain, layer, options, libraries):
    name = chain[-1].replace("/", "_").replace(".hpp", ".cpp")
    file = options.build / "headers_alone" / layer / name
    file.parent.mkdir(parents=True, exist_ok=True)
    text = "".join(f'#include "{name}"\n' for name in chain)
    if not file.exists() or file.read_text(encoding="utf-8") != text:
        file.write_text(text, encoding="utf-8")
    roots = [f"-I{options.source / 'src' / root}" for root in LAYERS[layer]]
    command = [*options.launcher, options.compiler, "-std=c++20", "-O0", *roots, *libraries,
               f"-ffile-prefix-map={options.source}=.", "-MD", "-MF", f"{file}.d",
               "-c", str(file), "-o", f"{file}.o"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else f"{' → '.join(chain)}\n{done.stderr}"


def read_options():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--source", required=True, type=pathlib.Path)
    options.add_argument("--build", required=True, type=pathlib.Path)
    options.add_argument("--compiler", required=True)
    options.add_argument("--launcher", default="", type=lambda words: words.split(";"))
    return options.parse_args()


def main():
    options = read_options()
    options.launcher = [word for word in options.launcher if word]
    commands = json.loads((options.build / "compile_commands.json").read_text(encoding="utf-8"))
    commands = [command for command in commands if command["file"].endswith(".cpp")]
    layers, includes = read_headers(options.source)
    left = sorted(set(layers) - proven_by(commands, options.source))
    chains = chains_of(left, reached_from(includes))
    libraries = libraries_of(commands, options.source)
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        said = list(pool.map(lambda chain: compile_chain(chain, layers[chain[-1]], options,
                                                         libraries), chains))
    failed = [words for words in said if words]
    print(*failed, sep="\n")
    print(f"{len(layers)} headers: {len(layers) - len(left)} begin a compilation, "
          f"{len(left)} in {len(chains)} chains, {len(failed)} chains broken")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
