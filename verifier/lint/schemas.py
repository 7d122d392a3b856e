"""The schemas of all kinds of files of a rule set, for editors."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from verifier.cases import CaseFile
from verifier.lint.remarks import Remarks
from verifier.model import Blank, Form, Group, Head, Words
from verifier.rules.schema import Schema, schema

FILES: Mapping[str, tuple[type, str]] = {
    "ruleset": (Head, "ruleset.yaml"),
    "group": (Group, "group-*.yaml"),
    "form": (Form, "form.yaml"),
    "blank": (Blank, "blank.yaml"),
    "words": (Words, "words/*.yaml"),
    "remarks": (Remarks, "remarks.yaml"),
    "cases": (CaseFile, "cases/*.yaml"),
}
"""name of a schema → the type of the files that it is of, and how they are called"""


def schemas() -> Mapping[str, Schema]:
    return {name: schema(kind, files) for name, (kind, files) in FILES.items()}


def write_schemas(folder: Path) -> tuple[Path, ...]:
    """Writes each as a file, and the settings by which VS Code uses them. Returns what was written."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, made in schemas().items():
        path = folder / f"{name}.schema.json"
        path.write_text(json.dumps(made, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        written.append(path)
    return tuple(written)


def editor_settings(folder: Path) -> str:
    """What stands in VS Code's settings, so that its YAML extension takes each schema for its files."""
    used = {str(folder / f"{name}.schema.json"): f"**/{files}" for name, (_, files) in FILES.items()}
    return json.dumps({"yaml.schemas": used}, ensure_ascii=False, indent=2)
