"""A refresh: what is new, changed or gone in the sources becomes snapshots of the store."""

from etl.refresh.outcome import Outcome, RefreshError
from etl.refresh.run import Options, refresh, refresh_sources

__all__ = ["Options", "Outcome", "RefreshError", "refresh", "refresh_sources"]
