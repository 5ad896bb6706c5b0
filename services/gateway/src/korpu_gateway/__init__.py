"""The gateway: what the office's services own, as one language for the portal."""
