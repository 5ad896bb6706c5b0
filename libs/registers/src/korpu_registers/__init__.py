"""Old registers of the office on their way in: read, mapped, looked at, entered, mended, taken back, forgotten."""
