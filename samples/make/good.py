# ruff: noqa: E501 (what the papers say stands in one piece)
"""The bundle of a diligent school: 山东交通学院（威海）, undergraduates only, every cell borne out."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from random import Random

import posts
from browser import Browser
from forms import MOST, annex1, annex2, yearly_report
from office import (
    body,
    closing,
    heading,
    merged_title,
    photo,
    save_as_pdf,
    save_csv,
    save_word,
    sheet,
    table,
    title,
    word,
    workbook,
)
from papers import (
    LOCAL,
    at,
    certificate,
    consultation,
    contest,
    degrees_roster,
    destination,
    destinations_roster,
    fair,
    handing_out,
    on_board,
    origins_roster,
    platform_export,
    training_export,
)  # fmt: skip
from people import Student, cohort
from photos import save_photo, watermark
from scans import grid, on_desk, paper, save_pdf, scanned, seal_mark
from screens import poster, web_article, web_list, wechat_article, wechat_list

SCHOOL = "山东交通学院（威海）"
MAJORS = {
    "航海学院": ["航海技术", "轮机工程"], "船舶与港口工程学院": ["船舶与海洋工程", "港口航道与海岸工程"],
    "国际商学院": ["国际经济与贸易", "物流管理"], "信息学院": ["软件工程", "电子信息工程"],
}  # fmt: skip
STAFF = [
    ["周海", "招生就业处", "处长（副教授）", "13800000001", "兼职"], ["陈立", "招生就业处", "科长（讲师）", "13800000002", "专职"],
    ["孙雅宁", "招生就业处", "科员（助教）", "13800000003", "专职"], ["马俊", "航海学院", "辅导员（讲师）", "13800000004", "兼职"],
]  # fmt: skip
FAIRS = (
    ("2024-03-15", "2024届毕业生春季校园双选会", "hall", 0), ("2024-03-29", "航运物流类企业专场招聘会", "plaza", 1),
    ("2024-04-18", "“留威就业”校企供需见面会", "corridor", 2), ("2024-05-16", "“百企进校园”综合招聘会", "plaza", 3),
    ("2024-06-06", "海洋装备产业人才双选会", "hall", 2), ("2024-10-18", "2025届毕业生秋季大型招聘会", "corridor", 0),
    ("2024-11-08", "智能制造类企业专场招聘会", "hall", 3),
)  # fmt: skip


def build(root: Path, browser: Browser) -> None:
    """Write the whole bundle under `root`."""
    random = Random(20240101)
    taken: set[str] = {row[0] for row in STAFF}
    graduates = cohort(random, 240, 2020, "本科", MAJORS, taken)
    last = cohort(random, 230, 2019, "本科", MAJORS, set(taken))
    enrolled = [who for grade in (2021, 2022, 2023, 2024) for who in cohort(random, 225, grade, "本科", MAJORS, taken)]
    forms(root)
    management(root / "1.基础管理工作", browser, random)
    information(root / "2.信息采集", browser, random, graduates, enrolled)
    publicity(root / "3政策宣传", browser, random)
    interns(root / "4-开展各类就业创业活动" / "4.1组织学生到我市企业实习", browser, random, graduates)
    figures(root / "4-开展各类就业创业活动", browser, random, graduates, last, enrolled)
    activities(root / "4-开展各类就业创业活动", browser, random)
    innovation(root / "5.创新举措")


def forms(root: Path) -> None:
    annex2(root / "附件2 威海市大学生就业服务指导站绩效评价表.docx", SCHOOL, 2024, {number: str(points) for number, points in MOST.items()},
           {"1": "20", "2": "20", "3": "20", "4": "35", "5": "5"}, "100")  # fmt: skip
    annex1(
        root / "附件1 建站申请表.docx", SCHOOL, "威海市双岛湾科技城和兴路1508号", (900, 240), ("威海", "明德", "203"),
        "办公场所 36 平方米，培训场地 1 个，共 260 平方米，各类招聘活动场地 1200 平方米，其他场地 无。", "共 4 人（其中专职人员 2 人，兼职人员 2 人）",
        ("陈立", "13800000002"), STAFF, ["学校把服务学生就业与服务地方发展结合起来，依托指导站开展政策宣传、实习组织和校园招聘，目标是让更多毕业生留在威海。"],
    )  # fmt: skip
    yearly_report(
        root / "2024年度总结报告.docx",
        f"{SCHOOL}大学生就业创业服务指导站2024年度总结报告",
        [
            (
                "一、基本情况",
                [
                    "学校现有在校生900人，2024届毕业生240人，均为本科。指导站配备工作人员4人，其中专职联络员1人，设固定办公场所36平方米。"
                ],
            ),
            (
                "二、信息采集",
                [
                    "按时报送生源信息库、在校生数据库和学历信息库。毕业生调查问卷回收有效答卷201份，占毕业生总数的83.75%。"
                ],
            ),
            (
                "三、政策宣传",
                ["利用微信公众号和就业信息网发布我市就业创业政策，在宿舍区张贴政策海报，进班级发放宣传折页。"],
            ),
            (
                "四、就业创业活动",
                [
                    "组织55名毕业生到威海企业实习；全年举办校园招聘会7场；组织190名在校生参加创业培训；2024届毕业生留威率32.5%，比上年提高2.07个百分点。"
                ],
            ),
            ("五、存在的问题和打算", ["企业岗位与专业的匹配度还不够高，下一步将走访更多本地企业，把实习基地做实。"]),
        ],
        (SCHOOL, "2024年11月25日"),
    )


def management(root: Path, browser: Browser, random: Random) -> None:
    site = (
        f"<h1>场地证明</h1><p class=flat>威海市人力资源和社会保障局：</p><p>兹证明{SCHOOL}大学生就业创业服务指导站办公场所设在威海校区明德楼203室，"
        "室内使用面积36平方米，为指导站固定办公场所，自2020年9月起长期使用，不作他用。</p><p>特此证明。</p><br><br>"
        f"<p class=right>{SCHOOL}后勤与资产管理处{seal_mark('山东交通学院威海校区', '资产管理处')}</p><p class=right>2024年1月10日</p>"
    )
    save_pdf([scanned(paper(browser, site, random), random)], root / "办公场所" / "场地证明.pdf")
    room = consultation("大学生就业创业服务指导站", "办公室　明德楼203", random)
    save_photo(room, root / "办公场所" / "IMG_20240110_101502.jpg", at("2024-01-10", 10, 15), random)

    document = word()
    title(document, "培训场地说明")
    body(
        document,
        "指导站的室内培训场地为明德楼一层报告厅，面积260平方米，设固定座位120个，可容纳120人，配有投影和音响，就业创业培训、政策宣讲时优先使用。",
    )
    closing(document, f"{SCHOOL}就业指导中心", "2024年1月10日")
    save_word(document, root / "培训场地" / "报告厅.docx")

    document = word()
    title(document, "招聘会活动场地说明")
    body(
        document,
        "学校体育馆作为校园招聘会活动场地，面积1200平方米，可设标准展位80个；天气适宜时使用学生活动中心前广场。",
    )
    closing(document, f"{SCHOOL}就业指导中心", "2024年1月10日")
    save_word(document, root / "招聘会场地" / "招聘会场地说明.docx")

    things = [("台式计算机", "联想启天M", 6), ("笔记本电脑", "ThinkPad E14", 2), ("激光打印机", "HP M227", 2), ("投影仪", "爱普生CB", 1), ("办公桌椅", "1.4米", 6),
              ("文件柜", "铁皮五节", 3), ("网络交换机", "24口", 1), ("移动音响", "户外", 1), ("易拉宝展架", "0.8×2米", 12)]  # fmt: skip
    book = workbook(root / "办公设备" / "办公设备清单.xlsx")
    rows: list[list[object]] = [[""], ["序号", "设备名称", "型号规格", "数量", "存放地点", "状态"]]
    rows += [
        [index, *thing, "明德楼203" if index < 7 else "明德楼报告厅", "在用"]
        for index, thing in enumerate(things, start=1)
    ]
    merged_title(book, sheet(book, "清单", rows, {1: 14, 2: 18, 4: 14}, 1), 0, 6, "指导站办公设备及活动配备清单")
    book.close()

    document = word()
    title(document, "就业创业服务指导站工作人员基本信息表")
    duties = ["全面负责", "专职联络员，与人社部门对接", "就业服务、数据报送", "学院联络、咨询"]
    rows2 = [["序号", "姓名", "所在部门", "职务（职称）", "联系方式", "专/兼职", "分工"]]
    table(
        document,
        rows2
        + [[str(index), *row, duty] for index, (row, duty) in enumerate(zip(STAFF, duties, strict=True), start=1)],
    )
    save_word(document, root / "人员配置" / "工作人员信息表.docx")

    document = word()
    title(document, "大学生就业创业服务指导站工作制度")
    for name, text in (
        ("第一章 总则", "第一条 为规范指导站运行，做好毕业生就业创业服务，制定本制度。"),
        (
            "第二章 职责",
            "第二条 指导站负责政策宣传、就业见习、创业培训、招聘会组织和就业指导咨询。第三条 专职联络员每周与人力资源社会保障部门对接一次。",
        ),
        ("第三章 管理", "第四条 活动结束后三个工作日内整理材料，记入台账。第五条 每学期召开一次工作例会。"),
    ):
        heading(document, name)
        body(document, text)
    closing(document, f"{SCHOOL}招生就业处", "2023年12月20日")
    save_word(document, root / "管理制度" / "指导站工作制度.docx")

    document = word()
    title(document, "就业创业服务指导站财务管理制度")
    body(document, "第一条 指导站经费实行专款专用，由学校财务处统一核算。", "第二条 奖补资金用于就业创业服务和活动，不得用于人员经费和基本建设支出。",
         "第三条 报销须附活动通知、签到表和发票，由站长审批。", "第四条 每年12月底前公开经费使用情况，接受审计。")  # fmt: skip
    closing(document, f"{SCHOOL}招生就业处", "2023年12月20日")
    save_as_pdf(document, root / "管理制度" / "财务管理制度.pdf")

    document = word()
    title(document, "大学生就业创业服务指导站2024年工作计划")
    table(document, [["月份", "工作内容", "责任人"], ["1—2月", "报送数据库，完善制度，走访企业", "陈立"], ["3—6月", "春季招聘、政策宣传进宿舍、毕业生实习组织", "孙雅宁"],
                     ["7—8月", "离校未就业毕业生帮扶", "马俊"], ["9—11月", "秋季招聘、创业培训、自查总结", "陈立"], ["12月", "整理台账，谋划下一年", "周海"]])  # fmt: skip
    body(document, "目标任务：毕业生去向落实率不低于90%，留威率比上年提高2个百分点，全年举办校园招聘会不少于6场。")
    closing(document, f"{SCHOOL}就业指导中心", "2024年1月5日")
    save_word(document, root / "管理制度" / "2024年工作计划.docx")

    events = [
        (day, f"{SCHOOL}{name}", "体育馆" if scene == "hall" else "学生活动中心", 300 + 35 * index)
        for index, (day, name, scene, _) in enumerate(FAIRS)
    ]
    events += [("2024-04-10", "就业创业指导咨询", "明德楼203", 18), ("2024-10-23", "就业创业指导咨询", "明德楼203", 25),
               ("2024-05-22", "留威就业政策宣传资料发放", "食堂门前", 260), ("2024-05-30", "大学生创新大赛校赛决赛", "报告厅", 120)]  # fmt: skip
    book = workbook(root / "基础台账" / "2024年指导站工作台账.xlsx")
    rows = [[""], ["序号", "日期", "活动名称", "地点", "参加人数", "负责人", "佐证材料"]]
    rows += [[index, datetime.fromisoformat(day), name, place, count, random.choice(("陈立", "孙雅宁", "马俊")), "照片、签到表"]
             for index, (day, name, place, count) in enumerate(sorted(events), start=1)]  # fmt: skip
    merged_title(
        book, sheet(book, "台账", rows, {1: 12, 2: 46, 3: 16, 6: 16}, 1), 0, 7, "就业创业服务指导站2024年工作台账"
    )
    book.close()


def information(
    root: Path, browser: Browser, random: Random, graduates: list[Student], enrolled: list[Student]
) -> None:
    origins_roster(root / "数据库" / "2024届毕业生生源信息库.xlsx", graduates, 2024)
    header = [
        "学号",
        "姓名",
        "性别",
        "身份证号",
        "学院",
        "专业",
        "班级",
        "年级",
        "学历层次",
        "入学日期",
        "学制",
        "学籍状态",
    ]
    save_csv([header] + [[who.number, who.name, who.gender, who.resident_id, who.college, who.major, who.group, str(who.grade), who.level,
                          f"{who.grade}-09-01", "4", "注册学籍"] for who in enrolled], root / "数据库" / "在校生数据库.csv")  # fmt: skip
    degrees_roster(root / "数据库" / "2024届毕业生学历信息库.xlsx", graduates, 2024, f"{SCHOOL}2024届毕业生学历信息库")

    book = workbook(root / "信息反馈" / "毕业生就业意向调查问卷_问卷星导出.xlsx")
    rows: list[list[object]] = [
        [
            "序号",
            "提交答卷时间",
            "所用时间",
            "来源",
            "来源详情",
            "来自IP",
            "1、您的姓名",
            "2、您的学号",
            "3、您的专业",
            "4、您毕业后打算去哪里工作？",
            "5、您期望的月薪是？",
        ]
    ]
    for index, who in enumerate(random.sample(graduates, 201), start=1):
        rows.append([index, f"2024/5/{6 + index // 20} {8 + index % 12}:{10 + index % 50}:{10 + index % 47}", f"{40 + index % 90}秒", "微信", "N/A", f"192.0.2.{index}(山东-威海)",
                     who.name, who.number, who.major, random.choice(("留在威海", "省内其他城市", "省外", "升学")), random.choice(("4000-6000元", "6000-8000元", "8000元以上"))])  # fmt: skip
    sheet(book, "Sheet1", rows, {1: 20, 5: 22, 7: 14, 8: 20, 9: 24})
    book.close()
    document = word()
    title(document, "2024届毕业生就业意向调查问卷情况报告")
    body(document, "本次调查问卷面向2024届毕业生，通过问卷星发放。2024届毕业生240人，共回收有效答卷201份，答卷人数占毕业生总数的83.75%。",
         "调查显示，多数毕业生关注留威补贴、住房和职业发展，建议加大岗位信息推送力度。")  # fmt: skip
    closing(document, f"{SCHOOL}就业指导中心", "2024年5月30日")
    save_word(document, root / "信息反馈" / "调查问卷报告.docx")

    document = word()
    title(document, f"{SCHOOL}2024届毕业生就业率及相关信息数据报送表")
    table(
        document,
        [
            ["学历", "毕业生人数", "落实去向人数", "其中：升学", "自主创业", "待就业", "去向落实率"],
            ["本科", "240", "219", "41", "2", "21", "91.25%"],
        ],
    )
    body(
        document,
        "2024届毕业生共240人，截至2024年8月31日落实毕业去向219人，毕业去向落实率（就业率）为91.25%，数据已在规定时间内报送市人力资源和社会保障局。",
    )
    closing(document, f"{SCHOOL}就业指导中心", "2024年9月5日")
    save_as_pdf(document, root / "信息反馈" / "2024届就业率数据报送.pdf")

    some = random.sample(enrolled, 12)
    rows3 = [
        [str(index), who.name, who.resident_id, who.number, who.major, str(who.grade)]
        for index, who in enumerate(some, start=1)
    ]
    letter = (
        f"<h1>关于在校生信息的确认函</h1><p class=flat>威海市人力资源和社会保障局：</p><p>贵局转来创业补贴申请人员名单收悉。经核对学籍，下列12名同学系我校在校生，"
        f"学籍状态均为注册学籍，信息属实：</p>{grid(['序号', '姓名', '身份证号', '学号', '专业', '年级'], rows3)}<p>特此确认。</p>"
        f"<p class=right>{SCHOOL}教务处{seal_mark('山东交通学院（威海）', '教务处')}</p><p class=right>2024年9月18日</p>"
    )
    save_pdf([scanned(paper(browser, letter, random), random)], root / "在校生信息确认" / "确认函（盖章）.pdf")


def publicity(root: Path, browser: Browser, random: Random) -> None:
    account, site = "山东交通学院威海校区就业", "山东交通学院（威海）就业信息网"
    folder = root / "微信推送"
    folder.mkdir(parents=True)
    for index, item in enumerate(posts.WECHAT, start=1):
        image = wechat_article(browser, account, item, random, index % 2)
        if index % 4:
            image.save(folder / f"{index:02d}.jpg", quality=85)
        else:
            image.save(folder / f"Screenshot_{item.day.replace('-', '')}.png", optimize=True)
    wechat_list(browser, account, list(posts.WECHAT_LIST[:4]), random).save(folder / "列表1.jpg", quality=86)
    wechat_list(browser, account, list(posts.WECHAT_LIST[4:]), random).save(folder / "列表2.jpg", quality=86)
    folder = root / "网站推送"
    folder.mkdir()
    for index, item in enumerate(posts.WEB, start=1):
        web_article(browser, site, "job.wh.example.edu.cn", item, random).save(
            folder / f"网站截图{index}.jpg", quality=84
        )
    web_list(browser, site, "job.wh.example.edu.cn", list(posts.WEB_LIST), word="威海").save(
        folder / "搜索结果.png", optimize=True
    )

    bureau = "威海市人力资源和社会保障局"
    one = poster(browser, bureau, "威海市高校毕业生就业创业政策", ["生活补贴：本科每月1000元", "一次性创业补贴：2万元", "创业担保贷款：最高30万元", "就业见习补贴", "青年人才驿站免费住"],
                 "就业有政策　留威有位置", ("#b03a2e", "#e67e22"), random)  # fmt: skip
    two = poster(
        browser,
        "青春留威行动",
        "来威海就业 领人才补贴",
        ["购房补贴最高30万元", "租房补贴每月500元", "求职创业补贴1000元/人", "咨询电话 0631-5000000"],
        bureau,
        ("#14507a", "#2aa198"),
        random,
    )
    folder = root / "张贴海报"
    save_photo(
        on_board([one, two], "corridor", random, "就业政策宣传栏", 1),
        folder / "IMG_20240408_163012.jpg",
        at("2024-04-08", 16, 30),
        random,
    )
    save_photo(
        on_board([one], "plaza", random, "宿舍区公告栏", 2),
        folder / "IMG_20240409_120544.jpg",
        at("2024-04-09", 12, 5),
        random,
    )
    folder = root / "印发宣传资料"
    save_photo(
        handing_out(["威海市高校毕业生就业创业政策宣传", "政策宣传资料发放点"], one, "plaza", random),
        folder / "IMG_20240522_115903.jpg",
        at("2024-05-22", 11, 59),
        random,
    )
    save_photo(
        handing_out(["“留威就业”政策宣传折页发放"], two, "corridor", random),
        folder / "IMG_20241016_173120.jpg",
        at("2024-10-16", 17, 31),
        random,
    )


def interns(root: Path, browser: Browser, random: Random, graduates: list[Student]) -> None:
    people = random.sample(graduates, 55)
    for index, (start, end, firm, span, words, day) in enumerate((
        (0, 22, LOCAL[0], "2024.03.01-2024.06.14", "2024年3月1日至2024年6月14日", "2024年6月17日"),
        (22, 40, LOCAL[1], "2024.02.26-2024.05.31", "2024年2月26日至2024年5月31日", "2024年6月3日"),
        (40, 54, LOCAL[2], "2024.01.08-2024.04.30", "2024年1月8日至2024年4月30日", "2024年5月6日"),
    )):  # fmt: skip
        sheet_ = certificate(
            browser, SCHOOL, firm, people[start:end], span, words, day, random, address=firm.place if index == 1 else ""
        )
        save_pdf([scanned(sheet_, random)], root / f"实习证明-{firm.name}.pdf")
    who, firm = people[54], LOCAL[3]
    single = (
        f"<h1>实 习 证 明</h1><p>兹证明{SCHOOL}{who.major}专业学生{who.name}（身份证号：{who.resident_id}，学号：{who.number}）于 2024 年 3 月 11 日至 2024 年 6 月 7 日"
        "在我单位港口操作部调度岗位实习。该生实习期间工作认真，能够完成交办的任务。</p><p>特此证明。</p><br><br>"
        f"<p class=right>实习单位（盖章）：{firm.name}{seal_mark(firm.name)}</p><p class=right>2024 年 6 月 11 日</p>"
    )
    save_photo(
        on_desk(paper(browser, single, random), random),
        root / f"{who.name}实习证明.jpg",
        at("2024-06-12", 20, 41),
        random,
        quality=78,
    )


def figures(
    root: Path, browser: Browser, random: Random, graduates: list[Student], last: list[Student], enrolled: list[Student]
) -> None:
    joined = [(who, SCHOOL, "2024-06") for who in random.sample(graduates, 205)]
    joined += [
        (who, SCHOOL, "2022-06") for who in cohort(random, 8, 2018, "本科", MAJORS, {who.name for who in graduates})
    ]
    joined += [
        (who, "山东大学（威海）", "2024-06")
        for who in cohort(random, 5, 2020, "本科", MAJORS, {who.name for who in graduates})
    ]
    random.shuffle(joined)
    platform_export(root / "4.2就业服务平台注册" / "威海市就业服务平台注册用户导出.xlsx", joined, random)

    folder = root / "4.3毕业生留威率"
    order = random.sample(graduates, 240)
    now = [(who, *destination(index, 78, 178, 41)) for index, who in enumerate(order)]
    before = [(who, *destination(index, 70, 165, 38)) for index, who in enumerate(random.sample(last, 230))]
    by_number = {who.number: (who, what, firm) for who, what, firm in now}
    destinations_roster(
        folder / "2024届毕业生花名册.xlsx", SCHOOL, 2024, [by_number[who.number] for who in graduates], "2024年11月15日"
    )
    destinations_roster(
        folder / "上年度" / "2023届毕业生花名册.xlsx",
        SCHOOL,
        2023,
        sorted(before, key=lambda row: row[0].number),
        "2023年11月14日",
    )
    pages = []
    for who, _, firm in [row for row in now[2:78] if row[1].startswith("签就业协议")][:2]:
        assert firm is not None
        agreement = (
            f"<h1>普通高等学校毕业生就业协议书</h1><p class=right>编号：2024{random.randint(100000, 999999)}</p>"
            + grid(
                ["甲方（用人单位）", firm.name],
                [
                    ["统一社会信用代码", firm.code],
                    ["单位地址", firm.place],
                    ["乙方（毕业生）", who.name],
                    ["身份证号", who.resident_id],
                    ["学号", who.number],
                    ["专业", who.major],
                    ["毕业院校", SCHOOL],
                ],
            )
            + "<p>甲乙双方经协商一致，签订本协议。乙方毕业后到甲方工作，甲方为乙方办理就业手续。</p><br>"
            + f"<p>甲方（盖章）：{seal_mark(firm.name)}　　　　　　　　　　乙方（签字）：{who.name}</p><p>　2024年5月{random.randint(10, 28)}日</p>"
        )
        pages.append(scanned(paper(browser, agreement, random), random))
    save_pdf(pages, folder / "就业协议" / "就业协议书扫描件.pdf")

    trained = [(who, SCHOOL) for who in random.sample(enrolled, 190)]
    trained[60:60] = [
        (who, "威海职业学院")
        for who in cohort(random, 3, 2022, "专科", {"经济学院": ["会计"]}, {who.name for who in enrolled})
    ]
    training_export(root / "4.6就业创业培训" / "创业培训学员信息查询结果.xlsx", trained, random)


def activities(root: Path, browser: Browser, random: Random) -> None:
    folder = root / "4.4校园招聘会"
    signs = [["澜栖海洋", "金泽微电子", "海纳港航", "鲁岸水产"], ["港航物流", "远洋船务", "海纳港航", "顺达货代", "蓝湾"], ["恒启机械", "青禾生物", "金泽"],
             ["蓝湾文旅", "澜栖", "鲁岸", "青禾", "恒启", "顺达"], ["船舶重工", "海工装备", "澜栖海洋"], ["软件园", "金泽微电子", "海纳", "云程"], ["恒启机械", "金泽", "智造云", "伺服科技", "锐科"]]  # fmt: skip
    grounds = [(200, 22, 30), (24, 70, 150), (200, 22, 30), (224, 120, 20), (180, 20, 36), (20, 110, 96), (200, 22, 30)]
    for index, (day, name, scene, layout) in enumerate(FAIRS):
        year, month, date = day.split("-")
        lines = [f"{SCHOOL}{name}", f"{year}年{int(month)}月{int(date)}日"] if index % 2 == 0 else [f"{SCHOOL}{name}"]
        ink = (255, 240, 120) if index in (0, 2, 6) else (255, 255, 255)
        picture = fair(scene, lines, signs[index], random, layout, grounds[index], ink)
        if index == 6:
            watermark(picture, ["10:08  2024-11-08 星期五", "威海市 · 山东交通学院威海校区体育馆"])
        save_photo(
            picture,
            folder / f"{index + 1}{name.replace('“', '').replace('”', '')}.jpg",
            None if index == 6 else at(day, 9 + index % 3),
            random,
        )

    folder = root / "4.5公共服务机构招聘会"
    document = word()
    title(document, "关于组织毕业生参加威海市2024年春季公共就业服务招聘会的通知")
    body(document, "各学院：", "威海市人力资源和社会保障局、威海市公共就业和人才服务中心定于2024年3月9日（星期六）上午9:00在威海国际展览中心举办2024年春季高校毕业生公共就业服务招聘会，"
         "共有220家企业提供岗位5600余个。请各学院组织2024届毕业生参加，学校统一安排车辆。", "附：参会企业岗位信息已发布在就业信息网，请做好岗位对接。")  # fmt: skip
    closing(document, f"{SCHOOL}就业指导中心", "2024年3月4日")
    save_word(document, folder / "关于组织参加春季公共招聘会的通知.docx")

    folder = root / "4.7就业创业指导咨询"
    for day, sign, small in (
        ("2024-04-10", "就业创业指导咨询室", "一对一咨询　每周三下午"),
        ("2024-10-23", "毕业生就业指导咨询现场", ""),
    ):
        save_photo(
            consultation(sign, small, random),
            folder / f"IMG_{day.replace('-', '')}_1502{random.randint(10, 59)}.jpg",
            at(day, 15, 2),
            random,
        )
    document = word("宋体", 11)
    title(document, "就业创业指导咨询记录表")
    rows = [["序号", "咨询时间", "来访学生", "咨询内容", "咨询师"]]
    asks = ("简历修改", "留威补贴申领", "创业贷款条件", "三方协议签订", "面试准备", "考研与就业选择")
    table(
        document,
        rows
        + [
            [str(index), f"2024-{4 if index < 4 else 10}-{10 if index < 4 else 23}", f"学生{sign}", ask, "陈立"]
            for index, (sign, ask) in enumerate(zip("甲乙丙丁戊己", asks, strict=True), start=1)
        ],
    )
    save_word(document, folder / "咨询记录.docx")

    document = word()
    title(document, "大学生创业大赛组织情况")
    body(document, "2024年5月30日，学校举办中国国际大学生创新大赛校赛决赛，12支创业团队进行现场路演。")
    photo(
        document,
        contest(["中国国际大学生创新大赛（2024）", f"{SCHOOL}校赛决赛"], random, (28, 42, 120)),
        "图1 2024年5月30日创新创业大赛校赛决赛现场",
    )
    body(document, "2024年10月27日，学校组织2支团队参加威海市大学生创业大赛。")
    photo(
        document,
        contest(["威海市第九届大学生创业大赛", "项目路演　2024年10月27日"], random, (130, 24, 60)),
        "图2 2024年10月27日威海市大学生创业大赛参赛现场",
    )
    save_word(document, root / "4.8创业大赛" / "创业大赛组织情况（附照片）.docx")


def innovation(root: Path) -> None:
    document = word()
    title(document, "创新举措情况说明")
    heading(document, "一、“留威体验官”计划")
    body(
        document,
        "2024年4月起，指导站从各学院选聘30名留威体验官，走进威海园区和企业，用短视频讲述在威海工作和生活的真实体验，带动身边同学留威就业。",
    )
    heading(document, "二、校地共建“企业导师驻站日”")
    body(
        document,
        "每月第二个星期三邀请一家威海企业的人力资源负责人驻站，现场解答岗位、薪酬和落户问题，全年共邀请企业导师9人，服务毕业生310人次。",
    )
    closing(document, f"{SCHOOL}就业指导中心", "2024年11月20日")
    save_word(document, root / "创新工作情况说明.docx")
