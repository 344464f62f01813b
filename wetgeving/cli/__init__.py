"""The command line: one skin over the services. Commands, shapes and exit codes are in `docs/cli.md`."""

import click

from wetgeving.cli.citations import citations, cited_by, dangling
from wetgeving.cli.commitments import progress_report
from wetgeving.cli.comparing import compare
from wetgeving.cli.concordance import show as concordance
from wetgeving.cli.curating import correct, refresh, withdraw
from wetgeving.cli.delegations import delegations, judge_delegation
from wetgeving.cli.exporting import export, export_comparison
from wetgeving.cli.looking import read_file, show, versions
from wetgeving.cli.opinion import read_opinion
from wetgeving.cli.opinions import judge_opinion, opinions
from wetgeving.cli.people import audit, dossier, token, user
from wetgeving.cli.provision_history import history
from wetgeving.cli.safekeeping import backup, remove, remove_example, restore
from wetgeving.cli.searching import search
from wetgeving.cli.serving import serve, worker
from wetgeving.cli.storing import ingest, init, load
from wetgeving.cli.synopsis import synopsis
from wetgeving.cli.transposition import claim, gaps, review_claim, table
from wetgeving.cli.transposition_files import export_table, import_table

COMMANDS: tuple[click.Command, ...] = (
    init,
    load,
    ingest,
    versions,
    show,
    compare,
    concordance,
    history,
    search,
    read_file,
    read_opinion,
    opinions,
    judge_opinion,
    progress_report,
    citations,
    cited_by,
    dangling,
    delegations,
    judge_delegation,
    table,
    gaps,
    claim,
    review_claim,
    export_table,
    import_table,
    export,
    export_comparison,
    synopsis,
    refresh,
    withdraw,
    correct,
    backup,
    restore,
    remove,
    remove_example,
    user,
    token,
    dossier,
    audit,
    serve,
    worker,
)


@click.group(help="Wetgevingsdossiers volgen: versies opnemen, lezen, vergelijken en doorzoeken.")
def main() -> None:
    """The group that `wetgeving` calls."""


for _command in COMMANDS:
    main.add_command(_command)
