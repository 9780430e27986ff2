"""Linking: what marking found in single sources, across the whole record.

In: the letters and findings of the record, by index: a day, a number, a party, a hash of words.
Out: who is who, when, which letter a mention means, which printings are one letter, with reasons.
One question per file, each a pure function of what it is given; `sampling` and `look` (one source),
`concerned`, `letter`, `undated`, `who` and `whom` put the questions to the record, for the book and
for nobody else.
What letters do to one another beyond that (`course`: matters, what became of them, what is due)
is gathered when it is asked for, and kept (`kept_matters`); after a change only the exchanges
that it touches are gathered again (`gathering`).
Never: changes a text, scans all letters for one, or asserts where two candidates remain.
"""
