"""A mistake in a rule file is named with file, line, column, key and what is allowed there."""

import shutil
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from tests.rules.conftest import DEMONSTRATIONS, WEIHAI
from verifier import rules
from verifier.cli import main
from verifier.errors import RuleError
from verifier.rules import installed_rule_set, load_rule_set, rule_folders, rule_set_for, yamlfile
from verifier.rules.yamlfile import read_yaml

MISTAKES = [
    # file, what stands there, what is written instead, key in the message, what the message says
    ("group-1.yaml", "    area: 硬件设施\n", "    aera: 硬件设施\n", "indicators.0.aera", "此处可写：id、name、area"),
    ("group-1.yaml", "requirement: 办公", "requirment: 办公", "clause.requirment", "cite、text、requirement"),
    ("group-1.yaml", "kind: staff", "kind: staff\n      who: all", "takes.who", "此处可写：kind、documents、against"),
    ("group-1.yaml", "points: 10}", "point: 10}", "tiers.0.point", "此处可写：all、any、otherwise、points、slope"),
    ("group-1.yaml", "    max: 10\n", "", "indicators.0.max", "缺少键 max"),
    ("group-1.yaml", "    max: 10\n", "    max: 十分\n", "indicators.0.max", "“十分”应是数"),
    ("group-1.yaml", "    max: 10\n", "    max: 10％\n", "indicators.0.max", "80%；“％”是全角，改成半角"),
    ("group-1.yaml", ">= 20]", ">= 20％]", "tiers.0.all.0", "“％”是全角，改成半角"),
    ("group-3.yaml", "{kind: posts, measure: posts, channel: wechat}", "kind：posts", "takes", "“：”是全角"),
    ("group-1.yaml", "weight: 20%", "weight: [20%]", "weight", "应是数或百分数"),
    ('group-1.yaml', 'id: "1"\n', "id: 1\n", "id", "应是文字，请加引号"),
    ("group-1.yaml", "units: [㎡]", "units: ㎡", "takes.units", "应是一列值"),
    ("group-1.yaml", "units: [㎡]", "units: [100]", "takes.units.0", "应是文字，请加引号"),
    ("group-1.yaml", "short: partial-evidence", "short: part", "indicators.4.short", "可写：'below-threshold'"),
    ("group-3.yaml", "channel: wechat", "channel: weixin", "takes.channel", "'wechat'、'website'"),
    ("group-3.yaml", "own_photo: true", "own_photo: 要", "takes.own_photo", "应是 true 或 false"),
    ("group-1.yaml", ">= 20]", "不少于 20]", "tiers.0.all.0", "不少于 20”看不懂"),
    ("group-1.yaml", ">= 20]", "=> 20]", "tiers.0.all.0", "应写成“posts > 15”"),
    ("group-3.yaml", "{kind: posts, measure: posts, channel: wechat}", "posts", "takes", "可写：kind"),
    ("group-1.yaml", "documents: [plan]", "documents: [plna]", "6.takes.documents.0", "没有“plna”这种材料类型"),
    ("group-4.yaml", "events: [fair]", "events: [fairs]", "takes.events.0", "没有“fairs”这种活动种类；可写："),
    ("group-4.yaml", "open_events: [talk]", "open_events: [talks]", "takes.open_events.0", "可写："),
    ("group-2.yaml", "[origin, origin_code]", "[orgin, origin_code]", "takes.columns.2.0", "没有“orgin”这种列；可写："),
    ("group-3.yaml", "kind: posts", "kind: post", "indicators.0.takes.kind", "可写：stated-size"),
    ("group-1.yaml", '["(财务|经费|', '["((财务|', "takes.parts.1.titles.0", "正则表达式“((财务|"),
    ("group-5.yaml", "weight: 5%", "weight: 0%", "weight", "各组权重之和是95%，应为100%"),
    ("group-1.yaml", "    max: 10\n", "    max: 11\n", "indicators", "满分之和是101，应为100"),
    ("group-1.yaml", 'id: "1.2"', 'id: "1.1"', "indicators.1.id", "指标1.1写了两次"),
    ("group-2.yaml", 'id: "2"\n', 'id: "1"\n', "id", "组号“1”写了两次"),
    ("ruleset.yaml", "format: 1", "format: 2", "format", "只读取 format: 1"),
    ("ruleset.yaml", "region: 威海", "regoin: 威海", "regoin", "此处可写：format、id、title、issued_by"),
    ("ruleset.yaml", 'valid_to: "2024-12-31"', 'valid_to: "2024-13-31"', "valid_to", "应是日期"),
    ("ruleset.yaml", 'valid_to: "2024-12-31"', 'valid_to: "2019-12-31"', "valid_to", "早于开始的2020-01-01"),
    ("group-5.yaml", "weight: 5%", "weight: 5", "weight", "权重 5 超过100%；百分之5写作 5%"),
    ("ruleset.yaml", 'period_from: "01-01"', 'period_from: "13-31"', "assessment.period_from", "没有13月31日"),
    ("ruleset.yaml", 'period_from: "01-01"', 'period_from: "1月1日"', "assessment.period_from", "应写作"),
    ("ruleset.yaml", "least: 96, most: 100", "least: 96, most: 95", "awards.0.least", "下限96高于上限95"),
    ("ruleset.yaml", "{yuan: 0, least: 0,", "{yuan: 0, least: 10,", "awards", "没有一档包含0分"),
    ("ruleset.yaml", "conflict_days: 7", "conflict_days: 七", "assessment.conflict_days", "应是整数"),
    ("ruleset.yaml", "conflict_days: 7", 'conflict_days: "7"', "assessment.conflict_days", "“7”应是整数"),
    ("ruleset.yaml", "conflict_days: 7", "conflict_days: true", "assessment.conflict_days", "应是整数"),
    ("group-1.yaml", "    max: 10\n", '    max: "10"\n', "indicators.0.max", "“10”应是数"),
    ("words/columns.yaml", "    - [学历, 学位]", "    - [学历, 学位, 专业]", "header_opposites.0", "应是一列 2 个值"),
    ("form.yaml", "rows:\n  - indicator", "row:\n  - indicator", "row", "此处可写：label、title、school"),
    ("form.yaml", 'content: "全年工作计划"', 'contents: "全年工作计划"', "rows.6.contents", "可写：indicator、"),
    ("form.yaml", 'indicator: "1.2"', 'indicator: "9.9"', "rows.1.indicator", "没有“9.9”这种指标；可写："),
    ("form.yaml", 'indicator: "1.2"', 'indicator: "1.1"', "rows", "指标1.2在表中没有一行"),
    ("form.yaml", "[8.5, 17,", "[17,", "widths", "7个列名、8个列宽"),
    ("form.yaml", "{text: 名称}, {columns: 4}", "{text: 名称}, {columns: 3}", "annex1.rows.1", "合计应占5列"),
    ("form.yaml", "{school}", "{shcool}", "annex3.rows.0.cells.1.filled", "没有“shcool”；可写：school、grade、award"),
    ("form.yaml", "sender: ", "sendr: ", "letter.sendr", "此处可写：title、unnamed"),
    ("form.yaml", "align: left", "align: 左", "annex1.rows.3.cells.1.align", "'left'、'center'、'right'"),
    ("blank.yaml", "annex2: 附件2", "annex4: 附件2", "forms.annex4", "此处可写：annex1、annex2、annex3"),
    ("words/places.yaml", "code_prefix:", "code_prefx:", "code_prefx", "此处可写：code_prefix、province"),
    ("words/documents.yaml", "    title:", "    titel:", "titel", "此处可写：id、name、title"),
    ("words/screens.yaml", "wechat_lead: 0, under", "wechat_led: 0, under", "kinds.10.least.wechat_led", "可写："),
    ("words/screens.yaml", "kind: chat", "kind: chats", "kinds.0.kind", "'wechat-article'、'wechat-list'"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "old", "new", "key", "says"), MISTAKES, ids=[f"{m[0]}:{m[2][:24]}" for m in MISTAKES])
def test_a_mistake_is_named_with_file_place_key_and_what_is_allowed(broken, name, old, new, key, says):
    message = broken(name, old, new)
    assert message.startswith(name.split("/")[-1] + " 第")
    assert f"{key}：" in message
    assert says in message


def test_a_policy_may_ask_for_no_paper_beside_the_evidence(copy):
    path = copy / "ruleset.yaml"
    text = path.read_text(encoding="utf-8")
    start = text.index("submission:")
    end = text.index("standards_cite:")
    path.write_text(f'{text[:start]}submission: {{cite: "", papers: []}}\n{text[end:]}', encoding="utf-8")
    assert load_rule_set(copy).submission.papers == ()


def test_line_and_column_are_those_of_the_wrong_key(broken, line_of):
    line = line_of("group-1.yaml", "    area: 硬件设施\n") + 1
    message = broken("group-1.yaml", "    area: 硬件设施\n", "    area: 硬件设施\n    colour: 红\n")
    assert message.startswith(f"group-1.yaml 第{line}行第5列 indicators.0.colour：没有这个键")


def test_line_and_column_of_a_complaint_are_those_of_the_cell(broken, line_of):
    line = line_of("group-1.yaml", "documents: [plan]")
    assert f"第{line}行第19列" in broken("group-1.yaml", "documents: [plan]", "documents: [plna]")


def test_a_key_written_twice_is_refused(broken, line_of):
    line = line_of("group-1.yaml", "    max: 10\n") + 1
    message = broken("group-1.yaml", "    max: 10\n", "    max: 10\n    max: 10\n")
    assert message == f"group-1.yaml 第{line}行第5列 max：同一个键写了两次，请删去一个"


def test_a_key_of_the_words_stands_in_one_file_only(broken, copy):
    (copy / "words" / "zz.yaml").write_text("columns: {name: [称呼]}\n", encoding="utf-8")
    message = broken("ruleset.yaml", "威海市", "威海市")
    assert message.startswith("zz.yaml 第1行第1列 columns：columns.yaml 已经有这个键")


@pytest.mark.parametrize(
    ("text", "place", "says"),
    [
        ("id: a\n title: b\n", "第2行第7列", "冒号多余"),
        ("id: [a, b\ntitle: c\n", "第2行第6列", "括号没有合上"),
        ('id: "a\n', "第2行第1列", "引号没有合上"),
        ("id:\n\t- a\n", "第2行第1列", "制表符"),
        ("id: *none\n", "第1行第5列", "锚点"),
        ("id: a: b\n", "第1行第6列", "冒号多余"),
        ("? [b]\n: 2\n", "第1行第3列", "键应是文字"),
        ("id: a\nmax：60\nname: b\n", "第2行第4列", "“：”是全角"),
        ("id: a\nmax 60\nname: b\n", "第2行第4列", "键后面缺少冒号"),
        ("id: a\nmax:60\nname: b\n", "第2行第4列", "冒号后面要空一格"),
        ("id: a\n\u3000\u3000name: b\n", "第2行第1列", "缩进里有全角空格"),
        ("cells:\n  - id: a\n  \u3000name: b\n", "第3行第3列", "缩进里有全角空格"),
        ("cells:\n  - id: a\n    \u3000name: b\n", "第3行第5列", "缩进里有全角空格"),
        ("tiers: [{all：[a], points: 1}]\n", "第1行第13列", "“：”是全角"),
        ("tiers: [{all: [a], points：1}]\n", "第1行第20列", "“：”是全角"),
        ("tiers: [{all: [a], points:1}]\n", "第1行第20列", "冒号后面要空一格"),
        ("id：a\n", "第1行第1列", "“：”是全角"),
        ("# 说明：max：60\nid: [a, b\n", "第3行第1列", "括号没有合上"),
        ("- a\n- b\n", "第1行第1列", "键: 值"),
        ("", "第1行第1列", "键: 值"),
        ("id: a\x07b\n", "第1行第6列", "控制字符"),
    ],
)
def test_wrong_yaml_is_named_with_its_place(copy, text, place, says):
    (copy / "group-1.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(RuleError) as caught:
        load_rule_set(copy)
    assert f"group-1.yaml {place}" in str(caught.value)
    assert says in str(caught.value)


def test_a_file_in_another_encoding_is_named_with_the_place(copy):
    (copy / "group-1.yaml").write_bytes(b'id: "1"\nname: ' + "基础管理工作\n".encode("gb18030"))
    with pytest.raises(RuleError, match=r"group-1\.yaml 第2行第7列：不是 UTF-8 编码"):
        load_rule_set(copy)


def test_a_byte_order_mark_and_windows_line_ends_change_nothing(copy):
    before = load_rule_set(copy)
    for path in copy.rglob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        path.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    after = load_rule_set(copy)
    assert (after.groups, after.words, after.form) == (before.groups, before.words, before.form)


def test_numbers_are_exact_and_words_that_look_like_something_else_stay_words(copy):
    text = (copy / "group-1.yaml").read_text(encoding="utf-8")
    text = text.replace("office_area_m2 >= 20]", "office_area_m2 >= 20.10]").replace(
        "units: [㎡]", "units: [㎡, yes, no, 1:30, 2024-01-01]"
    )
    (copy / "group-1.yaml").write_text(text, encoding="utf-8")
    cell = load_rule_set(copy).indicators[0]
    assert cell.readings[0].tiers[0].all[0].value == Fraction(201, 10)
    assert cell.takes.units == ("㎡", "yes", "no", "1:30", "2024-01-01")


def test_a_rule_set_without_groups_or_words_is_refused(copy, tmp_path):
    for path in copy.glob("group-*.yaml"):
        path.unlink()
    with pytest.raises(RuleError, match="没有指标分组文件"):
        load_rule_set(copy)
    for path in copy.glob("words/*.yaml"):
        path.unlink()
    with pytest.raises(RuleError, match="words/"):
        load_rule_set(copy)


def test_an_unknown_rule_set_is_named_with_those_installed(tmp_path):
    with pytest.raises(RuleError, match="weihai-2020"):
        load_rule_set("yantai-2021")
    with pytest.raises(RuleError, match="文件夹的路径"):
        load_rule_set(tmp_path)


def test_a_rule_set_is_loaded_by_id_folder_or_head_file(copy):
    by_folder = load_rule_set(copy)
    sets = (load_rule_set("weihai-2020"), by_folder, load_rule_set(copy / "ruleset.yaml"))
    assert len({each.sha256 for each in sets}) == 1 and len({str(each.indicators) for each in sets}) == 1


def test_the_hash_changes_with_a_threshold_and_not_with_the_cases(copy):
    before = load_rule_set(copy).sha256
    (copy / "cases" / "more.yaml").write_text("sheets: []\n", encoding="utf-8")
    assert load_rule_set(copy).sha256 == before
    path = copy / "group-1.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace(">= 50]", ">= 60]"), encoding="utf-8")
    assert load_rule_set(copy).sha256 != before


def test_a_second_row_of_a_cell_is_refused(broken, copy):
    text = (copy / "form.yaml").read_text(encoding="utf-8")
    first = text.index('  - indicator: "1.1"')
    row = text[first : text.index('  - indicator: "1.2"')]
    assert "rows.1：指标1.1在表中已有一行，请删去一行" in broken("form.yaml", row, row * 2)


@pytest.fixture
def installed(copy, monkeypatch):
    """The copy as one of two rule sets that are installed."""
    monkeypatch.setattr(rules, "rule_folders", lambda: (copy, WEIHAI))
    return copy


def test_where_several_are_installed_a_fault_says_in_which_folder(installed, broken):
    assert broken("ruleset.yaml", "region: 威海", "regoin: 威海").startswith("copy：ruleset.yaml 第")
    with pytest.raises(RuleError, match=r"copy：ruleset\.yaml"):
        rule_set_for(2024)


def test_an_installed_rule_set_bears_the_name_of_its_folder(installed):
    with pytest.raises(RuleError, match=r"ruleset\.yaml 第3行第1列 id：应与文件夹同名，写作 copy"):
        load_rule_set("copy")
    path = installed / "ruleset.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("id: weihai-2020", "id: copy", 1), encoding="utf-8")
    assert load_rule_set("copy").id == "copy"


def test_lint_tells_an_id_that_is_not_the_name_of_the_folder(copy):
    done = CliRunner().invoke(main, ["rules", "lint", str(copy)])
    assert (done.exit_code, "编号 weihai-2020 与文件夹名 copy 不同" in done.output) == (0, True)


def test_the_year_chooses_the_rule_set_and_an_expired_year_the_newest():
    assert rule_set_for(2024).id == "weihai-2020"
    assert rule_set_for(2031).id == rule_set_for(None).id == "weihai-2020"
    assert rule_set_for(2023).id == "weihai-2020"  # for which a demonstration is valid too
    assert [folder.name for folder in rule_folders()] == ["chongfen-jiuye", "jianxi-2023", "weihai-2020"]


@pytest.fixture
def own_words(tmp_path: Path) -> Path:
    """A demonstration whose words are those of a rule set that lies beside it."""
    shutil.copytree(WEIHAI, tmp_path / "base", ignore=shutil.ignore_patterns("cases"))
    folder = Path(shutil.copytree(DEMONSTRATIONS[0], tmp_path / "own"))
    head = folder / "ruleset.yaml"
    head.write_text(
        head.read_text(encoding="utf-8").replace("words_of: weihai-2020", "words_of: base"), encoding="utf-8"
    )
    return folder


def test_words_are_those_of_another_rule_set_but_for_its_own_keys(own_words: Path) -> None:
    made, base = load_rule_set(own_words), load_rule_set(own_words.parent / "base")
    assert made.words.documents == base.words.documents and made.words.schools != base.words.schools
    assert "schools" not in made.borrowed and "documents" in made.borrowed


def test_the_hash_and_the_words_change_with_those_of_the_other_rule_set(own_words: Path) -> None:
    before = load_rule_set(own_words)
    path = own_words.parent / "base" / "words" / "places.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("山大威海", "山大甲"), encoding="utf-8")
    assert load_rule_set(own_words).sha256 != before.sha256
    path = own_words.parent / "base" / "words" / "documents.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("name: 台账", "name: 簿册"), encoding="utf-8")
    assert load_rule_set(own_words).words.documents != before.words.documents


@pytest.mark.parametrize("name", ["yantai-2021", "../base", "own"])
def test_words_of_a_rule_set_that_is_not_there_are_refused(own_words: Path, name: str) -> None:
    head = own_words / "ruleset.yaml"
    head.write_text(head.read_text(encoding="utf-8").replace("words_of: base", f"words_of: {name}"), encoding="utf-8")
    with pytest.raises(RuleError, match=r"words_of：找不到规则集.*可写：.*weihai-2020"):
        load_rule_set(own_words)


@pytest.mark.parametrize(
    ("name", "old", "new", "message"),
    [
        (
            "ruleset.yaml",
            "full: 18",
            "full: 17",
            "full：各组权重都是100%，直接计分，各指标满分之和是18，应与满分17相同",
        ),
        ("group-3.yaml", "bonus: 10", "bonus: 0", "bonus：加分应大于0"),
        ("group-3.yaml", "weight: 100%", "weight: 50%", "bonus：加分应大于0，加分的一组权重写 100%"),
        ("group-1.yaml", "weight: 100%", "weight: 50%", "各组权重之和是150%"),
        ("ruleset.yaml", "most: 28, cite", "most: 18, cite", "grades：没有一档包含28分"),
        ("group-2.yaml", "base: 4", "base: 3", "两处应相同"),
    ],
)
def test_points_that_count_as_they_are_a_bonus_and_deductions_fit_together(
    own_words: Path, name: str, old: str, new: str, message: str
) -> None:
    path = own_words / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(RuleError) as caught:
        load_rule_set(own_words)
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('  "5.1":\n', '  "5.2":\n', "没有“5.2”这种指标；可写：1.1"),
        ('indicator: "1.8"', 'indicator: "1.9"', "没有“1.9”这种指标；可写：1.1"),
        ("    what: 就业率", "    waht: 就业率", "可写：what、many、dates、mistakes"),
    ],
)
def test_the_empty_bundle_has_a_note_for_every_cell_and_tables_for_known_ones(broken, old, new, message):
    assert message in broken("blank.yaml", old, new)


@pytest.mark.parametrize("named", ["{folder}", "../rules/weihai-2020", "weihai-2020/", "", ".", "weihai-2020\\0"])
def test_what_a_result_names_leads_to_no_folder(tmp_path: Path, named: str) -> None:
    shutil.copytree(WEIHAI, tmp_path / "weihai-2020")
    name = named.format(folder=tmp_path / "weihai-2020")
    with pytest.raises(RuleError, match="没有安装在本机"):
        installed_rule_set(name)
    assert installed_rule_set("weihai-2020").id == "weihai-2020"


@pytest.mark.parametrize("path", sorted(WEIHAI.rglob("*.yaml")), ids=lambda path: path.name)
def test_libyaml_finds_what_pyyaml_finds_at_the_same_places(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def told(node: yaml.Node) -> object:
        at = (node.tag, node.start_mark.line, node.start_mark.column)
        return (*at, node.value if isinstance(node, yaml.ScalarNode) else [*map(told, _children(node))])

    by_libyaml = read_yaml(path).root
    yamlfile._read.cache_clear()
    monkeypatch.setattr(yamlfile, "_Quick", yamlfile._Loader)
    assert told(read_yaml(path).root) == told(by_libyaml)


def _children(node: yaml.Node) -> Iterator[yaml.Node]:
    for child in node.value:
        yield from child if isinstance(child, tuple) else (child,)
