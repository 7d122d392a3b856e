# ruff: noqa: E501
"""Drawn: chats, boards of groups, meetings, mini programs, sheets on screens, albums, readers."""

from __future__ import annotations

from collections.abc import Sequence

from tests.independent.wall_pictures_halls import fair
from tests.independent.wall_pictures_kit import Draw, cover, holding, nav, page, phone

FACES = ("#5b8def", "#e08a4c", "#58a06b", "#9a6bc4")


def talk(
    title: str, said: Sequence[tuple[str, str]], system: str = "android", dark: bool = False, mine: str = "#95ec69"
) -> Draw:
    """A chat of a group; an empty name is oneself, "·" a time."""
    ink, ground, paper = ("#ddd", "#111", "#2a2a2a") if dark else ("#181818", "#ededed", "#fff")
    lines = []
    for who, words in said:
        if who == "·":
            lines.append(f"<p style='text-align:center;font-size:13px;color:#999;padding:12px'>{words}</p>")
            continue
        face = f"<i style='flex:none;width:38px;height:38px;border-radius:5px;background:{FACES[len(who) % 4]}'></i>"
        label = f"<p style='font-size:12px;color:#999;margin-bottom:3px'>{who}</p>" if who else ""
        lines.append(
            f"<div style='display:flex;gap:9px;padding:7px 12px;flex-direction:{'row' if who else 'row-reverse'}'>{face}<div style='max-width:250px'>{label}<p style='background:{paper if who else mine};color:{ink if who else '#111'};padding:10px 12px;border-radius:5px;font-size:16px;line-height:1.5'>{words}</p></div></div>"
        )
    return phone(
        nav(title, "···", ground="transparent")
        + "".join(lines)
        + f"<div style='position:fixed;bottom:0;left:0;right:0;padding:10px 12px 26px;background:{paper};display:flex;gap:10px;font-size:20px'>◉<span style='flex:1;background:{ground};border-radius:4px'></span>☺ ⊕</div>",
        system,
        "19:26",
        ground=ground,
        ink=ink,
    )


def board(
    app: str, head: str, who: str, when: str, words: Sequence[str], colour: str, tail: str, system: str = "harmony"
) -> Draw:
    """An announcement in an app for groups or courses."""
    body = "".join(f"<p style='font-size:16px;line-height:1.75;margin-bottom:8px'>{line}</p>" for line in words)
    return phone(
        f"<div style='background:{colour};color:#fff'>{nav(app, '···')}</div><div style='padding:18px'><h2 style='font-size:20px;line-height:1.4'>{head}</h2><p style='font-size:13px;color:#999;margin:10px 0 16px;display:flex;gap:8px;align-items:center'>{cover(who, 26, 26, 'border-radius:50%')}{who}　{when}</p>{body}</div><div style='position:fixed;bottom:0;left:0;right:0;border-top:1px solid #eee;background:#fff;padding:15px 18px 24px;font-size:15px;color:{colour}'>{tail}</div>",
        system,
        "10:12",
    )


def meeting(shared: str, names: Sequence[str], title: str) -> Draw:
    """A meeting on a computer: a shared page and the people at the side."""
    tiles = "".join(
        f"<div style='background:#2e3138;height:118px;margin-bottom:8px;display:flex;align-items:center;justify-content:center;position:relative'>{cover(name, 54, 54, 'border-radius:50%')}<span style='position:absolute;left:6px;bottom:4px;font-size:12px'>♪ {name}</span></div>"
        for name in names
    )
    return page(
        f"<div style='background:#1f2125;color:#ddd;height:900px'><div style='padding:8px 16px;font-size:13px'>{title}　　会议时长 00:47:12<span style='float:right'>—　▢　✕</span></div><div style='display:flex;gap:10px;padding:0 12px'><div style='flex:1;background:#fff;color:#222;height:690px;padding:60px'>{shared}</div><div style='width:210px'>{tiles}</div></div><div style='display:flex;justify-content:center;gap:46px;padding:22px;font-size:13px'><span>解除静音</span><span>开启视频</span><span>共享屏幕</span><span>邀请</span><span>成员(63)</span><span>聊天</span><span style='color:#f55'>离开会议</span></div></div>",
        (1440, 810),
    )


def mini(title: str, head: str, lines: Sequence[str], button: str) -> Draw:
    """A mini program with its capsule at the upper right."""
    body = "".join(
        f"<p style='font-size:15px;padding:12px 0;border-bottom:1px solid #eee'>{line}</p>" for line in lines
    )
    return phone(
        f"<div style='display:flex;justify-content:space-between;padding:9px 14px;font-size:16px'><span>‹</span><b>{title}</b><span style='border:1px solid #ddd;border-radius:16px;padding:2px 12px;font-size:14px'>··· | ◎</span></div>{cover(head, 390, 170, 'border-radius:0')}<div style='padding:16px'><h2 style='font-size:19px;line-height:1.4;margin-bottom:8px'>{head}</h2>{body}</div><div style='position:fixed;bottom:26px;left:16px;right:16px;background:#1aad19;color:#fff;text-align:center;padding:13px;border-radius:24px;font-size:17px'>{button}</div>",
        "ios",
        "08:31",
    )


def grid(name: str, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Draw:
    """A workbook in a window."""
    letters = "".join(f"<th>{chr(65 + at)}</th>" for at in range(len(heads) + 1))
    lines = "".join(
        f"<tr><th>{at}</th>{''.join(f'<td>{value}</td>' for value in row)}<td></td></tr>"
        for at, row in enumerate([heads, *rows], 1)
    )
    blank = "".join(
        f"<tr><th>{at}</th>{'<td></td>' * (len(heads) + 1)}</tr>" for at in range(len(rows) + 2, len(rows) + 10)
    )
    return page(
        f"<div style='background:#1e7145;color:#fff;padding:9px 16px;font-size:14px;text-align:center'>{name} - 表格</div><div style='background:#f3f3f3;padding:9px 16px;font-size:14px'>文件　<b>开始</b>　插入　页面布局　公式　数据　审阅　视图</div><div style='border:1px solid #ccc;padding:5px 12px;font-size:13px'>A1　　ƒx　{heads[0]}</div><table style='border-collapse:collapse;font-size:14px'><tr><th></th>{letters}</tr>{lines}{blank}</table><div style='position:fixed;bottom:0;width:100%;background:#f3f3f3;padding:6px 14px;font-size:13px'>Sheet1　Sheet2　+　　　　　　　　　　　　　　就绪　　100%</div>",
        (1366, 720),
        style="td,th{border:1px solid #d0d0d0;padding:6px 14px;min-width:60px}th{background:#f0f0f0;font-weight:normal}",
    )


def reader(lines: Sequence[str], head: str, number: str, sign: str, day: str) -> Draw:
    """An official notice in a phone's reader of PDFs."""
    body = "".join(f"<p style='font-size:11px;line-height:2;text-indent:2em'>{line}</p>" for line in lines)
    return phone(
        f"{nav('通知.pdf', '↗　⋮')}<div style='background:#888;padding:10px 8px;height:720px'><div style='background:#fff;padding:34px 28px;height:500px'><p style='color:#d00;font-size:21px;text-align:center;letter-spacing:2px;border-bottom:2px solid #d00;padding-bottom:8px'><b>{sign}</b></p><p style='text-align:center;font-size:10px;margin:8px'>{number}</p><p style='font-size:15px;text-align:center;line-height:1.5;margin:14px 0'><b>{head}</b></p>{body}<p style='text-align:right;font-size:11px;line-height:2;margin-top:16px'>{sign}<br>{day}</p></div><p style='text-align:center;color:#fff;font-size:13px;padding:8px'>1 / 2</p></div>",
        "android",
        "16:02",
        ink="#222",
    )


def live() -> Draw:
    """A broadcast in a phone: words over a picture, comments, hearts."""
    return page(
        "<div style='height:844px;background:linear-gradient(#7b4f3a,#22303e);color:#fff'><div style='padding:52px 16px 0;font-size:14px'><span style='background:#0005;border-radius:20px;padding:8px 14px'>威海公共就业 <b style='background:#e33;border-radius:12px;padding:2px 10px'>关注</b></span><span style='float:right'>2386 人看过　✕</span></div><div style='margin:46px 20px;background:#c8102e;padding:22px;text-align:center;font-size:23px;line-height:1.5'><b>2024年威海市高校毕业生<br>网络招聘会直播专场</b><p style='font-size:15px;margin-top:8px'>主办：威海市公共就业和人才服务中心</p><p style='font-size:15px'>11月15日 15:00</p></div><div style='position:fixed;bottom:90px;left:16px;font-size:14px;line-height:2.1'>海边的风：工资多少<br>木木：专科可以投吗<br>阿川 来了</div><div style='position:fixed;bottom:34px;left:16px;font-size:14px;background:#0005;border-radius:18px;padding:9px 90px 9px 16px'>说点什么…</div></div>",
        (390, 844),
        3,
    )


def album(words: str, when: str) -> Draw:
    """A photo opened in a phone's album, as a screenshot."""
    return holding(
        lambda shown: phone(
            f"<div style='text-align:center;padding:8px;font-size:15px'>{when}<p style='font-size:12px;color:#888'>09:52</p></div><div style='margin-top:130px'>{shown[0]}</div><div style='position:fixed;bottom:0;left:0;right:0;display:flex;justify-content:space-around;padding:16px 0 30px;font-size:14px'><span>↗ 分享</span><span>♡ 收藏</span><span>✎ 编辑</span><span>⌫ 删除</span></div>",
            "ios",
            "13:37",
        ),
        fair("al", words),
    )


def moments() -> Draw:
    """A teacher's post to friends with pictures of posters."""
    cells = "".join(cover(f"m{at}", 88, 88) for at in range(6))
    return phone(
        f"{nav('朋友圈', '◉')}<div style='display:flex;gap:11px;padding:14px 16px'>{cover('t', 42, 42)}<div><b style='font-size:16px;color:#576b95'>苏老师（辅导员）</b><p style='font-size:16px;line-height:1.5;margin:6px 0 10px'>留威就业政策宣传海报已张贴到各宿舍楼，毕业生补贴、人才公寓看过来！</p><div style='width:280px;display:flex;gap:6px;flex-wrap:wrap'>{cells}</div><p style='font-size:13px;color:#999;margin-top:10px'>2024年4月15日 18:40　删除</p></div></div>",
        "ios",
        "18:52",
    )
