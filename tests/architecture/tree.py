"""The files of the repository as {path: text}, without what .gitignore leaves out."""
import fnmatch
import os

TEXT_ENDINGS = (
    ".cpp", ".hpp", ".cmake", ".txt", ".md", ".py", ".sh", ".toml", ".json", ".yaml", ".yml",
    ".bpmn", ".dmn", ".ts", ".tsx", ".css", ".html", ".mjs", ".js", ".scenario", ".sql", ".svg",
)
TEXT_NAMES = ("dev", "run", ".clang-format", ".gitignore")


def ignored_patterns(root):
    try:
        with open(os.path.join(root, ".gitignore"), encoding="utf-8") as file:
            lines = [line.strip() for line in file]
    except FileNotFoundError:
        lines = []
    return [line for line in lines if line and not line.startswith("#")] + ["/.git/"]


def is_ignored(path, patterns):
    for pattern in patterns:
        bare = pattern.strip("/")
        tested = path if pattern.startswith("/") else path.rsplit("/", 1)[-1]
        if fnmatch.fnmatch(tested, bare):
            return True
    return False


def is_text(name):
    return name.endswith(TEXT_ENDINGS) or name in TEXT_NAMES


def read_tree(root):
    patterns = ignored_patterns(root)
    tree = {}
    for parent, folders, names in os.walk(root):
        below = os.path.relpath(parent, root).replace(os.sep, "/")
        prefix = "" if below == "." else below + "/"
        folders[:] = sorted(f for f in folders if not is_ignored(prefix + f, patterns))
        for name in sorted(names):
            if is_ignored(prefix + name, patterns):
                continue
            tree[prefix + name] = read_text(os.path.join(parent, name)) if is_text(name) else ""
    return tree


def read_text(path):
    with open(path, encoding="utf-8", errors="replace") as file:
        return file.read()


def with_ending(tree, folder, *endings):
    """(path, text) of the files below `folder` ("" for all) that end in one of `endings`."""
    return [(p, t) for p, t in tree.items() if p.startswith(folder) and p.endswith(endings)]


def numbered(text):
    return enumerate(text.splitlines(), start=1)
