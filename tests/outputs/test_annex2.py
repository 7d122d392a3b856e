"""The form 附件2 against the policy's own wording, cell by cell."""

import copy
import io
from decimal import Decimal
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

from tests.outputs.example_results import empty_result, flag, form, full_result, piece
from verifier.outputs.annex2 import annex2_bytes, comment_text, write_annex2

HEADER = ["序号", "评估指标", "指标内容", "指标内容", "评分标准", "评估要求及提报材料", "指标得分", "最终总分"]
POSTS = "发布我市高校毕业生就业创业政策及我市组织的毕业生就业创业相关活动宣传\n＞15条（30分）≤15条（25分）"
SURVEY = (
    "组织调查问卷答卷人数占当年度毕业生总数的比例：\n＜50%(10分）≥50%（14分）\n≥60%（16分）≥70%（18分）\n≥80%（20分）"
)
# 序号, 评估指标, 指标内容 (two columns), 评分标准, 评估要求及提报材料 as the policy prints them; '' is an empty cell
POLICY = [
    ("1", "基础\n管理\n工作\n\n\n(权重20%）", "硬件设施", "20平方以上室内固定办公场所", "符合条件（10分）",
     "办公场所需长期且固定"),
    ("", "", "", "容纳50人以上的室内培训场地", "符合条件（10分）", "活动需要时可使用"),
    ("", "", "", "有可举办招聘会的活动场地", "符合条件（10分）", ""),
    ("", "", "", "办公设备及活动配备", "符合条件（10分）", ""),
    ("", "", "人员配置", "工作人员不少于3人，有1名专职联络员。", "符合条件（15分）",
     "提报工作人员基本信息，人员相对固定，保证能及时对接工作。"),
    ("", "", "管理制度", "指导站工作制度和财务管理制度。", "符合条件（15分）", "根据指导站需求及时完善"),
    ("", "", "", "全年工作计划", "符合条件（15分）", "根据指导站需求定制"),
    ("", "", "", "基础台账", "符合条件（15分）", "真实有效，条理清晰"),
    ("2", "信息\n采集\n\n\n(权重20%）", "数据库", "本校应届毕业生生源信息库", "报送（15分）",
     "根据要求和时间截点报送相关数据信息，且数据真实有效。"),
    ("", "", "", "在校生数据库", "报送（15分）", ""),
    ("", "", "", "本校应届毕业生学历信息库", "报送（20分）", ""),
    ("", "", "信息反馈", "毕业生相关调查问卷", SURVEY, "根据要求及时间截点完成"),
    ("", "", "", "就业率及相关信息数据", "报送（15分）", "真实有效，在时间截点内报送。"),
    ("", "", "", "在校生信息确认", "报送（15分）", "配合有关部门出具在校生相关证明认定材料。"),
    ("3", "政策\n宣传\n\n\n(权重20%）", "自媒体", "微信推送", f"高校微信公众号{POSTS}",
     "证明材料：提供公众号或网站发布信息截图照片"),
    ("", "", "", "网站推送", f"高校就业信息网{POSTS}", ""),
    ("", "", "校园宣传", "张贴海报", "校内张贴政策宣传海报。（20分）", "证明材料：提供张贴政策海报照片"),
    ("", "", "", "印发宣传资料", "印发相关政策宣传材料，进行宣传发放。（20分）",
     "证明材料：提供政策及活动宣传材料发放照片"),
    ("4", "开展\n各类\n就业\n创业\n活动\n\n\n(权重35%）", "毕业生留威", "组织学生到我市企业实习",
     "组织50人及以上毕业生到我市企业实习，毕业生人数小于200人的组织20人及以上（20分）", "证明材料：企业开具的实习证明"),
    ("", "", "", "引导关注并使用\n威海市就业服务平台", "关注并注册使用平台人数达到毕业人数的80%（10分）",
     "证明材料：根据就业服务平台系统学生注册后填写的教育经历中毕业院校名称筛选相关数据"),
    ("", "", "", "毕业生留威率",
     "毕业生留威率与上年度持平可得基础分10分，在此基础上每增加1个百分点加10分，最高30分；留威率负增长，此项不得分",
     "证明材料：本年及上年度毕业生花名册及毕业生信息网就业协议"),
    ("", "", "", "举办校园招聘会", "＜5场次（5分）\n＞5场次（8分）", "证明材料：举办招聘会现场照片"),
    ("", "", "", "组织学生参加公共服务机构\n招聘会",
     "积极组织毕业生参加各级公共服务机构举办的线上线下招聘活动，做好招聘岗位信息对接服务。（8分）",
     "证明材料：组织发动的通知、照片或截图"),
    ("", "", "就业创业培训", "组织学生参加就业创业培训率",
     "本科学生参训率达到在校生总数的20%，专科学生参训率达到在校生总数的30%，可得相应分值否则不得分（8分）",
     "证明材料：从山东省公共就业人才信息系统中查询比对"),
    ("", "", "就业创业指导", "就业创业指导咨询", "开设毕业生就业创业指导咨询服务，定期为毕业生提供咨询服务（8分）",
     "证明材料：提供就业创业指导咨询现场照片。"),
    ("", "", "赛事组织", "组织开展或参与各类创业大赛", "组织指导学生参赛（8分）", "证明材料：大赛现场照片"),
    ("5", "创新举措(权重5%）", "围绕指导站及毕业生留威开展的创新性工作", "围绕指导站及毕业生留威开展的创新性工作",
     "创新工作2项\n（100分）", "证明材料：提供创新性工作开展情况说明。"),
]  # fmt: skip


def opened(result):
    return docx.Document(io.BytesIO(annex2_bytes(result, form())))


@pytest.fixture(scope="module")
def document():
    return opened(full_result())


@pytest.fixture(scope="module")
def grid(document):
    return [row.cells for row in document.tables[0].rows]


def test_title_and_school_stand_over_the_table(document):
    texts = [paragraph.text for paragraph in document.paragraphs if paragraph.text]
    assert texts == ["威海市大学生就业服务指导站绩效评价表（ 2024年度）", "学校名称：威海海洋职业学院"]


def test_the_wording_is_the_policys_cell_by_cell(grid):
    assert [cell.text for cell in grid[0]] == HEADER
    carried = [""] * 6
    for row, policy in zip(grid[1:-1], POLICY, strict=True):
        # an empty cell is merged with the filled one over it, so it reads the same
        carried = [text or carried[column] for column, text in enumerate(policy)]
        assert [cell.text for cell in row[:6]] == carried


def test_empty_cells_are_merged_upward_and_filled_ones_are_not(grid):
    for at, policy in enumerate(POLICY[1:], 2):
        for column in (0, 1, 2, 5):
            merged = grid[at][column]._tc is grid[at - 1][column]._tc
            assert merged == (policy[column] == ""), (at, column)
        assert grid[at][6]._tc is not grid[at - 1][6]._tc
        assert (grid[at][7]._tc is grid[at - 1][7]._tc) == (policy[0] == "")


def test_only_header_and_innovation_span_the_two_columns_of_content(grid):
    assert [at for at, row in enumerate(grid[:-1]) if row[2]._tc is row[3]._tc] == [0, 27]


def test_the_total_row_is_one_cell_before_the_scores(grid):
    last = grid[-1]
    assert len({id(cell._tc) for cell in last[:6]}) == 1
    assert [last[0].text, last[6].text, last[7].text] == ["合   计", "", "75.45"]


def test_scores_finals_and_ranges(grid):
    scores = {policy[3]: row[6].text for row, policy in zip(grid[1:-1], POLICY, strict=True)}
    assert scores["20平方以上室内固定办公场所"] == "10"
    assert scores["毕业生留威率"] == "10\n（10–19.76）"
    assert scores["围绕指导站及毕业生留威开展的创新性工作"] == "100\n（0–100）"
    assert [grid[at][7].text for at in (1, 9, 15, 19, 27)] == ["15", "19.6", "18", "17.85", "5"]


def test_odd_points_are_shown_with_two_decimals_half_up():
    result = full_result()
    result["indicators"][0] |= {"low": 8.005, "proposed": 8.005, "high": 8.005}
    result["groups"][0]["proposed"] = 73.01
    row = opened(result).tables[0].rows[1].cells
    assert (row[6].text, row[7].text) == ("8.01", str(Decimal("14.6")))


def test_every_score_has_a_comment_with_clause_evidence_and_flags(document):
    comments = list(document.comments)
    assert len(comments) == 27
    assert {comment.author for comment in comments} == {"核验工具"}
    posts = comments[14].text
    assert "依据：附件2 三、政策宣传／微信推送" in posts
    assert "证据（13处）" in posts and "……等13处" in posts
    assert "3 政策宣传/微信/01.png 第1页：“2024年5月1日 17:30”" in posts
    assert "【待核】有4张截图" in posts and "【提示】" in posts
    assert "【缺口】有工作制度" in comments[5].text


def test_a_comment_anchors_at_its_score(document, grid):
    assert grid[15][6]._tc.findall(".//" + qn("w:commentRangeStart"))


def test_a_comment_stays_short_and_says_what_was_not_counted():
    cell = full_result()["indicators"][0]
    cell["evidence"] = [piece("a.png", "date", None, "字" * 500, counted=False)] * 90
    cell["flags"] = [flag("low-confidence", "review", "看不清。", file="a.png", page=1)] * 40
    lines = comment_text(cell).split("\n")
    assert len(lines) < 25 and "（未计入）" in lines[3] and len(lines[3]) < 90
    assert lines[-1] == "……等40条，其余见核验报告"


def test_an_empty_bundle_gives_the_form_with_noughts():
    opened_form = opened(empty_result())
    assert opened_form.paragraphs[0].text == "威海市大学生就业服务指导站绩效评价表（ ___年度）"
    rows = [row.cells for row in opened_form.tables[0].rows]
    assert rows[1][6].text == "0" and rows[-1][7].text == "0"


def test_header_repeats_and_rows_are_not_split(document):
    rows = document.tables[0].rows
    assert rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in rows)


def test_the_columns_fill_the_page_between_its_margins(document):
    section = document.sections[0]
    room = section.page_width - section.left_margin - section.right_margin
    assert abs(sum(column.width for column in document.tables[0].columns) - room) < 20000


def test_control_characters_do_not_reach_the_document():
    result = full_result()
    result["school"]["name"] = "某\x00校\x1f\ud800"
    result["indicators"][0]["evidence"][0]["file"] = "a\x01\u202egnp.exe\ufffe"
    result["indicators"][0]["evidence"][0]["text"] = "x\x0by\n第二行"
    document = opened(result)
    assert document.paragraphs[1].text == "学校名称：某校"
    assert "· agnp.exe 第1页：“xy 第二行”" in next(iter(document.comments)).text


def test_the_same_result_gives_the_same_bytes(tmp_path: Path):
    result = full_result()
    write_annex2(result, form(), tmp_path / "a.docx")
    write_annex2(copy.deepcopy(result), form(), tmp_path / "b.docx")
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()
