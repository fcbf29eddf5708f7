"""The words that made articles are told in: each fact in two styles that share little but names."""

FIRST = ["Ana", "Bo", "Cai", "Dora", "Emil", "Farah", "Goran", "Hilde", "Imran", "Jana", "Kofi", "Lena"]
LAST = ["Ruiz", "Holm", "Wen", "Kovac", "Osei", "Marlow", "Tanaka", "Brandt", "Okoye", "Sandoval", "Petrak"]
COUNTRIES = [
    ("Norway", "Norwegian"), ("Kenya", "Kenyan"), ("Chile", "Chilean"), ("Vietnam", "Vietnamese"),
    ("Portugal", "Portuguese"), ("Jordan", "Jordanian"), ("Canada", "Canadian"), ("Ghana", "Ghanaian"),
    ("Mongolia", "Mongolian"), ("Hungary", "Hungarian"), ("Peru", "Peruvian"), ("Finland", "Finnish"),
]  # fmt: skip
ROLES = ["foreign minister", "defence minister", "prime minister", "trade minister", "special envoy"]
PLACES = ["Geneva", "Nairobi", "Doha", "Vienna", "Lima", "Hanoi", "Oslo", "Astana", "Amman", "Tunis"]
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"]
MONTHS = ["January", "March", "May", "June", "October", "November", "December"]
THINGS = [
    "the ceasefire", "grain shipments", "visa rules", "fishing rights", "the pipeline", "debt relief",
    "the release of prisoners", "air links", "the border crossing", "climate finance", "arms deliveries",
    "the customs union", "student exchanges", "the peace plan", "flood relief", "the election observers",
    "rare earths", "the railway", "vaccine supplies", "the maritime boundary", "steel tariffs",
]  # fmt: skip
PAPERS = [f"The {place} {name}" for place in ("Harbour", "Valley", "Capital") for name in ("Post", "Echo")]
OWN = [
    "Readers of this paper have followed the matter since spring.",
    "Our correspondents contributed to this report from two capitals.",
    "The embassy did not answer our call before we went to print.",
]

Told = tuple[str, ...]

FACTS: dict[str, tuple[Told, Told]] = {
    "support": (
        (
            "{adjective} {role} {name} said on {day} that {country} supports {thing} and expects {second} to "
            "be settled by {month}.",
            "{country} supports {thing}, {adjective} {role} {name} told reporters in {place} on {day}.",
        ),
        (
            "Backing for {thing} came from {place}, where {name} announced that the government of {country} "
            "would like to see an end to the dispute over {second} before {month}.",
        ),
    ),
    "reject": (
        (
            "{name} rejected on {day} the charge that {country} had held up {thing} for {n} days.",
            "The {adjective} {role}, {name}, denied that {country} stood in the way of {thing}.",
        ),
        (
            "Nobody in the {adjective} delegation delayed {thing} by as much as {n} hours, "
            "{surname} insisted "
            "when the accusation was put to the visitors.",
        ),
    ),
    "urge": (
        (
            "{surname} urged {other} to come back to the talks on {thing} within {n} days.",
            "{country} called on {other} on {day} to resume the negotiations on {thing} in {elsewhere}.",
        ),
        (
            "It is high time, argued {name}, for {other} to take its seat again when {thing} is next on the "
            "table, at the latest {n} weeks from now.",
        ),
    ),
    "quote": (  # what was said is the same in both
        (
            '"We have waited for {thing} for {n} months, and we will not wait for {second} as '
            'well," {name} said.',
        ),
        (
            'One sentence of the {adjective} {role} went round the halls of {place}: "We have '
            "waited for {thing} "
            'for {n} months, and we will not wait for {second} as well."',
        ),
    ),
    "agree": (
        (
            "Both sides agreed that {thing} should be taken up again in {elsewhere} in {month}.",
            "{country} and {other} agreed on {day} to send {n} experts on {thing} to {elsewhere}.",
        ),
        (
            "When they meet next, in {elsewhere}, probably in {month}, {surname} and the hosts want to bring "
            "{thing} back onto their agenda.",
        ),
    ),
    "warn": (
        (
            "{name} warned on {day} that {country} would leave the talks unless {thing} was settled "
            "by {month}.",
            "Without progress on {thing}, {surname} warned, {n} agreements with {other} would lapse "
            "in {month}.",
        ),
        (
            "Patience in {country} has its limits: should {month} pass with {thing} still open, its {role} "
            "hinted, the chairs in {place} may stay empty.",
        ),
    ),
    "thanks": (
        (
            "{surname} thanked {other} for its help with {thing} during the {n} days of talks in {place}.",
            "{country} is grateful to {other} for hosting the round on {thing}, {name} added.",
        ),
        (
            "Warm words went to the hosts, whose patience over {thing}, so {surname}, had made {n} long days "
            "in {place} worth the journey.",
        ),
    ),
    "background": (
        (
            "The talks in {place} had been put off {n} times since {month}.",
            "It was the {n}th round on {thing} since delegations first met in {elsewhere} in {month}.",
        ),
        (
            "Diplomats count {n} attempts at {thing} over the years; most of them ended in "
            "{elsewhere} without "
            "a communique.",
        ),
    ),
    "figures": (
        (
            "Trade between {country} and {other} rose by {n} percent last year, the {adjective} "
            "{role} noted, "
            "and {thing} accounts for much of it.",
        ),
        (
            "According to {name}, much of the growth in what {country} sells to {other}, up {n} percent, is "
            "owed to {thing}.",
        ),
    ),
}
