"""Pictures with known text, drawn from a seed: papers, screens, banners, and what phones and scanners do to them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from random import Random

from PIL import Image, ImageDraw, ImageFont

FONTS = (
    *(
        "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
        "/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc",
    ),
    *("/usr/share/fonts/opentype/noto/NotoSansCJK-Bold.ttc", "/usr/share/fonts/opentype/noto/NotoSerifCJK-Bold.ttc"),
    *("C:/Windows/Fonts/simsun.ttc", "C:/Windows/Fonts/simhei.ttf", "C:/Windows/Fonts/msyh.ttc"),
)
PEOPLE = (
    "王小明",
    "李晓红",
    "张伟强",
    "刘思远",
    "陈佳宁",
    "赵一鸣",
    "孙雨桐",
    "周文博",
    "吴静怡",
    "郑子涵",
    "于海洋",
    "丛建国",
)
FIRMS = (
    "威海海诺电子有限公司",
    "文登华晟机械厂",
    "荣成远帆食品股份有限公司",
    "乳山市银滩旅游开发公司",
    "环翠区启航教育中心",
)
SCHOOLS = ("威海滨海学院", "山东海岳大学", "荣成职业技术学院", "文登理工学校")
JOBS = ("软件测试", "机械设计", "行政助理", "质量检验", "市场推广", "会计出纳", "数控操作", "幼儿教育")
SENTENCES = (
    "为促进高校毕业生留威就业，现将有关事项通知如下",
    "请各单位高度重视，按时组织毕业生参加本次活动",
    "参会企业须提供营业执照副本和岗位需求表一份",
    "学校就业指导中心负责场地布置与现场秩序维护",
    "毕业生可凭身份证和学生证免费入场应聘",
    "本次招聘会共设展位86个，提供岗位1250余个",
    "来威就业的毕业生可以申领租房补贴和购房补贴",
    "咨询电话由服务指导站在工作日统一受理登记",
    "对离校未就业毕业生开展一对一的跟踪帮扶服务",
    "创业担保贷款最高额度三十万元，期限不超过三年",
    "实习期间应遵守单位的安全制度和劳动纪律",
    "宣讲内容包括人才政策、社会保险和劳动合同",
)
TITLES = (
    "关于举办春季校园招聘会的通知",
    "来威就业补贴申领指南",
    "大学生创业大赛决赛圆满结束",
    "就业政策进校园宣讲活动侧记",
    "毕业生档案转递常见问题解答",
    "名企探访：走进威海智能制造",
    "职业生涯规划讲座顺利举行",
    "人才政策二十条重磅发布",
)


@dataclass(frozen=True, slots=True)
class Drawn:
    """A picture and what stands on it, in reading order."""

    image: Image.Image
    lines: tuple[str, ...]


@cache
def font(size: int, face: int = 0) -> ImageFont.FreeTypeFont:
    """A font with Chinese; the first that is installed when the asked one is not."""
    there = [path for path in FONTS if Path(path).is_file()]
    if not there:
        raise SystemExit("no Chinese font is installed: apt-get install fonts-noto-cjk")
    return ImageFont.truetype(there[face % len(there)], size)


class Sheet:
    """A canvas that remembers what was written on it."""

    def __init__(self, size: tuple[int, int], colour: str = "white", face: int = 0) -> None:
        self.image = Image.new("RGB", size, colour)
        self.draw = ImageDraw.Draw(self.image)
        self.lines: list[str] = []
        self.face = face

    def write(
        self, at: tuple[int, int], text: str, size: int, colour: str = "#222", centred: bool = False, bold: bool = False
    ) -> int:
        """Write a line at its top left (or top middle); its right edge."""
        chosen = font(size, self.face + 2 * bold)
        width = round(chosen.getlength(text))
        left = at[0] - width // 2 if centred else at[0]
        self.draw.text((left, at[1]), text, colour, chosen)
        self.lines.append(text)
        return left + width

    def drawn(self) -> Drawn:
        return Drawn(self.image, tuple(self.lines))


def day(random: Random, styles: str = "年-.") -> str:
    """A day as papers write it."""
    one = date(2021, 1, 1) + timedelta(days=random.randrange(1800))
    style = random.choice(styles)
    if style == "年":
        return f"{one.year}年{one.month}月{one.day}日"
    return one.strftime(f"%Y{style}%m{style}%d")


def notice(random: Random) -> Drawn:
    size = random.choice((30, 34, 38))
    sheet = Sheet((1240, 1754), "white", random.randrange(2))
    school = random.choice(SCHOOLS)
    sheet.write((620, 120), f"{school}文件", 64, "#c8161d", True, True)
    sheet.draw.line((110, 230, 1130, 230), "#c8161d", 4)
    sheet.write((620, 290), random.choice(TITLES), 46, "#111", True, True)
    y = 400
    for sentence in random.sample(SENTENCES, random.randint(6, 11)):
        sheet.write((130, y), f"{sentence}。"[: 980 // size], size)
        y += round(size * 1.9)
    sheet.write((130, y), f"活动时间：{day(random)}", size)
    sheet.write((760, y + 120), school, size)
    sheet.write((760, y + 190), day(random, "年"), size)
    return sheet.drawn()


def certificate(random: Random) -> Drawn:
    sheet = Sheet((1240, 900 + random.randrange(500)), random.choice(("white", "#fbf8ef")), random.randrange(2))
    sheet.write((620, 130), random.choice(("实习证明", "就业证明", "在职证明", "实践鉴定")), 60, "#111", True, True)
    size = random.choice((30, 34))
    firm, person = random.choice(FIRMS), random.choice(PEOPLE)
    rows = [
        f"兹证明{random.choice(SCHOOLS)}学生{person}",
        f"自{day(random, '年')}起至{day(random, '年')}止",
        f"在我单位从事{random.choice(JOBS)}岗位工作。",
        f"{random.choice(SENTENCES)}。",
        "工作认真负责，表现良好，特此证明。",
    ]
    for index, row in enumerate(rows):
        sheet.write((160, 270 + index * 66), row, size)
    sheet.write((720, 660), firm, size)
    sheet.write((720, 730), day(random), size)
    return sheet.drawn()


def roster(random: Random) -> Drawn:
    size = random.choice((22, 26, 30))
    step = size * 2
    rows = random.randint(12, 24)
    sheet = Sheet((1400, 220 + step * (rows + 1)), "white", random.randrange(2))
    sheet.write((700, 60), f"{random.choice(SCHOOLS)}毕业生就业情况统计表", 42, "#111", True, True)
    edges = (60, 150, 330, 560, 1060, 1340)
    for index, name in enumerate(("序号", "姓名", "岗位", "就业单位", "签约日期")):
        sheet.write((edges[index] + 10, 160 + size // 2), name, size, "#111", bold=True)
    for row in range(rows):
        y = 160 + step * (row + 1) + size // 2
        cells = (str(row + 1), random.choice(PEOPLE), random.choice(JOBS), random.choice(FIRMS), day(random, "-."))
        for index, cell in enumerate(cells):
            sheet.write((edges[index] + 10, y), cell, size)
    for row in range(rows + 2):
        sheet.draw.line((edges[0], 160 + step * row, edges[-1], 160 + step * row), "#333", 2)
    for edge in edges:
        sheet.draw.line((edge, 160, edge, 160 + step * (rows + 1)), "#333", 2)
    return sheet.drawn()


def form(random: Random) -> Drawn:
    sheet = Sheet((1100, 1000), "white", random.randrange(2))
    sheet.write((550, 70), random.choice(("就业协议书", "劳动合同信息表", "学生实习登记表")), 48, "#111", True, True)
    size = random.choice((26, 30))
    pairs = (
        *(("姓名", random.choice(PEOPLE)), ("学校", random.choice(SCHOOLS)), ("岗位", random.choice(JOBS))),
        *(("单位", random.choice(FIRMS)), ("开始日期", day(random)), ("结束日期", day(random))),
    )
    for index, (label, value) in enumerate(pairs):
        y = 200 + index * 84
        sheet.draw.rectangle((80, y, 1020, y + 84), None, "#444", 2)
        sheet.draw.line((330, y, 330, y + 84), "#444", 2)
        sheet.write((110, y + 24), label, size)
        sheet.write((360, y + 24), value, size)
    sheet.write((110, 760), f"备注：{random.choice(SENTENCES)}", size)
    return sheet.drawn()


def article(random: Random) -> Drawn:
    sheet = Sheet((1080, 1920))
    sheet.write((60, 150), random.choice(TITLES), 62, "#111", bold=True)
    right = sheet.write((60, 270), f"{random.choice(SCHOOLS)}就业", 40, "#576b95")
    sheet.write((right + 50, 270), day(random, "年-"), 40, "#999")
    y = 400
    if random.random() < 0.6:
        sheet.draw.rectangle((60, y, 1020, y + 420), random.choice(("#2b6cb0", "#1e7b5a", "#7a4fa3")))
        sheet.write((540, y + 160), random.choice(("就业有路", "青春留威", "政策直通车")), 84, "white", True, True)
        y += 500
    while y < 1800:
        text = random.choice(SENTENCES)
        sheet.write((60, y), text[:20], 46)
        y += 86 if random.random() < 0.7 else 140
    return sheet.drawn()


def listing(random: Random, height: int = 1920) -> Drawn:
    sheet = Sheet((1080, height), "#ededed")
    sheet.write((60, 100), f"{random.choice(SCHOOLS)}就业", 60, "#111", bold=True)
    y = 260
    while y < height - 300:
        sheet.write((60, y), day(random, "年"), 38, "#888")
        sheet.draw.rectangle((0, y + 70, 1080, y + 250), "white")
        sheet.write((60, y + 95), random.choice(TITLES), 46)
        sheet.write((60, y + 175), f"阅读 {random.randint(50, 900)}", 34, "#aaa")
        sheet.draw.rectangle((880, y + 90, 1020, y + 230), random.choice(("#2b6cb0", "#b9770e", "#7a4fa3")))
        y += 280
    return sheet.drawn()


def website(random: Random) -> Drawn:
    sheet = Sheet((1440, 960))
    sheet.draw.rectangle((0, 0, 1440, 120), random.choice(("#1f5fa8", "#8a1c1c", "#1e7b5a")))
    sheet.write((90, 32), f"{random.choice(SCHOOLS)}就业信息网", 46, "white", bold=True)
    sheet.write((90, 150), "当前位置：首页 > 通知公告 > 正文", 20, "#777")
    sheet.write((720, 210), random.choice(TITLES), 34, "#111", True, True)
    sheet.write((720, 280), f"发布时间：{day(random, '-年')}", 20, "#888", True)
    y = 340
    for sentence in random.sample(SENTENCES, random.randint(7, 12)):
        sheet.write((130, y), f"{sentence}。", random.choice((20, 22)))
        y += 46
    return sheet.drawn()


def chat(random: Random) -> Drawn:
    sheet = Sheet((1080, 1920), "#ededed")
    sheet.write((540, 90), f"{random.choice(PEOPLE)}老师", 48, "#111", True)
    y = 220
    for turn in range(random.randint(7, 10)):
        text = day(random, "年") if turn % 4 == 0 else random.choice(SENTENCES)[:17]
        if turn % 4 == 0:
            sheet.write((540, y), text, 32, "#999", True)
            y += 90
            continue
        mine = random.random() < 0.5
        width = round(font(42).getlength(text)) + 60
        left = 1040 - width - 120 if mine else 160
        sheet.draw.rounded_rectangle((left, y, left + width, y + 100), 16, "#95ec69" if mine else "white")
        sheet.write((left + 30, y + 20), text, 42)
        y += 150
    return sheet.drawn()


def banner(random: Random) -> Drawn:
    """A hall with a red banner and a table card, as a photo shows it."""
    sheet = Sheet((1600, 1200), random.choice(("#7d8a93", "#a79f92", "#5f6d5c")))
    _scene(random, sheet)
    top = random.randint(120, 300)
    sheet.draw.rectangle((80, top, 1520, top + 170), "#c4161c")
    text = f"{random.choice(SCHOOLS)}{random.choice(('春季双选会', '秋季招聘会', '就业政策宣讲会', '创业大赛'))}"
    sheet.write((800, top + 38), text, 74, random.choice(("white", "#ffe94a")), True, True)
    sheet.draw.rectangle((560, 760, 1060, 900), "white")
    sheet.write((810, 785), random.choice(("咨询台", "签到处", "就业服务站")), 60, "#111", True)
    sheet.write((1130, 1120), day(random, "-."), 44, "#ffb000")
    return sheet.drawn()


def poster(random: Random) -> Drawn:
    sheet = Sheet((1000, 1500), random.choice(("#b3121a", "#12407a", "#c4161c")), random.randrange(2))
    ink = random.choice(("white", "#ffe9a8"))
    title = random.choice(TITLES)
    for index in range(0, len(title), 7):
        sheet.write((500, 160 + index * 18), title[index : index + 7], 104, ink, True, True)
    sheet.write((500, 640), f"时间：{day(random, '年')}", 48, ink, True)
    sheet.write((500, 730), f"地点：{random.choice(SCHOOLS)}体育馆", 48, ink, True)
    for index, sentence in enumerate(random.sample(SENTENCES, 4)):
        sheet.write((500, 880 + index * 90), sentence[:20], 40, ink, True)
    return sheet.drawn()


def upright_banner(random: Random) -> Drawn:
    """Vertical text on a stand: the columns are read from right to left."""
    sheet = Sheet((900, 1400), random.choice(("#7d8a93", "#a79f92")))
    _scene(random, sheet)
    columns = [random.choice(TITLES)[:10], random.choice(SCHOOLS)]
    for index, text in enumerate(columns):
        left = 560 - index * 240
        sheet.draw.rectangle((left - 20, 60, left + 120, 1330), "#c4161c")
        for row, character in enumerate(text):
            sheet.draw.text((left, 90 + row * 118), character, "white", font(98, 2))
        sheet.lines.append(text)
    return sheet.drawn()


def _scene(random: Random, sheet: Sheet) -> None:
    """What stands about: boxes and people, without text."""
    wide, high = sheet.image.size
    for _ in range(14):
        left, top = random.randrange(wide), random.randrange(high // 2, high)
        shade = f"#{random.randrange(40, 120):02x}{random.randrange(40, 120):02x}{random.randrange(40, 120):02x}"
        shape = (left, top, left + random.randint(60, 220), top + random.randint(80, 300))
        (sheet.draw.ellipse if random.random() < 0.4 else sheet.draw.rectangle)(shape, shade)


Template = Callable[[Random], Drawn]
PAPERS: tuple[Template, ...] = (notice, certificate, roster, form)
SCREENS: tuple[Template, ...] = (article, listing, website, chat)
SCENES: tuple[Template, ...] = (banner, poster)
