"""Teach a large network what sentences do, and write what it thinks of each of them.

    python -m bench.train_teacher VOLUMES --model FOLDER --out OPINIONS.npz

It is far too large and slow to be shipped (22 million numbers, some thousand times the work of
`act_net`), but it knows English from elsewhere; the small network learns from its opinions
(`bench/train_net.py`). FOLDER holds a sentence transformer as published: ours was all-MiniLM-L6-v2
(Apache 2.0). It needs `pip install letterbook[train]`, and some hours of one core.

It learns what readers said (`acts/read.tsv`), none of it of the gold's volumes. Each sentence is
shown with the end of the one before it.
"""

from __future__ import annotations

import argparse
import math
import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch.nn import functional
from transformers import AutoModel, AutoTokenizer

from bench.net_sentences import Sentence, sentences
from bench.train_net import Array, goals
from letterbook.mark.act_heard import COLUMNS

LONGEST, BEFORE = 64, 12
"""Pieces of words that are read of a sentence, and of the end of the one before it."""
AT_ONCE = 32
"""Sentences learned from at once."""
PACE, LAST_PACE = 8e-5, 1e-3
"""How fast the transformer moves, and the layer put upon it."""


@dataclass(frozen=True, slots=True)
class Teacher:
    """The transformer, its pieces of words, and the layer that weighs them for each column."""

    body: Any
    pieces: Any
    last: Any

    @classmethod
    def of(cls, folder: Path) -> Teacher:
        """A teacher that knows English and nothing of acts."""
        torch.manual_seed(1)
        body = AutoModel.from_pretrained(folder)
        for name, value in body.named_parameters():
            value.requires_grad_("embeddings" not in name and "pooler" not in name)
        last = torch.nn.Linear(2 * body.config.hidden_size, len(COLUMNS))
        return cls(body, AutoTokenizer.from_pretrained(folder), last)

    def read(self, sentence: Sentence) -> tuple[list[int], int, int]:
        """The pieces of a sentence with what stands before, and where its own begin and end."""
        cut = self.pieces
        own = cut(sentence.words, add_special_tokens=False)["input_ids"][:LONGEST]
        before = cut(sentence.before, add_special_tokens=False)["input_ids"][-BEFORE:]
        front = [cut.cls_token_id, *before, cut.sep_token_id]
        whole = [*front, *own, cut.sep_token_id, cut.sep_token_id]
        return whole, len(front), len(front) + max(len(own), 1)

    def odds(self, read: Sequence[tuple[list[int], int, int]], learning: bool = False) -> Any:
        """What it thinks of some sentences: log odds, by column."""
        size = (len(read), max(len(whole) for whole, _, _ in read))
        line = torch.full(size, self.pieces.pad_token_id)
        there, own = torch.zeros(size, dtype=torch.long), torch.zeros(size)
        for at, (whole, first, end) in enumerate(read):
            line[at, : len(whole)] = torch.tensor(whole)
            there[at, : len(whole)] = 1
            own[at, first:end] = 1
        with torch.autocast("cpu", torch.bfloat16):
            said = self.body(input_ids=line, attention_mask=there).last_hidden_state
            mine = own.unsqueeze(-1)
            mean = (said * mine).sum(1) / mine.sum(1)
            peak = (said - (1 - mine) * 1e4).max(1).values
            told = functional.dropout(torch.cat([mean, peak], -1), 0.1, training=learning)
            return self.last(told).float()


def learn(teacher: Teacher, given: Sequence[Sentence]) -> None:
    """Two rounds over what readers said."""
    chance, goal = random.Random(1), torch.tensor(goals(given))
    read = [teacher.read(sentence) for sentence in given]
    moved = [value for value in teacher.body.parameters() if value.requires_grad]
    last = list(teacher.last.parameters())
    guide = torch.optim.AdamW(
        [{"params": moved, "lr": PACE}, {"params": last, "lr": LAST_PACE}], weight_decay=0.01
    )
    steps = 2 * math.ceil(len(given) / AT_ONCE)
    pace = torch.optim.lr_scheduler.LambdaLR(
        guide, lambda step: min(1, (step + 1) / (0.08 * steps)) * max(0, 1 - step / steps) + 1e-6
    )
    teacher.body.train()
    for _ in range(2):
        order = list(range(len(given)))
        chance.shuffle(order)
        for number, at in enumerate(range(0, len(order), AT_ONCE)):
            some = order[at : at + AT_ONCE]
            told = teacher.odds([read[one] for one in some], learning=True)
            each = functional.binary_cross_entropy_with_logits(told, goal[some], reduction="none")
            loss = each.sum(1).mean()
            guide.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_([*moved, *last], 1.0)
            guide.step()
            pace.step()
            if number % 200 == 0:
                print(f"{at} of {len(order)}: {float(loss):.3f}", flush=True)


def opinions(teacher: Teacher, given: Sequence[Sentence]) -> Array:
    """What the teacher thinks of every sentence, by column: log odds."""
    teacher.body.eval()
    made = np.zeros((len(given), len(COLUMNS)), dtype=np.float32)
    read = [teacher.read(sentence) for sentence in given]
    order = sorted(range(len(given)), key=lambda at: len(read[at][0]))
    with torch.no_grad():
        for at in range(0, len(order), 64):
            some = order[at : at + 64]
            made[some] = teacher.odds([read[one] for one in some]).numpy()
    return made


def main(arguments: Sequence[str] | None = None) -> None:
    """Teach it, and write its opinions, in the order of `net_sentences.sentences`."""
    parser = argparse.ArgumentParser(prog="python -m bench.train_teacher", description=__doc__)
    parser.add_argument("volumes", type=Path, help="folder with the volumes, TEI")
    parser.add_argument("--model", type=Path, required=True, help="the transformer's folder")
    parser.add_argument("--out", type=Path, required=True, help="where its opinions go")
    chosen = parser.parse_args(arguments)
    given = sentences(chosen.volumes)
    teacher = Teacher.of(chosen.model)
    learn(teacher, [one for one in given if one.labels is not None])
    np.savez_compressed(chosen.out, odds=opinions(teacher, given).astype(np.float16))
    print(f"{len(given)} sentences: {chosen.out}")


if __name__ == "__main__":
    main()
