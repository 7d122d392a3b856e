"""Asset cards and labels; staff told by a page a person, job descriptions, contracts, appointments and footnotes."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

from tests.independent.case import Case
from tests.independent.late_station_kit import HEI, KAI, Block, mail, sheets, web, word
from tests.independent.press import Press, save_scan, scanned

STATION = "大学生就业创业服务指导站"
ASSETS = (
    ("20210345", "台式计算机", "启天M428", "4,650.00"),
    ("20210346", "激光打印机", "LJ2655DN", "1,980.00"),
    ("20190912", "会议桌椅（套）", "1桌12椅", "6,800.00"),
    ("20230118", "投影机", "CB-E01", "3,999.00"),
)


def _cards(folder: Path, press: Press) -> None:
    blocks: list[Block] = []
    for number, name, kind, price in ASSETS:
        blocks += [
            "## 固定资产卡片",
            [
                ["资产编号", number, "资产名称", name],
                ["规格型号", kind, "原值（元）", price],
                ["使用单位", f"北京交通大学（威海）{STATION}", "存放地点", "S203"],
                ["取得日期", f"{number[:4]}-05-18", "保管人", "费新宇"],
            ],
            "",
        ]
    word(folder / "卡片打印.docx", blocks)


def _labels(folder: Path, press: Press) -> None:
    cells = "".join(
        f'<div class="l"><div class="h">山东外事职业大学 固定资产标签</div><div>编号：{number}</div><div>名称：{name}</div>'  # noqa: E501
        f'<div>型号：{kind}</div><div>部门：就业处（指导站）</div><div class="bar"></div></div>'
        for number, name, kind, _ in (*ASSETS, *ASSETS[:2])
    )
    css = (
        f"body{{font-family:{HEI};margin:30px}}."
        f"g{{display:grid;grid-template-columns:1fr 1fr;gap:14px}}.l{{border:1px solid #000;"
        "border-radius:6px;padding:6px 10px;font-size:13px;line-he"
        "ight:1.5}.h{font-weight:bold;border-bottom:1px solid #000}"
        ".bar{height:24px;margin-top:4px;background:repeating-linear-gra"
        "dient(90deg,#000 0 2px,#fff 2px 5px,#000 5px 6px,#fff 6px 10px)}"
    )
    press.pdf(folder / "标签.pdf", web([], css=css, after=f'<div class="g">{cells}</div>'))


def _export(folder: Path, press: Press) -> None:
    with (folder / "asset_export_20241108.csv").open("w", encoding="gb18030", newline="") as file:
        out = csv.writer(file)
        out.writerow(["资产编号", "国标分类名", "资产名称", "规格", "数量", "使用部门", "存放地名称", "现状"])
        for number, name, kind, _ in ASSETS:
            out.writerow([f"\t{number}", "通用设备", name, kind, 1, f"威海职业学院{STATION}", "和苑楼B215", "在用"])
        out.writerow(["", "", "合计", "", len(ASSETS), "", "", ""])


def _handed(folder: Path, press: Press) -> None:
    paper: Sequence[Block] = (
        "# 活动物资领用（移交）单",
        "领用单位：山东药品食品职业学院指导站　　日期：2024年3月19日",
        [
            ["物品", "数量", "状态", "领用人", "移交人"],
            ["移动音响（含无线话筒2支）", "1套", "全新", "鞠晓彤", "后勤处 孟凡"],
            ["笔记本电脑", "2台", "在用调拨", "^", "^"],
            ["折叠桌椅", "40套", "全新", "^", "^"],
        ],
        "以上物资用于招聘会及日常办公，领用后由指导站保管。",
    )
    mark = '<span class="seal" data-name="山东药品食品职业学院后勤管理处" style="position:absolute;left:560px;top:420px"></span>'  # noqa: E501
    page = press.picture(web(paper, css=f"td{{font-family:{KAI};font-size:16px}}", after=mark), height=720)
    save_scan([scanned(page, Random("ls-things-handed"))], folder / "领用单.pdf")


def _things_note(folder: Path, press: Press) -> None:
    paper: Sequence[Block] = (
        "# 指导站条件保障说明",
        "山东交通学院（威海）为大学生就业创业服务指导站配齐办公及活动所需各类设施，满足日常办公和大型活动需要。",
        "> 山东交通学院（威海）学生工作处",
        "> 2024年5月9日",
    )
    note = "现有台式电脑3台、打印机1台、投影仪1台、电话2部，校园网千兆接入。"
    word(folder / "保障说明.docx", paper, foot={"山东交通学院（威海）为": note})


def _things_workshop(folder: Path, press: Press) -> None:
    sheets(
        folder / "设备明细.xlsx",
        {
            "机电": [
                ["威海职业学院智能制造实训中心实训设备明细（2024年）", "<", "<", "<"],
                ["序号", "设备名称", "型号", "台套数"],
                [1, "数控车床", "CK6140", 12],
                [2, "立式加工中心", "VMC850", 4],
                [3, "工业机器人实训台", "IRB-120", 6],
                [4, "三坐标测量机", "GLOBAL", 1],
            ]
        },
    )


def _person(name: str, post: str, kind: str, duty: str) -> Sequence[Block]:
    return (
        f"# {STATION}工作人员基本信息表",
        [
            ["姓名", name, "性别", "女" if name[-1] in "婷雪晴" else "男"],
            ["所在部门", "就业指导中心", "职务（职称）", post],
            ["任职（专/兼）", kind, "联系电话", f"0631-56781{len(name + post):02d}"],
            ["站内分工", duty, "<", "<"],
            ["部门意见", "情况属实。\n2024年3月1日", "<", "<"],
        ],
    )


CREW = (
    ("丁学礼", "主任", "兼职", "站长，主持工作"),
    ("慕容雪", "科员", "专职", "专职联络员，负责与市人社局日常对接、材料报送"),
    ("孙一鸣", "讲师", "专职", "就业咨询、简历指导"),
    ("郝晴", "辅导员", "兼职", "活动组织与宣传"),
)


def _pages(folder: Path, press: Press) -> None:
    blocks: list[Block] = []
    for person in CREW:
        blocks += [*(["---"] if blocks else []), *_person(*person)]
    word(folder / "信息表.docx", blocks, header="哈尔滨工业大学（威海）")


def _files(folder: Path, press: Press) -> None:
    (folder / "人员").mkdir()
    for at, person in enumerate(CREW[:3], 1):
        page = web(["> 威海海洋职业学院", *_person(*person)])
        press.pdf(folder / "人员" / f"{at}.pdf", page)


def _posts(folder: Path, press: Press) -> None:
    told = (
        ("站长岗", "阎守正", "兼职", "统筹指导站建设，审签经费"),
        ("联络员岗", "左思涵", "专职", "作为指导站专职联络员，与人力资源社会保障部门对接，报送数据与材料"),
        ("咨询师岗", "谭松", "兼职", "开展一对一咨询、团体辅导"),
    )
    blocks: list[Block] = ["# 山东大学（威海）指导站岗位说明书（2024版）"]
    for at, (post, name, kind, duty) in enumerate(told, 1):
        blocks += [
            f"## {at}. {post}",
            [
                ["岗位名称", post, "任职人", name],
                ["任职性质", kind, "直接上级", "站长" if at > 1 else "分管校领导"],
                ["岗位职责", duty, "<", "<"],
                ["任职资格", "本科以上学历，熟悉就业创业政策", "<", "<"],
            ],
        ]
    word(folder / "岗位说明书.docx", blocks)


def _appointed(folder: Path, press: Press) -> None:
    paper: Sequence[Block] = (
        "# 关于调整大学生就业创业服务指导站工作人员的通知",
        "各部门：",
        "因工作需要，经研究决定，对指导站工作人员调整如下：",
        [
            ["站　长", "申屠远（学生处处长，兼职）", "<"],
            ["副站长", "路遥（团委书记，兼职）", "<"],
            ["成　员", "鲍思琪", "专职联络员"],
            ["^", "景文轩", "专职，负责数据统计"],
        ],
        "本通知自印发之日起施行。",
        "> 哈尔滨理工大学荣成校区",
        "> 2024年2月27日",
    )
    mark = (
        '<span class="seal" data-name="哈尔滨理工大学荣成校区" style="position:absolute;left:610px;top:415px"></span>'
    )
    page = press.picture(web(paper, after=mark), height=900)
    scanned(page, Random("ls-staff-appointed")).save(folder / "通知扫描.jpg", quality=85)


def _star(folder: Path, press: Press) -> None:
    paper: Sequence[Block] = (
        "# 威海职业学院指导站工作人员名单（2024年）",
        [
            ["序号", "姓名", "部门", "职务", "办公电话"],
            [1, "戚建国", "招生就业处", "处长", "5710101"],
            [2, "★ 安 然", "招生就业处", "科员", "5710103"],
            [3, "左 丘", "创业学院", "讲师", "5710218"],
        ],
        "注：加★者为专职联络员，其余为兼职。",
    )
    press.pdf(folder / "名单.pdf", web(paper))


def _contact(folder: Path, press: Press) -> None:
    paper: Sequence[Block] = (
        "# 山东药品食品职业学院指导站人员情况表（2024年）",
        [
            ["姓名", "部门", "职务", "专职/兼职", "分工"],
            ["林牧之", "就业处", "处长", "兼职", "全面负责"],
            ["谷雨", "就业处", "科员", "专职", "材料归档"],
            ["戴安澜", "就业处", "讲师", "专职", "培训与咨询"],
        ],
        "> 2024年3月",
    )
    word(folder / "人员情况.docx", paper)


def _twice(folder: Path, press: Press) -> None:
    sheets(
        folder / "分工表.xlsx",
        {
            "分工": [
                ["北京交通大学（威海）指导站人员分工（2024年）", "<", "<", "<", "<"],
                ["岗位", "姓名", "部门", "任职", "电话"],
                ["站长", "范仲平", "就业办", "兼职", "13906310011"],
                ["联络员", "梅 香", "就业办", "专职", "13906310022"],
                ["咨询师", "梅香", "就业办", "专职", "13906310022"],
                ["档案员", "梅香", "就业办", "专职", "13906310022"],
            ]
        },
        widths=(12, 12, 14, 10, 16),
    )


def _contract(folder: Path, press: Press) -> None:
    deal: Sequence[Block] = (
        "# 岗位聘任协议",
        "甲方：山东外事职业大学　　乙方：闻人静",
        "一、甲方聘乙方为大学生就业创业服务指导站专职联络员，聘期自2024年1月1日至2026年12月31日。",
        "二、乙方不再承担其他部门工作，负责与威海市人力资源和社会保障部门的对接联系。",
        "> 甲方（盖章）　　乙方（签字）：闻人静",
        "> 2023年12月28日",
    )
    list_: Sequence[Block] = (
        "# 山东外事职业大学指导站工作人员表",
        [
            ["姓名", "职务", "任职"],
            ["胡佩兰", "就业处处长", "兼职"],
            ["闻人静", "就业处科员（联络员）", "专职"],
            ["冉启明", "团委干事", "兼职"],
        ],
    )
    word(folder / "聘任协议.docx", deal)
    word(folder / "人员表.docx", list_, footer="2024年度")


def _staff_mail(folder: Path, press: Press) -> None:
    rows = [
        ["姓名", "部门", "专兼职", "备注"],
        ["侯宝林", "学工部", "兼职", "站长"],
        ["曾小贤", "学工部", "兼职", "联络员"],
        ["关谷川", "学工部", "专职", "前台接待"],
    ]
    text = "\n".join("\t".join(row) for row in rows)
    mail(
        folder / "人员报送.eml",
        sender="学工部 <xgb@sdjtu-wh.example.cn>",
        to="市人才中心 <rczx@example.cn>",
        subject="山东交通学院（威海）2024年指导站工作人员名单报送",
        date="Tue, 05 Mar 2024 09:01:00 +0800",
        text=f"您好，现报送我校指导站工作人员名单：\n\n{text}\n",
        page=web(["您好，现报送我校指导站工作人员名单：", rows]),
    )


def cases() -> Iterator[Case]:
    full, none, staffed = (10, 10, 10), (0, 0, 0), (15, 15, 15)
    ready = {"staff": 4, "fulltime_liaison": 1}
    yield Case(
        "ls-things-cards",
        "1.4",
        _cards,
        {"1.4": full},
        note="1.4 equipment named in tables, a card each",
        school="北京交通大学（威海）",
    )
    yield Case(
        "ls-things-labels",
        "1.4",
        _labels,
        {"1.4": full},
        note="1.4 equipment named on a sheet of labels (text of a PDF)",
        school="山东外事职业大学",
    )
    yield Case("ls-things-export", "1.4", _export, {"1.4": full}, note="1.4 equipment in the asset system's export")
    yield Case(
        "ls-things-handed",
        "1.4",
        _handed,
        {"1.4": full},
        note="1.4 equipment named in a scanned hand-over",
        school="山东药品食品职业学院",
    )
    yield Case(
        "ls-things-note",
        "1.4",
        _things_note,
        {"1.4": full},
        note="1.4 named in a footnote, which stands on the page",
        school="山东交通学院（威海）",
    )
    yield Case(
        "ls-things-workshop",
        "1.4",
        _things_workshop,
        {"1.4": none},
        alt={"1.4": [(0, 0, 10)]},
        note="1.4 machine tools of a workshop: none of the named things, not the station's",
    )
    yield Case(
        "ls-staff-pages",
        "1.5",
        _pages,
        {"1.5": staffed},
        facts={"1.5": ready},
        note="1.5 four names, one 专职联络员, a page a person",
        school="哈尔滨工业大学（威海）",
    )
    yield Case(
        "ls-staff-files",
        "1.5",
        _files,
        {"1.5": staffed},
        facts={"1.5": {"staff": 3, "fulltime_liaison": 1}},
        note="1.5 three files, a person each",
        school="威海海洋职业学院",
    )
    yield Case(
        "ls-staff-posts",
        "1.5",
        _posts,
        {"1.5": staffed},
        facts={"1.5": {"staff": 3, "fulltime_liaison": 1}},
        note="1.5 job descriptions with 任职人 and 任职性质",
        school="山东大学（威海）",
    )
    yield Case(
        "ls-staff-appointed",
        "1.5",
        _appointed,
        {"1.5": staffed},
        note="1.5 four names in the notice's table, 鲍思琪 is 专职联络员",
        school="哈尔滨理工大学荣成校区",
    )
    yield Case(
        "ls-staff-star",
        "1.5",
        _star,
        {"1.5": staffed},
        alt={"1.5": [(0, 0, 15)]},
        note="1.5 专职 and 联络员 in one person by the note under the table; open is a careful answer",
    )
    yield Case(
        "ls-staff-contact",
        "1.5",
        _contact,
        {"1.5": (0, 0, 15)},
        want_flags=[("1.5", "judgement-required")],
        note="1.5 three with 专职 people, none marked 联络员",
        school="山东药品食品职业学院",
    )
    yield Case(
        "ls-staff-twice",
        "1.5",
        _twice,
        {"1.5": none},
        want_flags=[("1.5", "partial-evidence")],
        facts={"1.5": {"staff": 2}},
        note="1.5 distinct names: two persons in four posts",
        school="北京交通大学（威海）",
    )
    yield Case(
        "ls-staff-contract",
        "1.5",
        _contract,
        {"1.5": staffed},
        facts={"1.5": {"staff": 3, "fulltime_liaison": 1}},
        note="1.5 the contract's liaison is one of the table's three",
        school="山东外事职业大学",
    )
    yield Case(
        "ls-staff-mail",
        "1.5",
        _staff_mail,
        {"1.5": none},
        want_flags=[("1.5", "partial-evidence")],
        note="1.5 the liaison is 兼职, the 专职 one is none",
        school="山东交通学院（威海）",
    )
