"""What officials let pass, and what rules in the shadow noticed: counts only."""

import sqlalchemy as sa
from alembic import op

revision = "a002"
down_revision = "a001"


def upgrade() -> None:
    """Add the two columns; earlier lines have none of either."""
    for name in ("released", "noticed"):
        op.add_column("ledger", sa.Column(name, sa.JSON, nullable=False, server_default="{}"))


def downgrade() -> None:
    """Remove them."""
    for name in ("released", "noticed"):
        op.drop_column("ledger", name)
