"""What a reader keeps to compare itself with owners: pages of inventories that wait, what differs, and since when."""

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY

from korpu_chassis.database.metadata import metadata

inventory_page = sa.Table(
    "inventory_page",
    metadata,
    sa.Column("topic", sa.Text, primary_key=True),
    sa.Column("run", sa.Uuid, primary_key=True),
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("ends", ARRAY(sa.BigInteger), nullable=False),
    sa.Column("body", sa.LargeBinary, nullable=False),
    sa.Column("at", sa.DateTime(timezone=True), nullable=False, server_default=sa.func.now()),
)

reconciliation_difference = sa.Table(
    "reconciliation_difference",
    metadata,
    sa.Column("topic", sa.Text, primary_key=True),
    sa.Column("key", sa.Text(collation="C"), primary_key=True),
    sa.Column("what", sa.Text, nullable=False),
    sa.Column("owner_epoch", sa.Integer),
    sa.Column("owner_version", sa.Integer),
    sa.Column("own_epoch", sa.BigInteger),
    sa.Column("own_version", sa.BigInteger),
    sa.Column("found_at", sa.DateTime(timezone=True), nullable=False, server_default=sa.func.now()),
)

reconciliation = sa.Table(
    "reconciliation",
    metadata,
    sa.Column("topic", sa.Text, primary_key=True),
    sa.Column("run", sa.Uuid),
    sa.Column("pages_done", sa.Integer, nullable=False, server_default="0"),
    sa.Column("things", sa.Integer, nullable=False, server_default="0"),
    sa.Column("undecided", sa.Integer, nullable=False, server_default="0"),
    sa.Column("reconciled_at", sa.DateTime(timezone=True), nullable=False, server_default=sa.func.now()),
)
