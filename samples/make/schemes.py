"""Make the bundles of the demonstration rule sets again: python samples/make/schemes.py. Word and Excel alone."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

import office

SAMPLES = Path(__file__).resolve().parent.parent
UNIT = "海岳精密制造有限公司"
BUREAU = "清岚区人力资源和社会保障局"


def paper(path: Path, title: str, *paragraphs: str, signed: tuple[str, ...] = ()) -> None:
    document = office.word()
    office.title(document, title)
    office.body(document, *paragraphs)
    office.closing(document, *signed)
    office.save_word(document, path)


def trainee_unit(root: Path) -> None:
    """A unit that meets five conditions of six: the share that it kept is too low."""
    signed = (UNIT, "2023年11月20日")
    paper(
        root / "2023年度就业见习工作总结.docx",
        f"{UNIT}2023年度就业见习工作总结",
        "我单位主要从事精密零部件制造，至今已稳定运营6年。",
        "近两年平均每年接收见习人员62人，均为离校两年内未就业的高校毕业生。",
        "2023年见习人员非正常离岗率为8%。",
        "见习期满后，年度平均留用率为45%，未留用的推荐到其他单位。",
        signed=signed,
    )
    paper(  # another year's, which counts for nothing
        root / "4.1 留用率" / "2021年度就业见习工作总结.docx",
        f"{UNIT}2021年度就业见习工作总结",
        "2021年见习期满后，年度平均留用率为70%。",
        signed=(UNIT, "2021年12月10日"),
    )
    paper(
        root / "3.1 制度" / "就业见习管理制度.docx",
        f"{UNIT}就业见习管理制度",
        "第一条 为规范见习人员管理，制定本制度。",
        "第二条 见习人员报到后3日内签订见习协议。",
        signed=(UNIT, "2022年3月1日"),
    )
    paper(
        root / "3.1 制度" / "见习带教制度.docx",
        f"{UNIT}见习带教制度",
        "第一条 每名见习人员由一名带教师傅负责。",
        "第二条 带教师傅每月填写一次带教记录。",
        signed=(UNIT, "2022年3月1日"),
    )
    book = office.workbook(root / "3.2 台账" / "就业见习台账.xlsx")
    rows: list[list[object]] = [
        [f"{UNIT}2023年就业见习台账"],
        ["序号", "日期", "内容", "见习人员", "带教师傅"],
        [1, datetime(2023, 3, 6), "报到并签订见习协议", "周一航等12人", "郑工"],
        [2, datetime(2023, 5, 15), "岗位轮换", "周一航等12人", "郑工"],
        [3, datetime(2023, 9, 5), "期满考核鉴定", "周一航等11人", "郑工"],
    ]
    office.sheet(book, "台账", rows, header=1)
    book.close()
    path = root / "3.2 台账" / "就业见习台账.xlsx"
    path.write_bytes(office.repacked(path.read_bytes()))


def district(root: Path) -> None:
    """A district that misses five targets, and whose bonus goes beyond what may be added."""
    paper(
        root / "1.1 领导小组" / "关于成立创业促进就业工作领导小组的通知.docx",
        "关于成立创业促进就业工作领导小组的通知",
        "各街道、各有关单位：",
        "经研究，决定成立清岚区创业促进就业工作领导小组，办公室设在区人力资源和社会保障局。",
        signed=(BUREAU, "2024年2月26日"),
    )
    paper(
        root / "2024年度创建工作总结.docx",
        f"{BUREAU}2024年度创建工作总结",
        "2024年全区培育创业典型12名。",
        "创业培训后合格率为96.5%。",
        "创业成功率为55%。",
        "就业工作被省级推广，在全省会议上作典型发言2次。",
        "在省级以上刊物发表就业方面论文9篇。",
        "全年报送的就业信息被市级以上媒体使用26条。",
        signed=(BUREAU, "2024年12月10日"),
    )
    book = office.workbook(root / "2024年度目标任务完成情况统计表.xlsx")
    rows: list[list[object]] = [
        [f"{BUREAU}2024年度目标任务完成情况统计表"],
        ["类别", "下达（项）", "未完成（项）"],
        ["再就业、社区就业等", 6, 1],
        ["农民工培训、城乡新成长劳动力培训", 5, 4],
        ["其他各项", 8, 0],
    ]
    office.sheet(book, "完成情况", rows, header=1)
    book.close()
    path = root / "2024年度目标任务完成情况统计表.xlsx"
    path.write_bytes(office.repacked(path.read_bytes()))


BUNDLES: Mapping[str, Callable[[Path], None]] = {"jianxi": trainee_unit, "chongfen": district}


def main() -> None:
    for name, build in BUNDLES.items():
        root = SAMPLES / name / "bundle"
        shutil.rmtree(root, ignore_errors=True)
        root.mkdir(parents=True)
        build(root)
        print(name)


if __name__ == "__main__":
    main()
