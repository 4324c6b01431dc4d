import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import type { Call } from "#lib/providers/contract/call.ts";
import { ProviderError } from "#lib/providers/contract/provider-error.ts";
import { type ProviderTest, startProviderTest } from "#lib/providers/testing/provider-test.ts";
import { slack } from "../provider.ts";

const channelSchema = z.looseObject({ is_member: z.boolean() });
const messageSchema = z.looseObject({
  channel: z.string(),
  text: z.string(),
  subtype: z.string().optional(),
  blocks: z.array(z.looseObject({ type: z.string() })).optional(),
});

let shop: ProviderTest;
beforeAll(async () => {
  shop = await startProviderTest(slack);
});
afterAll(() => shop.stop());

/** What the bot wrote into a channel; that it joined is Slack's own message. */
async function messagesIn(channel: string) {
  const messages = await shop.context.store.list("message", messageSchema);
  return messages
    .map(({ data }) => data)
    .filter((message) => message.channel === channel && message.subtype === undefined);
}

async function setChannel(id: string, change: object) {
  const channel = await shop.context.store.get("channel", id, channelSchema);
  await shop.context.store.put("channel", id, { ...channel, ...change });
}

/** A call whose connection breaks once Slack has posted the message. */
function losingTheAnswer(call: Call): Call {
  return {
    ...call,
    fetch: async (input, init) => {
      const response = await call.fetch(input, init);
      if (new Request(input).url.endsWith("/chat.postMessage")) throw new TypeError("terminated");
      return response;
    },
  };
}

describe("sending a message", () => {
  test("joins a channel to which nobody has invited the app, and says what was posted", async () => {
    const channel = "C0KITCHEN01";
    const sent = await shop.run("send-message", { channel, text: "Two Margherita for table 7" });
    expect(sent).toEqual({
      channelId: channel,
      messageId: expect.stringMatching(/^\d+\.\d{6}$/),
      wasThereAlready: false,
    });
    expect(await shop.context.store.get("channel", channel, channelSchema)).toMatchObject({
      is_member: true,
    });
    expect(await messagesIn(channel)).toMatchObject([{ text: "Two Margherita for table 7" }]);
  });

  test("posts once though the answer to the first try was lost", async () => {
    const input = { channel: "C0FLOOR0001", text: "Table 3 asks for the bill" };
    const call = shop.call({ idempotencyKey: "dlv_lost" });
    const send = slack.actions["send-message"];
    await expect(send.run(losingTheAnswer(call), input)).rejects.toThrow();
    const again = await send.run(call, input);
    expect(again).toMatchObject({ wasThereAlready: true });
    expect(await messagesIn(input.channel)).toHaveLength(1);
  });

  test("posts once though someone took the app out of the channel between two tries", async () => {
    const input = { channel: "C0DELIVER01", text: "The courier is here" };
    await shop.run("send-message", input, { idempotencyKey: "dlv_kicked" });
    await setChannel(input.channel, { is_member: false });
    const again = await shop.run("send-message", input, { idempotencyKey: "dlv_kicked" });
    expect(again).toMatchObject({ wasThereAlready: true });
    expect(await messagesIn(input.channel)).toHaveLength(1);
  });

  test("posts the same text again under another key, and finds each among others", async () => {
    const input = { channel: "C0GENERAL01", text: "Good morning" };
    const keys = ["dlv_1", "dlv_2", "dlv_3"];
    const first = [];
    for (const idempotencyKey of keys) first.push(await shop.run("send-message", input, { idempotencyKey }));
    for (const [index, idempotencyKey] of keys.entries()) {
      const again = await shop.run("send-message", input, { idempotencyKey });
      expect(again).toEqual({ ...first[index], wasThereAlready: true });
    }
    expect(await messagesIn(input.channel)).toHaveLength(3);
  });

  test("does not post while it cannot look", async () => {
    const before = await messagesIn("C0ORDERS001");
    await shop.fault("rate_limited", { retryAfterSeconds: 60 });
    await expect(shop.run("send-message", { channel: "C0ORDERS001", text: "Order 7" })).rejects.toMatchObject(
      {
        kind: "rate_limited",
        retryAfterMs: 60_000,
      },
    );
    expect(await messagesIn("C0ORDERS001")).toEqual(before);
  });

  test("shows what a guest typed as text, and rings nobody", async () => {
    const channel = "C0ORDERS001";
    await shop.run("send-message", { channel, text: "Note: <!channel> fish & chips > salad" });
    const messages = await messagesIn(channel);
    expect(messages.at(-1)?.text).toBe("Note: &lt;!channel&gt; fish &amp; chips &gt; salad");
  });

  test("lays a message out in blocks", async () => {
    const { example } = slack.actions["send-message"];
    await shop.run("send-message", example);
    const messages = await messagesIn("C0ORDERS001");
    expect(messages.at(-1)?.blocks?.map(({ type }) => type)).toEqual(["header", "section", "context"]);
  });
});

describe("a message that cannot be sent", () => {
  const catchRefusal = (input: object) =>
    shop.run("send-message", { text: "Hello", ...input }).then(
      () => undefined,
      (error: unknown) => (error instanceof ProviderError ? error : undefined),
    );

  test("to an archived channel says so", async () => {
    const error = await catchRefusal({ channel: "C0TERRACE25" });
    expect(error).toMatchObject({ kind: "invalid_input", message: expect.stringContaining("archived") });
  });

  test("to a channel that is not there, or that the app cannot see, asks for a public one", async () => {
    for (const channel of ["C0NOWHERE01", "C0MANAGERS1"]) {
      const error = await catchRefusal({ channel });
      expect(error).toMatchObject({ kind: "not_found", message: expect.stringContaining("public channel") });
    }
  });

  test("to a private channel to which the app was invited asks for a public one", async () => {
    await setChannel("C0MANAGERS1", { is_member: true });
    const error = await catchRefusal({ channel: "C0MANAGERS1" });
    await setChannel("C0MANAGERS1", { is_member: false });
    expect(error).toMatchObject({
      kind: "invalid_input",
      message: expect.stringContaining("public channel"),
    });
    expect(await messagesIn("C0MANAGERS1")).toEqual([]);
  });

  test("with blocks that Slack does not know names the place", async () => {
    const error = await catchRefusal({ channel: "C0ORDERS001", blocks: [{ type: "section" }] });
    expect(error).toMatchObject({ kind: "invalid_input", detail: expect.stringContaining("/blocks/0") });
  });

  test("says which permission was not granted", async () => {
    const partly = await startProviderTest(slack, {
      scopes: ["chat:write", "channels:read", "channels:join"],
    });
    const sent = partly.run("send-message", { channel: "C0ORDERS001", text: "Hello" });
    await expect(sent).rejects.toMatchObject({ kind: "scope_missing", missingScope: "channels:history" });
    await partly.stop();
  });
});
