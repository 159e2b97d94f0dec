"""The exported folder: complete, checked when it is loaded, written whole or not at all."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from knowledge.encoder import Form
from knowledge.encoder.export import export
from knowledge.encoder.folder import MODELS, TOKENIZER, read_manifest, whole
from knowledge.encoder.onnx_form import OnnxEncoder
from knowledge.errors import IndexMismatch, IndexUnreadable


@pytest.fixture
def copy(encoder_folder: Path, tmp_path: Path) -> Path:
    """A copy that may be damaged, without the large fp32 model's weight on the disk."""
    folder = tmp_path / "encoder"
    folder.mkdir()
    for file in encoder_folder.iterdir():
        if file.name != MODELS[Form.FP32]:
            shutil.copy(file, folder / file.name)
    return folder


def flip(path: Path, place: float) -> None:
    content = bytearray(path.read_bytes())
    content[int(place * (len(content) - 1))] ^= 0x10
    path.write_bytes(bytes(content))


@pytest.mark.parametrize("name", [TOKENIZER, MODELS[Form.INT8]])
@pytest.mark.parametrize("place", [0.0, 0.37, 1.0])
def test_one_flipped_bit_is_refused(copy: Path, name: str, place: float) -> None:
    """A damaged model or tokeniser is never loaded."""
    flip(copy / name, place)
    with pytest.raises(IndexMismatch, match=name):
        OnnxEncoder(copy)


def test_missing_file_is_refused(copy: Path) -> None:
    """A form whose file is missing says which file."""
    with pytest.raises(IndexMismatch, match=r"model\.onnx"):
        OnnxEncoder(copy, Form.FP32)


def test_no_folder_says_what_to_do(tmp_path: Path) -> None:
    """A set-up that has not run is told apart from damage."""
    with pytest.raises(IndexUnreadable, match="Run the set-up"):
        OnnxEncoder(tmp_path / "nothing")


@pytest.mark.parametrize("content", ["", "{}", "[]", "\x00", '{"format": 1}'])
def test_unreadable_manifest_is_refused(copy: Path, content: str) -> None:
    """A manifest that cannot be understood is a mismatch, not a crash."""
    (copy / "manifest.json").write_text(content)
    with pytest.raises(IndexMismatch, match="manifest"):
        OnnxEncoder(copy)


def test_other_format_is_refused(copy: Path) -> None:
    """A folder of another version of Signpost is not guessed at."""
    manifest = json.loads((copy / "manifest.json").read_text())
    (copy / "manifest.json").write_text(json.dumps(manifest | {"format": 99}))
    with pytest.raises(IndexMismatch, match="another version"):
        OnnxEncoder(copy)


def test_export_keeps_an_undamaged_folder(encoder_folder: Path) -> None:
    """A second export changes no file and returns the same manifest."""
    before = {file: file.stat().st_mtime_ns for file in encoder_folder.iterdir()}
    assert export(encoder_folder) == read_manifest(encoder_folder)
    assert {file: file.stat().st_mtime_ns for file in encoder_folder.iterdir()} == before


def test_export_records_agreement_and_replaces_a_damaged_folder(copy: Path, encoder_folder: Path) -> None:
    """A damaged folder gives way to a whole one, its measured agreement recorded; nothing else is left
    beside it.
    """
    manifest = export(copy)
    assert whole(copy, manifest.digest)
    assert manifest.agreement.mean >= 0.985
    assert manifest.digest == read_manifest(encoder_folder).digest
    assert [path.name for path in copy.parent.iterdir()] == ["encoder"]


def test_weights_that_are_missing_say_so(tmp_path: Path) -> None:
    """A folder without a model is refused before anything is written."""
    with pytest.raises(IndexUnreadable, match="weights"):
        export(tmp_path / "encoder", weights=tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_serving_does_not_import_torch() -> None:
    """Where people wait, torch is never loaded: it costs half a gigabyte and seconds."""
    loaded = "import sys, knowledge.encoder.onnx_form; print('torch' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
