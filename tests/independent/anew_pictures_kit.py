# ruff: noqa: E501
"""Posts, phones, windows, walls and rooms for the anew_pictures_* makers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random

from PIL import Image

from tests.independent import fresh_pictures_kit as room
from tests.independent import late_pictures_kit as pic
from tests.independent.case import Case, Points
from tests.independent.press import Press

Make = Callable[[Path, Press], None]
Row = tuple[str, date, str]
"""title, day, kind: local (about Weihai), work (only about work), idle"""
OWN = "威海职业学院"
LOCAL = (
    "留威就业生活补贴怎么领？一张图看懂申请步骤",
    "威海市青年人才购房补贴申报开始受理",
    "环翠区青年就业见习岗位发布，名额有限",
    "文登区人社局走进校园宣讲就业创业政策",
    "来威就业，这些人才新政请收好",
    "荣成市重点企业急需岗位招聘目录（第三期）",
    "乳山市事业单位面向高校毕业生招聘公告解读",
    "威海人社：一次性创业补贴申请条件有变化",
    "毕业去哪儿？威海十家专精特新企业等你来面试就业",
    "威海市大学生创业担保贷款最高额度提高",
    "“留威有我”毕业生座谈会上，他们这样谈就业",
    "威海临港区企业专场招聘岗位汇总",
    "威海市人社局就业服务专员进校答疑",
    "高校毕业生来威求职面试免费住，青年驿站预约指南",
    "威海市就业服务平台注册使用教程",
    "文登区机械类企业招聘，邀你投递简历",
    "威海市“三支一扶”报名答疑，高校毕业生就业速看",
    "访企拓岗促就业：学院领导带队走访荣成用人单位",
    "威海市社会保险补贴，灵活就业的毕业生也能申请",
    "荣成海洋食品产业人才招聘需求清单发布",
    "威海市高校毕业生档案接收与就业报到说明",
    "乳山文旅企业实习就业岗位速递",
    "威海市公共就业服务进校园活动回顾",
    "环翠区社区工作者招聘，应届毕业生可报",
    "威海市级创业孵化基地入驻指南",
    "留威毕业生就业故事：从实习生到车间主任",
    "威海市人才中心提醒：求职创业补贴名单公示",
    "威海南海新区用工企业线上送岗促就业",
    "威海市就业见习补贴标准上调",
    "一文读懂威海市技能人才就业政策",
    "“威海暖岗”直播招聘本周四开播",
    "文登区家纺企业联合招聘简章",
    "荣成市大学生返乡创业扶持办法摘要",
    "乳山市青年人才公寓申请与就业登记",
    "威海医疗器械产业园招聘应届毕业生",
    "我校与威海市人社局共建就业工作站签约",
)
WORK = (
    "简历这样写，面试邀约翻一倍，就业办支招",
    "毕业生就业手续办理时间提醒",
    "三方就业协议丢了怎么办？就业办老师来解答",
    "警惕求职陷阱，这五类招聘信息别轻信",
    "求职季心态调整，就业指导老师有话说",
    "创业计划书怎样写才吸引人",
    "基层就业学费补偿，国家政策看这里",
)
IDLE = (
    "图书馆暑假开放时间",
    "春日校园摄影作品展",
    "第二十届田径运动会落幕",
    "食堂新菜品试吃招募",
    "期末考试周温馨提示",
    "新生军训风采",
    "宿舍用电安全检查通知",
)
BODY = (
    "毕业两年内到我市企业就业的高校毕业生，签订一年以上劳动合同并缴纳社会保险的，可按学历层次申请生活补贴，按季度发放。",
    "首次在威海创办小微企业并正常经营满一年的毕业生，可申领一次性创业补贴；租用场地的，另有场地租赁补贴。",
    "申请人登录威海市就业服务平台，填写个人信息，上传劳动合同和毕业证书，由所在区市人社部门审核后公示。",
    "就业见习期间，见习单位按月发放基本生活费，并为见习人员购买人身意外保险，见习期为三至十二个月。",
    "各区市公共就业服务机构设有高校毕业生专窗，工作日可现场咨询，也可拨打当地服务热线了解详情。",
    "请有意向的同学于本月底前将材料交到各系辅导员处，由学校统一核对后报送。",
)


def posts(
    seed: str, local: int, work: int = 0, idle: int = 0, *, year: int = 2024, first: int = 1, last: int = 12
) -> list[Row]:
    """So many posts of each kind on different days of the year's months, newest first."""
    rng = Random(seed)
    titles = [
        *((title, "local") for title in rng.sample(LOCAL, local)),
        *((title, "work") for title in rng.sample(WORK, work)),
        *((title, "idle") for title in rng.sample(IDLE, idle)),
    ]
    rng.shuffle(titles)
    start = date(year, first, 3)
    span = (date(year, last, 27) - start).days
    days = sorted(rng.sample(range(span), len(titles)), reverse=True)
    return [(title, start + timedelta(day), kind) for (title, kind), day in zip(titles, days, strict=True)]


def counted(rows: Sequence[Row], year: int = 2024) -> tuple[Points, int]:
    """The points of 3.1 or 3.2, and how many posts are proposed."""
    local, work = (sum(kind == which and day.year == year for _, day, kind in rows) for which in ("local", "work"))

    def points(many: int) -> float:
        return 30 if many > 15 else 25 if many else 0

    return (points(local), points(local), points(local + work)), local


def listed(name: str, cell: str, make: Make, rows: Sequence[Row], note: str = "", **more: object) -> Case:
    """A case whose screens show all these posts of the school."""
    points, many = counted(rows)
    days = " ".join(sorted(str(day) for _, day, kind in rows if kind == "local" and day.year == 2024))
    other = "3.2" if cell == "3.1" else "3.1"
    cells = {cell: points, other: (0, 0, 0), "1.8": (0, 0, 0), "3.3": (0, 0, 0), "3.4": (0, 0, 0)}
    facts = {cell: {"posts": float(many)}}
    return Case(name, cell, make, cells, facts=facts, note=f"{note}; days: {days}", **more)  # type: ignore[arg-type]


def put(folder: Path, name: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


def files(*made: tuple[str, Callable[[Press], Image.Image]]) -> Make:
    """Pictures under their names, as PNG or JPEG."""

    def make(folder: Path, press: Press) -> None:
        for name, draw in made:
            image = draw(press)
            image.save(put(folder, name), **({"quality": 88} if name.endswith("jpg") else {}))

    return make


def covers(seed: str) -> Callable[[int, int], str]:
    """Pictures in place of covers, one after the other."""
    rng = Random(seed)
    return lambda wide, high: pic.cover(rng, wide, high)


# --- phones, tablets and windows ----------------------------------------------------------------------


def bar(system: str, clock: str, ink: str) -> str:
    """The top bar of a phone's or tablet's system."""
    if system == "ios":
        return pic.ios_bar(clock, ink)
    if system == "harmony":
        return pic.harmony_bar(clock, ink)
    if system == "pad":
        return f"<div style='display:flex;justify-content:space-between;padding:7px 20px;color:{ink};font-size:13px'><span>{clock}&nbsp; 周四</span><span>100% ▮</span></div>"
    return f"<div style='display:flex;justify-content:space-between;padding:9px 18px 6px;color:{ink};font-size:13px'><span>{clock} &nbsp;✉</span><span>⏰ 0.35KB/s &nbsp;5G &nbsp;▮83</span></div>"


def foot(system: str, ink: str) -> str:
    """What a system shows at the lower edge."""
    if system in ("ios", "pad"):
        return f"<div style='position:fixed;bottom:8px;left:50%;width:134px;height:5px;margin-left:-67px;border-radius:3px;background:{ink}'></div>"
    if system == "android":
        return f"<div style='position:fixed;bottom:0;left:0;right:0;height:38px;display:flex;justify-content:space-around;align-items:center;background:inherit;color:{ink};font-size:15px'><span>≡</span><span>□</span><span>◁</span></div>"
    return ""


def phone(
    body: str,
    *,
    system: str = "ios",
    clock: str = "10:26",
    dark: bool = False,
    ground: str = "",
    size: tuple[int, int] = (390, 844),
    scale: float = 3,
    style: str = "",
) -> Callable[[Press], Image.Image]:
    """A phone's screenshot."""
    ink, under = ("#e6e6e6", ground or "#191919") if dark else ("#111", ground or "#fff")
    whole = bar(system, clock, ink) + body + foot(system, ink)
    return lambda press: pic.screen(press, whole, size, scale, style + f"body{{color:{ink};overflow:hidden}}", under)


def desk(
    body: str, *, size: tuple[int, int] = (1440, 900), ground: str = "#fff", style: str = "", scale: float = 1
) -> Callable[[Press], Image.Image]:
    """A screenshot of a computer's screen or of one window."""
    return lambda press: pic.screen(press, body, size, scale, style, ground)


def browser(address: str, tab: str) -> str:
    """The head of a browser's window."""
    return (
        f"<div style='background:#dfe3e8;padding:8px 12px 0;font-size:12px;color:#333'><span style='display:inline-block;background:#fff;border-radius:8px 8px 0 0;padding:8px 60px 8px 14px'>{tab} &nbsp; ×</span> &nbsp; ＋</div>"
        f"<div style='background:#fff;padding:7px 14px;font-size:13px;color:#444;border-bottom:1px solid #ddd'>← &nbsp;→ &nbsp;⟳ &nbsp;&nbsp;<span style='display:inline-block;background:#f1f3f4;border-radius:14px;padding:5px 16px;width:70%'>{address}</span></div>"
    )


def chat(
    title: str, said: Sequence[tuple[str, str, str]], *, group: str = "", dark: bool = False, **how: object
) -> Callable[[Press], Image.Image]:
    """A chat: (who, side left, right or time, words or HTML)."""
    ink, ground, paper = ("#ddd", "#111", "#2c2c2c") if dark else ("#111", "#ededed", "#fff")
    rows = []
    for who, side, words in said:
        if side == "time":
            rows.append(f"<p style='text-align:center;color:#9a9a9a;font-size:13px;margin:14px 0'>{words}</p>")
            continue
        mine = side == "right"
        face = f"<i style='flex:none;width:40px;height:40px;border-radius:5px;background:hsl({sum(map(ord, who)) % 360} 40% 60%)'></i>"
        name = f"<p style='color:#8a8a8a;font-size:12px;margin-bottom:3px'>{who}</p>" if group and not mine else ""
        bubble = f"<div style='max-width:262px'>{name}<div style='background:{'#95ec69' if mine else paper};color:{'#111' if mine else ink};border-radius:6px;padding:10px 12px;font-size:16px;line-height:1.5'>{words}</div></div>"
        rows.append(
            f"<div style='display:flex;gap:10px;padding:7px 12px;flex-direction:{'row-reverse' if mine else 'row'}'>{face}{bubble}</div>"
        )
    head = f"<div style='display:flex;justify-content:space-between;padding:8px 16px 12px;font-size:17px;border-bottom:1px solid #8883'><span>‹</span><b>{title}{group}</b><span>···</span></div>"
    tail = f"<div style='position:fixed;bottom:0;left:0;right:0;height:80px;background:{'#1e1e1e' if dark else '#f6f6f6'};padding:10px 14px;display:flex;gap:12px;font-size:22px'>◎<span style='flex:1;height:36px;border-radius:5px;background:{paper}'></span>☺ ＋</div>"
    return phone(head + "".join(rows) + tail, dark=dark, ground=ground, **how)  # type: ignore[arg-type]


# --- photos -------------------------------------------------------------------------------------------


def poster(
    press: Press, head: str, lines: Sequence[str], below: str = "", *, ground: str = "#fff4e0", ink: str = "#8c1c13"
) -> Image.Image:
    """A printed poster, upright."""
    inside = "".join(
        f"<p style='font-size:23px;margin:13px 34px;line-height:1.5;text-align:left'>◆ {line}</p>" for line in lines
    )
    body = f"<h1 style='font-size:48px;line-height:1.25;margin:26px 20px 18px'>{head}</h1><hr style='border:2px solid;width:80%;margin:0 auto 14px'>{inside}<p style='font-size:20px;margin-top:26px;font-weight:bold'>{below}</p>"
    return pic.sign(press, body, (600, 850), ground, ink, 1.6)


def banner(
    press: Press, text: str, *, ground: str = "#c4161c", ink: str = "#fff", size: tuple[int, int] = (1400, 150)
) -> Image.Image:
    """A cloth banner of one or two lines."""
    lines = text.split("\n")
    big = min(int(size[0] * 0.92 / max(map(len, lines))), int(size[1] * 0.72 / len(lines)))
    body = "".join(f"<div style='font-size:{big}px;font-weight:bold;line-height:1.25'>{line}</div>" for line in lines)
    return pic.sign(press, body, size, ground, ink, 1.3)


def on_wall(
    press: Press,
    seed: str,
    sheets: Sequence[Image.Image],
    *,
    turn: float = 0.12,
    glass: bool = False,
    tiles: bool = True,
) -> Image.Image:
    """One to three sheets on a wall, seen from a little aside."""
    rng = Random(seed)
    scene = room.Scene(rng, 1200, 1600, eye=1.5, focal=0.95, turn=turn, tilt=rng.uniform(-0.02, 0.03))
    shade = rng.choice([(214, 208, 196), (190, 198, 202), (222, 214, 190)])
    wall = room.bricks(rng, shade, step=(60, 120)) if tiles else room.plaster(rng, shade, 5)
    scene.plane(((-3, 3.4, 2.02), (3, 3.4, 2.02), (3, -0.6, 2.02), (-3, -0.6, 2.02)), wall, 0.9, 0.12)
    step = 1.2 if len(sheets) > 1 else 0
    for at, sheet in enumerate(sheets):
        scene.upright(
            (at - (len(sheets) - 1) / 2) * step, 2.0, 1.15, 0.72, 0.72 + 1.15 * sheet.height / sheet.width, sheet
        )
    if glass:
        scene.glare(0.7, 0.2, 0.12, 90)
    return scene.develop(warm=rng.uniform(-0.02, 0.05), noise=3.5)


def hall(
    press: Press,
    seed: str,
    text: str,
    *,
    stands: Sequence[str] = (),
    crowd: int = 14,
    outdoors: bool = False,
    ground: str = "#c4161c",
    ink: str = "#fff",
    stage: bool = False,
) -> Image.Image:
    """A hall or yard with a banner high up, stands with name plates, people; or a stage with a screen."""
    rng = Random(seed)
    scene = room.Scene(rng, 1600, 1200, eye=1.7, focal=0.9, turn=rng.uniform(-0.07, 0.07))
    floor = room.bricks(rng, (150, 138, 124), step=(90, 90)) if outdoors else room.plaster(rng, (170, 140, 104), 6)
    if outdoors:
        scene.plane(((-14, 9, 16), (14, 9, 16), (14, 3, 16), (-14, 3, 16)), room.sky(rng))
        scene.plane(((-10, 7, 14), (10, 7, 14), (10, 0, 14), (-10, 0, 14)), room.facade(rng, (190, 150, 128)), 0.95)
        scene.floor(floor, 14, 0.9, 10)
    else:
        scene.room(room.plaster(rng, (206, 204, 196), 4), floor, deep=9, half=6, high=4.6)
    if stage:
        scene.box(0, 7.2, 9, 1.6, 0.5, room.plaster(rng, (120, 40, 40), 3), room.plaster(rng, (140, 100, 70), 3))
        scene.upright(0, 8.8, 6.6, 0.9, 3.9, banner(press, text, ground=ground, ink=ink, size=(1400, 640)))
        for x in (-1.6, 0.2, 1.9):
            scene.person(x, 8, back=False)
    else:
        lines = text.count("\n") + 1
        sheet = banner(press, text, ground=ground, ink=ink, size=(1400, 130 * lines))
        scene.upright(0, 7.6, 6.8, 3.5 - 0.68 * lines, 3.5, sheet)
    for at, name in enumerate(stands):
        x = (at - (len(stands) - 1) / 2) * (7.6 / max(3, len(stands)))
        cloth = pic.sign(press, f"<b style='font-size:34px'>{name}</b>", (420, 200), "#23508e", "#fff", 1.2)
        scene.box(x, 5.6, 1.7, 0.7, 0.8, cloth, room.plaster(rng, (236, 236, 230), 2))
        scene.person(x + 0.2, 6.5, back=False, sits=True)
    scene.crowd(crowd, 3.0, 5.2, 3.4)
    return scene.develop(warm=rng.uniform(-0.02, 0.06), noise=3.5)


def camera(name: str, draw: Callable[[Press], Image.Image], moment: datetime | None = None) -> Make:
    """A JPEG as a phone's camera writes it; without a moment, as WeChat passes it on."""
    return lambda folder, press: room.save_photo(draw(press), put(folder, name), moment)


def stamped(draw: Callable[[Press], Image.Image], day: str, clock: str, place: str) -> Callable[[Press], Image.Image]:
    """The photo with a mark of a camera for work."""
    return lambda press: pic.marked(press, draw(press), day, clock, place)
