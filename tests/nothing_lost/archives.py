"""Every kind of archive, and the places in one at which a file may lie."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Mapping, Sequence

from tests.bundle.packers import libarchive_of, rar_of, zip_of
from tests.hostile.good import cabinet
from tests.nothing_lost.planting import READ, ROW, Paper, Place, Seed
from tests.nothing_lost.word import html, whole

Files = Mapping[str, bytes]


def text(name: str) -> Callable[[Seed], Files]:
    return lambda seed: {name: seed.sentence.encode("gb18030")}


def nested(name: str, pack: Callable[[Files], bytes]) -> Callable[[Seed], Files]:
    """Another archive, with a paper in a folder."""
    return lambda seed: {name: pack({"内/页.html": html(seed)})}


PLACES = (
    Place("file", text("说明.txt"), READ),
    Place("file in folders", text("一/二/三/四/五.txt"), READ),
    Place("file without an ending", text("说明"), READ),
    Place("file with a false ending", lambda seed: {"说明.pdf": html(seed)}, READ, ROW),
    Place("paper with a picture", lambda seed: {"总结.docx": whole(seed)}, READ, ROW),
    Place("picture", lambda seed: {"图/现场.png": seed.picture}, "", ROW),
    Place("zip in the archive", nested("内.zip", zip_of), READ, ROW),
    Place("zip in a zip", nested("外.zip", lambda files: zip_of({"内.zip": zip_of(files)})), READ, ROW),
    Place("tar in the archive", nested("内.tar.gz", lambda files: libarchive_of(files, "ustar", "gzip")), READ, ROW),
    Place("rar in the archive", nested("内.rar", rar_of), READ, ROW),
    Place("file packed by itself", lambda seed: {"页.html.gz": gzip.compress(html(seed))}, READ, ROW),
)  # fmt: skip


def packed(pack: Callable[[Files], bytes]) -> Callable[[Sequence[Files]], bytes]:
    return lambda pieces: pack({name: data for piece in pieces for name, data in piece.items()})


def in_latin(files: Files) -> Files:
    """By names of ASCII, which is all that a cabinet here has."""
    endings = (name.partition(".")[2] for name in files)
    return {
        f"f{number}.{ending}": data for number, (ending, data) in enumerate(zip(endings, files.values(), strict=True))
    }


PAPERS = (
    Paper("zip", "材料.zip", PLACES, packed(zip_of)),
    Paper("zip", "材料一.zip", PLACES, packed(lambda files: zip_of(files, "gbk"))),
    Paper("7z", "材料.7z", PLACES, packed(lambda files: libarchive_of(files, "7zip"))),
    Paper("tar", "材料.tar", PLACES, packed(lambda files: libarchive_of(files, "ustar"))),
    Paper("rar", "材料.rar", PLACES, packed(rar_of)),
    Paper("cab", "材料.cab", PLACES, packed(lambda files: cabinet(dict(in_latin(files))))),
)
