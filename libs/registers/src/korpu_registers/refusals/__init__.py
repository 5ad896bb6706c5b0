"""Why not: one class for each rule."""
