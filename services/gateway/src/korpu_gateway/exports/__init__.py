"""Lists as files: the rows and cells that a query would show, as XLSX or CSV."""
