"""The words by which somebody is spoken to: verbs that take him as object, nouns that are sent to him."""

import re

# Verbs whose object is the one spoken to, and those that reach him with "to" or "with".
OBJECT = re.compile(
    r"\b(?:t(?:ell|old)\w*|urg\w+|call\w* (?:\w+ )?(?:on|upon|for)|appeal\w* to|thank\w*|congratulat\w+"
    r"|assur\w+|inform\w*|warn\w*|ask\w*|request\w*|invit\w+|encourag\w+|brief\w*|remind\w*|instruct\w*|order\w*"
    r"|commend\w*|wish\w*|promis\w+|notif\w+|advis\w+|direct\w*|press\w*|demand\w*|greet\w*|answer\w*"
    r"|acquaint\w*|persuad\w+|grateful to|gratitude to|thanks to|spoke with|invitation to|sent|send|implor\w+"
    r"|updat\w+|caution\w*|petition\w*|pledg\w+|question\w*|salut\w+|summon\w*|offer\w*|reassur\w+|beg(?:s|ged)?)\b",
    re.I,
)
DATIVE = re.compile(
    r"\b(?:express\w*|convey\w*|extend\w*|said|say\w*|spoke|speak\w*|propos\w+|offer\w*|deliver\w*|gave|giv\w+"
    r"|present\w*|confirm\w*|explain\w*|describ\w+|report\w*|reaffirm\w*|reiterat\w+|stress\w*|emphasi\w+"
    r"|suggest\w*|apologi\w+|complain\w*|discuss\w*|rais\w+|review\w*|exchang\w+|shar\w+|appeal\w*|voic\w+"
    r"|commit\w*|address\w*|posted|wrote|recall\w*|repl(?:y|ied|ies)|vow\w*|protest\w*|announc\w+|indicat\w+"
    r"|admit\w*|acknowledg\w+|not(?:ed|es|ing)|talk\w*|read|hint\w*|concede\w*|reveal\w*)\b",
    re.I,
)
# What is sent to somebody and is nothing without him: there whoever stands after "to" is one, named or not.
REACHING = re.compile(
    r"appeal|apologi|condolence|sympath|grateful|gratitude|congratulat|greetings|wishes|thanks", re.I
)
FEELINGS = re.compile(r"condolence|sympath|gratitude|congratulations|greetings|wishes", re.I)
# What is to be done by somebody: he is spoken to, though he stands in the content.
WANTED = re.compile(r"^(?:urg|demand|call\w* for|appeal\w* for|insist\w* that|propos|request|suggest)", re.I)
# What is demanded of somebody: an explanation from Russia.
DEMANDED = re.compile(r"^(?:demand|request|ask(?:ed|s|ing)? for|seek|sought)", re.I)
PASSIVE = re.compile(
    r"^(?:is|are|was|were|been|be|being|have|has|had)\b.*?"
    r"(?:urg|invit|ask|call|request|told|inform|brief|advis|thank|remind)",
    re.I,
)
# Talks that one side leads with the other: who stands behind "with" has not said it.
TALKED = re.compile(r"^(?:also )?(?:discuss|rais|shar|review|exchang|talk|took up|touch)\w*", re.I)
# Thanks and wishes whose content may be nothing but those they go to.
WHOLE = re.compile(
    r"thank|congratulat|grati|grateful|(?:appreciation|condolences|sympath\w+|greetings) to", re.I
)
# A verb with its object in the cue: gave the President of China an account of, briefed his counterpart on.
GIVEN = re.compile(
    r"^(?:also\s+)?(?:(?:gave|giv|offer|show|sent|send)\w*\s+(?P<to>(?-i:(?:the )?[A-Z]).{2,60}?)"
    r"|(?:told|tell|inform|assur|reassur|brief|thank|wish|remind|urg|congratulat|ask|invit|encourag|warn|instruct"
    r"|advis|notif|greet|persuad|updat)\w*\s+(?P<object>(?-i:the |his |her |its |their |[A-Z]).{2,60}?))"
    r"(?:\s+(?:an?|his|her|its|their|about|of|on|for|that|to)\b.*)?$",
    re.I,
)
# Verbs that bid somebody do something, where he may be taken for the beginning of what he is to do.
BIDDING = re.compile(
    r"\b(?:call\w* (?:up)?on|appeal\w* to|tell|told|ask|encourag|invit|instruct|order|advis|press|warn|remind"
    r"|direct|request|urg|persuad|implor|beg|caution)\w*$",
    re.I,
)
# A noun that is sent to somebody: the addressee stands behind it, in the content or after it.
SENT = re.compile(
    r"\b(?:greetings|condolences|congratulations|wishes|thanks|appreciation|gratitude|sympath\w+|regards|respects"
    r"|letter|message|invitation|apolog\w+|success)\b[^.;:,]{0,40}?\bto\s+"
    r"(?=(?-i:[A-Z“])|(?:the|his|her|its|their|all|both|those|famil\w+|relatives|friends|people|partners)\b)",
    re.I,
)
# The occasion on which it was said to one: in an interview with, in a letter to.
OCCASION = re.compile(
    r"\b(?:interview (?:with|to|for)|speaking (?:to|with)|statements? to|comments? to|remarks to|letter to"
    r"|note to|message to|writing to|wrote to|in a (?:call|meeting|conversation) with)\s+",
    re.I,
)
# How a paper or station comes to hear it.
MEDIUM = re.compile(
    r"\b(?:interview|comments?|remarks?|statements?|speaking|spoke|talk(?:ing|ed)?|told|response|reply|writing"
    r"|wrote|article|appear(?:ing|ance|ed)|promis\w+|said|question)\b"
    r"[^.;:“”\"]{0,30}?\b(?:with|to|on|for|in|from)\s+|\b[Aa]sked by\s+",
    re.I,
)
# What a speaker asks of somebody in words of his own, without a cue: We urge Israel to.
OWN_WORDS = re.compile(
    r"\b(?:[Ww]e|I) (?:\w+ )?(?:urge|call (?:up)?on|ask|appeal to|thank)\s+(?=(?:the )?[A-Z])"
)
# What he says that he does to somebody: it congratulated Chad.
PERFORMED = re.compile(
    r"(?:it|he|she|they) (?:also )?(?:congratulat\w+|thank\w+|urg\w+|call\w* (?:up)?on|appeal\w* to|ask\w*"
    r"|warn\w*|invit\w+)\s+(?=(?:the )?[A-Z])"
)
# Those who only hear it for others, and where they hear it.
NOBODY = re.compile(
    r"\b(?:reporters?|journalists?|press(?! (?:agency|association|trust|service))"
    r"|media(?! (?:network|group|outlet))|the public|crowd|audience|viewers|newsmen"
    r"|briefing|conference|gathering|forum|symposium|seminar|rally|ceremony)\b"
)
# What a paper or station is called by its last word, whatever place stands before it: the Cairo Times.
PAPER = re.compile(
    r"(?:The |the )?(?:[A-Z][\w&.'’-]*\s){1,4}(?:Times|Post|Press|Herald|News|Globe|Daily|Journal|Tribune"
    r"|Radio|TV|Television|Gazette|Guardian|Telegraph|Mail|Star|Standard|Observer|Today|Independent|Mirror|Online)"
)
THE_PAPER = re.compile(
    r"the (?:news ?)?(?:paper|agency|broadcaster|channel|station|magazine|outlet|network|daily|weekly)"
)
# What leaves a place, where no one there is asked for it: the withdrawal of troops from.
LEAVING = re.compile(r"withdraw|pull(?:ing)?[ -]?out|return|releas|remov|exit|depart|free|expel|expuls", re.I)
