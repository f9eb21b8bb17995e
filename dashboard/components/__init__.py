"""The parts of the page, each a function of a language and of what it shows; no callback lives here."""
