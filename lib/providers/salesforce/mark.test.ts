import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { quoted } from "./client.ts";
import { referenceQuery } from "./mark.ts";
import { parseSoql } from "./sandbox/soql/parse.ts";

const hostile = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc
    .array(fc.constantFrom("'", "\\", "\\'", "\n", "\r", "\t", "\b", "\f", " OR ", "--", "%", "é", "𝄞"), {
      maxLength: 12,
    })
    .map((parts) => parts.join("")),
);

describe("a text within a query", () => {
  test("stays one text, whatever it is", () => {
    fc.assert(
      fc.property(hostile, hostile, (one, other) => {
        const soql = `SELECT Id FROM Lead WHERE LastName = ${quoted(one)} AND Company = ${quoted(other)} LIMIT 1`;
        expect(parseSoql(soql).conditions).toEqual([
          { path: "LastName", literal: { kind: "text", value: one } },
          { path: "Company", literal: { kind: "text", value: other } },
        ]);
      }),
      { numRuns: 300 },
    );
  });

  test("that ends in a backslash does not take the quote with it", () => {
    expect(quoted("Ana\\' OR Name != '")).toBe("'Ana\\\\\\' OR Name != \\''");
  });

  test("that is an idempotency key is looked for by its field", () => {
    const soql = referenceQuery({ object: "Lead", keyField: "Patchbay_Key__c", key: "dlv_1", where: "" });
    expect(soql).toBe("SELECT Id, Description FROM Lead WHERE Patchbay_Key__c = 'dlv_1' LIMIT 1");
  });
});
