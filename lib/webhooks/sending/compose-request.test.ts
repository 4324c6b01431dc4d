import { createServer } from "node:net";
import { expect, test } from "vitest";
import { listen, post, testClient } from "#lib/http/testing.ts";
import { composeHeaders } from "./compose-request.ts";

const body = '{"type":"qr.scanned"}';

function compose(headers: Record<string, string> = {}) {
  return composeHeaders({
    eventId: "evt_1",
    body,
    now: new Date("2026-10-02T12:00:00Z"),
    secrets: {
      signingSecrets: [{ secret: `whsec_${Buffer.alloc(32).toString("base64")}` }],
      headers,
      auth: { type: "none" },
    },
  });
}

/** The lines of a request's head as they go over the wire. */
async function headOnTheWire(headers: Record<string, string>): Promise<string[]> {
  let head = "";
  const server = createServer((socket) => {
    socket.on("data", (bytes) => {
      head += bytes.toString("latin1");
      socket.end("HTTP/1.1 204 No Content\r\n\r\n");
    });
  });
  const { port } = await listen(server);
  await testClient().send(post(`http://127.0.0.1:${port}/hook`, { headers, body }));
  return head.slice(0, head.indexOf("\r\n\r\n")).split("\r\n");
}

/** By the OWASP Core Rule Set, rules 920170 to 920521 of paranoia levels 1 to 4, as far as a client can do something. */
test("a request has what the usual rules of firewalls ask for", async () => {
  const [requestLine, ...lines] = await headOnTheWire(compose().headers);
  expect(requestLine).toMatch(/^POST \/\S* HTTP\/1\.1$/);
  const fields = lines.map((line) => /^([a-z0-9-]+): (.+)$/.exec(line)?.slice(1) ?? [line]);
  const byName = Object.fromEntries(fields);
  expect(Object.keys(byName)).toHaveLength(fields.length);
  expect(byName).toMatchObject({
    host: expect.stringMatching(/./),
    accept: "*/*",
    "accept-encoding": "identity",
    "user-agent": expect.stringMatching(/^Patchbay\/[\d.]+$/),
    "content-type": "application/json",
    "content-length": String(body.length),
    connection: "keep-alive",
  });
  for (const restricted of [
    "accept-charset",
    "content-encoding",
    "expect",
    "proxy",
    "range",
    "transfer-encoding",
  ]) {
    expect(byName).not.toHaveProperty(restricted);
  }
  for (const value of Object.values(byName)) expect(value).toMatch(/^[ "&*-;=A-Z_a-z]+$/);
});

test("a merchant's own Accept takes the place of ours, under whatever spelling, and is masked in the log", async () => {
  const { headers, shownHeaders } = compose({ Accept: "application/json" });
  const lines = await headOnTheWire(headers);
  expect(lines.filter((line) => /^accept:/i.test(line))).toEqual(["accept: application/json"]);
  expect(shownHeaders).not.toHaveProperty("accept");
});

test("what Patchbay sets itself a merchant's header does not replace", () => {
  expect(compose({ "user-agent": "x", "webhook-id": "y" }).headers).toMatchObject({
    "user-agent": expect.stringMatching(/^Patchbay/),
    "webhook-id": "evt_1",
  });
});
