"""Mails (.eml, .msg) and saved web pages (.mht) taken apart: what they say, what they show, what is attached."""

from __future__ import annotations

import mimetypes
import re
from base64 import b64decode
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage, Message
from quopri import decodestring
from urllib.parse import unquote_to_bytes

from verifier import ole

_HEADERS = (("Subject", "主题"), ("From", "发件人"), ("To", "收件人"), ("Cc", "抄送"), ("Date", "日期"))
_CHINESE = {"gb2312", "gbk", "gb_2312-80", "x-gbk", "hz-gb-2312", "cp936"}
_WORD = re.compile(r"=\?([^?\s]+)\?([bBqQ])\?([^?]*)\?=")
_WORDS = re.compile(rf"{_WORD.pattern}(?:\s*{_WORD.pattern})*")
_WORDED_NAME = re.compile(r'\b(?:file)?name="?([^";]*=\?[^";]*)', re.I)
_PARAMETER = re.compile(r"\b(?:file)?name\*(\d*)(\*?)=([^;]*)", re.I)
_WITHIN = 8
"""mails within a mail of Outlook; deeper ones are left out"""
_LENIENT = policy.default.clone(raise_on_defect=False)


class NotAMail(Exception):
    """The file is none of these, or too damaged to be taken apart."""


@dataclass(frozen=True, slots=True)
class Mail:
    headers: tuple[tuple[str, str], ...]
    """Chinese name and text; those of a mail that people read"""
    text: str
    """what it says but in a web page"""
    html: str
    """'' where the mail is plain text"""
    shown: Mapping[str, tuple[str, bytes]]
    """address in the HTML, as `cid:…` or as it stands → name and bytes of a picture that the page shows"""
    attached: tuple[tuple[str, bytes], ...]
    """name and bytes of each file"""
    sheets: tuple[str, ...] = ()
    """style sheets of the page"""
    unshown: tuple[tuple[str, bytes], ...] = ()
    """name and bytes of the pictures that a saved page holds and its text does not show"""


def read_mail(data: bytes) -> Mail:
    """The parts of a mail. Nothing outside the file is looked up. Raises NotAMail."""
    try:
        message = _of_outlook(data) if data.startswith(ole.MAGIC) else message_from_bytes(data, policy=_LENIENT)
        return _mail(message)
    except (LookupError, ValueError, TypeError, AttributeError, AssertionError, OSError, RecursionError) as fault:
        raise NotAMail from fault


def _mail(message: Message) -> Mail:
    parts = list(_leaves(message))
    bodies = [part for part in parts if _is_body(part)]
    spare = list(_spare(message))
    html = _said(bodies, "text/html")
    text = _said([part for part in bodies if part not in spare], "text/plain")
    saved = _is_saved_page(message)
    shown: dict[str, tuple[str, bytes]] = {}
    others: list[tuple[str, bytes]] = []
    for part in parts:
        address = _address(part, html)
        if address:
            shown[address] = (_name(part) or _given_name(part, len(shown) + 1), _bytes(part))
        elif part not in bodies and (not saved or part.get_content_maintype() == "image"):
            others.append((_name(part) or _given_name(part, len(others) + 1), _bytes(part)))
    attached, unshown = ((), tuple(others)) if saved else (tuple(others), ())
    sheets = tuple(_text(part) for part in parts if saved and part.get_content_type() == "text/css")
    return Mail(tuple(_headers(message, saved)), text, html, shown, attached, sheets, unshown)


def _spare(message: Message) -> Iterator[Message]:
    """The plain texts beside which the mail says the same as a web page."""
    inner = _parts(message)
    if message.get_content_type() == "multipart/alternative":
        kinds = {part.get_content_type() for part in _leaves(message)}
        yield from (part for part in inner if part.get_content_type() == "text/plain" and "text/html" in kinds)
    for part in inner:
        yield from _spare(part)


def _parts(message: Message) -> list[Message]:
    """The parts of a part; a mail within a mail is none."""
    if not message.is_multipart() or message.get_content_type() == "message/rfc822":
        return []
    return [part for part in message.get_payload() if isinstance(part, Message)]


def _said(bodies: Sequence[Message], kind: str) -> str:
    return "".join(_text(part) for part in bodies if part.get_content_type() == kind)


def _headers(message: Message, saved: bool) -> Iterator[tuple[str, str]]:
    for field, name in _HEADERS[:1] if saved else _HEADERS:
        if said := _header(message, field):
            yield name, said


def _leaves(message: Message) -> Iterator[Message]:
    """The parts that hold something; a mail within a mail is one part."""
    inner = _parts(message)
    if inner:
        for part in inner:
            yield from _leaves(part)
    else:
        yield message


def _is_body(part: Message) -> bool:
    plain = part.get_content_type() in ("text/plain", "text/html") and not _name(part)
    return plain and part.get_content_disposition() != "attachment"


def _is_saved_page(message: Message) -> bool:
    """No mail: style sheets and unused pictures are no attachments, and its date is that of saving."""
    return message.get_content_type() == "multipart/related" and "@" not in _raw(message, "From")


def _address(part: Message, html: str) -> str:
    """How the page speaks of a picture; '' for what it does not show."""
    if not html or part.get_content_maintype() != "image" or part.get_content_disposition() == "attachment":
        return ""
    identifier = str(part.get("Content-ID") or "").strip(" <>")
    named = [f"cid:{identifier}"] if identifier else []
    return next((each for each in (*named, str(part.get("Content-Location") or "")) if each and each in html), "")


def _header(message: Message, field: str) -> str:
    raw = _raw(message, field)
    if not raw.isascii() or _WORD.search(raw):
        return _unworded(raw)
    try:
        return str(message.get(field) or "")
    except (ValueError, IndexError, AttributeError, TypeError, LookupError):  # the library trips over odd addresses
        return raw


def _unworded(raw: str) -> str:
    """A header without its encoded words (RFC 2047); one may end within a letter, so bytes are joined first."""
    unfolded = re.sub(r"\r?\n(?=[ \t])", "", raw)
    return _WORDS.sub(_of_words, unfolded).strip()


def _of_words(found: re.Match[str]) -> str:
    text, waiting, before = "", b"", ""
    for word in _WORD.finditer(found[0]):
        charset = word[1].partition("*")[0].lower()
        if charset != before:
            text, waiting, before = text + _decoded(waiting, before), b"", charset
        waiting += _bytes_of_word(word)
    return text + _decoded(waiting, before)


def _bytes_of_word(word: re.Match[str]) -> bytes:
    said = word[3].encode("ascii", "replace")
    if word[2] in "qQ":
        return decodestring(said.replace(b"_", b" "), header=False)
    try:
        return b64decode(said + b"=" * (-len(said) % 4))
    except ValueError:
        return b""


def _name(part: Message) -> str:
    raw = "; ".join((_raw(part, "Content-Disposition"), _raw(part, "Content-Type")))
    bare = re.search(r'\bname="?([^";\r\n]+)', raw.replace("filename", "name")) if not raw.isascii() else None
    if not bare and (parameter := _PARAMETER.findall(raw)):
        return _joined_parameter(parameter)
    if not bare and (worded := _WORDED_NAME.search(raw)):
        return _unworded(worded[1])
    return (bare[1] if bare else str(part.get_filename() or "")).replace("\r", "").replace("\n", "")


def _joined_parameter(pieces: Sequence[tuple[str, str, str]]) -> str:
    """A name in pieces (RFC 2231), of which one may end within a letter; the first names the code page."""
    numbered = sorted(
        {int(number or 0): (bool(star) or not number, text) for number, star, text in pieces[::-1]}.items()
    )
    charset, raw = "", b""
    for at, (_, (encoded, text)) in enumerate(numbered):
        said = text.strip().strip('"')
        if encoded and at == 0 and said.count("'") >= 2:
            charset, _, said = said.split("'", 2)
        raw += unquote_to_bytes(said) if encoded else said.encode("utf-8", "surrogateescape")
    return _decoded(raw, charset)


def _raw(message: Message, field: str) -> str:
    """A header as it stands, of whose bytes beyond ASCII nobody says what they are."""
    values = (str(value) for name, value in message.raw_items() if name.lower() == field.lower())
    raw = next(values, "").encode("utf-8", "surrogateescape")
    return _decoded(raw)


def _given_name(part: Message, number: int) -> str:
    if part.get_content_type() == "message/rfc822":
        return f"邮件{number}.eml"
    return f"附件{number}{mimetypes.guess_extension(part.get_content_type()) or '.bin'}"


def _bytes(part: Message) -> bytes:
    if part.get_content_type() == "message/rfc822" and part.is_multipart():
        return b"".join(bytes(inner) for inner in part.get_payload() if isinstance(inner, Message))
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def _text(part: Message) -> str:
    return _decoded(_bytes(part), str(part.get_content_charset() or ""))


def _decoded(raw: bytes, charset: str = "") -> str:
    told = "gb18030" if charset.lower() in _CHINESE else charset
    for encoding in filter(None, ("" if told == "us-ascii" else told, "utf-8")):
        try:
            return raw.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return raw.decode("gb18030", "replace")


_ATTACHMENT = "__attach_version1.0"
_PROPERTIES = "__properties_version1.0"
_MESSAGE_WITHIN = "__substg1.0_3701000D"
_TO, _CC, _SUBJECT, _FROM = "0E04", "0E03", "0037", "0C1A"
_PLAIN, _HTML = "1000", "1013"
_LONG_NAME, _SHORT_NAME, _DISPLAY_NAME = "3707", "3704", "3001"
_CONTENT, _CONTENT_ID = "37010102", "3712"
"""properties of a mail of Outlook by their tags ([MS-OXPROPS]); a content has its type too"""
_UNICODE, _STRING8, _BINARY = "001F", "001E", "0102"
"""types of a property"""
_SENT = b"\x40\x00\x39\x00"
"""type and tag of the time of sending"""


def _of_outlook(data: bytes) -> EmailMessage:
    """The same mail as it would have been sent."""
    with ole.opened(data) as container:
        return _outlook_message(container, (), 0)


def _outlook_message(mail: ole.Container, folder: tuple[str, ...], depth: int) -> EmailMessage:
    message = EmailMessage()
    for field, tag in (("Subject", _SUBJECT), ("From", _FROM), ("To", _TO), ("Cc", _CC)):
        if said := " ".join(_outlook_text(mail, folder, tag).split()):
            message[field] = said
    if sent := _outlook_date(mail, folder):
        message["Date"] = sent
    message.set_content(_outlook_text(mail, folder, _PLAIN))
    if html := _outlook_text(mail, folder, _HTML):
        message.add_alternative(html, subtype="html")
    for storage in sorted({path[len(folder)] for path in mail.listdir() if path[: len(folder)] == list(folder)}):
        if storage.startswith(_ATTACHMENT):
            _attach(message, mail, (*folder, storage), depth)
    return message


def _attach(message: EmailMessage, mail: ole.Container, folder: tuple[str, ...], depth: int) -> None:
    names = (_outlook_text(mail, folder, tag) for tag in (_LONG_NAME, _SHORT_NAME, _DISPLAY_NAME))
    name = next(filter(None, names), "")
    inner = (*folder, _MESSAGE_WITHIN)
    if mail.exists("/".join((*inner, _PROPERTIES))):
        if depth < _WITHIN:
            data = bytes(_outlook_message(mail, inner, depth + 1))
            message.add_attachment(data, "application", "octet-stream", filename=f"{name or '邮件'}.eml")
        return
    data = _property(mail, folder, _CONTENT)
    identifier = _outlook_text(mail, folder, _CONTENT_ID)
    kind = (mimetypes.guess_type(name)[0] or "application/octet-stream").partition("/")
    cid = f"<{identifier}>" if identifier else None
    disposition = "inline" if cid and kind[0] == "image" else "attachment"
    message.add_attachment(data, kind[0], kind[2], filename=name or None, cid=cid, disposition=disposition)


def _outlook_text(mail: ole.Container, folder: tuple[str, ...], tag: str) -> str:
    wide = _property(mail, folder, tag + _UNICODE)
    if wide:
        return wide.decode("utf-16-le", "replace").rstrip("\0")
    return _decoded(_property(mail, folder, tag + _STRING8) or _property(mail, folder, tag + _BINARY)).rstrip("\0")


def _property(mail: ole.Container, folder: tuple[str, ...], tag: str) -> bytes:
    return ole.stream(mail, *folder, f"__substg1.0_{tag}")


def _outlook_date(mail: ole.Container, folder: tuple[str, ...]) -> datetime | None:
    """When it was sent: a property of 8 bytes, tenths of microseconds since 1601."""
    data = ole.stream(mail, *folder, _PROPERTIES)
    start = 32 if not folder else 24  # what stands before the properties of a mail, and of one within it
    for at in range(start, len(data) - 15, 16):
        if data[at : at + 4] == _SENT:
            ticks = int.from_bytes(data[at + 8 : at + 16], "little")
            return datetime(1601, 1, 1, tzinfo=UTC) + timedelta(microseconds=ticks // 10)
    return None
