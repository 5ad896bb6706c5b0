"""The tables that every service has, as SQLAlchemy knows them."""

import sqlalchemy as sa

metadata = sa.MetaData()
