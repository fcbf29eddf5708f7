"""Who is meant: from the words of an article to actors.

lexicon       words of the language: titles, honorifics, portfolios, bodies, groups
units         a text as a string of word classes, one letter a unit
phrases       noun phrases that name or describe an actor, by a grammar over those letters
titles        what a title says: its head, rank and portfolio; whether it may be another's shorter form
figures       the cast of an article: actors, sightings, encounters
register      where figures are entered, each once, and found again
people, bodies        whom a phrase names
offices       a post and its holder on a day
publishing    who publishes, in whose name, and where the article plays
encounters    who met or called whom
casting       all of these in one pass: the cast of a reading

discourse     who has spoken so far, who sits at the table
descriptions, groups, pronouns, recall    whom words mean that name nobody
references    whom any source means
listed        sources that are the last of a list, or quote somebody
addressing    whom the object of a verb of saying means
"""
