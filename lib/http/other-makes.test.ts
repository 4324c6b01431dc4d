import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { answered, post, testClient } from "./testing.ts";

/** Receivers of other makes; each test is skipped where the machine has no such program. */
function has(program: string): boolean {
  try {
    execFileSync(program, [program === "nginx" ? "-v" : "--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("There is no port.");
  return address.port;
}

/** Starts a program in a folder of its own, and gives its URL once it answers. */
async function start(command: (port: number, dir: string) => [string, string[]]): Promise<string> {
  const dir = mkdtempSync(join(tmpdir(), "patchbay-make-"));
  const port = await freePort();
  const [program, args] = command(port, dir);
  const child: ChildProcess = spawn(program, args, { cwd: dir, stdio: "ignore" });
  onTestFinished(() => {
    child.kill("SIGKILL");
    rmSync(dir, { recursive: true, force: true });
  });
  const url = `http://127.0.0.1:${port}/`;
  for (;;) {
    const reply = await testClient().send({ method: "GET", url, headers: {}, timeoutMs: 2_000 });
    if (reply.ok) return url;
    await sleep(50);
  }
}

/** Answers each POST with 202 and what it read, over the version of HTTP that is asked for. */
const pythonReceiver = (protocol: string) => `
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
class Receiver(BaseHTTPRequestHandler):
    protocol_version = "${protocol}"
    def do_GET(self):
        self.send_response(204)
        self.end_headers()
    def do_POST(self):
        body = self.rfile.read(int(self.headers["content-length"]))
        self.send_response(202)
        if self.protocol_version == "HTTP/1.1":
            self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
    def log_message(self, *args):
        pass
ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1])), Receiver).serve_forever()
`;

async function expectDelivered(url: string, statusCode: number): Promise<void> {
  const client = testClient();
  const body = JSON.stringify({ text: "Käse ".repeat(20_000) });
  for (const each of ["{}", body, "{}"]) {
    const reply = answered(
      await client.send(post(url, { body: each, maxResponseBytes: 1_000_000, timeoutMs: 20_000 })),
    );
    expect(reply).toMatchObject({ statusCode, isBodyBroken: false, flaw: null });
    if (statusCode === 202) expect(reply.body).toBe(each);
  }
}

const timeout = 60_000;

test.skipIf(!has("python3")).each(["HTTP/1.0", "HTTP/1.1"])(
  "Python's http.server over %s takes events",
  { timeout },
  async (protocol) => {
    const url = await start((port) => ["python3", ["-c", pythonReceiver(protocol), String(port)]]);
    await expectDelivered(url, 202);
  },
);

test.skipIf(!has("php"))("PHP's built-in server takes events", { timeout }, async () => {
  const url = await start((port, dir) => {
    writeFileSync(join(dir, "index.php"), "<?php http_response_code(202); readfile('php://input');");
    return ["php", ["-S", `127.0.0.1:${port}`, "index.php"]];
  });
  await expectDelivered(url, 202);
});

test.skipIf(!has("nginx"))("nginx takes events", { timeout }, async () => {
  const url = await start((port, dir) => {
    const settings = `daemon off; pid ${dir}/pid; error_log ${dir}/error.log; events {}
      http { access_log off; client_body_temp_path ${dir}/body; proxy_temp_path ${dir}/proxy;
      fastcgi_temp_path ${dir}/fastcgi; uwsgi_temp_path ${dir}/uwsgi; scgi_temp_path ${dir}/scgi;
      server { listen 127.0.0.1:${port}; location / { return 204; } } }`;
    writeFileSync(join(dir, "nginx.conf"), settings);
    return ["nginx", ["-p", dir, "-c", join(dir, "nginx.conf")]];
  });
  await expectDelivered(url, 204);
});
