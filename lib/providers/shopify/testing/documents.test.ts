import { NoDeprecatedCustomRule, parse, validate } from "graphql";
import { describe, expect, test } from "vitest";
import { adminSchema } from "../sandbox/admin-schema.ts";
import { requestedCost } from "../sandbox/query-cost.ts";
import { clientDocuments, countWrittenDocuments } from "./client-documents.ts";
import { officialSchema } from "./read-official-admin.ts";

const documents = await clientDocuments();

function findProblems(...[schema, document, rules]: Parameters<typeof validate>): string[] {
  return validate(schema, document, rules).map(({ message }) => message);
}

describe("each GraphQL document of the client", () => {
  test("is looked at here", () => {
    expect(documents.size).toBeGreaterThan(10);
    expect(countWrittenDocuments()).toBe(documents.size);
  });

  test.each([...documents])("%s is valid against Shopify's own schema", (_name, text) => {
    expect(findProblems(officialSchema(), parse(text))).toEqual([]);
  });

  test.each([...documents])("%s uses nothing that Shopify is about to remove", (_name, text) => {
    expect(findProblems(officialSchema(), parse(text), [NoDeprecatedCustomRule])).toEqual([]);
  });

  test.each([...documents])("%s is played by the sandbox, and costs what one query may", (_name, text) => {
    expect(findProblems(adminSchema, parse(text))).toEqual([]);
    const cost = requestedCost(adminSchema, parse(text), { first: 100 });
    expect(cost).toBeGreaterThan(0);
    expect(cost).toBeLessThanOrEqual(1_000);
  });

  test("would be found out if it asked for what there is not", () => {
    expect(findProblems(officialSchema(), parse("query Wrong { shop { moonPhase } }"))).toHaveLength(1);
  });
});
