"""Posts an alert into a room: WEBHOOK_URL is the webhook's, the text is the argument or comes by a pipe.

    df -h / | WEBHOOK_URL=... python3 alert.py
"""
import json
import os
import sys
import time
import urllib.error
import urllib.request

BYTES_MAX = 4_096
TRIES = 5
WAIT_SECONDS_MAX = 60


def cut(words: str) -> str:
    """As many whole characters as fit."""
    return words.encode()[:BYTES_MAX].decode(errors="ignore")


def post(url: str, content: str) -> None:
    body = json.dumps({"Content": content}).encode()
    for tries in range(1, TRIES + 1):
        try:
            urllib.request.urlopen(urllib.request.Request(url, body, {"Content-Type": "application/json"}), timeout=30).close()
            return
        except urllib.error.HTTPError as error:
            # Too fast, or the server is not there now: it says when to come again. Everything else stays wrong however often it is sent.
            if error.code not in (429, 503) or tries == TRIES:
                sys.exit(f"{error.code} {error.read().decode()}")
            time.sleep(min(WAIT_SECONDS_MAX, int(error.headers.get("Retry-After", "1"))))


post(os.environ["WEBHOOK_URL"], cut(" ".join(sys.argv[1:]) or sys.stdin.read()))
