"""A form of five cells in Word, as a bureau might have it: merged cells, a year to be written, a row of the total."""

from pathlib import Path

import docx
from docx.table import Table

HEADER = ("序号", "评估指标", "指标内容", "", "评分标准", "评估要求及提报材料", "指标得分", "最终总分")
ROWS = (
    ("1", "基础工作\n(权重60%）", "场地", "办公场所", "面积不少于30平方米（40分）", "提供场地证明", "", ""),
    ("", "", "制度", "全年工作计划", "有得20分", "", "", ""),
    ("", "", "信息", "毕业生问卷调查", "答卷人数占毕业生总数的比例：≥80%（40分）≥60%（30分）", "问卷汇总", "", ""),
    ("2", "就业活动\n(权重40%）", "活动", "举办校园招聘会", "≥6场（50分）≥1场（30分）", "现场照片", "", ""),
    ("", "", "留甲", "毕业生留甲率", "与上年度持平得20分，每增加1个百分点加10分，最高50分", "毕业生花名册", "", ""),
)  # fmt: skip


def form_in_word(path: Path, title: str = "甲州市高校就业工作站评价表（     年度）") -> None:
    paper = docx.Document()
    for line in ("附件2", title, "学校名称："):
        paper.add_paragraph(line)
    table = paper.add_table(rows=len(ROWS) + 2, cols=len(HEADER))
    for at, texts in enumerate((HEADER, *ROWS, ("合   计", *[""] * 7))):
        for column, text in enumerate(texts):
            table.cell(at, column).text = text
    _merge(table)
    paper.save(str(path))


def _merge(table: Table) -> None:
    table.cell(0, 2).merge(table.cell(0, 3))
    for column in (0, 1, 5, 7):
        for first, last in ((1, 3), (4, 5)):
            if column == 5:  # only the first two rows ask for the same papers
                last = first + 1 if first == 1 else first
            texts = table.cell(first, column).text
            table.cell(first, column).merge(table.cell(last, column)).text = texts
