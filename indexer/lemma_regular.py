"""Regular verbs of which the rules leave the forms apart: their forms are made here, not listed.

A weak verb has a third person on -t, a participle on ge- and -d or -t, and a noun on -ing. A bar parts the
piece that stands apart in a sentence: "aan|duiden" is aanduidt and aangeduid. Strong verbs and verbs on -elen
or -enen are in `indexer.lemma_verbs`, written out.
Written as the analysis folds them: lower case, without diacritics.
"""

import re
from collections.abc import Mapping

_VERBS = """
    accepteren actualiseren archiveren compenseren concretiseren constateren contrasigneren corrigeren
    deponeren faciliteren formuleren hanteren harmoniseren implementeren indexeren kwalificeren
    legaliseren mandateren normeren notificeren ondersteunen preciseren procederen realiseren
    respecteren ressorteren specificeren vergaren controleren financieren garanderen identificeren
    informeren inspecteren motiveren organiseren participeren presenteren produceren protesteren
    reageren reserveren saneren selecteren signaleren simuleren stimuleren structureren taxeren
    transporteren uniformeren legitimeren demonstreren discrimineren annuleren arresteren certificeren
    declareren delegeren detineren emigreren immigreren integreren isoleren liquideren muteren
    naturaliseren observeren opereren rectificeren registreren rehabiliteren reproduceren sanctioneren
    straffen toetsen wraken maken staken lozen slopen storten huren pachten verhuren erven schenken
    manen wachten wensen sturen duren eisen klagen huwen splitsen stuiten volgen voeden plegen beboeten
    bekostigen beletten benutten bepleiten bestraffen bevestigen beveiligen bewerken bezwaren bezorgen
    overtuigen onderbouwen ontkennen ontruimen ontvoeren ontwrichten overhandigen verbeuren verdagen
    vergewissen verjaren vermelden verplaatsen verpachten verspillen vervaardigen verwaarlozen
    verwezenlijken verzegelen veroorzaken verontreinigen verhogen verlagen verzwaren vervalsen
    aan|duiden aan|halen aan|kondigen aan|manen aan|tasten aan|stichten af|leiden af|ronden af|wachten
    af|splitsen af|lossen af|keuren bij|scholen door|voeren door|halen door|sturen in|perken in|voegen
    in|vullen in|zetten in|huren in|lichten mee|tellen mee|voeren mee|werken neer|leggen om|zetten
    op|lossen op|richten op|eisen op|zeggen open|stellen samen|voegen samen|werken terug|werken
    terug|zetten toe|voegen toe|zeggen toe|lichten toe|kennen uit|oefenen uit|maken uit|reiken
    uit|besteden uit|keren voor|stellen voor|leggen voor|publiceren bekend|maken openbaar|maken
    vrij|stellen gelijk|stellen vast|leggen
"""
_UNACCENTED = ("be", "ge", "ver", "ont", "her", "er", "onder", "over", "waar")
_VOICELESS = tuple("tkfschpx")
_OPEN = re.compile(r"(?<![aeiou])([aeou])([bcdfgklmnprstvz])$")
_UNSTRESSED = re.compile(r"[^aeiou](?:el|en|em|er|ig)$")


def regular_forms() -> Mapping[str, str]:
    """Per infinitive its forms that are made by rule."""
    return {verb.replace("|", ""): " ".join(_forms(verb)) for verb in _VERBS.split()}


def _forms(verb: str) -> tuple[str, ...]:
    apart, _, bare = verb.rpartition("|")
    apart = apart.replace("|", "")
    root = bare.removesuffix("en")
    ends_in_t = root.endswith(_VOICELESS)
    base = _closed(root, bare)
    ending = "" if base.endswith(("t", "d")) else "t" if ends_in_t else "d"
    prefix = apart if not apart and bare.startswith(_UNACCENTED) and len(bare) > 7 else f"{apart}ge"
    participle = f"{prefix}{base}{ending}"
    person = f"{apart}{base}" if base.endswith("t") else f"{apart}{base}t"
    long = f"{prefix}{root}e" if not ending else f"{participle}e"
    return tuple(dict.fromkeys((person, participle, long, f"{apart}{root}ing", f"{apart}{root}ingen")))


def _closed(root: str, verb: str) -> str:
    """The root as it is written when nothing follows: maak, leg, verhoog, eis."""
    if len(root) > 1 and root[-1] == root[-2] and root[-1] not in "aeiou":
        return root[:-1]
    if not verb.endswith("eren") and _UNSTRESSED.search(root):
        return root
    doubled = _OPEN.sub(r"\1\1\2", root)
    return doubled[:-1] + {"v": "f", "z": "s"}.get(doubled[-1], doubled[-1])
