import { globSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { runFields, runVerb } from "#lib/transport/run-verb.ts";
import { type Ctx, systemCtx } from "./context.ts";
import { requireOutput } from "./testing/strict-outputs.ts";
import { defineVerb } from "./verb.ts";

const order = z.object({ id: z.string(), lines: z.array(z.object({ sku: z.string() })) });
const findOrder = defineVerb({
  permission: "read",
  input: z.strictObject({ id: z.string().min(1), limit: z.coerce.number().default(25) }),
  output: order.extend({ limit: z.number(), key: z.string() }),
  async run({ input: { id, limit }, idempotencyKey = "none" }) {
    return { id, lines: [{ sku: "wine" }], limit, key: idempotencyKey };
  },
});

const ctx = systemCtx("mer_1", "tests");
const stranger: Ctx = { ...ctx, actor: { kind: "apiKey", id: "key_1", scopes: ["events:write"] } };

describe("a verb", () => {
  test("is called with input of its schema, and runs with what the schema makes of it", async () => {
    expect(await findOrder({ ctx, input: { id: "1" } })).toMatchObject({ id: "1", limit: 25, key: "none" });
    expect(await findOrder({ ctx, input: { id: "1", limit: "3" }, idempotencyKey: "k" })).toMatchObject({
      limit: 3,
      key: "k",
    });
  });

  test("asks for its permission before it looks at the input", async () => {
    await expect(runVerb(findOrder, { ctx: stranger, input: 7 })).rejects.toMatchObject({ status: 403 });
  });

  test("refuses a field that it does not know under its path, whoever asks", async () => {
    const refused = { status: 422, fieldErrors: [{ path: "colour" }] };
    await expect(runVerb(findOrder, { ctx, input: { id: "1", colour: "red" } })).rejects.toMatchObject(
      refused,
    );
    // @ts-expect-error a misspelt field does not compile
    await expect(findOrder({ ctx, input: { id: "1", colour: "red" } })).rejects.toMatchObject(refused);
    // @ts-expect-error neither where the values were not read yet
    await expect(runFields(findOrder, { ctx, input: { id: null, colour: "red" } })).rejects.toMatchObject({
      status: 422,
    });
  });

  test("that answers a field more than it declares fails in tests", async () => {
    const tellsAll = defineVerb({
      permission: "read",
      input: z.strictObject({}),
      output: order,
      run: async () => ({ id: "1", lines: [{ sku: "wine", cost: 3 }], secret: "s" }),
    });
    await expect(tellsAll({ ctx })).rejects.toThrow("lines.0.cost is not declared; secret is not declared");
  });
});

test.each([
  ["a field that is missing", { lines: [] }, "id:"],
  ["another type", { id: 1, lines: [] }, "id:"],
  ["a field more, deep inside", { id: "1", lines: [{ sku: "a" }, { sku: "b", cost: 1 }] }, "lines.1.cost"],
])("an answer with %s is not what the output says", (_, answer, told) => {
  expect(() => requireOutput(order, answer)).toThrow(told);
});

test("a field without a value is none", () => {
  expect(() => requireOutput(order, { id: "1", lines: [], note: undefined })).not.toThrow();
});

test("input that nobody has read comes in through the transport alone", () => {
  const files = globSync("{app,components,inngest,lib,scripts}/**/*.{ts,tsx}", { cwd: process.cwd() });
  const users = files.filter(
    (file) => !file.endsWith(".test.ts") && readFileSync(file, "utf8").includes("runUnread"),
  );
  expect(users.toSorted()).toEqual([
    "lib/auth/verb.ts",
    "lib/transport/endpoint.ts",
    "lib/transport/run-verb.ts",
  ]);
});
