import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type postgres from "postgres";

/** The last migration that the rows are of. */
export const lastMigration = "0006_webhook_notices";
/** The moment at which the rows, and the answers to them, were written down. */
export const writtenAt = new Date("2026-11-26T12:00:00Z");
/** Opens what is sealed in the rows. */
export const encryptionKeys = `fixture:${Buffer.alloc(32, "fixture of version 6").toString("base64")}`;
/** Signs what is signed in the rows. */
export const authSecret = "the secret of the fixture of version 6";
/** Whose hash is in the rows: every scope of the merchant that most of them are of. */
export const apiKey = "pb_fixture_of_version_6_000000000000000000000000";
/** The app's own address in rows and answers. */
const writtenPort = "4400";

const folder = fileURLToPath(new URL("./rows/", import.meta.url));

/** What rows of other tables refer to, in an order in which each finds its own. */
const pointedAt = ["merchants", "users", "events", "webhooks", "deliveries", "integrations"].concat([
  "sandbox_accounts",
  "sandbox_inboxes",
]);

export type Row = Readonly<Record<string, unknown>>;

/** @returns the rows of a table, or of one where another row of the same name is asked for */
export function readRows(table: string): Row[] {
  return JSON.parse(readFileSync(`${folder}${table}.json`, "utf8"));
}

/** Writes every row into a database of that version. */
export async function loadRows(sql: postgres.Sql, port: string): Promise<void> {
  await sql.begin(async (tx) => {
    const tables = readdirSync(folder).map((file) => file.replace(/\.json$/, ""));
    for (const table of new Set([...pointedAt, ...tables])) {
      const text = toPort(readFileSync(`${folder}${table}.json`, "utf8"), port);
      await tx`INSERT INTO ${tx(table)} SELECT * FROM json_populate_recordset(NULL::${tx(table)}, ${text}::text::json)`;
    }
    await tx`SELECT setval(pg_get_serial_sequence('sandbox_objects', 'position'), max(position)) FROM sandbox_objects`;
  });
}

function toPort(text: string, port: string): string {
  return text.replaceAll(`localhost:${writtenPort}`, `localhost:${port}`);
}

/** A text of the app as it would be at the port that the rows were written at. */
export function toWrittenPort(text: string, port: string): string {
  return text
    .replaceAll(`localhost:${port}`, `localhost:${writtenPort}`)
    .replaceAll(`localhost%3A${port}`, `localhost%3A${writtenPort}`);
}
