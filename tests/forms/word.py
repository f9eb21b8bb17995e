"""The typist: a sheet as a Word document."""

from __future__ import annotations

import io

import docx

from tests.forms.sheet import Sheet


def docx_of(sheet: Sheet) -> bytes:
    """The issue with its headlines as headings."""
    document = docx.Document()
    for line in sheet.masthead:
        document.add_paragraph(line)
    for article in sheet.articles:
        for number, line in enumerate(article.headlines):
            document.add_paragraph(line, style="Heading 1" if number == 0 else "Subtitle")
        if article.byline:
            document.add_paragraph(article.byline)
        for piece in article.broken:
            document.add_paragraph(f"　　{piece}")
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()
