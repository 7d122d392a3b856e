"""A cell that is not ready says why: whatever is wrong with its papers, a flag above a note asks a person."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.counting import people_papers as people
from tests.counting.scenes import Outcome, article, grid, paper, photo, read, site_article
from tests.counting.station_papers import rules
from verifier.model import SEAL, Document, Fact, Observed, OtherBundle, Place, Seal, asks_photo
from verifier.pipeline import Sight, judge
from verifier.reuse import Elsewhere

SCHOOL, PARENT, OTHER = "哈尔滨工业大学（威海）", "哈尔滨工业大学", "山东外事职业大学"
DAY, EARLIER = "2024-05-20", "2022-05-20"
LONG = "围绕毕业生留威开展岗位体验，全年组织12批次，覆盖毕业生三百余人。"

Maker = Callable[[str, str], list[Observed]]
"""school and day (2024-05-20, or '' for none) → the papers that a cell asks for, at their best"""


def _proof(text: str) -> Maker:
    return lambda school, day: [paper("证明.docx", f"{school}场地证明\n{text}\n{school}\n{day}")]


def _staff(school: str, day: str) -> list[Observed]:
    rows = ("姓名|职务|专兼职|岗位职责", "王建国|主任|兼职|全面", "李晓梅|科员|专职|联络员", "张伟|科员|兼职|咨询")
    title = f"{school}就业创业服务指导站工作人员名单"
    return [paper("人员.docx", title, tables=[grid("人员.docx", *rows, title=title)])]


def _regulations(school: str, day: str) -> list[Observed]:
    body = "第一条 为规范管理，制定本办法。\n第二条 严格执行本办法。"
    titles = ("指导站工作制度", "指导站财务管理制度")
    return [paper(f"{title}.docx", f"{school}{title}\n{body}\n{school}\n{day}") for title in titles]


def _plan(school: str, day: str) -> list[Observed]:
    return [paper("计划.docx", f"{school}指导站{day[:4] and day[:4] + '年'}工作计划\n春季招聘。\n{school}")]


def _ledger(school: str, day: str) -> list[Observed]:
    title = f"{school}指导站工作台账"
    return [paper("台账.docx", title, tables=[grid("台账.docx", "序号|日期|活动", f"1|{day}|讲座", title=title)])]


def _rate(school: str, day: str) -> list[Observed]:
    return [paper("就业.docx", f"{school}就业数据\n{day[:4] and day[:4] + '届'}毕业生就业率为92%。\n{school}")]


def _confirmed(school: str, day: str) -> list[Observed]:
    table = grid("在校.docx", "姓名|学号|专业", "赵一|2022210101|软件工程")
    return [paper("在校.docx", f"{school}在校生证明\n兹证明以下同学系我校在校生。\n{school}\n{day}", tables=[table])]


def _innovations(school: str, day: str) -> list[Observed]:
    text = f"{school}创新性工作情况说明\n一、留威夜校\n{LONG}\n二、校友导航\n{LONG}\n{school}\n{day}"
    return [paper("创新.docx", text)]


def _named(document: Document, school: str) -> Observed:
    """A table of people with the school's name over it."""
    table = document.tables[0]
    head = (school, *[""] * (len(table.rows[0]) - 1))
    return read(replace(document, tables=(replace(table, rows=(head, *table.rows)),)))


def _class(day: str) -> str:
    return f"{day[:4]}届" if day else ""


def _origins(school: str, day: str) -> list[Observed]:
    return [_named(people.origins(30, f"{_class(day)}毕业生生源信息库"), school)]


def _degrees(school: str, day: str) -> list[Observed]:
    return [_named(people.degrees(30, f"{_class(day)}毕业生学历信息库"), school)]


def _enrolled(school: str, day: str) -> list[Observed]:
    return [_named(people.enrolment(30), school)]


def _survey(school: str, day: str) -> list[Observed]:
    text = f"{school}{_class(day)}毕业生就业情况调查问卷报告\n共发放问卷30份，回收有效问卷27份。\n{school}"
    return [paper("问卷.docx", text), *_origins(SCHOOL, DAY)]


def _interns(school: str, day: str) -> list[Observed]:
    year, firm, file = day[:4], "威海某某机械有限公司", "实习证明.pdf"
    months = f"于{year}年3月1日至{year}年6月30日" if year else ""
    rows = [f"{people.name(n)}|{people.resident_id(n)}|{people.school_number(n)}" for n in range(25)]
    letter = f"实习证明\n兹证明{school}以下毕业生{months}在我单位实习，特此证明。\n{firm}"
    seen = paper(file, letter, "pdf", [grid(file, "姓名|身份证号|学号", *rows)])
    seal = Fact(SEAL, Seal("round"), "红色圆形印章", Place(file, 1, (700, 900, 900, 1100)), 0.95, "seals")
    return [replace(seen, facts=(*seen.facts, seal)), *_origins(SCHOOL, DAY)]


def _platform(school: str, day: str) -> list[Observed]:
    header = ["用户姓名", "证件号码", "注册时间", "教育经历-毕业院校", "毕业时间"]
    rows = [[people.name(n), people.resident_id(n), day, school, f"{day[:4]}-06"] for n in range(27)]
    return [read(people.sheet(header, rows, "威海市就业服务平台 注册用户查询结果", file="导出.xlsx"))]


def _retention(school: str, day: str) -> list[Observed]:
    years = (int(day[:4]), int(day[:4]) - 1) if day else (0, 0)
    titles = [f"{year}届毕业生花名册" if year else "毕业生花名册" for year in years]
    rosters = zip(titles, years, (20, 15), strict=True)
    return [
        _named(people.destinations(local, 30, year, title=title, file=f"{at}.xlsx", start=100 * at), school)
        for at, (title, year, local) in enumerate(rosters)
    ]


def _training(school: str, day: str) -> list[Observed]:
    header = ["姓名", "公民身份号码", "就读院校", "学历层次", "培训类型", "培训机构", "开班日期", "结业日期"]
    rows = [[people.name(n), people.resident_id(n), school, "本科", "SYB", "某培训学校", day, day] for n in range(27)]
    title = "山东省公共就业人才信息系统－培训学员查询结果"
    return [read(people.sheet(header, rows, title, file="培训.xlsx")), *_enrolled(SCHOOL, DAY)]


def _photo(*lines: str) -> Maker:
    return lambda school, day: [photo("照片.jpg", *lines, school, taken=day)]


def _fair(school: str, day: str) -> list[Observed]:
    return [photo("照片.jpg", f"{school}校园招聘会", taken=day)]


def _public_fair(school: str, day: str) -> list[Observed]:
    when = f"定于{day[:4]}年5月20日" if day else ""
    text = f"{school}关于组织参加招聘会的通知\n威海市人力资源和社会保障局{when}举办威海市春季招聘会，请组织毕业生参加。"
    return [paper("通知.docx", f"{text}\n{school}就业处")]


_POST = "威海市2024届毕业生就业政策解读"


def _wechat(school: str, day: str) -> list[Observed]:
    when = f"{day[:4]}年5月20日 17:30" if day else ""
    return [article("推送.jpg", _POST, when, f"{school}就业")]


def _website(school: str, day: str) -> list[Observed]:
    return [site_article("网页.jpg", _POST, day, f"{school}就业信息网")]


MAKERS: dict[str, Maker] = {
    "1.1": _proof("兹证明就业创业服务指导站办公室面积36平方米，特此证明。"),
    "1.2": _proof("兹证明就业创业服务指导站培训教室可容纳80人，特此证明。"),
    "1.3": _proof("兹证明体育馆可作招聘会场地，特此证明。"),
    "1.4": _proof("兹证明就业创业服务指导站配备电脑3台、打印机1台，特此证明。"),
    "1.5": _staff,
    "1.6": _regulations,
    "1.7": _plan,
    "1.8": _ledger,
    "2.1": _origins,
    "2.2": _enrolled,
    "2.3": _degrees,
    "2.4": _survey,
    "2.5": _rate,
    "2.6": _confirmed,
    "3.1": _wechat,
    "3.2": _website,
    "3.3": _photo("威海市高校毕业生就业创业政策", "生活补贴 购房补贴", "一次性创业补贴2万元"),
    "3.4": _photo("威海市就业创业政策宣传", "政策宣传资料发放点"),
    "4.1": _interns,
    "4.2": _platform,
    "4.3": _retention,
    "4.4": _fair,
    "4.5": _public_fair,
    "4.6": _training,
    "4.7": _photo("就业创业指导咨询室"),
    "4.8": _photo("大学生创新创业大赛决赛"),
    "5.1": _innovations,
}


def _ours(cell: str) -> list[Observed]:
    return MAKERS[cell](SCHOOL, DAY)


def _faint(seen: Observed) -> Observed:
    """The same paper as a scan that is hard to read."""
    pages = tuple(
        replace(page, lines=tuple(replace(line, confidence=0.6, origin="ocr") for line in page.lines))
        for page in seen.document.pages
    )
    kept = tuple(fact for fact in seen.seals)
    again = read(replace(seen.document, pages=pages))
    return replace(again, facts=(*again.facts, *kept))


def _hidden(cell: str) -> list[Observed]:
    """A picture that shows nothing, in the cell's folder."""
    return [photo(f"{cell}/1.jpg", taken=DAY)]


TROUBLES: dict[str, Callable[[str], list[Observed]]] = {
    "none": _ours,
    "parent school only": lambda cell: MAKERS[cell](PARENT, DAY),
    "other school": lambda cell: MAKERS[cell](OTHER, DAY),
    "no school": lambda cell: MAKERS[cell]("", DAY),
    "no date": lambda cell: MAKERS[cell](SCHOOL, ""),
    "other year": lambda cell: MAKERS[cell](SCHOOL, EARLIER),
    "hard to read": lambda cell: [_faint(seen) for seen in _ours(cell)],
    "parent school only, hard to read": lambda cell: [_faint(seen) for seen in MAKERS[cell](PARENT, DAY)],
    "parent school only, no date": lambda cell: MAKERS[cell](PARENT, ""),
    "parent school only, other year": lambda cell: MAKERS[cell](PARENT, EARLIER),
    "named only": _hidden,
}


def _judged(*observed: Observed, year: int | None = 2024, elsewhere: Elsewhere | None = None) -> Outcome:
    files = tuple(seen.document.file for seen in observed)
    sight = Sight("bundle", files, observed, ())
    return Outcome(judge(sight, rules(), year, SCHOOL, elsewhere=elsewhere).sheet)


def _beside(observed: list[Observed], folder: str) -> list[Observed]:
    """The same papers under other names and with other bytes."""
    return [_renamed(seen, f"{folder}/{seen.path}") for seen in observed]


def _renamed(seen: Observed, path: str) -> Observed:
    def at(place: Place) -> Place:
        return replace(place, file=path)

    document = seen.document
    pages = tuple(
        replace(page, place=at(page.place), lines=tuple(replace(line, place=at(line.place)) for line in page.lines))
        for page in document.pages
    )
    tables = tuple(replace(table, place=at(table.place)) for table in document.tables)
    picture = replace(document.picture, place=at(document.picture.place)) if document.picture else None
    file = replace(document.file, path=path, sha256=f"{path}{document.file.sha256}"[:64])
    again = read(replace(document, file=file, pages=pages, tables=tables, picture=picture))
    seals = tuple(replace(fact, place=at(fact.place)) for fact in seen.seals)
    return replace(again, facts=(*again.facts, *seals))


def silent(outcome: Outcome) -> list[str]:
    """The cells that are not ready and say nothing above a note."""
    return [
        each.indicator
        for each in outcome.sheet.results
        if each.status != "ready" and all(flag.severity == "note" for flag in each.flags)
    ]


def test_every_cell_has_its_papers() -> None:
    assert set(MAKERS) == {cell.id for cell in rules().indicators}


@pytest.mark.parametrize("cell", MAKERS)
def test_the_papers_speak_for_their_cell(cell: str) -> None:
    assert _judged(*_ours(cell)).points(cell)[2] > 0
    assert any(each.standing != "out" for each in _judged(*_ours(cell)).cell(cell).evidence)


@pytest.mark.parametrize("cell", MAKERS)
def test_an_open_cell_says_why_whatever_is_wrong_with_its_papers(cell: str) -> None:
    found = {name: silent(_judged(*make(cell))) for name, make in TROUBLES.items()}
    assert {name: cells for name, cells in found.items() if cells} == {}


@pytest.mark.parametrize("cell", MAKERS)
def test_an_open_cell_says_why_where_a_paper_with_a_fault_stands_beside_a_good_one(cell: str) -> None:
    found = {name: silent(_judged(*_ours(cell), *_beside(make(cell), "另"))) for name, make in TROUBLES.items()}
    assert {name: cells for name, cells in found.items() if cells} == {}


@pytest.mark.parametrize("school", [SCHOOL, OTHER])
@pytest.mark.parametrize("cell", MAKERS)
def test_an_open_cell_says_why_where_its_papers_were_used_before(cell: str, school: str) -> None:
    earlier = OtherBundle("另一份", school, 2023, tuple(_ours(cell)), of_this_run=school == OTHER)
    outcome = _judged(*_ours(cell), elsewhere=Elsewhere([earlier], rules()))
    assert silent(outcome) == []
    sought = cell == "4.1" or any(each.id == cell and asks_photo(each) for each in rules().indicators)
    again = {"reused-from-earlier", "reused-across-schools"} & outcome.codes(cell)
    assert bool(again) == (sought and cell != "4.5")  # 4.5 is told by a notice here, and only photos are sought again


@pytest.mark.parametrize("cell", MAKERS)
def test_where_no_year_is_known_the_bundle_says_so_for_all_its_cells(cell: str) -> None:
    outcome = _judged(*MAKERS[cell](SCHOOL, ""), year=None)
    assert silent(outcome) == [] or "year-unknown" in {flag.code for flag in outcome.sheet.flags}
