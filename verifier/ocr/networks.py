"""The networks of the rapidocr wheel, run offline, each request on one core: two pictures keep two cores busy.

rapidocr's own sessions download what they miss, log to the console, and leave OpenVINO's precision to the
processor (bf16 where it can), so that two machines would read two texts. Here it is float32 unless asked otherwise.
"""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import cv2
import numpy as np

from verifier.errors import EngineError
from verifier.ocr.engine import Array

log = logging.getLogger(__name__)

DETECTION = "PP-OCRv6_det_small.onnx"
RECOGNITION = "PP-OCRv6_rec_small.onnx"


AVX512 = 256
"""OpenCV's number of that set of instructions (CPU_AVX512_SKX), which it has no name for in Python"""


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


def choose_runtime() -> str:
    """`openvino` or `onnxruntime`, whichever serves this processor and can be imported; EngineError when neither can.

    With AVX-512 OpenVINO is the faster by a third; without, both take the same time, and OpenVINO twice the memory.
    """
    _without_telemetry()
    names = ("onnxruntime", "openvino")
    for name in reversed(names) if cv2.checkHardwareSupport(AVX512) else names:
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


def has_bf16() -> bool:
    """Whether this processor computes in bfloat16, which OpenVINO would use."""
    _without_telemetry()
    import openvino

    return "BF16" in openvino.Core().get_property("CPU", "OPTIMIZATION_CAPABILITIES")


def open_network(path: Path, runtime: str, jobs: int = 1, precision: str = "f32") -> Network:
    """The model at `path` on `openvino` or `onnxruntime`, for so many requests at once, each on one core."""
    return _openvino(path, jobs, precision) if runtime == "openvino" else _onnxruntime(path)


def _openvino(path: Path, jobs: int, precision: str) -> Network:
    import openvino

    core = openvino.Core()
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


def _onnxruntime(path: Path) -> Network:
    import onnxruntime  # type: ignore[import-untyped]

    options = onnxruntime.SessionOptions()
    options.log_severity_level = 4
    options.enable_cpu_mem_arena = False
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    entry = session.get_inputs()[0].name

    def run(batch: Array) -> Array:
        return np.asarray(session.run(None, {entry: batch})[0])

    known = session.get_modelmeta().custom_metadata_map.get("character", "")
    return Network(run, tuple(known.splitlines()))
