"""What scoring took in, as `evidence.json`, and an earlier one read again."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

from verifier.model import (
    EARLIER,
    DateSpan,
    Document,
    Earlier,
    Employer,
    Event,
    Fact,
    Internship,
    Observed,
    OtherBundle,
    Papers,
    Person,
    Picture,
    Place,
    Roster,
    RuleSet,
    SourceFile,
    Tally,
)

from .values import Mask, brief, exact, pieces, place_of, plain, texts

EVIDENCE_SCHEMA = "verifier/evidence@1"


def to_evidence(papers: Papers, tallies: Mapping[str, Tally], rules: RuleSet, mask: Mask) -> dict[str, Any]:
    """What scoring took in: every fact of every paper, and each cell's evidence and measures."""
    data: dict[str, Any] = texts(
        {
            "schema": EVIDENCE_SCHEMA,
            "rules": {"id": rules.id, "sha256": rules.sha256},
            "school": papers.school,
            "year": papers.year,
            "papers": [
                {
                    "file": seen.path,
                    "sha256": seen.document.file.sha256,
                    "kind": seen.document.file.kind,
                    "types": list(seen.types),
                    "facts": [_fact(fact) for fact in seen.facts],
                }
                for seen in papers.observed
            ],
            "cells": {
                cell: {
                    "measures": {m.name: [exact(m.low), exact(m.proposed), exact(m.high)] for m in tally.measures},
                    "open_to_max": tally.open_to_max,
                    "evidence": [
                        {
                            "piece": piece,
                            "file": each.file,
                            "standing": each.standing,
                            "support": each.support,
                            "key": each.key,
                            "value": exact(each.value),
                            "joint": each.joint,
                            "rank": each.rank,
                            "measures": list(each.measures),
                            "why": each.why,
                            "facts": [_fact(fact) for fact in each.facts],
                        }
                        for piece, each in pieces(tally.evidence)
                    ],
                }
                for cell, tally in tallies.items()
            },
        },
        mask,
    )
    for row, seen in zip(data["papers"], papers.observed, strict=True):
        row |= _picture(seen)  # no text: nothing in it is masked
    return data


def _fact(fact: Fact[object]) -> dict[str, Any]:
    return {
        "kind": fact.kind.name,
        "value": plain(fact.value) if not isinstance(fact.value, Roster) else brief(fact.value),
        "quote": fact.quote,
        **place_of(fact.place),
        "confidence": fact.confidence,
        "role": fact.role,
        "label": fact.label,
    }


def _picture(seen: Observed) -> dict[str, str | None]:
    """What finds a picture again."""
    picture = seen.document.picture
    if picture is None or picture.phash is None:
        return {"phash": None}
    kept = {"sketch": picture.sketch, "marks": picture.marks}
    return {"phash": f"{picture.phash:016x}", **{name: b64encode(data).decode() for name, data in kept.items() if data}}


# --- an earlier year's folder ---------------------------------------------------------------------------------------


def read_earlier(folder: Path) -> tuple[Observed, ...]:
    """The papers of an output folder, as far as it keeps them, and its counted rates as a fact of kind `earlier`.

    Kept are the bytes' hash, what finds a picture again, the types, the dates and the events.
    Raises ValueError (also JSON's), OSError or KeyError when the folder is not one that `check` wrote.
    """
    result = json.loads((folder / "result.json").read_text(encoding="utf-8"))
    taken_in = json.loads((folder / "evidence.json").read_text(encoding="utf-8"))
    if taken_in["schema"] != EVIDENCE_SCHEMA:
        raise ValueError(taken_in["schema"])
    name = f"{folder.name}/result.json"
    place = Place(name)
    file = SourceFile(name, "", 0, "other", "read")
    value = Earlier(result["school"]["name"], result["year"], _measures(taken_in), _fractions(result))
    fact = Fact(EARLIER, value, f"{result['year']}年度核验结果", place, 1.0, "record")
    return (Observed(Document(file), (fact,)), *(_paper(each, folder.name) for each in taken_in["papers"]))


def read_shown(folder: Path, cells: Collection[str], of_this_run: bool = False) -> OtherBundle:
    """The pictures and papers that stand as evidence of some cells in an output folder. Raises as `read_earlier`."""
    taken_in = json.loads((folder / "evidence.json").read_text(encoding="utf-8"))
    if taken_in["schema"] != EVIDENCE_SCHEMA:
        raise ValueError(taken_in["schema"])
    shown = {each["file"] for id_, cell in taken_in["cells"].items() if id_ in cells for each in cell["evidence"]}
    papers = tuple(_paper(row, folder.name) for row in taken_in["papers"] if row["file"] in shown)
    return OtherBundle(folder.name, taken_in["school"], taken_in["year"], papers, of_this_run)


def _measures(taken_in: Mapping[str, Any]) -> dict[str, tuple[Fraction | None, ...]]:
    """Low, proposed and high of every measure of every cell."""
    return {
        name: tuple(None if value is None else Fraction(value) for value in three)
        for cell in taken_in["cells"].values()
        for name, three in cell["measures"].items()
    }


def _fractions(result: Mapping[str, Any]) -> dict[str, tuple[Fraction, Fraction]]:
    return {
        rate["id"]: (Fraction(rate["numerator"]), Fraction(rate["denominator"]))
        for cell in result["indicators"]
        for rate in cell.get("rates", ())
        if rate["numerator"] is not None and rate["denominator"]
    }


def _paper(row: Mapping[str, Any], folder: str) -> Observed:
    file = SourceFile(f"{folder}/{row['file']}", row["sha256"], 0, row["kind"], "read")
    place = Place(file.path)
    sketch, marks = (b64decode(row.get(name, "")) for name in ("sketch", "marks"))
    whole = int(row["phash"], 16) if row["phash"] else None
    picture = Picture(place, (0, 0), phash=whole, sketch=sketch, marks=marks) if row["phash"] else None
    facts = (_earlier_fact(each, place) for each in row["facts"])
    return Observed(Document(file, picture=picture), tuple(fact for fact in facts if fact is not None))


def _earlier_fact(row: Mapping[str, Any], place: Place) -> Fact[object] | None:
    value: Any = row["value"]
    match row["kind"]:
        case "date":
            value = _span(value)
        case "event":
            value = Event(value["kind"], value["name"], _span(value["day"]), value["organiser"])
        case "internship":
            value = Internship(Person(value["person"]["name"]), value["school"], Employer(""), None, None)
        case "document-type" | "screen":
            pass
        case _:
            return None
    where = replace(place, page=row["page"], box=tuple(row["box"]) if row["box"] else None)
    return Fact(row["kind"], value, row["quote"], where, row["confidence"], "record", row["role"], row["label"])


def _span(row: Mapping[str, Any] | None) -> DateSpan | None:
    if row is None:
        return None
    days = {name: date.fromisoformat(row[name]) if row[name] else None for name in ("start", "end")}
    return DateSpan(days["start"], days["end"], row["precision"], row["month"], row["day"])
