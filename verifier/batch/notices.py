"""What has to be known of the folder that was given as a bundle, before any points."""

from __future__ import annotations

from pathlib import Path

from verifier.files.output_folder import has_summary, is_output_folder


def of_bundle(bundle: Path) -> tuple[str, ...]:
    """That results were given instead of papers, in a Chinese sentence."""
    if not is_result_folder(bundle):
        return ()
    return (f"“{bundle.name}”是核验结果文件夹，其中的结果文件不是材料，没有计入，请给出学校材料所在的文件夹。",)


def is_result_folder(folder: Path) -> bool:
    """Whether a check or a batch wrote there."""
    return folder.is_dir() and (is_output_folder(folder) or has_summary(folder))
