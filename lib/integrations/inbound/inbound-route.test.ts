import { createHmac } from "node:crypto";
import { describe, expect, test } from "vitest";
import { sandboxApp } from "#lib/providers/provider-app.ts";
import { inboundRoute } from "./inbound-route.ts";

let addresses = 0;
function newAddress(): string {
  addresses += 1;
  return `198.51.100.${addresses}`;
}

async function post(provider: string, integrationId: string | undefined, from = newAddress()) {
  let isRead = false;
  const body = new ReadableStream<Uint8Array>(
    {
      pull(stream) {
        isRead = true;
        stream.enqueue(new Uint8Array(1_024));
        stream.close();
      },
    },
    { highWaterMark: 0 },
  );
  const request = new Request("http://localhost:3000/api/inbound/x", {
    method: "POST",
    headers: { "x-forwarded-for": from },
    body,
    ...{ duplex: "half" },
  });
  const params = Promise.resolve({ provider, ...(integrationId === undefined ? {} : { integrationId }) });
  const { status } = await inboundRoute(request, { params });
  return { status, isRead };
}

test.each([
  ["nothing", undefined],
  ["constructor", undefined],
  ["slack", "int_0199bf00112233445566778899aabbcc"],
  ["woocommerce", undefined],
  ["woocommerce", "int_0199bf00112233445566778899aabbcc"],
  ["woocommerce", "\0"],
  ["woocommerce", "\ud800"],
  ["woocommerce", "constructor"],
])("nothing is read for an address that is none: %j %j", async (provider, integrationId) => {
  expect(await post(provider, integrationId)).toEqual({ status: 404, isRead: false });
});

test("what comes to an address is read, and needs its signature", async () => {
  expect(await post("slack", undefined)).toEqual({ status: 401, isRead: true });
});

/** A message of Slack's, signed as its sandbox does. */
async function postSigned(from: string) {
  const body = JSON.stringify({ type: "url_verification", token: "unused", challenge: "3eZbrw1aBm2r" });
  const timestamp = String(Math.floor(Date.now() / 1_000));
  const { signingSecret } = sandboxApp("slack");
  const signature = createHmac("sha256", signingSecret).update(`v0:${timestamp}:${body}`).digest("hex");
  const request = new Request("http://localhost:3000/api/inbound/slack", {
    method: "POST",
    headers: {
      "x-forwarded-for": from,
      "content-type": "application/json",
      "x-slack-request-timestamp": timestamp,
      "x-slack-signature": `v0=${signature}`,
    },
    body,
  });
  return inboundRoute(request, { params: Promise.resolve({ provider: "slack" }) });
}

describe("an address that sends unsigned messages", () => {
  const postMany = async (provider: string, id: string | undefined, from: string, times: number) => {
    for (let time = 0; time < times; time += 1) await post(provider, id, from);
  };

  test("is refused with 429 after 120 in a minute, and nothing is read; other addresses and providers go on", async () => {
    const from = newAddress();
    await postMany("slack", undefined, from, 120);
    expect(await post("slack", undefined, from)).toEqual({ status: 429, isRead: false });
    expect((await postSigned(from)).status).toBe(429);
    expect((await postSigned(newAddress())).status).toBe(200);
    expect(await post("stripe", undefined, from)).toEqual({ status: 401, isRead: true });
  });

  test("is not where it brought right ones within the hour: providers share addresses", async () => {
    const from = newAddress();
    expect((await postSigned(from)).status).toBe(200);
    await postMany("slack", undefined, from, 121);
    expect((await postSigned(from)).status).toBe(200);
  });

  test("is refused as well where it guesses at addresses", async () => {
    const from = newAddress();
    await postMany("woocommerce", "int_0199bf00112233445566778899aabbcc", from, 120);
    const refused = await post("woocommerce", "int_0199bf00112233445566778899aabbcc", from);
    expect(refused).toEqual({ status: 429, isRead: false });
  });
});

test("of strangers' large bodies sixteen are read at once: further ones are told to come back, small ones are not", async () => {
  const waiting: ReadableStreamDefaultController<Uint8Array>[] = [];
  const send = (headers: Record<string, string>, body: ReadableStream | string) =>
    inboundRoute(
      new Request("http://localhost:3000/api/inbound/slack", {
        method: "POST",
        headers,
        body,
        ...{ duplex: "half" },
      }),
      { params: Promise.resolve({ provider: "slack" }) },
    );
  const hanging = Array.from({ length: 16 }, () => {
    const body = new ReadableStream<Uint8Array>(
      { pull: (stream) => void waiting.push(stream) },
      { highWaterMark: 0 },
    );
    return send({}, body);
  });
  await expect.poll(() => waiting.length).toBe(16);
  const refused = await send({ "content-length": "70000" }, "a".repeat(70_000));
  expect(refused.status).toBe(503);
  expect(refused.headers.get("retry-after")).toBe("10");
  expect((await send({ "content-length": "2" }, "{}")).status).toBe(401);
  for (const stream of waiting) stream.close();
  for (const answer of hanging) expect((await answer).status).toBe(401);
  expect((await send({ "content-length": "70000" }, "a".repeat(70_000))).status).toBe(401);
});
