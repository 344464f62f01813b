"""Commands about people: `user`, `token`, `dossier` (closing, opening, members) and `audit`.

A password is asked for twice, or read from standard input; it is never an argument, which others on the
machine could see. A token is shown once, on standard output.
"""

import sys
from collections.abc import Callable
from functools import partial
from typing import Any

import click

from wetgeving.cli.running import answer, application, command
from wetgeving.services.people import LONGEST_TOKEN_DAYS, ROLES
from wetgeving.store.people_values import ApiToken, AuditEntry, Person

_ROLE = click.Choice([str(role) for role in ROLES])
_TOKEN_DAYS = 90


@click.group(help="Accounts: wie zich mag aanmelden, en waarvoor.")
def user() -> None:
    """The commands about accounts."""


@click.group(help="Tokens waarmee programma's de API gebruiken.")
def token() -> None:
    """The commands about tokens."""


@click.group(help="Dossiers afsluiten, openen, en wie erbij hoort.")
def dossier() -> None:
    """The commands about closed dossiers."""


@user.command("add", help="Maak een account. Het wachtwoord wordt gevraagd.")
@click.argument("name")
@click.option("--role", type=_ROLE, required=True, help="Wat iemand mag: lezen, ook opnemen, of ook beheren.")
@click.option(
    "--subject", default="", help="Hoe de aanbieder van OpenID Connect iemand noemt; dan zonder wachtwoord."
)
@click.option("--password-stdin", is_flag=True, help="Lees het wachtwoord van de standaardinvoer.")
@command
def add_user(name: str, role: str, subject: str, password_stdin: bool, output: str) -> None:
    """Make an account."""
    password = "" if subject and not password_stdin else _password(from_stdin=password_stdin)
    with application() as running, running.unit_of_work() as services:
        added = services.people.add(name, role, password=password, subject=subject)
    _tell_person(added, output)


@user.command("list", help="Toon alle accounts.")
@command
def list_users(output: str) -> None:
    """Print everyone."""
    with application() as running, running.reading() as services:
        people = services.people.all()
    answer(
        [_person(p) for p in people], output, lambda: "\n".join(map(_person_line, people)) or "Nog niemand."
    )


@user.command("role", help="Geef een andere rol.")
@click.argument("name")
@click.argument("role", type=_ROLE)
@command
def set_role(name: str, role: str, output: str) -> None:
    """Give another role."""
    with application() as running, running.unit_of_work() as services:
        changed = services.people.set_role(name, role)
    _tell_person(changed, output)


@user.command("password", help="Stel een ander wachtwoord in; maakt ook een slot los.")
@click.argument("name")
@click.option("--password-stdin", is_flag=True, help="Lees het wachtwoord van de standaardinvoer.")
@command
def set_password(name: str, password_stdin: bool, output: str) -> None:
    """Set another password."""
    password = _password(from_stdin=password_stdin)
    with application() as running, running.unit_of_work() as services:
        changed = services.people.set_password(name, password)
    _tell_person(changed, output)


def _disabling(name: str, output: str, *, disabled: bool) -> None:
    with application() as running, running.unit_of_work() as services:
        changed = services.people.set_disabled(name, disabled=disabled)
    _tell_person(changed, output)


@user.command("disable", help="Zet een account uit: aanmelden en tokens werken niet meer.")
@click.argument("name")
@command
def disable(name: str, output: str) -> None:
    """Shut an account."""
    _disabling(name, output, disabled=True)


@user.command("enable", help="Zet een account weer aan.")
@click.argument("name")
@command
def enable(name: str, output: str) -> None:
    """Open an account again."""
    _disabling(name, output, disabled=False)


@token.command("add", help="Maak een token; het wordt één keer getoond.")
@click.argument("name")
@click.option("--label", required=True, help="Waar het voor is.")
@click.option("--role", type=_ROLE, default="reader", show_default=True, help="Hoogstens die van de persoon.")
@click.option(
    "--days",
    default=_TOKEN_DAYS,
    show_default=True,
    help=f"Hoe lang het geldt; hoogstens {LONGEST_TOKEN_DAYS}.",
)
@command
def add_token(name: str, label: str, role: str, days: int, output: str) -> None:
    """Make a token and print it, once."""
    with application() as running, running.unit_of_work() as services:
        made = services.people.add_token(name, role, label=label, days=days)
    answer({**_token(made.token), "token": made.secret}, output, lambda: made.secret)


@token.command("list", help="Toon alle tokens, zonder de tokens zelf.")
@command
def list_tokens(output: str) -> None:
    """Print all tokens."""
    with application() as running, running.reading() as services:
        tokens = services.people.tokens()
    answer([_token(t) for t in tokens], output, lambda: "\n".join(map(_token_line, tokens)) or "Geen tokens.")


@token.command("revoke", help="Trek een token in; ID staat in de lijst.")
@click.argument("token_id", metavar="ID", type=int)
@command
def revoke_token(token_id: int, output: str) -> None:
    """Take a token out of use."""
    with application() as running, running.unit_of_work() as services:
        revoked = services.people.revoke_token(token_id)
    answer(_token(revoked), output, lambda: f"Ingetrokken: {_token_line(revoked)}")


@dossier.command("close", help="Sluit een dossier af: alleen zijn leden vinden het nog.")
@click.argument("number")
@command
def close(number: str, output: str) -> None:
    """Close a dossier."""
    _arranged(output, lambda services: services.membership.close(number))


@dossier.command("open", help="Open een dossier voor iedereen.")
@click.argument("number")
@command
def open_(number: str, output: str) -> None:
    """Open a dossier."""
    _arranged(output, lambda services: services.membership.open(number))


@dossier.command("member", help="Maak mensen lid van een afgesloten dossier, of met --remove geen lid meer.")
@click.argument("number")
@click.argument("names", nargs=-1, required=True, metavar="NAME...")
@click.option("--remove", is_flag=True, help="Niet langer lid.")
@command
def member(number: str, names: tuple[str, ...], remove: bool, output: str) -> None:
    """Change who belongs to a dossier."""

    def arrange(services: Any) -> None:
        act = services.membership.remove if remove else services.membership.add
        for name in names:
            act(number, name)

    _arranged(output, arrange)


@click.command(help="Toon het logboek, nieuwste eerst.")
@click.option("--page", default=1, show_default=True, type=click.IntRange(1), help="Bladzijde.")
@command
def audit(page: int, output: str) -> None:
    """Print who did what."""
    with application() as running, running.reading() as services:
        found = services.audit.page(page)
    value = {"entries": [_entry(e) for e in found.entries], "more": found.more}
    answer(value, output, lambda: "\n".join(map(_entry_line, found.entries)) or "Nog niets.")


def _arranged(output: str, arrange: Callable[[Any], None]) -> None:
    """Do something with closed dossiers, and print which there are."""
    with application() as running:
        with running.unit_of_work() as services:
            arrange(services)
        with running.reading() as services:
            closed = services.membership.closed()
    value = [{"dossier": number, "members": list(names)} for number, names in closed.items()]
    lines = [f"{number}  {', '.join(names) or 'geen leden'}" for number, names in closed.items()]
    answer(value, output, lambda: "\n".join(lines) or "Alle dossiers zijn open.")


def _password(*, from_stdin: bool) -> str:
    if from_stdin:
        return sys.stdin.readline().rstrip("\r\n")
    return str(click.prompt("Wachtwoord", hide_input=True, confirmation_prompt="Nog eens", err=True))


def _tell_person(person: Person, output: str) -> None:
    answer(_person(person), output, partial(_person_line, person))


def _person(p: Person) -> dict[str, object]:
    return {
        "name": p.name,
        "role": p.role,
        "password": p.password_hash is not None,
        "subject": p.subject,
        "disabled": p.disabled,
        "locked_until": p.locked_until.isoformat() if p.locked_until else None,
        "created_at": p.created_at.isoformat(),
    }


def _person_line(p: Person) -> str:
    return f"{p.name}  {p.role}{'  uitgezet' if p.disabled else ''}"


def _token(t: ApiToken) -> dict[str, object]:
    return {
        "id": t.id,
        "person": t.person,
        "label": t.label,
        "role": t.role,
        "created_at": t.created_at.isoformat(),
        "expires_at": t.expires_at.isoformat(),
        "revoked_at": t.revoked_at.isoformat() if t.revoked_at else None,
    }


def _token_line(t: ApiToken) -> str:
    until = "ingetrokken" if t.revoked_at else f"tot {t.expires_at.date().isoformat()}"
    return f"{t.id}  {t.person}  {t.role}  {until}  {t.label}"


def _entry(e: AuditEntry) -> dict[str, object]:
    about = {"actor": e.actor, "action": e.action, "subject": e.subject, "before": e.before, "after": e.after}
    return {"at": e.at.isoformat(), **about}


def _entry_line(e: AuditEntry) -> str:
    change = " ".join(part for part in (e.before, "->" if e.before and e.after else "", e.after) if part)
    return f"{e.at.isoformat(timespec='seconds')}  {e.actor}  {e.action}  {e.subject}  {change}".rstrip()
