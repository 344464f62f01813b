"""Legal words whose forms the Dutch stemmer does not bring together, or wrongly does.

Each line: a stem, and the forms that must get it. The stem is the one the stemmer gives to the regular
forms ("verlen" for verlenen and verlening), so that a form which is not listed still joins. Where the stemmer
merges two words that lawyers keep apart (wet and weten, bewaring and bewaren), one gets a stem of its own.
Forms are written as the analysis folds them: lower case, without diacritics.
"""

from collections.abc import Mapping

_PLURALS = {
    "lid": "leden",
    "stad": "steden",
    "kind": "kinderen",
    "ei": "eieren",
    "schip": "schepen",
    "gegeven": "gegeven",
    "brief": "brieven",
    "huis": "huizen",
    "gren": "grenzen",
    "reis": "reizen",
    "bewijs": "bewijzen bewezen",
    "straf": "straffen",
    "advies": "adviezen",
    "boet": "boetes",
    "provincie": "provincies",
    "gevang": "gevangenen",
    "verblijf": "verblijven verbleven",
}

_VERBS = {
    "aanvrag": "aanvraagt aangevraagd aangevraagde",
    "aanwijz": "aanwijst aangewezen",
    "afwijz": "afwijst afgewezen",
    "behandel": "behandelt behandeld behandelde",
    "bepal": "bepaalt bepaald bepaalde",
    "beschik": "beschikt beschikte",
    "besliss": "beslis beslist besliste",
    "bewar": "bewaart bewaard bewaarde",
    "doorzoek": "doorzoekt doorzocht doorzochte",
    "eis": "eist geeist",
    "handhav": "handhaaft gehandhaafd gehandhaafde",
    "hor": "hoort gehoord gehoor",
    "indien": "indient ingediend ingediende",
    "instell": "instelt ingesteld ingestelde",
    "intrek": "intrekt ingetrokken",
    "inwill": "inwilligt ingewilligd ingewilligde",
    "machtig": "machtigt gemachtigd gemachtigde",
    "onderzoek": "onderzoekt onderzocht onderzochte",
    "ontvang": "ontvangt ontvangst",
    "opheff": "opheft opgeheven",
    "oplegg": "oplegt opgelegd opgelegde",
    "opvang": "opvangt opgevangen",
    "overdrag": "overdraagt overgedragen overdracht",
    "overweg": "overweegt overwogen",
    "stell": "stelt gesteld gestelde",
    "terugker": "teruggekeerd teruggekeerde",
    "toelat": "toegelaten",
    "toepass": "toepast toegepast toegepaste",
    "uitzet": "uitgezet uitgezette",
    "vaststell": "vaststelt vastgesteld vastgestelde",
    "verklar": "verklaart verklaard verklaarde",
    "verleng": "verlengt verlengd verlengde",
    "verlen": "verleent verleend verleende",
    "verstrek": "verstrekt verstrekte",
    "vertrek": "vertrekt vertrokken",
    "vervall": "verval vervalt",
    "verwerk": "verwerkt verwerkte",
    "verzoek": "verzoekt verzocht verzochte",
    "weiger": "weigert geweigerd geweigerde",
    "wijzig": "wijzigt gewijzigd gewijzigde",
}

_APART = {
    "weten": "weten weet wist",
    "bewaring": "bewaring bewaringen",
    "openbaar": "openbaar openbare",
}

STEMS: Mapping[str, str] = {
    form: stem
    for table in (_PLURALS, _VERBS, _APART)
    for stem, forms in table.items()
    for form in forms.split()
}
