"""What scoring took in, as the record that `evidence.json` holds."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping

from verifier.model import (
    EVIDENCE_SCHEMA,
    EvidenceRecord,
    Fact,
    FactRecord,
    Observed,
    PaperRecord,
    Papers,
    Roster,
    RuleSet,
    RulesNamed,
    TakenCell,
    TakenPiece,
    Tally,
)
from verifier.record.masking import Masking, masked
from verifier.record.values import brief, pieces, plain, spot


def to_evidence(papers: Papers, tallies: Mapping[str, Tally], rules: RuleSet, masking: Masking) -> EvidenceRecord:
    """What scoring took in: every fact of every paper, and each cell's evidence and measures."""
    record = EvidenceRecord(
        schema=EVIDENCE_SCHEMA,
        rules=RulesNamed(id=rules.id, sha256=rules.sha256),
        school=papers.school,
        year=papers.year,
        papers=tuple(map(_paper, papers.observed)),
        cells={cell: _cell(tally) for cell, tally in tallies.items()},
    )
    return masked(record, masking)


def _paper(seen: Observed) -> PaperRecord:
    """A paper with its facts and what finds its picture again."""
    picture = seen.document.picture
    found = picture if picture is not None and picture.phash is not None else None
    return PaperRecord(
        file=seen.path,
        sha256=seen.document.file.sha256,
        kind=seen.document.file.kind,
        types=seen.types,
        facts=tuple(map(_fact, seen.facts)),
        phash=f"{found.phash:016x}" if found else None,
        sketch=b64encode(found.sketch).decode() if found else "",
        marks=b64encode(found.marks).decode() if found else "",
    )


def _fact(fact: Fact[object]) -> FactRecord:
    return FactRecord(
        kind=fact.kind.name,
        value=brief(fact.value) if isinstance(fact.value, Roster) else plain(fact.value),
        quote=fact.quote,
        **spot(fact.place),
        confidence=fact.confidence,
        role=fact.role,
        label=fact.label,
    )


def _cell(tally: Tally) -> TakenCell:
    return TakenCell(
        measures={each.name: (each.low, each.proposed, each.high) for each in tally.measures},
        open_to_max=tally.open_to_max,
        evidence=tuple(
            TakenPiece(
                piece=piece,
                file=each.file,
                standing=each.standing,
                support=each.support,
                key=each.key,
                value=each.value,
                joint=each.joint,
                rank=each.rank,
                measures=each.measures,
                why=each.why,
                facts=tuple(map(_fact, each.facts)),
            )
            for piece, each in pieces(tally.evidence)
        ),
    )
