"""What operators see: log lines, metrics, traces, health, and statements that take long."""

SURFACE = (
    "engine_statements",
    "health",
    "repeated_lines",
    "request_context",
    "slow_statements",
    "telemetry",
    "tracing",
)
