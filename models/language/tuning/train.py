"""Trains the adapter: `python train.py --base MODEL.gguf --data FOLDER --out adapter.gguf [--resume adapter.gguf]`.

Every `--check-every` seconds it measures on the check dialogues and writes `OUT` when that was the best so far, and
`OUT.TIME.gguf` in any case, so that a checkpoint can be chosen by another measure. A run can be ended at any time and
gone on with by `--resume`.
"""
import argparse
import json
import math
import os
import time

import torch
import torch.nn.functional as F

from adapter import read_adapter, write_adapter
from gemma import Gemma
from rows import pack, read_tokens, seeded, tensors


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--base", required=True)
    parser.add_argument("--data", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--resume")
    parser.add_argument("--seconds", type=float, default=3600)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--rate", type=float, default=3e-4)
    parser.add_argument("--rows", type=int, default=2, help="rows a step")
    parser.add_argument("--others", type=int, default=6000, help="tokens drawn from the rest of the vocabulary each step")
    parser.add_argument("--plain", type=float, default=0.1, help="share of rows that are plain text")
    parser.add_argument("--first-trained", type=int, default=0, help="layers before it stay as they were resumed: a third less work at 8")
    parser.add_argument("--check-every", type=float, default=300)
    parser.add_argument("--check-dialogues", type=int, default=80)
    parser.add_argument("--kind", default="bfloat16", help="of the numbers of the base: float32 where the processor has no bf16")
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


class Vocabulary:
    """The tokens of the data in full, and a drawn part of all others that stands for the whole of them."""

    def __init__(self, model, dialogues, others):
        used = set(range(12000))
        for dialogue in dialogues:
            used.update(dialogue["ids"])
        self.used = torch.tensor(sorted(used))
        self.place = torch.full((model.embedding.shape[0],), -1)
        self.place[self.used] = torch.arange(len(self.used))
        self.rest = (self.place < 0).nonzero()[:, 0]
        self.weights = model.embedding[self.used]
        self.others = others

    def drawn(self, model):
        return model.embedding[self.rest[torch.randint(len(self.rest), (self.others,))]]

    def loss(self, h, targets, drawn):
        logits = F.linear(h, self.weights)
        if drawn is not None:
            other = F.linear(h, drawn) + math.log(len(self.rest) / len(drawn))
            logits = torch.cat([logits, other], 1)
        return F.cross_entropy(logits.float(), self.place[targets], reduction="sum")


def loss_of(model, vocabulary, row, drawn):
    ids, positions, mask, places, targets = tensors(row)
    h = model.hidden(ids, positions, mask)[places]
    return vocabulary.loss(h, targets, drawn), len(targets), len(ids)


@torch.no_grad()
def check(model, vocabulary, dialogues):
    model.eval()
    total = count = 0
    for row in pack(list(dialogues), seeded(0)):
        loss, learned, _ = loss_of(model, vocabulary, row, None)
        total += loss.item()
        count += learned
    model.train()
    return total / max(1, count)


def endless(dialogues, plain, share, seed):
    """Rows without end; a share of them plain text. Yields (row, whether a pass over the data begins)."""
    rng, epoch = seeded(seed), 0
    while True:
        plain_rows = pack(list(plain), seeded(seed + epoch)) if plain else []
        for number, row in enumerate(pack(list(dialogues), seeded(seed + epoch))):
            if plain_rows and rng.random() < share:
                yield rng.choice(plain_rows), False
            yield row, number == 0
        epoch += 1


def main():
    args = arguments()
    torch.set_num_threads(args.threads)
    torch.manual_seed(args.seed)
    train, held = (read_tokens(os.path.join(args.data, f"{name}.tokens.jsonl")) for name in ("train", "check"))
    plain_file = os.path.join(args.data, "plain.tokens.jsonl")
    plain = read_tokens(plain_file) if args.plain > 0 and os.path.exists(plain_file) else []
    held = held[: args.check_dialogues]
    model = Gemma(args.base, first_trained=args.first_trained, kind=getattr(torch, args.kind))
    if args.resume:
        read_adapter(model, args.resume)
    vocabulary = Vocabulary(model, train + held + plain, args.others)
    run(args, model, vocabulary, endless(train, plain, args.plain, args.seed), held, len(train))


def run(args, model, vocabulary, rows, held, dialogues_in_all):
    optimizer = torch.optim.AdamW(model.trainable(), lr=args.rate, betas=(0.9, 0.99), weight_decay=0.01)
    best = math.inf
    print(f"{dialogues_in_all} dialogues, {len(vocabulary.used)} tokens of vocabulary", flush=True)
    begin = checked = time.time()
    step = tokens = dialogues = passes = 0
    running = [0.0, 0]
    while (elapsed := time.time() - begin) < args.seconds:
        rate = args.rate * min(1, (step + 1) / 20) * (0.1 + 0.45 * (1 + math.cos(math.pi * elapsed / args.seconds)))
        for group in optimizer.param_groups:
            group["lr"] = rate
        taken = [next(rows) for _ in range(args.rows)]
        passes += sum(begins for _, begins in taken)
        learned = sum(sum(sum(d["learned"]) for d in block) for row, _ in taken for _, block in row)
        drawn = vocabulary.drawn(model)
        for row, _ in taken:
            loss, count, length = loss_of(model, vocabulary, row, drawn)
            (loss / max(1, learned)).backward()
            running = [running[0] + loss.item(), running[1] + count]
            tokens += length
            dialogues += sum(len(block) for _, block in row)
        torch.nn.utils.clip_grad_norm_(model.trainable(), 1.0)
        optimizer.step()
        optimizer.zero_grad()
        step += 1
        if step % 5 == 0:
            told = {"s": round(elapsed), "step": step, "dialogues": dialogues, "tokens": tokens, "passes": passes,
                    "tokens/s": round(tokens / max(1, elapsed)), "loss": round(running[0] / running[1], 4), "rate": round(rate, 6),
                    "load": round(os.getloadavg()[0], 1)}
            print(json.dumps(told), flush=True)
            running = [0.0, 0]
        if time.time() - checked > args.check_every:
            best = keep(args, model, vocabulary, held, best)
            checked = time.time()
    keep(args, model, vocabulary, held, best)


def keep(args, model, vocabulary, held, best):
    now = check(model, vocabulary, held)
    write_adapter(model, f"{args.out}.{time.strftime('%H%M')}.gguf")
    if now < best:
        write_adapter(model, args.out)
    print(f"check {now:.4f}{' (best)' if now < best else ''}", flush=True)
    return min(now, best)


if __name__ == "__main__":
    main()
