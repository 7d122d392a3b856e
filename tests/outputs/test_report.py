"""The report: safe to open, complete, and the urgent things first."""

import base64
import io
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from PIL import Image

from tests.counting.photo_papers import word
from tests.decisions.judged import judged
from tests.outputs.example_results import (
    RULES,
    draw_pictures,
    empty_result,
    flag,
    form,
    full_result,
    piece,
    record,
)
from verifier.model import PastPoints, PastRun
from verifier.outputs.crops import cut_crops
from verifier.outputs.extras import Extras
from verifier.outputs.priorities import priorities
from verifier.outputs.report import report_html, write_report
from verifier.outputs.trend import trend

VOID = {"meta", "img", "br", "link", "input", "hr"}


class Page(HTMLParser):
    """Tags opened and never closed, ids, link targets, text."""

    def __init__(self, html):
        super().__init__()
        self.open, self.tags, self.ids, self.links, self.words = [], [], [], [], []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        self.ids += [value for key, value in attrs if key == "id"]
        self.links += [value for key, value in attrs if key == "href"]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.words.append(data)

    @property
    def text(self):
        return " ".join(" ".join(self.words).split())


def html_of(result, pictures=None, **more):
    extras = Extras(
        pictures or {},
        measures=RULES.measures,
        scale=form().scale,
        note="由核验工具生成",
        standards_cite=RULES.standards_cite,
    )
    return report_html(record(result), replace(extras, **more))


@pytest.fixture(scope="module")
def pictures(tmp_path_factory):
    return draw_pictures(tmp_path_factory.mktemp("pages"), full_result())


@pytest.fixture(scope="module")
def html(pictures):
    return html_of(full_result(), pictures)


def test_tags_are_balanced_ids_unique_and_every_link_leads_somewhere(html):
    page = Page(html)
    assert page.open == []
    assert len(page.ids) == len(set(page.ids))
    assert {link[1:] for link in page.links} <= set(page.ids)


def test_the_first_screen_tells_total_range_grade_and_award(html):
    head = Page(html).text.split("先处理这些 按影响")[0]
    for words in ("威海海洋职业学院", "2024年度", "75.45", "63.05–89.21", "合格", "可能：不合格、合格、优秀", "0元"):
        assert words in head
    for mark in ("70", "80", "91", "96"):
        assert f">{mark}</text>" in html


def test_all_cells_and_all_files_are_there(html):
    result, page = full_result(), Page(html)
    assert {f"c-{cell['id']}" for cell in result["indicators"]} <= set(page.ids)
    assert all(file["path"] in page.text for file in result["files"])
    for words in ("无法读取：文件加了密码", "格式不支持：", "系统文件，已略过", "Word，创新"):
        assert words in page.text


def test_what_to_fix_first_is_ordered_by_points_of_the_total():
    first = priorities(record(full_result()))
    assert [(entry.cell.id, str(entry.stake.normalize())) for entry in first[:3]] == [
        ("4.1", "7"),
        ("5.1", "5"),
        ("4.2", "3.5"),
    ]
    assert "2.1" not in [entry.cell.id for entry in first]


def test_without_stated_points_the_way_to_the_maximum_is_at_stake():
    result = empty_result()
    stakes = {entry.cell.id: str(entry.stake.normalize()) for entry in priorities(record(result))}
    assert (stakes["4.3"], stakes["5.1"], stakes["1.1"]) == ("10.5", "5", "2")


def test_a_file_name_is_text_wherever_it_stands():
    result = full_result()
    name = "<img src=x onerror=alert(1)>\"'&{{7*7}}\u202egnp.png"
    result["files"][0]["path"] = name
    result["indicators"][0]["evidence"][0] |= {"file": name, "text": "</style><script>alert(2)</script>"}
    result["flags"].append(flag("unassigned", "review", f"{name}没有用上。", file=name))
    result["school"]["name"] = "</title><script>alert(3)</script>"
    html = html_of(result)
    assert "<script" not in html and "<img" not in html and "\u202e" not in html
    assert "{{7*7}}" in html
    assert "<img src=x onerror=alert(1)>\"'&{{7*7}}gnp.png" in Page(html).text


def test_nothing_is_loaded_from_elsewhere_and_no_script_runs(html):
    page = Page(html)
    assert not re.search(r"https?://|=[\"']?//|@import|url\(", re.sub(r"base64,[^\"]+", "", html))
    assert {tag for tag, _ in page.tags} & {"script", "link", "iframe", "object", "form"} == set()
    assert all(attrs["src"].startswith("data:image/jpeg;base64,") for tag, attrs in page.tags if tag == "img")
    assert not [key for _, attrs in page.tags for key in attrs if key.startswith("on")]
    policy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"
    assert ("meta", {"http-equiv": "Content-Security-Policy", "content": policy}) in page.tags


def test_evidence_tells_what_counted_why_not_and_how_sure(html):
    text = Page(html).text
    assert "✕ 未计入 ：日期没有年份" in text
    assert "识别把握 83%" in text and "识别把握 100%" not in text
    assert "台账.xlsx 台账!B4" in text


def test_readings_self_score_and_rates_are_shown(html):
    text = Page(html).text
    assert "不满1个百分点按比例加" in text and "19.76 分" in text
    assert "学校自评 15 （不一致）" in text
    assert "本年度留威率 20.98%" in text


def test_crops_are_small_and_outlined(html):
    found = re.findall(r'src="data:image/jpeg;base64,([^"]+)" width="(\d+)" height="(\d+)"', html)
    assert len(found) == 18
    for data, width, height in found:
        picture = Image.open(io.BytesIO(base64.b64decode(data)))
        assert picture.size == (int(width), int(height)) and picture.width <= 480


def test_never_more_than_300_crops_and_the_largest_stake_first(tmp_path):
    result = full_result()
    Image.new("RGB", (200, 200), "white").save(tmp_path / "page.png")
    pictures = {}
    for cell in result["indicators"]:
        if cell["id"] in ("4.1", "1.8"):
            files = [f"{cell['id']}/{at}.png" for at in range(400)]
            cell["evidence"] = [piece(file, "date", None, "", box=[10, 10, 60, 30]) for file in files]
            pictures |= {(file, 1): tmp_path / "page.png" for file in files}
    html = html_of(result, pictures)
    assert html.count("<img") == 300
    urgent, settled = (html.split(f'id="c-{cell}"')[1].split("</article>")[0] for cell in ("4.1", "1.8"))
    assert (urgent.count("<img"), settled.count("<img")) == (290, 10)
    assert "4.1/399.png" in html


def test_masked_parts_of_a_page_are_black_in_its_crop(tmp_path):
    Image.new("RGB", (400, 400), "white").save(tmp_path / "page.png")
    pictures, spot = {("a.png", 1): tmp_path / "page.png"}, ("a.png", 1, None)
    crop = cut_crops([spot], pictures, {("a.png", 1): [(0, 0, 200, 400)]})[spot]
    picture = Image.open(io.BytesIO(base64.b64decode(crop.uri.split(",")[1])))
    assert sum(picture.getpixel((40, 100))) < 30 and sum(picture.getpixel((300, 100))) > 740


@pytest.mark.parametrize("box", [(-50, -9, 20, 20), (390, 390, 900, 900), (300, 20, 100, 10), (5, 5, 5, 5)])
def test_a_box_that_leaves_the_page_still_gives_a_crop(tmp_path, box):
    Image.new("RGB", (400, 400), "white").save(tmp_path / "page.png")
    crop = cut_crops([("a", 1, box)], {("a", 1): tmp_path / "page.png"}, {})[("a", 1, box)]
    assert 0 < crop.width <= 480 and crop.height > 0


def test_a_picture_that_does_not_open_leaves_the_words(tmp_path):
    result = full_result()
    (tmp_path / "broken.png").write_bytes(b"\x89PNG broken")
    html = html_of(result, {("1 基础管理/场地证明.pdf", 1): tmp_path / "broken.png"})
    assert "<img" not in html and "办公场所面积36平方米" in html


def test_an_empty_bundle_is_told_plainly():
    text = Page(html_of(empty_result())).text
    for words in ("学校未知", "年度未知", "材料里没有文件", "材料里看不出评价年度"):
        assert words in text


def test_the_same_result_gives_the_same_bytes(tmp_path, pictures):
    for name in ("a.html", "b.html"):
        write_report(record(full_result()), Extras(pictures, note="注", scale=form().scale), tmp_path / name)
    assert (tmp_path / "a.html").read_bytes() == (tmp_path / "b.html").read_bytes()


def test_the_first_screen_says_what_to_do_what_it_brings_and_what_a_question_may_cost():
    result = full_result()
    posts = next(cell for cell in result["indicators"] if cell["id"] == "3.1")
    remedy = "推送再增加1条（发布日期在考核年度内）"
    told = flag("below-threshold", "gap", "差1条。", points_at_stake=5, remedy=remedy)
    posts |= {"low": 25, "proposed": 25, "high": 25, "flags": [told]}
    entry = next(each for each in priorities(record(result)) if each.cell.id == "3.1")
    assert entry.action == "推送再增加1条（发布日期在2024年内）"
    assert (entry.change, entry.change * entry.weight) == (5, 1)
    question = next(each for each in priorities(record(result)) if each.cell.id == "5.1")
    assert question.change == -100
    text = Page(html_of(result)).text
    assert "−100 分 总分 −5" in text
    first, _, more = text.partition("项，影响较小")
    assert len(re.findall(r"总分 [+−]", first)) == 5
    told = len(priorities(record(result)))
    assert f"其余 {told - 5} 项，影响较小" in text, "the list of what to hand in is whole"
    assert len(re.findall(r"(总分 [+−]|得分待核对)", more)) >= told - 5


def test_the_standards_of_the_station_stand_in_a_section_of_their_own():
    own = {"cite": "三（一）", "text": "固定场所不小于20平方米", "indicator": "1.1"}
    met = own | {"id": "room", "state": "met", "told": "办公场所面积计得36平方米"}
    lacking = own | {"id": "liaison", "state": "missing", "told": "材料中没有找到"}
    text = Page(html_of(full_result() | {"station": [met, lacking]})).text
    assert "建站标准" in text and "✓ 具备 办公场所面积计得36平方米" in text and "▲ 没有材料" in text
    assert "建站标准" not in Page(html_of(full_result())).text


def test_no_english_code_is_read_in_the_report(html):
    text = Page(html).text
    codes = {each["code"] for cell in full_result()["indicators"] for each in cell["flags"]}
    assert codes and [code for code in codes if code in text] == []
    assert all(f'data-code="{code}"' in html for code in codes)


def test_readings_that_bring_the_same_points_are_told_in_a_line():
    result = full_result()
    cell = next(each for each in result["indicators"] if len(each["readings"]) > 1)
    assert "<h4>这一条可以有几种读法</h4>" in html_of(result)
    for each in result["indicators"]:
        for reading in each["readings"]:
            reading["points"] = 5
    html = html_of(result)
    assert "<h4>这一条可以有几种读法</h4>" not in html and "这一条可以有几种读法，得分都是 5 分" in html
    assert all(reading["text"] in html for reading in cell["readings"])


def test_notes_of_an_empty_bundle_are_folded_and_files_out_of_others_are_told():
    result = full_result()
    papers = [each for each in result["files"] if each["status"] == "read" and not each["indicators"]]
    papers[0]["document_type"] = "template"
    html = html_of(result)
    assert re.search(r"<label[^>]*>填写说明和空白模板，不作为材料（1）", html)
    assert ("含从压缩包、文档里取出的" in html) == any(
        other["path"].startswith(each["path"] + "/") for each in result["files"] for other in result["files"]
    )
    result["files"].append({**papers[0], "path": "包.zip/甲.txt"})
    result["files"].append({**papers[0], "path": "包.zip"})
    assert "含从压缩包、文档里取出的" in html_of(result)


def test_the_scale_is_labelled_at_its_start_wherever_the_total_stands():
    for low, proposed in ((36, 36), (47, 60), (91, 95), (0, 0), (60, 60)):
        result = full_result() | {"total": {"low": low, "proposed": proposed, "high": 100}}
        start = 60 if low >= 60 else 0
        assert f'<text x="0" y="76">{start}</text>' in html_of(result)


def test_each_form_has_its_own_name_in_the_list_of_files():
    result, _ = judged(
        word("评价.docx", "大学生就业服务指导站绩效评价表\n评估指标 指标内容 评分标准 指标得分"),
        word("申请.docx", "大学生就业服务指导站绩效奖补申请表\n院校名称 开户行及银行账号\n绩效评估等级 绩效奖补金额"),
    )
    names = {file.path: (file.document_type, file.document_name) for file in result.files}
    assert names["评价.docx"] == ("official-form", "绩效评价表（附件2）")
    assert names["申请.docx"] == ("official-form", "奖补资金申请表（附件3）")
    text = Page(report_html(result, Extras())).text
    assert "Word，绩效评价表（附件2）" in text and "Word，奖补资金申请表（附件3）" in text


def test_what_is_fine_is_folded_and_what_is_doubtful_stands_open():
    result = full_result()
    cell = next(cell for cell in result["indicators"] if cell["evidence"])
    sure = {"standing": "firm", "confidence": 1.0, "counted": True}
    fine, doubtful = ({**cell["evidence"][0], "line": at, "page": None, "box": None, **sure} for at in (1, 2))
    cell["evidence"] = [{**fine, "text": "没有疑问的一处"}, {**doubtful, "text": "有疑问的一处", "standing": "open"}]
    html = html_of(result)
    article = html[html.index(f'id="c-{cell["id"]}"') :]
    article = article[: article.index("</article>")]
    open_part, folded = article.split('<div class="folded">')
    assert "有疑问的一处" in open_part and "没有疑问的一处" in folded and "没有疑问的一处" not in open_part
    assert "要看的佐证 1 处" in open_part and "已计入、没有疑问的佐证 1 处" in open_part


def test_earlier_years_are_shown_where_some_are_known():
    result = record(full_result())
    groups = tuple(PastPoints(group.id, group.name, 50.5) for group in result.groups[:-1])

    def run(year, rules, *without):
        return PastRun(result.school.name, year, "x", "", rules, 71.25, "合格", groups, frozenset(without))

    before = (run(2021, "other"), run(2022, result.rules.id, "4.8", "4.3"), run(2023, result.rules.id, "4.8"))
    html = report_html(result, Extras(before=before))
    section = html.partition('id="years"')[2].partition("</section>")[0]
    rows = [re.sub(r"<[^>]*>", " ", row).split() for row in re.findall(r"<tr>(.*?)</tr>", section, re.S)[1:]]
    assert [row[:1] for row in rows] == [["2021"], ["2022"], ["2023"], [str(result.year)]]
    assert rows[0] == ["2021", "other", "71.25", *["50.5"] * (len(result.groups) - 1), "—"]
    assert rows[1][1:] == rows[0][2:] and rows[3][1] == "本次"
    assert re.findall(r'href="#c-([\d.]+)"', section) == ["4.8"]
    sent_once = (*before, run(2020, result.rules.id, "4.3"))
    assert "每年都没有" in section and "每年都没有" not in report_html(result, Extras(before=sent_once))
    assert 'id="years"' not in report_html(result, Extras())


def test_what_got_better_and_worse_than_the_year_before_is_told_with_a_chart_a_cell():
    result = record(full_result())
    cells = {cell.id: cell for cell in result.indicators}
    before = {"2.4": 0, "4.3": 30, "1.1": cells["1.1"].proposed}
    past = (*(PastPoints(id_, cells[id_].name, own) for id_, own in before.items()), PastPoints("9.9", "去年才有", 5))
    run = PastRun(result.school.name, result.year - 1, "x", "", "other", 50, "合格", (), frozenset(), past)
    told = trend(result, [run])
    assert told is not None and {each.cell.id for each in told.cells} == set(before)
    assert [each.cell.id for each in told.better] == ["2.4"] and [each.cell.id for each in told.worse] == ["4.3"]
    section = report_html(result, Extras(before=(run,))).partition('id="years"')[2].partition("</section>")[0]
    better, worse = (re.search(rf"比上年度{word}：(.*?)。", section).group(1) for word in ("提高", "下降"))
    assert "（0→18）" in better and "（30→10）" in worse and 'href="#c-4.3"' in worse
    assert section.count('class="bars"') == 3
    assert f'aria-label="{result.year - 1}年度30分，{result.year}年度10分"' in section
