"""The words of which legal compounds are put together, written by ourselves; what is not here is left whole.

`WORDS` are the parts, and the words that look like compounds but mean something of their own: a word of
this list is never taken apart. What others of the list cover is not in it. `HEADS` are shorter than four
letters: they end a compound (commissieleden) but are no part that is searched. `FORMS_IN_FRONT` are the forms
of a word that only stand in front.
Written as the analysis folds them: lower case, without diacritics. A change here builds every index again.
"""

from collections.abc import Mapping

_PARTS = """
    bewaking
    asiel grens migratie vreemdeling vluchteling verblijf terugkeer uitzetting opvang screening visum
    inreis toegang herkomst nationaliteit paspoort identiteit overdracht bewaring detentie vertrek
    immigratie emigratie inburgering integratie gezin hereniging bescherming hervestiging relocatie
    solidariteit mensenhandel staatloosheid biometrie signalering haven transit doorreis vervoer kustwacht
    marechaussee tolk referent arbeid kennismigrant buitengrens binnengrens crisis terugname aanmeld
    aanmelding asielzoeker unie derdeland land eurodac
    staat rijk gemeente provincie bestuur minister ministerie regering kabinet parlement kamer koning
    koninkrijk raad college burgemeester wethouder commissaris commissie ambtenaar ambt dienst inspectie
    toezicht agentschap autoriteit instantie instelling orgaan lichaam kiezer kieskring verkiezing stem
    kandidaat referendum burger bevolking volk publiek griffie griffier voorzitter secretaris delegatie
    mandaat bevoegdheid taak gezag attributie mensenrecht statuut staten bureau afdeling sectie stuurgroep
    fractie vertegenwoordiger partij ombudsman rekenkamer
    regeling regel verordening richtlijn besluit beschikking bepaling artikel paragraaf titel bijlage
    aanhef overweging toelichting memorie nota verslag advies amendement motie ontwerp wijziging
    inwerkingtreding invoering uitvoering aanpassing implementatie verdrag protocol akkoord pact beleid
    norm voorschrift voorwaarde beginsel definitie begrip publicatie bekendmaking traktatenblad
    citeertitel herziening evaluatie experiment horizonbepaling concept tekst versie brief lijst register
    formulier model code statuten reglement aanwijzing circulaire kader
    procedure proces recht gerecht rechter rechtsgang beroep bezwaar verzoek aanvraag aanvrager indiener
    klacht klaagschrift geschil zitting hoorzitting verhoor gehoor getuige deskundige bewijs termijn
    beslissing beslis uitspraak vonnis arrest schorsing voorziening cassatie incident geding gemachtigde
    advocaat advocatuur notaris notariaat deurwaarder raadsman toevoeging kosten vergoeding exploot
    executie tenuitvoerlegging vordering verweer zaak dossier stuk document akte oproep oproeping
    kennisgeving mededeling betekening ontvankelijkheid behandeling heropening prejudicieel mediation
    arbitrage toets toetsing controle naleving spoed haast versnelling verlenging opschorting
    ingebrekestelling afwijzing inwilliging intrekking verlening weigering ontheffing vrijstelling
    vergunning toestemming goedkeuring erkenning machtiging instemming verklaring ontneming oplegging
    opheffing beeindiging verwijdering kwijtschelding beperking beslag heling
    straf strafbaar misdrijf overtreding delict boete hechtenis politie justitie opsporing vervolging
    verdachte veroordeelde slachtoffer dader recidive reclassering geweld wapen munitie drug diefstal
    fraude terrorisme terrorist officier aangifte doorzoeking inbeslagneming aanhouding
    inverzekeringstelling arrestatie voorarrest jeugd jeugdige gedetineerde inrichting veiligheid
    inlichting orde uitlevering overlevering verjaring gratie misbruik dwang oorlog krijgsmacht defensie
    militair leger ramp brand nood crisisbeheersing sanctie
    persoon huwelijk echtgenoot echtscheiding partnerschap ouder kind voogd voogdij adoptie curatele
    bewind erfenis erfgenaam erfrecht testament nalatenschap eigenaar eigenaars bezit pand hypotheek huur
    huurder verhuur verhuurder pacht pachter koop koper verkoop verkoper levering contract verbintenis
    schuld schuldeiser schuldenaar krediet lening borg verzekering verzekeraar aansprakelijkheid schade
    faillissement faillissements curator surseance vennootschap vennoot aandeel vereniging cooperatie
    bedrijf handel handelaar consument mededinging merk octrooi auteur kwaliteit product producent
    fabrikant markt concurrentie aanbesteding opdracht opdrachtgever opdrachtnemer tussenpersoon
    zeggenschap boek winkel nijverheid
    belasting heffing accijns tarief premie subsidie uitkering toeslag loon vermogen winst omzet kapitaal
    fonds pensioen bijdrage begroting rekening financiering bank geld betaling betaal invordering aanslag
    inspecteur ontvanger douane invoer uitvoer inkoop rente waarde prijs bedrag budget tekort dividend
    obligatie effect belegging belegger accountant kost bekostiging tegemoetkoming teruggave
    terugvordering verrekening aftrek korting schatkist leges retributie schijf
    werk functie ontslag vakantie verlof ziekte ziek zorg gezondheid arts geneesmiddel apotheek apotheker
    patient donor orgaandonatie verpleging arbeidsongeschiktheid participatie hulp woning woon huisvesting
    huis gehandicapte weduwe wees nabestaande bijslag ouderschap zwangerschap geboorte overlijden leven
    voeding voedsel dier dieren vlees slacht visserij tuinbouw veehouderij veeteelt hygiene besmetting
    infectie epidemie quarantaine vaccinatie tandarts verloskundige
    school leerling student studie universiteit leraar leer examen diploma opleiding cursus vorming kennis
    wetenschap cultuur kunst museum erfgoed monument archief bibliotheek omroep media pers radio televisie
    film sport taal kerk levensbeschouwing basis
    milieu natuur bodem water grond lucht geluid geur stof afval energie elektriciteit warmte kern
    straling bouw gebouw sloop ruimte omgeving plan gebied zone perceel kadaster spoor motorrijtuig rijder
    schip scheepvaart schipper binnenvaart zeevaart vaart infrastructuur netwerk tunnel brug dijk rivier
    kust mijnbouw delfstof ontgronding jacht klimaat emissie uitstoot lozing verontreiniging hinder
    installatie apparaat stortplaats chemicalien mest gevaar risico explosie bestrijding middel zuivering
    riool drinkwater
    gegeven privacy informatie systeem databank computer telecommunicatie telefoon internet post postbus
    beveiliging toestel software techniek technologie verwerking verwerker uitwisseling verstrekking
    bewaar inzage correctie wissing nummer burgerservicenummer kenteken adres identificatie authenticatie
    registratie melding meld meting meet meter keuring certificaat certificering accreditatie label etiket
    aantal activiteit actie analyse begin belang beheer beheerder behoefte beleving beoordeling berekening
    besteding bevordering bezoek bijeenkomst blad boog bron coordinatie coordinator contact datum deel
    deelneming doel duur einde factor fase feest gebrek gebruik gebruiker geheim geheimhouding gelijkheid
    gevolg gezicht groep grootte handeling hoofd houder houdster inhoud initiatief inschrijving jaar
    kwartaal kring last leider leiding maand macht massa melder moment naam niveau ontwikkeling oordeel
    oplossing organisatie organisator overleg percentage periode personeel plaats plaatsing plicht positie
    praktijk programma project punt rapport rapportage reden reserve resultaat samenstelling schrift soort
    sector sleutel specificatie stand status stelsel strategie structuur team terrein tijd toename traject
    uitbreiding uitgave uitzondering vergadering verantwoordelijkheid verbod gebod verband verdeling
    vereiste verhouding verlies verplichting verschil vertegenwoordiging vestiging verzamel verzameling
    voorraad voorrang voorbereiding voortgang voorzorg vorm vraag vrijheid week wijze wens zekerheid zetel
    zorgvuldigheid rechtelijk plichtig gerechtigd gerechtigde plichtige hebbende verlener aanbieder
    centrum instituut academie laboratorium station terminal park fabriek zaal maatschappij economie
    vaststelling stelling opstelling invulling bedienaar vlag zegel munt penning goud zilver suiker zuivel
    melk graan aardappel groente fruit bloem plant planten gewas zaad zaai hout papier glas metaal staal
    olie benzine tabak alcohol drank wijn bier zout textiel leder kolen steenkolen turf
"""

_WHOLE = """
    weekdier middellands middellandse goudswaard waterland kostschool noordzee
    aandacht afstand ambtshalve bankroet basisschool bedrijvig belanghebbende belangrijk bestaan bestand
    bestanddeel bestelling bestemming bestuurder bewindvoerder bijstand boekhouding bosnie bouwstof
    brandweer buitengewoon buitenland dagelijks dagvaarding deelbaar deelname deelnemer deeltijd doeleinde
    doelmatig doelstelling dwangsom eigendom eigenschap eigenschappen eindtermijn eindtijd gangbaar
    gastouder gemeenschap gerechtshof gereedschap gevangenis godsdienst goedgelovig grondgebied grondslag
    grondstof grondwet grondwettig grootouder grootschalig grotendeels handboek handelsmerk handelwijze
    handgeld handhaving handicap handschrift handtekening handvat handvest hogeschool hoofdelijk
    hoofdletter hoofdstuk hoofdzaak hoofdzakelijk huisarts huishouden huishouding inkomen jaargang kantoor
    kenmerk kerkelijk kerkrade kernachtig kerncijfer koophandel koopman landbouw landelijk landgoed
    landmacht landschap leeftijd levenswijze lidstaat loonster loterij luchthaven luchtmacht luchtvaart
    maatregel materieel medewerker meesterschap meststof middellijk middelmatig naturalisatie noodzaak
    omstandigheid onderdaan onderdak onderdeel onderhoud onderling ondernemer onderneming onderscheid
    onderwerp onderwijs onderzoek onpartijdig onpartijdigheid oorzaak ouderdom overeenkomst overgang
    overheid overheidswege overmacht overname overzicht partijdig partijdigheid plaatselijk
    plaatsvervangend plaatsvervanger planeet postzegel raadpleging rechtbank rechterlijk rechthebbende
    rechtmatig rechtsgeldig rechtspleging rechtspraak rechtstreeks rechtswege regelgeving regelmatig
    rijbewijs rijkswege rijtuig samenleving samenwerking schoonmaak soortgelijk spoedig staatloos
    staatsblad staatscourant staatsraad staatssecretaris standpunt stelselmatig stemming stichting
    tenminste tijdelijk tijdsbestek tijdstip tijdvak toestand toeval vaartuig vakbond verkeer veroorzaak
    verstand verzoekschrift vingerafdruk vismarkt vliegtuig voertuig volgorde voltijd voorbeeld voordeel
    voordracht voorhanden voorkeur voorlichting voorschot voorstel waarneming waterpas waterschap
    waterstaat waterstand weekend werkgever werkloosheid werknemer werkwijze werkzaamheid wetboek
    wetgeving wetsvoorstel zeehaven zeemacht zeewaardig zelfstandig ziekenhuis zienswijze
"""
"""Words that would fall apart into something they do not mean, or that nobody seeks by their parts."""

WORDS: tuple[str, ...] = (*_PARTS.split(), *_WHOLE.split())
HEADS: tuple[str, ...] = (
    "bos",
    "dag",
    "eis",
    "gas",
    "hof",
    "lid",
    "rol",
    "som",
    "vak",
    "vis",
    "weg",
    "wet",
    "zee",
)
FORMS_IN_FRONT: Mapping[str, str] = {
    "kinder": "kind",
    "volkeren": "volk",
    "rechts": "recht",
    "staats": "staat",
    "rijks": "rijk",
}
