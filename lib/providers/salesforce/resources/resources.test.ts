import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ProviderTest, startProviderTest } from "#lib/providers/testing/provider-test.ts";
import { salesforce } from "../provider.ts";

let org: ProviderTest;
beforeAll(async () => {
  org = await startProviderTest(salesforce);
});
afterAll(() => org.stop());

type Name = keyof typeof salesforce.resources;
const names: Name[] = ["objects", "lead-fields", "opportunity-stages", "external-id-fields"];

async function listIds(name: Name, query: { limit?: number; search?: string } = {}): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<(typeof salesforce.resources)[Name]["list"]>> = await salesforce.resources[
      name
    ].list(org.call(), { limit: 100, ...query, cursor });
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor;
  } while (cursor !== null);
  return ids;
}

describe("what a form can offer", () => {
  test.each(names)("%s are the same in pages of any size", async (name) => {
    const all = await listIds(name);
    expect(all.length).toBeGreaterThan(3);
    for (const limit of [1, 2, 3]) expect(await listIds(name, { limit })).toEqual(all);
  });

  test.each(names)("%s do not go on from a place that is none", async (name) => {
    const list = salesforce.resources[name].list(org.call(), { cursor: "bm8=", limit: 5 });
    await expect(list).rejects.toMatchObject({ kind: "invalid_input" });
  });

  test("objects are those that people keep records of", async () => {
    expect(await listIds("objects")).toEqual(["Account", "Contact", "Lead", "Opportunity", "Reservation__c"]);
    expect(await listIds("objects", { search: "reserv" })).toEqual(["Reservation__c"]);
  });

  test("fields of a lead are those that can be filled in, with what they take", async () => {
    const { items } = await salesforce.resources["lead-fields"].list(org.call(), {
      cursor: null,
      limit: 100,
    });
    expect(items.map(({ id }) => id)).not.toContain("CreatedDate");
    expect(items).toContainEqual({
      id: "LastName",
      label: "Last Name",
      details: { name: "LastName", type: "string", required: "yes" },
    });
    expect(items.find(({ id }) => id === "LeadSource")?.details?.choices).toBe(
      "Web, Phone Inquiry, Partner Referral, Purchased List, Other",
    );
  });

  test("stages stand in the order of the sales process, without those out of use", async () => {
    expect(await listIds("opportunity-stages")).toEqual([
      "Prospecting",
      "Offer sent",
      "Tasting agreed",
      "Negotiation/Review",
      "Closed Won",
      "Closed Lost",
    ]);
  });

  test("External ID fields are named with their object, and those of another object can be asked for", async () => {
    expect(await listIds("external-id-fields")).toEqual([
      "Lead.Patchbay_Key__c",
      "Contact.Loyalty_Number__c",
      "Account.Customer_Number__c",
      "Opportunity.Patchbay_Key__c",
    ]);
    expect(await listIds("external-id-fields", { search: "loyalty" })).toEqual(["Contact.Loyalty_Number__c"]);
    expect(await listIds("external-id-fields", { search: "Reservation__c" })).toEqual([
      "Reservation__c.Booking_Number__c",
    ]);
    expect(await listIds("external-id-fields", { search: "Nothing__c" })).toEqual([]);
  });
});
