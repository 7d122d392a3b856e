# ruff: noqa: E501 (what the papers say stands in one piece)
"""Papers that both bundles hold: rosters, exports, internship certificates, scenes of fairs and consultations."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from random import Random

import photos
from browser import Browser
from office import merged_title, sheet, workbook
from people import Student, credit_code
from PIL import Image, ImageDraw
from scans import grid, paper, seal_mark


@dataclass(frozen=True, slots=True)
class Firm:
    name: str
    place: str
    code: str


LOCAL = tuple(
    Firm(name, place, credit_code(index + 1))
    for index, (name, place) in enumerate((
        ("威海澜栖海洋科技有限公司", "山东省威海市环翠区"), ("荣成鲁岸水产食品有限公司", "山东省威海市荣成市"),
        ("威海金泽微电子有限公司", "山东省威海市火炬高技术产业开发区"), ("威海海纳港航物流有限公司", "山东省威海市经济技术开发区"),
        ("文登恒启机械制造有限公司", "山东省威海市文登区"), ("乳山青禾生物制品有限公司", "山东省威海市乳山市"),
    ))
)  # fmt: skip
OUTSIDE = tuple(
    Firm(name, place, credit_code(index + 101, "370199"))
    for index, (name, place) in enumerate((
        ("青岛启帆软件有限公司", "山东省青岛市黄岛区"), ("烟台岚桥装备有限公司", "山东省烟台市福山区"),
        ("济南云程信息技术有限公司", "山东省济南市历下区"), ("潍坊正衡动力有限公司", "山东省潍坊市奎文区"),
        ("苏州锐科自动化有限公司", "江苏省苏州市昆山市"), ("北京远景数据服务有限公司", "北京市海淀区"),
    ))
)  # fmt: skip


def destination(index: int, local: int, work: int, study: int) -> tuple[str, Firm | None]:
    """What became of graduate `index`: the first `local` work in Weihai, up to `work` elsewhere, then study, then none."""
    if index < 2:
        return "自主创业", Firm(
            f"威海{'拾光' if index == 0 else '沐川'}创意工作室", "山东省威海市环翠区", credit_code(300 + index)
        )
    if index < local:
        return ("签就业协议形式就业" if index % 3 else "签劳动合同形式就业"), LOCAL[index % len(LOCAL)]
    if index < work:
        return ("签就业协议形式就业" if index % 2 else "签劳动合同形式就业"), OUTSIDE[index % len(OUTSIDE)]
    return ("境内升学", None) if index < work + study else ("待就业", None)


CODES = [
    ["去向代码", "毕业去向"],
    ["10", "签就业协议形式就业"],
    ["11", "签劳动合同形式就业"],
    ["75", "自主创业"],
    ["80", "境内升学"],
    ["70", "待就业"],
]


def destinations_roster(
    path: Path, school: str, year: int, people: list[tuple[Student, str, Firm | None]], when: str
) -> None:
    """花名册 with merged titles, a 合计 row, the maker's line and a dictionary sheet."""
    header = [
        "序号",
        "学号",
        "姓名",
        "性别",
        "身份证号",
        "学院",
        "专业",
        "学历层次",
        "毕业去向",
        "单位名称",
        "统一社会信用代码",
        "单位所在地",
        "联系电话",
    ]
    rows: list[list[object]] = [[""], [f"填报单位：{school}就业指导中心　　填报日期：{when}"], [*header]]
    for index, (who, what, firm) in enumerate(people, start=1):
        name = f"{who.name[0]}　{who.name[1]}" if len(who.name) == 2 and index % 2 else who.name
        rows.append([index, who.number, name, who.gender, who.resident_id, who.college, who.major, who.level, what,
                     firm.name if firm else "", firm.code if firm else "", firm.place if firm else "", f"1380000{index:04d}"])  # fmt: skip
    rows.append(["合计", f"{len(people)}人"])
    rows.append(["制表人：周海", "", "审核人：陈立"])
    book = workbook(path)
    made = sheet(book, f"{year}届花名册", rows, {1: 14, 4: 21, 5: 16, 6: 18, 8: 18, 9: 28, 10: 21, 11: 26, 12: 13}, 2)
    merged_title(book, made, 0, len(header), f"{school}{year}届毕业生就业去向花名册")
    sheet(book, "代码表", [list(row) for row in CODES])
    book.close()


def origins_roster(path: Path, people: list[Student], year: int) -> None:
    header = [
        "考生号",
        "姓名",
        "性别",
        "身份证号",
        "学号",
        "学历",
        "专业",
        "培养方式",
        "生源所在地",
        "困难生类别",
        "毕业年度",
    ]
    rows = [header] + [
        [f"{who.grade % 100}370099{index:06d}", who.name, who.gender, who.resident_id, who.number, f"{who.level}生毕业", who.major, "非定向", who.origin,
         "非困难生" if index % 9 else "家庭经济困难", str(year)] for index, who in enumerate(people, start=1)
    ]  # fmt: skip
    book = workbook(path)
    sheet(book, "生源信息", [list(row) for row in rows], {0: 17, 3: 21, 4: 14, 6: 18, 8: 24})
    book.close()


def degrees_roster(path: Path, people: list[Student], year: int, title: str) -> None:
    header = [
        "序号",
        "姓名",
        "证件号码",
        "院系",
        "专业名称",
        "学历层次",
        "学制",
        "入学日期",
        "毕业日期",
        "毕业证书编号",
        "学位",
    ]
    rows: list[list[object]] = [[""], [*header]]
    for index, who in enumerate(people, start=1):
        years = 4 if who.level == "本科" else 3
        rows.append([index, who.name, who.resident_id, who.college, who.major, who.level, str(years), f"{year - years}0901", f"{year}0628",
                     f"99999{year}{'05' if years == 4 else '06'}{index:06d}", "学士" if years == 4 else "无"])  # fmt: skip
    book = workbook(path)
    made = sheet(book, "学历信息", rows, {2: 21, 3: 16, 4: 18, 9: 22}, 1)
    merged_title(book, made, 0, len(header), title)
    book.close()


def platform_export(path: Path, people: list[tuple[Student, str, str]], random: Random) -> None:
    """Registered people with the school and the date of leaving that they filled in."""
    header = [
        "序号",
        "用户姓名",
        "证件号码",
        "手机号码",
        "注册时间",
        "教育经历-毕业院校",
        "教育经历-学历",
        "教育经历-毕业时间",
        "账号状态",
    ]
    rows: list[list[object]] = [
        ["威海市就业服务平台 注册用户查询结果导出"],
        ["导出时间：2024-11-20 10:12　筛选条件：教育经历-毕业院校"],
        [*header],
    ]
    for index, (who, school, left) in enumerate(people, start=1):
        day = f"2024-{random.randint(1, 11):02d}-{random.randint(1, 28):02d} {random.randint(8, 22):02d}:{random.randint(10, 59)}"
        rows.append([index, who.name, who.resident_id, f"1390000{index:04d}", day, school, who.level, left, "正常"])
    book = workbook(path)
    sheet(book, "Sheet1", rows, {2: 21, 3: 13, 4: 18, 5: 24, 7: 16}, 2)
    book.close()


def training_export(path: Path, people: list[tuple[Student, str]], random: Random) -> None:
    """创业培训 as the province's system gives it."""
    header = [
        "序号",
        "姓名",
        "公民身份号码",
        "就读院校",
        "学历层次",
        "培训类型",
        "班次名称",
        "培训机构",
        "开班日期",
        "结业日期",
        "证书编号",
    ]
    rows: list[list[object]] = [
        ["山东省公共就业人才信息系统－创业培训学员信息查询"],
        ["查询日期：2024-11-22"],
        [*header],
    ]
    for index, (who, school) in enumerate(people, start=1):
        course = index // 38
        start = f"2024-{3 + course:02d}-{5 + course:02d}"
        rows.append([index, who.name, who.resident_id, school, who.level, "SYB" if course % 2 else "GYB", f"2024年第{course + 1}期创业培训班",
                     "威海启航职业培训学校", start, f"2024-{3 + course:02d}-{15 + course:02d}", f"CY2024{index:05d}"])  # fmt: skip
    book = workbook(path)
    sheet(book, "查询结果", rows, {2: 21, 3: 22, 6: 22, 7: 22, 8: 12, 9: 12, 10: 14}, 2)
    book.close()


def intern_rows(people: list[Student], span: str, role: str = "") -> list[list[str]]:
    jobs = ("生产管理", "质量检验", "研发助理", "仓储调度", "行政助理", "工艺员")
    return [
        [str(index), who.name, who.gender, who.number, who.resident_id, who.major, role or jobs[index % 6], span]
        for index, who in enumerate(people, start=1)
    ]


HEADER = ["序号", "姓名", "性别", "学号", "身份证号", "专业", "实习岗位", "实习起止时间"]
NARROW = "<style>body{padding:56px 46px 40px!important}td,th{font-size:13.5px;white-space:nowrap;padding:2.5px 4px!important}</style>"


def certificate(browser: Browser, school: str, firm: Firm, people: list[Student], span: str, words: str, day: str, random: Random,
                seal: str | None = None, address: str = "") -> Image.Image:  # fmt: skip
    """A collective certificate on one sheet; `seal` is the seal's text, '' for none, the firm's name when None."""
    mark = "" if seal == "" else seal_mark(seal or firm.name)
    where = f"<p>单位地址：{address}</p>" if address else ""
    table = grid(HEADER, intern_rows(people, span))
    return paper(
        browser,
        f"{NARROW}<h1>实习证明</h1><p class=flat>{school}：</p><p>兹证明贵校以下{len(people)}名2024届毕业生于{words}在我单位实习，实习期间遵守规章制度，"
        f"表现良好。名单如下：</p>{table}{where}<p>特此证明。</p><p class=right>实习单位（盖章）：{firm.name}{mark}</p><p class=right>{day}</p>",
        random,
    )


def fair(scene: str, lines: list[str], signs: list[str], random: Random, layout: int, ground: tuple[int, int, int] = (200, 22, 30),
         ink: tuple[int, int, int] = (255, 240, 120)) -> Image.Image:  # fmt: skip
    """A campus fair: the scene, a banner with `lines`, booths and people; `layout` 0…3 moves things about."""
    picture = photos.SCENES[scene](random)
    tall = 120 * len(lines)
    flat = photos.banner(lines, 1500, tall, random, ground, ink)
    top, height = (150, 90 * len(lines)) if layout % 2 == 0 else (60, 84 * len(lines))
    if layout == 2:
        quad = [(60.0, top + 70.0), (1130.0, top - 10.0), (1130.0, top + height - 30.0), (60.0, top + height + 90.0)]
    elif layout == 3:
        quad = [(430.0, top), (1560.0, top + 60.0), (1560.0, top + height + 80.0), (430.0, top + height - 10.0)]
    else:
        quad = [(90.0, top + 20.0), (1510.0, top), (1510.0, top + height), (90.0, top + height + 24.0)]
    picture = photos.lay(picture, flat, quad)
    photos.booths(
        picture,
        random,
        (700, 640, 780, 740)[layout],
        signs,
        ((176, 28, 36), (30, 70, 140), (190, 150, 40), (40, 110, 80))[layout],
    )
    photos.crowd(
        picture,
        random,
        (24, 14, 9, 32)[layout],
        (830, 1190),
        (400, 460, 560, 340)[layout],
        (0.7, 0.3, 0.5, 0.9)[layout],
    )
    return photos.camera(picture, random)


def on_board(posters: list[Image.Image], scene: str, random: Random, head: str, people: int) -> Image.Image:
    """Posters on a notice board, one or two of them."""
    picture = photos.SCENES[scene](random)
    draw = ImageDraw.Draw(picture)
    draw.rectangle((180, 60, 1420, 1010), fill=(92, 100, 110), outline=(60, 64, 70), width=12)
    draw.rectangle((210, 160, 1390, 985), fill=(222, 224, 220))
    draw.text((800, 112), head, fill=(240, 240, 240), font=photos.font(54, photos.SANS), anchor="mm")
    step = 1180 / len(posters)
    for index, flat in enumerate(posters):
        left = 210 + index * step + (step - 520) / 2
        jitter = [random.uniform(-9, 9) for _ in range(8)]
        quad = [
            (left + jitter[0], 195 + jitter[1]),
            (left + 520 + jitter[2], 195 + jitter[3]),
            (left + 520 + jitter[4], 938 + jitter[5]),
            (left + jitter[6], 938 + jitter[7]),
        ]
        picture = photos.lay(picture, flat, quad, 5)
    for _ in range(people):
        photos.person(picture, random.choice((90, 1500)) + random.uniform(-40, 40), 1190, 720, random, True)
    return photos.camera(picture, random, 2.0)


def handing_out(lines: list[str], leaflets: Image.Image, scene: str, random: Random) -> Image.Image:
    """A table with leaflets, a banner behind, people before and behind the table."""
    picture = photos.SCENES[scene](random)
    picture = photos.lay(
        picture,
        photos.banner(lines, 1300, 130 * len(lines), random),
        [(150, 150), (1440, 175), (1440, 175 + 100 * len(lines)), (150, 165 + 110 * len(lines))],
    )
    photos.crowd(picture, random, 5, (860, 900), 440, 0.0)
    draw = ImageDraw.Draw(picture)
    draw.polygon([(180, 800), (1420, 790), (1500, 930), (110, 940)], fill=(182, 30, 38))
    draw.polygon([(110, 940), (1500, 930), (1490, 1150), (120, 1160)], fill=(146, 22, 30))
    for index in range(7):
        x = 240 + index * 165 + random.uniform(-12, 12)
        picture = photos.lay(picture, leaflets, [(x, 815), (x + 92, 813), (x + 110, 915), (x - 8, 918)], 3)
    photos.crowd(picture, random, 4, (1120, 1195), 620, 1.0)
    return photos.camera(picture, random)


def consultation(sign: str, small: str, random: Random) -> Image.Image:
    """A room with a sign, a desk, an adviser and a student."""
    picture = photos.SCENES["office"](random)
    flat = photos.banner([sign, small] if small else [sign], 1000, 230, random, (24, 78, 150), (255, 255, 255))
    x = random.choice((480, 340))
    picture = photos.lay(picture, flat, [(x, 120), (x + 690, 128), (x + 690, 300), (x, 292)], 4)
    photos.person(picture, 600 + random.uniform(-60, 60), 1010, 600, random, False)
    if random.random() < 0.6:
        photos.person(picture, 800, 1005, 590, random, False)
    draw = ImageDraw.Draw(picture)
    y = random.randint(790, 850)
    draw.polygon([(330, y), (1270, y), (1340, y + 110), (260, y + 110)], fill=(196, 160, 118))
    draw.rectangle((260, y + 110, 1340, 1130), fill=(168, 130, 90))
    draw.rectangle((860, y - 120, 1040, y + 10), fill=(40, 42, 46))
    draw.polygon([(500, y + 30), (610, y + 30), (620, y + 80), (490, y + 80)], fill=(248, 248, 246))
    photos.person(picture, 1120 + random.uniform(-80, 90), 1195, 660, random, True)
    return photos.camera(picture, random)


def contest(lines: list[str], random: Random, ground: tuple[int, int, int]) -> Image.Image:
    """A contest on a stage: a big screen with `lines`, a speaker, heads of the audience."""
    picture = photos.SCENES["stage"](random)
    flat = photos.banner(lines, 1100, 520, random, ground, (255, 255, 255))
    left = random.randint(180, 320)
    picture = photos.lay(picture, flat, [(left, 130), (left + 1100, 140), (left + 1100, 640), (left, 650)], 2)
    photos.person(picture, random.choice((250, 1380)), 860, 330, random, False)
    draw = ImageDraw.Draw(picture)
    for row in range(3):
        for seat in range(9 + row):
            x = seat * 180 - row * 50 + random.uniform(-14, 14)
            y = 960 + row * 95
            draw.ellipse((x, y - 70, x + 74, y + 20), fill=random.choice(((22, 18, 18), (40, 30, 26), (14, 14, 16))))
            draw.rounded_rectangle(
                (x - 40, y + 6, x + 114, y + 140),
                40,
                fill=tuple(int(part * 0.5) for part in random.choice(photos.CLOTHES)),
            )
    return photos.camera(picture, random)


def at(day: str, hour: int = 9, minute: int = 32) -> datetime:
    """A moment of an ISO day."""
    return datetime.fromisoformat(f"{day}T{hour:02d}:{minute:02d}:07")
