import { spawn } from "node:child_process";
import { once } from "node:events";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";

const preload = fileURLToPath(new URL("./guard.ts", import.meta.url));
const program = `
  const server = require("node:http").createServer((request, response) => response.end("seen " + request.headers.host));
  server.on("upgrade", (request, socket) => socket.end("HTTP/1.1 101 Switching Protocols\\r\\n\\r\\n"));
  server.listen(0, "127.0.0.1", () => console.log(JSON.stringify({ port: server.address().port,
    limits: [server.headersTimeout, server.requestTimeout, server.connectionsCheckingInterval] })));`;

/** A server of a process that the guard was preloaded into, as Next's is. */
async function startGuarded() {
  const env = { ...process.env, APP_URL: "https://patchbay.example", PORT: "3000", ALLOWED_HOSTS: "" };
  const child = spawn(process.execPath, [`--import=${preload}`, "-e", program], {
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  const [line] = await once(child.stdout, "data");
  return JSON.parse(String(line));
}

async function exchange(port: number, head: string): Promise<string> {
  const socket = connect(port, "127.0.0.1");
  socket.write(`${head}\r\nConnection: close\r\n\r\n`);
  return text(socket);
}

test("a preloaded guard answers a foreign host with 421, for pages, programs and upgrades, and lets ours through", async () => {
  const { port, limits } = await startGuarded();
  expect(limits).toEqual([30_000, 30_000, 5_000]);
  const page = await exchange(port, "GET /sign-in HTTP/1.1\r\nHost: evil.example");
  expect(page).toMatch(/^HTTP\/1\.1 421 [\s\S]*text\/plain[\s\S]*asked for evil\.example.*ALLOWED_HOSTS/);
  const api = await exchange(port, "POST /api/events HTTP/1.1\r\nHost: evil.example\r\nContent-Length: 0");
  expect(api).toMatch(/^HTTP\/1\.1 421 [\s\S]*problem\+json[\s\S]*"code":"misdirected_request"/);
  const continued = await exchange(
    port,
    "POST /api/events HTTP/1.1\r\nHost: evil.example\r\nExpect: 100-continue\r\nContent-Length: 2",
  );
  expect(continued).toMatch(/HTTP\/1\.1 421 /);
  const socket = await exchange(
    port,
    "GET /_next/hmr HTTP/1.1\r\nHost: evil.example\r\nUpgrade: websocket\r\nConnection: Upgrade",
  );
  expect(socket).toMatch(/^HTTP\/1\.1 421 /);
  const absolute = await exchange(port, "GET http://evil.example/a HTTP/1.1\r\nHost: patchbay.example");
  expect(absolute).toMatch(/^HTTP\/1\.1 421 [\s\S]*asked for evil\.example/);
  const old = await exchange(port, "GET /sign-in HTTP/1.0");
  expect(old).toMatch(/^HTTP\/1\.1 421 /);
  expect(await exchange(port, "GET / HTTP/1.1\r\nHost: patchbay.example")).toMatch(/seen patchbay\.example$/);
  const form = await exchange(
    port,
    "POST / HTTP/1.1\r\nHost: upstream:8080\r\nOrigin: https://patchbay.example\r\nContent-Length: 0",
  );
  expect(form).toMatch(/seen patchbay\.example$/);
});

test("a guarded server answers what nobody behind it can read: other methods, tunnels, paths that are no UTF-8", async () => {
  const { port } = await startGuarded();
  const ask = (line: string) => exchange(port, `${line} HTTP/1.1\r\nHost: patchbay.example`);
  for (const path of ["/", "/api/events", "/sandbox/slack/slack.com/api"]) {
    expect(await ask(`TRACE ${path}`)).toMatch(/^HTTP\/1\.1 405 [\s\S]*allow: GET, HEAD, POST/i);
    expect(await ask(`PROPFIND ${path}`)).toMatch(/^HTTP\/1\.1 501 /);
    expect(await ask(`QUERY ${path}`)).toMatch(/^HTTP\/1\.1 501 /);
    expect(await ask(`NONSENSE ${path}`)).toMatch(/^HTTP\/1\.1 400 /);
  }
  expect(await ask("CONNECT patchbay.example:443")).toMatch(/^HTTP\/1\.1 405 [\s\S]*allow: GET/);
  expect(await ask("CONNECT evil.example:443")).toMatch(/^HTTP\/1\.1 405 /);
  for (const path of ["/%ff", "/api/events/%ff", "/api/%", "/api/events/%c3%28?a=1", "/sign-in/%ed%a0%80"]) {
    expect(await ask(`GET ${path}`)).toMatch(/^HTTP\/1\.1 400 /);
  }
  expect(await ask("POST /api/inbound/slack/%ff")).toMatch(/problem\+json[\s\S]*"code":"malformed_path"/);
  for (const path of ["/?%ff", "/api/events/%C3%BC", "/api/events/a%2fb%00"]) {
    expect(await ask(`GET ${path}`)).toMatch(/seen patchbay\.example$/);
  }
  expect(await ask("OPTIONS /api/events")).toMatch(/seen patchbay\.example$/);
  expect(await ask("OPTIONS *")).toMatch(/^HTTP\/1\.1 400 /);
  for (const path of ["/robots.txt", "/robots.txt?a=1", "/_next/static/chunks/a.js"]) {
    expect(await ask(`POST ${path}`)).toMatch(/^HTTP\/1\.1 405 [\s\S]*allow: GET, HEAD\r/i);
    expect(await ask(`HEAD ${path}`)).toMatch(/^HTTP\/1\.1 200 /);
  }
});

test("a guarded server refuses a form that does not say what stands between its parts, but for programs", async () => {
  const { port } = await startGuarded();
  const ask = (path: string, type: string) =>
    exchange(
      port,
      `POST ${path} HTTP/1.1\r\nHost: patchbay.example\r\nContent-Length: 0\r\nContent-Type: ${type}`,
    );
  for (const type of [
    "multipart/form-data",
    "Multipart/Form-Data; charset=utf-8",
    'multipart/form-data; boundary=""',
  ])
    expect(await ask("/sign-in", type)).toMatch(/^HTTP\/1\.1 400 [\s\S]*between its parts/);
  for (const type of [
    'multipart/form-data; boundary="a b"',
    "multipart/form-data;boundary=----x",
    "text/plain",
  ])
    expect(await ask("/sign-in", type)).toMatch(/seen patchbay\.example$/);
  expect(await ask("/api/events", "multipart/form-data")).toMatch(/seen patchbay\.example$/);
});
