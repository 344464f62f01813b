"""Word-level difference of two texts; the one door to diff-match-patch.

Tokens, not characters, are compared: each distinct token of a pair becomes one code point, so that no cut
falls inside a word, a number or "artikel 3:15". `Diff_Timeout` is 0: with the library's default of one second
the result depends on the load of the machine. Work is bounded instead: long texts are compared by sentence
first, and a run that is still too long is shown as replaced.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from diff_match_patch import diff_match_patch

from corpus.diff.ends import common_end, common_start, whole_ends

Operation = tuple[str, str]
"""`("=", text)`, `("-", text)` or `("+", text)`; `=` and `-` give the old text, `=` and `+` the new."""

_TOKEN = re.compile(
    r" ?(?:(?:artikel(?:en)?|art\.)[ \t]+(?:\d[\w:.]*\w|\d)"  # a citation is never cut
    r"|\w+(?:[.:/'’-]\w+)*[°*]?|[^\w\s])|\s",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[^\n.;:]*(?:[.;:]+\s*|\n|$)")
_FIRST_CODE_POINT = 0x100
_MAX_TOKENS = 3000
_LEAST_KEPT = 0.2
_SURELY_READABLE = 0.5
_LEAST_WORDS = 6
_LONGEST_ISLAND, _LEAST_AROUND = 5, 3
_ENGINE = diff_match_patch()
_ENGINE.Diff_Timeout = 0


def tokens(text: str) -> list[str]:
    """Words, numbers and punctuation marks, each with the blank before it; joined they are `text`."""
    return _TOKEN.findall(text)


def difference(old: str, new: str) -> tuple[Operation, ...]:
    """The operations that turn `old` into `new`; equal texts give one `=`, two empty texts nothing."""
    if old == new:
        return (("=", old),) if old else ()
    if not old or not new:
        return (("-", old),) if old else (("+", new),)
    start, end = whole_ends(old, new)
    surely = start + end >= _SURELY_READABLE * min(len(old), len(new))
    if not surely and not _may_be_readable(old, new):
        return ("-", old), ("+", new)
    operations = _between(old, new, start, end)
    return tuple(operations) if surely or _readable(operations, old, new) else (("-", old), ("+", new))


def _between(old: str, new: str, start: int, end: int) -> list[Operation]:
    """The operations of two texts whose ends of these lengths are equal."""
    middle = _operations(tokens(old[start : len(old) - end]), tokens(new[start : len(new) - end]))
    ends = (
        [("=", text)] if (text := old[:start]) else [],
        [("=", text)] if (text := old[len(old) - end :]) else [],
    )
    return _tidied(_folded(merged([*ends[0], *middle, *ends[1]])))


def _may_be_readable(old: str, new: str) -> bool:
    """Could these texts keep enough words? Costs less than to see which."""
    bags = [Counter(re.findall(r"\w+", text)) for text in (old, new)]
    shortest = min(bag.total() for bag in bags)
    return shortest < _LEAST_WORDS or (bags[0] & bags[1]).total() >= _LEAST_KEPT * shortest


def _readable(operations: Sequence[Operation], old: str, new: str) -> bool:
    """Two texts that share hardly a word read better as one replaced by the other than as word salad."""
    shortest = min(_words(old), _words(new))
    kept = sum(_words(text) for sign, text in operations if sign == "=")
    return shortest < _LEAST_WORDS or kept >= _LEAST_KEPT * shortest


def _words(text: str) -> int:
    return len(re.findall(r"\w+", text))


def _operations(old: list[str], new: list[str]) -> list[Operation]:
    if len(old) + len(new) <= _MAX_TOKENS:
        return _token_operations(old, new)
    return _by_sentence("".join(old), "".join(new))


def _token_operations(old: Sequence[str], new: Sequence[str]) -> list[Operation]:
    code = _Codes()
    encoded = ["".join([code[t[1:] or t if t[0] == " " else t] for t in side]) for side in (old, new)]
    result: list[Operation] = []
    i = j = 0
    for sign, run in _encoded_operations(*encoded):
        if sign < 0:
            result.append(("-", "".join(old[i : i + len(run)])))
        elif sign > 0:
            result.append(("+", "".join(new[j : j + len(run)])))
        else:
            result += _kept(old[i : i + len(run)], new[j : j + len(run)])
        i += len(run) * (sign <= 0)
        j += len(run) * (sign >= 0)
    return result


def _kept(old: Sequence[str], new: Sequence[str]) -> Iterator[Operation]:
    """Equal tokens; a blank that only one side has before one of them is a change of its own."""
    if old == new:
        yield "=", "".join(old)
        return
    for before, after in zip(old, new, strict=True):
        if len(before) > len(after):
            yield "-", " "
        elif len(after) > len(before):
            yield "+", " "
        yield "=", min(before, after, key=len)


def _encoded_operations(old: str, new: str) -> Iterator[tuple[int, str]]:
    """Equal ends are kept from the engine, which would shift an edit to do away with a short one."""
    if old == new:
        yield 0, old
        return
    start = common_start(old, new)
    end = common_end(old, new, min(len(old), len(new)) - start)
    if start:
        yield 0, old[:start]
    removed, added = old[start : len(old) - end], new[start : len(new) - end]
    if removed and added:
        yield from _ENGINE.diff_main(removed, added, False)
    else:
        yield (-1, removed) if removed else (1, added)
    if end:
        yield 0, old[len(old) - end :]


class _Codes(dict[str, str]):
    """A code point for each token; at most `_MAX_TOKENS` meet, so that none reaches the surrogates."""

    def __missing__(self, token: str) -> str:
        self[token] = code = chr(_FIRST_CODE_POINT + len(self))
        return code


def _by_sentence(old: str, new: str) -> list[Operation]:
    """Compare whole sentences first, then words inside each changed run that is short enough."""
    sentences = [[s for s in _SENTENCE.findall(side) if s] for side in (old, new)]
    if sum(map(len, sentences)) > _MAX_TOKENS:
        return [("-", old), ("+", new)]
    result: list[Operation] = []
    for sign, text in _runs(_token_operations(*sentences)):
        if sign == "=":
            result.append(("=", text[0]))
            continue
        removed, added = tokens(text[0]), tokens(text[1])
        short = len(removed) + len(added) <= _MAX_TOKENS
        result += _token_operations(removed, added) if short else [("-", text[0]), ("+", text[1])]
    return [(sign, text) for sign, text in result if text]


def _runs(operations: Iterable[Operation]) -> list[tuple[str, tuple[str, str]]]:
    """Equal runs as they are; neighbouring deletions and insertions together as one `~` run."""
    runs: list[tuple[str, tuple[str, str]]] = []
    for sign, text in operations:
        if sign == "=":
            runs.append(("=", (text, "")))
            continue
        removed, added = runs.pop()[1] if runs and runs[-1][0] == "~" else ("", "")
        runs.append(("~", (removed + text * (sign == "-"), added + text * (sign == "+"))))
    return runs


def merged(operations: Iterable[Operation]) -> list[Operation]:
    """Between two equal runs at most one deletion, then at most one insertion."""
    result: list[Operation] = []
    for sign, (first, second) in _runs(operations):
        if sign == "=" and result and result[-1][0] == "=":
            result[-1] = ("=", result[-1][1] + first)
        elif sign == "=":
            result.append(("=", first))
        else:
            result += [(s, t) for s, t in (("-", first), ("+", second)) if t]
    return result


def _folded(operations: Sequence[Operation]) -> list[Operation]:
    """A mark or a single word that stands lost between two changes is read as part of the change."""
    result: list[Operation] = []
    last = len(operations) - 1
    for i, (sign, text) in enumerate(operations):
        if sign == "=" and 0 < i < last and _is_lost(text, operations, i):
            result += [("-", text), ("+", text)]
        else:
            result.append((sign, text))
    return merged(result)


def _is_lost(text: str, operations: Sequence[Operation], at: int) -> bool:
    if len(text) > _LONGEST_ISLAND:
        return False
    words = _words(text)
    if not words:
        return len(text) <= 2
    if words > 1:
        return False
    around = (operations[max(0, at - 2) : at], operations[at + 1 : at + 3])
    changed = [sum(_words(t) for sign, t in side if sign != "=") for side in around]
    return min(changed) >= _LEAST_AROUND


def _tidied(operations: Sequence[Operation]) -> list[Operation]:
    """The blank before both of two texts that replace one another stays outside the change."""
    result: list[Operation] = []
    for k, (sign, text) in enumerate(operations):
        after = operations[k + 1] if k + 1 < len(operations) else ("", "")
        if sign == "-" and after[0] == "+" and text[0] == after[1][0] == " " and after[1] != " " != text:
            result += [("=", " "), (sign, text[1:])]
        elif sign == "+" and k and operations[k - 1][0] == "-" and result[-1][1] != operations[k - 1][1]:
            result.append((sign, text[1:]))
        else:
            result.append((sign, text))
    return merged(result)
