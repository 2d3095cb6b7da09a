"""Cases, and how they are written as TOML."""

import base64
import json

import encode


class Cases:
    """The cases of one file, in order."""

    def __init__(self, url, profile="jane"):
        self.written = []
        self.title = None
        self.default = {"profile": profile, "url": url}

    def section(self, title):
        """A comment line that stands above the cases to come."""
        self.title = title

    def add(self, name, source, expect, **request):
        """One case. `request`: profile, url, method, page, headers, body (text or bytes), form, known_miss."""
        lines = [f"# {self.title}", ""] if self.title else []
        self.title = None
        lines += [f"# {note}" for note in encode.notes()]
        lines.append("[[case]]")
        case = {"name": name, "source": source} | self.default | request
        body = case.get("body")
        if isinstance(body, bytes):
            case["body_base64"] = base64.b64encode(case.pop("body")).decode()
        for key in ("name", "source", "profile", "url", "method", "page", "headers", "body", "body_base64", "form"):
            if key in case:
                lines.append(f"{key} = {value(case.pop(key))}")
        lines.append(f"expect = {value(expect)}")
        if "known_miss" in case:
            lines.append(f"known_miss = {value(case.pop('known_miss'))}")
        if set(case) != set():
            raise KeyError(f"{name}: {sorted(case)}")
        self.written.append("\n".join(lines) + "\n")

    def toml(self, about):
        """The whole file."""
        head = "".join(f"# {line}\n" for line in about.strip().splitlines())
        return f"{head}# Written by tests/corpus/generate: change it there.\n\n" + "\n".join(self.written)


def hit(identifier, carrier=None, name=None, chain=None, digest=None, **more):
    """What is to be found of one identifier; see README.md."""
    known = {"identifier": identifier, "carrier": carrier, "name": name, "chain": chain, "digest": digest}
    return {key: what for key, what in (known | more).items() if what is not None}


def value(what):
    """A TOML value, strings in the form that needs the fewest backslashes."""
    if isinstance(what, str):
        plain = all(" " <= character != "\x7f" for character in what)
        if plain and "'" not in what and ('"' in what or "\\" in what):
            return f"'{what}'"
        return json.dumps(what, ensure_ascii=False).replace("\x7f", "\\u007f")
    if isinstance(what, bool):
        return "true" if what else "false"
    if isinstance(what, dict):
        return "{ " + ", ".join(f"{key} = {value(item)}" for key, item in what.items()) + " }"
    if isinstance(what, (list, tuple)):
        items = [value(item) for item in what]
        if len(what) > 1 and isinstance(what[0], dict):
            return "[\n    " + ",\n    ".join(items) + ",\n]"
        return "[" + ", ".join(items) + "]"
    return str(what)
