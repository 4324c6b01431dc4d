import Stripe from "stripe";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { type StripeScene, startStripeScene } from "#lib/providers/testing/stripe-scene.ts";
import { stripe } from "../../provider.ts";
import { workOn } from "../work.ts";
import { listHeld } from "./deliver.ts";

const started: StripeScene[] = [];
const received: { text: string; signature: string }[] = [];
let scene: StripeScene;

async function receive(request: Request): Promise<Response | null> {
  if (new URL(request.url).pathname !== "/api/inbound/stripe") return null;
  received.push({ text: await request.text(), signature: request.headers.get("stripe-signature") ?? "" });
  return new Response();
}

beforeEach(async () => {
  scene = await startStripeScene(stripe, { also: receive });
  started.push(scene);
  received.length = 0;
});
afterAll(async () => {
  for (const one of started) await one.shop.stop();
});

const secret = () => scene.shop.context.app.signingSecret;
const events = () =>
  received.map(({ text, signature }) => Stripe.webhooks.constructEvent(text, signature, secret()));
const types = () => events().map(({ type }) => type);

describe("events", () => {
  test("of an account name it, those of the platform do not, and both are listed", async () => {
    await scene.charge({ application_fee_amount: 200 });
    expect(types().toSorted()).toEqual([
      "application_fee.created",
      "charge.succeeded",
      "payment_intent.created",
      "payment_intent.succeeded",
    ]);
    for (const { type, account } of events())
      expect(account).toBe(type.startsWith("application_fee") ? undefined : scene.shop.account.externalId);
    const own = await scene.client.events.list({ type: "charge.succeeded" }, scene.options);
    expect(own.data.map(({ id }) => id)).toEqual(
      events().flatMap(({ id, type }) => (type === "charge.succeeded" ? [id] : [])),
    );
    const [told] = events().filter(({ type }) => type === "application_fee.created");
    expect(await scene.client.events.retrieve(told?.id ?? "")).toMatchObject({
      type: "application_fee.created",
    });
    const listed: string[] = [];
    for await (const event of scene.client.events.list({ type: "application_fee.created", limit: 100 }))
      listed.push(event.id);
    expect(listed).toContain(told?.id);
  });

  test("are signed by the time of the wire, whatever the account's clock says", async () => {
    await scene.command("move-clock", { to: "2025-01-01T00:00:00Z", stop: true });
    const charge = await scene.charge();
    expect(charge.created).toBe(Date.parse("2025-01-01T00:00:00Z") / 1_000);
    expect(events().map(({ created }) => created)).toContain(charge.created);
  });

  test("that are older than 30 days are not listed any more", async () => {
    await scene.charge();
    const [event] = events();
    await scene.command("move-clock", { days: 31 });
    await expect(scene.client.events.retrieve(event?.id ?? "", {}, scene.options)).rejects.toMatchObject({
      code: "resource_missing",
    });
    const { data } = await scene.client.events.list({ type: "charge.succeeded" }, scene.options);
    expect(data).toEqual([]);
  });

  test("can be thin: they say what to look at, and name the event with the object", async () => {
    await scene.command("change-webhooks", { style: "thin", types: ["charge.succeeded"] });
    const charge = await scene.charge();
    const thin = received.find(({ text }) => text.includes('"v1.charge.succeeded"'));
    const notice = scene.client.parseEventNotification(thin?.text ?? "", thin?.signature ?? "", secret());
    expect(notice).toMatchObject({
      object: "v2.core.event",
      type: "v1.charge.succeeded",
      related_object: { id: charge.id, type: "charge", url: `/v1/charges/${charge.id}` },
    });
    const read = notice.type === "v1.charge.succeeded" ? await notice.fetchRelatedObject() : null;
    expect(read).toMatchObject({ id: charge.id });
    const full = await notice.fetchEvent();
    expect(full.snapshot_event).toMatch(/^evt_1/);
  });
});

describe("webhooks", () => {
  test("can be lost, and are listed all the same", async () => {
    await scene.command("change-webhooks", { mode: "lose" });
    await scene.charge();
    expect(received).toEqual([]);
    expect((await scene.client.events.list({}, scene.options)).data).toHaveLength(3);
  });

  test("can come twice", async () => {
    await scene.command("change-webhooks", { times: 2, types: ["charge.succeeded"] });
    await scene.charge();
    expect(types().filter((type) => type === "charge.succeeded")).toHaveLength(2);
    expect(types().filter((type) => type === "payment_intent.succeeded")).toHaveLength(1);
    expect(new Set(events().map(({ id }) => id)).size).toBe(3);
  });

  test.each(["as_made", "reversed", "shuffled"])("can be held, and come later %s", async (order) => {
    await scene.command("change-webhooks", { mode: "hold" });
    for (let number = 0; number < 4; number += 1) await scene.charge();
    expect(received).toEqual([]);
    await scene.command("release-webhooks", { order, seed: 7 });
    const made = (await scene.client.events.list({ limit: 100 }, scene.options)).data
      .map(({ id }) => id)
      .toReversed();
    const came = events().map(({ id }) => id);
    expect(came.toSorted()).toEqual(made.toSorted());
    const expected = order === "as_made" ? made : made.toReversed();
    if (order === "shuffled") expect([made, made.toReversed()]).not.toContainEqual(came);
    else expect(came).toEqual(expected);
    await scene.command("release-webhooks");
    expect(received).toHaveLength(12);
  });

  test("that are held are written before the request is answered, so that they can be released at once", async () => {
    await scene.command("change-webhooks", { mode: "hold" });
    const isNeverDone = { ...scene.shop.context, afterwards: async () => {} };
    await workOn(isNeverDone, ({ tell }) => tell("charge.updated", { id: "ch_1", object: "charge" }));
    expect((await listHeld(scene.shop.context)).map(({ type }) => type)).toEqual(["charge.updated"]);
  });

  test("that are held can be lost in part", async () => {
    await scene.command("change-webhooks", { mode: "hold" });
    for (let number = 0; number < 5; number += 1) await scene.charge();
    expect(await scene.command("release-webhooks", { lose: 50, seed: 3 })).toMatch(
      /^\d+ webhooks were sent, \d+ lost\.$/,
    );
    expect(received.length).toBeGreaterThan(0);
    expect(received.length).toBeLessThan(15);
  });
});
