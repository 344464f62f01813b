"""Fuzzing of the readers: broken and hostile bytes, made from the fixtures by a seeded hand (`make fuzz`)."""
