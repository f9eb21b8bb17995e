"""The filtered claims as files: CSV, workbook, Parquet, and a package of data, readme, citations and query.

Each form is written piece by piece, so that memory does not grow with the number of rows; a workbook and a Parquet
file are only closed when they are whole. ``etl.store.export`` says what keeps a CSV inert in a spreadsheet.
"""
