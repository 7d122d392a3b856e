"""Posts that somebody typed a list of, a line each."""

from __future__ import annotations

import pytest

from tests.counting.station_papers import codes, counted, points, seen
from tests.facts.papers import paper

TYPED = "1．威海人社局来校办理就业登记（2024年3月8日）\n2．留威毕业生购房补贴申领指南（2024年4月2日）"


@pytest.mark.parametrize(
    ("cell", "title", "lines", "high"),
    [
        ("3.2", "就业信息网发布目录（2024年）", TYPED, 25),
        ("3.1", "微信公众号推送清单", "2024-03-08　威海市人才补贴怎样申领\n2024-04-02　留威毕业生购房补贴指南", 25),
        ("3.2", "学校官网新闻目录", "校运动会第一日战报（2024年3月5日）\n校运动会第二日战报（2024年4月5日）", 0),
        ("3.1", "公众号推送计划清单", TYPED, 0),
        ("3.2", "关于做好就业信息网发布工作的通知", TYPED, 0),
        ("3.2", "网站设备采购清单", "就业网服务器一台到货（2024年3月8日）\n2024年4月8日", 0),
    ],
)
def test_posts_that_a_paper_lists_a_line_each_count_in_high_as_a_typed_table_does(
    cell: str, title: str, lines: str, high: int
) -> None:
    papers = seen(paper(f"{title}\n{lines}\n招生就业处整理", kind="word", file="list.docx"))
    assert points(cell, papers) == (0, 0, high)
    assert codes(counted(cell, papers)) == ({"content-unconfirmed"} if high else set())
