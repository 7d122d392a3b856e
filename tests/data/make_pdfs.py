"""Makes the PDF fixtures beside it with Chromium and pikepdf: python tests/data/make_pdfs.py.

All people in them are invented.
"""

import base64
import io
import random
import subprocess
import tempfile
from pathlib import Path

import pikepdf
from PIL import Image

HERE = Path(__file__).parent
STYLE = (
    "<meta charset=utf-8><style>body{font:14px 'Noto Sans CJK SC'} table{border-collapse:collapse} "
    "td,th{border:1px solid #000;padding:2px}"
)


def photo(seed: int, size: tuple[int, int]) -> str:
    """A made photo as a data address: blocks of colour."""
    random.seed(seed)
    small = Image.new("RGB", (8, 6))
    small.putdata([tuple(random.randrange(256) for _ in range(3)) for _ in range(48)])
    target = io.BytesIO()
    small.resize(size, Image.Resampling.BICUBIC).save(target, "JPEG", quality=70)
    return "data:image/jpeg;base64," + base64.b64encode(target.getvalue()).decode()


def roster() -> str:
    rows = "".join(
        f"<tr><td>{n}<td>学生{n}<td>20240101{n:03}<td>威海市某某精密机械制造有限公司<td>2024-03-01<br>2024-06-30"
        for n in range(1, 71)
    )
    return (
        f"{STYLE} td:nth-child(4){{width:110px}} thead{{display:table-row-group}}</style>"
        "<h1 style='text-align:center'>2024届毕业生实习名单</h1><p>共70人，名单如下。</p>"
        "<table><tr><td colspan=2>学校<td colspan=3>威海示例学院"
        "<tr><td>序号<td>姓名<td>学号<td>实习单位<td>起止时间" + rows + "</table>"
    )


def mixed() -> str:
    return (
        f"{STYLE}</style><h1>就业指导站工作总结</h1><h2>一、办公场所</h2><p>指导站设在大学生活动中心三楼，配有独立的办公室，"
        "全年对学生开放，有专人值守并登记来访情况，服务制度张贴在墙上，办公设备齐全，学生反映良好。</p>"
        f"<p><img width=300 src='{photo(1, (640, 480))}'><br>办公室实景，面积约80平方米</p>"
        "<h2>二、招聘活动</h2>"
        f"<table style='border:0'><tr><td style='border:0'><img width=260 src='{photo(2, (400, 300))}'>"
        f"<td style='border:0'><img width=260 src='{photo(3, (400, 300))}'>"
        "<tr><td style='border:0'>图2 春季双选会 2024年3月20日"
        "<td style='border:0'>图3 秋季双选会 2024年10月16日</table>"
        f"<img width=30 src='{photo(4, (40, 30))}'>"
    )


def main() -> None:
    for name, html in (("roster", roster()), ("mixed", mixed())):
        with tempfile.TemporaryDirectory() as folder:
            page = Path(folder) / "page.html"
            page.write_text(html, "utf-8")
            command = ["chromium", "--headless", "--no-sandbox", "--no-pdf-header-footer", "--disable-gpu"]
            subprocess.run([*command, f"--print-to-pdf={HERE / name}.pdf", str(page)], check=True, capture_output=True)
    with pikepdf.new() as paper:
        paper.add_blank_page()
        paper.save(HERE / "locked.pdf", encryption=pikepdf.Encryption(owner="owner", user="user"))


if __name__ == "__main__":
    main()
