"""One bundle in every packing and with its papers in every sister format: the proposed points have to be the same.

By hand: python tests/bench/sisters.py [WAY …] [--bundle samples/good/bundle] [--cache DIR]. LibreOffice, tests' own
writers and Pillow make the sisters; pictures in another format are read anew, which takes a while. Prints a table.
"""

from __future__ import annotations

import argparse
import io
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path, PurePosixPath

import docx
import pillow_heif
from PIL import Image

from tests.bundle.packers import libarchive_of, packed, rar_of, zip_of
from tests.readers.ofds import ofd_of_pdf
from verifier import batch
from verifier.pipeline import Silent
from verifier.readers import office

HOME = Path(__file__).resolve().parents[2]
Files = dict[str, bytes]
_CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
"""UTF-8, every sheet a file"""


def nested(files: Mapping[str, bytes]) -> bytes:
    """Half of the files in a 7z in a rar in a tar.gz, the others beside them."""
    names = sorted(files)
    inner = {name: files[name] for name in names[::2]}
    middle = {name: files[name] for name in names[1::4]} | {"材料一.7z": libarchive_of(inner, "7zip")}
    outer = {name: files[name] for name in names[3::4]} | {"材料二.rar": rar_of(middle)}
    return libarchive_of(outer, "pax", "gzip")


PACKINGS: dict[str, tuple[str, Callable[[Mapping[str, bytes]], bytes]]] = {
    "zip in UTF-8": ("zip", zip_of),
    "zip in GBK": ("zip", lambda files: zip_of(files, "gbk")),
    "rar, stored": ("rar", rar_of),
    "7z": ("7z", lambda files: libarchive_of(files, "7zip")),
    "tar.gz": ("tar.gz", lambda files: libarchive_of(files, "pax", "gzip")),
    "nested": ("tar.gz", nested),
}


def by_libreoffice(files: Files, target: str) -> Files:
    """Each file in the other format, by LibreOffice; a sheet a file where the format holds one."""
    made: Files = {}
    with tempfile.TemporaryDirectory() as folder:
        source, out = Path(folder) / "in", Path(folder) / "out"
        source.mkdir()
        names = dict(enumerate(sorted(files)))
        for number, name in names.items():
            path = source / f"{number}{PurePosixPath(name).suffix}"
            path.write_bytes(_with_last_paragraph(files[name]) if path.suffix == ".docx" else files[name])
        profile = f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}"
        call = [office.program() or "", profile, "--headless", "--convert-to", target, "--outdir", str(out)]
        subprocess.run([*call, *map(str, source.iterdir())], check=True, capture_output=True)
        for path in sorted(out.iterdir()):
            number, _, sheet = path.stem.partition("-")
            stem = str(PurePosixPath(names[int(number)]).with_suffix(""))
            made[f"{stem}{'-' if sheet else ''}{sheet}{path.suffix}"] = path.read_bytes()
    return made


def _with_last_paragraph(data: bytes) -> bytes:
    """A table at the very end of a paper, which Word never leaves there, is lost in LibreOffice's .doc."""
    paper = docx.Document(io.BytesIO(data))
    paper.add_paragraph("")
    target = io.BytesIO()
    paper.save(target)
    return target.getvalue()


def by_pillow(files: Files, form: str, ending: str) -> Files:
    """Each picture in the other format, with what it says of itself."""
    pillow_heif.register_heif_opener()
    made: Files = {}
    for name, data in files.items():
        with Image.open(io.BytesIO(data)) as picture:
            exif, target = picture.getexif(), io.BytesIO()
            told: dict[str, object] = {"exif": exif.tobytes()} if exif else {}
            picture.save(target, form, **told if form == "TIFF" else told | {"quality": 92})
        made[str(PurePosixPath(name).with_suffix(f".{ending}"))] = target.getvalue()
    return made


def as_ofd(files: Files) -> Files:
    return {str(PurePosixPath(name).with_suffix(".ofd")): ofd_of_pdf(data) for name, data in files.items()}


SISTERS: dict[str, Callable[[Files], Files]] = {
    "docx→doc": lambda files: by_libreoffice(files, "doc"),
    "docx→odt": lambda files: by_libreoffice(files, "odt"),
    "docx→rtf": lambda files: by_libreoffice(files, "rtf"),
    "docx→pdf": lambda files: by_libreoffice(files, "pdf"),
    "xlsx→xls": lambda files: by_libreoffice(files, "xls"),
    "xlsx→ods": lambda files: by_libreoffice(files, "ods"),
    "xlsx→csv": lambda files: by_libreoffice(files, _CSV),
    "jpg→heic": lambda files: by_pillow(files, "HEIF", "heic"),
    "jpg→webp": lambda files: by_pillow(files, "WEBP", "webp"),
    "jpg→tiff": lambda files: by_pillow(files, "TIFF", "tiff"),
    "pdf→ofd": as_ofd,
}


def converted(files: Files, way: str) -> tuple[Files, int]:
    """The files with those of one format in another, and how many those were."""
    ending = f".{way.partition('→')[0]}"
    old = {name: data for name, data in files.items() if name.endswith(ending)}
    kept = {name: data for name, data in files.items() if name not in old}
    return kept | SISTERS[way](old), len(old)


def points(bundle: Path, cache: Path | None) -> dict[str, tuple[float, float, float]]:
    """Low, proposed and high of every cell."""
    result = batch.check(bundle, None, batch.Settings(cache=cache), Silent())
    return {cell.id: (cell.low, cell.proposed, cell.high) for cell in result.indicators}


def written(files: Files, folder: Path) -> Path:
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder


def bundle_in(way: str, files: Files, folder: Path) -> tuple[Path, int]:
    """The bundle packed or converted in one way, and how many files that concerned."""
    if way in PACKINGS:
        ending, pack = PACKINGS[way]
        path = folder / f"某学院.{ending}"
        path.write_bytes(pack(files))
        return path, len(files)
    made, count = converted(files, way)
    return written(made, folder / "某学院"), count


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("ways", nargs="*", default=[*PACKINGS, *SISTERS], metavar="WAY")
    parser.add_argument("--bundle", type=Path, default=HOME / "samples" / "good" / "bundle")
    parser.add_argument("--cache", type=Path, help="of recognised text")
    options = parser.parse_args()
    files = packed(options.bundle)
    right = points(options.bundle, options.cache)
    print(f"{'way':14} {'files':>5} {'seconds':>8}  cells whose proposed points differ; whose low or high does")
    for way in options.ways:
        started = time.perf_counter()
        with tempfile.TemporaryDirectory() as folder:
            bundle, count = bundle_in(way, files, Path(folder))
            found = points(bundle, options.cache)
        other = [f"{cell} {right[cell][1]}→{found[cell][1]}" for cell in right if found[cell][1] != right[cell][1]]
        rest = [cell for cell in right if found[cell] != right[cell] and found[cell][1] == right[cell][1]]
        told = f"{'、'.join(other) or '–'}; {'、'.join(rest) or '–'}"
        print(f"{way:14} {count:5} {time.perf_counter() - started:8.0f}  {told}", flush=True)


if __name__ == "__main__":
    sys.path.insert(0, str(HOME))
    main()
