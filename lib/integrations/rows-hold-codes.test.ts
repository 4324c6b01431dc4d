import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { integrationCalls, integrationIssues, integrations, syncJobs } from "#db/schema/integrations.ts";
import { notices } from "#db/schema/notices.ts";
import { createTestMerchant } from "#db/testing/merchant.ts";
import { connectedIn } from "#lib/integrations/connect/testing/connect.ts";
import { slack } from "#lib/providers/slack/provider.ts";
import { holdSandboxServer } from "#lib/providers/testing/sandbox-server.ts";
import { switchFaultOn } from "#lib/sandbox/core/switch-fault-on.ts";
import { faultKindSchema } from "#lib/sandbox/fault-schema.ts";
import { runSandboxCommand } from "#lib/sandbox/run-sandbox-command.ts";
import { checkIntegration } from "./check-integration.ts";
import { listResource } from "./list-resource.ts";
import { runIntegrationAction } from "./run-action.ts";

let release: () => Promise<void>;
beforeAll(async () => {
  release = await holdSandboxServer(slack);
});
afterAll(() => release());

/** Several words with a full stop: what a person reads. */
const sentence = /\b\w+ \w+ \w+.*[.!?]$/;

/** The texts of a row that ought to be codes, and what they are about. */
function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null || value instanceof Date) return [];
  return Object.entries(value).flatMap(([name, inner]) => (name === "detail" ? [] : textsIn(inner)));
}

test("whatever goes well or wrong with an app, its rows hold codes and no sentences", async () => {
  const ctx = await createTestMerchant();
  const { merchantId } = ctx;
  const id = await connectedIn(ctx, { provider: "slack" });
  const { example } = slack.actions["send-message"];
  const ask = async () => {
    const input = { id, action: "send-message", input: example };
    await Promise.allSettled([
      runIntegrationAction({ ctx, input }),
      listResource({ ctx, input: { id, resource: "channels" } }),
      checkIntegration({ ctx, input: { id } }),
    ]);
  };
  await ask();
  for (const kind of faultKindSchema.options) {
    if (kind === "slow") continue;
    await switchFaultOn({ merchantId, provider: "slack", kind, times: 3 });
    await ask();
  }
  await runSandboxCommand({ ctx, input: { provider: "slack", command: "uninstall-app" } });
  const rows = await Promise.all([
    db().select().from(integrations).where(eq(integrations.merchantId, merchantId)),
    db().select().from(integrationCalls).where(eq(integrationCalls.merchantId, merchantId)),
    db().select().from(integrationIssues).where(eq(integrationIssues.merchantId, merchantId)),
    db().select().from(syncJobs).where(eq(syncJobs.merchantId, merchantId)),
    db().select().from(notices).where(eq(notices.merchantId, merchantId)),
  ]);
  const [, calls, issues] = rows;
  expect(calls.length).toBeGreaterThan(5);
  expect(issues.length).toBeGreaterThan(0);
  expect(textsIn(rows.flat()).filter((text) => sentence.test(text))).toEqual([]);
  for (const { code } of [...calls, ...issues]) expect(code).toMatch(/^(?:slack\.)?[a-z][a-z0-9_]*$/);
});
