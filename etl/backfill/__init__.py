"""A backfill: a whole archive of documents, extracted by the workers of a cluster, becomes one commit.

``batch`` does the work and knows no engine, ``engine`` is the only module that knows Dask. ``place`` is where files
lie, on a disk or in an object store; ``delta`` keeps the table in one. What is new, changed, gone or set aside is
decided by the refresh (`etl.refresh.run`), with ``pool`` instead of its own processes. Needs the extra ``dist``; a
table in an object store needs ``delta`` too.
"""
