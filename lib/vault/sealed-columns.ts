import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import { credentials, oauthStates } from "#db/schema/integrations.ts";
import { idempotencyKeys } from "#db/schema/platform.ts";
import { webhooks } from "#db/schema/webhooks.ts";
import type { SealedPlace } from "#lib/crypto/seal.ts";

/** A column whose values are sealed. Its names are those of the `SealedPlace` that its values are bound to. */
export type SealedColumn = {
  table: PgTable;
  tableName: string;
  column: PgColumn;
  merchantId: PgColumn;
  rowId: PgColumn;
  /** What its rows are walked by: the primary key, in the order of its index. */
  keyset: readonly ("merchantId" | "rowId")[];
};

/** Every sealed column of the database. A new one gets a line here, or its secrets would be lost with the old key. */
export const sealedColumns: readonly SealedColumn[] = [
  {
    table: webhooks,
    tableName: "webhooks",
    column: webhooks.sealed,
    merchantId: webhooks.merchantId,
    rowId: webhooks.id,
    keyset: ["rowId"],
  },
  {
    table: credentials,
    tableName: "credentials",
    column: credentials.sealed,
    merchantId: credentials.merchantId,
    rowId: credentials.integrationId,
    keyset: ["rowId"],
  },
  {
    table: oauthStates,
    tableName: "oauth_states",
    column: oauthStates.sealed,
    merchantId: oauthStates.merchantId,
    rowId: oauthStates.id,
    keyset: ["rowId"],
  },
  {
    table: idempotencyKeys,
    tableName: "idempotency_keys",
    column: idempotencyKeys.body,
    merchantId: idempotencyKeys.merchantId,
    rowId: idempotencyKeys.key,
    keyset: ["merchantId", "rowId"],
  },
];

export type SealedRow = { merchantId: string; rowId: string; sealed: string };

/** The place that a row's value was sealed for. */
export function toSealedPlace(sealedColumn: SealedColumn, row: SealedRow): SealedPlace {
  return {
    merchantId: row.merchantId,
    table: sealedColumn.tableName,
    rowId: row.rowId,
    column: sealedColumn.column.name,
  };
}
