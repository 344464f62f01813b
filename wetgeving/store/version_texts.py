"""The text of versions: a tree of provisions becomes texts stored once and a packed tree, and comes back
whole.

Links are not kept (they are derived from the bytes); everything else of a provision is.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, select

from corpus.hashing import text_hash, tree_hash
from corpus.provision import Provision
from corpus.reading import Dropped, Guessed
from wetgeving.store import tree_form
from wetgeving.store.packed import Packed
from wetgeving.store.schema import expression, packed, work
from wetgeving.store.texts import Texts
from wetgeving.store.tree_form import Commencements, Node
from wetgeving.store.values import NewVersion


class _NoTexts(Mapping[int, str]):
    """Every text is empty."""

    def __getitem__(self, text_id: int) -> str:
        return ""

    def __iter__(self) -> Iterator[int]:
        return iter(())

    def __len__(self) -> int:
        return 0


_NO_TEXTS = _NoTexts()


class VersionTexts:
    """The trees and accounts of one connection, by expression row."""

    def __init__(self, connection: Connection, packed: Packed) -> None:
        self._connection, self._packed, self._texts = connection, packed, Texts(connection)

    def add(self, new: NewVersion, *, work_id: int, before: int | None = None) -> dict[str, Any]:
        """Store the text of a version and give the columns that refer to it.

        `before` is the sequence it stands at, when it replaces the text of a stored version.
        """
        fictional = select(work.c.fictional).where(work.c.id == work_id)
        texts = [p.text for root in new.provisions for p in root.walk()]
        ids = self._texts.add(texts, fictional=self._connection.execute(fictional).scalar_one())
        tree_base, account_base = self._bases(work_id, before)
        account = tree_form.account_bytes(new.dropped, new.guessed)
        return {
            "text_hash": bytes.fromhex(text_hash(new.provisions)),
            "tree_hash": bytes.fromhex(tree_hash(new.provisions)),
            "tree_id": self._packed.add(tree_form.tree_bytes(new.provisions, ids), base_id=tree_base),
            "account_id": account and self._packed.add(account, base_id=account_base),
        }

    def provisions(self, expression_id: int) -> tuple[Provision, ...]:
        """The whole tree."""
        return self._built(*self._tree(expression_id))

    def content(self, expression_id: int) -> tuple[bytes, ...]:
        """The hashes of the stored tree, of the words in it, and of the account (empty without one).

        The tree names its texts by number, and a number is given again: the words decide with it.
        """
        tree, account = packed.alias("tree"), packed.alias("account")
        e = expression.c
        query = (
            select(tree.c.sha256, e.tree_hash, account.c.sha256)
            .join(tree, tree.c.id == e.tree_id)
            .outerjoin(account, account.c.id == e.account_id)
            .where(e.id == expression_id)
        )
        return tuple(value or b"" for value in self._connection.execute(query).one())

    def outline(self, expression_id: int) -> tuple[Provision, ...]:
        """The whole tree without its texts: numbers, headings, dates."""
        nodes, named = self._tree(expression_id)
        return tuple(tree_form.provision(node, _NO_TEXTS, named) for node in nodes)

    def provision(self, expression_id: int, eid: str) -> Provision | None:
        """One provision with all below it; only its own texts are fetched. No eId names nothing."""
        nodes, named = self._tree(expression_id)
        node = tree_form.node_with(nodes, eid) if eid else None
        return None if node is None else self._built([node], named)[0]

    def account(self, expression_id: int) -> tuple[tuple[Dropped, ...], tuple[Guessed, ...]]:
        """What was dropped and what was guessed."""
        query = select(expression.c.account_id).where(expression.c.id == expression_id)
        account_id = self._connection.execute(query).scalar_one()
        return ((), ()) if account_id is None else tree_form.account(self._packed.read(account_id))

    def _tree(self, expression_id: int) -> tuple[list[Node], Commencements]:
        query = select(expression.c.tree_id).where(expression.c.id == expression_id)
        return tree_form.tree(self._packed.read(self._connection.execute(query).scalar_one()))

    def _built(self, nodes: list[Node], named: Commencements) -> tuple[Provision, ...]:
        texts = self._texts.read(tree_form.text_ids(nodes))
        return tuple(tree_form.provision(node, texts, named) for node in nodes)

    def _bases(self, work_id: int, before: int | None) -> tuple[int | None, int | None]:
        """The tree and the account of the version of the work that was stored before this one."""
        query = (
            select(expression.c.tree_id, expression.c.account_id)
            .where(expression.c.work_id == work_id)
            .order_by(expression.c.sequence.desc())
            .limit(1)
        )
        if before is not None:
            query = query.where(expression.c.sequence < before)
        row = self._connection.execute(query).one_or_none()
        return (None, None) if row is None else (row.tree_id, row.account_id)
