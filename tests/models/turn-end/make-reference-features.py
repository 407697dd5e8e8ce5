"""Writes reference-features.json: features by transformers' WhisperFeatureExtractor, the reference of log-mel.ts.

Run: python3 -m venv V && V/bin/pip install transformers numpy && V/bin/python tests/models/turn-end/make-reference-features.py
"""

import json
import pathlib
import wave

import numpy as np
import transformers
from transformers import WhisperFeatureExtractor

here = pathlib.Path(__file__).parent
recordings = here.parent.parent / "recordings"
WINDOW = 8 * 16000
EVERY = 61

extractor = WhisperFeatureExtractor(chunk_length=8)
clips = {}
for name in ["what-time-is-it.wav", "long-sentence.wav", "hesitation.wav", "cough.wav", "miles-noisy.wav"]:
    with wave.open(str(recordings / name)) as file:
        samples = np.frombuffer(file.readframes(file.getnframes()), dtype="<i2").astype(np.float32) / 32768
    clip = samples[-WINDOW:]
    clip = np.pad(clip, (WINDOW - len(clip), 0))
    features = extractor(clip, sampling_rate=16000, return_tensors="np", padding="max_length", max_length=WINDOW, truncation=True, do_normalize=True)
    values = features.input_features[0]
    assert values.shape == (80, 800)
    clips[name] = [round(float(value), 6) for value in values.reshape(-1)[::EVERY]]
made = {"by": f"transformers {transformers.__version__}, numpy {np.__version__}", "every": EVERY, "clips": clips}
(here / "reference-features.json").write_text(json.dumps(made) + "\n")
