"""What a clerk sees of the folder: two files to click, and a note."""

from __future__ import annotations

FOLDER = "高校就业站核验"
START = "启动.cmd"
SELFTEST = "自检.cmd"
NOTE = "说明.txt"

_ENCODED = "utf-8"
_HEAD = """@echo off
chcp 65001 >nul
if not exist "%~dp0python\\pythonw.exe" (
  echo 请先解压：右键压缩包，选“全部解压缩”，再到解压出的文件夹里双击。
  pause
  exit /b 1
)
"""
_FAILED = """
  echo.
  echo 自检没有通过，程序没有打开。上面写有原因的，请照着处理。
  echo 没有写原因、停在某个部件的，多半是安全软件或系统拦下了它：
  echo 请看“说明.txt”里的“打不开怎么办”，或把本窗口的内容发给提供程序的人。
  pause
  exit /b 1
"""


def start(number: str) -> bytes:
    """Checks what has not passed on this machine yet, and opens the desk by CPython's own signed program.

    A command file is plain text that a user can read: a program of our own would bear no signature, and be blocked.
    A crash has a negative status, which `if errorlevel 1` does not see.
    """
    return _command_file(
        f'{_HEAD}"%~dp0python\\python.exe" -m verifier selftest --once {number}\n'
        f'if not "%errorlevel%"=="0" ({_FAILED})\n'
        'start "" "%~dp0python\\pythonw.exe" -m verifier desk\n'
    )


def selftest() -> bytes:
    """Checks all again, and leaves the window open."""
    return _command_file(f'{_HEAD}"%~dp0python\\python.exe" -m verifier selftest -v\npause\n')


def _command_file(text: str) -> bytes:
    return text.replace("\n", "\r\n").encode(_ENCODED)


def note(version: str) -> bytes:
    """With a mark of its encoding and the line ends of Windows: Notepad shows it."""
    return b"\xef\xbb\xbf" + _NOTE.format(version=version).replace("\n", "\r\n").encode(_ENCODED)


_NOTE = """高校就业站核验 {version}（免安装，Windows 10、11，64 位）

怎么用
1. 右键压缩包，选“属性”，最下面有“解除锁定”的，勾上后确定。
2. 右键压缩包，选“全部解压缩”，解压到本机硬盘上，路径不要太长（如 D:\\）。不要在压缩包里直接双击。
3. 打开解压出的文件夹“高校就业站核验”，双击“启动”。
   第一次会出现一个黑色窗口，逐项自检，约需半分钟到几分钟；通过后浏览器打开核验页。
   以后双击“启动”就直接打开。可以右键“启动”，选“发送到 - 桌面快捷方式”。
4. 用完点网页首页下方的“结束程序”。

不用安装，不改动系统，不联网，不用管理员权限。不再使用时，删除这个文件夹；文字识别的缓存等在本机用户文件夹
（%APPDATA%\\verifier）里，可一并删除。换新版本时，请先结束程序，解压到新的文件夹，不要盖在旧的上面。

打不开怎么办
- 自检窗口写明了哪一项不行、为什么、怎么办，请先照着做，再双击“自检”重查一遍。
- 双击后提示“Windows 已保护你的电脑”：点“更多信息”，再点“仍要运行”。没有这个按钮的，请本单位的电脑管理员处理。
- 提示“智能应用控制”阻止，或安全软件报告、隔离了文件：请管理员把这个文件夹加入信任，再重新解压一次，
  被隔离的文件不会自己回来。智能应用控制没有信任名单，只能由管理员决定是否关闭，或改用安装 Python 的办法。
- 自检提示缺少文件：没有全部解压，或文件被隔离，请重新解压。
- 自检停在某个部件、窗口没有写原因：处理器太旧、系统版本太低，或被安全软件拦下。Windows 7、8 和 32 位系统不能用。

有些材料要另外的程序
- doc、wps、rtf、ppt 等旧格式要另装 LibreOffice；没有装也不影响其他材料，报告会列出没有读取的文件。

各部分的许可证在 python\\LICENSE.txt 和 python\\Lib\\site-packages 各文件夹里；本程序的许可证在“LICENSE.txt”。
"""
