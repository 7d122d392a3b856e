"""Points follow when a piece is excluded or included: as if the bundle had been sent without it, or with it clear."""

from __future__ import annotations

from fractions import Fraction

import pytest

from tests.counting.photo_papers import photo, post, screen, word
from tests.counting.station_papers import rules
from tests.decisions.judged import Judged, decision, judged, seen_in
from tests.facts.papers import grid
from verifier.decisions import cell_states
from verifier.decisions.recount import FIRST
from verifier.model import TAKINGS, Observed

NAMES = (
    "春季校园双选会",
    "航运物流专场招聘会",
    "海洋装备供需见面会",
    "留威就业人才招聘会",
    "秋季大型招聘会",
    "智能制造企业双选会",
    "外贸外语专场招聘会",
)


def fairs(*days: str) -> list[Observed]:
    return [photo(f"{at}.jpg", f"山东大学（威海）{NAMES[at]}", taken=day) for at, day in enumerate(days)]


def posts(many: int) -> list[Observed]:
    return [
        screen(
            f"微信{at}.png", post(f"威海市高校毕业生就业补贴政策之{at + 1}：{NAMES[at % 7]}", f"2024-03-{at + 1:02d}")
        )
        for at in range(many)
    ]


def proof(path: str, size: int) -> Observed:
    return word(path, f"场地证明\n兹证明就业创业服务指导站办公室面积{size}平方米，特此证明。")


def summary(size: int) -> Observed:
    return word("总结.docx", f"指导站2024年度工作总结\n指导站固定办公室面积{size}平方米。")


POSTER = ("威海市高校毕业生就业创业政策", "生活补贴 购房补贴")
PAPERS: dict[str, list[Observed]] = {
    "1.1": [proof("甲.docx", 18), proof("乙.docx", 36), summary(40)],
    "1.6": [
        word("甲.docx", "指导站工作制度\n第一条 为规范工作，制定本制度。"),
        word("乙.docx", "财务管理制度\n第一条 专款专用。"),
    ],
    "1.7": [word("计划.docx", "2024年度工作计划\n一、三月举办双选会。")],
    "3.1": posts(17),
    "3.3": [photo("a.jpg", *POSTER, taken="2024-05-20"), photo("b.jpg", *POSTER, "人才", taken="2023-05-20")],
    "4.4": fairs("2024-03-01", "2024-04-01", "2024-04-01", "2024-05-01", "2024-06-01", "2024-06-12", "2024-11-01"),
}


def points_of(papers: Judged, cell: str, *made: tuple[str, str]) -> Fraction | None:
    result, evidence = papers
    decisions = [decision(result, kind, cell, target) for kind, target in made]
    return cell_states(result, evidence, decisions, rules(), seen_in(result))[cell].points


def proposed(papers: Judged, cell: str) -> Fraction:
    return Fraction(str(next(row.proposed for row in papers[0].indicators if row.id == cell)))


def test_of_every_way_of_counting_it_is_said_how_it_is_counted_again() -> None:
    missing = [each.__name__ for each in TAKINGS if each not in FIRST]
    assert missing == [], "say in FIRST of decisions/recount.py how pieces tell its first measure; None if they don't"


@pytest.mark.parametrize("cell", PAPERS)
def test_a_cell_counted_again_without_a_decision_earns_what_was_proposed(cell: str) -> None:
    papers = judged(*PAPERS[cell])
    assert papers[1].cells[cell].evidence
    assert points_of(papers, cell) == proposed(papers, cell)


@pytest.mark.parametrize("cell", [cell for cell in PAPERS if cell != "1.1"])
def test_without_a_paper_the_points_are_those_of_a_bundle_without_it(cell: str) -> None:
    papers = judged(*PAPERS[cell])
    for seen in PAPERS[cell]:
        rest = judged(*(each for each in PAPERS[cell] if each is not seen))
        assert points_of(papers, cell, ("exclude", seen.path)) == proposed(rest, cell), seen.path


def test_many_exclusions_lead_down_every_tier() -> None:
    papers = judged(*PAPERS["4.4"])
    gone = [("exclude", f"{at}.jpg") for at in range(7)]
    assert [points_of(papers, "4.4", *gone[:many]) for many in range(8)] == [8, 5, 5, 5, 5, 5, 5, 0]


def test_of_two_fairs_of_one_date_either_may_go() -> None:
    papers = judged(*fairs("2024-03-01", "2024-04-01", "2024-04-01"))
    assert points_of(papers, "4.4", ("exclude", "1.jpg"), ("exclude", "0.jpg")) == 5
    assert points_of(papers, "4.4", ("exclude", "1.jpg"), ("exclude", "0.jpg"), ("exclude", "2.jpg")) == 0


def test_without_the_best_proof_the_next_one_decides_and_then_the_summary() -> None:
    papers = judged(proof("甲.docx", 18), proof("乙.docx", 36), summary(40))
    assert points_of(papers, "1.1", ("exclude", "乙.docx")) == 0
    assert points_of(papers, "1.1", ("exclude", "乙.docx"), ("exclude", "甲.docx")) == 10


def test_an_open_piece_that_is_included_counts() -> None:
    papers = judged(photo("a.jpg", *POSTER))
    assert (proposed(papers, "3.3"), points_of(papers, "3.3", ("include", "a.jpg"))) == (0, 20)


def test_what_was_excluded_last_and_included_again_counts() -> None:
    papers = judged(photo("a.jpg", *POSTER, taken="2024-05-20"))
    assert points_of(papers, "3.3", ("exclude", "a.jpg"), ("include", "a.jpg")) == 20


def test_of_a_screen_with_several_posts_one_can_be_excluded() -> None:
    shown = [post(f"威海市高校毕业生就业补贴政策之{at}", f"2024-03-{at + 1:02d}", view="list") for at in range(2)]
    papers = judged(*posts(14), screen("列表.png", *shown))
    assert points_of(papers, "3.1") == 30
    assert points_of(papers, "3.1", ("exclude", "列表.png#2")) == 25


def test_a_station_with_three_people_loses_its_points_with_one_of_them() -> None:
    rows = ("王建国|主任|兼职|全面", "李晓梅|科员|专职|联络员", "张伟|科员|兼职|咨询")
    table = grid("姓名|职务|专兼职|岗位职责", *rows, title="指导站工作人员名单")
    papers = judged(word("人员.docx", "指导站工作人员名单", tables=(table,)))
    pieces = [each.piece for each in papers[1].cells["1.5"].evidence]
    assert (len(pieces), proposed(papers, "1.5")) == (3, 15)
    assert [points_of(papers, "1.5", ("exclude", piece)) for piece in pieces] == [0, 0, 0]


def test_four_people_with_one_liaison_can_spare_anybody_but_the_liaison() -> None:
    rows = ("王建国|主任|兼职|全面", "李晓梅|科员|专职|联络员", "张伟|科员|专职|咨询", "赵强|科员|兼职|档案")
    table = grid("姓名|职务|专兼职|岗位职责", *rows, title="指导站工作人员名单")
    papers = judged(word("人员.docx", "指导站工作人员名单", tables=(table,)))
    pieces = [each.piece for each in papers[1].cells["1.5"].evidence]
    assert [points_of(papers, "1.5", ("exclude", piece)) for piece in pieces] == [15, 0, 15, 15]


def test_a_rate_does_not_follow_piece_by_piece_and_is_nothing_without_any() -> None:
    text = "毕业生调查问卷报告\n本次共发放问卷200份，回收有效问卷160份。"
    known = word("总结.docx", "2024年度工作总结\n2024届毕业生共200人。")
    papers = judged(word("甲.docx", text), word("乙.docx", text), known)
    assert proposed(papers, "2.4") == 20
    assert points_of(papers, "2.4", ("exclude", "甲.docx")) is None
    assert points_of(papers, "2.4", ("exclude", "甲.docx"), ("exclude", "乙.docx")) == 0
