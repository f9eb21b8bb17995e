"""Baoshu's dashboard: filters, charts, a table, and behind every mark the printed sentence.

The way of a request is the layout of this package::

    view          address bar -> View (a Filter and what the charts show), every value checked
    query         View -> claims, read from the published snapshot with DuckDB; the only reader
    observation   claims -> observations: one figure with all the statements that print it
    figures       observations -> plotly figures as plain dicts; never imports dash
    components    the parts of the page; callbacks join them; app and server hold it all

It knows only the schema, the store and the lexicon's trees of the ETL, nothing of how claims are made.
"""
