# ruff: noqa: E501
"""Posts, pages of sites, posters and leaflets: cells 3.1 to 3.4."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from random import Random

from tests.independent import late_pictures_kit as pic
from tests.independent.anew_kit import desk, phone, scene, titled
from tests.independent.case import Case
from tests.independent.fresh_station_kit import HURRIED, PLAIN, book, case, pdf, photo, web

POST, NONE, OPEN = (25, 25, 25), (0, 0, 0), (0, 0, 25)
WALL, DESIGN = (20, 20, 20), (0, 0, 20)


def cases() -> Iterator[Case]:
    yield from _wechat()
    yield from _sites()
    yield from _posters()
    yield from _leaflets()


def _article(title: str, account: str, day: str, text: Sequence[str], foot: str = "阅读 486　　赞 9　　在看 5") -> str:
    body = "".join(
        f"<p style='margin:12px 0;font-size:17px;line-height:1.7;text-align:justify'>{line}</p>" for line in text
    )
    return f"<div style='padding:14px 18px'><h1 style='font-size:22px;line-height:1.4'>{title}</h1><p style='margin:10px 0;font-size:15px;color:#888'>原创 <b style='color:#576b95;font-weight:400'>{account}</b>　{day}　山东</p>{body}<p style='color:#888;font-size:15px;margin-top:22px'>{foot}</p></div>"


def _wechat() -> Iterator[Case]:
    yield case(
        "an-31-article",
        "3.1",
        POST,
        "本校就业公众号2024年的一条，讲威海的补贴",
        phone(
            "微信1.png",
            _article(
                "毕业生看过来！来威海就业能领哪些补贴？",
                "威海海洋职业学院就业",
                "2024年6月3日 18:05",
                [
                    "又到毕业季，小就为大家梳理了威海市支持青年人才就业的几项政策，快来看看你能享受哪一项。",
                    "一、生活补贴：全日制本科毕业生每月1500元，专科每月800元。",
                    "二、购房补贴：在市区首次购房可申领。",
                    "三、一次性创业补贴：在环翠、文登、荣成、乳山均可申请。",
                ],
            ),
        ),
        school="威海海洋职业学院",
        facts={"posts": 1},
    )
    rng = Random("an31")
    listed = [
        ("2024年5月22日", "“职等你来”威海市直播带岗第三场预告"),
        ("2024年5月16日", "留威就业 | 荣成市青年人才驿站免费住7天"),
        ("2024年5月9日", "食堂推出母亲节套餐"),
        ("2024年4月28日", "威海市大学生创业担保贷款申请指南"),
        ("2024年4月19日", "乳山市重点企业春季招聘岗位表"),
        ("2024年4月12日", "图书馆开放时间调整"),
    ]
    rows = "".join(
        f"<div style='display:flex;padding:14px 16px;border-bottom:1px solid #eee;gap:12px'><div style='flex:1'><p style='font-size:17px;line-height:1.4'>{t}</p><p style='color:#999;font-size:13px;margin-top:6px'>{d}</p></div>{pic.cover(rng, 78, 60)}</div>"
        for d, t in listed
    )
    yield case(
        "an-31-list",
        "3.1",
        POST,
        "公众号列表：四条讲威海就业创业，两条无关",
        phone(
            "微信2.png",
            f"<div style='padding:14px 16px'><h2 style='font-size:20px'>威职就业</h2><p style='color:#888;font-size:14px'>威海职业学院招生就业处官方账号</p></div>{rows}",
        ),
        facts={"posts": 4},
    )
    yield case(
        "an-31-typed",
        "3.1",
        OPEN,
        "只有自己列的清单，没有截图",
        book(
            "推送清单.xlsx",
            {
                "微信": titled(
                    "2024年微信公众号推送清单（威海职业学院就业创业）",
                    ["序号", "推送时间", "标题", "阅读量"],
                    [
                        [n, d, t, 300 + 17 * n]
                        for n, (d, t) in enumerate(
                            (
                                ("2024-03-08", "威海市2024年春风行动招聘专场"),
                                ("2024-04-15", "威海人才政策问答"),
                                ("2024-05-20", "环翠区企业走进校园"),
                                ("2024-09-19", "威海市就业见习岗位征集"),
                                ("2024-10-30", "文登区青年人才公寓申请"),
                                ("2024-11-12", "威海市秋季线上招聘会"),
                            ),
                            1,
                        )
                    ],
                )
            },
        ),
        flags=["content-unconfirmed"],
    )
    yield case(
        "an-31-province",
        "3.1",
        OPEN,
        "讲的是全省的三支一扶，除学校名外没有威海",
        phone(
            "微信3.png",
            _article(
                "山东省2024年“三支一扶”招募公告来了",
                "威海职业学院就业服务",
                "2024年4月23日 09:12",
                [
                    "山东省2024年高校毕业生“三支一扶”计划招募工作即将开始。",
                    "报名时间：4月26日9:00至4月30日16:00。",
                    "招募对象为山东省生源或在鲁高校的应届毕业生。",
                    "报名网站：山东省人力资源和社会保障厅网站专栏。",
                ],
            ),
        ),
        flags=["judgement-required"],
    )
    yield case(
        "an-31-games",
        "3.1",
        NONE,
        "运动会的推送与就业创业无关",
        phone(
            "微信4.png",
            _article(
                "战报！我校代表队勇夺威海市大学生篮球联赛亚军",
                "威海职业学院",
                "2024年5月12日 20:40",
                [
                    "5月12日，威海市大学生篮球联赛落下帷幕。",
                    "我校男篮经过四轮激烈角逐，以三胜一负的战绩获得亚军。",
                    "队员们表示将继续努力，再创佳绩。",
                ],
            ),
        ),
    )


def _sites() -> Iterator[Case]:
    yield case(
        "an-32-saved",
        "3.2",
        POST,
        "本校就业网保存的网页，2024年，市人社局的政策",
        web(
            "zc.html",
            "# 转发：威海市人社局关于2024年高校毕业生就业见习补贴申领的通知\n各位毕业生：\n现转发威海市人力资源和社会保障局关于就业见习补贴申领的通知，请有意向的同学于11月20日前联系就业科。\n一、申领对象：毕业两年内未就业的高校毕业生。\n二、补贴标准：按当地最低工资标准的60%执行。",
            site="威海职业学院就业信息网",
            path="首页 > 就业政策 > 正文",
            told="发布时间：2024-10-22　　来源：招生就业处　　浏览次数：217",
        ),
        facts={"posts": 1},
    )
    towns = ("威海市", "环翠区", "文登区", "荣成市", "乳山市", "威海经济技术开发区")
    topics = ("大学生就业补贴政策解读", "民营企业招聘岗位信息", "青年就业见习岗位公告", "创业担保贷款申请须知")
    items = [
        (
            f"{towns[n % 6]}{topics[n % 4]}" + ("" if n < 12 else f"（第{n - 10}期）"),
            f"2024-{12 - n // 2:02d}-{26 - n:02d}",
        )
        for n in range(18)
    ]
    lines = "".join(
        f"<li style='display:flex;justify-content:space-between;padding:7px 4px;border-bottom:1px dotted #bbb;font-size:16px'><span>· {t}</span><span>{d}</span></li>"
        for t, d in items
    )
    yield case(
        "an-32-list",
        "3.2",
        (30, 30, 30),
        "列表18条，均为2024年、均讲威海：多于15条",
        desk(
            "网站列表.png",
            f"<div style='background:#0b5394;color:#fff;padding:16px 40px;font-size:26px'>山东外事职业大学就业信息网</div><p style='padding:10px 40px;color:#555'>当前位置：首页 &gt; 通知公告</p><ul style='list-style:none;padding:0 40px'>{lines}</ul><p style='text-align:center;padding:12px'>首页　上一页　1　2　3　下一页　尾页</p>",
            high=940,
        ),
        school="山东外事职业大学",
        facts={"posts": 18},
    )
    yield case(
        "an-32-bureau",
        "3.2",
        OPEN,
        "市人社局自己的网站，不是学校的",
        desk(
            "截图9.png",
            "<div style='background:#c4161c;color:#fff;padding:20px 60px;font-size:28px'>威海市人力资源和社会保障局</div><p style='padding:12px 60px;color:#666'>您现在的位置：首页 &gt; 通知公告</p><div style='padding:0 60px'><h1 style='text-align:center;font-size:26px;padding:18px'>威海市2024年高校毕业生创业补贴申报公告</h1><p style='text-align:center;color:#888'>发布日期：2024-05-14　　访问次数：1032　　信息来源：市人社局</p><p style='margin-top:20px;font-size:17px;line-height:2'>　　为支持高校毕业生在威创业，现就2024年一次性创业补贴申报有关事项公告如下：毕业5年内首次创办小微企业且正常经营1年以上的，可申领一次性创业补贴。</p></div>",
        ),
        flags=["judgement-required"],
    )
    yield case(
        "an-32-year-before",
        "3.2",
        NONE,
        "网页打印件，2023年发布",
        pdf(
            "网页打印.pdf",
            "~ 威海职业学院就业信息网　　首页 > 就业政策\n# 威海市高校毕业生租房补贴申领办法\n= 发布时间：2023-09-18 10:25　　浏览：402\n毕业三年内的高校毕业生在威海就业且无自有住房的，可向环翠、文登、荣成、乳山等区市人社部门申领租房补贴。\n~ 上一条：关于召开秋季招聘会的预通知　　下一条：没有了",
            HURRIED,
        ),
        flags=["date-outside-period"],
    )


def _posters() -> Iterator[Case]:
    yield case(
        "an-33-showcase",
        "3.3",
        WALL,
        "橱窗里的政策海报，相机日期2024年",
        scene(
            "IMG_20240518_1520.jpg",
            "<b style='font-size:50px'>威海市大学生就业创业政策图解</b><p style='font-size:28px;line-height:1.7'>一次性创业补贴　社保补贴<br>就业见习补贴　人才公寓</p><p style='font-size:22px'>咨询电话：0631-5190000</p>",
            datetime(2024, 5, 18, 15, 20, 0),
            ground="#fdf6e3",
            ink="#a01818",
            size=(620, 560),
            at=((0.24, 0.08), (0.76, 0.09), (0.75, 0.7), (0.25, 0.69)),
            crowd=0,
        ),
    )
    yield case(
        "an-33-lift",
        "3.3",
        WALL,
        "电梯口海报，水印相机日期2024年9月",
        scene(
            "电梯口.jpg",
            "<b style='font-size:46px'>来威海 · 创未来</b><p style='font-size:27px;line-height:1.8'>青年人才留威就业补贴<br>本科1500元/月　专科800元/月</p><p style='font-size:21px'>扫码了解政策详情</p>",
            ground="#0f6e8c",
            ink="#fff",
            size=(560, 620),
            at=((0.3, 0.05), (0.72, 0.06), (0.71, 0.72), (0.31, 0.7)),
            crowd=0,
            mark=("2024年9月11日 星期三", "08:42", "威海职业学院 6号公寓"),
        ),
    )
    yield case(
        "an-33-artwork",
        "3.3",
        DESIGN,
        "印刷用的设计稿，不是张贴的照片",
        pdf(
            "海报定稿.pdf",
            "# 威海市高校毕业生就业创业政策\n= 一图读懂\n## 就业补贴\n毕业三年内在威海就业并缴纳社保的，每月可领生活补贴。\n## 创业扶持\n创业担保贷款最高30万元，创业补贴1.2万元。\n## 咨询电话\n0631-5190000",
            HURRIED,
        ),
        flags=["content-unconfirmed"],
    )
    yield case(
        "an-33-singers",
        "3.3",
        NONE,
        "校园歌手大赛的海报",
        scene(
            "IMG_5520.jpg",
            "<b style='font-size:56px'>校园十佳歌手大赛</b><p style='font-size:30px;line-height:1.8'>海选：10月16日　音乐厅<br>决赛：11月2日　大礼堂</p>",
            datetime(2024, 10, 9, 12, 0, 0),
            ground="#3a1a6e",
            ink="#ffd84d",
            size=(560, 560),
            at=((0.28, 0.07), (0.7, 0.06), (0.71, 0.68), (0.29, 0.69)),
            crowd=0,
        ),
        alt=[DESIGN],
    )


def _leaflets() -> Iterator[Case]:
    yield case(
        "an-34-stand",
        "3.4",
        WALL,
        "横幅写明政策宣传资料发放，相机日期2024年",
        scene(
            "IMG_20240523_1012.jpg",
            "<b style='font-size:42px'>就业创业政策宣传资料发放点</b><p style='font-size:26px'>欢迎同学们领取政策手册</p>",
            datetime(2024, 5, 23, 10, 12, 0),
            ground="#1565c0",
            ink="#fff",
        ),
    )
    yield case(
        "an-34-leaflet",
        "3.4",
        WALL,
        "明白纸的照片，另有2024年的发放登记",
        photo(
            "明白纸.jpg",
            """# 威海市高校毕业生就业创业政策明白纸
## 一、就业见习补贴
参加见习的毕业生每月可领取生活费补贴。
## 二、创业担保贷款
符合条件的最高可贷30万元，由财政贴息。
## 三、求职创业补贴
困难家庭毕业生每人1000元。
= 威海市人力资源和社会保障局　印""",
            PLAIN,
        ),
        book(
            "发放登记.xlsx",
            {
                "登记": titled(
                    "就业创业政策明白纸发放登记表",
                    ["日期", "发放地点", "发放对象", "份数", "发放人"],
                    [
                        ["2024-05-15", "机电系楼前", "机电2101、2102班", 86, "鞠世杰"],
                        ["2024-05-16", "护理系阶梯教室", "2024届毕业生", 210, "鞠世杰"],
                        ["2024-09-10", "迎新现场", "2024级新生", 500, "滕琳"],
                    ],
                )
            },
        ),
    )
    yield case(
        "an-34-watermark",
        "3.4",
        WALL,
        "水印2024年6月，展架写明领取折页",
        scene(
            "发放现场.jpg",
            "<b style='font-size:44px'>留威就业政策折页免费领取</b><p style='font-size:26px'>威海市公共就业和人才服务中心</p>",
            ground="#c62828",
            ink="#fff",
            mark=("2024年6月6日 星期四", "11:30", "山东药品食品职业学院"),
        ),
        school="山东药品食品职业学院",
    )
    yield case(
        "an-34-textbooks",
        "3.4",
        NONE,
        "新学期教材发放，不是政策宣传材料",
        scene(
            "IMG_7311.jpg",
            "<b style='font-size:48px'>2024级新生教材领取处</b><p style='font-size:26px'>教务处教材科　请按班级排队</p>",
            datetime(2024, 9, 9, 9, 0, 0),
            ground="#2e7d32",
            ink="#fff",
        ),
        alt=[DESIGN],
    )
