# ruff: noqa: E501
"""3.3 and 3.4: posters on walls and leaflets in hands, and what only looks like them."""

from __future__ import annotations

from tests.independent.anew_kit import album, scene, titled
from tests.independent.case import Case
from tests.independent.fresh_clerks_kit import banner, case
from tests.independent.last_kit import at, doc, pdf, photo, xls

NONE, FULL, OPEN = (0, 0, 0), (20, 20, 20), (0, 0, 20)

_POLICY = "<div style='font-size:42px;font-weight:800;margin-bottom:14px'>威海市青年人才政策</div><div style='font-size:26px;line-height:1.8'>就业：租房和购房补贴<br>创业：担保贷款、场地补贴<br>见习：按月发放生活费</div>"
_BOARD = {"size": (640, 430), "at": ((0.28, 0.08), (0.73, 0.07), (0.72, 0.55), (0.29, 0.57)), "crowd": 0}


def _posters() -> list[Case]:
    return [
        case(
            "33-board-by-the-gate",
            "3.3",
            FULL,
            "公告栏里的人才政策海报，照片有相机时间2024年3月",
            scene("P20240314_海报.jpg", _POLICY, at("2024-03-14 11:32:08"), ground="#fdf3dc", ink="#1d3f77", **_BOARD),
            more={"3.4": NONE},
        ),
        case(
            "33-captions",
            "3.3",
            FULL,
            "Word相册，图注写2024年9月张贴，两处都是就业创业政策海报",
            album(
                "海报张贴.docx",
                ["政策宣传海报张贴情况", "2024年9月，指导站在两个校区张贴政策海报。"],
                [
                    (_POLICY, "2024年9月5日　北校区二食堂公告栏张贴的政策海报"),
                    (
                        banner("创业担保贷款政策图解", "最高额度三十万元"),
                        "2024年9月6日　南校区图书馆门前张贴的政策海报",
                    ),
                ],
            ),
            school="山东外事职业大学",
        ),
        case(
            "33-undated",
            "3.3",
            OPEN,
            "海报照片没有拍摄时间、水印和图注，画面里也没有日期",
            scene("海报.jpg", _POLICY, ground="#e4f1fb", ink="#0c3d6e", **_BOARD),
            flags=["date-missing"],
        ),
        case(
            "33-design",
            "3.3",
            OPEN,
            "只有海报的设计稿PDF，没有张贴的照片",
            pdf(
                "海报设计稿.pdf",
                "# 留威就业 政策先知",
                "## 2024年威海市高校毕业生就业创业政策",
                "租房补贴　生活补贴　见习补贴　创业补贴",
                "威海海洋职业学院招生就业处　宣",
                css="body{background:#0a6cb0;color:#fff;text-align:center}h1{font-size:52px;margin-top:200px}h2{font-size:28px}p{text-indent:0;font-size:24px}",
            ),
            flags=["content-unconfirmed"],
            school="威海海洋职业学院",
        ),
        case(
            "33-of-2022",
            "3.3",
            NONE,
            "水印写2022年，不在考核年度",
            scene(
                "水印照片.jpg",
                _POLICY,
                ground="#fff8e6",
                ink="#7c1c14",
                mark=("2022年5月18日 星期三", "09:40", "校园东门公告栏"),
                **_BOARD,
            ),
            flags=["date-outside-period"],
        ),
        case(
            "33-club",
            "3.3",
            NONE,
            "近似件：社团招新海报，与就业政策无关",
            photo(
                "招新海报.jpg",
                "# 轮滑社招新啦",
                "## 2024年9月14日　操场东侧",
                "零基础可报名　社费全免　名额五十",
                css="body{background:#ffe14d;text-align:center;min-height:880px}h1{font-size:66px;margin-top:160px}h2{font-size:34px}p{font-size:30px;text-indent:0}",
            ),
            alt=[OPEN],
            more={"4.4": NONE},
        ),
    ]


def _leaflets() -> list[Case]:
    return [
        case(
            "34-desk-in-the-hall",
            "3.4",
            FULL,
            "现场照片：桌前横幅写就业创业政策宣传册免费领取，相机日期2024年",
            scene(
                "IMG20241023.jpg",
                banner("留威就业创业政策宣传册", "免费领取 现场讲解"),
                at("2024-10-23 12:18:30"),
                ground="#1f6b3b",
                crowd=8,
            ),
        ),
        case(
            "34-captioned",
            "3.4",
            FULL,
            "相册图注：2024年5月发放政策明白纸",
            album(
                "宣传资料发放.docx",
                ["就业政策宣传资料发放照片"],
                [
                    (
                        banner("高校毕业生就业政策宣传", "请取阅政策明白纸"),
                        "2024年5月15日，志愿者向毕业生发放政策明白纸",
                    ),
                    (banner("就业政策宣传月"), "2024年5月16日，在公寓区发放政策折页"),
                ],
            ),
            school="哈尔滨理工大学荣成校区",
        ),
        case(
            "34-leaflet-and-register",
            "3.4",
            FULL,
            "折页文件加领取登记，登记日期在2024年",
            doc(
                "政策折页.docx",
                "# 威海市高校毕业生就业创业政策折页",
                "## 一、在威就业",
                "本科及以上学历毕业生到企业工作的，可申领生活补贴和购房补贴。",
                "## 二、在威创业",
                "一次性创业补贴、创业担保贷款、孵化基地入驻优惠。",
                "## 三、办理渠道",
                "登录威海市就业服务平台，或到各区市人社服务大厅。",
            ),
            doc(
                "折页领取登记.docx",
                "# 就业创业政策折页发放（领取）登记表",
                [
                    ["日期", "班级", "领取份数", "领取人", "发放人"],
                    ["2024.4.22", "机电2101", "45", "毕磊", "牟鹏程"],
                    ["2024.4.22", "船舶2101", "38", "鞠琳", "牟鹏程"],
                    ["2024.4.23", "会计2102", "50", "丛颖", "解静怡"],
                ],
            ),
        ),
        case(
            "34-register-only",
            "3.4",
            NONE,
            "只有发放登记，没有照片也没有资料本身；台账的行不算张贴和发放",
            xls(
                "发放台账.xlsx",
                {
                    "台账": titled(
                        "宣传资料发放台账",
                        ["序号", "日期", "资料名称", "数量", "发放地点", "经手人"],
                        [
                            [1, "2024-03-20", "就业政策手册", 300, "一食堂门口", "慕薇"],
                            [2, "2024-06-11", "离校就业服务指南", 1200, "各班", "慕薇"],
                        ],
                    )
                },
            ),
            alt=[OPEN],
            more={"3.3": NONE, "1.8": (15, 15, 15)},
        ),
        case(
            "34-fraud",
            "3.4",
            NONE,
            "近似件：反电信诈骗宣传单发放，不是就业创业政策材料",
            scene(
                "反诈宣传.jpg",
                banner("防范电信网络诈骗", "校园警务室"),
                at("2024-05-22 12:00:00"),
                ground="#153e90",
                crowd=6,
            ),
            alt=[OPEN],
            more={"4.7": NONE, "3.3": NONE},
        ),
        case(
            "34-undated",
            "3.4",
            OPEN,
            "发放现场照片没有任何日期",
            scene("发放.jpg", banner("就业创业政策宣传资料发放处"), crowd=6, ground="#a11a2a"),
            flags=["date-missing"],
            school="山东药品食品职业学院",
        ),
    ]


def cases() -> list[Case]:
    return [*_posters(), *_leaflets()]
