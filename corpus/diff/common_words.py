"""Words that any two Dutch provisions share, so that they name no pair and prove no likeness.

Counted in the laws of the gold set; no word that says what a provision is about is among them.
"""

_COMMON = """
aan aangewezen afwijking al alle algemene als andere artikel artikelen bedoeld beschikking besluit bestuur
betreft betrekking bij binnen daarbij dan dat de deze die dient dit door een eerste en er gelet gesteld
geval gronde grond had hebben heeft het hij hoofdstuk hun ieder in indien ingevolge inzake is kan kon
krachtens kunnen lid leden maatregel met minister ministeriële mogen moet moeten na naar nadere niet of
omtrent ofwel om onder onderdeel onderdelen ons onverminderd onze op opzichte over overeenkomstig
regeling regels te tegen ten tenzij ter tot tweede derde uit van vanwege vastgesteld vierde vijfde volgens
voor voorschriften waarbij waarin waarop wat wet wordt worden zal zich zij zijn zijnde zoals zodanig
zonder zou zullen
"""
COMMON = frozenset(_COMMON.split())
"""Words that any two Dutch provisions share ("Bij ministeriële regeling kunnen nadere regels ...")."""
