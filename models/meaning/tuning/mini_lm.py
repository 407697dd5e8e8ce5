"""all-MiniLM-L6-v2 (Wang et al., 2020; Reimers and Gurevych, 2019) in torch, from the ONNX file of `models get minilm-l6-v2-int8`."""
import json
import os
import re

import onnx
import torch
import torch.nn as nn
import torch.nn.functional as F
from onnx import numpy_helper

WIDTH = 384
HEADS = 12
LAYERS = 6
MOST_PIECES = 64
EPSILON = 1e-12
# What a word of a request is: nothing, or the beginning or a further word of what `spans.md` marks.
ROLES = ["none", "thing", "in-thing", "name", "in-name", "columns", "in-columns"]
PARTS = {
    "query": "attention.self.query",
    "key": "attention.self.key",
    "value": "attention.self.value",
    "joined": "attention.output.dense",
    "joined_norm": "attention.output.LayerNorm",
    "wide": "intermediate.dense",
    "narrow": "output.dense",
    "narrow_norm": "output.LayerNorm",
}


class Pieces:
    """BERT's word pieces, as `word-pieces.ts` makes them of plain words; `keep` leaves out the others."""

    def __init__(self, folder):
        with open(os.path.join(folder, "tokenizer.json"), encoding="utf8") as file:
            self.ids = json.load(file)["model"]["vocab"]

    def of(self, text):
        return self.with_words(text)[0]

    def with_words(self, text):
        """Pieces, and where among them each word between spaces begins (-1: cut off). What was said before stands in front, each turn ended by `|`."""
        *before, text = text.split("|")
        end = self.ids["[SEP]"]
        said = [self.in_text(word) for word in text.split()]
        room = MOST_PIECES - 2 - sum(map(len, said))
        earlier = [piece for turn in before for piece in [*self.in_text(turn), end]]
        ids, begins = [self.ids["[CLS]"], *(earlier[-room:] if room > 1 else [])], []
        for pieces in said:
            begins.append(len(ids) if len(ids) < MOST_PIECES - 1 else -1)
            ids += pieces
        return ids[: MOST_PIECES - 1] + [end], begins

    def in_text(self, text):
        return [piece for word in re.findall(r"[^\W_]+|[^\w\s]|_", text) for piece in self.of_word(word)]

    def of_word(self, word):
        start, ids = 0, []
        while start < len(word):
            end = len(word)
            while end > start and ("##" if start else "") + word[start:end] not in self.ids:
                end -= 1
            if end == start:
                return [self.ids["[UNK]"]]
            ids.append(self.ids[("##" if start else "") + word[start:end]])
            start = end
        return ids


class Layer(nn.Module):
    def __init__(self):
        super().__init__()
        self.query, self.key, self.value, self.joined = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.wide, self.narrow = nn.Linear(WIDTH, 4 * WIDTH), nn.Linear(4 * WIDTH, WIDTH)
        self.joined_norm, self.narrow_norm = (nn.LayerNorm(WIDTH, eps=EPSILON) for _ in range(2))
        self.drop = nn.Dropout(0.1)

    def forward(self, states, mask):
        texts, pieces, _ = states.shape
        heads = lambda values: values.view(texts, pieces, HEADS, WIDTH // HEADS).transpose(1, 2)
        seen = F.scaled_dot_product_attention(*(heads(part(states)) for part in (self.query, self.key, self.value)), attn_mask=mask)
        joined = self.joined(seen.transpose(1, 2).reshape(texts, pieces, WIDTH))
        states = self.joined_norm(states + self.drop(joined))
        return self.narrow_norm(states + self.drop(self.narrow(F.gelu(self.wide(states)))))


class MeaningNet(nn.Module):
    """Word pieces -> a vector of what they mean (as MiniLM's, at length 1), a score for each class, and one for each role of each piece."""

    def __init__(self, folder, classes):
        super().__init__()
        weights = read_weights(os.path.join(folder, "model.onnx"))
        words = weights["embeddings.word_embeddings.weight"]
        # The second kind of sentence is never used: what marks the first is a part of every place.
        places = weights["embeddings.position_embeddings.weight"] + weights["embeddings.token_type_embeddings.weight"][0]
        self.words, self.places = nn.Embedding.from_pretrained(words, freeze=True), nn.Embedding.from_pretrained(places, freeze=True)
        self.norm = nn.LayerNorm(WIDTH, eps=EPSILON)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.vector, self.classes, self.roles = nn.Linear(WIDTH, WIDTH, bias=False), nn.Linear(WIDTH, classes), nn.Linear(WIDTH, len(ROLES))
        self.drop = nn.Dropout(0.1)
        self.take(weights)

    @torch.no_grad()
    def take(self, weights):
        def copy(part, name):
            part.weight.copy_(weights[f"{name}.weight"])
            part.bias.copy_(weights[f"{name}.bias"])

        copy(self.norm, "embeddings.LayerNorm")
        for number, layer in enumerate(self.layers):
            for part, name in PARTS.items():
                copy(getattr(layer, part), f"encoder.layer.{number}.{name}")
        self.vector.weight.copy_(torch.eye(WIDTH))
        for head in (self.classes, self.roles):
            nn.init.normal_(head.weight, std=0.02)
            nn.init.zeros_(head.bias)

    def forward(self, ids, mask):
        """ids, mask: [texts, pieces] -> vectors [texts, 384], scores [texts, classes], roles [texts, pieces, 7]"""
        states = self.drop(self.norm(self.words(ids) + self.places.weight[: ids.shape[1]]))
        for layer in self.layers:
            states = layer(states, mask[:, None, None, :])
        weights = mask[..., None].to(states.dtype)
        mean = (states * weights).sum(1) / weights.sum(1)
        vectors = F.normalize(self.vector(mean).float(), dim=-1)
        return vectors, self.classes(self.drop(mean)).float(), self.roles(self.drop(states)).float()


def read_weights(file):
    """The file's 8-bit weights unfolded: `encoder.layer.0.attention.self.query.weight` -> [out, in]."""
    graph = onnx.load(file).graph
    arrays = {one.name: numpy_helper.to_array(one) for one in graph.initializer}
    weights = {name.removeprefix("inner."): torch.tensor(array) for name, array in arrays.items() if array.dtype == "float32"}
    users = {name: node for node in reversed(graph.node) for name in node.input}
    for name in [name.removesuffix("_q") for name in arrays if name.endswith("_q")]:
        unfolded = torch.tensor(arrays[f"{name}_q"] * arrays[f"{name}_scale"])
        if name.startswith("inner."):
            weights[name.removeprefix("inner.")] = unfolded
            continue
        # It has no name of its own: what is added to its product has.
        user = users[f"{name}_q"]
        while user.op_type != "Add":
            user = users[user.output[0]]
        bias = next(one for one in user.input if one.startswith("inner."))
        weights[bias.removeprefix("inner.").replace(".bias", ".weight")] = unfolded.T.contiguous()
    return weights
