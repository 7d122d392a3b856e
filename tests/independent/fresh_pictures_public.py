# ruff: noqa: E501
"""4.5: what shows that students went to the public agencies' fairs: notices, talks, photos, screens, letters."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from tests.independent.case import Case
from tests.independent.fresh_pictures_pages import (
    Shot,
    browser,
    site_boda_article,
    status_bar,
    uri,
    word,
    wx_article,
    wx_group,
)
from tests.independent.fresh_pictures_places import backdrop, booths, tents
from tests.independent.fresh_pictures_prints import stamped
from tests.independent.press import save_scan, scanned

if TYPE_CHECKING:
    from tests.independent.press import Press


def _group(out: Path, press: Press) -> None:
    talk = (
        ("", "2024年4月9日 上午10:02"),
        (
            "辅导员-鞠老师",
            "各位同学：威海市人力资源和社会保障局将于4月13日（周六）9:00在威海市人力资源市场举办“2024年民营企业招聘月暨高校毕业生专场招聘会”，学校统一组织大巴，8:00在北门集合。",
        ),
        ("辅导员-鞠老师", "想去的同学请在群里接龙，带好简历和学生证[抱拳]"),
        ("机电2103刘一鸣", "1. 刘一鸣"),
        ("机电2103孙佳慧", "1. 刘一鸣<br>2. 孙佳慧"),
    )
    press.picture(wx_group("2024届毕业班通知群(142)", talk), 412, 915, 2.4).save(out / "组织发动截图.jpg", quality=85)


def _market(out: Path, press: Press) -> None:
    photo = booths(
        press,
        Random("market"),
        "2024年威海市高校毕业生春季专场招聘会",
        small="主办：威海市人力资源和社会保障局　承办：威海市公共就业和人才服务中心",
        people=14,
    )
    stamped(press, photo, datetime(2024, 3, 23, 9, 44), place="威海市人力资源市场", style="app").save(
        out / "学生参加招聘会.jpg", quality=86
    )


def _article(out: Path, press: Press) -> None:
    html = wx_article(
        "关于组织2025届毕业生参加威海市秋季公共就业招聘会的通知",
        "哈理工荣成就业",
        "2024年10月22日 15:30",
        (
            "荣成市人力资源和社会保障局定于10月26日上午在荣成市人才服务中心举办“金秋招聘月”公共就业招聘会，现组织我校2025届毕业生参加。",
            "集合时间：10月26日7:50；集合地点：校东门。",
        ),
        dark=True,
        clock="15:58",
    )
    press.picture(html, 393, 852, 2.4).save(out / "通知.png")


def _live(out: Path, press: Press) -> None:
    html = f"<meta charset=utf-8><style>*{{margin:0;box-sizing:border-box}}body{{font-family:Noto Sans CJK SC,WenQuanYi Micro Hei;background:linear-gradient(#20304a,#5a3b50 60%,#16161c);color:#fff;height:852px;overflow:hidden}}</style>{status_bar('14:36', dark=True)}<div style='padding:8px 14px;display:flex;gap:10px;align-items:center'><span style='width:38px;height:38px;border-radius:50%;background:#c33'></span><div style='font-size:15px'>威海公共就业<div style='font-size:12px;opacity:.8'>3.2万 本场点赞</div></div><span style='background:#fe2c55;border-radius:16px;padding:5px 14px;font-size:14px'>关注</span></div><div style='margin:40px 22px;background:rgba(10,60,140,.85);border-radius:10px;padding:24px;text-align:center'><div style='font-size:17px'>威海市公共就业和人才服务中心</div><div style='font-size:28px;font-weight:bold;margin:14px 0'>直播带岗<br>高校毕业生专场招聘会</div><div style='font-size:18px'>2024年6月21日 14:30—16:30</div></div><div style='position:absolute;left:14px;bottom:90px;font-size:15px;line-height:2.1'><div><span style='color:#8fd3ff'>威职在线小王：</span>请问数控岗位包住吗</div><div><span style='color:#8fd3ff'>海边的风：</span>2号岗位讲解一下</div><div><span style='color:#8fd3ff'>用户7731：</span>应届可以投吗</div></div><div style='position:absolute;left:14px;right:14px;bottom:26px;background:rgba(0,0,0,.35);border-radius:20px;padding:10px 16px;font-size:15px'>说点什么…</div>"
    press.picture(html, 393, 852, 2.3).save(out / "Screenshot_20240621_143612.png")


def _red_head(out: Path, press: Press) -> None:
    html = "<meta charset=utf-8><style>*{margin:0}body{font:21px/1.9 AR PL UMing CN,Noto Serif CJK SC,WenQuanYi Micro Hei;padding:80px 90px}</style><div style='text-align:center;color:#d1121b;font:bold 44px Noto Serif CJK SC,WenQuanYi Micro Hei;letter-spacing:4px'>威海市公共就业和人才服务中心</div><div style='border-bottom:4px solid #d1121b;margin:22px 0 40px'></div><h1 style='font:bold 30px/1.5 Noto Serif CJK SC,WenQuanYi Micro Hei;text-align:center;margin-bottom:30px'>关于组织毕业生参加“才聚威海”<br>2024年秋季高校毕业生招聘会的函</h1><p>山东外事职业大学：</p><p style='text-indent:2em'>为做好2025届高校毕业生就业服务，我中心定于2024年11月9日（星期六）在威海国际经贸交流中心举办“才聚威海”秋季高校毕业生招聘会，参会单位300余家。请贵校广泛发动，组织应届毕业生参加。</p><p style='text-indent:2em'>联系人：苗科长　电话：0631-5170000</p><div style='text-align:right;margin-top:70px;padding-right:60px'>威海市公共就业和人才服务中心<span class=seal data-name='威海市公共就业和人才服务中心' style='display:inline-block;width:0;height:0;position:relative;left:-120px'></span><br>2024年10月28日</div>"
    save_scan([scanned(press.picture(html), Random("red"))], out / "20241028函.pdf")


def _commercial(out: Path, press: Press) -> None:
    photo = booths(press, Random("comm"), "职通天下招聘网2024齐鲁巡回招聘会", back="#ff6a00", people=10)
    stamped(press, photo, datetime(2024, 4, 20, 10, 0), style="orange").save(out / "参加招聘会.jpg", quality=84)


def _public_2023(out: Path, press: Press) -> None:
    html = browser(
        site_boda_article(
            "威海职业学院就业信息网",
            "通知公告",
            "关于组织参加威海市人社局“百日千万招聘专项行动”招聘会的通知",
            "发布时间：2023-06-09&emsp;浏览次数：488",
            (
                "各系：",
                "威海市人力资源和社会保障局定于2023年6月17日在市人力资源市场举办百日千万招聘专项行动现场招聘会，请组织2023届毕业生参加。",
                "招生就业处",
                "2023年6月9日",
            ),
        ),
        "jyxx.weihaicollege.example/info/1021/2210.htm",
        "通知公告",
    )
    press.picture(html, 1366, 768, 1.2).save(out / "招聘会通知.png")


def _public_undated(out: Path, press: Press) -> None:
    booths(
        press,
        Random("pud"),
        "文登区高校毕业生专场招聘会",
        small="主办单位：威海市文登区人力资源和社会保障局",
        people=12,
    ).save(out / "现场.jpg", quality=80)


def _public_word(out: Path, press: Press) -> None:
    photo = backdrop(
        press,
        Random("pw"),
        "乳山市2024年“春风行动”<br>公共就业服务招聘会",
        ("主办：乳山市人力资源和社会保障局",),
        hue=10,
    )
    word(
        out / "组织学生参加公共招聘会.docx",
        [
            "# 关于组织学生参加公共就业服务机构招聘会的情况",
            "2024年3月2日，我校组织2024届毕业生42人赴乳山市参加由乳山市人力资源和社会保障局主办的“春风行动”公共就业服务招聘会，17人达成意向。",
            Shot(photo, "图 我校学生在招聘会现场（2024年3月2日）", 13),
            "山东交通学院（威海）就业指导中心",
            "2024年3月5日",
        ],
    )


def _own(out: Path, press: Press) -> None:
    folder = out / "4.5"
    folder.mkdir()
    photo = tents(press, Random("own"), "威海海洋职业学院2024年秋季校园招聘会")
    stamped(press, photo, datetime(2024, 11, 1, 9, 24), place="威海海洋职业学院", style="app").save(
        folder / "招聘会.jpg", quality=85
    )


def _by_notice(out: Path, press: Press) -> None:
    booths(press, Random("bn"), "环翠区人社局“青春留威”高校毕业生招聘会", people=11).save(
        out / "学生现场面试.jpg", quality=84
    )
    word(
        out / "通知.docx",
        [
            "# 关于组织参加环翠区人社局“青春留威”高校毕业生招聘会的通知",
            "各学院：",
            "接环翠区人力资源和社会保障局通知，“青春留威”高校毕业生招聘会定于2024年5月25日上午在环翠区人力资源市场举办，请各学院组织应届毕业生参加，5月23日前报送人数。",
            "哈尔滨工业大学（威海）学生就业指导中心",
            "2024年5月20日",
        ],
    )


def _h5(out: Path, press: Press) -> None:
    """The agency's page of an online fair, opened on a tablet."""
    photo = backdrop(press, Random("h5"), "线上招聘<br>云端相会", (), hue=190, people=3)
    html = f"<meta charset=utf-8><style>*{{margin:0;box-sizing:border-box}}body{{font-family:Noto Sans CJK SC,WenQuanYi Micro Hei;background:#f2f6fb;color:#222}}</style>{status_bar('上午9:20')}<img src='{uri(photo)}' style='width:100%;height:300px;object-fit:cover'><div style='padding:26px 40px'><h1 style='font-size:30px;line-height:1.4'>山东省2024年“高校毕业生就业服务攻坚”网络招聘会（威海站）</h1><p style='color:#666;font-size:18px;margin:16px 0;line-height:1.8'>主办单位：山东省公共就业和人才服务中心、威海市公共就业和人才服务中心<br>活动时间：2024年8月1日—8月31日<br>参会单位：428家　在招岗位：6105个</p><div style='display:flex;gap:16px'><span style='background:#1677ff;color:#fff;border-radius:6px;padding:14px 40px;font-size:19px'>我要应聘</span><span style='border:1px solid #1677ff;color:#1677ff;border-radius:6px;padding:14px 40px;font-size:19px'>已投递 3</span></div></div>"
    press.picture(html, 820, 1000, 1.5).save(out / "网络招聘会.png")


def cases() -> Iterator[Case]:
    none = (0, 0, 0)
    cell = "4.5"
    full, open_ = (8, 8, 8), (0, 0, 8)
    yield Case("fq-public-group-chat", cell, _group, {cell: full}, note="群通知截图写明人社局招聘会，2024-04-13")
    yield Case("fq-public-market-photo", cell, _market, {cell: full}, note="横幅写主办人社局，水印 2024-03-23")
    yield Case(
        "fq-public-wechat-notice",
        cell,
        _article,
        {cell: full},
        school="哈尔滨理工大学荣成校区",
        note="推送通知写明荣成市人社局招聘会 2024-10-26",
    )
    yield Case("fq-public-live", cell, _live, {cell: full}, note="直播带岗截图，市公共就业和人才服务中心")
    yield Case(
        "fq-public-red-head-scan",
        cell,
        _red_head,
        {cell: full},
        school="山东外事职业大学",
        note="来函通知公共机构招聘会 2024-11-09",
    )
    yield Case(
        "fq-public-commercial",
        cell,
        _commercial,
        {cell: none},
        alt={cell: (open_,)},
        note="商业网站的招聘会，无公共机构",
    )
    yield Case(
        "fq-public-2023",
        cell,
        _public_2023,
        {cell: none},
        want_flags=((cell, "date-outside-period"),),
        note="2023 年的通知",
    )
    yield Case(
        "fq-public-undated",
        cell,
        _public_undated,
        {cell: open_},
        want_flags=((cell, "date-missing"),),
        note="有主办机构、无日期",
    )
    yield Case(
        "fq-public-word",
        cell,
        _public_word,
        {cell: full},
        school="山东交通学院（威海）",
        note="情况说明和照片，2024-03-02",
    )
    yield Case(
        "fq-public-own-fair",
        cell,
        _own,
        {cell: none, "4.4": (5, 5, 5)},
        alt={cell: (open_,)},
        school="威海海洋职业学院",
        note="本校自办的招聘会放进 4.5：只在 4.4 计",
    )
    yield Case(
        "fq-public-dated-by-notice",
        cell,
        _by_notice,
        {cell: full},
        school="哈尔滨工业大学（威海）",
        note="通知本身已够；照片同名",
    )
    yield Case("fq-public-online-page", cell, _h5, {cell: full}, note="网络招聘会页面截图，主办公共机构，2024-08")
