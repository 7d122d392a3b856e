"""The networks of the rapidocr wheel, run offline, each request on one core: two pictures keep two cores busy.

rapidocr's own sessions download what they miss, log to the console, and leave OpenVINO's precision to the
processor (bf16 where it can), so that two machines would read two texts. Here it is float32 unless asked otherwise.

OpenVINO alone runs them, whatever the processor. A picture costs so many seconds of it on average (12 pictures, the
engines in turn on one Xeon, OpenVINO 2026.4.1 and onnxruntime 1.32.0; the processor was made to hide what it can do):
0.96 against onnxruntime's 1.62 with AVX-512, 1.29 against 2.34 with AVX2, as much with SSE4.2 alone. All read the same
288 lines. It takes more memory: 0.9 GB against 0.55.
"""

from __future__ import annotations

import hashlib
import sys
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np

from verifier.errors import EngineError
from verifier.ocr.engine import Array

DETECTION = "PP-OCRv6_det_small.onnx"
RECOGNITION = "PP-OCRv6_rec_small.onnx"


@dataclass(frozen=True, slots=True)
class Network:
    run: Callable[[Array], Array]
    """float32 batch in, float32 result out; several threads may call it at once"""
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


@cache
def model_digests() -> Mapping[str, str]:
    """SHA-256 of each model, by the name of its file. Raises EngineError as `models_folder`."""
    folder = models_folder()
    return {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in (DETECTION, RECOGNITION)}


def has_bf16() -> bool:
    """Whether this processor computes in bfloat16."""
    return "BF16" in _openvino().Core().get_property("CPU", "OPTIMIZATION_CAPABILITIES")


def open_network(path: Path, jobs: int = 1, precision: str = "f32") -> Network:
    """The model at `path`, for so many requests at once, each on one core; EngineError when OpenVINO can't be used."""
    core = _openvino().Core()
    model = core.read_model(path)
    # not pinned to cores: where the system has its own idea of them, two streams would wait for each other
    settings = {
        "INFERENCE_PRECISION_HINT": precision,
        "INFERENCE_NUM_THREADS": jobs,
        "NUM_STREAMS": jobs,
        "ENABLE_CPU_PINNING": False,
    }
    compiled = core.compile_model(model, "CPU", settings)
    own = threading.local()

    def run(batch: Array) -> Array:
        if not hasattr(own, "request"):
            own.request = compiled.create_infer_request()
        own.request.infer([batch], share_inputs=True)
        return np.array(own.request.get_output_tensor().data)

    info = model.get_rt_info()
    about = info["framework"] if "framework" in info else {}  # noqa: SIM401 (no dict: it has no get)
    known = about["character"].astype(str) if "character" in about else ""
    return Network(run, tuple(known.splitlines()))


def _openvino() -> Any:
    """The library. Its telemetry is never imported: it needs the network, and nothing here reports anything."""
    sys.modules.setdefault("openvino_telemetry", None)  # type: ignore[arg-type]
    try:
        import openvino
    except (ImportError, OSError) as fault:
        raise EngineError("没有安装 openvino，无法识别图片中的文字，请运行 pip install openvino 后再试") from fault
    return openvino
