"""What analysts find of claims: right, wrong, or corrected field by field; kept apart from what was extracted.

``judgement`` says what may be said of a claim, ``log`` keeps every judgement and every undoing for good, ``anchor``
finds the judged places again after a new extraction, ``gold`` writes them as annotations for a scorer.
"""
