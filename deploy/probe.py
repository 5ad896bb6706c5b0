"""Asks the process in this container whether it is ready for work."""

import http.client
import os
import sys

connection = http.client.HTTPConnection("127.0.0.1", int(os.environ["KORPU_METRICS_PORT"]), timeout=5)
connection.request("GET", "/ready")
sys.exit(0 if connection.getresponse().status == http.HTTPStatus.OK else 1)
