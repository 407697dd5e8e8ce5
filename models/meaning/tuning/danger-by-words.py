"""Weighs words by the danger they speak of: a linear reading of word vectors, told by sentences of danger and look-alikes.

    python danger-by-words.py --model FOLDER --out word-weights.json

FOLDER holds model.onnx and tokenizer.json of all-MiniLM-L6-v2 in 8 bit (see README.md): only its table of word vectors is read (all-MiniLM-L6-v2,
Apache-2.0), so the product needs no model for this. Sentences come from tests/conversation/skills. Needs numpy; a minute on one core.
"""
import argparse, base64, json, pathlib, re
import numpy as np

KINDS = ["none", "medical", "breathing", "poisoning", "self-harm", "fire", "gas", "violence"]
SENTENCES = pathlib.Path(__file__).resolve().parents[3] / "tests/conversation/skills"
DANGERS = ["spoken-danger", "danger-held-out", "danger-everyday", "danger-second", "danger-last", "danger-told", "danger-training"]
LOOK_ALIKES = ["danger-look-alikes", "look-alikes-held-out", "look-alikes-everyday", "look-alikes-second", "look-alikes-last", "look-alikes-told", "look-alikes-training"]
SMALL_TALK = pathlib.Path(__file__).resolve().parents[3] / "models/language/tuning/small-talk"
SLOTS = {"name": "Anna", "surname": "Okoro", "place": "Rome", "thing": "honey", "topic": "history", "nonsense": "Teershy"}
HARMLESS = ["spoken-for-none.txt", "declining/small-talk.txt", "declining/unknowable.txt"]
ASKED = pathlib.Path(__file__).resolve().parent / "asked"
WEIGHT_DECAY = 3e-3
# Adam (Kingma and Ba, 2015) on all sentences at once.
STEPS, RATE = 3000, 0.02
KEPT_WORDS = 8000


def onnx_table(data, wanted):
    """The initialisers of an ONNX file whose name holds `wanted`: name -> (dims, first byte, end)."""

    def varint(at):
        shift = value = 0
        while True:
            byte = data[at]
            at += 1
            value |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                return value, at

    def fields(at, end):
        while at < end:
            tag, at = varint(at)
            if tag & 7 == 0:
                value, at = varint(at)
                yield tag >> 3, value, None
            elif tag & 7 == 2:
                length, at = varint(at)
                yield tag >> 3, at, at + length
                at += length
            else:
                at += 4 if tag & 7 == 5 else 8

    tables = {}
    for graph, start, end in fields(0, len(data)):
        if graph != 7:
            continue
        for tensor, start, end in fields(start, end):
            if tensor != 5:
                continue
            dims, name, raw = [], "", None
            for field, first, last in fields(start, end):
                if field == 1 and last is None:
                    dims.append(first)
                elif field == 1:
                    while first < last:
                        value, first = varint(first)
                        dims.append(value)
                elif field == 8:
                    name = data[first:last].decode()
                elif field == 9:
                    raw = (first, last)
            if wanted in name:
                tables[name] = (dims, *raw)
    return tables


def word_vectors(folder):
    data = (folder / "model.onnx").read_bytes()
    tables = onnx_table(data, "word_embeddings")
    (dims, start, end), = [table for name, table in tables.items() if name.endswith("weight_q")]
    (_, first, last), = [table for name, table in tables.items() if name.endswith("weight_scale")]
    weights = np.frombuffer(data[start:end], np.int8).reshape(dims).astype(np.float32)
    vectors = weights * np.frombuffer(data[first:last], np.float32).reshape(-1, 1)
    vectors = vectors - vectors[1000:].mean(0)
    vocabulary = json.loads((folder / "tokenizer.json").read_text())["model"]["vocab"]
    return vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-6), vocabulary


def words_of(text):
    """As `plainWords` of `emergency-signs.ts` makes them, letters alone."""
    text = text.lower().replace("can't", "can not").replace("won't", "will not").replace("cannot", "can not").replace("n't", " not")
    for ending, word in (("'s", "is"), ("'m", "am"), ("'re", "are"), ("'ve", "have"), ("'ll", "will"), ("'d", "would")):
        text = text.replace(ending, f" {word}")
    return re.findall("[a-z]+", text)


def sentences():
    lines = lambda name: (SENTENCES / name).read_text().strip().split("\n")
    for name in DANGERS:
        for line in lines(f"danger/{name}.txt"):
            kind, said = line.split(": ", 1)
            yield said, kind.split("|")[0]
    for name in LOOK_ALIKES:
        yield from ((line, "none") for line in lines(f"danger/{name}.txt"))
    for name in HARMLESS:
        yield from ((re.sub(r"^[a-z]+: ", "", line), "none") for line in lines(name))
    for name in ("everybody", "near-misses"):
        for line in (SMALL_TALK / f"{name}.txt").read_text().split("\n"):
            if line.startswith("["):
                said = re.sub(r"{(\w+)}", lambda slot: SLOTS[slot[1]], line.split("] ", 1)[1])
                yield from ((part.strip(), "none") for part in said.split("|"))
    for name in ("requests", "talk", "unknown"):
        for line in (ASKED / f"{name}.txt").read_text().split("\n"):
            if line and not line.startswith("#"):
                yield re.sub(r"^[\w.-]+: ", "", line), "none"


def fitted(features, kinds):
    """Softmax regression: weights [inputs, kinds] and an offset for each kind, which costs nothing."""
    weights = np.zeros((features.shape[1] + 1, len(KINDS)))
    inputs = np.c_[features, np.ones(len(features))]
    mean, square = np.zeros_like(weights), np.zeros_like(weights)
    decay = np.full((len(weights), 1), 2 * WEIGHT_DECAY)
    decay[-1] = 0
    for step in range(1, STEPS + 1):
        shares = np.exp(inputs @ weights - (inputs @ weights).max(1, keepdims=True))
        shares /= shares.sum(1, keepdims=True)
        shares[np.arange(len(kinds)), kinds] -= 1
        slope = inputs.T @ shares / len(kinds) + decay * weights
        mean, square = 0.9 * mean + 0.1 * slope, 0.999 * square + 0.001 * slope**2
        weights -= RATE * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    return weights[:-1], weights[-1]


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--model", type=pathlib.Path, required=True)
    options.add_argument("--out", type=pathlib.Path, required=True)
    options = options.parse_args()
    vectors, vocabulary = word_vectors(options.model)
    told = [(words_of(said), KINDS.index(kind)) for said, kind in sentences()]

    def of(words):
        ids = [vocabulary[word] for word in words if word in vocabulary]
        return vectors[ids].sum(0) / max(1, len(ids)) ** 0.5 if ids else np.zeros(vectors.shape[1])

    features = np.stack([of(words) for words, _ in told])
    spread = features.std()
    features = features / spread
    kinds = np.array([kind for _, kind in told])
    weights, bias = fitted(features, kinds)
    words = [word for word in vocabulary if re.fullmatch("[a-z]+", word)]
    table = (vectors[[vocabulary[word] for word in words]] @ weights / spread)
    table -= table.mean(1, keepdims=True)
    # Words that say nothing either way are left out, but for those that the sentences use.
    used = {word for told_words, _ in told for word in told_words}
    order = sorted(range(len(words)), key=lambda at: (words[at] not in used, -np.ptp(table[at])))[:KEPT_WORDS]
    order.sort(key=lambda at: words[at])
    scale = float(np.abs(table[order]).max() / 127)
    packed = np.round(table[order] / scale).astype(np.int8)
    options.out.write_text(
        json.dumps(
            {
                "kinds": KINDS,
                "bias": [round(float(value), 4) for value in bias - bias.mean()],
                "scale": round(scale, 6),
                "words": " ".join(words[at] for at in order),
                "weights": base64.b64encode(packed.tobytes()).decode(),
            },
            indent=2,
        )
        + "\n"
    )
    right = ((features @ weights + bias).argmax(1) == kinds).mean()
    print(f"{len(told)} sentences, {len(order)} words, {100 * right:.1f} % of its own sentences right")


main()
