"""A bot that answers `help`: https on PORT, with the certificate in CERT_FILE and KEY_FILE. SECURITY_TOKEN is the bot's.

Nothing to install: python3 help_bot.py
"""
import base64
import hashlib
import hmac
import json
import os
import ssl
import sys
import threading
import urllib.request
from datetime import datetime, timezone
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

HELP = "**help** shows this. **time** tells the time."
BODY_BYTES_MAX = 100_000
AGE_SECONDS_MAX = 5 * 60  # older requests are somebody's copy


def is_genuine(timestamp: str, signature: str, body: bytes) -> bool:
    """Base64 of the HMAC-SHA256 of time, bar and body, compared in constant time."""
    mac = hmac.new(os.environ["SECURITY_TOKEN"].encode(), timestamp.encode() + b"|" + body, hashlib.sha256)
    if not hmac.compare_digest(base64.b64encode(mac.digest()), signature.encode()):
        return False
    sent = datetime.fromisoformat(timestamp.replace("Z", "+00:00"))
    return abs((datetime.now(timezone.utc) - sent).total_seconds()) < AGE_SECONDS_MAX


def answer_to(event: dict) -> "str | None":
    if event["EventType"] == "Invite":
        return "Hello. " + HELP
    if event["EventType"] != "Mention":
        return None
    if "time" in event.get("Message", "").lower():
        return "It is " + datetime.now(timezone.utc).isoformat() + "."
    return HELP


def post(url: str, content: str) -> None:
    request = urllib.request.Request(url, json.dumps({"Content": content}).encode(), {"Content-Type": "application/json"})
    urllib.request.urlopen(request, timeout=10).close()


class Bot(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        body = self.rfile.read(min(int(self.headers.get("Content-Length", 0)), BODY_BYTES_MAX))
        if not is_genuine(self.headers.get("Chime-Request-Timestamp", ""), self.headers.get("Chime-Signature", ""), body):
            return self.answer(401)
        event = json.loads(body)
        if event["EventType"] == "HTTPSEndpointVerification":
            return self.answer(200, json.dumps({"Challenge": event["Challenge"]}).encode())
        # Within two seconds: first the answer to the server, then the one to the room.
        self.answer(200)
        content = answer_to(event)
        if content is not None:
            threading.Thread(target=post, args=(event["InboundHttpsEndpoint"]["Url"], content)).start()

    def answer(self, status: int, body: bytes = b"") -> None:
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


server = ThreadingHTTPServer(("", int(os.environ.get("PORT", "8443"))), Bot)
context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(os.environ.get("CERT_FILE", "cert.pem"), os.environ.get("KEY_FILE", "key.pem"))
server.socket = context.wrap_socket(server.socket, server_side=True)
print("listening", flush=True)
sys.exit(server.serve_forever())
