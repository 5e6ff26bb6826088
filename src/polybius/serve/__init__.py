"""The web explorer: pages and a JSON API over one store, read-only, from this machine alone unless asked otherwise."""
