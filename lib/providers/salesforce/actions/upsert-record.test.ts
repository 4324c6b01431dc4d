import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { type ProviderTest, startProviderTest } from "#lib/providers/testing/provider-test.ts";
import { salesforce } from "../provider.ts";
import { upsertRecord } from "./upsert-record.ts";

const recordSchema = z.looseObject({ Id: z.string() });

let org: ProviderTest;
beforeEach(async () => {
  org = await startProviderTest(salesforce);
});
afterEach(() => org.stop());

const input = {
  object: "Contact",
  externalIdField: "Contact.Loyalty_Number__c",
  externalId: "L-1001",
  fields: [{ field: "Loyalty_Points__c", value: 400 }],
};
const run = (over: object = {}) => org.run("upsert-record", { ...input, ...over });
const records = async (kind: string) =>
  (await org.context.store.list(kind, recordSchema)).map(({ data }) => data);

describe("writing a record by its External ID", () => {
  test("changes the fields that are named, and no others", async () => {
    expect(await run()).toMatchObject({ isNew: false });
    expect(await records("Contact")).toContainEqual(
      expect.objectContaining({ LastName: "Lindqvist", Loyalty_Number__c: "L-1001", Loyalty_Points__c: 400 }),
    );
  });

  test("creates the record where there is none, with the number", async () => {
    const fields = [{ field: "LastName", value: "Mbeki" }];
    const { recordId } = await run({ externalId: "L-7", fields });
    expect(await records("Contact")).toContainEqual(
      expect.objectContaining({ Id: recordId, LastName: "Mbeki", Loyalty_Number__c: "L-7" }),
    );
  });

  test("writes to objects of the org's own, and clears what is empty", async () => {
    const reservation = {
      object: "Reservation__c",
      externalIdField: "Booking_Number__c",
      externalId: "B-501",
    };
    await run({
      ...reservation,
      fields: [
        { field: "Day__c", value: "" },
        { field: "Is_Confirmed__c", value: false },
      ],
    });
    expect(await records("Reservation__c")).toMatchObject([{ Day__c: null, Is_Confirmed__c: false }]);
  });

  test.each(["a/b", "a b?c#d", "100%", "ü&=+", "...", "'quoted'"])(
    "takes the number %j as it is",
    async (externalId) => {
      await run({ externalId, fields: [{ field: "LastName", value: "Mbeki" }] });
      expect(await records("Contact")).toContainEqual(
        expect.objectContaining({ Loyalty_Number__c: externalId }),
      );
    },
  );

  test.each([".", "..", ""])("does not take %j, which would change the address", async (externalId) => {
    expect(salesforce.actions["upsert-record"].input.safeParse({ ...input, externalId }).success).toBe(false);
  });

  test.each(["Contact/Id", "Contact?x", "../Contact", "Contact Lead", "__proto__"])(
    "%j is no object",
    (object) => {
      expect(salesforce.actions["upsert-record"].input.safeParse({ ...input, object }).success).toBe(false);
    },
  );
});

describe("what Salesforce refuses", () => {
  test.each([
    [{ object: "Nothing__c", externalIdField: "X__c" }, "not_found"],
    [{ externalIdField: "Phone" }, "not_found"],
    [{ fields: [{ field: "Nothing__c", value: 1 }] }, "invalid_input"],
    [{ externalId: "L-9" }, "invalid_input"],
    [{ fields: [{ field: "Loyalty_Number__c", value: "L-2" }] }, "invalid_input"],
    [{ fields: [{ field: "AccountId", value: "001000000000000AAA" }] }, "not_found"],
    [{ object: "Account", externalIdField: "Contact.Loyalty_Number__c" }, "invalid_input"],
  ])("%j is %s", async (over, kind) => {
    const before = await records("Contact");
    await expect(run(over)).rejects.toMatchObject({ kind });
    expect(await records("Contact")).toEqual(before);
  });

  test("names the fields that are missing", async () => {
    await expect(run({ externalId: "L-9" })).rejects.toMatchObject({
      message: expect.stringContaining("(Field: LastName.)"),
    });
  });
});

test.each([".", "..", "L-2041.json", "a/b.XML", "marta@example.inc", "L-\ud800"])(
  "the value %j, which the address cannot carry, is refused beside its field",
  (externalId) => {
    const { input, example } = upsertRecord;
    const issues = input.safeParse({ ...example, externalId }).error?.issues ?? [];
    expect(issues.map(({ path }) => path.join("."))).toEqual(["externalId"]);
  },
);

test.each(["L/2041", "50%", "a b", "ü", "L.2041", "x?y#z", "..a"])(
  "the value %j goes as it is",
  (externalId) => {
    const { input, example } = upsertRecord;
    expect(input.safeParse({ ...example, externalId }).success).toBe(true);
  },
);
