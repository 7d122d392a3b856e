# ruff: noqa: E501 (what the papers say stands in one piece)
"""The bundle of 山东外事职业大学 (本科 and 专科): the mistakes of real submissions, each once."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from datetime import datetime
from io import BytesIO
from pathlib import Path
from random import Random
from typing import Any

import photos
import pikepdf
import posts
from browser import Browser
from forms import MOST, annex1, annex2
from office import body, closing, heading, merged_title, save_as_pdf, save_word, sheet, table, title, word, workbook
from papers import (
    LOCAL,
    OUTSIDE,
    Firm,
    at,
    certificate,
    consultation,
    contest,
    destination,
    fair,
    on_board,
    platform_export,
    training_export,
)  # fmt: skip
from people import Student, cohort, credit_code, with_check_digit
from photos import save_photo
from PIL import Image
from scans import on_desk, save_pdf, scanned
from screens import Item, poster, web_article, web_list, wechat_article, wechat_list

SCHOOL = "山东外事职业大学"
DEGREE = {"国际商学院": ["国际经济与贸易", "电子商务"], "外国语学院": ["应用英语", "应用日语"]}
COLLEGE = {"健康学院": ["护理", "婴幼儿托育服务与管理"], "航空旅游学院": ["旅游管理", "空中乘务"]}
STAFF = [
    ["董建国", "就业处", "副处长", "13800000011", "专职"], ["卢晓晴", "就业处", "干事", "13800000012", "兼职"],
    ["姜若宁", "国际商学院", "辅导员", "13800000013", "兼职"],
]  # fmt: skip
"""the liaison, 卢晓晴, is 兼职"""


def build(root: Path, browser: Browser) -> None:
    """Write the whole bundle under `root`."""
    random = Random(20240202)
    taken = {row[0] for row in STAFF}
    graduates = cohort(random, 120, 2020, "本科", DEGREE, taken) + cohort(random, 140, 2021, "专科", COLLEGE, taken)
    enrolled = [who for grade in (2021, 2022, 2023, 2024) for who in cohort(random, 100, grade, "本科", DEGREE, taken)]
    enrolled += [who for grade in (2022, 2023, 2024) for who in cohort(random, 100, grade, "专科", COLLEGE, taken)]
    forms(root)
    management(root / "一、基础管理工作")
    information(root / "二、信息采集", random, graduates, enrolled)
    publicity(root / "三、政策宣传", browser, random)
    interns(root, browser, random, graduates)
    figures(root / "四、开展各类就业创业活动", random, graduates, enrolled)
    activities(root / "四、开展各类就业创业活动", random)
    innovation(root / "五、创新举措")
    oddities(root, random)


def forms(root: Path) -> None:
    """附件2 claims full points but for 2.6; there is no 年度总结报告."""
    claims = {number: str(points) for number, points in MOST.items()} | {"2.6": "0"}
    annex2(
        root / "附件2绩效评价表.docx",
        SCHOOL,
        2024,
        claims,
        {"1": "20", "2": "17", "3": "20", "4": "35", "5": "5"},
        "97",
    )
    annex1(
        root / "附件1建站申请表.docx", SCHOOL, "威海市乳山市长江路99号", (700, 260), ("威海", "图书", "105"),
        "办公场所 25 平方米，培训场地 1 个，共 60 平方米，各类招聘活动场地 800 平方米，其他场地 无。", "共 3 人（其中专职人员 1 人，兼职人员 2 人）",
        ("卢晓晴", "13800000012"), STAFF, ["学校依托指导站做好政策宣传和岗位推荐，鼓励毕业生留在威海发展。"],
    )  # fmt: skip


def management(root: Path) -> None:
    document = word()
    title(document, "场地证明")
    body(document, "大学生就业创业服务指导站办公场所位于图书楼105室，面积18平方米，为固定办公场所，长期使用。")
    closing(document, f"{SCHOOL}资产管理处", "2024年1月15日")
    save_word(document, root / "1办公场所" / "场地证明.docx")

    document = word()
    title(document, "培训场地情况说明")
    body(document, "指导站室内培训场地为图书楼201培训教室，设座位40个，可容纳40人，就业创业培训时使用。")
    closing(document, f"{SCHOOL}就业处", "2024年1月15日")
    save_word(document, root / "2培训场地" / "培训场地说明.docx")

    document = word()
    title(document, "招聘会活动场地说明")
    body(document, "学校体育馆可举办校园招聘会，活动场地面积800平方米，可设展位50个。")
    closing(document, f"{SCHOOL}就业处", "2024年1月15日")
    save_word(document, root / "3招聘会场地" / "招聘会场地.docx")

    document = word()
    title(document, "办公设备清单")
    table(document, [["序号", "名称", "数量"], ["1", "电脑", "3"], ["2", "打印机", "1"]])
    locked = root / "4办公设备" / "设备清单.pdf"
    save_as_pdf(document, locked)
    with pikepdf.open(locked, allow_overwriting_input=True) as pdf:
        secret = pikepdf.Encryption(user="jyc2024", owner="jyc2024", R=3, aes=False, metadata=False)
        pdf.save(locked, encryption=secret, static_id=True)

    document = word()
    title(document, "指导站工作人员名单")
    table(
        document,
        [
            ["姓名", "所在部门", "职务", "联系方式", "专/兼职", "备注"],
            *[[*row, "联络员" if row[0] == "卢晓晴" else ""] for row in STAFF],
        ],
    )
    save_word(document, root / "5人员配置" / "工作人员名单.docx")

    document = word()
    title(document, "就业创业服务指导站工作制度")
    body(
        document,
        "第一条 指导站在就业处领导下开展工作。",
        "第二条 联络员负责与人社部门对接。",
        "第三条 活动材料及时归档。",
    )
    closing(document, f"{SCHOOL}就业处", "2024年1月8日")
    save_word(document, root / "6管理制度" / "工作制度.docx")
    document = word()
    title(document, "就业创业服务指导站财务管理制度")
    body(
        document,
        "第一条 经费专款专用。",
        "第二条 经费支出须经处务会研究，按学校财务规定报销。",
        "第三条 年底公开收支。",
    )
    closing(document, f"{SCHOOL}就业处", "2024年1月8日")
    save_word(document, root / "6管理制度" / "财务管理制度.pdf")

    document = word()
    title(document, "指导站2024年全年工作计划")
    table(
        document,
        [
            ["时间", "工作安排"],
            ["第一季度", "完善制度，走访企业"],
            ["第二季度", "毕业生岗位推荐"],
            ["第三季度", "未就业毕业生帮扶"],
            ["第四季度", "自查和材料整理"],
        ],
    )
    closing(document, f"{SCHOOL}就业处", "2024年1月3日")
    save_word(document, root / "7工作计划" / "2024年工作计划.docx")

    book = workbook(root / "8基础台账" / "指导站工作台账.xlsx")
    rows: list[list[Any]] = [[""], ["序号", "日期", "工作内容", "地点", "参加人数", "负责人"]]
    notes = (
        ("2024-01-16", "就业工作例会"),
        ("2024-03-12", "走访环翠区企业"),
        ("2024-06-20", "毕业生去向核查"),
        ("2024-09-25", "就业工作例会"),
        ("2024-11-14", "走访荣成企业"),
    )
    rows += [
        [index, datetime.fromisoformat(day), what, "校内" if "会" in what else "威海", 5 + index, "董建国"]
        for index, (day, what) in enumerate(notes, start=1)
    ]
    merged_title(book, sheet(book, "台账", rows, {1: 12, 2: 24}, 1), 0, 6, "指导站2024年工作台账")
    book.close()


def information(root: Path, random: Random, graduates: list[Student], enrolled: list[Student]) -> None:
    book = workbook(root / "1数据库" / "应届毕业生生源信息库.xlsx")
    rows: list[list[Any]] = [
        ["考生号", "姓名", "性别", "身份证号", "民族", "专业", "培养方式", "困难生类别", "毕业年度"]
    ]
    rows += [
        [
            f"{who.grade % 100}370098{index:06d}",
            who.name,
            who.gender,
            who.resident_id,
            "汉族",
            who.major,
            "非定向",
            "非困难生",
            "2024",
        ]
        for index, who in enumerate(graduates, start=1)
    ]
    sheet(book, "生源信息库", rows, {0: 17, 3: 21, 5: 20})
    book.close()

    book = workbook(root / "1数据库" / "在校生数据库.xlsx")
    header = ["学号", "姓名", "证件号码", "层次", "所在院系", "年级", "班级", "学籍状态"]
    for level in ("本科", "专科"):
        people = [who for who in enrolled if who.level == level]
        if level == "专科":
            wrong = people[41].resident_id
            people[41] = replace(people[41], resident_id=wrong[:17] + ("1" if wrong[17] != "1" else "2"))
        made = sheet(book, f"{level}在校生", [[""], header, *[[who.number, who.name, who.resident_id, level, who.college, str(who.grade), who.group, "在籍"] for who in people]],
                     {0: 14, 2: 21, 4: 16, 6: 14}, 1)  # fmt: skip
        merged_title(book, made, 0, len(header), f"{SCHOOL}{level}在校生数据库")
    book.close()

    book = workbook(root / "1数据库" / "应届毕业生学历信息库.xlsx")
    header = ["序号", "姓名", "证件号码", "院系", "专业名称", "学历层次", "入学日期", "毕业日期", "毕业证书编号"]
    rows = [[""], header]
    for index, who in enumerate(graduates, start=1):
        rows.append(
            [
                index,
                who.name,
                who.resident_id,
                who.college,
                who.major,
                who.level,
                f"{who.grade}0901",
                "20240628",
                f"999982024{index:08d}",
            ]
        )
    for index in range(261, 285):
        rows.append([index, "", "", "健康学院", "护理", "专科", "20210901", "20240628", ""])
    merged_title(
        book,
        sheet(book, "学历", rows, {2: 21, 3: 14, 4: 22, 8: 20}, 1),
        0,
        len(header),
        f"{SCHOOL}2024届毕业生学历信息库",
    )
    book.close()

    document = word()
    title(document, "2024届毕业生就业状况调查问卷报告")
    body(
        document,
        "本次调查面向2024届全体毕业生260人，共发放问卷260份，回收有效问卷140份，有效回收率为53.85%。",
        "从结果看，毕业生最关心薪酬和发展空间。",
    )
    closing(document, f"{SCHOOL}就业处", "2024年6月12日")
    save_word(document, root / "2信息反馈" / "调查问卷报告.docx")

    document = word()
    title(document, "毕业生就业率统计情况")
    body(document, "学校高度重视毕业生就业工作，截至统计时点，毕业生就业率为88.08%，其中升学12.31%，自主创业0.77%。")
    closing(document, f"{SCHOOL}就业处")
    save_word(document, root / "2信息反馈" / "就业率统计.docx")


def publicity(root: Path, browser: Browser, random: Random) -> None:
    account, site = f"{SCHOOL}就业服务", f"{SCHOOL}就业信息网"
    folder = root / "3.1微信推送"
    folder.mkdir(parents=True)
    shown = posts.WECHAT[:8]
    for index, item in enumerate(shown, start=1):
        wechat_article(browser, account, item, random, index % 2).save(folder / f"{index:02d}.jpg", quality=82)
    wechat_article(browser, "威海职业学院就业创业", posts.WECHAT[12], random).save(folder / "09.jpg", quality=82)
    wechat_list(
        browser, account, [posts.WECHAT_LIST[3], posts.WECHAT_LIST[5], posts.WECHAT[10], posts.WECHAT[7]], random
    ).save(folder / "列表截图.jpg", quality=84)
    folder = root / "3.2网站推送"
    folder.mkdir()
    for index, item in enumerate(posts.WEB[:2], start=1):
        web_article(browser, site, "jy.example.edu.cn", item, random, "#8c1d2f").save(
            folder / f"网页{index}.jpg", quality=82
        )
    listed = [*posts.WEB_LIST[:6], Item("山东省高校毕业生“三支一扶”招募公告", "2024-08-20"), *posts.WEB_LIST[6:13]]
    listed.sort(key=lambda item: item.day, reverse=True)
    web_list(browser, site, "jy.example.edu.cn", listed, "#8c1d2f").save(folder / "网页列表.png", optimize=True)

    flat = poster(
        browser,
        "威海市人力资源和社会保障局",
        "高校毕业生来威就业政策",
        ["生活补贴按月发放", "购房补贴一次申领", "创业补贴最高2万元"],
        "青春留威　就业有为",
        ("#5b2a86", "#c2477f"),
        random,
    )
    save_photo(
        on_board([flat], "corridor", random, "宣传栏", 2),
        root / "3.3张贴海报" / "海报张贴.jpg",
        at("2023-05-17", 14, 20),
        random,
    )

    picture = photos.SCENES["plaza"](random)
    photos.crowd(picture, random, 11, (860, 1190), 520, 0.4)
    save_photo(
        photos.camera(picture, random), root / "3.4印发宣传资料" / "发放宣传资料.jpg", at("2024-05-21", 11, 48), random
    )


def interns(root: Path, browser: Browser, random: Random, graduates: list[Student]) -> None:
    people = random.sample(graduates, 11 + 8 + 14 + 14 + 13)
    first, yantai, bare, unknown, second = people[:11], people[11:19], people[19:33], people[33:47], people[47:]
    folder = root / "四、开展各类就业创业活动" / "4.1实习证明"
    other = replace(first[4], resident_id=with_check_digit(first[4].resident_id[:14] + "731"))
    stranger = cohort(random, 1, 2021, "专科", COLLEGE, {who.name for who in graduates})[0]
    stranger = replace(stranger, number="20212049999")
    spring, words = "2024.03.04-2024.06.07", "2024年3月4日至2024年6月7日"
    for name, firm, group, seal in (
        ("实习证明1", LOCAL[0], [*first[:4], other, *first[5:], stranger], None),
        ("实习证明2", OUTSIDE[1], yantai, None),
        ("实习证明3", LOCAL[4], bare, ""),
    ):  # fmt: skip
        sheet_ = certificate(
            browser,
            SCHOOL,
            firm,
            group,
            spring,
            words,
            "2024年6月11日",
            random,
            seal,
            firm.place if firm is OUTSIDE[1] else "",
        )
        save_pdf([scanned(sheet_, random)], folder / f"{name}.pdf")
    firm = Firm("星辰智造科技有限公司", "", credit_code(400, "379999"))
    sheet_ = certificate(
        browser, SCHOOL, firm, unknown, "2024.04.01-2024.06.14", "2024年4月1日至2024年6月14日", "2024年6月17日", random
    )
    save_photo(on_desk(sheet_, random), folder / "实习证明4.jpg", at("2024-06-18", 9, 5), random, quality=84)

    sheet_ = certificate(
        browser,
        SCHOOL,
        LOCAL[5],
        [*second, first[2]],
        "2024.07.01-2024.08.30",
        "2024年7月1日至2024年8月30日",
        "2024年9月2日",
        random,
    )
    kept = root / "kept.pdf"
    save_pdf([scanned(sheet_, random)], kept)
    with zipfile.ZipFile(root / "补充材料.zip", "w") as archive:
        archive.writestr(
            zipfile.ZipInfo("实习证明5.pdf", (2024, 11, 25, 9, 0, 0)), kept.read_bytes(), zipfile.ZIP_DEFLATED
        )
        archive.writestr(
            zipfile.ZipInfo("../../说明.txt", (2024, 11, 25, 9, 0, 0)), "补充材料说明".encode(), zipfile.ZIP_DEFLATED
        )
    kept.unlink()


def figures(root: Path, random: Random, graduates: list[Student], enrolled: list[Student]) -> None:
    registered = [(who, SCHOOL, "2024-06") for who in random.sample(graduates, 190)]
    platform_export(root / "4.2平台注册" / "平台注册导出.xlsx", registered, random)

    header = ["序号", "学生学号", "姓名", "公民身份号码", "学院", "学历", "毕业去向类型", "就业单位名称", "单位所在地"]
    rows: list[list[Any]] = [[""], header]
    order = {who.number: destination(index + 2, 67, 190, 32) for index, who in enumerate(random.sample(graduates, 260))}
    for index, who in enumerate(graduates, start=1):
        what, firm = order[who.number]
        rows.append(
            [
                index,
                who.number,
                who.name,
                who.resident_id,
                who.college,
                who.level,
                what,
                firm.name if firm else "",
                firm.place if firm else "",
            ]
        )
    rows.append(["合计", "260人"])
    book = workbook(root / "4.3留威率" / "2024届毕业生花名册.xlsx")
    merged_title(
        book,
        sheet(book, "花名册", rows, {1: 14, 3: 21, 4: 16, 6: 20, 7: 28, 8: 28}, 1),
        0,
        len(header),
        f"{SCHOOL}2024届毕业生花名册",
    )
    book.close()

    degree = [who for who in enrolled if who.level == "本科"]
    college = [who for who in enrolled if who.level == "专科"]
    trained = [(who, SCHOOL) for who in [*random.sample(degree, 84), *random.sample(college, 75)]]
    training_export(root / "4.6创业培训" / "创业培训查询结果.xlsx", trained, random)


def activities(root: Path, random: Random) -> None:
    folder = root / "4.4校园招聘会"
    fairs = (
        ("2024-03-22", "春季综合类校园招聘会", "plaza", 1), ("2024-04-12", "护理与健康类专场招聘会", "hall", 3), ("2024-05-10", "外贸外语人才双选会", "corridor", 2),
        ("2024-10-11", "航空旅游企业供需见面会", "hall", 0), ("2024-11-15", "冬季留威专场招聘会", "corridor", 0),
    )  # fmt: skip
    signs = [
        ["百货商贸", "蓝湾文旅", "海纳", "鲁岸", "金泽"],
        ["康养中心", "青禾生物", "爱心护理", "恒康"],
        ["外贸集团", "跨境电商", "顺达"],
        ["海岛旅游", "航空地服", "蓝湾文旅", "空港酒店"],
        ["澜栖", "恒启", "青禾", "金泽", "海纳"],
    ]
    grounds = [(24, 70, 150), (200, 22, 30), (20, 110, 96), (224, 120, 20), (150, 24, 90)]
    made = []
    for index, (day, name, scene, layout) in enumerate(fairs):
        year, month, date = day.split("-")
        picture = fair(
            scene,
            [f"{SCHOOL}{name}", f"{year}年{int(month)}月{int(date)}日"],
            signs[index],
            random,
            layout,
            grounds[index],
            (255, 255, 255),
        )
        made.append(picture)
        save_photo(picture, folder / f"{index + 1}.{name}.jpg", at(day, 9 + index % 2, 20 + index), random)
    again = made[1].crop((64, 40, 1556, 1150)).resize((1120, 833), Image.Resampling.LANCZOS)
    save_photo(again, folder / "6.招聘会现场.jpg", None, random, quality=58)

    folder = root / "4.5公共招聘会"
    document = word()
    title(document, "关于组织毕业生参加威海市高校毕业生公共就业服务招聘会的通知")
    body(
        document,
        "各学院：",
        "威海市公共就业和人才服务中心定于2024年4月20日在乳山市体育馆举办高校毕业生公共就业服务招聘会，请组织2024届毕业生参加。",
    )
    closing(document, f"{SCHOOL}就业处", "2024年4月15日")
    save_word(document, folder / "通知.docx")
    (folder / "通知_副本.docx").write_bytes((folder / "通知.docx").read_bytes())
    save_photo(
        contest(["第九届威海市大学生创业大赛", "项目路演"], random, (24, 96, 110)),
        folder / "IMG_20241027_0930.jpg",
        at("2024-10-27", 9, 30),
        random,
    )

    folder = root / "4.7就业指导咨询"
    one = consultation("就业创业指导咨询室", "一对一指导", random)
    save_photo(one, folder / "咨询现场1.jpg", at("2024-05-15", 15, 12), random)
    two = consultation("毕业生就业指导咨询活动", "2024年4月24日", random)
    save_photo(two, folder / "咨询现场2.jpg", at("2024-03-20", 10, 40), random)

    folder = root / "4.8创业大赛"
    save_photo(contest([f"{SCHOOL}", "大学生创新创业大赛校内选拔赛"], random, (120, 30, 40)), folder / "大赛现场.jpg", at("2024-06-05", 14, 30), random,
               software="Adobe Photoshop 25.0 (Windows)")  # fmt: skip
    save_photo(one.resize((1000, 750), Image.Resampling.LANCZOS), folder / "辅导.jpg", None, random, quality=66)


def innovation(root: Path) -> None:
    document = word()
    title(document, "创新性工作情况说明")
    heading(document, "一、“带着父母看威海”活动")
    body(
        document,
        "2024年5月，指导站邀请外地毕业生和家长走进威海的园区、企业和社区，让家长放心孩子留在威海工作，活动覆盖毕业生46人。",
    )
    closing(document, f"{SCHOOL}就业处", "2024年11月18日")
    save_word(document, root / "创新工作说明.docx")


def oddities(root: Path, random: Random) -> None:
    """Files that no cell can use."""
    picture = photos.SCENES["plaza"](random)
    save_photo(photos.camera(picture, random), root / "IMG_20240901_070203.jpg", at("2024-09-01", 7, 2), random)
    (root / "新建 Microsoft Word 文档.docx").write_bytes(b"")
    noise = photos.noise_of(random).integers(0, 256, 24_000, dtype="uint8").tobytes()
    (root / "宣传片.mp4").write_bytes(
        b"\x00\x00\x00\x20ftypisom\x00\x00\x02\x00isomiso2avc1mp41\x00\x00\x5d\xc8mdat" + noise
    )
    inner = "压缩包里的压缩包".encode()
    for name in ("说明.txt", "4.zip", "3.zip", "2.zip"):
        buffer = BytesIO()
        with zipfile.ZipFile(buffer, "w") as archive:
            archive.writestr(zipfile.ZipInfo(name, (2024, 11, 25, 9, 0, 0)), inner, zipfile.ZIP_DEFLATED)
        inner = buffer.getvalue()
    (root / "打包.zip").write_bytes(inner)
