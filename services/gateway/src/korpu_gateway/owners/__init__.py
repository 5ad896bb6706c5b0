"""The owners of the data: their commands, and what only they may tell about persons."""
