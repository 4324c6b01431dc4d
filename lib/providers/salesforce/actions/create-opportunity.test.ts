import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { type ProviderTest, startProviderTest } from "#lib/providers/testing/provider-test.ts";
import { countContent } from "#lib/providers/testing/sandbox-content.ts";
import { loseAnswer } from "#lib/providers/testing/sandbox-server.ts";
import { salesforce } from "../provider.ts";
import { commands } from "../sandbox/commands.ts";

const recordSchema = z.looseObject({ Id: z.string(), Name: z.string() });

let org: ProviderTest;
beforeEach(async () => {
  org = await startProviderTest(salesforce);
});
afterEach(() => org.stop());

const input = {
  account: "Nordlicht Studio",
  name: "Opening night",
  stage: "Prospecting",
  closeDate: "2027-03-01",
  amount: 1_250.5,
};
const run = (over: object = {}, idempotencyKey = "dlv_1") =>
  org.run("create-opportunity", { ...input, ...over }, { idempotencyKey });
const named = async (kind: string, name: string) =>
  (await org.context.store.list(kind, recordSchema))
    .map(({ data }) => data)
    .filter(({ Name }) => Name === name);

describe("creating an opportunity", () => {
  test("creates the account with it where there is none of the name", async () => {
    const made = await run();
    expect(made).toMatchObject({ isAccountNew: true, wasThereAlready: false });
    expect(await named("Account", input.account)).toMatchObject([{ Id: made.accountId }]);
    expect(await named("Opportunity", input.name)).toMatchObject([
      { Id: made.opportunityId, AccountId: made.accountId, StageName: "Prospecting", Amount: 1_250.5 },
    ]);
  });

  test("uses the account that is there, in whatever case its name is written", async () => {
    const made = await run({ account: "harbour law llp" });
    expect(made).toMatchObject({ isAccountNew: false });
    const [law] = await named("Account", "Harbour Law LLP");
    expect(made.accountId).toBe(law?.Id);
  });

  test("again under the same key finds it, and leaves alone what people have changed since", async () => {
    const made = await run();
    await commands["win-newest-opportunity"]?.run(org.context);
    expect(await run()).toEqual({ ...made, isAccountNew: false, wasThereAlready: true });
    expect(await named("Opportunity", input.name)).toMatchObject([{ StageName: "Closed Won" }]);
  });

  test("finds it by its reference though it was renamed", async () => {
    const { opportunityId } = await run();
    const record = await org.context.store.get("Opportunity", String(opportunityId), recordSchema);
    await org.context.store.put("Opportunity", String(opportunityId), { ...record, Name: "Nordlicht 2027" });
    expect(await run()).toMatchObject({ opportunityId, wasThereAlready: true });
  });

  test("creates a second one for a second order, under the same account", async () => {
    const [one, other] = [await run({}, "dlv_1"), await run({}, "dlv_2")];
    expect(other.accountId).toBe(one.accountId);
    expect(other.opportunityId).not.toBe(one.opportunityId);
  });

  test("by a field for the reference happens once, whichever answer is lost", async () => {
    for (const lost of [0, 1]) {
      loseAnswer(lost);
      await expect(run({ keyField: "Patchbay_Key__c" })).rejects.toMatchObject({ kind: "unavailable" });
    }
    await run({ keyField: "Patchbay_Key__c" });
    expect(await named("Opportunity", input.name)).toMatchObject([{ Patchbay_Key__c: "dlv_1" }]);
    expect(await named("Account", input.account)).toHaveLength(1);
  });

  test("does not take what a guest wrote for a reference of Salesforce's", async () => {
    await run({ account: "@{opportunity.id}", description: "Sing @{account.id}" });
    expect(await named("Account", "@ {opportunity.id}")).toHaveLength(1);
    expect(await run({ account: "@{opportunity.id}", description: "Sing @{account.id}" })).toMatchObject({
      wasThereAlready: true,
    });
  });
});

describe("an opportunity that cannot be created", () => {
  test("for its stage lists those that there are, and leaves nothing behind", async () => {
    const before = await countContent(org);
    for (const stage of ["Dreaming", "Id. Decision Makers"]) {
      await expect(run({ stage })).rejects.toMatchObject({
        kind: "invalid_input",
        message: expect.stringContaining("Prospecting, Offer sent"),
      });
    }
    expect(await countContent(org)).toEqual(before);
  });

  test("takes its new account back with it", async () => {
    const before = await countContent(org);
    // A field that can be searched by, and is no External ID.
    await expect(run({ keyField: "Opportunity.Name" })).rejects.toMatchObject({ kind: "not_found" });
    expect(await countContent(org)).toEqual(before);
  });
});
