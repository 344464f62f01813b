"""What became of an opinion: its points beside the changes of bill and memorandum. Pure; knows no store.

`targets` finds the provisions that words name, `tracking` links points to changes, `proposing` proposes the
opvolging, `claims` finds what was promised and not done. Accuracy is measured on written examples.
"""
