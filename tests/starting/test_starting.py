"""A rule set begun from a form in Word, finished as an official would, and used, without touching the program."""

import re
from pathlib import Path

import docx
import pytest
import yaml
from click.testing import CliRunner, Result

from tests.starting.paper import form_in_word
from verifier.cli import main
from verifier.errors import RuleError, UsageError
from verifier.lint import read_policy
from verifier.outputs import blank_annex2
from verifier.rules import folder_of, load_rule_set
from verifier.starting import Begun, begin
from verifier.starting.clauses import Counted, tiers
from verifier.starting.table import read_form

MODEL = load_rule_set("weihai-2020")
HOME = folder_of("weihai-2020")
POLICY = Path(__file__).parent.parent / "data" / "policy" / "whole.txt"


def run(*words: str) -> Result:
    return CliRunner().invoke(main, list(words))


@pytest.fixture
def begun(tmp_path: Path) -> Path:
    form_in_word(tmp_path / "附件2.docx")
    done = run("rules", "new", str(tmp_path / "jia-2025"), "--form", str(tmp_path / "附件2.docx"))
    assert done.exit_code == 0, done.output
    assert "2 组 5 项指标，其中 5 项读出了分档" in done.output
    return tmp_path / "jia-2025"


# --- what the table says --------------------------------------------------------------------------


def test_merged_cells_are_read_and_the_year_is_left_open(tmp_path: Path) -> None:
    form_in_word(tmp_path / "a.docx")
    table = read_form(tmp_path / "a.docx")
    assert (table.label, table.title, table.total) == ("附件2", "甲州市高校就业工作站评价表（ ___年度）", "合   计")
    assert [(row.number, row.area, row.content, row.requirement) for row in table.rows] == [
        ("1", "场地", "办公场所", "提供场地证明"),
        ("1", "制度", "全年工作计划", "提供场地证明"),
        ("1", "信息", "毕业生问卷调查", "问卷汇总"),
        ("2", "活动", "举办校园招聘会", "现场照片"),
        ("2", "留甲", "毕业生留甲率", "毕业生花名册"),
    ]


def test_the_official_form_is_read_back_as_it_is_printed(tmp_path: Path) -> None:
    form = MODEL.form
    assert form is not None
    (tmp_path / "附件2.docx").write_bytes(blank_annex2(form, None))
    told = begin(tmp_path / "b", tmp_path / "附件2.docx", read_policy(POLICY), MODEL, HOME)
    drawn = [yaml.safe_load((tmp_path / "b" / f"group-{at}.yaml").read_text("utf-8")) for at in range(1, 6)]
    assert [(each["name"], each["weight"]) for each in drawn] == [
        (group.name, f"{float(group.weight * 100):g}%") for group in MODEL.groups
    ]
    cells = {cell["id"]: cell for each in drawn for cell in each["indicators"]}
    assert [(id_, cell["max"]) for id_, cell in cells.items()] == [(cell.id, cell.max) for cell in MODEL.indicators]
    assert cells["4.3"]["readings"][0]["tiers"][0]["slope"]["at_most"] == 30
    assert yaml.safe_load((tmp_path / "b" / "ruleset.yaml").read_text("utf-8"))["valid_to"] == "2024-12-31"
    rows = yaml.safe_load((tmp_path / "b" / "form.yaml").read_text("utf-8"))["rows"]
    assert [row["standard"] for row in rows] == [row.standard for row in form.rows]
    assert isinstance(told, Begun) and (told.groups, told.cells) == (5, 27)


COUNTED = Counted(("posts", "answered_share", "change"), MODEL.measures, 1)
NOT_SAID = "待填写"


@pytest.mark.parametrize(
    ("content", "standard", "made"),
    [
        ("推送", "≥20条（10分）≥10条（5分）", [("posts >= 20", 10), ("posts >= 10", 5)]),
        ("推送", "20条以上（60分）；20条以下（30分）", [("posts >= 20", 60), ("posts <= 20", 30)]),
        ("推送", "不足10条得5分，达到10条得9分", [("posts >= 10", 9), ("posts < 10", 5)]),
        ("答卷", "答卷率80%以上得10分，60%以上得5分", [("answered_share >= 80%", 10), ("answered_share >= 60%", 5)]),
        ("答卷", "≥80%（10分）", [("answered_share >= 80%", 10)]),
        ("推送", "有得15分", [("posts >= 1", 15)]),
        ("推送不少于3条", "符合条件（15分）", [("posts >= 3", 15)]),
        ("推送30条以上", "（15分）", [("posts >= 30", 15)]),
        ("答卷率达到80%以上", "得8分", [("answered_share >= 80%", 8)]),
    ],
)
def test_tiers_are_read_out_of_clauses(content: str, standard: str, made: list[tuple[str, int]]) -> None:
    assert [(each["all"], each["points"]) for each in tiers(content, standard, COUNTED)] == [
        ([condition], points) for condition, points in made
    ]


@pytest.mark.parametrize(
    ("standard", "slope"),
    [
        ("每增加1个百分点加10分，最高30分", {"measure": "change", "base": 0, "per": "1%", "points": 10, "at_most": 30}),
        ("持平得基础分10分，每提高2个百分点加5分，最高20分", {"base": 10, "per": "2%", "points": 5, "at_most": 20}),
        (
            "达到80%得10分，每增加1个百分点加2分，最高40分",
            {"measure": "answered_share", "start": "80%", "base": 10, "per": "1%", "points": 2, "at_most": 40},
        ),
        (
            "10条以上的得5分，每多1条加1分，最高9分",
            {"measure": "posts", "start": 10, "base": 5, "per": 1, "at_most": 9},
        ),
        ("每满5条加2分，最高10分", {"measure": "posts", "per": 5, "points": 2, "at_most": 10}),
    ],
)
def test_steps_are_read_out_of_clauses(standard: str, slope: dict[str, object]) -> None:
    ((made),) = [each["slope"] for each in tiers("", standard, COUNTED)]
    assert isinstance(made, dict)
    assert {key: made[key] for key in slope} == slope


@pytest.mark.parametrize(
    ("content", "standard"),
    [
        ("推送不少于3条，其中原创1条", "符合条件（15分）"),
        ("推送", "由评委评分"),
        ("推送", "20条以上（30分），10条以上20条以下（20分）"),
        ("推送", "优秀得10分，良好得5分"),
    ],
)
def test_what_a_clause_does_not_say_for_sure_is_left_to_people(content: str, standard: str) -> None:
    assert NOT_SAID in str(tiers(content, standard, COUNTED))


def test_a_table_of_other_columns_without_merged_cells_is_read_too(tmp_path: Path) -> None:
    rows = (
        ("一级指标", "二级指标", "分值", "评分标准", "佐证材料"),
        ("组织领导（30分）", "机构设置", "15", "有专门机构得15分", "文件"),
        ("", "值班台账", "15", "无台账不得分", ""),
        ("就业成效（70分）", "就业率", "70", "就业率达到90%以上", "名册"),
        ("合计", "", "100", "", ""),
    )
    paper = docx.Document()
    table = paper.add_table(rows=len(rows), cols=len(rows[0]))
    for at, texts in enumerate(rows):
        for column, text in enumerate(texts):
            table.cell(at, column).text = text
    paper.save(str(tmp_path / "a.docx"))
    told = [(row.group, row.content, row.standard, row.requirement) for row in read_form(tmp_path / "a.docx").rows]
    assert told == [
        ("组织领导（30分）", "机构设置", "有专门机构得15分", "文件"),
        ("组织领导（30分）", "值班台账", "无台账不得分（15分）", "文件"),
        ("就业成效（70分）", "就业率", "就业率达到90%以上（70分）", "名册"),
    ]
    begin(tmp_path / "b", tmp_path / "a.docx", "", MODEL, HOME)
    drawn = yaml.safe_load((tmp_path / "b" / "group-2.yaml").read_text("utf-8"))
    assert (drawn["name"], drawn["indicators"][0]["max"]) == ("就业成效", 70)
    assert drawn["weight"].startswith(NOT_SAID)


def test_rows_that_are_numbered_one_by_one_are_grouped_by_the_name_of_their_group(tmp_path: Path) -> None:
    rows = (
        ("序号", "评估项目", "指标内容", "评分标准"),
        ("1", "基础工作（权重60%）", "办公场所", "有得50分"),
        ("2", "", "工作计划", "有得50分"),
        ("3", "就业活动（权重40%）", "招聘会", "有得100分"),
    )
    write_table(tmp_path / "a.docx", rows, merged=[(1, 1, 2, 1)])
    told = begin(tmp_path / "b", tmp_path / "a.docx", "", MODEL, HOME)
    assert (told.groups, told.named, told.cells) == (2, 2, 3)
    assert ids_of(tmp_path / "b") == {"1": ["1.1", "1.2"], "2": ["2.1"]}
    form = yaml.safe_load((tmp_path / "b" / "form.yaml").read_text("utf-8"))
    assert [(row["number"], row["group"]) for row in form["rows"]] == [
        ("1", "基础工作（权重60%）"),
        ("2", ""),
        ("3", "就业活动（权重40%）"),
    ]


@pytest.mark.parametrize("points", ["", "60"])
def test_a_text_over_a_whole_row_names_the_group_of_the_rows_below(tmp_path: Path, points: str) -> None:
    rows = (
        ("序号", "指标内容", "评分标准", "评估要求", "满分"),
        ("一、基础工作（权重60%）", "", "", "", points),
        ("1", "办公场所", "有得50分", "证明", "50"),
        ("2", "工作计划", "有得50分", "计划", "50"),
        ("二、就业活动（权重40%）", "", "", "", points),
        ("1", "招聘会", "有得100分", "照片", "100"),
    )
    last = 3 if points else 4
    write_table(tmp_path / "a.docx", rows, merged=[(1, 0, 1, last), (4, 0, 4, last)])
    begin(tmp_path / "b", tmp_path / "a.docx", "", MODEL, HOME)
    assert ids_of(tmp_path / "b") == {"1": ["1.1", "1.2"], "2": ["2.1"]}
    drawn = yaml.safe_load((tmp_path / "b" / "group-2.yaml").read_text("utf-8"))
    assert (drawn["name"], drawn["weight"]) == ("二、就业活动", "40%")


def test_a_rate_is_counted_as_what_a_paper_states_where_the_like_cell_counts_none(tmp_path: Path) -> None:
    rows = (
        ("评估项目", "指标内容", "评分标准"),
        ("基础工作", "全年工作计划完成率", "≥90%（60分）≥80%（30分）"),
        ("", "全年工作计划", "有得40分"),
    )
    write_table(tmp_path / "a.docx", rows, merged=[])
    begin(tmp_path / "b", tmp_path / "a.docx", "", MODEL, HOME)
    rate, plan = yaml.safe_load((tmp_path / "b" / "group-1.yaml").read_text("utf-8"))["indicators"]
    assert (rate["takes"]["kind"], rate["takes"]["units"]) == ("stated-number", ["%"])
    assert rate["readings"][0]["tiers"][0] == {"all": [f"{NOT_SAID}：计数项 >= 90%"], "points": 60}
    assert plan["takes"]["kind"] == "yearly-paper"


def test_groups_that_the_table_does_not_tell_for_sure_are_told(tmp_path: Path) -> None:
    rows = (("序号", "指标内容", "评分标准"), ("1", "办公场所", "有得50分"), ("2", "工作计划", "有得50分"))
    write_table(tmp_path / "a.docx", rows, merged=[])
    done = run("rules", "new", str(tmp_path / "b"), "--form", str(tmp_path / "a.docx"))
    assert "分组不确定：读成 2 组，不同的组名只有 1 个，请核对各组" in done.output


def write_table(path: Path, rows: tuple[tuple[str, ...], ...], merged: list[tuple[int, int, int, int]]) -> None:
    paper = docx.Document()
    table = paper.add_table(rows=len(rows), cols=len(rows[0]))
    for at, texts in enumerate(rows):
        for column, text in enumerate(texts):
            table.cell(at, column).text = text
    for top, left, bottom, right in merged:
        text = table.cell(top, left).text
        table.cell(top, left).merge(table.cell(bottom, right)).text = text
    paper.save(str(path))


def ids_of(folder: Path) -> dict[str, list[str]]:
    """Group → its cells."""
    every = [yaml.safe_load(path.read_text("utf-8")) for path in sorted(folder.glob("group-*.yaml"))]
    return {each["id"]: [cell["id"] for cell in each["indicators"]] for each in every}


@pytest.mark.parametrize("data", [b"no zip", None])
def test_a_form_that_can_not_be_read_says_what_can(tmp_path: Path, data: bytes | None) -> None:
    if data is not None:
        (tmp_path / "a.docx").write_bytes(data)
    done = run("rules", "new", str(tmp_path / "b"), "--form", str(tmp_path / "a.docx"))
    assert done.exit_code == UsageError.exit_status
    assert "docx" in done.output or "找不到" in done.output


def test_a_paper_without_a_scoring_form_says_so(tmp_path: Path) -> None:
    paper = docx.Document()
    paper.add_table(rows=2, cols=2).cell(0, 0).text = "姓名"
    paper.save(str(tmp_path / "a.docx"))
    with pytest.raises(UsageError, match="没有评分表"):
        read_form(tmp_path / "a.docx")


def test_nothing_is_written_over(begun: Path, tmp_path: Path) -> None:
    done = run("rules", "new", str(begun), "--form", str(tmp_path / "附件2.docx"))
    assert (done.exit_code, "请换一个空文件夹" in done.output) == (UsageError.exit_status, True)


# --- as an official goes on -----------------------------------------------------------------------


def test_lint_lists_all_that_is_to_be_filled_in_and_nothing_is_checked_before(begun: Path) -> None:
    done = run("rules", "lint", str(begun))
    assert done.exit_code == RuleError.exit_status
    for line in (
        "ruleset.yaml 第5行第1列 issued_by 待填写：发布机关",
        "group-2.yaml 第55行第14列 indicators.1.takes.words.0 待核对：留威率",
    ):
        assert line in done.output
    assert re.search(
        r"places\.yaml 第\d+行第\d+列 places\.names 待核对：威海、环翠、文登、荣成、乳山（5 处）", done.output
    )
    with pytest.raises(RuleError, match=r"ruleset\.yaml 第4行第1列 title：待核对：.*（共 \d+ 处"):
        load_rule_set(begun)


HEAD = (
    ("待填写：发布机关", "甲州市人力资源和社会保障局"),
    ("待填写：地区名，如威海", "甲州"),
    ("待填写：有效期开始的日期，如 2025-01-01", '"2024-01-01"'),
    ("待填写：有效期结束的日期，如 2029-12-31", '"2029-12-31"'),
    ("{name: 待填写：等次，每个分数段一行, least: 0, most: 100, cite: 待填写：出处：原文}",
     "{name: 合格, least: 60, most: 100, cite: 五：60分及以上合格}\n"
     "- {name: 不合格, least: 0, most: 59.99, cite: 五：不足60分不合格}"),
    ("{yuan: 待填写：奖补金额，没有奖补的写 0, least: 0, most: 100, cite: 待填写：出处：原文}",
     "{yuan: 0, least: 0, most: 100, cite: 六：不安排奖补}"),
    ("待填写：要求报送材料的条款，如 五（三）", "五"),
    ('待填写：建站标准在政策中的位置；没有的写 ""', '""'),
    ("待填写：建站标准，逐条；没有的写 []", "[]"),
)  # fmt: skip
TEXTS = {
    "ruleset.yaml": HEAD,
    "form.yaml": (("待填写：总分标尺的刻度，每个等次和奖补开始的分数一行", "60"), ("待填写：等次", "合格")),
}
PLACES = {"威海": "甲州", "环翠": "甲东", "文登": "甲西", "荣成": "甲南", "乳山": "甲北", "留威": "留甲"}
REASONS = ("按条款原文；30平方米本数符合条件", "按条款原文", "答卷人数除以毕业生总数", "按场次", "每满1个百分点加10分")


def as_an_official(folder: Path) -> None:
    """Fills in, looks over and corrects what lint lists; nothing else."""
    for path in sorted(folder.rglob("*.yaml")):
        text = path.read_text(encoding="utf-8")
        for old, new in TEXTS.get(path.name, ()):
            assert old in text, old
            text = text.replace(f"'{old}'" if f"'{old}'" in text else old, new)
        text = re.sub(r"^ *confirm: .*\n", "", text, flags=re.MULTILINE)
        for old, new in PLACES.items():
            text = text.replace(old, new)
        path.write_text(text.replace("待核对：", ""), encoding="utf-8")
    reasons = iter(REASONS)
    for name in ("group-1.yaml", "group-2.yaml"):
        text = (folder / name).read_text(encoding="utf-8")
        text = re.sub("待填写：这样读的理由，如“按条款原文”", lambda _: next(reasons), text)
        (folder / name).write_text(text, encoding="utf-8")


def settle(folder: Path) -> None:
    """Takes over what lint proposes: a remark with a reason for each question that stays."""
    lines = re.findall(r"^ +(- \{finding: .*), reason: 理由\}$", run("rules", "lint", str(folder)).output, re.MULTILINE)
    remarks = "\n".join(f"  {line}, reason: 条款没有另作规定，按原文执行}}" for line in lines)
    (folder / "remarks.yaml").write_text(f"accepted:\n{remarks}\n" if lines else "accepted: []\n", encoding="utf-8")


def confirm_cases(folder: Path) -> None:
    """Confirms the drafts of cases."""
    for path in (folder / "cases").glob("drafts*.yaml"):
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub(r"(, |\n +)draft: true", "", text), encoding="utf-8")


def bundle(folder: Path) -> Path:
    folder.mkdir()
    proof, plan = docx.Document(), docx.Document()
    for text in (
        "办公场所证明",
        "甲州学院就业工作站办公场所位于行政楼201室，面积45平方米，长期固定使用。",
        "甲州学院",
        "2024年3月1日",
    ):
        proof.add_paragraph(text)
    for text in ("甲州学院就业工作站2024年度工作计划", "一、上半年举办就业指导讲座。", "二、下半年组织校园招聘会。"):
        plan.add_paragraph(text)
    proof.save(str(folder / "办公场所证明.docx"))
    plan.save(str(folder / "2024年工作计划.docx"))
    return folder


@pytest.mark.slow
def test_a_rule_set_is_begun_finished_tried_and_used(begun: Path, tmp_path: Path) -> None:
    as_an_official(begun)
    assert load_rule_set(begun).id == "jia-2025"
    run("rules", "test", str(begun), "--suggest")
    confirm_cases(begun)
    open_ones = re.findall(r"\{finding: ([\w-]+),", run("rules", "lint", str(begun)).output)
    assert set(open_ones) == {"clause-silent", "clause-hole", "rate-base", "step-or-share"}  # left open by the form
    settle(begun)
    linted = run("rules", "lint", str(begun))
    assert linted.exit_code == 0, linted.output
    tested = run("rules", "test", str(begun))
    assert (tested.exit_code, "0 个不符" in tested.output) == (0, True), tested.output

    out = tmp_path / "out"
    options = ("--rules", str(begun), "--school", "甲州学院", "--year", "2024")
    checked = run("check", str(bundle(tmp_path / "bundle")), "--out", str(out), *options)
    assert checked.exit_code == 0, checked.output
    paper = docx.Document(str(out / "annex2.docx"))
    texts = ["".join(each.text.split()) for each in paper.paragraphs]
    assert "甲州市高校就业工作站评价表（2024年度）" in texts
    rows = [[cell.text for cell in row.cells] for row in paper.tables[0].rows]
    scores = {row[3]: row[6] for row in rows[1:-1]}
    assert (scores["办公场所"], scores["全年工作计划"], scores["举办校园招聘会"]) == ("40", "20", "0")
    assert rows[-1][-1] == "36"

    made = run("new", str(tmp_path / "空"), "--rules", str(begun), "--year", "2024")
    assert made.exit_code == 0, made.output
    notes = {path.parent.name: path.read_text("utf-8-sig") for path in (tmp_path / "空").rglob("填写说明.txt")}
    assert "满分40分" in notes["1.1 办公场所"] and "威" not in "".join(notes.values())
    assert len(list((tmp_path / "空").rglob("*花名册.xlsx"))) == 2


def test_a_cell_like_none_has_a_note_to_be_written(tmp_path: Path) -> None:
    paper = docx.Document()
    table = paper.add_table(rows=2, cols=4)
    for at, texts in enumerate(
        (("指标", "内容", "评分标准", "材料"), ("成效（100分）", "绿化覆盖", "好得100分", "无"))
    ):
        for column, text in enumerate(texts):
            table.cell(at, column).text = text
    paper.save(str(tmp_path / "a.docx"))
    begin(tmp_path / "b", tmp_path / "a.docx", "", MODEL, HOME)
    drawn = yaml.safe_load((tmp_path / "b" / "blank.yaml").read_text("utf-8"))
    assert drawn["notes"]["1.1"]["what"].startswith(NOT_SAID) and (drawn["tables"], drawn["papers"]) == ([], [])
