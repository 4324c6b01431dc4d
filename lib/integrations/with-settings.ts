import { type SQL, sql } from "drizzle-orm";
import { integrations } from "#db/schema/integrations.ts";

/** An integration's settings with some of them set again: merged where they lie, so that no other change is undone. */
export function withSettings(patch: Readonly<Record<string, string>>): SQL {
  return sql`(${integrations.settings}::jsonb || ${JSON.stringify(patch)}::jsonb)::json`;
}
