"""Live changes: what is asked once is answered again at each change, over WebSocket and server-sent events."""
