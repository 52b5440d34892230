"""A server of the Model Context Protocol for tests: Python's standard library only.

    python3 mcp_server.py [options]              over standard input and output
    python3 mcp_server.py --http [options]       over HTTP on a free port, which it prints

Options: --protocol VERSION answers the hand-shake with it; --silent never answers; --die ends at once;
--json (HTTP) answers with JSON instead of events; --token TEXT (HTTP) wants it as a bearer token;
--log FILE writes one line for each thing that a test wants to know.
"""

import json
import os
import sys
import threading
import time
import uuid
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

OPTIONS = sys.argv[1:]


def option(name):
    return OPTIONS[OPTIONS.index(name) + 1] if name in OPTIONS else None


def log(line):
    if path := option("--log"):
        with open(path, "a", encoding="utf-8") as file:
            file.write(line + "\n")


def schema(required=(), **properties):
    return {"type": "object", "properties": properties, "required": list(required)}


HIT = schema(["file", "line"], file={"type": "string"}, line={"type": "integer"}, score={"type": ["number", "null"]})

TOOLS = [
    {
        "name": "add",
        "description": "Add two numbers.",
        "inputSchema": schema(["a"], a={"type": "integer", "description": "One."}, b={"type": "integer", "default": 1}),
        "outputSchema": schema(["sum"], sum={"type": "integer"}),
        "annotations": {"readOnlyHint": True},
    },
    {
        "name": "find-text",
        "description": "Find text in files.",
        "inputSchema": schema(
            ["query", "filter"],
            query={"type": "string"},
            filter=schema(["tags"], tags={"type": "array", "items": {"type": "string"}}, **{"max-hits": {"type": "integer"}}),
            kind={"enum": ["exact", "fuzzy"], "default": "exact"},
            extra={"description": "Anything."},
        ),
        "outputSchema": schema(["hits", "query"], hits={"type": "array", "items": {"$ref": "#/$defs/hit"}}, query={"type": "object"})
        | {"$defs": {"hit": HIT}},
        "annotations": {"readOnlyHint": True},
    },
    {"name": "note", "description": "Keep a note.", "inputSchema": schema(["text"], text={"type": "string"})},
    {"name": "fail", "description": "Fail.", "inputSchema": schema(), "annotations": {"readOnlyHint": True}},
    {"name": "parts", "description": "Many kinds of content.", "inputSchema": schema(), "annotations": {"readOnlyHint": True}},
    {"name": "slow", "description": "Wait until cancelled.", "inputSchema": schema(), "annotations": {"readOnlyHint": True}},
    {"name": "work", "description": "Report progress, then end.", "inputSchema": schema(), "annotations": {"readOnlyHint": True}},
    {"name": "variable", "description": "A variable.", "inputSchema": schema(["name"], name={"type": "string"}), "annotations": {"readOnlyHint": True}},
    {"name": "crash", "description": "End the server.", "inputSchema": schema(), "annotations": {"readOnlyHint": False}},
    {"name": "crash_once", "description": "End the first server.", "inputSchema": schema(), "annotations": {"readOnlyHint": True}},
    {"name": "ask", "description": "Ask the client.", "inputSchema": schema(["method"], method={"type": "string"}), "annotations": {"readOnlyHint": True}},
    {"name": "grow", "description": "Bring one more tool.", "inputSchema": schema(), "annotations": {"readOnlyHint": True}},
    {"name": "forget", "description": "End all HTTP sessions.", "inputSchema": schema(), "annotations": {"readOnlyHint": True}},
    {"name": "lie", "description": "Break its own schema.", "inputSchema": schema(), "outputSchema": schema(["n"], n={"type": "integer"}), "annotations": {"readOnlyHint": True}},
]

cancelled = {}
answers = {}
sessions = set()
listeners = []


def text(value):
    return {"content": [{"type": "text", "text": value}]}


def call(name, arguments, params, say, identity):
    """Runs a tool; say sends a message to the client."""
    if name == "add":
        total = {"sum": arguments["a"] + arguments.get("b", 1)}
        return text(json.dumps(total)) | {"structuredContent": total}
    if name == "find-text":
        hits = [{"file": "a.py", "line": 3.0}, {"file": "b.py", "line": 7, "score": 0.5}]
        return text("") | {"structuredContent": {"hits": hits, "query": arguments, "more": True}}
    if name == "note":
        log("note " + arguments["text"])
        return text("noted")
    if name == "fail":
        return text("nothing to do") | {"isError": True}
    if name == "parts":
        return {
            "content": [
                {"type": "text", "text": "one"},
                {"type": "image", "data": "QUJD", "mimeType": "image/png"},
                {"type": "resource_link", "name": "notes", "uri": "file:///notes.txt"},
                {"type": "resource", "resource": {"uri": "file:///a", "text": "two"}},
                {"type": "resource", "resource": {"uri": "file:///b", "blob": "QUI="}},
            ]
        }
    if name == "slow":
        cancelled[identity] = threading.Event()
        log("slow begins")
        cancelled[identity].wait(600)
        log("slow was cancelled")
        return text("cancelled")
    if name == "work":
        token = params["_meta"]["progressToken"]
        for step in (1, 2):
            say({"method": "notifications/progress", "params": {"progressToken": token, "progress": step, "total": 2, "message": "working"}})
        return text("worked")
    if name == "variable":
        if not arguments["name"]:
            raise ValueError("a variable has a name")
        return text(os.environ.get(arguments["name"], "not set"))
    if name == "crash" or (name == "crash_once" and not os.path.exists(option("--log") + ".crashed")):
        if name == "crash_once":
            open(option("--log") + ".crashed", "w").close()
        print("out of cheese", file=sys.stderr, flush=True)
        os._exit(3)
    if name == "crash_once":
        return text("alive")
    if name == "ask":
        question = "q-" + str(uuid.uuid4())
        answers[question] = [threading.Event(), None]
        say({"id": question, "method": arguments["method"]})
        answers[question][0].wait(600)
        return text(json.dumps(answers[question][1]))
    if name == "grow":
        TOOLS.append({"name": "grown", "description": "New.", "inputSchema": schema(), "annotations": {"readOnlyHint": True}})
        for listener in listeners or [say]:
            listener({"method": "notifications/tools/list_changed"})
        return text("grown")
    if name == "forget":
        sessions.clear()
        return text("forgotten")
    if name == "lie":
        return text("") | {"structuredContent": {"n": "three"}}
    if name == "grown":
        return text("here")
    raise ValueError(f"there is no tool {name}")


def page(params):
    start = int(params.get("cursor", 0))
    shown = TOOLS[start : start + 5]
    return {"tools": shown} | ({"nextCursor": str(start + 5)} if start + 5 < len(TOOLS) else {})


def answer(message, say):
    """The answer to a message; None for a notification or an answer."""
    method, params, identity = message.get("method"), message.get("params") or {}, message.get("id")
    if method is None:
        answers[identity][1] = message.get("result", message.get("error"))
        answers[identity][0].set()
        return None
    if method == "notifications/cancelled":
        log("cancel")
        if event := cancelled.get(params["requestId"]):
            event.set()
    if method == "notifications/initialized":
        log("initialized")
    if identity is None:
        return None
    try:
        if method == "initialize":
            log("client " + params["clientInfo"]["name"] + " " + params["protocolVersion"])
            version = option("--protocol") or params["protocolVersion"]
            result = {"protocolVersion": version, "capabilities": {"tools": {"listChanged": True}}, "serverInfo": {"name": "peer", "version": "1"}}
        elif method == "tools/list":
            result = page(params)
        elif method == "tools/call":
            result = call(params["name"], params.get("arguments", {}), params, say, identity)
        else:
            return {"jsonrpc": "2.0", "id": identity, "error": {"code": -32601, "message": f"no method {method}"}}
        return {"jsonrpc": "2.0", "id": identity, "result": result}
    except Exception as error:
        return {"jsonrpc": "2.0", "id": identity, "error": {"code": -32602, "message": str(error)}}


def over_streams():
    lock = threading.Lock()

    def say(message):
        with lock:
            sys.stdout.write(json.dumps({"jsonrpc": "2.0"} | message) + "\n")
            sys.stdout.flush()

    def run(message):
        if (reply := answer(message, say)) is not None:
            say(reply)

    print("the server is starting")
    for line in sys.stdin:
        if "--silent" in OPTIONS:
            continue
        # Notices and answers are taken in their order; a request may wait for one of them.
        message = json.loads(line)
        if "id" in message and "method" in message:
            threading.Thread(target=run, args=[message], daemon=True).start()
        else:
            run(message)
    log("input ended")


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        message = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if (token := option("--token")) and self.headers["Authorization"] != f"Bearer {token}":
            return self.end(401, b"")
        session = self.headers["Mcp-Session-Id"]
        if message.get("method") == "initialize":
            session = str(uuid.uuid4())
            sessions.add(session)
        elif session not in sessions:
            return self.end(404, b"")
        elif self.headers["MCP-Protocol-Version"] is None:
            return self.end(400, b"no MCP-Protocol-Version")
        if "id" not in message or "method" not in message:
            answer(message, None)
            return self.end(202, b"")
        if "--json" in OPTIONS:
            return self.end(200, json.dumps(answer(message, lambda _: None)).encode(), "application/json", session)
        self.events(session)
        self.say(answer(message, self.say))
        self.wfile.write(b"0\r\n\r\n")

    def do_GET(self):
        if "--json" in OPTIONS:
            return self.end(405, b"")
        self.events(self.headers["Mcp-Session-Id"])
        listeners.append(self.say)
        log("listening")
        while self.headers["Mcp-Session-Id"] in sessions:
            time.sleep(0.05)
        self.wfile.write(b"0\r\n\r\n")

    def do_DELETE(self):
        sessions.discard(self.headers["Mcp-Session-Id"])
        log("deleted")
        self.end(200, b"")

    def events(self, session):
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Transfer-Encoding", "chunked")
        self.send_header("Mcp-Session-Id", session)
        self.end_headers()

    def say(self, message):
        data = f"event: message\ndata: {json.dumps({'jsonrpc': '2.0'} | message)}\n\n".encode()
        self.wfile.write(f"{len(data):x}\r\n".encode() + data + b"\r\n")
        self.wfile.flush()

    def end(self, status, body, kind="text/plain", session=None):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        if session:
            self.send_header("Mcp-Session-Id", session)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


def over_http():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    print(server.server_address[1], flush=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    # The test closes the input when it is done.
    sys.stdin.read()


if "--die" in OPTIONS:
    print("no such module: cheese", file=sys.stderr)
    sys.exit(7)
over_http() if "--http" in OPTIONS else over_streams()
