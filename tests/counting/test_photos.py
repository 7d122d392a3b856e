"""Photos of posters, handing out, consultations and contests; which cell a picture serves."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest

from tests.counting.photo_papers import SCHOOL, bundle, codes, counted, design, flags, photo, points, post, screen, word
from tests.counting.station_papers import rules
from tests.facts.papers import grid
from verifier.counting.photos.belonging import belongs
from verifier.model import Observed, OtherBundle
from verifier.reuse import Elsewhere

POSTER = ("威海市高校毕业生就业创业政策", "生活补贴 购房补贴", "一次性创业补贴2万元")
HANDOUT = ("威海市就业创业政策宣传", "政策宣传资料发放点")
CONSULT = ("就业创业指导咨询室",)
CONTEST = ("山东大学（威海）", "大学生创新创业大赛决赛")

CELLS = {"3.3": (POSTER, 20), "3.4": (HANDOUT, 20), "4.7": (CONSULT, 8), "4.8": (CONTEST, 8)}


@pytest.mark.parametrize("cell", CELLS)
def test_one_dated_photo_with_telling_text_is_enough(cell: str) -> None:
    lines, most = CELLS[cell]
    assert points(cell, photo("a.jpg", *lines, taken="2024-05-20")) == (most, most, most)


@pytest.mark.parametrize("cell", CELLS)
def test_a_photo_of_another_year_counts_nowhere(cell: str) -> None:
    seen = photo("a.jpg", *CELLS[cell][0], taken="2023-05-20")
    assert points(cell, seen) == (0, 0, 0)
    assert flags(cell, seen) == {("date-outside-period", "a.jpg")}


@pytest.mark.parametrize("cell", CELLS)
def test_a_photo_without_any_date_counts_in_high(cell: str) -> None:
    lines, most = CELLS[cell]
    seen = photo("a.jpg", *lines)
    assert points(cell, seen) == (0, 0, most)
    assert flags(cell, seen) == {("date-missing", "a.jpg")}


@pytest.mark.parametrize("cell", CELLS)
def test_an_undated_photo_raises_no_question_beside_a_dated_one(cell: str) -> None:
    lines, most = CELLS[cell]
    seen = (photo("a.jpg", *lines), photo("b.jpg", *lines, taken="2024-05-20"))
    assert points(cell, *seen) == (most, most, most)
    assert "date-missing" not in codes(cell, *seen)


@pytest.mark.parametrize("cell", CELLS)
def test_a_photo_of_another_school_counts_nowhere(cell: str) -> None:
    seen = photo("a.jpg", "威海职业学院", *CELLS[cell][0][-2:], taken="2024-05-20")
    seen = replace(seen) if cell != "4.8" else photo("a.jpg", "威海职业学院大学生创业大赛", taken="2024-05-20")
    assert points(cell, seen) == (0, 0, 0)
    assert codes(cell, seen) == {"school-mismatch"}


@pytest.mark.parametrize("cell", CELLS)
def test_an_unsure_reading_does_not_count_in_low(cell: str) -> None:
    lines, most = CELLS[cell]
    seen = photo("a.jpg", *lines, taken="2024-05-20", confidence=0.6)
    assert points(cell, seen) == (0, most, most)
    assert "low-confidence" in codes(cell, seen)


@pytest.mark.parametrize("cell", CELLS)
def test_an_unknown_year_opens_the_cell_without_questions_of_date(cell: str) -> None:
    lines, most = CELLS[cell]
    seen = photo("a.jpg", *lines)
    assert points(cell, seen, year=None) == (0, 0, most)
    assert codes(cell, seen, year=None) == set()


@pytest.mark.parametrize("software", ["Adobe Photoshop 25.0 (Windows)", "美图秀秀", "GIMP 2.10", "MeituXiuXiu 9.8"])
def test_an_editor_is_named_and_withholds_nothing(software: str) -> None:
    seen = photo("a.jpg", *CONTEST, taken="2024-05-20", software=software)
    assert points("4.8", seen) == (8, 8, 8)
    assert codes("4.8", seen) == {"image-edited"}


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ({"traces": ("Camera 1.0", "Adobe Photoshop 25.0")}, "Photoshop"),
        ({"traces": ("PNG:parameters",)}, "人工智能"),
        ({"traces": ("HarmonyOS 4.0", "AIGC")}, "人工智能"),
        ({"traces": ("trainedAlgorithmicMedia", "Adobe Firefly")}, "人工智能"),
        ({"changed_at": datetime(2024, 5, 23, 9)}, "2天后"),
        ({"changed_at": datetime(2024, 5, 20, 23)}, ""),
        ({"traces": ("PNG:Description", "16.5.1")}, ""),
    ],
)
def test_what_a_file_says_of_its_making_is_a_question(more: dict[str, Any], told: str) -> None:
    plain = photo("a.jpg", *CONTEST, taken="2024-05-20")
    assert plain.document.picture
    seen = replace(plain, document=replace(plain.document, picture=replace(plain.document.picture, **more)))
    found = [each.message for each in counted("4.8", bundle(seen)).flags if each.code == "image-edited"]
    assert [told in message for message in found] == ([True] if told else [])
    assert points("4.8", seen) == (8, 8, 8)


@pytest.mark.parametrize("software", ["HarmonyOS 4.0", "16.5.1", "NOH-AN00 4.2.0.172", "今日水印相机"])
def test_the_software_of_a_phone_is_no_editor(software: str) -> None:
    assert codes("4.8", photo("a.jpg", *CONTEST, taken="2024-05-20", software=software)) == set()


def test_photos_without_telling_text_are_left_to_their_names() -> None:
    assert counted("3.3", bundle(photo("3.3张贴海报/a.jpg", "教学楼", taken="2024-05-20"))).evidence == ()


# --- posters and leaflets ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    "lines",
    [
        POSTER,
        ("就业政策宣传栏", "留威就业补贴"),
        ("来威海就业", "领人才补贴", "购房补贴最高30万元"),
        ("一图读懂", "威海市高校毕业生就业创业扶持政策"),
        ("青年人才驿站", "求职毕业生免费住宿政策"),
    ],
)
def test_a_poster_tells_its_policy_in_many_words(lines: tuple[str, ...]) -> None:
    assert points("3.3", photo("a.jpg", *lines, taken="2024-04-08")) == (20, 20, 20)


@pytest.mark.parametrize("lines", [("社团招新", "欢迎加入"), ("周末电影", "放映通知"), ("校园歌手大赛海报",)])
def test_posters_of_other_matters_do_not_count(lines: tuple[str, ...]) -> None:
    assert points("3.3", photo("a.jpg", *lines, taken="2024-04-08")) == (0, 0, 0)


def test_whether_it_hangs_on_a_wall_is_for_a_person_to_see_once_a_cell() -> None:
    found = counted(
        "3.3", bundle(photo("a.jpg", *POSTER, taken="2024-04-08"), photo("b.jpg", *POSTER[1:], taken="2024-04-09"))
    ).flags
    assert [(flag.code, flag.severity, flag.place) for flag in found] == [("judgement-required", "note", None)]


def test_dates_printed_on_a_poster_never_conflict_with_the_camera() -> None:
    lines = (*POSTER, "申领截止2022年12月31日", "2021年6月1日印发")
    seen = photo("a.jpg", *lines, taken="2024-04-08")
    assert points("3.3", seen) == (20, 20, 20)
    assert codes("3.3", seen) == {"judgement-required"}


def test_the_camera_outranks_what_is_printed_on_a_poster() -> None:
    seen = photo("a.jpg", *POSTER, "2024年6月1日", taken="2023-04-08")
    assert points("3.3", seen) == (0, 0, 0)


@pytest.mark.parametrize(("printed", "wanted"), [("2024年6月", (20, 20, 20)), ("2022年6月", (0, 0, 0))])
def test_a_poster_without_any_other_date_is_dated_by_its_own(printed: str, wanted: tuple[int, ...]) -> None:
    assert points("3.3", photo("a.jpg", *POSTER, printed)) == wanted


def test_a_caption_dates_a_poster() -> None:
    seen = photo("d.docx/1.jpg", *POSTER, caption="图1 2024年4月8日在宿舍区张贴海报", parent="d.docx")
    assert points("3.3", seen) == (20, 20, 20)


def test_a_poster_as_pdf_is_a_design_and_counts_in_high() -> None:
    seen = design("海报.pdf", "威海市高校毕业生就业创业政策海报\n生活补贴\n购房补贴\n创业补贴")
    assert points("3.3", seen) == (0, 0, 20)
    assert flags("3.3", seen) == {("content-unconfirmed", "海报.pdf")}


def test_a_caption_may_say_that_a_picture_is_the_artwork() -> None:
    seen = photo("a/1.jpg", *POSTER, taken="2024-04-08", caption="图2 海报设计稿", parent="a.docx")
    assert points("3.3", seen) == (0, 0, 20)
    assert "content-unconfirmed" in codes("3.3", seen)


@pytest.mark.parametrize(
    "lines",
    [
        HANDOUT,
        ("“留威就业”政策宣传折页发放",),
        ("就业政策明白纸领取处",),
        ("毕业生就业创业政策手册",),
        ("发放就业创业宣传资料",),
    ],
)
def test_the_words_of_handing_out_or_of_the_material_tell(lines: tuple[str, ...]) -> None:
    assert points("3.4", photo("a.jpg", *lines, taken="2024-05-20")) == (20, 20, 20)


def test_a_caption_is_content() -> None:
    seen = photo("d.docx/1.jpg", caption="图1 2024年5月21日向毕业生发放政策宣传资料", parent="d.docx")
    assert points("3.4", seen) == (20, 20, 20)


def test_a_leaflet_alone_counts_in_high() -> None:
    seen = design("折页.pdf", "威海市高校毕业生就业政策宣传折页\n生活补贴\n购房补贴\n创业补贴")
    assert points("3.4", seen) == (0, 0, 20)
    assert codes("3.4", seen) == {"content-unconfirmed"}


def test_a_paper_that_only_frames_photos_is_no_leaflet() -> None:
    caption = "2022年10月20日发放政策宣传折页"
    inside = photo("d.docx/1.jpg", "就业补贴政策宣传", caption=caption, parent="d.docx")
    assert points("3.4", word("d.docx", caption), inside) == (0, 0, 0)
    leaflet = word("d.docx", f"威海市就业政策宣传折页\n生活补贴\n购房补贴\n{caption}")
    assert points("3.4", leaflet, inside) == (0, 0, 20)


def test_a_leaflet_with_a_record_of_handing_out_counts() -> None:
    rows = (
        "序号|日期|发放资料|份数|领取人",
        "1|2024年5月20日|就业政策宣传折页|50|张三",
        "2|2024年5月21日|就业政策宣传折页|30|李四",
    )
    record = word("发放登记表.docx", "宣传资料发放登记表", tables=(grid(*rows),))
    leaflet = design("折页.pdf", "威海市高校毕业生就业政策宣传折页\n生活补贴\n购房补贴")
    assert points("3.4", leaflet, record) == (20, 20, 20)
    assert points("3.4", record) == (0, 0, 0)


def test_ledger_rows_are_no_evidence_for_posters_and_leaflets() -> None:
    rows = (
        "序号|日期|活动名称|地点",
        "1|2024年5月20日|发放就业政策宣传资料|食堂",
        "2|2024年4月8日|张贴就业政策海报|宿舍",
    )
    ledger = word("台账.docx", "2024年工作台账", tables=(grid(*rows),))
    assert counted("3.3", bundle(ledger)).evidence == counted("3.4", bundle(ledger)).evidence == ()


# --- consultations and contests ---------------------------------------------------------------------


@pytest.mark.parametrize(
    "line",
    [
        "就业创业指导咨询室",
        "毕业生就业指导咨询现场",
        "就业咨询服务台",
        "创业指导",
        "职业规划咨询",
        "简历门诊",
        "一对一就业指导",
    ],
)
def test_consultations_go_by_many_names(line: str) -> None:
    assert points("4.7", photo("a.jpg", line, taken="2024-05-20")) == (8, 8, 8)


@pytest.mark.parametrize("line", ["心理咨询室", "招生咨询处", "法律咨询"])
def test_other_consultations_do_not_count(line: str) -> None:
    assert points("4.7", photo("a.jpg", line, taken="2024-05-20")) == (0, 0, 0)


def test_consultations_all_of_one_date_are_noted() -> None:
    one, two = photo("a.jpg", *CONSULT, taken="2024-05-20"), photo("b.jpg", "简历门诊", taken="2024-05-20")
    noted = [(flag.code, flag.severity) for flag in counted("4.7", bundle(one, two)).flags]
    assert noted == [("judgement-required", "note")]
    later = photo("b.jpg", "简历门诊", taken="2024-06-20")
    assert codes("4.7", one, later) == set()
    assert points("4.7", one) == (8, 8, 8)


def record(day: str) -> Observed:
    rows = ("序号|咨询时间|来访学生|咨询内容|咨询师", f"1|{day}|学生甲|简历修改|陈立", f"2|{day}|学生乙|面试准备|陈立")
    return word("咨询记录.docx", "就业创业指导咨询记录表", tables=(grid(*rows),))


def test_records_of_consultation_count_in_high_and_may_date_a_photo() -> None:
    assert points("4.7", record("2024-04-10")) == (0, 0, 8)
    assert points("4.7", photo("a.jpg", *CONSULT), record("2024-04-10")) == (8, 8, 8)
    assert points("4.7", record("2023-04-10")) == (0, 0, 0)


@pytest.mark.parametrize(
    "line",
    [
        "中国国际大学生创新大赛校赛决赛",
        "“互联网+”大学生创新创业大赛",
        "挑战杯大学生创业计划竞赛",
        "威海市第九届大学生创业大赛",
        "创业项目路演现场",
    ],
)
def test_contests_go_by_many_names(line: str) -> None:
    assert points("4.8", photo("a.jpg", line, taken="2024-06-05")) == (8, 8, 8)


@pytest.mark.parametrize("line", ["春季田径运动会", "数学建模竞赛", "校园歌手大赛", "辩论赛决赛"])
def test_other_contests_do_not_count(line: str) -> None:
    assert points("4.8", photo("a.jpg", line, taken="2024-06-05")) == (0, 0, 0)


def test_an_award_is_no_photo_of_the_contest() -> None:
    seen = photo("a.jpg", "荣誉证书", "山东大学（威海）在威海市大学生创业大赛中", "荣获一等奖", taken="2024-06-05")
    assert points("4.8", seen) == (0, 0, 8)
    assert codes("4.8", seen) == {"content-unconfirmed"}


NOTICE = """关于举办大学生创新创业大赛的通知
各学院：
学校定于2024年5月30日举办大学生创新创业大赛校赛决赛，请组织参赛。
2024年5月20日"""


def test_a_notice_of_a_contest_counts_in_high() -> None:
    assert points("4.8", word("通知.docx", NOTICE)) == (0, 0, 8)
    assert codes("4.8", word("通知.docx", NOTICE)) == {"content-unconfirmed"}


def test_beside_a_photo_a_notice_changes_nothing() -> None:
    seen = (word("通知.docx", NOTICE), photo("a.jpg", *CONTEST, taken="2024-05-30"))
    assert points("4.8", *seen) == (8, 8, 8)
    assert codes("4.8", *seen) == set()


@pytest.mark.parametrize("title", ["2024年工作计划", "大学生创业大赛管理办法"])
def test_plans_and_rules_are_no_evidence(title: str) -> None:
    seen = word("a.docx", f"{title}\n2024年5月30日举办大学生创新创业大赛")
    assert counted("4.8", bundle(seen)).evidence == ()


# --- one picture, one cell --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lines", "cell"),
    [
        (POSTER, "3.3"),
        (HANDOUT, "3.4"),
        (CONSULT, "4.7"),
        (CONTEST, "4.8"),
        (("山东大学（威海）春季校园双选会",), "4.4"),
        (("威海市公共就业和人才服务中心", "2024年春季公共就业服务招聘会"), "4.5"),
        (("教学楼",), None),
    ],
)
def test_a_picture_belongs_where_its_content_speaks(lines: tuple[str, ...], cell: str | None) -> None:
    assert belongs(photo("a.jpg", *lines), rules()) == cell


def test_a_picture_filed_elsewhere_counts_where_it_belongs() -> None:
    seen = photo("4.4校园招聘会/a.jpg", *CONTEST, taken="2024-06-05")
    hints = {seen.path: ("4.4",)}
    assert points("4.8", seen, hints=hints) == (8, 8, 8)
    assert counted("4.4", bundle(seen, hints=hints)).evidence == ()


def test_the_folder_settles_what_the_content_leaves_open() -> None:
    seen = photo("3.4/a.jpg", "春季校园双选会", "政策宣传资料发放点", taken="2024-03-22")
    for cell, other in (("3.4", "4.4"), ("4.4", "3.4")):
        hints = {seen.path: (cell,)}
        assert points(cell, seen, hints=hints)[0] > 0
        assert counted(other, bundle(seen, hints=hints)).evidence == ()


def test_screens_and_scanned_papers_are_no_photos() -> None:
    shown = screen("a.jpg", post("威海市大学生创新创业大赛报名", body="大学生创新创业大赛开始报名"))
    running = ["为深入实施创新驱动发展战略，学校决定举办大学生创新创业大赛。"] * 8
    scan = photo("通知.jpg", "关于举办大学生创新创业大赛的通知", *running, "2024年5月30日")
    assert points("4.8", shown)[1] == 0
    assert points("4.8", scan) == (0, 0, 8)


def test_the_same_picture_again_counts_once_and_is_flagged() -> None:
    one = photo("a.jpg", *CONTEST, taken="2024-06-05", phash=0b1011)
    other = photo("b.jpg", *CONTEST, phash=0b1001)
    assert points("4.8", one, other) == (8, 8, 8)
    assert flags("4.8", one, other) == {("near-duplicate", "b.jpg")}


def test_a_picture_of_an_earlier_year_counts_in_high() -> None:
    seen = photo("a.jpg", *CONTEST, taken="2024-06-05", phash=0b1011)
    before = photo("old.jpg", *CONTEST, taken="2023-06-05", phash=0b1001)
    last = OtherBundle("去年", None, None, (before,), of_last_year=True)
    reused = Elsewhere([last], rules()).reused([seen], "今年", SCHOOL, 2024)
    assert points("4.8", seen, reused=reused) == (0, 0, 8)
    assert flags("4.8", seen, reused=reused) == {("reused-from-earlier", "a.jpg")}
