"""What the environment tells a process, also by files."""

SURFACE = (
    "kafka_login",
    "setting_files",
    "settings",
)
