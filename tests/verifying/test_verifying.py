"""What was changed in an output folder since it was written is told, and nothing else."""

from __future__ import annotations

import json
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.bench.tampering import HONEST, TAMPERINGS, Case, checked
from tests.decisions.test_log import points, three
from tests.review.browser import running, write_one_poster
from tests.review.test_sweeping import signed_in
from verifier.cli import main
from verifier.decisions import append, log_state, read_log, set_aside
from verifier.files import manifest
from verifier.files.manifest import BrokenManifest, Manifest, noting, read_manifest, seal, update, whole_of
from verifier.files.output_folder import DESK, DIGESTS, EXPORT, OUTLINE, RESULT
from verifier.files.program import code_digest
from verifier.model import FileRecord, SourceFile
from verifier.review import open_desk
from verifier.review.exporting import export
from verifier.verifying import Verified, verified
from verifier.verifying import told as sentences
from verifier.verifying.papers import compared


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An output folder as a check leaves it."""
    folder = tmp_path_factory.mktemp("made") / "某校"
    write_one_poster(folder)
    (folder / "a.png").unlink()
    told = json.loads((folder / RESULT).read_bytes())
    (folder / RESULT).write_text(json.dumps(told | {"engine": {"code": code_digest()}}, ensure_ascii=False), "utf-8")
    seal(folder, folder, log_state(read_log(folder)), in_batch=False)
    return folder


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made, tmp_path / "某校"))


def lengthened(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b"\n")


def said(folder: Path, kind: str = "changed") -> list[str]:
    return [each.text for one in verified(folder) for each in one.found if each.kind == kind]


def test_a_folder_that_nobody_changed_is_unchanged_and_so_it_is_after_decisions_and_exports(folder: Path) -> None:
    assert said(folder) == []
    three(folder)
    for school in open_desk(folder).schools.values():
        export(school)
        school.outline()
    append(folder, points("1.4", 3), read_log(folder).head)
    assert said(folder) == []
    (folder / OUTLINE).unlink()
    (folder / "~$annex2.docx").write_bytes(b"x")
    assert said(folder) == []


@pytest.mark.parametrize(
    "tampers, told",
    [
        (
            lambda home: lengthened(home / RESULT),
            "“result.json”（核验结果）写出以后被改动过",
        ),
        (lambda home: (home / "evidence.json").unlink(), "“evidence.json”（评分依据）不见了"),
        (lambda home: (home / "pages" / "b.jpg").write_bytes(b"x"), "多出“pages/b.jpg”"),
        (lambda home: shutil.copyfile(home / RESULT, home / "evidence.json"), "现在的内容是“result.json”的"),
        (lambda home: (home / DIGESTS).unlink(), "清单“digests.json”不见了"),
        (
            lambda home: lengthened(home / DIGESTS),
            "清单“digests.json”本身被改动过",
        ),
    ],
)
def test_each_change_is_told_in_a_sentence(folder: Path, tampers: Callable[[Path], object], told: str) -> None:
    tampers(folder)
    found = said(folder)
    assert any(told in each for each in found), found


def test_a_last_line_that_was_cut_is_missed_on_another_machine_too_with_who_wrote_it(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    three(folder)
    lines = (folder / "decisions.jsonl").read_bytes().splitlines(keepends=True)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "other"))
    monkeypatch.setenv("APPDATA", str(tmp_path / "other"))
    assert said(folder) == []
    (folder / "decisions.jsonl").write_bytes(b"".join(lines[:-1]))
    (found,) = said(folder)
    assert "少了1条" in found and "之前完好的最后一条由王审核于2025-01-06" in found
    set_aside(folder)
    assert said(folder) == []


def test_lines_that_nobody_saved_here_are_told(folder: Path) -> None:
    three(folder)
    kept = (folder / DESK).read_bytes()
    append(folder, points("1.5", 1, "别人"), read_log(folder).head)
    (folder / DESK).write_bytes(kept)
    (found,) = said(folder)
    assert "多出 1 条（别人" in found
    (folder / DESK).unlink()
    assert any("多出 4 条" in each for each in said(folder))


def test_a_save_that_was_ended_is_no_change_but_a_line_that_is_gone_is(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    three(folder)

    def half(path: Path, content: bytes, size: int) -> None:
        with path.open("ab") as file:
            file.write(content[:20])
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("verifier.decisions.log._write", half)
        with pytest.raises(KeyboardInterrupt):
            append(folder, points("1.4", 3), read_log(folder).head)
    assert said(folder) == []
    lines = (folder / "decisions.jsonl").read_bytes().splitlines(keepends=True)
    (folder / "decisions.jsonl").write_bytes(b"".join(lines[:2]))
    assert len(said(folder)) == 1


def test_what_was_being_written_when_its_program_was_ended_can_not_be_told(folder: Path) -> None:
    with pytest.raises(KeyboardInterrupt), noting(folder, [f"{EXPORT}/annex2.docx"]):
        raise KeyboardInterrupt
    assert said(folder) == [] and "上次没有写完" in "".join(said(folder, "unsure"))
    with noting(folder, [f"{EXPORT}/annex2.docx"]):
        pass
    assert "上次没有写完" not in "".join(said(folder, "unsure"))


def test_of_a_folder_of_before_nothing_is_said_but_that_it_can_not_be_told(folder: Path) -> None:
    told = json.loads((folder / RESULT).read_bytes())
    (folder / RESULT).write_text(json.dumps(told | {"engine": {}}, ensure_ascii=False), "utf-8")
    (folder / DIGESTS).unlink()
    assert said(folder) == [] and "可能是以前的版本写的" in said(folder, "unsure")[0]
    done = CliRunner().invoke(main, ["verify", str(folder)])
    assert done.exit_code == 2 and "说不准" in done.output


def test_the_command_says_what_and_ends_with_1_where_something_was_changed(folder: Path) -> None:
    done = CliRunner().invoke(main, ["verify", str(folder)])
    assert done.exit_code == 0 and "某校：没有改动，清单上的" in done.output
    (folder / "evidence.json").write_bytes(b"{}")
    done = CliRunner().invoke(main, ["verify", str(folder)])
    assert done.exit_code == 1 and "写出以后有改动" in done.output and "“evidence.json”" in done.output
    done = CliRunner().invoke(main, ["verify", str(folder.parent)])
    assert done.exit_code == 1
    assert CliRunner().invoke(main, ["verify", str(folder / "pages")]).exit_code == 2


def test_what_is_tampered_with_in_many_ways_is_found(made: Path, tmp_path: Path) -> None:
    kept = Path(shutil.copytree(made, tmp_path / "kept"))
    three(kept)
    export(next(iter(open_desk(kept).schools.values())))
    for seed in range(24):
        case = Case(tmp_path / f"{seed}", False)
        shutil.copytree(kept, case.out)
        done = TAMPERINGS[seed % len(TAMPERINGS)](case, random.Random(seed))
        assert any(each.is_changed for each in case.verified()), done


def test_honest_work_is_no_change_whatever_comes_first(made: Path, tmp_path: Path) -> None:
    case = Case(tmp_path, False)
    shutil.copytree(made, case.out)
    chance = random.Random(7)
    works = [each for each in dict.fromkeys(HONEST) if each is not checked]
    for work in chance.sample(works, len(works)):
        done = work(case, chance)
        assert [each.text for one in case.verified() for each in one.found if each.kind == "changed"] == [], done


def test_the_review_page_says_so_above_all(folder: Path) -> None:
    def page() -> str:
        with running(folder) as desk:
            return str(signed_in(desk).ask("GET", "/school/%E6%9F%90%E6%A0%A1/")[1])

    assert "被改动过" not in page()
    result = folder / RESULT
    result.write_bytes(result.read_bytes().replace(b'"proposed":', b'"proposed" :', 1))
    assert "核验写出以后，result.json 被改动过" in page()


def test_what_a_list_says_is_bound_by_one_digest_over_all(folder: Path) -> None:
    told = read_manifest(folder / DIGESTS)
    assert told is not None and told.whole == whole_of(told)
    text = (folder / DIGESTS).read_text("utf-8")
    (folder / DIGESTS).write_text(text.replace('"in_batch": false', '"in_batch": true'), "utf-8")
    with pytest.raises(BrokenManifest):
        read_manifest(folder / DIGESTS)


def test_a_broken_list_is_not_mended_by_what_is_written_next(folder: Path) -> None:
    three(folder)
    (folder / DESK).write_bytes(b"{}")
    append(folder, points("1.4", 3), read_log(folder).head)
    assert "清单“desk.json”本身被改动过" in "".join(said(folder))


def test_a_broken_list_gives_way_where_all_that_it_is_about_is_written_anew(folder: Path) -> None:
    (folder / DIGESTS).write_bytes(b"{}")
    with noting(folder, [RESULT], DIGESTS, anew=True):
        pass
    told = read_manifest(folder / DIGESTS)
    assert told is not None and [*told.files] == [RESULT] and not told.writing


def test_what_stays_in_a_folder_keeps_the_digests_that_it_had(folder: Path, tmp_path: Path) -> None:
    earlier = folder / "earlier"
    earlier.mkdir()
    (earlier / RESULT).write_bytes(b"{}")
    draft = tmp_path / "draft"
    draft.mkdir()
    (draft / RESULT).write_bytes(b"[]")
    seal(draft, folder, log_state(read_log(folder)), in_batch=False)
    told = read_manifest(draft / DIGESTS)
    assert told is not None and f"earlier/{RESULT}" not in told.files  # nobody had written it down
    (folder / DIGESTS).unlink()
    seal(draft, folder, log_state(read_log(folder)), in_batch=False)
    told = read_manifest(draft / DIGESTS)
    assert told is not None and told.files[f"earlier/{RESULT}"].size == 2 and told.files[RESULT].size == 2


# --- papers -----------------------------------------------------------------------------------------------------------


def record(path: str, sha256: str, status: str = "read") -> FileRecord:
    made: dict[str, object] = {"kind": "text", "status": status, "reason": None, "pages": 1, "indicators": ()}
    return FileRecord(path=path, sha256=sha256, document_type=None, **made)  # type: ignore[arg-type]


def paper(path: str, sha256: str) -> SourceFile:
    return SourceFile(path, sha256, 1, "text", "read", None)


def told(records: list[FileRecord], files: list[SourceFile]) -> list[str]:
    return [each.text for each in compared(records, files) if each.kind == "changed"]


def test_papers_that_are_as_they_were_are_no_change_though_their_names_are_masked() -> None:
    records = [record("a/王 3710**********1234.txt", "1"), record("b.zip", "2"), record("b.zip/c.txt", "3")]
    assert told(records, [paper("a/王 371002199902161234.txt", "1"), paper("b.zip", "2")]) == []


def test_it_is_said_whether_the_papers_were_looked_at() -> None:
    alone, both = (next(sentences(Verified("a", True, 3, (), papers))) for papers in (False, True))
    assert "材料" not in alone and "材料也与核验时一致" in both


def test_papers_that_were_changed_moved_taken_away_or_added_are_told_and_what_they_hold_is_not() -> None:
    records = [record("a.txt", "1"), record("b.txt", "2"), record("c.zip", "3"), record("c.zip/d.txt", "4")]
    assert told(records, [paper("a.txt", "9"), paper("b.txt", "2"), paper("c.zip", "3")]) == [
        "材料“a.txt”核验以后被改动过：内容与核验时读的不同。"
    ]
    now = [
        paper("a.txt", "2"),
        paper("b.txt", "1"),
        paper("c.zip", "5"),
        paper("c.zip/d.txt", "6"),
        paper("e.txt", "7"),
    ]
    found = told(records, now)
    assert ["换了位置" in each for each in found] == [True, True, False, False]
    assert "“c.zip”核验以后被改动过" in found[2] and "多出材料“e.txt”" in found[3]
    assert "不见了" in "".join(told(records, []))


def test_a_list_is_changed_by_one_at_a_time_and_by_none_that_waits_too_long(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from verifier.errors import WriteError
    from verifier.files.lock import locked
    from verifier.files.output_folder import DESK_LOCK

    monkeypatch.setattr(manifest, "_PATIENCE", 0.0)
    with locked(folder / DESK_LOCK), pytest.raises(WriteError, match="另一个程序"):
        update(folder, lambda before: before)
    update(folder, lambda before: Manifest(log=before.log))
