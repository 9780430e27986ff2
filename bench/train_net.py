"""Teach the network of `letterbook.mark.act_net` what sentences do.

    python -m bench.train_net VOLUMES --opinions OPINIONS.npz [--out NET.npz]
    python -m bench.train_net VOLUMES --halves HEARD.tsv

It needs PyTorch (`pip install letterbook[train]`), which reading letters does not. It learns in
three steps, from letters of volumes that are none of the gold's:

1. words by their company: how often two words stand within four of one another, more than chance
   would have it, brought down to `WIDE` numbers a word;
2. what a large teacher (`bench/train_teacher.py`) thinks of every sentence;
3. what readers said of some of them (`acts/read.tsv`).

Then it is brought down to numbers of eight bits.

The second form is for `train_prior`, which must learn how far to trust the network: on sentences
that it has learned by heart it would be trusted too far. So half of the volumes teach one network
and the other half another, by what readers said alone, and each says what it thinks of the
sentences it has not seen.
"""

from __future__ import annotations

import argparse
import math
import random
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn import functional

from bench.net_sentences import Sentence, sentences, worths
from bench.train_prior import sign
from letterbook.mark.act_heard import ANY, COLUMNS
from letterbook.mark.act_net import ENDING, FULL, NONE, UNKNOWN

HERE = Path(__file__).resolve().parents[1] / "src/letterbook/mark/act_net.npz"
WIDE, REACH = 64, (1, 2, 4)
"""Numbers a word and a layer has; how far off each layer looks."""
OFTEN, ENDINGS = 15, 400
"""How often a word must stand to be known by itself; how many endings are known for the others."""
NEAR = 4
"""Words off that still count as a word's company."""
FLAT = 0.75
"""The power that keeps rare words from looking like friends of everything."""
SPREAD = 0.3
"""How far the rows of words are spread at first."""
BATCH, POOL = 96, 20
"""Sentences learned from at once; so many batches are sorted by length together."""
Array = NDArray[np.float32]
Parameters = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Course:
    """How long and how fast something is learned, and how much is left out while learning."""

    rounds: int
    pace: float
    left_out: float
    hidden: float
    """The share of words that are hidden."""


FROM_TEACHER = Course(rounds=3, pace=3e-3, left_out=0.12, hidden=0.05)
FROM_READERS = Course(rounds=2, pace=1e-3, left_out=0.2, hidden=0.08)
ALONE = Course(rounds=4, pace=3e-3, left_out=0.25, hidden=0.1)
"""From readers, where no teacher came before."""


# --- words --------------------------------------------------------------------------------------


def known_words(read: Sequence[Sequence[str]]) -> dict[str, int]:
    """Each word that stands often enough, and the endings of the others, by row."""
    counted = Counter(word for sentence in read for word in sentence)
    often = [word for word, count in counted.most_common() if count >= OFTEN]
    endings = Counter[str]()
    for word, count in counted.items():
        if count < OFTEN:
            endings["-" + word[-ENDING:]] += count
    rare = [ending for ending, _ in endings.most_common(ENDINGS)]
    return {word: at for at, word in enumerate(["", "?unknown", *often, *rare])}


def numbers(sentence: Sequence[str], known: Mapping[str, int]) -> list[int]:
    """A sentence as rows, as `Net` reads it."""
    return [known.get(w) or known.get("-" + w[-ENDING:], UNKNOWN) for w in sentence]


def company(read: Sequence[Sequence[int]], count: int) -> Array:
    """A row of `WIDE` numbers for each word: words in like company get like rows."""
    pairs = Counter[tuple[int, int]]()
    for sentence in read:
        for far in range(1, NEAR + 1):
            for pair in zip(sentence, sentence[far:], strict=False):
                pairs[pair] += 12 // far
    at = torch.tensor(list(pairs), dtype=torch.long).T
    seen = torch.tensor(list(pairs.values()), dtype=torch.float32) / 12
    both = torch.sparse_coo_tensor(torch.cat([at, at.flip(0)], 1), seen.repeat(2), (count, count))
    both = both.coalesce()
    row, column = both.indices()
    of = torch.zeros(count).index_add_(0, row, both.values())
    flat = of**FLAT
    flat = flat / flat.sum()
    more = torch.log(both.values() / (of[row] * flat[column]))
    kept = more > 0
    table = torch.sparse_coo_tensor(both.indices()[:, kept], more[kept], (count, count))
    torch.manual_seed(0)
    left, strength, _ = torch.svd_lowrank(table.coalesce(), q=min(WIDE + 32, count), niter=4)
    rows = functional.normalize(left * strength.sqrt(), dim=1)[:, :WIDE]
    rows = functional.pad(rows, (0, WIDE - rows.shape[1]))
    made: Array = (rows / rows.std(0).mean() * SPREAD).numpy()
    return made


# --- learning -----------------------------------------------------------------------------------


def begin(rows: Array) -> Parameters:
    """A network that knows its words and nothing else."""
    torch.manual_seed(1)
    made = {"rows": torch.tensor(rows)}
    made["rows"][NONE] = 0
    for at in range(len(REACH)):
        edge = 1 / math.sqrt(3 * WIDE)
        made[f"weights{at}"] = torch.empty(WIDE, WIDE, 3).uniform_(-edge, edge)
        made[f"shift{at}"] = torch.zeros(WIDE)
    edge = 1 / math.sqrt(len(REACH) * WIDE)
    made["last"] = torch.empty(len(COLUMNS), len(REACH) * WIDE).uniform_(-edge, edge)
    made["shift"] = torch.full((len(COLUMNS),), -2.0)
    return {name: value.requires_grad_() for name, value in made.items()}


def layers(net: Parameters, line: Any, left_out: float = 0.0) -> tuple[Any, list[Any]]:
    """The rows of the words (sentences by words), and what each layer says of every word."""

    def drop(values: Any, share: float) -> Any:
        return functional.dropout(values, share, training=left_out > 0)

    stands = (line != NONE).float().unsqueeze(1)
    rows = functional.embedding(line, net["rows"], padding_idx=NONE)
    said, made = drop(rows, left_out * 0.6).transpose(1, 2), []
    for at, reach in enumerate(REACH):
        given = drop(said, left_out) if at else said
        weights, shift = net[f"weights{at}"], net[f"shift{at}"]
        sums = functional.conv1d(given, weights, shift, padding=reach, dilation=reach)
        said = torch.relu(sums + said if at else sums) * stands
        made.append(said)
    return rows, made


def odds(net: Parameters, line: Any, left_out: float = 0.0) -> Any:
    """What the network thinks of each sentence (log odds by column)."""
    _, made = layers(net, line, left_out)
    peaks = torch.cat([said.max(2).values for said in made], 1)
    peaks = functional.dropout(peaks, left_out, training=left_out > 0)
    return functional.linear(peaks, net["last"], net["shift"])


def lined(read: Sequence[Sequence[int]]) -> Any:
    """Sentences as one block, the short ones filled with no word."""
    block = np.zeros((len(read), max(map(len, read))), dtype=np.int64)
    for at, sentence in enumerate(read):
        block[at, : len(sentence)] = sentence
    return torch.from_numpy(block)


def learn(
    net: Parameters,
    read: Sequence[Sequence[int]],
    wanted: Array,
    course: Course,
    worth: Array | None = None,
) -> None:
    """Bring the network nearer to what is wanted of each sentence (certainties by column)."""
    torch.manual_seed(1)
    chance, goal = random.Random(1), torch.tensor(wanted)
    weigh = torch.ones(len(read)) if worth is None else torch.tensor(worth)
    slow, rest = [net["rows"]], [value for name, value in net.items() if name != "rows"]
    steps = course.rounds * math.ceil(len(read) / BATCH)
    guide = torch.optim.AdamW(
        [{"params": slow, "lr": course.pace * 0.6}, {"params": rest, "lr": course.pace}],
        weight_decay=0.02,
    )
    pace = torch.optim.lr_scheduler.LambdaLR(
        guide, lambda step: min(1, (step + 1) / (0.05 * steps)) * max(0, 1 - step / steps) + 1e-5
    )
    for turn in range(course.rounds):
        lost = 0.0
        for some in _batches(read, chance):
            line = lined([read[at] for at in some])
            hidden = (torch.rand(line.shape) < course.hidden) & (line != NONE)
            told = odds(net, line.masked_fill(hidden, UNKNOWN), course.left_out)
            each = functional.binary_cross_entropy_with_logits(told, goal[some], reduction="none")
            loss = (each.sum(1) * weigh[some]).mean()
            guide.zero_grad()
            loss.backward()
            guide.step()
            pace.step()
            lost += float(loss) * len(some)
        print(f"round {turn + 1} of {course.rounds}: {lost / len(read):.4f}", flush=True)


def _batches(read: Sequence[Sequence[int]], chance: random.Random) -> list[list[int]]:
    """The sentences by chance, those of like length together."""
    order = list(range(len(read)))
    chance.shuffle(order)
    wide = BATCH * POOL
    pools = [order[at : at + wide] for at in range(0, len(order), wide)]
    for pool in pools:
        pool.sort(key=lambda at: len(read[at]))
    made = [pool[at : at + BATCH] for pool in pools for at in range(0, len(pool), BATCH)]
    chance.shuffle(made)
    return made


def goals(given: Sequence[Sentence]) -> Array:
    """What readers said of each sentence, by column."""
    told = [sentence.labels or frozenset() for sentence in given]
    rows = [[*(c in labels for c in COLUMNS[:-1]), bool(labels)] for labels in told]
    assert COLUMNS[-1] == ANY
    return np.array(rows, dtype=np.float32)


# --- eight bits ---------------------------------------------------------------------------------

_BITS, _FINE = 127, 32767


def whole(
    net: Parameters, read: Sequence[Sequence[int]], known: Mapping[str, int]
) -> dict[str, Any]:
    """The network in whole numbers, as `act_net` loads it; `read`: sentences to take measure by."""
    with torch.no_grad():
        said = [layers(net, lined(read[at : at + 256]))[1] for at in range(0, len(read), 256)]
        tops = [
            float(
                torch.quantile(torch.cat([one[at].max(2).values.flatten() for one in said]), 0.9995)
            )
            for at in range(len(REACH))
        ]
    plain = {name: value.detach().numpy() for name, value in net.items()}
    scale = float(np.quantile(np.abs(plain["rows"]), 0.9999)) / _BITS
    made: dict[str, Any] = {"words": np.frombuffer("\n".join(known).encode(), dtype=np.uint8)}
    made["rows"] = np.clip(np.rint(plain["rows"] / scale), -_BITS, _BITS).astype(np.int8)
    kept = []
    for at, top in enumerate(tops):
        blocks = plain[f"weights{at}"].transpose(2, 1, 0).reshape(3 * WIDE, -1)
        fine = np.abs(blocks).max(0) / _BITS
        made[f"weights{at}"] = np.rint(blocks / fine).astype(np.int8)
        made[f"factor{at}"] = (scale * fine * FULL / top).astype(np.float32)
        made[f"shift{at}"] = (plain[f"shift{at}"] * FULL / top).astype(np.float32)
        kept.append(scale * FULL / top if at else 0.0)
        scale = top / FULL
    steps = np.repeat(np.array(tops) / FULL, WIDE)
    last = plain["last"].T * steps[:, None]
    fine = np.abs(last).max(0) / _FINE
    made["last"] = np.rint(last / fine).astype(np.int16)
    made["factor"], made["shift"] = fine.astype(np.float64), plain["shift"].astype(np.float64)
    made["kept"], made["reach"] = np.array(kept, dtype=np.float32), np.array(REACH)
    return made


def teach(given: Sequence[Sentence], opinions: Array | None) -> tuple[Parameters, dict[str, int]]:
    """The network of these sentences; `opinions`: what the teacher thinks of each (log odds)."""
    known = known_words([sentence.read for sentence in given])
    read = [numbers(sentence.read, known) for sentence in given]
    net = begin(company(read, len(known)))
    course = ALONE if opinions is None else FROM_READERS
    if opinions is not None:
        learn(net, read, (1 / (1 + np.exp(-opinions))).astype(np.float32), FROM_TEACHER)
    told = [at for at, sentence in enumerate(given) if sentence.labels is not None]
    labelled = [given[at] for at in told]
    counts = worths(labelled)
    worth = np.array([counts[one.document] for one in labelled], dtype=np.float32)
    learn(net, [read[at] for at in told], goals(labelled), course, worth)
    return net, known


def halves(given: Sequence[Sentence]) -> Iterator[tuple[Sentence, list[float]]]:
    """What a network of the one half of the volumes thinks of each read sentence of the other."""
    told = [one for one in given if one.labels is not None]
    apart = set(sorted({_volume(one) for one in told})[1::2])
    for half in (True, False):
        net, known = teach([one for one in told if (_volume(one) in apart) != half], None)
        for one in told:
            if (_volume(one) in apart) == half:
                with torch.no_grad():
                    [heard] = odds(net, lined([numbers(one.read, known)])).tolist()
                yield one, heard


def _volume(sentence: Sentence) -> str:
    return sentence.document.partition("/")[0]


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the volumes, learn, and write the network."""
    parser = argparse.ArgumentParser(prog="python -m bench.train_net", description=__doc__)
    parser.add_argument("volumes", type=Path, help="folder with the volumes, TEI")
    parser.add_argument("--opinions", type=Path, help="what the teacher thinks")
    parser.add_argument("--halves", type=Path, help="where goes what half thinks of the other half")
    parser.add_argument("--out", type=Path, default=HERE, help="where the network goes")
    chosen = parser.parse_args(arguments)
    if not (chosen.opinions or chosen.halves):
        parser.error("say --opinions FILE, or --halves FILE")
    given = sentences(chosen.volumes)
    if chosen.halves:
        rows = (
            "\t".join((one.document, sign(one.words), *(f"{odds:.2f}" for odds in heard)))
            for one, heard in halves(given)
        )
        chosen.halves.write_text("".join(f"{row}\n" for row in rows), encoding="utf-8")
        return
    with np.load(chosen.opinions) as held:
        opinions = held["odds"].astype(np.float32)
    net, known = teach(given, opinions)
    read = [numbers(sentence.read, known) for sentence in given[:: len(given) // 4000 + 1]]
    np.savez_compressed(chosen.out, **whole(net, read, known))
    print(f"{len(given)} sentences, {len(known)} words: {chosen.out}")


if __name__ == "__main__":
    main()
