"""Joint projects: research and teaching with partners, from the idea to the accepted report."""

from korpu_partners.projects import deadlines, funding, granted, outputs, planning, reporting, returning, team
from korpu_partners.projects.room import projects

__all__ = ["deadlines", "funding", "granted", "outputs", "planning", "projects", "reporting", "returning", "team"]
