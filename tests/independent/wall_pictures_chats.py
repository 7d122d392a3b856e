# ruff: noqa: E501
"""What schools also send: chats, boards of groups, meetings, mini programs, sheets on screens, albums, readers."""

from __future__ import annotations

from collections.abc import Iterator

from tests.independent.case import Case, Points
from tests.independent.wall_pictures_apps import album, board, grid, live, meeting, mini, moments, reader, talk
from tests.independent.wall_pictures_kit import NOT_SHOWN, ZERO, bundle, phone

PUBLIC: dict[str, Points] = {"4.5": (8, 8, 8), "4.4": ZERO, "3.3": ZERO, "3.4": ZERO, "1.3": ZERO}
NO_FAIR: dict[str, Points] = {**PUBLIC, "4.5": ZERO}
WANT_TO_BE = {"3.3": [(0, 0, 20)], "3.4": [(0, 0, 20)]}


def cases() -> Iterator[Case]:
    said = (
        ("·", "2024年5月9日 18:32"),
        ("王晓棠（班长）", "留威就业补贴的材料交到哪里？"),
        ("何老师", "交到系办公室，毕业生生活补贴由威海市人社局审核，创业补贴另外申请"),
        ("陆一鸣", "租房补贴能一起领吗"),
        ("", "可以，宣传册上写着，两项政策不冲突"),
    )
    yield Case(
        "wp-chat-subsidies-in-leaflets",
        "3.4",
        bundle(("3.4 印发宣传资料/发放.jpg", talk("22级机电班毕业群(46)", said))),
        {**NOT_SHOWN, "3.1": ZERO},
        alt=WANT_TO_BE,
        note="群聊截图不是宣传资料，也不是公众号推送",
    )
    yield Case(
        "wp-chat-subsidies-dark-in-posters",
        "3.3",
        bundle(("3.3 张贴海报/01.png", talk("就业政策答疑群(212)", said[1:], "ios", True, "#3eb575"))),
        {**NOT_SHOWN, "3.1": ZERO},
        alt=WANT_TO_BE,
        note="深色群聊不是海报",
    )
    call = (
        "各班通知毕业生参加：威海市人力资源和社会保障局2024年春季高校毕业生专场招聘会。",
        "时间：2024年4月13日上午9:00",
        "地点：威海国际展览中心一楼",
        "学校安排大巴，7:50 在南门集合，请带简历。",
    )
    yield Case(
        "wp-ding-bureau-fair",
        "4.5",
        bundle(
            (
                "4.5/钉钉.jpg",
                board(
                    "群公告",
                    "关于组织参加市人社局招聘会的通知",
                    "沈老师",
                    "2024-04-08 10:12",
                    call,
                    "#3370ff",
                    "✓ 确认收到　　已读 38　未读 2",
                ),
            )
        ),
        PUBLIC,
        note="4.5 认通知截图：人社局主办、期内 → 8；不是本校招聘会",
    )
    yield Case(
        "wp-ding-bureau-fair-in-1-3",
        "1.3",
        bundle(
            (
                "1.3 招聘会场地/通知.png",
                board(
                    "通知详情",
                    "关于组织参加市人社局招聘会的通知",
                    "沈老师",
                    "2024-04-08 10:12",
                    call,
                    "#0089ff",
                    "回复　转发　收藏",
                ),
            )
        ),
        PUBLIC,
        alt={"1.3": [(0, 0, 10)]},
        note="别处、别人的招聘会不是学校的场地；4.5 仍 8",
    )
    yield Case(
        "wp-course-app-notice",
        "4.5",
        bundle(
            (
                "4.5 公共招聘会/学习通.png",
                board(
                    "通知",
                    "转发：威海市公共就业和人才服务中心网络招聘会",
                    "招生就业处",
                    "2024-09-20 08:30",
                    (
                        "威海市公共就业和人才服务中心定于2024年9月23日至29日举办高校毕业生网络招聘会，",
                        "请2025届毕业生登录平台投递简历，各系统计参加人数。",
                    ),
                    "#1b88ee",
                    "123人已读　　回复",
                ),
            )
        ),
        PUBLIC,
        note="公共服务机构的线上招聘会，通知截图 → 8",
    )
    yield Case(
        "wp-work-app-portal-fair",
        "4.5",
        bundle(
            (
                "4.5/企业微信.jpg",
                board(
                    "公告",
                    "海湾人才网2024年秋季人才招聘会邀请",
                    "就业办",
                    "2024-10-11 15:20",
                    (
                        "海湾人才网（商业网站）定于2024年10月19日在蓝湾酒店举办招聘会，",
                        "主办单位：海湾人力资源有限公司。",
                        "有意向的同学自愿前往。",
                    ),
                    "#2f6fd0",
                    "已阅 52",
                ),
            )
        ),
        NO_FAIR,
        alt={"4.5": [(0, 0, 8)]},
        note="商业网站的招聘会不是公共服务机构的",
    )
    yield Case(
        "wp-qq-board-last-year",
        "4.5",
        bundle(
            (
                "4.5/QQ群.png",
                board(
                    "群公告",
                    "参加环翠区人社局招聘会",
                    "群主 林老师",
                    "2023-05-11 20:04",
                    (
                        "环翠区人力资源和社会保障局2023年5月14日举办高校毕业生招聘会，",
                        "地点：环翠区人力资源市场，请大家带简历。",
                    ),
                    "#12b7f5",
                    "我知道了",
                    "old",
                ),
            )
        ),
        NO_FAIR,
        want_flags=(("4.5", "date-outside-period"),),
        note="2023 年的招聘会 → 0",
    )
    shared = "<h1 style='font-size:44px;line-height:1.6'>就业指导线上咨询</h1><p style='font-size:26px;line-height:2'>威海职业学院招生就业处<br>2024年4月24日<br>简历修改 · 面试辅导 · 一对一答疑</p>"
    yield Case(
        "wp-meeting-guidance",
        "4.7",
        bundle(("4.7/会议.png", meeting(shared, ("程老师", "周可", "李向北", "吴桐"), "就业指导咨询"))),
        {"4.7": (0, 0, 8), "3.3": ZERO, "3.4": ZERO, "4.4": ZERO, "4.8": ZERO},
        alt={"4.7": [ZERO]},
        note="截图不是现场：proposed 0，high 可算",
    )
    yield Case(
        "wp-meeting-contest",
        "4.8",
        bundle(
            (
                "4.8/线上决赛.jpg",
                meeting(
                    "<h1 style='font-size:42px;line-height:1.6;color:#b01'>第六届大学生创业大赛线上决赛</h1><p style='font-size:26px;line-height:2'>项目：海带生物膜<br>答辩人：顾南风<br>2024年6月15日</p>",
                    ("评委 1", "评委 2", "顾南风"),
                    "创业大赛决赛",
                ),
            ),
            quality=75,
        ),
        {"4.8": (0, 0, 8), "4.7": ZERO, "3.3": ZERO, "3.4": ZERO},
        alt={"4.8": [ZERO]},
        note="会议截图不是大赛现场照片",
    )
    yield Case(
        "wp-mini-program-fair",
        "4.4",
        bundle(
            (
                "4.4/小程序.png",
                mini(
                    "云校招",
                    "威海职业学院2024年春季校园双选会",
                    (
                        "时间：2024年3月27日 9:00—12:00",
                        "地点：威海职业学院体育馆",
                        "参会单位 126 家，岗位 3100 个",
                        "已报名 842 人",
                    ),
                    "立即报名",
                ),
            )
        ),
        {"4.4": (0, 0, 5), "3.3": ZERO, "3.4": ZERO, "4.5": ZERO},
        alt={"4.4": [ZERO]},
        note="报名页是截图，不是现场照片：最多 high",
    )
    ledger = [
        (str(at), day, name, "体育馆", str(40 + at * 9))
        for at, (day, name) in enumerate(
            (
                ("2024-03-20", "春季综合双选会"),
                ("2024-04-17", "机电类专场招聘会"),
                ("2024-05-15", "护理类专场招聘会"),
                ("2024-09-25", "商贸类专场招聘会"),
                ("2024-10-23", "秋季综合双选会"),
                ("2024-11-20", "信息类专场招聘会"),
            ),
            1,
        )
    ]
    yield Case(
        "wp-sheet-six-fairs",
        "4.4",
        bundle(
            (
                "4.4/截图.png",
                grid(
                    "威海职业学院2024年校园招聘会台账.xlsx", ("序号", "日期", "活动名称", "地点", "参加单位数"), ledger
                ),
            )
        ),
        {"4.4": (0, 0, 8), "3.3": ZERO, "3.4": ZERO, "4.5": ZERO},
        alt={"4.4": [ZERO]},
        note="台账只抬 high；六场 → high 8",
    )
    yield Case(
        "wp-album-fair",
        "4.4",
        bundle(("4.4/相册.jpg", album("威海职业学院2024年秋季校园招聘会", "2024年10月23日"))),
        # its maker said 0/0/5; what an album shows between its bars is a camera's photo, as the cases of scoring have it
        {"4.4": (5, 5, 5), "3.3": ZERO, "3.4": ZERO, "4.5": ZERO},
        note="手机相册里打开的现场照片：照片有横幅，相册写有日期 → 5",
    )
    yield Case(
        "wp-reader-bureau-notice",
        "4.5",
        bundle(
            (
                "4.5/手机文件.jpg",
                reader(
                    (
                        "各驻威高校：",
                        "为促进高校毕业生就业，我局定于2024年10月26日在威海市人力资源市场举办秋季高校毕业生招聘会，请组织毕业生参加。",
                    ),
                    "关于举办2024年秋季高校毕业生招聘会的通知",
                    "威人社字〔2024〕61号",
                    "威海市人力资源和社会保障局",
                    "2024年10月14日",
                ),
            )
        ),
        PUBLIC,
        note="手机里看的人社局通知 → 8",
    )
    yield Case(
        "wp-moments-posters",
        "3.3",
        bundle(("3.3 张贴海报/朋友圈.jpg", moments())),
        {**NOT_SHOWN, "3.1": ZERO},
        alt=WANT_TO_BE,
        note="朋友圈截图不是海报，也不是公众号",
    )
    yield Case(
        "wp-platform-own-count",
        "4.2",
        bundle(
            (
                "4.2/注册统计.png",
                mini(
                    "威海市就业服务平台",
                    "毕业院校：威海职业学院",
                    ("注册人数：3126", "毕业生人数：3560", "注册率：87.8%", "统计日期：2024-11-10"),
                    "导出",
                ),
            )
        ),
        {"4.2": (0, 0, 10), "3.3": ZERO, "3.4": ZERO},
        want_flags=(("4.2", "external-data-required"),),
        note="学校自己的截图 → 0/0/10",
    )
    yield Case(
        "wp-training-screen",
        "4.6",
        bundle(
            (
                "4.6/系统截图.png",
                grid(
                    "创业培训名册",
                    ("姓名", "层次", "班次", "结业日期"),
                    (
                        ("赵青禾", "专科", "SYB 第1期", "2024-05-20"),
                        ("孙远帆", "专科", "SYB 第1期", "2024-05-20"),
                        ("钱海若", "专科", "网络创业 第2期", "2024-09-18"),
                    ),
                ),
            )
        ),
        {"4.6": (0, 0, 8), "3.3": ZERO, "3.4": ZERO},
        note="只有系统导出算分；截图 → 0/0/8",
    )
    yield Case(
        "wp-note-in-leaflets",
        "3.4",
        bundle(
            (
                "3.4/政策明白纸.jpg",
                phone(
                    "<div style='padding:8px 18px;color:#e0a000;font-size:17px'>‹ 备忘录　　　　　　　　　　　　⊕</div><div style='padding:8px 20px;font-size:17px;line-height:1.8'><p style='text-align:center;font-size:13px;color:#888'>2024年6月3日 21:14</p><b style='font-size:22px'>就业创业政策宣传手册要点</b><br>1. 留威毕业生生活补贴<br>2. 一次性创业补贴<br>3. 人才公寓申请<br>4. 发放对象：应届毕业生<br>记得让班长来领取</div>",
                    "ios",
                    "21:15",
                    ground="#1c1c1e",
                    ink="#eee",
                ),
            ),
            quality=80,
        ),
        NOT_SHOWN,
        alt=WANT_TO_BE,
        note="手机备忘录不是宣传资料",
    )
    yield Case(
        "wp-broadcast-public",
        "4.5",
        bundle(("4.5/直播.png", live())),
        PUBLIC,
        note="公共就业机构的网络招聘会直播，截图 → 8",
    )
    yield Case(
        "wp-chat-guidance",
        "4.7",
        bundle(
            (
                "4.7/咨询.png",
                talk(
                    "简历咨询-许安然",
                    (
                        ("·", "2024年3月19日 20:11"),
                        ("许安然", "老师，就业指导咨询还能预约吗？我的简历想请您看看"),
                        ("", "可以，就业指导咨询室周四下午开放"),
                        ("许安然", "好的谢谢老师"),
                    ),
                    "harmony",
                ),
            )
        ),
        {"4.7": (0, 0, 8), "3.3": ZERO, "3.4": ZERO, "4.4": ZERO},
        alt={"4.7": [ZERO]},
        note="聊天截图不是咨询现场照片",
    )
