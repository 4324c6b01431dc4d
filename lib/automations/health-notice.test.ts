import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { memberships, users } from "#db/schema/tenancy.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { listDeliveries } from "#lib/deliveries/list-deliveries.ts";
import { retryWaiting } from "#lib/deliveries/retry-waiting.ts";
import { tellOfHealth } from "#lib/destinations/tell-of-health.ts";
import { newId } from "#lib/ids.ts";
import { claimNotice } from "#lib/notices/claim-notice.ts";
import { listNotices } from "#lib/notices/list-notices.ts";
import { countUnreadNotices } from "#lib/notices/unread-notices.ts";
import { getOverview } from "#lib/overview/get-overview.ts";
import { overviewDto } from "#lib/overview/overview-schema.ts";
import { googleSheets } from "#lib/providers/google-sheets/provider.ts";
import { slack } from "#lib/providers/slack/provider.ts";
import { holdSandboxServer } from "#lib/providers/testing/sandbox-server.ts";
import { switchFaultOn } from "#lib/sandbox/core/switch-fault-on.ts";
import { deleteAutomation } from "./delete-automation.ts";
import { pauseAutomation } from "./pause-automation.ts";
import { resumeAutomation } from "./resume-automation.ts";
import { openKitchen } from "./sending/testing/kitchen.ts";

const releases: (() => Promise<void>)[] = [];
beforeAll(async () => {
  releases.push(await holdSandboxServer(slack), await holdSandboxServer(googleSheets));
});
afterAll(async () => {
  for (const release of releases) await release();
});

/** A kitchen with an owner, whose first run fails because Slack does. */
async function openFailing() {
  const kitchen = await openKitchen();
  const { ctx, send, drain } = kitchen;
  const userId = newId("usr");
  const email = `${userId}@example.com`;
  await db()
    .insert(users)
    .values({ id: userId, email, name: "Ana", passwordHash: "none", emailVerifiedAt: new Date() });
  await db().insert(memberships).values({ merchantId: ctx.merchantId, userId, role: "owner" });
  const person: Ctx = { ...ctx, actor: { kind: "user", id: userId, role: "owner" } };
  const provider = "slack";
  await switchFaultOn({ merchantId: ctx.merchantId, provider, kind: "server_error", times: 50 });
  await send();
  await drain();
  return {
    ...kitchen,
    person,
    mend: () => db().execute(sql`DELETE FROM sandbox_faults WHERE merchant_id = ${ctx.merchantId}`),
    letMinutesPass: (minutes: number) =>
      db().execute(sql`UPDATE destinations SET failing_since = failing_since - make_interval(mins => ${minutes})
        WHERE merchant_id = ${ctx.merchantId}`),
    tell: tellOfHealth,
    notices: async () => (await listNotices({ ctx, input: {} })).data.toReversed(),
  };
}

test("an automation that fails is told once, after 15 minutes, and so is its recovery", async () => {
  const { letMinutesPass, tell, notices, mend, makeDue, drain, automation, person } = await openFailing();
  await letMinutesPass(14);
  await tell();
  expect(await notices()).toEqual([]);
  await letMinutesPass(1);
  await tell();
  await tell();
  const [notice, ...others] = await notices();
  expect(others).toEqual([]);
  expect(notice).toMatchObject({
    subject: "Kitchen is failing",
    automationId: automation.id,
    webhookId: null,
    provider: null,
  });
  expect(notice?.body).toContain("No run of this automation has succeeded for 15 minutes.");
  expect(notice?.body).toContain("Send a message");
  expect(notice?.body).not.toMatch(/webhook|endpoint/i);
  expect(await countUnreadNotices({ ctx: person })).toBe(1);
  await mend();
  await makeDue();
  await drain();
  await tell();
  await tell();
  expect((await notices()).map(({ subject }) => subject)).toEqual([
    "Kitchen is failing",
    "Kitchen works again",
  ]);
});

test("the email leads to the automation", async () => {
  const { letMinutesPass, tell, automation } = await openFailing();
  await letMinutesPass(20);
  await tell();
  let claimed = await claimNotice();
  while (claimed && claimed.params.automationId !== automation.id) claimed = await claimNotice();
  expect(claimed?.link).toMatch(new RegExp(`/automations/${automation.id}$`));
});

test("one that Patchbay switches off is told, and what a person did by hand is not", async () => {
  const { ctx, automation, tell, notices } = await openFailing();
  const { id } = automation;
  await pauseAutomation({ ctx, input: { id } });
  await tell();
  await resumeAutomation({ ctx, input: { id } });
  await tell();
  expect(await notices()).toEqual([]);
  await db().execute(
    sql`UPDATE destinations SET state = 'disabled', state_reason = 'failing' WHERE id = ${id}`,
  );
  await tell();
  await tell();
  expect((await notices()).map(({ subject }) => subject)).toEqual(["Kitchen was switched off"]);
});

test("one that Patchbay switched off needs someone, and what is held for it is told before it fails", async () => {
  const { ctx, automation } = await openFailing();
  const ago = sql`now() - interval '11 days 1 minute'`;
  await db().execute(sql`UPDATE destinations SET state = 'disabled', state_reason = 'failing', state_since = ${ago}
    WHERE id = ${automation.id}`);
  await db().execute(
    sql`UPDATE delivery_queue SET event_at = ${ago} WHERE destination_id = ${automation.id}`,
  );
  const { automations, heldSoonOver } = overviewDto.parse(await getOverview({ ctx }));
  expect(automations.inNeed).toMatchObject([{ automationId: automation.id, status: "disabled" }]);
  expect(heldSoonOver).toMatchObject([
    { webhookId: automation.id, kind: "automation", description: "Kitchen", status: "disabled", held: 1 },
  ]);
});

test("one that was deleted is told of to nobody", async () => {
  const { ctx, automation, letMinutesPass, tell, notices } = await openFailing();
  await letMinutesPass(60);
  await deleteAutomation({ ctx, input: { id: automation.id } });
  await tell();
  expect(await notices()).toEqual([]);
});

test("its runs are found by its name and by its id, together with words of the event, deleted or not", async () => {
  const { ctx, automation } = await openFailing();
  const found = async (search: string) =>
    (await listDeliveries({ ctx, input: { search } })).data.map(({ destination }) => destination.id);
  for (const search of ["kitchen", "Kitch", automation.id])
    expect(await found(search)).toEqual([automation.id]);
  expect(await found("bakery")).toEqual([]);
  await deleteAutomation({ ctx, input: { id: automation.id } });
  expect(await found("kitchen")).toEqual([automation.id]);
});

test("runs that failed and wait are told on the overview and can be tried at once", async () => {
  const { ctx, automation, mend, drain, made } = await openFailing();
  const input = { webhookId: automation.id };
  const retrying = async () => overviewDto.parse(await getOverview({ ctx })).retrying;
  expect(await retrying()).toMatchObject([
    {
      webhookId: automation.id,
      kind: "automation",
      description: "Kitchen",
      url: "",
      deliveries: 1,
      orders: 1,
    },
  ]);
  await mend();
  expect(await retryWaiting({ ctx, input })).toEqual({ retried: 1 });
  await drain();
  expect(await made()).toEqual({ messages: 1, rows: 1 });
  expect(await retrying()).toEqual([]);
  await pauseAutomation({ ctx, input: { id: automation.id } });
  await expect(retryWaiting({ ctx, input })).rejects.toMatchObject({ code: "automation_off" });
});

test("a run that waits for a person is not late, and nobody has it tried in their place", async () => {
  const { ctx, automation, send, drain, made } = await openKitchen(({ message, row }) => ({
    steps: [{ ...message, mode: "review" }, row],
  }));
  await send();
  await drain();
  expect(overviewDto.parse(await getOverview({ ctx })).retrying).toEqual([]);
  expect(await retryWaiting({ ctx, input: { webhookId: automation.id } })).toEqual({ retried: 0 });
  await drain();
  expect(await made()).toEqual({ messages: 0, rows: 0 });
});
