"""The house rules as functions: each takes a folder and returns what breaks the rule, so that a test can break it."""

import ast
import re

HANGUL = re.compile("[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]")
BANNED_NAMES = re.compile(r"(service|manager|helper|utils?|base|common)s?$", re.IGNORECASE)
LINES = {".py": 400, ".tsx": 250, ".ts": 400}
HANGUL_ROOMS = ("documents/official", "guard")  # domain constants
# The rooms that handle what people type and what a model says.
TEXT_ROOMS = ("guard", "tasks", "engines", "documents", "web/asked.py", "web/guarding.py", "web/stream.py")
HOLDING_TEXT = {"Turn", "Text", "Heading", "Paragraph"}  # a pattern without names takes their text out as well


def sources(root, *suffixes):
    skipped = {"node_modules", "static", ".venv", "dist"}
    return [
        path
        for path in sorted(root.rglob("*"))
        if path.suffix in suffixes and not skipped.intersection(path.relative_to(root).parts)
    ]


def too_long(root):
    return [
        f"{path.relative_to(root)}: {lines} lines"
        for path in sources(root, *LINES)
        if (lines := len(path.read_text("utf-8").splitlines())) > LINES[path.suffix]
    ]


def badly_named(root):
    return [
        str(path.relative_to(root)) for path in sources(root, ".py", ".ts", ".tsx") if BANNED_NAMES.search(path.stem)
    ]


def folders_without_sentence(root):
    wrong = []
    for folder in {path.parent for path in sources(root, ".py")}:
        if "migrations" in folder.parts:
            continue
        init = folder / "__init__.py"
        body = ast.parse(init.read_text("utf-8")).body if init.is_file() else []
        one = len(body) == 1 and isinstance(body[0], ast.Expr) and isinstance(body[0].value, ast.Constant)
        if not (one and "\n" not in body[0].value.value.strip()):
            wrong.append(str(folder.relative_to(root)))
    return wrong


def _docstrings(tree):
    for node in ast.walk(tree):
        for first in getattr(node, "body", [])[:1] if isinstance(getattr(node, "body", None), list) else []:
            if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant):
                yield first.value


def _in_room(path, root, rooms):
    place = path.relative_to(root).as_posix()
    return any(place == room or place.startswith(f"{room}/") for room in rooms)


def hangul_in_code(root):
    wrong = []
    for path in sources(root, ".py"):
        if _in_room(path, root, HANGUL_ROOMS):
            continue
        tree = ast.parse(path.read_text("utf-8"))
        told = {id(node) for node in _docstrings(tree)}
        wrong += [
            f"{path.relative_to(root)}:{node.lineno}"
            for node in ast.walk(tree)
            if isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in told
            and HANGUL.search(node.value)
        ]
    return wrong


def _parsed(root):
    for path in sources(root, ".py"):
        yield path, list(ast.walk(ast.parse(path.read_text("utf-8"))))


def _reads(node, name):
    """Return whether this is a look at an attribute: by a dot, by its name in a string, or by a pattern."""
    match node:
        case ast.Attribute(attr=attr, ctx=ast.Load()):
            return attr == name
        case ast.Call(func=ast.Name(id=called) | ast.Attribute(attr=called), args=arguments):
            asked = called in {"getattr", "attrgetter", "methodcaller"}
            return asked and any(isinstance(one, ast.Constant) and one.value == name for one in arguments)
        case ast.MatchClass(kwd_attrs=names):
            return name in names
    return False


def _unpacks(node):
    match node:
        case ast.MatchClass(cls=ast.Name(id=name) | ast.Attribute(attr=name), patterns=patterns):
            return name in HOLDING_TEXT and any(ast.unparse(pattern) != "_" for pattern in patterns)
    return False


def callers_of_a_model(root):
    return [
        f"{path.relative_to(root)}:{node.lineno}"
        for path, nodes in _parsed(root)
        for node in nodes
        if _reads(node, "answer")
    ]


def touching_text(root):
    return [
        f"{path.relative_to(root)}:{node.lineno}"
        for path, nodes in _parsed(root)
        if not _in_room(path, root, TEXT_ROOMS)
        for node in nodes
        if _reads(node, "text") or _unpacks(node)
    ]


def reaching_out(root):
    return [
        f"{path.relative_to(root)}:{node.lineno}"
        for path, nodes in _parsed(root)
        for node in nodes
        if (isinstance(node, ast.Import) and any(one.name.startswith("urllib") for one in node.names))
        or (isinstance(node, ast.ImportFrom) and node.module == "urllib")
        or (
            isinstance(node, ast.ImportFrom)
            and (node.module or "").startswith("urllib.")
            and node.module != "urllib.parse"
        )
    ]
