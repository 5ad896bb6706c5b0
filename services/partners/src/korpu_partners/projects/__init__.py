"""Joint projects: research and teaching with partners, from the idea to the accepted report."""
