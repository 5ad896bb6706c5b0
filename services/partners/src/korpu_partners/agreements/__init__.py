"""Agreements: from the first draft to the signature, the seats they open, and their end.

Nouns hold rules (`routes`, `renewal`, `amendments`), verbs what the office does (`reviewing`, `renewing`, `amending`).
"""
