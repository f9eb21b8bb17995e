"""Reviewed vocabularies: indicators, sectors, enterprise classes, regions, products and units."""
