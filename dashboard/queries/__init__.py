"""Questions that single pages ask of the snapshot, one noun each; all go through dashboard.query.Claims."""
