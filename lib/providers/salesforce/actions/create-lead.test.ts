import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { type ProviderTest, startProviderTest } from "#lib/providers/testing/provider-test.ts";
import { loseAnswer } from "#lib/providers/testing/sandbox-server.ts";
import { salesforce } from "../provider.ts";
import { commands } from "../sandbox/commands.ts";

const leadSchema = z.looseObject({ Id: z.string(), LastName: z.string() });

let org: ProviderTest;
beforeEach(async () => {
  org = await startProviderTest(salesforce);
});
afterEach(() => org.stop());

const input = { lastName: "O'Brien", company: "Back\\slash's", email: "pat@example.com" };
const leads = async () => (await org.context.store.list("Lead", leadSchema)).map(({ data }) => data);
const leadsNamed = async (name: string) => (await leads()).filter(({ LastName }) => LastName === name);

describe("creating a lead", () => {
  test("writes the fields, the others that are named, and the reference on a line of its own", async () => {
    const { example } = salesforce.actions["create-lead"];
    const { leadId, url } = await org.run("create-lead", example, { idempotencyKey: "dlv_1" });
    const lead = (await leads()).find(({ Id }) => Id === leadId);
    expect(lead).toMatchObject({
      LastName: "Weber",
      FirstName: "Jonas",
      Company: "Weber Events",
      LeadSource: "Web",
      Description: expect.stringMatching(/vegetarian\.\n\nPatchbay reference: dlv_1$/),
    });
    expect(url).toBe(`https://${org.account.externalId}/${leadId}`);
  });

  test("takes names with quotes and backslashes, and finds them again", async () => {
    const first = await org.run("create-lead", input, { idempotencyKey: "dlv_1" });
    const again = await org.run("create-lead", input, { idempotencyKey: "dlv_1" });
    expect(again).toEqual({ ...first, wasThereAlready: true });
    expect(await leadsNamed("O'Brien")).toHaveLength(1);
  });

  test("creates another one for another order of the same guest, be their keys alike at the start", async () => {
    for (const idempotencyKey of ["dlv_1", "dlv_11", "dlv_2"]) {
      expect(await org.run("create-lead", input, { idempotencyKey })).toMatchObject({
        wasThereAlready: false,
      });
    }
    expect(await leadsNamed("O'Brien")).toHaveLength(3);
  });

  test("asked again later, leaves alone what people have changed since", async () => {
    await org.run("create-lead", input, { idempotencyKey: "dlv_1" });
    await commands["call-newest-lead"]?.run(org.context);
    await org.run("create-lead", input, { idempotencyKey: "dlv_1" });
    expect(await leadsNamed("O'Brien")).toMatchObject([{ Status: "Working - Contacted" }]);
  });
});

describe("with a field for the reference", () => {
  const keyed = { ...input, keyField: "Lead.Patchbay_Key__c" };

  test("keeps it there, out of the description", async () => {
    await org.run("create-lead", { ...keyed, description: "Terrace" }, { idempotencyKey: "dlv_1" });
    expect(await leadsNamed("O'Brien")).toMatchObject([{ Patchbay_Key__c: "dlv_1", Description: "Terrace" }]);
  });

  test("finds the lead though it was renamed, and changes nothing", async () => {
    const run = () => org.run("create-lead", keyed, { idempotencyKey: "dlv_1" });
    const { leadId } = await run();
    const lead = await org.context.store.get("Lead", String(leadId), leadSchema);
    await org.context.store.put("Lead", String(leadId), {
      ...lead,
      LastName: "Brien",
      Status: "Working - Contacted",
    });
    expect(await run()).toMatchObject({ leadId, wasThereAlready: true });
    expect(await leadsNamed("Brien")).toMatchObject([{ Status: "Working - Contacted" }]);
  });

  test("creates one lead though the answer to the first try was lost", async () => {
    const run = () => org.run("create-lead", keyed, { idempotencyKey: "dlv_1" });
    loseAnswer(1);
    await expect(run()).rejects.toMatchObject({ kind: "unavailable" });
    expect(await run()).toMatchObject({ wasThereAlready: true });
    expect(await leadsNamed("O'Brien")).toHaveLength(1);
  });

  test("of another object says whose it is", async () => {
    const run = org.run("create-lead", { ...input, keyField: "Contact.Loyalty_Number__c" });
    await expect(run).rejects.toMatchObject({
      kind: "invalid_input",
      message: expect.stringContaining("belongs to Contact"),
    });
  });

  test("that does not exist says so", async () => {
    const run = org.run("create-lead", { ...input, keyField: "No_Such__c" });
    await expect(run).rejects.toMatchObject({
      kind: "invalid_input",
      detail: expect.stringContaining("No_Such__c"),
    });
  });
});

describe("a lead that Salesforce does not take", () => {
  test.each([
    [[{ field: "Nonsense__c", value: "x" }], "INVALID_FIELD"],
    [[{ field: "CreatedDate", value: "2026-01-01" }], "INVALID_FIELD_FOR_INSERT_UPDATE"],
    [[{ field: "City", value: "x".repeat(41) }], "STRING_TOO_LONG"],
    [[{ field: "Guests__c", value: "many" }], "JSON_PARSER_ERROR"],
  ])("%j is refused as %s", async (otherFields, code) => {
    await expect(org.run("create-lead", { ...input, otherFields })).rejects.toMatchObject({
      kind: "invalid_input",
      detail: expect.stringContaining(code),
    });
    expect(await leadsNamed("O'Brien")).toEqual([]);
  });

  test("a field that is filled in twice is not sent", async () => {
    const otherFields = [{ field: "lastname", value: "Other" }];
    await expect(org.run("create-lead", { ...input, otherFields })).rejects.toMatchObject({
      kind: "invalid_input",
      message: expect.stringContaining("twice"),
    });
  });

  test("a possible duplicate is a conflict, and saved where that is allowed", async () => {
    await commands["switch-duplicate-rule"]?.run(org.context);
    const taken = { ...input, email: "lena.brandt@example.com" };
    await expect(org.run("create-lead", taken)).rejects.toMatchObject({ kind: "conflict" });
    await org.run("create-lead", { ...taken, areDuplicatesAllowed: true });
    expect(await leadsNamed("O'Brien")).toHaveLength(1);
  });

  test("text that runs over lines is no name", () => {
    const { input: schema } = salesforce.actions["create-lead"];
    expect(schema.safeParse({ ...input, company: "A\nB" }).success).toBe(false);
  });
});
