"""Reports of the office on a period: requested from units, consolidated, frozen, published, and restated."""
