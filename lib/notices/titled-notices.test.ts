import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { notices } from "#db/schema/notices.ts";
import { openKitchen } from "#lib/automations/sending/testing/kitchen.ts";
import { say } from "#lib/failures/say.ts";
import { newId } from "#lib/ids.ts";
import { googleSheets } from "#lib/providers/google-sheets/provider.ts";
import { slack } from "#lib/providers/slack/provider.ts";
import { holdSandboxServer } from "#lib/providers/testing/sandbox-server.ts";
import { listNotices } from "./list-notices.ts";

const releases: (() => Promise<void>)[] = [];
beforeAll(async () => {
  releases.push(await holdSandboxServer(slack), await holdSandboxServer(googleSheets));
});
afterAll(async () => {
  for (const release of releases) await release();
});

test("a notice of before its row held titles is told with them, and one whose automation is gone in words", async () => {
  const { ctx, automation } = await openKitchen();
  const gone = { step: "message", app: "Slack", field: "channel", label: "#kitchen" };
  const tell = (automationId: string) =>
    db()
      .insert(notices)
      .values({
        id: newId("not"),
        merchantId: ctx.merchantId,
        recipient: "ana@example.com",
        code: "notice_automation_drift",
        params: { automation: "Kitchen", automationId },
        further: [say("drift_resource_gone", gone)],
        status: "unsent",
        dueAt: new Date(),
      });
  await tell("aut_gone");
  await tell(automation.id);
  const { data } = await listNotices({ ctx, input: {} });
  const of = (id: string) => data.find(({ automationId }) => automationId === id)?.body;
  expect(of(automation.id)).toContain("Send a message: Channel “#kitchen” no longer exists in Slack.");
  expect(of("aut_gone")).toContain("Message: Channel “#kitchen” no longer exists in Slack.");
});
