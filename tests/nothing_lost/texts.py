"""Every place of texts, web pages and mails at which a sentence or a picture may stand."""

from __future__ import annotations

import base64
from collections.abc import Callable, Sequence
from email.message import EmailMessage

from tests.nothing_lost.planting import READ, ROW, Paper, Place, Seed
from tests.nothing_lost.word import html, whole
from tests.readers.mails import compound, outlook


def within(around: str, data: bool = True) -> Callable[[Seed], str]:
    """In `around` 0 is the sentence, 1 the address of the picture."""

    def plant(seed: Seed) -> str:
        address = f"data:image/png;base64,{base64.b64encode(seed.picture).decode()}"
        return around.format(seed.sentence, address)

    return plant


def page(pieces: Sequence[str]) -> bytes:
    return f"<!doctype html><html><head><title>材料</title></head><body>{''.join(pieces)}</body></html>".encode()


SVG = '<svg width="90" height="90"><text x="1" y="20">{0}</text><image href="{1}"/></svg>'
GRID = "<table><tr><td>姓名</td><td>单位</td></tr><tr><td>{0}</td><td><img src='{1}'></td></tr></table>"
WEB = (
    Place("paragraph and picture", within("<p>{0}</p><img src='{1}'>"), READ, ROW),
    Place("heading", within("<h2>{0}</h2>"), READ),
    Place("item of a list", within("<ul><li>{0}</ul>"), READ),
    Place("term and its meaning", within("<dl><dt>甲<dd>{0}</dl>"), READ),
    Place("text without a paragraph", within("{0}<br>"), READ),
    Place("text as it is typed", within("<pre>{0}</pre>"), READ),
    Place("quotation", within("<blockquote><q>{0}</q></blockquote>"), READ),
    Place("link", within("<p><a href='http://example.cn'>{0}<img src='{1}'></a></p>"), READ, ROW),
    Place("table", within(GRID), READ, ROW),
    Place("table in a table", within(f"<table><tr><td>{GRID}</td></tr></table>"), READ, ROW),
    Place("caption of a table", within("<table><caption>{0}</caption><tr><td>甲</td><td>乙</td></tr></table>"), READ),
    Place("picture with a caption", within("<figure><img src='{1}'><figcaption>{0}</figcaption></figure>"), READ, ROW),
    Place("picture of several sizes", within("<picture><source srcset='{1}'><img alt='图'></picture>"), "", ROW),
    Place("set of sources", within("<img srcset='{1} 2x'>"), "", ROW),
    Place("picture that is loaded later", within("<img data-src='{1}'>"), "", ROW),
    Place("picture that a style shows", within("<div style='background-image:url({1})'>{0}</div>"), READ, ROW),
    Place("picture of a style sheet", within("<style>p{{background:url({1})}}</style><p>{0}</p>"), READ, ROW),
    Place("ground of a table", within("<table background='{1}'><tr><td>{0}</td></tr></table>"), READ, ROW),
    Place("button that is a picture", within("<input type=image src='{1}'>"), "", ROW),
    Place("frame that stands for a film", within("<video poster='{1}'></video>"), "", ROW),
    Place("embedded object", within("<object data='{1}'>{0}</object>"), READ, ROW),
    Place("drawing", within(SVG), READ, ROW),
    Place("frame with its page", within("<iframe srcdoc='&lt;p>{0}&lt;/p>'></iframe>"), READ),
    Place("frame whose page is data", lambda seed: "<iframe src='data:text/html;charset=utf-8;base64,"
          f"{base64.b64encode(html(seed)).decode()}'></iframe>", READ, ROW),
    Place("filled field", within("<input value='{0}'>"), READ),
    Place("filled area", within("<textarea>{0}</textarea>"), READ),
    Place("chosen entry", within("<select><option>甲<option selected>{0}</select>"), READ),
    Place("button", within("<button>{0}</button><input type=submit value='提交'>"), READ),
    Place("words before a field", within("<label>{0}<input></label>"), READ),
    Place("legend", within("<fieldset><legend>{0}</legend></fieldset>"), READ),
    Place("folded part", within("<details><summary>甲</summary><p>{0}</p></details>"), READ),
    Place("formula", within("<math><mtext>{0}</mtext></math>"), READ),
    Place("base of a ruby", within("<ruby>{0}<rt>pin</rt></ruby>"), READ),
    Place("element of its own", within("<my-part>{0}</my-part>"), READ),
    Place("words for a picture", within("<img src='{1}' alt='{0}'>"), "", ROW),
)  # fmt: skip


def mail(pieces: Sequence[Callable[[EmailMessage], None]]) -> bytes:
    message = EmailMessage()
    message["From"], message["To"] = "a@example.cn", "b@example.cn"
    message.make_mixed()
    for piece in pieces:
        piece(message)
    return message.as_bytes()


def subject(seed: Seed) -> Callable[[EmailMessage], None]:
    def put(message: EmailMessage) -> None:
        message["Subject"] = seed.sentence

    return put


def rich(seed: Seed) -> Callable[[EmailMessage], None]:
    """The text as a web page, and the same without its looks."""

    def put(message: EmailMessage) -> None:
        inner = EmailMessage()
        inner.set_content("网页中的文字\n")
        inner.add_alternative(f"<p>{seed.sentence}</p><img src='cid:a'>", subtype="html")
        body = inner.get_payload()[-1]
        assert isinstance(body, EmailMessage)
        body.add_related(seed.picture, "image", "png", cid="<a>")
        message.attach(inner)

    return put


def apart(seed: Seed) -> Callable[[EmailMessage], None]:
    """A text of its own, as programs write that part the text where a file is attached."""

    def put(message: EmailMessage) -> None:
        inner = EmailMessage()
        inner.set_content(f"{seed.sentence}\n")
        message.attach(inner)

    return put


def with_file(name: str, made: Callable[[Seed], bytes], kind: str = "octet-stream") -> Callable[[Seed], object]:
    return lambda seed: lambda message: message.add_attachment(made(seed), "application", kind, filename=name)


def pasted(seed: Seed) -> Callable[[EmailMessage], None]:
    """A picture that the program meant to show in the text, to which the text does not refer."""
    return lambda message: message.add_attachment(seed.picture, "image", "png", disposition="inline", filename="b.png")


def forwarded(seed: Seed) -> Callable[[EmailMessage], None]:
    def put(message: EmailMessage) -> None:
        inner = EmailMessage()
        inner["Subject"] = "转发"
        inner.set_content(f"{seed.sentence}\n")
        inner.add_attachment(seed.picture, "image", "png", filename="c.png")
        message.add_attachment(inner)

    return put


MAIL = (
    Place("plain text beside a web page that says something else", apart, READ),
    Place("web page with its picture", rich, READ, ROW),
    Place("subject", subject, READ),
    Place("attached Word paper", with_file("a.docx", whole), READ, ROW),
    Place("attached picture", with_file("a.png", lambda seed: seed.picture), "", ROW),
    Place("picture in the text to which nothing refers", pasted, "", ROW),
    Place("forwarded mail", forwarded, READ, ROW),
)


def from_outlook(pieces: Sequence[Seed]) -> bytes:
    first, second, third, fourth = pieces
    page = f"<html><p>{first.sentence}</p><img src='cid:a'></html>"
    inner = outlook("转发", third.sentence, attached={"c.png": third.picture})
    files = {"a.docx": whole(second)}
    made = outlook(fourth.sentence, "", html=page, shown={"a": first.picture}, attached=files, mails={"转发": inner})
    return compound(made)


OUTLOOK = (
    Place("web page with its picture", lambda seed: seed, READ, ROW),
    Place("attached Word paper", lambda seed: seed, READ, ROW),
    Place("mail in the mail", lambda seed: seed, READ, ROW),
    Place("subject", lambda seed: seed, READ),
)
PLAIN = (
    Place("first line", lambda seed: seed.sentence, READ),
    Place("heading of Markdown", lambda seed: f"# {seed.sentence}", READ),
    Place("item of Markdown", lambda seed: f"- [x] {seed.sentence}", READ),
    Place("row of a table", lambda seed: f"| {seed.sentence} | 乙 |", READ),
    Place("link of Markdown", lambda seed: f"[{seed.sentence}](a.png)", READ),
    Place("behind a tab", lambda seed: f"\t\t{seed.sentence}", READ),
    Place("long line", lambda seed: "招聘会现场" * 2000 + seed.sentence, READ),
    Place("last line without an end", lambda seed: seed.sentence, READ),
)


def saved(pieces: Sequence[Callable[[EmailMessage], None]]) -> bytes:
    """A web page with all that it shows in one file."""
    message = EmailMessage()
    message["Content-Type"] = "multipart/related"
    for piece in pieces:
        piece(message)
    return message.as_bytes()


def part_of(kind: str, around: str, location: str) -> Callable[[Seed], Callable[[EmailMessage], None]]:
    def plant(seed: Seed) -> Callable[[EmailMessage], None]:
        def put(message: EmailMessage) -> None:
            page = EmailMessage()
            page.set_content(around.format(seed.sentence, seed.number), subtype=kind)
            page["Content-Location"] = location
            message.attach(page)
            shown = EmailMessage()
            shown.set_content(seed.picture, "image", "png")
            shown["Content-Location"] = f"http://example.cn/{seed.number}.png"
            message.attach(shown)

        return put

    return plant


SAVED = (
    Place("page with its picture", part_of(
        "html", "<p>{0}</p><img src='http://example.cn/{1}.png'><iframe src='http://example.cn/f.html'></iframe>",
        "http://example.cn/"), READ, ROW),
    Place("page in a frame", part_of(
        "html", "<p>{0}</p><img src='http://example.cn/{1}.png'>", "http://example.cn/f.html"), READ, ROW),
    Place("picture of a style sheet", part_of(
        "css", ".a {{background: url(http://example.cn/{1}.png)}}", "http://example.cn/a.css"), "", ROW),
)  # fmt: skip
GRIDS = (Place("cell of a web table", within(GRID), READ, ROW), Place("line over it", within("<p>{0}</p>"), READ))
PAPERS = (
    Paper("html", "网页.html", WEB, page),
    Paper("html-sheet", "台账.xls", GRIDS, page),
    Paper("mht", "网页.mht", SAVED, saved),
    Paper("eml", "邮件.eml", MAIL, mail),
    Paper("msg", "邮件.msg", OUTLOOK, from_outlook),
    Paper("txt", "说明.txt", PLAIN, lambda pieces: "\n".join(pieces).encode("gb18030")),
)
