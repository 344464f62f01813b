"""Which national provision answers which provision of a Union act, who says so, and what is still open."""
