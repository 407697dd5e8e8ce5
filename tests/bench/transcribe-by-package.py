"""What the recogniser's own Python package makes of one WAV: a line of JSON on standard output.

Run by files.bench.ts with moonshine-voice==0.1.0 installed:  python transcribe-by-package.py FILE.wav
"""

import json
import sys
import time
from pathlib import Path

from moonshine_voice import ModelArch, Transcriber
from moonshine_voice.utils import get_assets_path, load_wav_file

begin = time.perf_counter()
transcriber = Transcriber(str(Path(get_assets_path()) / "tiny-en"), ModelArch.TINY)
loaded = time.perf_counter()
samples, rate = load_wav_file(sys.argv[1])
lines = transcriber.transcribe_without_streaming(samples, rate).lines
done = time.perf_counter()
text = " ".join(line.text.strip() for line in lines)
print(json.dumps({"text": text, "loadSeconds": loaded - begin, "seconds": done - loaded}))
