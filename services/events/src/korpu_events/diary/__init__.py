"""One diary of the office: who and what is taken when, by visits, events and trips."""
