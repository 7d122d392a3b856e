# ruff: noqa: E501
"""3.3–4.8: posters, leaflets, fairs, counsel and contests in photos of today, and screens that only speak of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from random import Random

import numpy as np
from PIL import Image

from tests.independent.case import Case
from tests.independent.late_pictures_kit import (
    Size,
    hang,
    harmony_bar,
    ios_bar,
    marked,
    people,
    save,
    screen,
    sign,
    taken,
    wall,
)
from tests.independent.press import Press

HALL: Size = (1600, 1200)
POLICY = (
    "<div style='font-size:40px;font-weight:700;margin:18px'>威海市高校毕业生就业补贴政策</div>"
    "<div style='font-size:26px;line-height:1.9'>生活补贴：本科每月 1500 元<br>购房补贴：最高 15 万元<br>租房补贴：每月 800 元<br>创业担保贷款：最高 30 万元<br>一次性求职补贴：1000 元</div>"
    "<div style='font-size:22px;margin-top:26px'>申领方式：威海人社服务平台</div>"
)


def _poster(press: Press, ground: str = "#fff4e0", ink: str = "#8a1c12") -> Image.Image:
    return sign(press, POLICY, (560, 760), ground, ink)


def _lift(out: Path, press: Press) -> None:
    """A poster in the frame of a lift."""
    rng = Random("lift")
    pixels = wall(rng, (1200, 1600), (168, 170, 172), (120, 118, 112), 0.93)
    hang(pixels, _poster(press), ((0.2, 0.14), (0.8, 0.16), (0.79, 0.8), (0.21, 0.78)))
    save(taken(pixels, rng), out / "3.3 张贴海报" / "电梯.jpg", datetime(2024, 6, 3, 15, 20))


def _corridor(out: Path, press: Press) -> None:
    """A poster on a corridor's wall, with the mark of a camera for work."""
    rng = Random("corridor")
    pixels = wall(rng, HALL, (214, 206, 190), (150, 140, 128), 0.85)
    hang(pixels, _poster(press, "#e8f2ff", "#123a7a"), ((0.36, 0.1), (0.66, 0.13), (0.66, 0.78), (0.36, 0.74)))
    save(
        marked(press, taken(pixels, rng), "2024年5月21日 星期二", "10:16", "威海市 · 山东交通学院威海校区"),
        out / "海报.jpg",
    )


def _poster_2023(out: Path, press: Press) -> None:
    rng = Random("poster23")
    pixels = wall(rng, HALL, (196, 200, 190), (130, 132, 128), 0.9)
    hang(pixels, _poster(press), ((0.34, 0.12), (0.64, 0.1), (0.65, 0.76), (0.34, 0.8)))
    save(marked(press, taken(pixels, rng), "2023年5月23日 星期二", "9:40", "威海职业学院"), out / "海报张贴.jpg")


def _design(out: Path, press: Press) -> None:
    """The artwork of a poster."""
    body = f"{POLICY}<div style='font-size:24px;margin-top:40px'>威海职业学院招生就业处 2024年6月</div>"
    sign(press, body, (700, 1000), "linear-gradient(160deg,#c81e1e,#f08a24)", "#fff", 2).save(out / "海报.png")


def _note(out: Path, press: Press) -> None:
    """A private note on a phone."""
    body = f"{harmony_bar('21:07')}<div style='padding:14px 22px'><div style='color:#888'>‹ 备忘录</div><h1 style='font-size:24px;margin:14px 0'>威海就业补贴政策</h1><div style='color:#999;font-size:13px'>2024年6月3日 21:05 &nbsp; 96字</div><div style='font-size:18px;line-height:1.9;margin-top:14px'>1. 生活补贴：本科每月 1500 元<br>2. 购房补贴：最高 15 万元<br>3. 租房补贴：每月 800 元<br>4. 创业担保贷款<br>记得去人社窗口问材料</div></div>"
    path = out / "3.3 张贴海报"
    path.mkdir()
    screen(press, body, (380, 844), 3, ground="#fdf9ee").save(path / "海报.png")


def _red_note(out: Path, press: Press) -> None:
    """A note on a social app that shows a policy as a picture."""
    card = f"<div style='background:#fff4e0;color:#8a1c12;text-align:center;padding:40px 10px'>{POLICY.replace('40px', '26px').replace('26px;line', '19px;line')}</div>"
    body = f"{ios_bar('19:22')}<div style='display:flex;gap:10px;padding:10px 16px;align-items:center'><i style='width:36px;height:36px;border-radius:18px;background:#e9a'></i><span style='font-size:16px;flex:1'>小海在威海</span><span style='border:1px solid #ff2442;color:#ff2442;border-radius:16px;padding:5px 16px;font-size:14px'>关注</span></div>{card}<div style='padding:14px 16px;font-size:17px'>威海就业补贴政策，毕业生快看！<br><span style='color:#13386c'>#威海 #应届生 #补贴</span><div style='color:#999;font-size:13px;margin-top:8px'>2024-06-02 山东</div></div><div style='position:fixed;bottom:0;display:flex;gap:24px;padding:14px 16px 30px;font-size:15px;background:#fff;width:100%'><span style='background:#f2f2f2;border-radius:18px;padding:6px 24px;color:#888'>说点什么...</span><span>♡ 128</span><span>☆ 96</span><span>💬 14</span></div>"
    path = out / "3.3 张贴海报"
    path.mkdir()
    screen(press, body, (393, 852), 3).save(path / "1.png")


def _editor(out: Path, press: Press) -> None:
    """A poster while it is edited on a computer."""
    sheet = f"<div style='width:430px;margin:20px auto;background:#fff4e0;color:#8a1c12;text-align:center;padding:30px 10px'>{POLICY.replace('40px', '25px').replace('26px;line', '18px;line')}</div>"
    body = f"<div style='background:#f0f0f0;padding:7px 12px;font-size:13px'>首页 &nbsp; 海报.docx ✕ &nbsp; ＋</div><div style='background:#fafafa;padding:8px 12px;font-size:13px;display:flex;gap:20px'><span>文件</span><span>开始</span><span>插入</span><span>页面布局</span><span>引用</span><span>审阅</span><span>视图</span><span>会员专享</span></div><div style='background:#e3e5e8;height:640px;overflow:hidden'>{sheet}</div><div style='font-size:12px;padding:5px 12px'>页面：1/1 &nbsp; 字数：86 &nbsp; 拼写检查 &nbsp; 100%</div>"
    path = out / "3.3 张贴海报"
    path.mkdir()
    screen(press, body, (1280, 760), 1.5).save(path / "海报.png")


def _leaflet(out: Path, press: Press) -> None:
    rng = Random("leaflet")
    pixels = wall(rng, (1200, 1600), (128, 100, 74), (122, 96, 70), 0.5)
    body = "<div style='font-size:46px;font-weight:700'>威海市高校毕业生<br>就业创业政策宣传手册</div><div style='font-size:24px;margin-top:60px'>威海市人力资源和社会保障局</div>"
    hang(
        pixels, sign(press, body, (600, 820), "#0d5aa7", "#fff"), ((0.16, 0.12), (0.86, 0.1), (0.9, 0.86), (0.12, 0.84))
    )
    save(taken(pixels, rng), out / "3.4 宣传资料" / "手册.jpg", datetime(2024, 6, 5, 11, 2))


def _leaflet_chat(out: Path, press: Press) -> None:
    """A chat about leaflets."""

    def said(name: str, text: str, mine: bool = False) -> str:
        side = "row-reverse" if mine else "row"
        return f"<div style='display:flex;flex-direction:{side};gap:10px;margin:16px 12px'><i style='flex:none;width:40px;height:40px;border-radius:6px;background:#9ab'></i><div><div style='font-size:12px;color:#888'>{'' if mine else name}</div><div style='background:{'#95ec69' if mine else '#fff'};padding:10px 13px;border-radius:6px;font-size:17px;max-width:260px'>{text}</div></div></div>"

    body = (
        f"{ios_bar('17:45')}<div style='text-align:center;font-size:17px;padding:8px'>就业工作交流群(48)</div><div style='text-align:center;color:#999;font-size:13px'>6月5日 下午5:30</div>"
        + said("李老师", "就业政策宣传手册发放了吗？")
        + said("", "各班都领取了宣传资料，共 600 份", True)
        + said("李老师", "好的，记得留照片")
    )
    path = out / "3.4 宣传资料"
    path.mkdir()
    screen(press, body, (393, 852), 3, ground="#ededed").save(path / "发放.png")


# --- happenings -------------------------------------------------------------------------------------


def _scene(
    press: Press, key: str, text: str, ground: str, ink: str, many: int, small: str = ""
) -> tuple[np.ndarray, Random]:
    rng = Random(key)
    pixels = wall(rng, HALL, (190, 186, 178), (120, 112, 104), 0.66)
    hang(
        pixels,
        sign(press, f"<div style='font-size:58px;font-weight:700'>{text}</div>", (1300, 150), ground, ink),
        ((0.06, 0.12), (0.94, 0.16), (0.94, 0.3), (0.06, 0.27)),
    )
    if small:
        hang(
            pixels,
            sign(press, f"<div style='font-size:40px'>{small}</div>", (420, 120), "#fff", "#234"),
            ((0.7, 0.46), (0.9, 0.47), (0.9, 0.55), (0.7, 0.545)),
        )
    people(pixels, rng, many, 0.66)
    return pixels, rng


def _fair(out: Path, press: Press) -> None:
    pixels, rng = _scene(press, "fair", "威海职业学院2024年冬季校园双选会", "#c4161c", "#ffe14d", 7)
    save(marked(press, taken(pixels, rng), "2024年12月6日 星期五", "9:35", "威海职业学院体育馆"), out / "双选会.jpg")


def _fair_bare(out: Path, press: Press) -> None:
    pixels, rng = _scene(press, "bare", "山东外事职业大学校园招聘会", "#0b4aa2", "#fff", 6)
    save(taken(pixels, rng), out / "招聘会.jpg")


def _fair_four(out: Path, press: Press) -> None:
    """Four photos put together without a gutter, each with its mark."""
    told = (
        ("春季校园双选会", "2024年3月22日 星期五"),
        ("智能制造类专场招聘会", "2024年5月10日 星期五"),
        ("秋季校园双选会", "2024年10月18日 星期五"),
        ("医养健康类专场招聘会", "2024年11月8日 星期五"),
    )
    whole = Image.new("RGB", (HALL[0] * 2, HALL[1] * 2))
    for at, (name, day) in enumerate(told):
        pixels, rng = _scene(press, f"four{at}", name, ("#c4161c", "#0b4aa2")[at % 2], "#fff", 5 + at)
        photo = marked(press, taken(pixels, rng), day, f"{9 + at}:20", "威海海洋职业学院")
        whole.paste(photo, (HALL[0] * (at % 2), HALL[1] * (at // 2)))
    save(whole.resize((2400, 1800)), out / "招聘会.jpg")


def _fair_news(out: Path, press: Press) -> None:
    """A photo of the school's own notice of a fair on a board."""
    rng = Random("news")
    pixels = wall(rng, (1200, 1600), (210, 204, 192), (150, 146, 138), 0.95)
    body = "<div style='font-size:44px;font-weight:700'>2024年秋季校园双选会</div><div style='font-size:28px;line-height:2;margin-top:30px;text-align:left'>时间：2024年10月18日 9:00<br>地点：体育馆一楼<br>参会企业：120 家<br>面向对象：2025届毕业生<br>扫码报名</div>"
    hang(
        pixels, sign(press, body, (620, 860), "#fff", "#153a70"), ((0.14, 0.08), (0.86, 0.1), (0.86, 0.9), (0.14, 0.9))
    )
    save(taken(pixels, rng), out / "4.4 校园招聘会" / "双选会.jpg", datetime(2024, 10, 12, 16, 0))


def _sms(out: Path, press: Press) -> None:
    """A text message of an agency."""
    text = "【威海人社】威海市公共就业和人才服务中心定于2024年5月18日上午9:00在威海市人力资源市场举办“才聚威海”高校毕业生专场招聘会，诚邀各高校毕业生参加。"
    body = f"{ios_bar('8:58')}<div style='text-align:center;padding:10px;font-size:15px'>1065 7555 1237 1</div><div style='text-align:center;color:#999;font-size:13px'>短信/彩信 2024年5月15日 周三 8:57</div><div style='margin:14px;background:#e9e9eb;border-radius:18px;padding:14px 16px;font-size:18px;line-height:1.6;width:310px'>{text}</div>"
    screen(press, body, (393, 852), 3).save(out / "短信.png")


def _affairs(out: Path, press: Press) -> None:
    """A notice in the app of the province's administration."""
    body = f"{harmony_bar('11:30')}<div style='background:#2a6df5;color:#fff;padding:14px 18px;font-size:18px'>‹ &nbsp; 资讯详情 &nbsp; ···</div><div style='padding:18px'><h1 style='font-size:23px;line-height:1.4'>威海市人社局举办2024年高校毕业生秋季专场招聘会</h1><div style='color:#999;font-size:14px;margin:12px 0'>爱山东 2024-09-20 09:12</div><p style='font-size:18px;line-height:1.8'>9月28日上午，威海市人力资源和社会保障局将在威海国际会展中心举办高校毕业生秋季专场招聘会，200余家企业参会，提供岗位6000余个。请各驻威高校组织毕业生参加。</p></div>"
    screen(press, body, (380, 844), 3).save(out / "招聘会通知.png")


def _portal(out: Path, press: Press) -> None:
    """A portal's own fair in its app."""
    body = f"{harmony_bar('15:02')}<div style='padding:14px 18px;font-size:18px'>‹ &nbsp; 活动详情</div><div style='padding:18px'><h1 style='font-size:23px;line-height:1.4'>智联招聘2024年秋季大型双选会</h1><div style='color:#999;font-size:14px;margin:12px 0'>2024年10月20日 9:00—12:00</div><p style='font-size:18px;line-height:1.8'>主办单位：智联招聘<br>活动地点：线上会场<br>参会企业 300 家，简历一键投递。</p></div><div style='position:fixed;bottom:0;width:100%;text-align:center;background:#f56;color:#fff;padding:16px'>立即报名</div>"
    path = out / "4.5 公共服务机构招聘会"
    path.mkdir()
    screen(press, body, (380, 844), 3).save(path / "双选会.png")


def _desk(out: Path, press: Press) -> None:
    pixels, rng = _scene(press, "desk", "就业创业指导咨询台", "#0e7a5f", "#fff", 4, "一对一")
    save(taken(pixels, rng), out / "4.7 指导咨询" / "咨询.jpg", datetime(2024, 4, 16, 14, 30))


def _library(out: Path, press: Press) -> None:
    pixels, rng = _scene(press, "library", "图书馆参考咨询台", "#5a3d1e", "#fff", 4, "借阅办理")
    save(taken(pixels, rng), out / "咨询.jpg", datetime(2024, 4, 16, 14, 30))


def _recruits(out: Path, press: Press) -> None:
    pixels, rng = _scene(press, "recruits", "大学生征兵政策咨询点", "#3c5a1e", "#fff", 5)
    save(taken(pixels, rng), out / "咨询.jpg", datetime(2024, 6, 12, 9, 30))


def _heart(out: Path, press: Press) -> None:
    pixels, rng = _scene(press, "heart", "学生心理发展与咨询中心", "#2d6f8e", "#fff", 3, "咨询室")
    save(taken(pixels, rng), out / "咨询.jpg", datetime(2024, 5, 25, 10, 0))


def _contest(out: Path, press: Press) -> None:
    pixels, rng = _scene(press, "contest", "第十届大学生创新创业大赛总决赛", "#1b1464", "#6ff", 6)
    save(
        marked(press, taken(pixels, rng), "2024年6月20日 星期四", "14:08", "哈尔滨工业大学（威海）主楼"),
        out / "大赛.jpg",
    )


def _contest_2022(out: Path, press: Press) -> None:
    pixels, rng = _scene(press, "contest22", "大学生创业计划大赛决赛", "#7a0f0f", "#fff", 5)
    save(taken(pixels, rng), out / "大赛.jpg", datetime(2022, 6, 20, 14, 0))


def _ball(out: Path, press: Press) -> None:
    pixels, rng = _scene(press, "ball", "“创业杯”教职工篮球赛", "#11491f", "#fff", 8)
    save(taken(pixels, rng), out / "比赛.jpg", datetime(2024, 5, 8, 17, 0))


def cases() -> Iterator[Case]:
    """The cases of 3.3 to 4.8."""
    full, none, open_ = (8, 8, 8), (0, 0, 0), (0, 0, 8)
    twenty, open_20 = (20, 20, 20), (0, 0, 20)
    yield Case("lq-poster-lift", "3.3", _lift, {"3.3": twenty}, note="电梯框里的政策海报，EXIF 2024")
    yield Case(
        "lq-poster-corridor",
        "3.3",
        _corridor,
        {"3.3": twenty},
        school="山东交通学院（威海）",
        note="走廊海报，工作相机水印 2024",
    )
    yield Case(
        "lq-poster-2023",
        "3.3",
        _poster_2023,
        {"3.3": none},
        want_flags=(("3.3", "date-outside-period"),),
        note="水印 2023",
    )
    yield Case(
        "lq-poster-artwork",
        "3.3",
        _design,
        {"3.3": twenty},
        alt={"3.3": [open_20]},
        note="设计稿图片：没有字样说明是设计稿，按照片计",
    )
    yield Case("lq-poster-note", "3.3", _note, {"3.3": none}, alt={"3.3": [open_20]}, note="手机备忘录不是海报")
    yield Case(
        "lq-poster-red-note", "3.3", _red_note, {"3.3": none}, alt={"3.3": [open_20]}, note="社交软件的笔记不是海报"
    )
    yield Case("lq-poster-editor", "3.3", _editor, {"3.3": none}, alt={"3.3": [open_20]}, note="正在编辑的文档是截图")
    yield Case("lq-leaflet-cover", "3.4", _leaflet, {"3.4": twenty}, note="宣传手册封面，EXIF 2024")
    yield Case(
        "lq-leaflet-chat", "3.4", _leaflet_chat, {"3.4": none}, alt={"3.4": [open_20]}, note="聊天不是资料的照片"
    )
    yield Case("lq-fair-marked", "4.4", _fair, {"4.4": (5, 5, 5)}, facts={"4.4": {"fairs": 1}}, note="横幅与水印，2024")
    yield Case(
        "lq-fair-undated",
        "4.4",
        _fair_bare,
        {"4.4": (0, 0, 5)},
        want_flags=(("4.4", "date-missing"),),
        school="山东外事职业大学",
        note="没有日期",
    )
    yield Case(
        "lq-fair-four",
        "4.4",
        _fair_four,
        {"4.4": (5, 5, 5)},
        facts={"4.4": {"fairs": 4}},
        school="威海海洋职业学院",
        note="无缝拼图四场，各有水印",
    )
    yield Case(
        "lq-fair-notice", "4.4", _fair_news, {"4.4": (0, 0, 5)}, alt={"4.4": [none]}, note="告示只说要办，不是现场"
    )
    yield Case("lq-public-sms", "4.5", _sms, {"4.5": full}, note="公共就业中心的短信截图")
    yield Case("lq-public-app", "4.5", _affairs, {"4.5": full}, note="政务应用里的人社局通知")
    yield Case("lq-public-portal", "4.5", _portal, {"4.5": none}, alt={"4.5": [open_]}, note="商业机构的双选会")
    yield Case("lq-advice-desk", "4.7", _desk, {"4.7": full}, note="咨询台，EXIF 2024")
    yield Case("lq-advice-reference", "4.7", _library, {"4.7": none}, note="图书馆的参考咨询")
    yield Case("lq-advice-recruits", "4.7", _recruits, {"4.7": none}, note="征兵政策咨询不是就业咨询")
    yield Case("lq-advice-heart", "4.7", _heart, {"4.7": none}, note="心理咨询不是就业咨询")
    yield Case(
        "lq-contest-final",
        "4.8",
        _contest,
        {"4.8": full},
        school="哈尔滨工业大学（威海）",
        note="总决赛现场，水印 2024",
    )
    yield Case(
        "lq-contest-2022",
        "4.8",
        _contest_2022,
        {"4.8": none},
        want_flags=(("4.8", "date-outside-period"),),
        note="EXIF 2022",
    )
    yield Case("lq-contest-ball", "4.8", _ball, {"4.8": none}, note="名叫创业杯的篮球赛")
