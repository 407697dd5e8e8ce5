"""Trains the net of `models/meaning`: `python train_meaning.py --base FOLDER --data FOLDER --out meaning.pt`.

FOLDER of the base holds MiniLM, FOLDER of the data what `tuning.mjs meaning` wrote. All layers learn
the classes and the roles of words, while the vectors are held to what MiniLM makes of the same words and of other English. After each
round it says how many of `held-out.tsv` are right, where there are any.
"""
import argparse
import math
import os
import random
import time

import torch
import torch.nn.functional as F

from mini_lm import ROLES, MeaningNet, Pieces

SURE = 0.7
UNKNOWN = -100
# What asks for nothing, where nobody told its kind: it is right as any kind of talk, and teaches none.
TALK = "talk"


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--base", required=True)
    parser.add_argument("--data", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--rounds", type=int, default=4)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--batch", type=int, default=64)
    parser.add_argument("--anchors", type=int, default=32, help="other sentences beside each batch")
    parser.add_argument("--hold", type=float, default=3.0, help="how much the vectors count")
    parser.add_argument("--tell", type=float, default=1.0, help="how much the roles of words count")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--resume", help="a net that was trained before: its layers, and its heads of the classes that are still there")
    return parser.parse_args()


def padded(texts):
    ids = torch.zeros(len(texts), max(map(len, texts)), dtype=torch.long)
    mask = torch.zeros_like(ids, dtype=torch.bool)
    for row, text in enumerate(texts):
        ids[row, : len(text)] = torch.tensor(text)
        mask[row, : len(text)] = True
    return ids, mask


def batches(lengths, size):
    """Places in random order, those of about one length together: little is padded."""
    order = list(range(len(lengths)))
    random.shuffle(order)
    wide = size * 20
    groups = [sorted(order[at : at + wide], key=lambda place: lengths[place]) for at in range(0, len(order), wide)]
    made = [group[at : at + size] for group in groups for at in range(0, len(group), size)]
    random.shuffle(made)
    return made


@torch.no_grad()
def read(net, texts):
    net.eval()
    read = []
    for at in range(0, len(texts), 128):
        with torch.autocast("cpu", torch.bfloat16):
            read.append(net(*padded(texts[at : at + 128])))
    net.train()
    return torch.cat([vectors for vectors, _, _ in read]), torch.cat([scores for _, scores, _ in read])


def roles_of(pieces, words, roles):
    """The role of each piece that begins a word; unknown for the others, and all of them where nobody marked the words."""
    ids, begins = pieces.with_words(words)
    known = [UNKNOWN] * len(ids)
    if roles:
        for place, role in zip(begins, roles.split()):
            if place >= 0:
                known[place] = ROLES.index(role)
    return known


def spans_right(net, pieces, rows):
    """Of the sentences with marks: how many have the right role at every word."""
    marked = [(words, roles) for _, _, words, roles in rows if roles]
    if not marked:
        return "no marks held out"
    net.eval()
    right = 0
    with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
        for words, roles in marked:
            wanted = torch.tensor(roles_of(pieces, words, roles))
            told = net(*padded([pieces.of(words)]))[2][0].argmax(-1)
            right += bool((told == wanted)[wanted != UNKNOWN].all())
    net.train()
    return f"all roles right in {right} of {len(marked)}"


def rows_of(file):
    with open(file, encoding="utf8") as lines:
        return [line.rstrip("\n").split("\t") for line in lines if line.strip()]  # class, share, words, roles


def wanted_classes(name, classes):
    """Places of the classes of which any is right."""
    return [at for at, one in enumerate(classes) if one == name or (name == TALK and one.startswith(TALK + "/"))]


def held_out(net, pieces, rows, classes):
    if not rows:
        return "nothing held out"
    chances = read(net, [pieces.of(words) for _, _, words, _ in rows])[1].softmax(-1)
    best = chances.max(-1)
    right = [kind in wanted_classes(name, classes) for kind, (name, _, _, _) in zip(best.indices.tolist(), rows)]
    sure = [one for one, chance in zip(right, best.values.tolist()) if chance >= SURE]
    return f"{100 * sum(right) / len(right):.1f} % right of {len(rows)}, sure of {len(sure)}, of these wrong {len(sure) - sum(sure)}; {spans_right(net, pieces, rows)}"


def resume(net, trained, classes):
    kept = {name: value for name, value in trained["net"].items() if not name.startswith("classes.")}
    net.load_state_dict(kept, strict=False)
    known = {name: at for at, name in enumerate(trained["classes"])}
    with torch.no_grad():
        for at, name in enumerate(classes):
            if name in known:
                net.classes.weight[at] = trained["net"]["classes.weight"][known[name]]
                net.classes.bias[at] = trained["net"]["classes.bias"][known[name]]


def main():
    options = arguments()
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    random.seed(options.seed)
    pieces = Pieces(options.base)
    rows = rows_of(os.path.join(options.data, "examples.tsv"))
    held = rows_of(os.path.join(options.data, "held-out.tsv"))
    classes = sorted({name for name, _, _, _ in rows} - {TALK})
    wanted_of = {name: wanted_classes(name, classes) for name in {name for name, _, _, _ in rows}}
    allowed = {name: torch.full((len(classes),), -torch.inf).index_fill(0, torch.tensor(places), 0.0) for name, places in wanted_of.items()}
    names = [name for name, _, _, _ in rows]
    shares = [float(share) for _, share, _, _ in rows]
    texts = [pieces.of(words) for _, _, words, _ in rows]
    roles = [roles_of(pieces, words, told) for _, _, words, told in rows]
    with open(os.path.join(options.data, "sentences.txt"), encoding="utf8") as lines:
        anchors = [pieces.of(line.strip()) for line in lines if line.strip()]
    net = MeaningNet(options.base, len(classes))
    wanted, wanted_anchors = read(net, texts)[0], read(net, anchors)[0]
    if options.resume:
        resume(net, torch.load(options.resume), classes)
    heads = [*net.classes.parameters(), *net.roles.parameters()]
    others = [one for name, one in net.named_parameters() if not name.startswith(("classes", "roles")) and one.requires_grad]
    optimiser = torch.optim.AdamW([{"params": others}, {"params": heads}], weight_decay=0.01)
    steps = options.rounds * math.ceil(len(texts) / options.batch)
    lengths = [len(text) for text in texts]
    began, step = time.time(), 0
    for number in range(options.rounds):
        total = far = 0.0
        for batch in batches(lengths, options.batch):
            rate = options.rate * min(1, step / (0.06 * steps)) * max(0.02, 1 - step / steps)
            optimiser.param_groups[0]["lr"], optimiser.param_groups[1]["lr"] = rate, 10 * rate
            beside = random.sample(range(len(anchors)), options.anchors)
            with torch.autocast("cpu", torch.bfloat16):
                ids, mask = padded([texts[one] for one in batch])
                vectors, scores, told_roles = net(ids, mask)
                near, _, _ = net(*padded([anchors[one] for one in beside]))
            chances = scores.float().log_softmax(-1)
            told = -(chances + torch.stack([allowed[names[one]] for one in batch])).logsumexp(-1)
            distance = 1 - (torch.cat([vectors, near]) * torch.cat([wanted[batch], wanted_anchors[beside]])).sum(-1).mean()
            wanted_roles = torch.full_like(ids, UNKNOWN)
            for row, one in enumerate(batch):
                wanted_roles[row, : len(roles[one])] = torch.tensor(roles[one])
            loss = (told * torch.tensor([shares[one] for one in batch])).mean() + options.hold * distance
            if (wanted_roles != UNKNOWN).any():
                loss = loss + options.tell * F.cross_entropy(told_roles.flatten(0, 1), wanted_roles.flatten(), ignore_index=UNKNOWN)
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimiser.step()
            step += 1
            total, far = total + loss.item(), far + distance.item()
            if step % 100 == 0:
                print(f"{time.time() - began:.0f} s, step {step} of {steps}: loss {total / 100:.3f}, vectors off by {far / 100:.4f}", flush=True)
                total = far = 0.0
        print(f"round {number + 1}: {held_out(net, pieces, held, classes)}", flush=True)
        torch.save({"net": net.state_dict(), "classes": classes}, options.out)


if __name__ == "__main__":
    main()
