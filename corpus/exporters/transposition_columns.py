"""The columns of a transponeringstabel (EU): the four of Aanwijzing 9.12 (ICER model) first, then our own.

The four are what a memorandum prints. Those behind them let a table come back as it went out; who fills a
table in by hand may leave them away.
"""

EU = "Bepaling EU-regeling"
NATIONAL = (
    "Bepaling in uitvoeringsregeling of bestaande regelgeving, of reden waarom geen uitvoering nodig is"
)
POLICY_ROOM = "Omschrijving beleidsruimte"
CHOICE = "Toelichting op de keuze"
OFFICIAL = (EU, NATIONAL, POLICY_ROOM, CHOICE)

STANDING, CLAIMANT = "Stand", "Volgens"
RELATION, REASON, POINTER = "Verhouding", "Reden", "Vindplaats van de keuze"
EU_EID, NATIONAL_KEYS = "EU-bepaling (eId)", "Nationale bepaling (kenmerk en eId)"
ACT, EU_TEXT, NATIONAL_TEXTS, MADE_ON = "EU-handeling", "Tekst EU", "Teksten nationaal", "Opgemaakt op"

WIDTHS = {
    EU: 30, NATIONAL: 50, POLICY_ROOM: 36, CHOICE: 50, STANDING: 20, CLAIMANT: 26, RELATION: 20, REASON: 30,
    POINTER: 26, EU_EID: 26, NATIONAL_KEYS: 40, ACT: 24, EU_TEXT: 34, NATIONAL_TEXTS: 40, MADE_ON: 14,
}  # fmt: skip
"""Every column in order, with its width in signs."""
