import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { type ProviderTest, startProviderTest } from "#lib/providers/testing/provider-test.ts";
import { countContent } from "#lib/providers/testing/sandbox-content.ts";
import { salesforce } from "../provider.ts";
import { checkOfId, recordId } from "./record-id.ts";

let org: ProviderTest;
beforeAll(async () => {
  org = await startProviderTest(salesforce);
});
afterAll(() => org.stop());

const base = "/services/data/v67.0";
const errors = z.array(z.looseObject({ errorCode: z.string(), message: z.string() }));

async function ask(
  method: "GET" | "POST" | "PATCH",
  path: string,
  json?: unknown,
  host = org.account.externalId,
) {
  const reply = await org.call().request({ method, url: `https://${host}${path}`, json });
  return { status: reply.status, json: reply.json, headers: reply.headers };
}
const select = (soql: string) => ask("GET", `${base}/query?q=${encodeURIComponent(soql)}`);
const together = (allOrNone: boolean, ...compositeRequest: object[]) =>
  ask("POST", `${base}/composite`, { allOrNone, compositeRequest });

describe("a query", () => {
  test("answers as Salesforce does", async () => {
    const { status, json, headers } = await select(
      "select id, Name from account where Name = 'HARBOUR law llp'",
    );
    expect(status).toBe(200);
    expect(headers["sforce-limit-info"]).toMatch(/^api-usage=\d+\/15000$/);
    expect(json).toEqual({
      totalSize: 1,
      done: true,
      records: [
        {
          attributes: { type: "Account", url: `${base}/sobjects/Account/${recordId("001", 1)}` },
          Id: recordId("001", 1),
          Name: "Harbour Law LLP",
        },
      ],
    });
  });

  test("looks through a relationship, in order, up to a limit", async () => {
    const where = "WHERE Account.Name = 'Weber Events'";
    const { json } = await select(`SELECT Name FROM Opportunity ${where} ORDER BY CreatedDate DESC LIMIT 5`);
    expect(json).toMatchObject({ totalSize: 1, records: [{ Name: "Wedding, 90 guests" }] });
    expect((await select("SELECT Name FROM Opportunity ORDER BY Amount DESC LIMIT 1")).json).toMatchObject({
      records: [{ Name: "Wedding, 90 guests" }],
    });
  });

  test.each([
    ["SELEC Id FROM Lead", "MALFORMED_QUERY"],
    ["SELECT Id FROM Lead WHERE LastName LIKE 'A%'", "MALFORMED_QUERY"],
    ["SELECT Id FROM Lead WHERE LastName = 'A' OR LastName = 'B'", "MALFORMED_QUERY"],
    ["SELECT Id FROM Lead WHERE LastName = 'A", "MALFORMED_QUERY"],
    ["SELECT Id FROM Lead WHERE LastName = 'A\\q'", "MALFORMED_QUERY"],
    ["SELECT Id FROM Lead LIMIT", "MALFORMED_QUERY"],
    ["SELECT Id FROM Lead GROUP BY Id", "MALFORMED_QUERY"],
    ["SELECT Nothing FROM Lead", "INVALID_FIELD"],
    ["SELECT Id FROM Lead WHERE Description = 'x'", "INVALID_FIELD"],
    ["SELECT Id FROM Lead WHERE Guests__c = '3'", "INVALID_FIELD"],
    ["SELECT Id FROM Lead WHERE LastName = 3", "INVALID_FIELD"],
    ["SELECT Id FROM Lead WHERE Owner.Name = 'x'", "INVALID_FIELD"],
    ["SELECT Id FROM Nothing", "INVALID_TYPE"],
  ])("%s is refused as %s", async (soql, errorCode) => {
    const { status, json } = await select(soql);
    expect(status).toBe(400);
    expect(errors.parse(json)).toMatchObject([{ errorCode }]);
  });
});

describe("requests that are sent together", () => {
  const account = (referenceId: string, Name = "Together Ltd") => ({
    method: "POST",
    url: `${base}/sobjects/Account`,
    referenceId,
    body: { Name },
  });
  const deal = { method: "POST", url: `${base}/sobjects/Opportunity`, referenceId: "deal" };
  const fields = { Name: "Deal", StageName: "Prospecting", CloseDate: "2027-01-01" };

  test("use what an earlier one made", async () => {
    const { json } = await together(true, account("a"), {
      ...deal,
      body: { ...fields, AccountId: "@{a.id}" },
    });
    expect(json).toMatchObject({
      compositeResponse: [
        { referenceId: "a", httpStatusCode: 201, body: { success: true } },
        { referenceId: "deal", httpStatusCode: 201 },
      ],
    });
  });

  test("happen all or not at all, where that is asked for", async () => {
    const before = await countContent(org);
    const { json } = await together(true, account("a"), { ...deal, body: { Name: "Deal" } });
    expect(json).toMatchObject({
      compositeResponse: [
        { referenceId: "a", httpStatusCode: 400, body: [{ errorCode: "PROCESSING_HALTED" }] },
        { referenceId: "deal", httpStatusCode: 400, body: [{ errorCode: "REQUIRED_FIELD_MISSING" }] },
      ],
    });
    expect(await countContent(org)).toEqual(before);
  });

  test("happen each for itself otherwise", async () => {
    const { json } = await together(false, account("a", ""), account("b", "Alone Ltd"));
    expect(json).toMatchObject({ compositeResponse: [{ httpStatusCode: 400 }, { httpStatusCode: 201 }] });
  });

  test("are refused where they are too many, or two have one name", async () => {
    const look = (index: number) => ({ method: "GET", url: `${base}/query?q=x`, referenceId: `r${index}` });
    const many = Array.from({ length: 26 }, (_, index) => account(`r${index}`));
    for (const requests of [many, [look(1), look(1)], [0, 1, 2, 3, 4, 5].map(look)]) {
      expect((await together(true, ...requests)).status).toBe(400);
    }
  });
});

describe("a record", () => {
  const lead = { LastName: "Silva", Company: "Ana" };

  // https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/errorcodes.htm
  test.each([
    ["POST", "Lead", { Company: "Ana" }, 400, "REQUIRED_FIELD_MISSING", ["LastName"]],
    ["POST", "Lead", { ...lead, LastName: null }, 400, "REQUIRED_FIELD_MISSING", ["LastName"]],
    ["POST", "Lead", { ...lead, Nothing__c: "x" }, 400, "INVALID_FIELD", undefined],
    ["POST", "Lead", { ...lead, Guests__c: "many" }, 400, "JSON_PARSER_ERROR", undefined],
    ["POST", "Lead", { ...lead, LastName: { text: "Silva" } }, 400, "JSON_PARSER_ERROR", undefined],
    ["POST", "Lead", [lead], 400, "JSON_PARSER_ERROR", undefined],
    ["POST", "Lead", { ...lead, FirstName: "x".repeat(41) }, 400, "STRING_TOO_LONG", ["FirstName"]],
    ["POST", "Lead", { ...lead, Email: "silva" }, 400, "INVALID_EMAIL_ADDRESS", ["Email"]],
    [
      "POST",
      "Lead",
      { ...lead, CreatedDate: "2027-01-01" },
      400,
      "INVALID_FIELD_FOR_INSERT_UPDATE",
      ["CreatedDate"],
    ],
    [
      "POST",
      "Contact",
      { LastName: "Silva", AccountId: recordId("001", 999) },
      400,
      "INVALID_CROSS_REFERENCE_KEY",
      ["AccountId"],
    ],
    ["POST", "Nothing__c", {}, 404, "NOT_FOUND", undefined],
    ["PATCH", "Lead/Email/a@example.com", lead, 404, "NOT_FOUND", undefined],
    [
      "PATCH",
      "Lead/Patchbay_Key__c/1",
      { ...lead, Patchbay_Key__c: "1" },
      400,
      "INVALID_FIELD",
      ["Patchbay_Key__c"],
    ],
  ] as const)("%s %s with %j is refused: %i %s", async (method, path, json, status, errorCode, fields) => {
    const reply = await ask(method, `${base}/sobjects/${path}`, json);
    const error = { errorCode, message: expect.any(String), ...(fields ? { fields } : {}) };
    expect(reply).toMatchObject({ status, json: [error] });
  });

  test("that is created says where it is", async () => {
    const { status, json, headers } = await ask("POST", `${base}/sobjects/Lead`, lead);
    expect(status).toBe(201);
    const { id } = z.object({ id: z.string() }).parse(json);
    expect(headers.location).toBe(`${base}/sobjects/Lead/${id}`);
    expect(
      await together(true, { method: "POST", url: `${base}/sobjects/Lead`, referenceId: "lead", body: lead }),
    ).toMatchObject({
      json: {
        compositeResponse: [{ httpHeaders: { Location: expect.stringContaining("/sobjects/Lead/00Q") } }],
      },
    });
  });
});

describe("an address", () => {
  test("of another org, of no org's version, or of nothing is refused as such", async () => {
    expect((await ask("GET", `${base}/sobjects`, undefined, "other.my.salesforce.com")).status).toBe(401);
    expect((await ask("GET", "/services/data/v66.0/sobjects")).status).toBe(404);
    expect((await ask("GET", `${base}/nothing`)).status).toBe(404);
    expect((await ask("GET", `${base}/sobjects/Lead`)).status).toBe(405);
  });

  test("of an object that nobody creates takes no record", async () => {
    const { status, json } = await ask("POST", `${base}/sobjects/OpportunityStage`, { ApiName: "Mine" });
    expect(status).toBe(400);
    expect(errors.parse(json)).toHaveLength(1);
  });
});

test.each(["001R00000033I6AIAU", "00190000001pPvHAAU", "00Dx0000000BV7zEAG"])(
  "ids carry their check as those of Salesforce's guide do: %s",
  (id) => {
    expect(checkOfId(id.slice(0, 15))).toBe(id.slice(15));
    expect(recordId("00Q", 62)).toBe(`00Q5g0000000010${checkOfId("00Q5g0000000010")}`);
  },
);
