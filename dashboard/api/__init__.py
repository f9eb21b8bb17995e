"""The table over HTTP, beside the pages: rows, counts, search and reviews under the query string of a page.

``description`` lists every address and parameter for OpenAPI; docs/api.md tells how to use them.
"""

from dashboard.api.routes import register

__all__ = ["register"]
