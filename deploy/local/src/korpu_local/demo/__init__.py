"""The demonstration year: what an office like this one lives through, told to the running system."""
