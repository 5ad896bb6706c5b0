"""How tables are read: workbooks, plain texts, cells."""
