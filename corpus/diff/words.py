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

Operation = tuple[str, str]
"""`("=", text)`, `("-", text)` or `("+", text)`; `=` and `-` give the old text, `=` and `+` the new."""

_TOKEN = re.compile(
    r" ?(?:(?:artikel(?:en)?|art\.)[ \t]+(?:\d[\w:.]*\w|\d)"  # a citation is never cut
    r"|\w+(?:[.:/'’-]\w+)*[°*]?|[^\w\s])|\s",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[^\n.;:]*(?:[.;:]+\s*|\n|$)")
_SURROGATES = range(0xD800, 0xE000)
_FIRST_CODE_POINT = 0x100
_MAX_TOKENS = 3000
_LEAST_KEPT = 0.2
_LEAST_WORDS = 6
_LONGEST_ISLAND, _LEAST_AROUND = 5, 3
_SIGNS = {-1: "-", 0: "=", 1: "+"}


def tokens(text: str) -> list[str]:
    """Words, numbers and punctuation marks, each with the blank before it; joined they are `text`."""
    return _TOKEN.findall(text)


def difference(old: str, new: str) -> tuple[Operation, ...]:
    """The operations that turn `old` into `new`; equal texts give one `=`, two empty texts nothing."""
    if old == new:
        return (("=", old),) if old else ()
    replaced = tuple((sign, text) for sign, text in (("-", old), ("+", new)) if text)
    if not _may_be_readable(old, new):
        return replaced
    operations = _tidied(_folded(merged(_operations(tokens(old), tokens(new)))))
    return tuple(operations) if _readable(operations, old, new) else replaced


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
    code: dict[str, str] = {}
    encoded = ["".join([_code_point(_bare(t), code) for t in side]) for side in (old, new)]
    engine = diff_match_patch()
    engine.Diff_Timeout = 0
    result: list[Operation] = []
    i = j = 0
    for sign, run in engine.diff_main(encoded[0], encoded[1], False):
        if sign < 0:
            result.append(("-", "".join(old[i : i + len(run)])))
        elif sign > 0:
            result.append(("+", "".join(new[j : j + len(run)])))
        else:
            result += _kept(old[i : i + len(run)], new[j : j + len(run)])
        i += len(run) * (sign <= 0)
        j += len(run) * (sign >= 0)
    return result


def _bare(token: str) -> str:
    return token[1:] if len(token) > 1 and token[0] == " " else token


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


def _code_point(token: str, code: dict[str, str]) -> str:
    if token not in code:
        number = _FIRST_CODE_POINT + len(code)
        if number >= _SURROGATES.start:
            number += len(_SURROGATES)
        code[token] = chr(number)
    return code[token]


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
    words = _words(text)
    if not words:
        return len(text) <= 2
    if words > 1 or len(text) > _LONGEST_ISLAND:
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
