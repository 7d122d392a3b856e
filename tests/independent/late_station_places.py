"""Rooms, training places and fair grounds: approvals of use, floor, seat and booth plans, mails and house rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

from tests.independent.case import Case
from tests.independent.late_station_kit import HEI, Block, mail, sheets, web, word
from tests.independent.press import Press, photographed, save_scan, scanned

FIRMS = (
    "海润智造",
    "卫鲸食品",
    "环宇渔具",
    "石岛重装",
    "东浦医材",
    "蓝礁软件",
    "文昌碳纤",
    "昆嵛酒店",
    "大水泊物流",
    "银滩文旅",
)


def _approval(station: str, room: str, area: str, day: str) -> Sequence[Block]:
    return (
        "# 公用房使用（调整）审批表",
        "编号：GYF-2024-037",
        [
            ["申请单位", station, "经办人", "于海青"],
            ["申请房屋", room, "房屋用途", "学生就业指导站办公"],
            ["使用面积（㎡）", area, "使用期限", "长期"],
            ["申请理由", "原办公点与其他科室合用，来访学生无处落座，申请固定用房一间专用。", "<", "<"],
            ["单位负责人意见", "情况属实，拟同意。\n签字：刘建业", "<", "<"],
            ["资产管理处意见", f"经核实，房屋空置，同意调配使用。\n（盖章）{day}", "<", "<"],
            ["分管校领导意见", f"同意。\n签字：周维新  {day}", "<", "<"],
        ],
    )


def _office_approval(folder: Path, press: Press) -> None:
    station = "招生就业处\n（大学生就业创业服务指导站）"
    paper = _approval(station, "和苑楼B座215", "36.4", "2024年1月9日")
    word(folder / "用房审批.docx", paper, header="威海职业学院资产管理处制")


def _office_scan(folder: Path, press: Press) -> None:
    paper = _approval("大学生就业创业服务指导站", "三号教学楼109", "19.6", "2024年2月28日")
    mark = '<span class="seal" data-name="威海海洋职业学院资产管理处" style="position:absolute;left:470px;top:560px"></span>'  # noqa: E501
    page = press.picture(web(["> 威海海洋职业学院", *paper], css="td{padding:13px 9px}", after=mark))
    save_scan([scanned(page, Random("ls-office-scan"))], folder / "扫描件0228.pdf")


def _room(box: tuple[int, int, int, int], *lines: str) -> str:
    left, top, wide, high = box
    return (
        f'<div style="position:absolute;left:{left}px;top:{top}px;width:{wide}px;height:{high}px;border:3px solid #222;'
        f'display:flex;flex-direction:column;align-items:center;justify-content:center;font-size:14px">'
        + "".join(f"<div>{line}</div>" for line in lines)
        + "</div>"
    )


def _office_plan(folder: Path, press: Press) -> None:
    rooms = (
        _room((60, 150, 190, 150), "211 招生办公室", "31.5㎡"),
        _room((253, 150, 170, 150), "213 大学生就业创业", "服务指导站办公室", "28.6㎡"),
        _room((426, 150, 130, 150), "215 面谈室", "14.2㎡"),
        _room((60, 360, 250, 170), "210 会议室", "62.0㎡"),
        _room((313, 360, 243, 170), "212 资料室", "40.8㎡"),
        '<div style="position:absolute;left:60px;top:318px;width:500px;text-align:center;color:#777">走　　廊</div>',
    )
    foot = (
        '<div style="position:absolute;left:60px;top:560px;font-size:13px">图名：行政楼二层平面图（局部）　比例 1:100　'
        "绘制：山东外事职业大学后勤基建处　2023.08<br>注：图中数字为各房间使用面积</div>"
    )
    title = ["# 山东外事职业大学行政楼二层平面图"]
    press.pdf(folder / "平面图.pdf", web(title, css=f"body{{font-family:{HEI}}}", after="".join(rooms) + foot))


def _office_conflict(folder: Path, press: Press) -> None:
    deal: Sequence[Block] = (
        "# 场地使用协议",
        "甲方：哈尔滨工业大学（威海）资产管理处",
        "乙方：哈尔滨工业大学（威海）学生就业指导中心",
        "一、甲方将主楼221房间（使用面积贰拾捌平方米）交由乙方用作大学生就业创业服务指导站固定办公场所。",
        "二、使用期限自2023年1月1日起至2027年12月31日止，不收取费用。",
        "三、乙方不得转借，房屋日常修缮由甲方负责。",
        "> 甲方（章）：资产管理处　　乙方（章）：学生就业指导中心",
        "> 2022年12月26日",
    )
    summary: Sequence[Block] = (
        "# 哈尔滨工业大学（威海）大学生就业创业服务指导站2024年度工作总结",
        "一年来，指导站围绕留威就业开展工作。",
        "一、条件保障。指导站办公场所18平方米，设在主楼二层，全年开放。",
        "二、存在不足。回访还不够及时，明年加以改进。",
        "> 2024年11月22日",
    )
    press.pdf(folder / "使用协议.pdf", web(deal))
    word(folder / "总结.docx", summary)


def _office_sheet(folder: Path, press: Press) -> None:
    sheets(
        folder / "用房一览.xlsx",
        {
            "填表说明": [
                ["本表由各部门填报，面积以实测为准，保留两位小数。"],
                ["北京交通大学（威海）资产处 2024年3月"],
            ],
            "党政部门": [
                ["北京交通大学（威海）部门用房登记", "<", "<", "<", "<"],
                ["部门", "房间号", "使用人/机构", "用途", "面积（㎡）"],
                ["学生工作部", "S201", "综合科", "办公", 44.1],
                ["^", "S203", "大学生就业创业服务指导站", "办公（固定）", 24.0],
                ["^", "S205", "心理咨询", "业务用房", 52.3],
                ["教务部", "S301", "学籍科", "办公", 39.7],
            ],
        },
        widths=(16, 12, 30, 16, 12),
    )


def _office_box(folder: Path, press: Press) -> None:
    paper: Sequence[Block] = (
        "# 山东交通学院（威海）指导站简介",
        "指导站位于行知楼一层东侧，是学校为毕业生设立的固定服务窗口，"
        "工作日全天开放，提供政策解答、材料办理和一对一咨询。",
        "[] 指导站名片\n办公地址：行知楼106（固定办公室）\n办公面积：32平方米\n电话：0631-5990132",
        "欢迎同学们前来咨询。",
        "> 山东交通学院（威海）学生工作处  2024年3月",
    )
    word(folder / "站点简介.docx", paper)


def _office_remark(folder: Path, press: Press) -> None:
    paper: Sequence[Block] = (
        "# 办公场所情况说明",
        "威海职业学院大学生就业创业服务指导站办公室设在格物楼C305，为固定场所，由招生就业处统一管理。",
        "> 威海职业学院招生就业处",
        "> 2024年10月30日",
    )
    word(folder / "说明（改2）.docx", paper, remarks={"威海职业学院大学生": "请补面积：后勤量过了，35平方米。"})


def _office_neighbour(folder: Path, press: Press) -> None:
    paper: Sequence[Block] = (
        "# 关于心理健康教育中心用房的批复",
        "学生工作处：",
        "你处《关于申请心理健康教育中心办公用房的请示》收悉。经研究，同意将慎思"
        "楼402室（35平方米）划归心理健康教育中心，作为心理咨询预约接待室使用。",
        "此复。",
        "> 威海职业学院",
        "> 2024年4月2日",
    )
    word(folder / "批复.docx", paper)


def _seats_plan(folder: Path, press: Press) -> None:
    rows = []
    for row in range(9, 0, -1):
        seats = "".join(f"<i>{seat}</i>" + ("<b></b>" if seat == 7 else "") for seat in range(1, 15))
        rows.append(f"<div class=r><span>{row}排</span>{seats}</div>")
    css = (
        f"body{{font-family:{HEI}}}.r{{display:flex;justify-content:center;margin:5px}}"
        f".r span{{width:44px;font-size:12px}}"
        "i{width:28px;height:24px;border:1px solid #456;margin:1px;font-size:10px;text-align:center;font-style:normal}"
        "b{width:34px}.stage{margin:20px auto;width:300px;border:2px solid #333;text-align:center}"
    )
    head = ["# 图书馆一层学术报告厅座位图", "~ 山东大学（威海）大学生就业创业服务指导站培训场地"]
    foot = '<div class="stage">讲　台</div><p class="caption">共9排，每排14座，合计126座 | 2024年1月核定</p>'
    press.pdf(folder / "座位图.pdf", web(head, css=css, after="".join(rows) + foot))


def _seats_caption(folder: Path, press: Press) -> None:
    paper: Sequence[Block] = (
        "# 指导站培训场地展示",
        "> 山东药品食品职业学院  2024年度",
        "培训场地固定使用、设备完好，课余时间由指导站统一排期，室内布局如下。",
        [["投影幕布", "<", "<", "<"], ["A区（两列）", "过道", "B区（两列）", "调音台"], ["后门", "^", "饮水处", "^"]],
        "~ 图1  大学生创业培训室（综合楼三层306，固定座席96个）布局",
    )
    word(folder / "1-2.docx", paper)


def _seats_mail(folder: Path, press: Press) -> None:
    mail(
        folder / "回复_场地.eml",
        sender="图书馆办公室 <tsg@whvc.example.cn>",
        to="就业科 <jyk@whvc.example.cn>",
        subject="回复：关于指导站借用培训场地的函",
        date="Thu, 07 Mar 2024 10:12:00 +0800",
        text=(
            "就业科：\n\n来函收到。经馆务会研究，同意威海职业学院大"
            "学生就业创业服务指导站长期使用图书馆负一层多功能培训厅"
            "开展就业创业培训，该厅为室内场地，最多可容纳二百二十人，投影、话筒齐备，需要时提前一天告知即可。\n\n"
            "图书馆办公室\n2024年3月7日\n\n----- 原始邮件 -----\n发件人：就业科\n主题：关于指导站借用培训场地的函\n"
            "因SYB创业培训需要，想借用贵馆一处五十人以上的室内场地……\n"
        ),
    )


def _seats_short(folder: Path, press: Press) -> None:
    sheets(
        folder / "场地预约确认单.xlsx",
        {
            "确认单": [
                ["威海海洋职业学院指导站培训场地确认单", "<", "<", "<"],
                ["场地名称", "渔光楼202就业培训室", "场地性质", "室内"],
                ["核定座位数", "48座", "使用方式", "需要时预约"],
                ["配套", "投影、白板、空调", "管理人", "姜雪梅"],
                ["备注", "另有走廊等候区，不设座位", "<", "<"],
                ["2024年3月1日", "<", "<", "<"],
            ]
        },
        widths=(16, 26, 14, 20),
    )


def _seats_merged(folder: Path, press: Press) -> None:
    paper: Sequence[Block] = (
        "# 哈尔滨理工大学荣成校区指导站室内培训场地一览",
        [
            ["场地", "位置", "规模", "<", "适用活动"],
            ["^", "^", "座位（个）", "面积（㎡）", "^"],
            ["创业沙龙", "大学生活动中心201", 60, 88, "SYB培训、讲座"],
            ["生涯教室", "大学生活动中心305", 72, 105, "^"],
        ],
        "说明：两处场地均由指导站排期，活动需要时可随时使用。",
        "> 2024年2月  学生工作处",
    )
    press.pdf(folder / "培训场地.pdf", web(paper))


def _seats_online(folder: Path, press: Press) -> None:
    paper: Sequence[Block] = (
        "# 线上培训平台使用说明",
        "山东外事职业大学指导站自2024年起统一使用云端直播间开展就业创业讲座。",
        "一、直播间为企业版账号，可容纳500人同时在线，支持回放与签到。",
        "二、线下不设分会场，学生使用手机或电脑自行进入，请勿扩散链接。",
        "> 山东外事职业大学就业处  2024年3月15日",
    )
    word(folder / "培训平台.docx", paper)


def _booths(title: str, lines: Sequence[str], first: int) -> str:
    cells = []
    for at in range(40):
        firm = FIRMS[at % len(FIRMS)]
        cells.append(f'<div class="c">{first + at:03d}<br><small>{firm}</small></div>')
    css = (
        f"body{{font-family:{HEI};margin:30px}}.g{{display:grid;grid-template-columns:repeat(8,1fr);gap:8px 5px}}"
        ".c{border:1px solid #b33;text-align:center;font-size:13px;line-height:1.35;padding:4px 0}"
        ".in{margin:14px auto;width:160px;border:2px dashed #333;text-align:center}"
    )
    after = f'<div class="g">{"".join(cells)}</div><div class="in">南门 入口 ↑</div>'
    after += "".join(f'<p class="caption">{line}</p>' for line in lines)
    return web([f"# {title}"], css=css, after=after)


def _booths_plan(folder: Path, press: Press) -> None:
    page = _booths(
        "威海海洋职业学院2024届毕业生春季双选会展位图", ["地点：学院风雨操场（室内）一层　时间：2024年4月12日8:30"], 1
    )
    press.pdf(folder / "展位.pdf", page)


def _booths_photo(folder: Path, press: Press) -> None:
    page = _booths(
        "威海职业学院2024年秋季校园招聘会展位分布图",
        ["综合体育馆比赛大厅　2024年10月25日", "威海职业学院招生就业处制"],
        81,
    )
    picture = photographed(press.picture(page, height=900), Random("ls-booths-photo"), width=1600, height=1500)
    picture.save(folder / "IMG_20241025_081207.jpg", quality=86)


def _booths_sheet(folder: Path, press: Press) -> None:
    rows: list[list[object]] = [
        ["展区", "展位号", "单位名称", "岗位数", "签到"],
        *[
            [
                "东区" if at < 5 else "西区",
                f"{'E' if at < 5 else 'W'}{at % 5 + 1:02d}",
                f"威海{firm}有限公司",
                6 + at,
                "",
            ]
            for at, firm in enumerate(FIRMS)
        ],
    ]
    title = "哈尔滨工业大学（威海）2025届毕业生秋季大型招聘会展位安排（学术交流中心一层大厅）"
    sheets(
        folder / "展位安排.xlsx",
        {"展位": [[title, "<", "<", "<", "<"], *rows], "注意": [["布展时间：2024年10月17日14:00—17:00，东门卸货。"]]},
        widths=(10, 12, 28, 10, 14),
    )


def _venue_mail(folder: Path, press: Press) -> None:
    mail(
        folder / "参会须知.eml",
        sender="山东交通学院（威海）就业 <job@sdjtu-wh.example.cn>",
        to="参会单位 <undisclosed@example.cn>",
        subject="【参会须知】山东交通学院（威海）2024届毕业生校园招聘会",
        date="Mon, 25 Mar 2024 16:40:00 +0800",
        text=(
            "各参会单位：\n感谢贵单位报名参加我校春季校园招聘会，现将入场事项告知如下。\n"
            "1. 招聘时间：3月29日（周五）9:00—12:00\n2. 招聘场地：大学生活动中心一楼多功能大厅（校区南门直行300米）\n"
            "3. 每单位一桌两椅、一块海报架，电源请自备插排。\n4. 车辆停放在活动"
            "中心北侧广场。\n\n山东交通学院（威海）学生工作处\n2024年3月25日\n"
        ),
    )


def _venue_rule(folder: Path, press: Press) -> None:
    paper: Sequence[Block] = (
        "# 山东大学（威海）体育场馆开放与借用管理规定",
        "第一条  场馆优先保障体育教学，课余时间向师生开放。",
        "第六条  天行篮球馆内场铺设保护地板后，作为学校毕业生双选会、大型招聘"
        "会的固定举办场地，最大布展260个展位，由就业指导中心提前十日登记使用。",
        "第七条  游泳馆、网球馆不外借。",
        "> 2024年3月修订",
    )
    page = web(paper, css="body{max-width:820px;margin:20px auto}", before="<div>当前位置：首页 &gt; 规章制度</div>")
    (folder / "场馆规定.html").write_text(page, "utf-8")


def _booths_city(folder: Path, press: Press) -> None:
    page = _booths(
        "威海市2024年春风行动大型招聘会展位图",
        ["主办：威海市公共就业和人才服务中心", "地点：威海国际经贸交流中心B馆　2024年2月24日"],
        201,
    )
    press.pdf(folder / "展位图.pdf", page)


def _booths_online(folder: Path, press: Press) -> None:
    paper: Sequence[Block] = (
        "# 山东药品食品职业学院2024届毕业生空中双选会操作指南",
        "本次双选会全部在线上进行，不设线下现场。",
        "一、用人单位登录就业网“空中双选会”模块，上传营业执照并领取网上展位号。",
        "二、毕业生使用学号登录，进入网上展位投递简历，双方视频面谈。",
        "> 招生就业处  2024年5月10日",
    )
    word(folder / "空中双选会.docx", paper)


def cases() -> Iterator[Case]:
    full, none, opened = (10, 10, 10), (0, 0, 0), (0, 0, 10)
    yield Case(
        "ls-office-approval",
        "1.1",
        _office_approval,
        {"1.1": full},
        facts={"1.1": {"office_area_m2": 36.4}},
        note="1.1 a document states the area: 36.4 in a merged approval form",
    )
    yield Case(
        "ls-office-scan",
        "1.1",
        _office_scan,
        {"1.1": none},
        facts={"1.1": {"office_area_m2": 19.6}},
        want_flags=[("1.1", "below-threshold")],
        note="1.1 less than 20: 19.6",
        school="威海海洋职业学院",
    )
    yield Case(
        "ls-office-plan",
        "1.1",
        _office_plan,
        {"1.1": full},
        note="1.1 a plan is a document that states areas; the stat"
        "ion's room has 28.6, no room meant otherwise is asked",
        school="山东外事职业大学",
        year=2023,
    )
    yield Case(
        "ls-office-conflict",
        "1.1",
        _office_conflict,
        {"1.1": (0, 10, 10)},
        want_flags=[("1.1", "totals-disagree")],
        note="1.1 the agreement's 28 outranks the 总结's 18; low takes the least",
        school="哈尔滨工业大学（威海）",
    )
    yield Case(
        "ls-office-sheet",
        "1.1",
        _office_sheet,
        {"1.1": full},
        note="1.1 a table: the station's row on the second sheet, 24",
        school="北京交通大学（威海）",
    )
    yield Case(
        "ls-office-box",
        "1.1",
        _office_box,
        {"1.1": full},
        facts={"1.1": {"office_area_m2": 32}},
        note="1.1 the area stands in a visible text box",
        school="山东交通学院（威海）",
    )
    yield Case(
        "ls-office-remark",
        "1.1",
        _office_remark,
        {"1.1": opened},
        alt={"1.1": [full]},
        note="1.1 a document without an area; only a reviewer's comment "
        "names one (0: an annotation is no page text, unless shown)",
    )
    yield Case(
        "ls-office-neighbour",
        "1.1",
        _office_neighbour,
        {"1.1": none},
        alt={"1.1": [opened]},
        note="1.1 another body's room (心理), not the station's",
    )
    yield Case(
        "ls-seats-plan",
        "1.2",
        _seats_plan,
        {"1.2": full},
        facts={"1.2": {"training_seats": 126}},
        note="1.2 the seat plan's sum is 126",
        school="山东大学（威海）",
    )
    yield Case(
        "ls-seats-caption",
        "1.2",
        _seats_caption,
        {"1.2": full},
        facts={"1.2": {"training_seats": 96}},
        note="1.2 the caption states 96 seats",
        school="山东药品食品职业学院",
    )
    yield Case(
        "ls-seats-mail",
        "1.2",
        _seats_mail,
        {"1.2": full},
        facts={"1.2": {"training_seats": 220}},
        note="1.2 the reply's 220; the quoted request's 50 is only a wish",
    )
    yield Case(
        "ls-seats-short",
        "1.2",
        _seats_short,
        {"1.2": none},
        want_flags=[("1.2", "below-threshold")],
        note="1.2 48 < 50",
        school="威海海洋职业学院",
    )
    yield Case(
        "ls-seats-merged",
        "1.2",
        _seats_merged,
        {"1.2": full},
        note="1.2 both rooms hold 50 or more; 88 and 105 are square metres",
        school="哈尔滨理工大学荣成校区",
    )
    yield Case(
        "ls-seats-online",
        "1.2",
        _seats_online,
        {"1.2": none},
        alt={"1.2": [opened]},
        note="1.2 an online room is no indoor place",
        school="山东外事职业大学",
    )
    yield Case(
        "ls-booths-plan",
        "1.3",
        _booths_plan,
        {"1.3": full},
        note="1.3 a document naming the venue of the school's own fair",
        school="威海海洋职业学院",
    )
    yield Case(
        "ls-booths-photo",
        "1.3",
        _booths_photo,
        {"1.3": full},
        note="1.3 a photo whose text names the school's fair in its own hall",
    )
    yield Case(
        "ls-booths-sheet",
        "1.3",
        _booths_sheet,
        {"1.3": full},
        note="1.3 the merged title names the venue",
        school="哈尔滨工业大学（威海）",
    )
    yield Case(
        "ls-venue-mail",
        "1.3",
        _venue_mail,
        {"1.3": full},
        note="1.3 a document naming the venue",
        school="山东交通学院（威海）",
    )
    yield Case(
        "ls-venue-rule",
        "1.3",
        _venue_rule,
        {"1.3": full},
        note="1.3 the house rule names the hall as the place of the fairs",
        school="山东大学（威海）",
    )
    yield Case(
        "ls-booths-city",
        "1.3",
        _booths_city,
        {"1.3": none},
        alt={"1.3": [opened]},
        note="1.3 another body's fair elsewhere is none",
    )
    yield Case(
        "ls-booths-online",
        "1.3",
        _booths_online,
        {"1.3": none},
        alt={"1.3": [opened]},
        note="1.3 a fair online names no place",
        school="山东药品食品职业学院",
    )
