"""Fetches real voices for `train-speech-likeness.ts`: laughs, grunts and shouts of 13 people (`hedgewars-data`), a Russian and an
American speaker (`asterisk-core-sounds`), all from the Debian archive. Nothing of them is kept in the project.

    python3 -m pip install av==18.1.0 numpy && python3 tests/recordings/fetch-overlap-sounds.py

Writes mono 16 kHz WAV into FOLDER/{laugh,wordless,said,said-ru,said-en}; `said-en` is for judging only.
"""

import glob
import os
import subprocess
import tempfile
import wave

import av
import numpy as np

CACHE = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
FOLDER = os.path.join(CACHE, "parley", "training", "overlap-sounds")
PACKAGES = ["hedgewars-data", "asterisk-core-sounds-en-g722", "asterisk-core-sounds-ru-g722"]
WORDLESS = set("Ow1 Ow2 Ow3 Ow4 Ooff1 Ooff2 Ooff3 Hmm Jump1 Jump2 Jump3".split())
SAID = set(
    "Hello Stupid Traitor Victory Watchit Yessir Youllregretthat Takecover Sameteam Reinforcements Missed Incoming Illgetyou Hurry "
    "Flawless Firstblood Enemydown Comeonthen Byebye Coward Boring Justyouwait Leavemealone Cutitout Whatthe Watchthis Solong Runaway "
    "Ohdear Grenade Gonnagetyou Fire Excellent Drat Brilliant Amazing".split()
)
# No words, or single letters.
LEFT_OUT = ("silence", "tone", "beep", "tt-", "letters/", "phonetic")


def write(source, kind, name):
    frames = []
    with av.open(source, format="g722" if source.endswith(".g722") else None) as file:
        to_hearing = av.AudioResampler(format="s16", layout="mono", rate=16000)
        for frame in file.decode(audio=0):
            frames += [part.to_ndarray()[0] for part in to_hearing.resample(frame)]
        frames += [part.to_ndarray()[0] for part in to_hearing.resample(None)]
    if not frames:
        return
    os.makedirs(os.path.join(FOLDER, kind), exist_ok=True)
    with wave.open(os.path.join(FOLDER, kind, f"{name}.wav"), "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(16000)
        out.writeframes(np.concatenate(frames).astype("<i2").tobytes())


def kind_of(name):
    return "laugh" if name == "Laugh" else "wordless" if name in WORDLESS else "said" if name in SAID else None


with tempfile.TemporaryDirectory() as work:
    subprocess.run(["apt-get", "download", *PACKAGES], cwd=work, check=True)
    for package in glob.glob(os.path.join(work, "*.deb")):
        subprocess.run(["dpkg-deb", "-x", package, work], check=True)
    for path in sorted(glob.glob(os.path.join(work, "usr/share/games/hedgewars/Data/Sounds/voices/*/*.ogg"))):
        voice, name = path.split(os.sep)[-2], os.path.basename(path)[:-4]
        if voice != "Robot" and kind_of(name) is not None:
            write(path, kind_of(name), f"{voice}-{name}")
    for language in ("en", "ru"):
        root = os.path.join(work, "usr/share/asterisk/sounds")
        for path in sorted(glob.glob(os.path.join(root, f"{language}*/**/*.g722"), recursive=True)):
            if not any(word in path for word in LEFT_OUT):
                write(path, f"said-{language}", os.path.relpath(path, root).replace(os.sep, "-")[:-5])
