"""The words for what became of a reference."""

from wetgeving.services.citing_fates import LAPSED, NOTHING_THERE, RENUMBERED, REPEALED

WHYS = {
    NOTHING_THERE: "staat niet in die tekst",
    LAPSED: "is in die tekst vervallen",
    REPEALED: "is sindsdien vervallen",
    RENUMBERED: "heeft sindsdien een ander nummer",
}
