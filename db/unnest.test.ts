import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "./client.ts";
import { type SentColumn, unnestRows } from "./unnest.ts";

type Row = { text: string | null; data: unknown; total: number | null; isCut: boolean; at: Date };

const columns = {
  text: ["text", (row) => row.text],
  data: ["json", (row) => (row.data === null ? null : JSON.stringify(row.data))],
  total: ["real", (row) => row.total],
  is_cut: ["boolean", (row) => row.isCut],
  at: ["timestamptz", (row) => row.at.toISOString()],
} satisfies Record<string, SentColumn<Row>>;

function read(rows: readonly Row[]) {
  return db().execute(sql`
    SELECT text, data::text AS data, total, is_cut AS "isCut", extract(epoch FROM at) * 1000 = ${rows[0]?.at.getTime() ?? 0} AS "isThen"
    FROM ${unnestRows("sent", rows, columns)}`);
}

const at = new Date();
const plain: Row = { text: "a", data: { b: 1 }, total: 1.5, isCut: false, at };

test("whatever rows hold arrives as it was, in their order", async () => {
  const texts = ["", "null", "NULL", '"', "\\", '\\"', "a,b", "{}", "line\nbreak\r\ttab", "“ü” 😀", " "];
  const rows = texts.map((text) => ({ ...plain, text, data: { text } }));
  const found = texts.map((text) => ({
    text,
    data: JSON.stringify({ text }),
    total: 1.5,
    isCut: false,
    isThen: true,
  }));
  expect([...(await read(rows))]).toEqual(found);
});

test("null is null in each column, in one row and among others", async () => {
  const empty = { ...plain, text: null, data: null, total: null };
  const nothing = { text: null, data: null, total: null, isCut: false, isThen: true };
  const something = { text: "a", data: '{"b":1}', total: 1.5, isCut: false, isThen: true };
  expect([...(await read([empty]))]).toEqual([nothing]);
  expect([...(await read([empty, plain, empty]))]).toEqual([nothing, something, nothing]);
});
