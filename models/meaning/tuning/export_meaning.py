"""Writes the trained net for the product: `python export_meaning.py --base FOLDER --net meaning.pt --version DAY --out assets/weights`.

`parley-meaning.onnx` holds every large matrix as signed bytes with a scale for each output. ONNX Runtime multiplies them as they
are (`DynamicQuantizeMatMul`), so that nothing is unfolded in memory. Seven bits are used, not eight: processors without VNNI add two
products into 16 bits, which eight would overflow. `parley-meaning.json` holds the word pieces that can occur and the classes.
"""
import argparse
import json
import os

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

from mini_lm import EPSILON, HEADS, LAYERS, MOST_PIECES, ROLES, WIDTH, Pieces

LARGEST = 63
CONTRIBUTED = "com.microsoft"


class Graph:
    def __init__(self, state):
        self.state, self.nodes, self.constants = state, [], []

    def constant(self, name, array):
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(array), name))
        return name

    def weight(self, name):
        return self.state[name].float().numpy()

    def node(self, kind, inputs, output, domain="", **attributes):
        self.nodes.append(helper.make_node(kind, inputs, [output], name=output, domain=domain, **attributes))
        return output

    def product(self, source, names, output):
        """The linear layers of these names side by side, in bytes."""
        matrix = np.concatenate([self.weight(f"{name}.weight") for name in names]).T
        scales = np.maximum(np.abs(matrix).max(0), 1e-9) / LARGEST
        inputs = [source, self.constant(f"{output}.bytes", np.round(matrix / scales).astype(np.int8))]
        inputs += [self.constant(f"{output}.scales", scales.astype(np.float32)), ""]
        if f"{names[0]}.bias" in self.state:
            inputs.append(self.constant(f"{output}.bias", np.concatenate([self.weight(f"{name}.bias") for name in names])))
        return self.node("DynamicQuantizeMatMul", inputs, output, CONTRIBUTED)

    def norm(self, source, name, output):
        inputs = [source, *(self.constant(f"{name}.{part}", self.weight(f"{name}.{part}")) for part in ("weight", "bias"))]
        return self.node("LayerNormalization", inputs, output, axis=-1, epsilon=EPSILON)

    def sum(self, one, other, output):
        return self.node("Add", [one, other], output)


def states_of(graph, words):
    """pieces int64 [1, n] -> what they are before the first layer, float [1, n, 384]"""
    scales = np.maximum(np.abs(words).max(1, keepdims=True), 1e-9) / 127
    graph.constant("words.bytes", np.round(words / scales).astype(np.int8))
    graph.constant("words.scales", scales.astype(np.float32))
    graph.constant("places", graph.weight("places.weight")[:MOST_PIECES])
    graph.node("Gather", ["words.bytes", "pieces"], "chosen.bytes")
    graph.node("Cast", ["chosen.bytes"], "chosen.numbers", to=TensorProto.FLOAT)
    graph.node("Gather", ["words.scales", "pieces"], "chosen.scales")
    graph.node("Mul", ["chosen.numbers", "chosen.scales"], "chosen")
    graph.node("Shape", ["pieces"], "count", start=1)
    graph.node("Slice", ["places", graph.constant("zero", np.array([0])), "count"], "chosen.places")
    return graph.norm(graph.sum("chosen", "chosen.places", "placed"), "norm", "states")


def layer(graph, states, number):
    name = f"layers.{number}"
    graph.product(states, [f"{name}.{part}" for part in ("query", "key", "value")], f"{name}.asked")
    parts = [f"{name}.{part}.states" for part in ("query", "key", "value")]
    graph.nodes.append(helper.make_node("Split", [f"{name}.asked"], parts, axis=-1, num_outputs=3))
    graph.node("MultiHeadAttention", parts, f"{name}.seen", CONTRIBUTED, num_heads=HEADS)
    joined = graph.product(f"{name}.seen", [f"{name}.joined"], f"{name}.together")
    states = graph.norm(graph.sum(joined, states, f"{name}.added"), f"{name}.joined_norm", f"{name}.known")
    wide = graph.node("Gelu", [graph.product(states, [f"{name}.wide"], f"{name}.spread")], f"{name}.chosen", CONTRIBUTED)
    narrow = graph.product(wide, [f"{name}.narrow"], f"{name}.gathered")
    return graph.norm(graph.sum(narrow, states, f"{name}.sum"), f"{name}.narrow_norm", f"{name}.states")


def model_of(state, words, classes):
    graph = Graph(state)
    states = states_of(graph, words)
    for number in range(LAYERS):
        states = layer(graph, states, number)
    graph.constant("pieces.axis", np.array([1]))
    graph.node("ReduceMean", [states, "pieces.axis"], "mean", keepdims=0)
    graph.node("LpNormalization", [graph.product("mean", ["vector"], "direction")], "vector", axis=-1, p=2)
    graph.node("Softmax", [graph.product("mean", ["classes"], "scores")], "chances", axis=-1)
    graph.node("Softmax", [graph.product(states, ["roles"], "role.scores")], "roles", axis=-1)
    inputs = [helper.make_tensor_value_info("pieces", TensorProto.INT64, [1, "n"])]
    outputs = [
        helper.make_tensor_value_info("vector", TensorProto.FLOAT, [1, WIDTH]),
        helper.make_tensor_value_info("chances", TensorProto.FLOAT, [1, classes]),
        helper.make_tensor_value_info("roles", TensorProto.FLOAT, [1, "n", len(ROLES)]),
    ]
    made = helper.make_graph(graph.nodes, "parley-meaning", inputs, outputs, graph.constants)
    kinds = [helper.make_opsetid("", 18), helper.make_opsetid(CONTRIBUTED, 1)]
    return helper.make_model(made, opset_imports=kinds, ir_version=9, producer_name="parley")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("base", "net", "version", "out"):
        parser.add_argument(f"--{name}", required=True)
    options = parser.parse_args()
    trained = torch.load(options.net)
    state, classes = trained["net"], trained["classes"]
    # What is read is lower case without accents: pieces of other scripts and of no use cannot occur.
    ids = Pieces(options.base).ids
    kept = [piece for piece in ids if piece.isascii() and not piece.startswith("[unused")]
    words = state["words.weight"].float().numpy()[[ids[piece] for piece in kept]]
    model = model_of(state, words, len(classes))
    onnx.checker.check_model(model, full_check=False)
    file = os.path.join(options.out, "parley-meaning.onnx")
    onnx.save(model, file)
    with open(os.path.join(options.out, "parley-meaning.json"), "w", encoding="utf8") as lines:
        json.dump({"version": options.version, "classes": classes, "roles": ROLES, "pieces": kept}, lines, ensure_ascii=False)
        lines.write("\n")
    print(f"{len(kept)} pieces, {len(classes)} classes, {os.path.getsize(file) / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
