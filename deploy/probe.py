"""Asks the process in this container whether it is ready for work."""

import http.client
import sys

connection = http.client.HTTPConnection("127.0.0.1", 8000, timeout=5)
connection.request("GET", "/ready")
sys.exit(0 if connection.getresponse().status == http.HTTPStatus.OK else 1)
