import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import type { Call } from "#lib/providers/contract/call.ts";
import { type ProviderTest, startProviderTest } from "#lib/providers/testing/provider-test.ts";
import { mailchimp } from "../provider.ts";
import { commands } from "../sandbox/commands.ts";

const ready = "42c1ab09de";
const campaignSchema = z.looseObject({ status: z.string(), emails_sent: z.number(), send_time: z.string() });

let shop: ProviderTest;
beforeEach(async () => {
  shop = await startProviderTest(mailchimp, { settings: { dc: "us21" } });
});
afterEach(() => shop.stop());

const send = (campaign: string) => shop.run("send-campaign", { campaign });
const kept = () => shop.context.store.get("campaign", ready, campaignSchema);

/** Counts what is asked of Mailchimp, and lets something happen just before it is asked to send. */
function watched(beforeSending: () => Promise<void> = async () => {}): { call: Call; sends: string[] } {
  const call = shop.call();
  const sends: string[] = [];
  const request: Call["request"] = async (asked) => {
    if (asked.url.endsWith("/actions/send")) {
      sends.push(asked.url);
      await beforeSending();
    }
    return call.request(asked);
  };
  return { call: { ...call, request }, sends };
}

const action = mailchimp.actions["send-campaign"];

describe("a campaign", () => {
  test("goes out to everyone who is subscribed", async () => {
    expect(await send(ready)).toEqual({
      campaignId: ready,
      title: "New opening hours",
      status: "sending",
      recipients: 5,
      wasSentAlready: false,
    });
    await commands["finish-sending"]?.run(shop.context);
    expect(await kept()).toMatchObject({ status: "sent", emails_sent: 5 });
  });

  test("that is on its way or sent is not sent again, by whatever key", async () => {
    await send(ready);
    const sending = watched();
    expect(await action.run(sending.call, { campaign: ready })).toMatchObject({ wasSentAlready: true });
    await commands["finish-sending"]?.run(shop.context);
    const sent = watched();
    expect(await action.run(sent.call, { campaign: ready })).toMatchObject({
      status: "sent",
      wasSentAlready: true,
    });
    expect([...sending.sends, ...sent.sends]).toEqual([]);
  });

  test("that somebody else sends at that very moment goes out once, and is done for both", async () => {
    const { call, sends } = watched(async () => {
      await send(ready);
    });
    expect(await action.run(call, { campaign: ready })).toMatchObject({
      status: "sending",
      wasSentAlready: true,
    });
    expect(sends).toHaveLength(1);
  });

  test("whose answer was lost is done when it is tried again", async () => {
    await shop.fault("lost");
    await expect(send(ready)).rejects.toMatchObject({ kind: "unavailable" });
    const sentAt = (await kept())?.send_time;
    expect(await send(ready)).toMatchObject({ wasSentAlready: true });
    expect(await kept()).toMatchObject({ send_time: sentAt });
  });
});

describe("a campaign that is not sent", () => {
  test("because something is missing says what", async () => {
    const { call, sends } = watched();
    await expect(action.run(call, { campaign: "d18e5a60b3" })).rejects.toMatchObject({
      kind: "invalid_input",
      message: expect.stringContaining("subject line"),
    });
    expect(sends).toEqual([]);
  });

  test("because it has a time of its own is left to it", async () => {
    await expect(send("7c0fe41a92")).rejects.toMatchObject({
      kind: "conflict",
      message: expect.stringContaining("waiting for the time"),
    });
  });

  test("because nobody is left to get it says so", async () => {
    for (let guest = 0; guest < 5; guest += 1) await commands["unsubscribe-guest"]?.run(shop.context);
    await expect(send(ready)).rejects.toMatchObject({
      kind: "invalid_input",
      message: expect.stringContaining("subscribers"),
    });
  });

  test("because it is gone says so", async () => {
    await expect(send("0000000000")).rejects.toMatchObject({
      kind: "not_found",
      message: expect.stringContaining("campaign"),
    });
  });
});
