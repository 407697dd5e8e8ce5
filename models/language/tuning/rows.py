"""Packs dialogues into rows: several that begin with the same header share it.

Each dialogue sees the header and itself, never its neighbours, and its positions go on from the header's end: for the
model it is as if each stood alone, while the header is computed once a row.
"""
import json
import random
from collections import defaultdict

import torch

ROW = 512
BEGIN = 2


def read_tokens(file):
    with open(file) as lines:
        return [json.loads(line) for line in lines]


def pack(dialogues, rng):
    """@return rows: lists of (header ids, [dialogue, ...])"""
    by_header = defaultdict(list)
    for dialogue in dialogues:
        by_header[tuple(dialogue["header"])].append(dialogue)
    blocks = []
    for header, some in by_header.items():
        rng.shuffle(some)
        block, length = [], len(header) + 1
        for dialogue in some:
            if block and length + len(dialogue["ids"]) > ROW:
                blocks.append((length, header, block))
                block, length = [], len(header) + 1
            block.append(dialogue)
            length += len(dialogue["ids"])
        blocks.append((length, header, block))
    rng.shuffle(blocks)
    return fill_rows(blocks, rng)


def fill_rows(blocks, rng):
    """Short blocks share a row, first fit over the last open ones."""
    rows, open_rows = [], []
    for length, header, block in blocks:
        for row in open_rows:
            if row[0] + length <= ROW:
                row[0] += length
                row[1].append((header, block))
                break
        else:
            open_rows.append([length, [(header, block)]])
        if len(open_rows) > 12:
            rows.append(open_rows.pop(0)[1])
    rows += [row[1] for row in open_rows]
    rng.shuffle(rows)
    return rows


def tensors(row):
    """@return ids, positions, mask, places whose next token is learned, those next tokens"""
    ids, positions, group, branch, places, targets = [], [], [], [], [], []
    branches = 0
    for number, (header, block) in enumerate(row):
        start = [BEGIN, *header]
        ids += start
        positions += range(len(start))
        group += [number] * len(start)
        branch += [0] * len(start)
        for dialogue in block:
            branches += 1
            offset = len(ids)
            own = dialogue["ids"]
            ids += own
            positions += range(len(start), len(start) + len(own))
            group += [number] * len(own)
            branch += [branches] * len(own)
            for at in range(1, len(own)):
                if dialogue["learned"][at]:
                    places.append(offset + at - 1)
                    targets.append(own[at])
    group, branch = torch.tensor(group), torch.tensor(branch)
    length = len(ids)
    sees = (branch[:, None] == branch[None]) | (branch[None] == 0)
    mask = sees & (group[:, None] == group[None]) & torch.ones(length, length, dtype=torch.bool).tril()
    return torch.tensor(ids), torch.tensor(positions), mask, torch.tensor(places), torch.tensor(targets)


def seeded(number):
    return random.Random(number)
