"""What people say, and what the law says for it: one-way, from the word of a question to words of the law.

General Dutch, no names of laws. Used only for the looser answer (`indexer.loosening`), where it weighs less
than the word itself. A row: the words people use, and after the colon what may stand in the law for each.
"""

from collections.abc import Mapping
from functools import cache

from indexer.dutch import stem

_ROWS = """
abonnement: overeenkomst
accountant: accountantsverklaring
advocaat: raadsman, gemachtigde
afluisteren, tappen: telecommunicatie, telefoon
afpakken, afnemen: ontnemen, inbeslagnemen
aftreden, opstappen: ontslag
alimentatie: onderhoudsbijdrage, levensonderhoud
ambtenarij, overheid: bestuursorgaan
ambtsbericht: onderzoek, verslag
antwoord: beslissing, reactie
arrest, vonnis: uitspraak
asielzoeker, vluchteling: vreemdeling
baan, werk: arbeid, dienstbetrekking
bedenktijd: termijn
bedrag: geldsom, vergoeding
bedrijf, zaak: onderneming
bedrijfsgeheim: vertrouwelijk, bedrijfsgegevens
begeleiding: ondersteuning
beloven, toezeggen: toezegging
benadelen: schaden, nadeel
beroepschrift: beroep
beslaglegging: beslag
betaling, betalen: voldoening, voldoen
bezitting, bezit, eigendom: vermogen
binnenkomst, binnenkomen: toegang
boete: bestuurlijke boete, geldboete
brief: geschrift, schriftelijk
buitenlander, migrant, allochtoon, immigrant: vreemdeling
cel, gevangenis, opsluiting: penitentiaire inrichting, vrijheidsontneming
chef: leidinggevende
compensatie: vergoeding, schadeloosstelling
curator: bewindvoerder
dagvaarden: oproepen, dagvaarding
dagvergoeding: vergoeding
deadline: termijn
delegeren: delegatie, overdragen
demonstratie, demonstreren, protest, manifestatie: betoging
detentie, opsluiten, vastzetten: bewaring, vrijheidsontneming, ophouden
discriminatie: onderscheid
doodgaan, sterven, dood: overlijden
dreigen: bedreigen
dringend, spoedeisend, urgent: onverwijlde spoed
dubbel: tweemaal
duur, looptijd: termijn
dwangbevel: executoriale titel
eerlijk: onpartijdig
eindigen, ophouden, stoppen: vervallen, beeindigen
eis: voorwaarde, vereiste
erfenis: nalatenschap
executie: tenuitvoerlegging
expert, specialist: deskundige
familie, gezin: gezinslid, verwant
fiscus: inspecteur, rijksbelastingdienst
foto, pasfoto: gezichtsopname
fout: gebrek, onjuist
fraude: misbruik
gehandicapte: beperking
geloof: godsdienst
gemeentebestuur: college burgemeester wethouders
gerechtshof, rechtbank, rechter: gerecht, bestuursrechter
geschreven: schriftelijk
getrouwd, trouwen: gehuwd, huwelijk
getuigen: getuige
gezondheid, ziek: ziekte, gezondheidstoestand
griffiekosten, proceskosten, leges: griffierecht, kosten
grondrecht: recht
gunstig: begunstigend
handtekening, ondertekenen: ondertekening
huis, thuis, huisvesting: woning
huisgenoot: gezamenlijke huishouding
huiszoeking: doorzoeking, binnentreden woning
hulp: bijstand, ondersteuning
hulpverlener: zorgverlener, zorgaanbieder
huren, huurder: huur
hypotheek: geldlening
identiteitskaart, identiteitsbewijs, legitimatie: legitimatiebewijs, document
illegaal, illegalen: geen rechtmatig verblijf, wederrechtelijk
informatie, info: inlichtingen, gegevens
informeren, vertellen, melden: inlichten, mededeling, kennisgeving
inspraak: zienswijze
instantie, dienst: bestuursorgaan
intrekken, afnemen: intrekking
invorderen, innen: invordering
inzien, inzage: kennisneming
jaarlijks: kalenderjaar
kamer: staten-generaal
kiezen: verkiezing
kind, kinderen, jongere: minderjarige
klacht: klaagschrift
klager: indiener
klant: client
kopie, afschrift: afschrift, kopie
korten, verlagen: verlaging, vermindering
kwijtschelden: kwijtschelding
leeftijd: jaar oud
lenen, lening: geldlening
leugen, liegen: onjuiste gegevens
logeren: verblijf
machtigen, volmacht: machtiging, gemachtigde
mandateren: mandaat
meewerken: medewerking
mening, standpunt: zienswijze
meteen, direct, gelijk: onverwijld, terstond
misdaad: misdrijf
motiveren, uitleg, uitleggen, reden, argument: motivering
nalaten, verzuimen: verzuim
nalatenschap: erfgenamen
noodzaak: noodzakelijk
oneens, bezwaar: bezwaarschrift
ongelijk: ongegrond
onmiddellijk: onverwijld
onterecht, onwettig: onrechtmatig
onvolledig: onvoldoende, aanvullen
opgepakt, oppakken, arresteren, arrestatie: aanhouden, aanhouding
opleiding, studie, school: onderwijs
opname, opnemen: opneming
oproep: oproeping
oproepen: oproeping, uitnodigen
opschorten, pauzeren, uitstellen, uitstel: opschorting, schorsing, verdagen
opsporing: opsporingsambtenaar
overzetten: overdracht
papieren, paspoort: document, grensoverschrijding
pauze: schorsing
pensioen: ouderdomspensioen
pers: drukpers
petitie, handtekeningenactie: verzoek
politie: ambtenaar belast
privacy, privéleven: persoonlijke levenssfeer
procederen, procedure: beroep, geding
proef, test: experiment
rechtszaak, proces: geding, beroep
reclame: handelsreclame
rectificatie: verbetering, herstel
rekening: betaling
rente: wettelijke rente
repareren, rechtzetten: herstellen
ruzie, conflict: geschil
samenwonen, samenwoner: gezamenlijke huishouding
schadevergoeding, schadeclaim: vergoeding schade
inwerkingtreding: werking treden
schorsen, schorsende, schorsing: opschorten
beginnen, begin, starten: aanvangen, ingaan
schikking: vaststelling, overeenkomst
schrappen: doorhaling
schuld: geldschuld
slapen: nachtverblijf
sluiten: sluiting
snel, vlug, spoedig: onverwijld
sollicitatie, solliciteren: arbeid verkrijgen
spaargeld, sparen: vermogen, spaarbedrag
staken, staking: werkstaking
stemmen: kiesrecht, verkiezing
straf, bestraffing: sanctie, hechtenis
studeren, student: onderwijs, studiefinanciering
taal: nederlandse taal
tegenspreken: betwisten
terugbetalen: terugvordering, terugbetaling
terugsturen, uitzetten, wegsturen, deporteren, deportatie: uitzetting
terugtrekken: intrekking
toekomst: vervolgens
toelage: subsidie, toeslag
toeslagpartner: partner
toestaan, goedvinden: vergunnen, toestemming
toestemming: vergunning, instemming
toezegging: toezeggen
uitgeven: besteden
uitkering: bijstand
uitzonderen, uitzondering: uitgezonderd, in afwijking, vrijstelling
vasthouden: bewaring, ophouden
verantwoorden: verantwoording
verbieden, verboden: verbod, niet
verblijfsdocument: verblijfsvergunning
verdienen: inkomsten
vergoeden, schadeloosstellen: vergoeding
verhogen, verhoging: vermeerdering
verhuizen: adres, woonplaats
verjaren: verjaring
verkeerd: onjuist
verklaren: verklaring
verlengen: verlenging
vernietigen: vernietiging
verplicht, moeten, plicht: gehouden, verplichting
versnellen: versnelde behandeling
vertegenwoordiger: gemachtigde, vertegenwoordigen
vertraging: niet tijdig
vertrekken, weggaan: verlaten
vertrouwelijk, geheim: geheimhouding
verwijt, verwijten, schuldig: verwijtbaar
verzenden, opsturen, mailen, sturen: toezenden, toezending
vingerafdruk: vingerafdrukken
voorkeur: voorrang
vriend: partner
vrijlaten, vrijlating: opheffing, invrijheidstelling
waarschuwing: aanmaning
weduwe: nabestaande
weghalen: verwijderen
weigering: weigeren
werkloos, werkloze: werkloosheid, uitkering
wetgever: wet, regering
woonplaats, adres: woonachtig, hoofdverblijf
wraken: wraking
zelfstandige, ondernemer: beroep, bedrijf
ziekenhuis: instelling
zwangerschap, zwanger: bevalling
"""


@cache
def said_by_law() -> Mapping[str, tuple[str, ...]]:
    """The stem of a word people use, and the words the law may have for it."""
    table: dict[str, tuple[str, ...]] = {}
    for row in _ROWS.strip().splitlines():
        said, _, law = row.partition(": ")
        for word in said.split(", "):
            table[stem(word)] = tuple(dict.fromkeys((*table.get(stem(word), ()), *law.split(", "))))
    return table


_PARTICLES = "aan achter af bij door in mee na neer om onder op over samen terug toe uit voor weg"
PARTICLES = tuple(_PARTICLES.split())
"""What stands apart from its verb in a sentence."""
_EMPTY = """
    de het een en of als dan dat die dit deze er is zijn was waren wordt worden werd werden ben bent
    heeft hebben had ik je jij u uw mijn wij we ons onze hij zij ze hem haar hun men wie wat waar
    wanneer waarom hoe welke welk hoeveel mag mogen moet moeten kan kunnen kun wil willen zal zullen zou
    gaat gaan van voor met op in aan bij tot uit naar om te over door tegen onder tussen zonder per ook
    nog wel maar toch zich zelf na pas behalve mee toen daar hier iets iemand want omdat indien zo zoals
    dus alleen alle al meer ander andere anderen
"""
EMPTY = frozenset(_EMPTY.split())
"""Words of a question that ask, and say nothing of what is asked."""
