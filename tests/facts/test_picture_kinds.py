"""What a picture is, by what it shows: screenshots of designs that no list of words knows, photos, scans."""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np
import pytest

from tests.counting.scenes import Laid, picture, site_list
from tests.facts.papers import words
from verifier.counting.photos.photo import may_be_screen
from verifier.facts.picture_kinds.extract import extract
from verifier.model import IN_ALBUM, Ground, Observed

PHONE, OLD_PHONE, TABLET, DESKTOP = (1170, 2532), (720, 1280), (1668, 2388), (1920, 1080)
SHEET, CAMERA = (1654, 2339), (4032, 3024)


def even(grey: int) -> bytes:
    """A picture with letters here and there on one ground."""
    return _kept(np.full((192, 256), grey, np.uint8))


def scene() -> bytes:
    """A picture with light and shade, as a camera takes it."""
    across = np.linspace(30, 220, 256)[None, :] + np.linspace(-20, 20, 192)[:, None]
    return _kept(np.clip(across, 0, 255).astype(np.uint8))


def _kept(grey: np.ndarray) -> bytes:
    grey[40:44, 30:200:3] = 90
    return cv2.imencode(".jpg", grey, [cv2.IMWRITE_JPEG_QUALITY, 70])[1].tobytes()


def kind(seen: Observed) -> str:
    return next((fact.value for fact in seen.pictures), "")


def text(top: int, letter: int, *lines: str, left: int = 48) -> list[Laid]:
    return [(line, left, top + round(1.6 * letter) * at, letter) for at, line in enumerate(lines)]


BAR: list[Laid] = [("9:02", 70, 50, 40), ("5G 81", 980, 50, 36)]
BODY = (
    "三、补贴期限：自缴纳社会保险当月起计算，最长不超",
    "过三十六个月，按季度发放至本人社会保障卡银行账户",
    "四、办理地点：各区市公共就业服务窗口，或通过网上平",
    "台提交，工作人员在五个工作日内完成审核并反馈结果。",
    "五、咨询方式：工作时间可拨打窗口电话或者到现场询问",
)


@pytest.mark.parametrize(
    ("lines", "size", "ground"),
    [
        # the second screen of a long article
        ([*BAR, *text(300, 42, *BODY)], PHONE, even(255)),
        # a note on a social app over a picture
        (
            [*BAR, ("山海小岛", 220, 180, 44), ("关注", 960, 180, 40), ("#威海人才补贴#应届生", 48, 1900, 40)],
            PHONE,
            scene(),
        ),
        # a video in full screen, on black
        (
            [*BAR, ("威海就业小助手", 170, 1900, 44), ("租房补贴怎么领", 48, 2000, 44), ("3.2万", 1040, 1800, 34)],
            PHONE,
            even(8),
        ),
        # a chat about subsidies, in a phone's dark mode
        ([*BAR, ("2024届毕业班(86)", 300, 150, 44), ("有没有人领过购房补贴", 200, 500, 44)], PHONE, even(18)),
        # the list of a site inside an app, as a browser shows it on an old phone
        (
            [("上午10:20", 20, 14, 26), ("job.example.edu.cn/list", 40, 70, 26), ("补贴政策汇总", 30, 300, 30)],
            OLD_PHONE,
            even(255),
        ),
        # the page of a bureau in a browser on a computer
        (
            [("https://rsj.example.gov.cn/col/2024/", 200, 60, 22), ("人才公寓申请指南", 500, 300, 40)],
            DESKTOP,
            even(255),
        ),
        # a group notice in the client on a computer
        (
            [("毕业班通知群(203)", 400, 20, 22), ("@所有人创业补贴今天截止", 420, 200, 22), ("发送", 1300, 900, 20)],
            DESKTOP,
            even(245),
        ),
    ],
)
def test_a_screen_is_known_for_one_whatever_it_shows(lines: list[Laid], size: tuple[int, int], ground: bytes) -> None:
    seen = picture("3.3张贴海报/1.png", lines, size, sketch=ground)
    assert kind(seen) == "screenshot"
    assert [fact.value for fact in seen.screens] != []
    assert not [fact for fact in seen.events if fact.value.kind in ("poster", "handout")]


@pytest.mark.parametrize(
    ("lines", "size"),
    [
        # a group chat in a window on a computer, in which a robot tells the weather
        (
            [("就业服务测试群(3)", 60, 40, 24), ("今日天气:多云", 120, 300, 20), ("2024-03-01 11:01:28", 120, 340, 20)],
            (598, 668),
        ),
        # the lower part of the page of a site's backend
        ([("首页", 40, 20, 20), ("查询", 700, 80, 20), ("重置", 800, 80, 20), ("新增", 900, 80, 20)], (1920, 601)),
        # messages in a chat that was cut out, with the second at which they were sent
        ([("2024年2月28日18:37:30", 60, 30, 30), *text(90, 30, *BODY)], (982, 432)),
    ],
)
def test_a_part_of_a_screen_is_never_a_photo_or_a_poster_for_sure(lines: list[Laid], size: tuple[int, int]) -> None:
    seen = picture("3.3张贴海报/1.png", lines, size, sketch=even(245))
    assert kind(seen) in ("screenshot", "perhaps-screenshot")


WHITE, PAPER = Ground(255, 0, 0.6), Ground(238, 0, 0.5)
CHAT: list[Laid] = [("王老师", 110, 40, 24), ("租房补贴怎么申领呀", 130, 80, 26), ("周五前交材料就行", 130, 210, 26)]


@pytest.mark.parametrize(
    ("lines", "size", "grounds"),
    [
        # messages that were cut out of a chat: no bar, no button, white bubbles on grey
        (CHAT, (640, 480), [PAPER, Ground(255, 0, 0.02)]),
        # a window in dark mode
        (CHAT, (598, 668), [Ground(17, 0, 0.5), Ground(44, 0, 0.15)]),
        # a page of a site, cut out with its grey side
        (CHAT, (1070, 643), [WHITE, Ground(245, 3, 0.08)]),
        # a browser before a photo on the desktop: less than half of it has one grey
        (CHAT, (1540, 926), [Ground(255, 0, 0.34), Ground(41, 0, 0.12), Ground(120, 60, 0.05)]),
    ],
)
def test_small_letters_on_a_page_and_its_panels_are_a_screen(
    lines: list[Laid], size: tuple[int, int], grounds: list[Ground]
) -> None:
    seen = picture("3.3张贴海报/1.png", lines, size, sketch=scene(), grounds=grounds)
    assert kind(seen) == "screenshot"
    assert not [fact for fact in seen.events if fact.value.kind == "poster"]


@pytest.mark.parametrize(
    ("lines", "size", "grounds", "wanted"),
    [
        # a form that was printed to a picture: the heads of its columns are grey
        ([("登记表", 640, 200, 60), *text(420, 40, *BODY, left=200)], SHEET, [WHITE, Ground(242, 0, 0.05)], "scan"),
        # a scan whose paper has two whites
        ([("登记表", 640, 200, 60)], (1600, 2000), [WHITE, Ground(252, 0, 0.1)], "scan"),
        # a poster of two greys, in letters of a poster
        ([("留在威海", 120, 200, 200)], (1500, 2000), [WHITE, Ground(230, 0, 0.2)], "design"),
        # a slide with a coloured band
        ([("就业形势", 120, 200, 60)], (1920, 1440), [WHITE, Ground(90, 120, 0.1)], "design"),
        # a poster over a photo
        ([("留在威海", 120, 200, 90)], (1080, 1500), [Ground(140, 80, 0.2), Ground(90, 90, 0.15)], "design"),
        # a night, of which a camera leaves little grain
        ([("招聘会", 120, 200, 90)], (1080, 1500), [Ground(1, 0, 0.2), Ground(19, 2, 0.2)], "photo"),
        # a white wall in the sun
        ([("招聘会", 120, 200, 90)], (1080, 1500), [Ground(255, 0, 0.25), Ground(240, 2, 0.02)], "photo"),
    ],
)
def test_grounds_tell_sheets_designs_and_photos_apart(
    lines: list[Laid], size: tuple[int, int], grounds: list[Ground], wanted: str
) -> None:
    sketch = even(250) if wanted == "scan" else scene()
    assert kind(picture("a.png", lines, size, sketch=sketch, grounds=grounds)) == wanted


@pytest.mark.parametrize(
    ("lines", "size", "grounds"),
    [
        # a phone's screen that was scaled, and one whose upper part was cut out
        ([("9:41", 60, 30, 34), ("5G", 480, 30, 30), ("选择样式", 200, 120, 40)], (546, 1116), [Ground(0, 0, 0.5)]),
        ([("9:41", 60, 16, 30), ("5G", 640, 16, 28), ("年龄是最大的秘密", 60, 200, 40)], (750, 387), []),
        # a group's name over a chat in a scaled screen
        ([("毕业班就业群(125)", 140, 50, 26), ("收到", 100, 300, 24)], (512, 1080), [Ground(17, 0, 0.5)]),
        # one's own message, cut out of a chat with nothing else
        (text(40, 30, *BODY, left=90), (864, 542), [Ground(243, 0, 0.49), Ground(163, 131, 0.18)]),
        # the same in a picture of the shape of A4, where a bubble is brighter than the page
        (CHAT, (620, 882), [Ground(232, 0, 0.45), Ground(248, 0, 0.08)]),
        # a meeting in the dark, of that shape
        ([("王老师", 110, 40, 24), ("李同学", 610, 40, 24)], (1920, 1362), [Ground(35, 0, 0.39), Ground(0, 0, 0.13)]),
        # the desktop of a computer and the menu of a window on it
        ([("回收站", 30, 60, 16), ("招聘会", 600, 700, 18)], (1920, 1080), [Ground(188, 55, 0.06)]),
        ([("文件(F)", 10, 40, 16), ("编辑(E)", 80, 40, 16), ("视图", 150, 40, 16)], (1366, 768), [WHITE]),
        # a tablet, whose bar shows the day as well
        ([("15:09 12月23日周六", 40, 20, 26), ("通知", 300, 400, 30)], (2360, 1640), [WHITE]),
    ],
)
def test_a_screen_that_was_scaled_or_cut_is_one(
    lines: list[Laid], size: tuple[int, int], grounds: list[Ground]
) -> None:
    seen = picture("3.3张贴海报/1.png", lines, size, sketch=scene(), grounds=grounds)
    assert kind(seen) == "screenshot"
    assert not [fact for fact in seen.events if fact.value.kind == "poster"]


@pytest.mark.parametrize(
    ("lines", "size", "grounds", "wanted"),
    [
        # the page of a book, two pages beside each other, a letter: text from top to bottom
        (text(60, 24, *BODY * 4, left=60), (700, 900), [WHITE], "scan"),
        ([*text(60, 24, *BODY * 5, left=60), *text(60, 24, *BODY * 5, left=760)], (1450, 1040), [WHITE], "scan"),
        # the same text where it is no page
        (text(60, 24, *BODY * 4, left=60), (1500, 900), [WHITE], "perhaps-screenshot"),
        (text(60, 24, *BODY, left=60), (700, 900), [WHITE], "perhaps-screenshot"),
        # a diagram and a list, neither in the shape of paper
        ([("提交申请", 500, 100, 36), ("审核", 500, 500, 36)], (1350, 704), [WHITE], "design"),
        ([(f"第{at}行", 60, 20 + 30 * at, 20) for at in range(24)], (574, 770), [WHITE], "scan"),
        # slides that are as large as a screen is, or have a headline and a text
        (
            [("政策要点", 80, 60, 40), *text(200, 28, *BODY, left=80)],
            (1280, 720),
            [WHITE, Ground(244, 0, 0.2)],
            "design",
        ),
        (text(200, 44, *BODY, left=100), (2000, 1500), [WHITE, Ground(222, 0, 0.04)], "design"),
        # a page of a site that has the shape of one: small letters
        (text(200, 16, *BODY, left=100), (1280, 720), [WHITE, Ground(244, 0, 0.2)], "screenshot"),
        # artwork over little even ground, of one colour, and a wall in a photo
        ([("留在威海", 120, 200, 90)], (1080, 1500), [Ground(123, 99, 0.12)], "design"),
        ([("留在威海", 120, 200, 90)], (1080, 1500), [Ground(173, 4, 0.19)], "photo"),
    ],
)
def test_pages_slides_and_artwork_are_told_by_shape_and_letters(
    lines: list[Laid], size: tuple[int, int], grounds: list[Ground], wanted: str
) -> None:
    sketch = even(250) if grounds == [WHITE] else scene()
    assert kind(picture("a.png", lines, size, sketch=sketch, grounds=grounds)) == wanted


def test_an_address_on_a_photo_or_within_a_text_is_no_browser_s() -> None:
    ticket: list[Laid] = [("7788.com", 900, 20, 60), ("候车：一层候车室", 400, 120, 40), ("宜春站", 300, 200, 50)]
    assert kind(picture("a.jpg", ticket, (1280, 720), sketch=scene(), grounds=[Ground(186, 9, 0.002)])) == "photo"
    columns = [line for left in (40, 240, 440) for line in text(30, 11, *BODY * 10, left=left)]
    columns[12] = ("www.register.gov/d/01-29001", 40, 150, 11)
    assert kind(picture("a.png", columns, (612, 792), sketch=even(255), grounds=[WHITE])) == "scan"


def test_photos_beside_each_other_are_a_collage() -> None:
    several = picture("a.jpg", [("招聘会", 120, 200, 90)], (1500, 1500), sketch=scene(), photos=(4, 0.86))
    one = picture("a.jpg", [("招聘会", 120, 200, 90)], (1500, 1500), sketch=scene(), photos=(1, 0.95))
    assert [kind(several), kind(one)] == ["collage", "photo"]


def test_a_photo_of_what_reads_like_a_site_is_a_photo() -> None:
    posts = [
        ("荣成市租房补贴申领", "2024-05-11"),
        ("文登区见习岗位公告", "2024-06-11"),
        ("乳山市岗位汇总", "2024-07-11"),
    ]
    photo, page = (site_list("1.jpg", posts, sketch=sketch) for sketch in (scene(), even(255)))
    assert photo.screens != ()
    assert [kind(photo), kind(page)] == ["photo", "screenshot"]


def test_a_page_of_nothing_but_text_may_be_of_a_screen_however_long_its_lines_are() -> None:
    lines = text(200, 24, *(each + each for each in BODY), left=100)
    assert kind(picture("a.png", lines, (1500, 1500), sketch=even(255), grounds=[WHITE])) == "perhaps-screenshot"


def test_what_is_read_into_the_icons_of_a_top_bar_is_of_it() -> None:
    bar: list[Laid] = [("12:09", 70, 50, 40), ("区", 700, 50, 40), ("0:", 800, 50, 40), ("72", 960, 50, 40)]
    assert kind(picture("a.png", [*bar, ("招聘", 100, 900, 60)], PHONE, sketch=scene())) == "screenshot"


def test_the_time_on_a_page_that_was_read_is_no_camera_s() -> None:
    lines = [("关于毕业去向的说明", 300, 40, 60), ("2025-09-23 18:03:34", 60, 140, 26), *text(220, 30, *BODY)]
    assert kind(picture("a.png", lines, SHEET, sketch=even(252))) == "scan"


def test_the_number_of_a_formula_names_no_view() -> None:
    lines = [
        ("研究结果", 640, 90, 70),
        ("(9)", 1500, 200, 30),
        ("x = a + b (10)", 600, 260, 30),
        *text(420, 44, *BODY, left=200),
    ]
    assert kind(picture("a.png", lines, SHEET, sketch=even(252))) == "scan"


def test_a_box_that_runs_down_a_page_of_text_makes_no_poster() -> None:
    page = picture("a.png", [("第一章", 640, 200, 70), *text(420, 44, *BODY, left=200)], SHEET, sketch=even(250))
    tall = page.document.pages[0].lines[0]
    box = (100, 400, 150, 1400)
    down = replace(tall, text="社会保险", place=replace(tall.place, box=box))
    document = replace(page.document, pages=(replace(page.document.pages[0], lines=(*page.document.lines, down)),))
    assert [fact.value for fact in extract(Observed(document), words())] == ["scan"]


def test_the_reasons_are_told() -> None:
    seen = picture("a.png", [*BAR, *text(300, 42, *BODY)], PHONE, sketch=even(255))
    (fact,) = seen.pictures
    assert "1170×2532" in fact.quote
    assert "9:02" in fact.quote
    assert fact.quote == seen.screens[0].quote


def test_a_text_that_was_cut_out_may_be_a_screen_and_is_one_with_its_buttons() -> None:
    buttons = [("收藏12", 60, 600, 34), ("在看 6", 500, 600, 34), ("写留言", 900, 600, 34)]
    assert kind(picture("a.png", text(40, 40, *BODY), (1080, 700), sketch=even(255))) == "perhaps-screenshot"
    seen = picture("a.png", [*text(40, 40, *BODY), *buttons], (1000, 700), sketch=even(255))
    assert kind(seen) == "screenshot"


@pytest.mark.parametrize(
    ("lines", "size", "more"),
    [
        # a poster in a hall, taken with a phone
        ([("就业创业政策海报", 900, 600, 160), *text(900, 60, *BODY, left=900)], CAMERA, {"taken": "2024-05-20"}),
        # a photo as high as a phone's screen, sent through a messenger that dropped what the camera wrote
        ([("威海市高校毕业生补贴政策", 100, 700, 80)], (1080, 2340), {}),
        # a marked photo of a fair
        ([("春季双选会", 300, 300, 120), ("14:05", 60, 1300, 90), ("经度:122.05", 60, 1420, 40)], (2000, 1500), {}),
    ],
)
def test_what_a_camera_took_is_a_photo(lines: list[Laid], size: tuple[int, int], more: dict[str, str]) -> None:
    seen = picture("a.jpg", lines, size, sketch=scene(), **more)
    assert kind(seen) == "photo"
    assert seen.screens == ()


ALBUM = [("发送", 60, 2420, 44), ("收藏", 330, 2420, 44), ("编辑", 600, 2420, 44), ("删除", 870, 2420, 44)]


def in_album(ground: int, shown: np.ndarray) -> bytes:
    """A phone's screen with a picture between the bars of its album."""
    screen = np.full((256, 118), ground, np.uint8)
    top = (256 - shown.shape[0]) // 2
    screen[top : top + shown.shape[0]] = shown[:, :118]
    return _kept(screen)


@pytest.mark.parametrize("ground", [0, 255])
def test_a_photo_in_the_album_of_a_phone_is_a_photo(ground: int) -> None:
    lines = [*BAR, ("2024年4月18日 10:11", 300, 160, 44), ("秋季校园双选会", 300, 1100, 70), *ALBUM]
    light = np.clip(np.linspace(30, 220, 118)[None, :] + np.linspace(-20, 20, 88)[:, None], 0, 255)
    bars = [Ground(ground, 0, 0.6)]
    seen = picture("a.jpg", lines, PHONE, sketch=in_album(ground, light.astype(np.uint8)), grounds=bars)
    assert (kind(seen), seen.screens) == ("photo", ())
    assert [fact.value.kind for fact in seen.events] == ["fair"]


@pytest.mark.parametrize(
    ("bar", "poster"),
    [
        (0, [Ground(244, 31, 0.6), Ground(0, 0, 0.35)]),  # a drawn poster on black
        (255, [Ground(255, 0, 0.9)]),  # a white one on white
        (255, [Ground(255, 0, 0.5), Ground(90, 0, 0.4)]),
    ],
)
def test_a_drawn_poster_in_the_album_of_a_phone_is_a_screen(bar: int, poster: list[Ground]) -> None:
    lines = [*BAR, ("2024年4月18日 10:11", 300, 160, 44), ("就业创业政策补贴", 300, 1100, 90), *ALBUM]
    shown = np.full((150, 118), poster[0].grey if bar == 0 else poster[-1].grey, np.uint8)
    seen = picture("a.png", lines, PHONE, sketch=in_album(bar, shown), grounds=poster)
    assert kind(seen) == "screenshot"
    assert not seen.events


def test_a_poster_in_a_photo_of_an_album_is_in_doubt() -> None:
    lines = [*BAR, ("2024年4月18日 10:11", 300, 160, 44), ("就业创业政策补贴", 300, 1100, 90), *ALBUM]
    seen = picture("a.jpg", lines, PHONE, sketch=scene())
    assert [(fact.value, fact.role) for fact in seen.pictures] == [("photo", IN_ALBUM)]
    assert all(may_be_screen(seen.pictures[0], event, words()) for event in seen.events)
    assert seen.events


def test_a_scanned_sheet_is_no_screen_and_no_photo() -> None:
    lines = [("实习证明", 640, 200, 70), *text(420, 44, *BODY, left=200)]
    assert kind(picture("a.jpg", lines, SHEET, sketch=even(250))) == "scan"


def test_a_drawn_poster_is_none_of_them() -> None:
    lines = [("留在威海", 120, 200, 200), ("青年人才补贴", 120, 460, 130), ("最高六十万元", 120, 900, 90)]
    assert kind(picture("a.png", lines, (1500, 2100), sketch=even(60))) == "design"


def test_what_nothing_is_known_of_is_nothing() -> None:
    seen = picture("a.jpg", [("招聘会", 10, 10, 40)], (1600, 1200))
    document = replace(seen.document, picture=None)
    assert [kind(seen), kind(Observed(document))] == ["", ""]


def test_a_scan_in_greys_has_no_panels() -> None:
    seen = picture("3.3张贴海报/1.png", CHAT, (640, 480), sketch=scene(), grounds=[PAPER, Ground(255, 0, 0.02)])
    assert kind(seen) == "screenshot" and seen.document.picture
    grey = replace(seen.document, picture=replace(seen.document.picture, colourless=True))
    assert "screenshot" not in {fact.value for fact in extract(Observed(grey), words())}
