"""Who is meant: from the words of an article to actors.

lexicon      words of the language: titles, honorifics, portfolios, groups, pronouns
units        a text as a string of word classes, one letter each
phrases      noun phrases that name or describe an actor, found by a grammar over those letters
titles       what a title says: its head, its rank, its portfolio; whether two titles fit
figures      the cast of an article: who it names, with all it says of each
offices      a post and its holder on a day, from the gazetteer
"""
