import { z } from "zod";
import { lookUp } from "#lib/look-up.ts";
import type { SandboxStore } from "../../sandbox-kit/contract.ts";
import type { ObjectType } from "./property.ts";

/** A contact or a deal; `contactIds` are those that a deal is about. */
export const recordSchema = z.strictObject({
  id: z.string(),
  properties: z.record(z.string(), z.string()),
  contactIds: z.array(z.string()),
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type SandboxRecord = z.infer<typeof recordSchema>;

const indexSchema = z.strictObject({ recordId: z.string() });

export const kinds = { contacts: "contact", deals: "deal" } as const satisfies Record<ObjectType, string>;

/** Where the id of the record with a unique value is kept. */
export function uniqueKey(type: ObjectType, property: string, value: string): string {
  return `${type}.${property}=${value.toLowerCase()}`;
}

/** By id, or by the value of a unique property. */
export async function findRecord(
  store: SandboxStore,
  type: ObjectType,
  idOrValue: string,
  idProperty: string | null,
): Promise<SandboxRecord | null> {
  if (idProperty === null || idProperty === "hs_object_id") {
    return store.get(kinds[type], idOrValue, recordSchema);
  }
  const index = await store.get("unique-value", uniqueKey(type, idProperty, idOrValue), indexSchema);
  return index ? store.get(kinds[type], index.recordId, recordSchema) : null;
}

const systemProperties = {
  contacts: ["createdate", "hs_object_id", "lastmodifieddate"],
  deals: ["createdate", "hs_lastmodifieddate", "hs_object_id"],
} as const;
const shownByDefault = {
  contacts: ["email", "firstname", "lastname"],
  deals: ["amount", "closedate", "dealname", "dealstage", "pipeline"],
} as const;

/** The schema `SimplePublicObject`. @param asked undefined: those that HubSpot shows unasked */
export function show(type: ObjectType, record: SandboxRecord, asked: readonly string[] | undefined) {
  const { id, createdAt, updatedAt } = record;
  const values: Record<string, string> = {
    ...record.properties,
    createdate: createdAt,
    hs_object_id: id,
    lastmodifieddate: updatedAt,
    hs_lastmodifieddate: updatedAt,
  };
  const names = new Set([...(asked ?? shownByDefault[type]), ...systemProperties[type]]);
  const properties = Object.fromEntries(
    [...names].toSorted().map((name) => [name, lookUp(values, name) ?? null]),
  );
  return { id, properties, createdAt, updatedAt, archived: false };
}

/** `properties=a,b` or `properties=a&properties=b`; undefined where none are asked for. */
export function askedProperties(url: URL): string[] | undefined {
  const names = url.searchParams.getAll("properties").flatMap((text) => text.split(","));
  return names.length === 0 ? undefined : names.filter(Boolean);
}
