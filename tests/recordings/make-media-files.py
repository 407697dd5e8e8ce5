"""Writes tests/recordings/media/* from one recording, in every container and codec that is read.

Made once with PyAV 18.1.0 (`python3 -m pip install av==18.1.0 numpy`); the files are kept, so tests need neither.
"""

import os
import wave

import av
import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))
OUT = os.path.join(HERE, "media")


def recording(name):
    with wave.open(os.path.join(HERE, name)) as sound:
        return np.frombuffer(sound.readframes(sound.getnframes()), dtype=np.int16), sound.getframerate()


def write(name, samples, rate, codec, container, out_rate, layout="mono", video=None, bit_rate=32000):
    with av.open(os.path.join(OUT, name), "w", format=container) as file:
        picture = None
        if video is not None:
            picture = file.add_stream(video, rate=5)
            picture.width, picture.height, picture.pix_fmt = 64, 48, "yuv420p"
        sound = None
        if codec is not None:
            sound = file.add_stream(codec, rate=out_rate, layout=layout)
            if not codec.startswith(("pcm", "flac", "alac")):
                sound.bit_rate = bit_rate
            if codec == "vorbis":
                sound.options = {"strict": "experimental"}
        if picture is not None:
            for index in range(max(1, int(len(samples) / rate * 5))):
                frame = av.VideoFrame.from_ndarray(np.full((48, 64, 3), index % 255, dtype=np.uint8), format="rgb24")
                file.mux(picture.encode(frame))
        if sound is not None:
            data = samples[None, :] if layout == "mono" else np.stack([samples, samples // 2], 1).reshape(1, -1)
            frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(data), format="s16", layout=layout)
            frame.sample_rate, frame.pts = rate, 0
            resampler = av.AudioResampler(format=sound.format.name, layout=layout, rate=out_rate)
            for piece in resampler.resample(frame) + resampler.resample(None):
                file.mux(sound.encode(piece))
            file.mux(sound.encode(None))
        if picture is not None:
            file.mux(picture.encode(None))


def main():
    os.makedirs(OUT, exist_ok=True)
    samples, rate = recording("set-a-timer.wav")
    write("speech.mp3", samples, rate, "libmp3lame", "mp3", 24000)
    write("speech.m4a", samples, rate, "aac", "ipod", 44100)
    write("speech.aac", samples, rate, "aac", "adts", 44100)
    write("speech.ogg", samples, rate, "vorbis", "ogg", 44100, layout="stereo")
    write("speech.opus", samples, rate, "libopus", "ogg", 48000, bit_rate=24000)
    write("speech.flac", samples, rate, "flac", "flac", 16000)
    write("speech.webm", samples, rate, "libopus", "webm", 48000, bit_rate=24000)
    write("speech.mp4", samples, rate, "aac", "mp4", 48000, layout="stereo", video="mpeg4")
    write("speech.mov", samples, rate, "pcm_s16le", "mov", 16000, video="mpeg4")
    write("speech.mkv", samples, rate, "flac", "matroska", 16000, video="mpeg4")
    write("alac.m4a", samples, rate, "alac", "ipod", 16000)
    write("no-sound.mp4", samples, rate, None, "mp4", 0, video="mpeg4")


main()
