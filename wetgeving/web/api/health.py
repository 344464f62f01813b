"""Does the service answer: the database and the index, each `ok` or the code of what is wrong."""

from collections.abc import Callable

from flask import current_app

from corpus.errors import WetgevingError
from wetgeving.web.api.answers import Answer
from wetgeving.web.api.asked import Asked
from wetgeving.web.reading import reading, state

OK = "ok"


def health(_: Asked) -> Answer:
    """Always an answer; what is wrong stands in it."""
    said = {"database": _asked(_database), "index": _asked(_index)}
    status = OK if all(word == OK for word in said.values()) else "failing"
    shape = {"status": status, **said, "edition": current_app.config["EDITION"]}
    return Answer(lambda: shape, lasting=False)


def _database() -> None:
    state()
    with reading():
        pass


def _index() -> None:
    with reading() as services:
        services.searching.search("artikel 1", {}, limit=1)


def _asked(question: Callable[[], None]) -> str:
    try:
        question()
    except WetgevingError as error:
        return error.code
    return OK
