"""Words of the English of diplomacy: titles, honorifics, portfolios, bodies, groups. All in lower case."""


def word_set(words: str) -> frozenset[str]:
    """Return the words of a text as a set."""
    return frozenset(words.split())


# The noun that makes a phrase a person's title; each is a word of its own in the text.
TITLES = word_set(
    """
    vice-minister vice-chairman president vice-president premier chancellor minister secretary
    secretary-general undersecretary under-
    secretary under-secretary-general director-general adviser advisor envoy representative ambassador high-
    commissioner ambassador-designate consul spokesperson spokesman spokeswoman king queen prince princess
    emir amir sultan pope patriarch archbishop cardinal director head chief chairman chairwoman chairperson
    chair co-chair speaker governor mayor senator congressman congresswoman general commander admiral
    colonel lieutenant brigadier major marshal leader ruler commissioner coordinator professor analyst
    economist expert researcher lawmaker legislator judge justice magistrate diplomat negotiator
    mla pdnsa dg assemblyman assemblywoman parliamentarian correspondent editor journalist author writer
    activist lawyer attorney solicitor doctor counselor
    councilor councillor counsellor rapporteur administrator manager ceo founder member deputy mp constable
    officer inspector official apnsa nsa moderator convenor convener coach player actress actor singer
    filmmaker historian scientist scholar fellow lecturer partner owner chargé delegate plenipotentiary
    regent viceroy whip trustee treasurer ombudsman prosecutor superintendent commandant commodore source
    monarch pm fm dictator strongman warlord brother sister wife husband mother father son daughter widow
    uncle aunt cousin interlocutor counterpart colleague host guest assistant taoiseach tánaiste
    """
)

PLURAL_TITLES = word_set(
    """
    presidents premiers chancellors ministers secretaries advisers advisors envoys representatives
    ambassadors spokespersons kings princes directors heads chiefs chairs speakers governors mayors senators
    generals commanders leaders commissioners analysts economists experts researchers lawmakers legislators
    mps mlas parliamentarians judges diplomats negotiators journalists activists lawyers officials members
    nsas delegates counterparts
    officers prosecutors investigators sources authorities troops soldiers eyewitnesses witnesses survivors
    residents protesters critics observers scholars scientists interlocutors colleagues
    """
)

# They stand before a title's noun and change who is meant: a deputy minister is not the minister.
RANKS = word_set(
    """
    deputy vice first second third under prime former ex-president acting interim caretaker associate junior
    shadow honorary crown ex outgoing incoming elect
    """
)

# Words that stand in titles and names of offices and never in a person's name.
OFFICE_WORDS = word_set(
    """
    foreign external internal home domestic national international global regional federal state central
    supreme general special permanent chief high senior principal executive joint presidential parliamentary
    constitutional coordinating resident top leading ruling political strategic economic social public civil
    maritime naval military armed royal affairs trade investment industry industries economy finance
    finances treasury defense defence energy infrastructure health medical diplomatic culture tourism
    cooperation constitution african arab asian security interior justice education environment
    environmental science technology agriculture
    transport transportation commerce labour labor development planning communications communication
    information digital migration integration resources petroleum mining housing urban construction youth
    sports sport women religious policy relations policies services service tax revenue budget works water
    fisheries forestry climate disaster prevention mitigation management enforcement intelligence
    counterterrorism press media cyber space nuclear arms control nonproliferation disarmament humanitarian
    extraordinary provincial municipal
    relief refugees peace reconciliation reconstruction communities territories reintegration veterans
    innovation law legal expatriates emigrants worship cabinet plenary standing sub chamber upper lower
    house staff lead fire police press main opposition republican democratic people's managing emeritus
    operations news protocol consular atlantic european euro-atlantic hemispheric oceans scientific bureau
    central prosecution prosecutions transformation democracy human rights girls verification integrity
    """
)

# The noun that makes a phrase a body.
BODIES = word_set(
    """
    ministry ministries council committee party army police government office embassy parliament court
    agency university bank group association union commission senate congress department administration
    cabinet secretariat organization organisation institute institution foundation society company
    corporation firm federation league movement assembly authority board fund forum mission missions consulate
    chancellery front force forces navy guard cross crescent media newspaper daily magazine television radio
    broadcaster hospital church club centre center network junta regime delegation side team bloc alliance
    coalition task chamber house academy ngo watchdog militia group bureau directorate palace presidency
    judiciary military kremlin pentagon opposition airline operator exchange tribunal taskforce service
    front commonwealth collective confederation consortium initiative programme program observatory
    governments parties armies companies groups firms associations organizations organisations delegations
    sides teams publication outlet outlets paper agencies congregation family
    """
)

# Capitalised in titles of things, and in no person's name.
THINGS = word_set(
    """
    summit conference initiative framework strategy agreement accord accords declaration communique charter
    treaty protocol convention resolution roadmap partnership partners participants nations peoples
    """
)

HONORIFICS = word_set(
    """
    mr mrs ms miss dr sir dame lord lady prof hon h.e he hh hrh excellency highness majesty holiness samdech
    sheikh sheikha sayyid seyyed haji hajj tun datuk dato sri pak bu his her their the-honourable maj brig
    adm amb honourable honorable right mister madam comrade capt sgt lt col gen rev fr imam ayatollah mullah
    shaykh
    """
)

MASCULINE = word_set("mr sir lord king prince sheikh emir amir sultan pope chairman spokesman his")
FEMININE = word_set(
    """
    mrs ms miss dame lady queen princess sheikha chairwoman spokeswoman her actress
    """
)

PARTICLES = word_set(
    """
    bin ibn al el de da do dos das del dela della di van von der den la le bint ben abu ter y e i ul ud du
    af zu
    """
)

CALENDAR = word_set(
    """
    january february march april may june july august september october november december monday tuesday
    wednesday thursday friday saturday sunday jan feb mar apr jun jul aug sep sept oct nov dec today
    yesterday tomorrow
    """
)

# Capitalised at a sentence's or headline's beginning without being part of a name.
OPENERS = word_set(
    """
    meanwhile earlier later according during speaking turning addressing asked referring following also
    however moreover furthermore additionally separately finally lastly then there here this that these
    those in on at by for from with without while when where what who why how if as after before since until
    and but or nor so yet both each all some many most several other another one two three four five six
    seven eight ten first second last next it he she they we i you his her its their our your my the a an no
    not such only even still just now again once to of about against among between beyond readout call
    meeting telephone conversation phone talks joint statement remarks visit interview message greetings
    congratulations speech opening regular press conference trilateral bilateral quadrilateral briefing note
    summary virtual secure video regarding concerning despite amid although though because thanks let please
    yes well citing quoting noting saying adding recalling welcoming stressing updated particular special
    considerable great serious hope support attention gratitude doubt concern note
    """
)

# A part of the world that is no state: a Gulf diplomat speaks for none that the reader is told.
REGIONS = word_set(
    """
    european asian african arab western eastern northern southern central southeast north south east west gulf
    pacific caribbean nordic baltic balkan scandinavian regional latin
    """
)

# The E3, and the states whose ministers are called European beside those of others.
THREE = ("GB", "FR", "DE")
EUROPE = word_set(
    """
    GB FR DE AT BE BG HR CY CZ DK EE FI GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE NO CH IS UA MD AL RS
    ME MK
    """
)

THIRD_MALE = word_set("he him his himself")
THIRD_FEMALE = word_set("she her hers herself")
THIRD_THING = word_set("it its itself")
THIRD_PLURAL = word_set("they them their themselves")
FIRST_PERSON = word_set("i we us me our my")

# A source made of these alone (after "the", "both", "all", a number) is everybody at the table.
GROUPS = word_set(
    """
    sides parties leaders presidents ministers countries interlocutors heads counterparts delegations
    participants two three four five six both all each nsas advisors advisers nations teams figures men
    officials states governments diplomats envoys pair colleagues attendees principals signatories group
    everyone meeting conversation discussion talks call dialogue discussions negotiations consultations
    exchange
    """
)

NUMBERS = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "pair": 2}
