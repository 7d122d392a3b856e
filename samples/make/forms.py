# ruff: noqa: E501 (what the papers say stands in one piece)
"""附件1 and 附件2 as a school fills them in Word."""

from __future__ import annotations

from pathlib import Path

from docx.enum.section import WD_ORIENT
from docx.shared import Cm, Pt
from office import body, closing, heading, save_word, title, word

ROWS: tuple[tuple[str, str, str, str, str, str], ...] = (
    ("1.1", "基础管理工作（权重20%）", "硬件设施", "20平方以上室内固定办公场所", "符合条件（10分）", "办公场所需长期且固定"),
    ("1.2", "", "", "容纳50人以上的室内培训场地", "符合条件（10分）", "活动需要时可使用"),
    ("1.3", "", "", "有可举办招聘会的活动场地", "符合条件（10分）", ""),
    ("1.4", "", "", "办公设备及活动配备", "符合条件（10分）", ""),
    ("1.5", "", "人员配置", "工作人员不少于3人，有1名专职联络员。", "符合条件（15分）", "提报工作人员基本信息，人员相对固定，保证能及时对接工作。"),
    ("1.6", "", "管理制度", "指导站工作制度和财务管理制度。", "符合条件（15分）", "根据指导站需求及时完善"),
    ("1.7", "", "", "全年工作计划", "符合条件（15分）", "根据指导站需求定制"),
    ("1.8", "", "", "基础台账", "符合条件（15分）", "真实有效，条理清晰"),
    ("2.1", "信息采集（权重20%）", "数据库", "本校应届毕业生生源信息库", "报送（15分）", "根据要求和时间截点报送相关数据信息，且数据真实有效。"),
    ("2.2", "", "", "在校生数据库", "报送（15分）", ""),
    ("2.3", "", "", "本校应届毕业生学历信息库", "报送（20分）", ""),
    ("2.4", "", "信息反馈", "毕业生相关调查问卷", "组织调查问卷答卷人数占当年度毕业生总数的比例：＜50%(10分）≥50%（14分）≥60%（16分）≥70%（18分）≥80%（20分）", "根据要求及时间截点完成"),
    ("2.5", "", "", "就业率及相关信息数据", "报送（15分）", "真实有效，在时间截点内报送。"),
    ("2.6", "", "", "在校生信息确认", "报送（15分）", "配合有关部门出具在校生相关证明认定材料。"),
    ("3.1", "政策宣传（权重20%）", "自媒体", "微信推送", "高校微信公众号发布我市高校毕业生就业创业政策及我市组织的毕业生就业创业相关活动宣传＞15条（30分）≤15条（25分）", "证明材料：提供公众号或网站发布信息截图照片"),
    ("3.2", "", "", "网站推送", "高校就业信息网发布我市高校毕业生就业创业政策及我市组织的毕业生就业创业相关活动宣传＞15条（30分）≤15条（25分）", ""),
    ("3.3", "", "校园宣传", "张贴海报", "校内张贴政策宣传海报。（20分）", "证明材料：提供张贴政策海报照片"),
    ("3.4", "", "", "印发宣传资料", "印发相关政策宣传材料，进行宣传发放。（20分）", "证明材料：提供政策及活动宣传材料发放照片"),
    ("4.1", "开展各类就业创业活动（权重35%）", "毕业生留威", "组织学生到我市企业实习", "组织50人及以上毕业生到我市企业实习，毕业生人数小于200人的组织20人及以上（20分）", "证明材料：企业开具的实习证明"),
    ("4.2", "", "", "引导关注并使用威海市就业服务平台", "关注并注册使用平台人数达到毕业人数的80%（10分）", "证明材料：根据就业服务平台系统学生注册后填写的教育经历中毕业院校名称筛选相关数据"),
    ("4.3", "", "", "毕业生留威率", "毕业生留威率与上年度持平可得基础分10分，在此基础上每增加1个百分点加10分，最高30分；留威率负增长，此项不得分", "证明材料：本年及上年度毕业生花名册及毕业生信息网就业协议"),
    ("4.4", "", "", "举办校园招聘会", "＜5场次（5分）＞5场次（8分）", "证明材料：举办招聘会现场照片"),
    ("4.5", "", "", "组织学生参加公共服务机构招聘会", "积极组织毕业生参加各级公共服务机构举办的线上线下招聘活动，做好招聘岗位信息对接服务。（8分）", "证明材料：组织发动的通知、照片或截图"),
    ("4.6", "", "就业创业培训", "组织学生参加就业创业培训率", "本科学生参训率达到在校生总数的20%，专科学生参训率达到在校生总数的30%，可得相应分值否则不得分（8分）", "证明材料：从山东省公共就业人才信息系统中查询比对"),
    ("4.7", "", "就业创业指导", "就业创业指导咨询", "开设毕业生就业创业指导咨询服务，定期为毕业生提供咨询服务（8分）", "证明材料：提供就业创业指导咨询现场照片。"),
    ("4.8", "", "赛事组织", "组织开展或参与各类创业大赛", "组织指导学生参赛（8分）", "证明材料：大赛现场照片"),
    ("5.1", "创新举措（权重5%）", "围绕指导站及毕业生留威开展的创新性工作", "", "创新工作2项（100分）", "证明材料：提供创新性工作开展情况说明。"),
)  # fmt: skip
"""id, group, heading, content, standard, asked for; '' repeats the cell above"""

MOST = dict(zip(
    (row[0] for row in ROWS), (10, 10, 10, 10, 15, 15, 15, 15, 15, 15, 20, 20, 15, 15, 30, 30, 20, 20, 20, 10, 30, 8, 8, 8, 8, 8, 100), strict=True,
))  # fmt: skip
"""id to the most points of the cell"""


def annex2(path: Path, school: str, year: int, scores: dict[str, str], finals: dict[str, str], total: str) -> None:
    """The form with the school's own scores; `finals` by group id."""
    document = word("宋体", 9)
    section = document.sections[0]
    section.orientation, section.page_width, section.page_height = WD_ORIENT.PORTRAIT, Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(1.5)
    document.add_paragraph("附件2")
    title(document, f"威海市大学生就业服务指导站绩效评价表（ {year}年度）", 16)
    document.add_paragraph(f"学校名称：{school}")
    table = document.add_table(rows=len(ROWS) + 2, cols=8, style="Table Grid")
    head = ["序号", "评估指标", "指标内容", "", "评分标准", "评估要求及提报材料", "指标得分", "最终总分"]
    starts = dict.fromkeys((0, 1, 2, 5, 7), 0)
    for index, (number, *parts) in enumerate(ROWS, start=1):
        group = number[0]
        first = number.endswith(".1")
        values = [group if first else "", *parts, scores[number], finals[group] if first else ""]
        for column, value in enumerate(values):
            cell = table.cell(index, column)
            if value:
                cell.text = value
            if column in starts:
                if value or first or index == 1:
                    starts[column] = index
                elif column != 5 or number not in ("1.3", "1.4"):
                    table.cell(starts[column], column).merge(cell)
    table.cell(len(ROWS), 2).merge(table.cell(len(ROWS), 3))
    for column, value in enumerate(head):
        if value:
            table.cell(0, column).text = value
    table.cell(0, 2).merge(table.cell(0, 3))
    last = len(ROWS) + 1
    table.cell(last, 0).merge(table.cell(last, 6)).text = "合   计"
    table.cell(last, 7).text = total
    for row in table.rows:
        for cell in row.cells:
            for paragraph in cell.paragraphs:
                for run in paragraph.runs:
                    run.font.size = Pt(8)
    save_word(document, path)


def annex1(path: Path, school: str, address: str, sizes: tuple[int, int], site: tuple[str, str, str], places: str,
           counts: str, liaison: tuple[str, str], people: list[list[str]], about: list[str]) -> None:  # fmt: skip
    """附件1; `sizes` are enrolled and graduates, `site` campus, building, room."""
    document = word("仿宋", 12)
    document.add_paragraph("附件1")
    title(document, "威海市大学生就业创业服务指导站建站申请表", 18)
    table = document.add_table(rows=0, cols=5, style="Table Grid")

    def band(text: str) -> None:
        cells = table.add_row().cells
        cells[0].merge(cells[4]).text = text

    def field(name: str, value: str) -> None:
        cells = table.add_row().cells
        cells[0].text = name
        cells[1].merge(cells[4]).text = value

    band("申报高校基本情况")
    field("名称", school)
    field("地址", address)
    field("在校生规模", f"在校生 {sizes[0]} 人，应届毕业生 {sizes[1]} 人。")
    band("拟建大学生就业服务指导站基本情况")
    field("指导站地址", f"{site[0]}校区 {site[1]}楼 {site[2]}房间")
    field("场地情况", places)
    field("人员配备", counts)
    cells = table.add_row().cells
    cells[0].text, cells[1].text, cells[2].text, cells[3].text = "联络专员", liaison[0], "联系电话", liaison[1]
    cells[3].merge(cells[4])
    cells = table.add_row().cells
    cells[0].text, cells[1].text, cells[2].text = "指导站电话", "0631-5000000", "电子邮箱"
    cells[3].text = "jiuye@example.edu.cn"
    cells[3].merge(cells[4])
    band("指导站工作人员基本情况")
    for row in [["姓名", "所在部门", "职务（职称）", "联系方式", "任职（专/兼）"], *people]:
        for cell, value in zip(table.add_row().cells, row, strict=True):
            cell.text = value
    band("指导站基本情况介绍")
    cells = table.add_row().cells
    cells[0].merge(cells[4]).text = "\n".join(about)
    field("申报学校意见", "同意申报。（公章）\n2024年1月8日")
    field("专家组验收意见", "签字：    年   月   日")
    field("市人力资源社会保障局意见", "（公章）    年   月   日")
    save_word(document, path)


def yearly_report(path: Path, heading_text: str, parts: list[tuple[str, list[str]]], end: tuple[str, str]) -> None:
    """年度总结报告: parts of heading and paragraphs."""
    document = word()
    title(document, heading_text)
    for name, paragraphs in parts:
        heading(document, name)
        body(document, *paragraphs)
    closing(document, *end)
    save_word(document, path)
