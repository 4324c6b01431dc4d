import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newSigningSecret, signWebhook } from "#lib/crypto/standard-webhooks.ts";
import { webhookBody } from "#lib/events/body.ts";
import { secretVariable, verifySnippets } from "./verify-snippets.ts";

const secret = newSigningSecret();
const body = webhookBody({
  type: "order.paid",
  occurredAt: new Date(0),
  dataJson: '{"name":"Käse", "n":1.0}',
});
let directory: string;
let receiver: ReturnType<typeof spawn>;
let url: string;

describe("the Node.js snippet, run as it is shown", () => {
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), "patchbay-snippet-"));
    await symlink(resolve("node_modules"), join(directory, "node_modules"));
    const code = verifySnippets.find((snippet) => snippet.id === "node")?.code ?? "";
    await writeFile(join(directory, "receiver.mjs"), code);
    const port = await freePort();
    url = `http://127.0.0.1:${port}/`;
    receiver = spawn(process.execPath, ["receiver.mjs"], {
      cwd: directory,
      env: { ...process.env, PORT: String(port), [secretVariable]: secret },
      stdio: ["ignore", "ignore", "inherit"],
    });
    await untilReachable();
  });
  afterAll(async () => {
    receiver.kill();
    await once(receiver, "exit");
    await rm(directory, { recursive: true });
  });

  test("accepts what Patchbay signs", async () => {
    expect(await send(body, sign(body))).toBe(204);
  });

  test("accepts one good signature among two, as during a rotation", async () => {
    const two = sign(body, [newSigningSecret(), secret]);
    expect(await send(body, two)).toBe(204);
  });

  test("refuses another secret, a changed body and a missing signature", async () => {
    expect(await send(body, sign(body, [newSigningSecret()]))).toBe(401);
    expect(await send(body.replace("1.0", "1"), sign(body))).toBe(401);
    expect(await send(body, {})).toBe(401);
  });
});

function sign(signed: string, secrets = [secret]): Record<string, string> {
  const timestampSeconds = Math.floor(Date.now() / 1_000);
  const signature = signWebhook({ id: "evt_1", timestampSeconds, body: signed, secrets });
  return {
    "webhook-id": "evt_1",
    "webhook-timestamp": String(timestampSeconds),
    "webhook-signature": signature,
  };
}

async function send(sent: string, headers: Record<string, string>): Promise<number> {
  const response = await fetch(url, { method: "POST", headers, body: sent });
  return response.status;
}

async function untilReachable(): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    if (await fetch(url).then(Boolean, () => false)) return;
    await new Promise((wake) => setTimeout(wake, 50));
  }
  throw new Error("The snippet's receiver did not start.");
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  if (address === null || typeof address === "string") throw new Error("No port was given.");
  return address.port;
}
