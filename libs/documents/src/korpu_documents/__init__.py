"""Files that things of a service hang on: kept by their content, typeset from templates, fetched by short links."""
