"""Papers: what an owner makes as PDF from its templates, and how anybody can check it.

An owner of papers has an aggregate of them with a topic of its own, in a folder `generated_documents/`:

1. `tables.py`: `class TripPaper(PaperRecord, Table, table=True)` and the ids of what its papers are of;
   `state.py`: the same below `PaperStated`; `facts.py`: its `…Made(Made)` and `…Revoked(Revoked)`.
2. `templates/<template>/<version>/`: `paper.typ`, which imports `/house/<version>/house.typ`, and `words.toml`:
   title, clauses and words in all five languages, and `house`, the version of what all papers share (1 unless it is
   said). Its hashes stand in `templates/released.toml`: a released version never changes.
3. `policies/`: one function a paper, `(command, uow) -> Manuscript`: what it says, of what, and how that is held.
4. `aggregate.py`: the definition and `PaperService(definition, files, templates, made=…)`;
   `commands/`: `service.makes(MakeTripOrder, trip_order, "Make the order of a trip.", who=…, refuses=[…])` and
   `service.revokes(RevokeTripPaper, …)`.
5. `api.py`: `router = service.previews(Template, who=…)`, which the service takes with its other routers.

At the gateway its type stands beside the others (`types/paper.py`), with the column `code_digest`; the page and the
query that check a code look through every kind that has one.
"""
