"""The networks of the rapidocr wheel, run in float32 and offline.

rapidocr's own sessions download what they miss, log to the console, and leave OpenVINO's precision to the
processor (bf16 where it can), so that two machines would read two texts.
"""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import numpy as np

from verifier.errors import EngineError
from verifier.ocr.engine import Array

log = logging.getLogger(__name__)

DETECTION = "PP-OCRv6_det_small.onnx"
RECOGNITION = "PP-OCRv6_rec_small.onnx"
THREADS = max(1, min(4, os.cpu_count() or 1))


@dataclass(frozen=True, slots=True)
class Network:
    run: Callable[[Array], Array]
    """float32 batch in, float32 result out"""
    characters: tuple[str, ...]
    """what a recognition network can say; empty for others"""


def models_folder() -> Path:
    """The folder of models in the rapidocr wheel; EngineError when rapidocr or a model is missing."""
    spec = find_spec("rapidocr")  # not imported: the package pulls in libraries of the network
    if spec is None or spec.origin is None:
        raise EngineError("没有安装文字识别引擎 rapidocr，请运行 pip install rapidocr 后再试")
    folder = Path(spec.origin).parent / "models"
    for name in (DETECTION, RECOGNITION):
        if not (folder / name).is_file():
            raise EngineError(f"rapidocr 中缺少模型文件 {name}，请安装 rapidocr 3.10 或更新的版本")
    return folder


def choose_runtime() -> str:
    """`openvino` when it can be imported, else `onnxruntime`; EngineError when neither can."""
    _without_telemetry()
    for name in ("openvino", "onnxruntime"):
        try:
            __import__(name)
        except (ImportError, OSError) as fault:
            log.info("%s can't be used: %s", name, fault)
        else:
            return name
    raise EngineError("没有安装 onnxruntime，无法识别图片中的文字，请运行 pip install onnxruntime 后再试")


def _without_telemetry() -> None:
    """OpenVINO's telemetry is never imported: it needs the network, and nothing here reports anything."""
    sys.modules.setdefault("openvino_telemetry", None)  # type: ignore[arg-type]


def open_network(path: Path, runtime: str) -> Network:
    """The model at `path`, ready to run on `openvino` or `onnxruntime`."""
    return _openvino(path) if runtime == "openvino" else _onnxruntime(path)


def _openvino(path: Path) -> Network:
    import openvino

    core = openvino.Core()
    model = core.read_model(path)
    settings = {"INFERENCE_PRECISION_HINT": "f32", "INFERENCE_NUM_THREADS": THREADS, "NUM_STREAMS": 1}
    request = core.compile_model(model, "CPU", settings).create_infer_request()

    def run(batch: Array) -> Array:
        request.infer([batch], share_inputs=True)
        return np.array(request.get_output_tensor().data)

    info = model.get_rt_info()
    about = info["framework"] if "framework" in info else {}  # noqa: SIM401 (no dict: it has no get)
    known = about["character"].astype(str) if "character" in about else ""
    return Network(run, tuple(known.splitlines()))


def _onnxruntime(path: Path) -> Network:
    import onnxruntime  # type: ignore[import-untyped]

    options = onnxruntime.SessionOptions()
    options.log_severity_level = 4
    options.enable_cpu_mem_arena = False
    options.intra_op_num_threads = THREADS
    session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    entry = session.get_inputs()[0].name

    def run(batch: Array) -> Array:
        return np.asarray(session.run(None, {entry: batch})[0])

    known = session.get_modelmeta().custom_metadata_map.get("character", "")
    return Network(run, tuple(known.splitlines()))
