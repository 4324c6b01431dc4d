import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { getTableColumns, is } from "drizzle-orm";
import { getTableConfig, PgTable } from "drizzle-orm/pg-core";
import { expect, test } from "vitest";
import { sealedColumns } from "./sealed-columns.ts";

const projectRoot = join(import.meta.dirname, "../..");
const listed = sealedColumns.map(({ tableName, column }) => `${tableName}.${column.name}`).sort();

test("every column of the schema that is called sealed is in the list", async () => {
  const found: string[] = [];
  for (const file of globSync("db/schema/*.ts", { cwd: projectRoot })) {
    const exported: Record<string, unknown> = await import(join(projectRoot, file));
    for (const table of Object.values(exported)) {
      if (!is(table, PgTable)) continue;
      for (const { name, dataType } of Object.values(getTableColumns(table))) {
        // A moment is no secret: days of the ledger are sealed, too.
        if (/sealed/i.test(name) && dataType !== "date") found.push(`${getTableConfig(table).name}.${name}`);
      }
    }
  }
  expect(found.length).toBeGreaterThanOrEqual(3);
  expect(listed).toEqual(expect.arrayContaining(found));
});

test("every place that the code seals for is in the list, and the list names no other", () => {
  const places = new Set<string>();
  for (const file of globSync("lib/**/*.ts", { cwd: projectRoot })) {
    if (file.endsWith(".test.ts")) continue;
    const source = readFileSync(join(projectRoot, file), "utf8");
    for (const [, table, column] of source.matchAll(/table: "(\w+)",\s*rowId[^}]*?column: "(\w+)"/g)) {
      places.add(`${table}.${column}`);
    }
  }
  // Asked for by name, since an expression that finds nothing would prove nothing.
  expect([...places]).toEqual(expect.arrayContaining(["webhooks.sealed", "idempotency_keys.body"]));
  expect(listed).toEqual(expect.arrayContaining([...places]));
});

test("each entry's columns are those of its table", () => {
  for (const { table, tableName, column, merchantId, rowId, keyset } of sealedColumns) {
    const { name, columns, primaryKeys } = getTableConfig(table);
    expect(name).toBe(tableName);
    expect(columns).toEqual(expect.arrayContaining([column, merchantId, rowId]));
    const named = { merchantId, rowId };
    const ownKey = columns.filter(({ primary }) => primary);
    const key = ownKey.length > 0 ? ownKey : (primaryKeys[0]?.columns ?? []);
    expect(keyset.map((part) => named[part].name)).toEqual(key.map((part) => part.name));
  }
});
