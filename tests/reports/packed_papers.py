"""Archives and mails of kinds that other tools lost, one function a report."""

from __future__ import annotations

import io
import lzma
import struct
import zipfile
import zlib
from collections.abc import Sequence
from email.message import EmailMessage
from typing import NamedTuple

from tests.bundle.packers import Files, zip_of
from tests.readers.mails import winmail

ROSTER = "姓名,生源地\n于海宁,山东省威海市\n".encode()
PLAN = "威海海澜学院2024年就业工作计划\n".encode()


class _Entry(NamedTuple):
    name: bytes
    raw: bytes
    packed: bytes
    method: int
    flags: int = 0


def _zip(entries: Sequence[_Entry]) -> bytes:
    """A zip whose names, flags and ways of packing are as given."""
    made, listed = b"", b""
    for each in entries:
        told = zlib.crc32(each.raw), len(each.packed), len(each.raw)
        head = struct.pack("<HHHHH", 20, each.flags, each.method, 0, 0x58B5) + struct.pack("<III", *told)
        head += struct.pack("<HH", len(each.name), 0)
        listed += b"PK\1\2" + struct.pack("<H", 20) + head + struct.pack("<HHHII", 0, 0, 0, 0, len(made)) + each.name
        made += b"PK\3\4" + head + each.name + each.packed
    return (
        made + listed + b"PK\5\6" + struct.pack("<HHHHIIH", 0, 0, len(entries), len(entries), len(listed), len(made), 0)
    )


def zip_names_of_two_readings() -> Files:
    """Names in GBK whose bytes are UTF-8 too: of other letters."""
    return {"材料.zip": zip_of({"实习.csv": ROSTER, "学校/专业.txt": PLAN}, "gbk")}


def zip_names_flagged_as_unicode() -> Files:
    """Names in GBK under the flag that says UTF-8."""
    entries = (("生源信息库.csv", ROSTER), ("工作计划.txt", PLAN))
    return {"材料.zip": _zip([_Entry(name.encode("gbk"), raw, raw, 0, 0x800) for name, raw in entries])}


def zip_deflate64() -> Files:
    """As Windows packs what is over 2 GB (here little of it, in a block that both ways of packing share)."""

    def stored(raw: bytes) -> bytes:
        return struct.pack("<BHH", 1, len(raw), len(raw) ^ 0xFFFF) + raw

    packed = [
        _Entry("名册.csv".encode(), ROSTER, stored(ROSTER), 9, 0x800),
        _Entry("计划.txt".encode(), PLAN, PLAN, 0, 0x800),
    ]
    return {"材料.zip": _zip(packed)}


def zip_xz() -> Files:
    """As WinZip packs a .zipx."""
    return {"材料.zipx": _zip([_Entry("名册.csv".encode(), ROSTER, lzma.compress(ROSTER), 95, 0x800)])}


def zip_sizes_behind_the_data() -> Files:
    """As a Mac packs: sizes stand behind each file, and a folder of its own lies beside the papers."""

    class Flow(io.RawIOBase):
        def __init__(self) -> None:
            self.data = b""

        def writable(self) -> bool:
            return True

        def write(self, piece: bytes) -> int:  # type: ignore[override]
            self.data += bytes(piece)
            return len(piece)

    flow = Flow()
    with zipfile.ZipFile(flow, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in (
            ("名册.csv", ROSTER),
            ("__MACOSX/._名册.csv", b"\0\5\x16\7" + bytes(60)),
            ("计划.txt", PLAN),
        ):
            archive.writestr(name, data)
    return {"材料.zip": flow.data}


def mail_in_a_winmail() -> Files:
    """A mail of Exchange whose attachment lies in a winmail.dat (TNEF)."""

    packed = winmail({"生源信息库.csv": ROSTER})
    mail = EmailMessage()
    mail["Subject"], mail["From"], mail["To"] = "报送材料", "a@example.invalid", "b@example.invalid"
    mail.set_content("材料见附件。")
    mail.add_attachment(packed, maintype="application", subtype="ms-tnef", filename="winmail.dat")
    return {"报送.eml": bytes(mail)}


def mail_with_a_mail_attached() -> Files:
    """The papers hang on a mail that was passed on as an attachment."""
    inner = EmailMessage()
    inner["Subject"], inner["From"] = "生源信息库", "c@example.invalid"
    inner.set_content("请查收。")
    inner.add_attachment(ROSTER, maintype="application", subtype="octet-stream", filename="生源信息库.csv")
    mail = EmailMessage()
    mail["Subject"], mail["From"] = "转发", "a@example.invalid"
    mail.set_content("见附件邮件。")
    mail.add_attachment(inner)
    return {"转发.eml": bytes(mail)}


def mail_with_a_nameless_paper() -> Files:
    """An attachment that tells its kind and no name."""
    from tests.reports.word_papers import docx_pinyin_guide

    (data,) = docx_pinyin_guide().values()
    kind = "vnd.openxmlformats-officedocument.wordprocessingml.document"
    mail = EmailMessage()
    mail["Subject"], mail["From"] = "名单", "a@example.invalid"
    mail.set_content("见附件。")
    mail.add_attachment(data, maintype="application", subtype=kind)
    del mail.get_payload()[1]["Content-Disposition"]  # type: ignore[union-attr, index]
    return {"名单.eml": bytes(mail)}
