"""A rule set as a page to be printed."""

import re
from pathlib import Path

from click.testing import CliRunner
from lxml import html

from verifier.cli import main
from verifier.rules import folder_of, load_rule_set
from verifier.rules.showing import tier_told
from verifier.rules.showing_words import shown_words
from verifier.telling.printing import page

RULES = load_rule_set("weihai-2020")
PAGE = page(RULES, folder_of("weihai-2020"))
TEXT = "".join(html.fromstring(PAGE).text_content().split())


def squeezed(text: str) -> str:
    return "".join(text.split())


def test_the_form_stands_with_points_weights_and_shares() -> None:
    rows = html.fromstring(PAGE).xpath("//table[contains(@class, 'form')]/tbody/tr")
    told = [squeezed(row.text_content()) for row in rows]
    assert len(told) == len(RULES.indicators)
    assert told[0] == squeezed("1 基础管理工作 权重20% 1.1 20平方以上室内固定办公场所 10 2")
    assert told[-1] == squeezed("5 创新举措 权重5% 5.1 围绕指导站及毕业生留威开展的创新性工作 100 5")


def test_every_clause_reading_tier_and_word_of_a_cell_is_there() -> None:
    for cell in RULES.indicators:
        tiers = [tier_told(tier, RULES.measures) for reading in cell.readings for tier in reading.tiers]
        texts = [cell.clause.text, cell.clause.requirement, *(each.text for each in cell.readings), *tiers, *cell.names]
        assert [each for each in texts if squeezed(each) not in TEXT] == []


def test_bands_and_standards_are_there() -> None:
    for text in (
        "优秀80–100分",
        "40000元80–90分",
        "工作人员不少于3人（三（二））由指标1.5的材料判断：工作人员不少于3人",
    ):
        assert text in TEXT


def test_every_word_of_the_appendix_is_there() -> None:
    lines = [
        squeezed(line.strip("【】").removesuffix("：")) for line in shown_words(folder_of("weihai-2020")).splitlines()
    ]
    assert [line for line in lines if not line.endswith(("：无", "：null")) and line not in TEXT] == []


def test_nothing_is_fetched_and_nothing_runs() -> None:
    assert "default-src 'none'" in PAGE
    assert re.findall(r"<script|<link|src=|url\(", PAGE) == []
    assert "size:A4" in PAGE


def test_the_command_writes_it(tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["rules", "show", "weihai-2020", "--html", str(tmp_path / "a.html")])
    assert (done.exit_code, done.output) == (0, f"网页已写入 {tmp_path / 'a.html'}\n")
    assert (tmp_path / "a.html").read_text(encoding="utf-8") == PAGE
