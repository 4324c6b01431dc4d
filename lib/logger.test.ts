import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { createLogger } from "./logger.ts";

function capture() {
  const lines: string[] = [];
  return { lines, logger: createLogger("info", { write: (line) => lines.push(line) }) };
}

test("values under the names of secrets are cut out", () => {
  const { lines, logger } = capture();
  logger.info(
    { password: "p1", request: { authorization: "p2", headers: { cookie: "p3" } }, path: "/x" },
    "hello",
  );
  expect(lines.join()).not.toMatch(/p1|p2|p3/);
  expect(JSON.parse(lines[0] ?? "")).toMatchObject({ level: "info", msg: "hello", path: "/x" });
});

test("the parameters of a failed query do not reach the log; the query and the cause do", async () => {
  const { lines, logger } = capture();
  const error = await db()
    .execute(sql`SELECT ${"whsec_very_secret"} FROM no_such_table`)
    .catch((caught: unknown) => caught);
  logger.error({ err: error }, "query failed");
  expect(lines.join()).not.toContain("whsec_very_secret");
  expect(JSON.parse(lines[0] ?? "")).toMatchObject({
    err: { message: expect.stringContaining("no_such_table"), cause: { code: "42P01" } },
  });
});
