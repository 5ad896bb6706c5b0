"""How reads are answered: declared once per field, executed in order or compiled into one statement."""
