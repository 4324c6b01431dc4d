import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { integrations } from "#db/schema/integrations.ts";
import { checkIntegration } from "#lib/integrations/check-integration.ts";
import { getIntegration } from "#lib/integrations/get-integration.ts";
import { listResource } from "#lib/integrations/list-resource.ts";
import { googleSheets } from "#lib/providers/google-sheets/provider.ts";
import { slack } from "#lib/providers/slack/provider.ts";
import { holdSandboxServer } from "#lib/providers/testing/sandbox-server.ts";
import { switchFaultOn } from "#lib/sandbox/core/switch-fault-on.ts";
import { openKitchen } from "./testing/kitchen.ts";

const releases: (() => Promise<void>)[] = [];
beforeAll(async () => {
  releases.push(await holdSandboxServer(slack), await holdSandboxServer(googleSheets));
});
afterAll(async () => {
  for (const release of releases) await release();
});

/** A kitchen whose Slack can be told to open another workspace than the one that was connected. */
async function openMovable() {
  const kitchen = await openKitchen(({ message }) => ({ steps: [message] }));
  const { ctx, slack: id } = kitchen;
  const { account } = await getIntegration({ ctx, input: { id } });
  const connectedTo = (accountId: string) =>
    db().update(integrations).set({ accountId }).where(eq(integrations.id, id));
  return {
    ...kitchen,
    check: () => checkIntegration({ ctx, input: { id } }),
    /** The access opens one that is not the one that was connected. */
    moveAway: () => connectedTo("T0ANOTHER01"),
    moveBack: () => connectedTo(account.id),
    refuse: (times: number) =>
      switchFaultOn({ merchantId: ctx.merchantId, provider: "slack", kind: "unauthorised", times }),
    /** Something that works, whoever's account it is. */
    readSomething: () => listResource({ ctx, input: { id, resource: "channels" } }),
    issues: async () => (await getIntegration({ ctx, input: { id } })).issues,
  };
}

const otherAccount = [{ cause: "revoked", message: expect.stringMatching(/belongs to .* and not to/) }];

test("an access that opens another account holds runs until a check finds the right one, whatever else it answers", async () => {
  const { moveAway, moveBack, check, readSomething, issues, send, drain, posted, delivery } =
    await openMovable();
  await moveAway();
  await check();
  await send();
  await drain();
  expect(await delivery()).toMatchObject({ status: "held", heldFor: "connection" });
  for (const answered of [readSomething, check, readSomething]) {
    await answered();
    await drain();
    expect(await issues()).toMatchObject(otherAccount);
    expect(await delivery()).toMatchObject({ status: "held", heldFor: "connection" });
  }
  expect(await posted()).toEqual([]);
  await moveBack();
  await check();
  await drain();
  expect(await issues()).toEqual([]);
  expect(await posted()).toEqual(["Order 1042"]);
});

test("runs that wait for an access that was refused do not go on in the account that it opens afterwards", async () => {
  const { moveAway, moveBack, refuse, check, readSomething, issues, send, drain, posted, delivery } =
    await openMovable();
  await refuse(2);
  await send();
  await drain();
  expect(await issues()).toMatchObject([{ cause: "revoked" }]);
  await moveAway();
  for (const answered of [check, readSomething]) {
    await answered();
    await drain();
    expect(await issues()).toMatchObject(otherAccount);
    // Not even for the moment in which the check has answered and nobody has looked whose account it is.
    expect(await delivery()).toMatchObject({ status: "held", heldFor: "connection", attempts: 1 });
  }
  expect(await posted()).toEqual([]);
  await moveBack();
  await check();
  await drain();
  expect(await posted()).toEqual(["Order 1042"]);
});
