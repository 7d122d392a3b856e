"""Make the sample bundles again: python samples/make/build.py [good] [flawed]."""

from __future__ import annotations

import importlib
import shutil
import sys
from pathlib import Path

from browser import Browser

SAMPLES = Path(__file__).resolve().parent.parent


def main(names: list[str]) -> None:
    for name in names or ["good", "flawed"]:
        root = SAMPLES / name / "bundle"
        shutil.rmtree(root, ignore_errors=True)
        root.mkdir(parents=True)
        with Browser() as browser:
            importlib.import_module(name).build(root, browser)
        files = [path for path in root.rglob("*") if path.is_file()]
        print(f"{name}: {len(files)} files, {sum(path.stat().st_size for path in files) / 1e6:.1f} MB")


if __name__ == "__main__":
    main(sys.argv[1:])
