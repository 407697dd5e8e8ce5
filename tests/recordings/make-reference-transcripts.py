"""What the publisher's own package hears in the recordings: writes reference-transcripts.json beside this file.

Run it with the package moonshine-voice==0.1.0 installed:  python make-reference-transcripts.py
"""

import json
from pathlib import Path

from moonshine_voice import ModelArch, Transcriber
from moonshine_voice.utils import get_assets_path, load_wav_file

here = Path(__file__).parent
labels = json.loads((here / "recordings.json").read_text())
transcriber = Transcriber(str(Path(get_assets_path()) / "tiny-en"), ModelArch.TINY)
heard = {}
for label in labels:
    samples, rate = load_wav_file(str(here / label["file"]))
    lines = transcriber.transcribe_without_streaming(samples, rate).lines
    heard[label["file"]] = " ".join(line.text.strip() for line in lines)
result = {
    "made": "moonshine-voice 0.1.0 (Python), model tiny-en, transcribe_without_streaming, default options",
    "transcripts": heard,
}
(here / "reference-transcripts.json").write_text(json.dumps(result, indent=2, ensure_ascii=False) + "\n")
