"""Benches: what letterbook gets right, how fast, how its files measure.

`python -m bench TASK QUESTIONS --out PREDICTIONS` answers a file of questions through the same
code that reads a user's documents. `bench.gate` compares the answers with gold that lives outside
the repository, `bench.speed` measures ratios within one run, `bench.style` measures our own files.
"""
