# ruff: noqa: E501
"""What the station is equipped with (1.4)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from tests.independent.case import Case
from tests.independent.fresh_station_kit import (
    HURRIED,
    PLAIN,
    SMALL,
    Rows,
    board,
    book,
    case,
    docx,
    mail,
    note,
    pdf,
    scan,
)

EQUIPPED, MAYBE_EQUIPPED = (10, 10, 10), (0, 0, 10)


def cases() -> Iterator[Case]:
    yield case(
        "fs-equipment-asset-cards",
        "1.4",
        EQUIPPED,
        "1.4: computers, printer and projector in a table",
        book("1.4/固定资产卡片列表.xlsx", {"资产列表": ASSET_CARDS}, bare=True),
        school="山东大学（威海）",
    )
    yield case(
        "fs-equipment-typed-list",
        "1.4",
        EQUIPPED,
        "1.4: equipment named in a list",
        docx("1.4 办公设备清单.docx", EQUIPMENT_LIST, PLAIN),
        school="威海海洋职业学院",
    )
    yield case(
        "fs-equipment-told-in-prose",
        "1.4",
        EQUIPPED,
        "1.4: equipment named in a text",
        docx("4/关于设备配备的说明.docx", EQUIPMENT_PROSE),
        school="山东交通学院（威海）",
    )
    yield case(
        "fs-equipment-system-export",
        "1.4",
        EQUIPPED,
        "1.4: an export with commas names computers and a printer",
        note("设备导出20241106.csv", EQUIPMENT_CSV, "gb18030"),
        school="哈尔滨工业大学（威海）",
    )
    yield case(
        "fs-equipment-taken-over-by-hand",
        "1.4",
        EQUIPPED,
        "1.4: the handed-over devices are named in a table, scanned",
        scan("扫描0007.jpg", HANDOVER, PLAIN),
        school="山东外事职业大学",
    )
    yield case(
        "fs-equipment-sign-of-office",
        "1.4",
        MAYBE_EQUIPPED,
        "1.4: photos only are 0/0/10",
        board("1.4办公设备/2.jpg", OFFICE_SIGN, wide=900, high=600),
        school="哈尔滨理工大学荣成校区",
    )
    yield case(
        "fs-equipment-for-workshops",
        "1.4",
        NONE,
        "1.4: machines of a training workshop are not the station's office equipment",
        book("设备采购清单.xlsx", {"清单": WORKSHOP}),
        school="威海职业学院",
        alt=[MAYBE_EQUIPPED],
    )
    yield case(
        "fs-equipment-of-another",
        "1.4",
        NONE,
        "section 0: another school's paper counts nowhere",
        docx("办公设备.docx", EQUIPMENT_LIST.replace("威海海洋职业学院", "山东外事职业大学"), PLAIN),
        school="北京交通大学（威海）",
        flags=["school-mismatch"],
    )
    yield case(
        "fs-equipment-two-row-header",
        "1.4",
        EQUIPPED,
        "1.4: a table with a header of two rows names the equipment",
        pdf("设备配备情况统计表.pdf", EQUIPMENT_TWO_ROWS, SMALL),
        school="北京交通大学（威海）",
    )
    yield case(
        "fs-equipment-for-events-lent",
        "1.4",
        EQUIPPED,
        "1.4: loudspeakers, stands and tables for events in a list",
        book("活动物资借用.xlsx", {"2024": EVENT_KIT}),
        school="山东药品食品职业学院",
    )
    yield case(
        "fs-equipment-form-left-blank",
        "1.4",
        NONE,
        "section 0: a blank form is never evidence",
        docx("1.4/设备登记表.docx", BLANK_FORM, PLAIN),
        school="威海海洋职业学院",
    )
    yield case(
        "fs-equipment-counted-by-mail",
        "1.4",
        EQUIPPED,
        "1.4: a mail names what stands in the office",
        mail(
            "设备数量.eml",
            "转发：指导站设备数量（评价表1.4用）",
            "信息中心 小谷 <xxzx@example.edu.cn>",
            "招就处 <zjc@example.edu.cn>",
            "Thu, 07 Nov 2024 11:20:00 +0800",
            EQUIPMENT_MAIL,
        ),
        school="威海职业学院",
    )
    yield case(
        "fs-equipment-chairs-only",
        "1.4",
        EQUIPPED,
        "1.4: 桌椅 is enough, one named thing counts",
        docx("04办公设备及活动配备.docx", FURNITURE, HURRIED),
        school="山东大学（威海）",
        year=2022,
    )


NONE = (0, 0, 0)
ASSET_CARDS: Rows = [
    [
        "资产编号",
        "资产名称",
        "分类代码",
        "品牌",
        "规格型号",
        "单价（元）",
        "数量",
        "计量单位",
        "取得日期",
        "使用部门",
        "存放地点",
        "使用人",
        "使用状况",
    ],
    [
        "SDUWH20210344",
        "台式计算机",
        "2010104",
        "联想",
        "启天M430",
        5380,
        1,
        "台",
        datetime(2021, 6, 11),
        "就业创业服务指导站",
        "知行楼105",
        "牟晓燕",
        "在用",
    ],
    [
        "SDUWH20210345",
        "台式计算机",
        "2010104",
        "联想",
        "启天M430",
        5380,
        1,
        "台",
        datetime(2021, 6, 11),
        "就业创业服务指导站",
        "知行楼105",
        "迟大伟",
        "在用",
    ],
    [
        "SDUWH20220087",
        "激光打印机",
        "2010601",
        "惠普",
        "M403d",
        2199,
        1,
        "台",
        datetime(2022, 3, 28),
        "就业创业服务指导站",
        "知行楼105",
        "牟晓燕",
        "在用",
    ],
    [
        "SDUWH20230519",
        "投影仪",
        "2020200",
        "爱普生",
        "CB-X50",
        4860,
        1,
        "台",
        datetime(2023, 10, 9),
        "就业创业服务指导站",
        "知行楼204",
        "迟大伟",
        "在用",
    ],
    [
        "SDUWH20240121",
        "文件柜",
        "6050300",
        "国产",
        "1800*850*390",
        760,
        3,
        "组",
        datetime(2024, 4, 16),
        "就业创业服务指导站",
        "知行楼105",
        "迟大伟",
        "在用",
    ],
]
EQUIPMENT_LIST = """
# 就业创业服务指导站办公设备清单
~ 单位：威海海洋职业学院招生就业处　　　　　　　　　　统计时间：2024年11月5日
|序号|名称|规格型号|单位|数量|放置地点|备注|
|1|电脑|戴尔 3090|台|4|106 办公室|均联校园网|
|2|打印复印一体机|京瓷 2235|台|1|106 办公室||
|3|电话|步步高|部|2|106 办公室||
|4|办公桌椅|1.4m|套|5|106 办公室||
|5|投影设备|明基|套|1|培训教室||
|6|饮水机|美的|台|1|接待区||
|合计|<|<|<|14|<|<|
"""
EQUIPMENT_PROSE = """
# 关于指导站设备配备情况的说明
山东交通学院（威海）就业创业服务指导站建站以来，学校逐年投入，目前指导站办公室接入千兆校园网络，配置笔记本电脑二台、台式机三台、彩色激光打印机一台、高拍仪一台；培训教室装有投影、音响与录播设备；另备易拉宝二十四个、折叠桌六十张，供招聘会、宣传活动使用。
上述设备由指导站专人保管，2024 年 9 月盘点账实相符。
> 山东交通学院（威海）就业指导办公室
> 2024 年 11 月 8 日
"""
EQUIPMENT_CSV = """单位名称,哈尔滨工业大学（威海）,导出人,邢,导出时间,2024-11-06 10:03
序号,资产编码,资产名称,型号,数量,金额,领用部门,存放地
1,HITWH-19-0671,微型计算机,ThinkCentre M920t,2,11960.00,学生就业指导站,H楼118
2,HITWH-20-1120,多功能一体打印机,奔图M7160,1,1899.00,学生就业指导站,H楼118
3,HITWH-22-0052,碎纸机,科密3838,1,620.00,学生就业指导站,H楼118
4,HITWH-23-0816,移动音响,先科ST-1510,1,1350.00,学生就业指导站,H楼库房
"""
HANDOVER = """
# 办公设备领用登记单
~ 山东外事职业大学国有资产管理处　　　　　　　　　　　　No. {0024816}
|领用单位|{就业创业服务指导站}|<|领用日期|{2024 年 3 月 14 日}|<|
|序号|品名|规格|单位|数量|单价|
|1|{台式电脑}|{惠普 288 Pro}|{台}|{2}|{4980}|
|2|{激光打印机}|{HP 1108}|{台}|{1}|{1260}|
|3|{办公桌椅}|{1.4 米}|{套}|{2}|{890}|
|4|||||
|合计|{¥13 000 元}|<|<|<|<|
~ 领用人：{史可欣}　　　保管员：{老钱}　　　部门负责人：{谭伟}
@山东外事职业大学国有资产管理处
~ 第二联　领用单位留存
"""
OFFICE_SIGN = """<body style="margin:0;background:linear-gradient(#f2efe9,#d9d2c4 70%,#8a6d4b 71%)"><div style="margin:80px 120px 0;background:#fff;border:6px solid #b28a4a;padding:28px;text-align:center;font:bold 46px 'Noto Serif CJK SC','WenQuanYi Micro Hei';color:#9d1b1b">热情服务　温暖同行</div>
<div style="display:flex;gap:40px;margin:70px 120px 0"><div style="width:190px;height:120px;background:#22262b;border:8px solid #3a3f46"></div><div style="width:190px;height:120px;background:#22262b;border:8px solid #3a3f46"></div><div style="width:120px;height:110px;background:#efefef;border:3px solid #bbb;margin-top:18px"></div></div>"""
WORKSHOP: Rows = [
    ["威海职业学院机电学院2024年实训设备采购清单", "<", "<", "<", "<", "<"],
    ["序号", "设备名称", "技术参数", "数量", "预算单价（万元）", "安装地点"],
    [1, "数控车床", "CK6140，最大回转直径400mm", 6, 12.8, "实训中心一车间"],
    [2, "立式加工中心", "VMC850", 2, 31.5, "实训中心一车间"],
    [3, "工业机器人工作站", "六轴，负载10kg", 1, 46, "实训中心三车间"],
    [4, "三坐标测量机", "行程500×700×500", 1, 28.6, "检测室"],
]
EQUIPMENT_TWO_ROWS = """
# 北京交通大学（威海）就业创业服务指导站设备配备情况统计表
~ 填报时间：2024 年 10 月 31 日　　　　　　　　　　　　　　　　　　　　　　单位：台（套）
|类别|名称|数量|<|<|购置年份|管理人|
|^|^|办公室|培训教室|合计|^|^|
|办公类|计算机|3|1|4|2021|阎洁|
|^|打印机|1|—|1|2021|阎洁|
|^|文件柜|4|—|4|2020|阎洁|
|活动类|投影幕布|—|1|1|2022|康乐|
|^|无线话筒|—|2|2|2023|康乐|
|^|折叠展架|12|—|12|2024|康乐|
~ 说明：办公、培训区域均已接入校园有线网络及无线网络。
"""
EVENT_KIT: Rows = [
    ["山东药品食品职业学院就业指导站活动物资借用登记（2024）", "<", "<", "<", "<", "<", "<"],
    ["日期", "物资", "数量", "用途", "借用人", "归还日期", "经手"],
    [datetime(2024, 3, 20), "便携音响", 1, "专场招聘", "柳絮", datetime(2024, 3, 21), "时"],
    [datetime(2024, 4, 11), "展架", 20, "双选会", "巩浩", datetime(2024, 4, 14), "时"],
    [datetime(2024, 4, 11), "折叠桌椅", 80, "双选会", "巩浩", datetime(2024, 4, 14), "时"],
    [datetime(2024, 10, 17), "投影仪", 1, "政策宣讲", "石蕊", datetime(2024, 10, 17), "丁"],
]
BLANK_FORM = """
# 指导站设备登记表
~ 学校：　　　　　　　　　　　　　　　　　　　填表日期：　　年　　月　　日
|序号|设备名称|规格型号|数量|购置时间|存放地点|保管人|
|1|||||||
|2|||||||
|3|||||||
|4|||||||
|5|||||||
~ 填表人：　　　　　　　　　　　负责人：
"""
EQUIPMENT_MAIL = """招就处：

按威海职业学院资产平台2024年10月底的数，指导站名下有：

办公电脑 5 台（其中一体机 2）
黑白激光打印机 2 台
扫描仪 1 台
网络信息点 8 个，都通
电视大屏 1 块（大厅发布岗位用）

型号要的话我再导。

小谷
"""
FURNITURE = """
# 指导站办公及活动配备（2022年）
~ 山东大学（威海）
接待区：沙发1组，茶几1个。
办公区：办公桌椅6套，书柜2个。
活动区：会议桌椅30套，展板16块。
"""
