"""Gemma 3 in torch: weights dequantised from the GGUF that the product runs, low-rank adapters on all seven linear layers.

The norms of the GGUF already hold w + 1. Attention is global with rope base 1e6 in every sixth layer, else 1e4; the
sliding window is longer than any training row, so it is left out. The output layer is the embedding itself: callers
take the rows they need.
"""
import math
import os

import gguf
import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

LINEAR = ["attn_q", "attn_k", "attn_v", "attn_output", "ffn_gate", "ffn_up", "ffn_down"]
NORMS = ["attn_norm", "attn_q_norm", "attn_k_norm", "post_attention_norm", "ffn_norm", "post_ffw_norm"]


class Adapted(nn.Module):
    """A frozen linear layer and its low-rank change: y = Wx + scale * B(Ax)."""

    def __init__(self, weight, rank, alpha, kind):
        super().__init__()
        self.register_buffer("weight", weight.to(kind))
        self.a = nn.Parameter(torch.randn(rank, weight.shape[1]) / math.sqrt(weight.shape[1]))
        self.b = nn.Parameter(torch.zeros(weight.shape[0], rank))
        self.scale = alpha / rank

    def forward(self, x):
        low = F.linear(x, self.a.to(x.dtype))
        return F.linear(x, self.weight) + F.linear(low, (self.b * self.scale).to(x.dtype))


class Gemma(nn.Module):
    def __init__(self, file, rank=16, alpha=32, kind=torch.bfloat16, first_trained=0):
        """first_trained: layers before it keep the adapter as it was read; nothing is computed backwards there."""
        super().__init__()
        reader = gguf.GGUFReader(file)
        kept = dequantised(reader, file + ".torch", kind)
        weight = kept.__getitem__
        self.first_trained = first_trained

        def field(name):
            return reader.fields[f"gemma3.{name}"].contents()

        self.kind = kind
        self.layers = field("block_count")
        self.width = field("embedding_length")
        self.heads = field("attention.head_count")
        self.kv_heads = field("attention.head_count_kv")
        self.head_width = field("attention.key_length")
        self.embedding = weight("token_embd.weight").to(kind)
        self.out_norm = weight("output_norm.weight").to(kind)
        self.linear = nn.ModuleDict(
            {f"{i}_{name}": Adapted(weight(f"blk.{i}.{name}.weight"), rank, alpha, kind) for i in range(self.layers) for name in LINEAR}
        )
        self.norms = {(i, name): weight(f"blk.{i}.{name}.weight").to(kind) for i in range(self.layers) for name in NORMS}

    def hidden(self, ids, positions, mask):
        """Last hidden states of one packed row. ids, positions: (T,); mask: (T, T), True where one may look."""
        x = self.embedding[ids] * math.sqrt(self.width)
        turns = {base: self.rope(positions, base) for base in (1e4, 1e6)}
        for i in range(self.layers):
            if i == self.first_trained:
                x = x.detach()
            torch.set_grad_enabled(self.training and i >= self.first_trained)
            x = x + self.norm(self.attention(i, self.norm(x, i, "attn_norm"), turns[1e6 if (i + 1) % 6 == 0 else 1e4], mask), i, "post_attention_norm")
            h = self.norm(x, i, "ffn_norm")
            h = self.at(i, "ffn_down")(F.gelu(self.at(i, "ffn_gate")(h), approximate="tanh") * self.at(i, "ffn_up")(h))
            x = x + self.norm(h, i, "post_ffw_norm")
        return F.rms_norm(x, (self.width,), self.out_norm, 1e-6)

    def attention(self, i, h, turn, mask):
        length = h.shape[0]
        heads = lambda name, count: self.at(i, name)(h).view(length, count, self.head_width).transpose(0, 1)
        q = turned(self.norm(heads("attn_q", self.heads), i, "attn_q_norm"), turn)
        k = turned(self.norm(heads("attn_k", self.kv_heads), i, "attn_k_norm"), turn)
        v = heads("attn_v", self.kv_heads)
        spread = lambda t: t.repeat_interleave(self.heads // self.kv_heads, 0)[None]
        out = F.scaled_dot_product_attention(q[None], spread(k), spread(v), attn_mask=mask)[0]
        return self.at(i, "attn_output")(out.transpose(0, 1).reshape(length, -1))

    def at(self, i, name):
        return self.linear[f"{i}_{name}"]

    def norm(self, x, i, name):
        weight = self.norms[(i, name)]
        return F.rms_norm(x, (weight.shape[0],), weight, 1e-6)

    def rope(self, positions, base):
        speed = 1.0 / (base ** (torch.arange(0, self.head_width, 2).float() / self.head_width))
        angle = positions.float()[:, None] * speed
        return torch.cat([angle.cos()] * 2, -1).to(self.kind), torch.cat([angle.sin()] * 2, -1).to(self.kind)

    def trainable(self):
        trained = [layer for key, layer in self.linear.items() if int(key.split("_", 1)[0]) >= self.first_trained]
        return [p for layer in trained for p in (layer.a, layer.b)]


def dequantised(reader, kept_file, kind):
    """All tensors by name; kept beside the model, because making them takes 20 s of a core."""
    if os.path.exists(kept_file):
        return torch.load(kept_file, mmap=True)
    weights = {
        tensor.name: torch.from_numpy(np.array(gguf.quants.dequantize(tensor.data, tensor.tensor_type), dtype=np.float32)).to(kind)
        for tensor in reader.tensors
    }
    torch.save(weights, kept_file)
    return weights


def turned(x, turn):
    cosine, sine = turn
    half = x.shape[-1] // 2
    return x * cosine + torch.cat([-x[..., half:], x[..., :half]], -1) * sine
