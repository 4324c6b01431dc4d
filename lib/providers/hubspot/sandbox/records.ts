import { z } from "zod";
import { lookUp } from "#lib/look-up.ts";
import { Refused } from "../../sandbox-kit/api.ts";
import type { SandboxAccountContext, SandboxReply, SandboxStore } from "../../sandbox-kit/contract.ts";
import { listProperties, type ObjectType, type Property } from "./properties.ts";
import { findProblems, invalidValues } from "./validate.ts";

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

const kinds = { contacts: "contact", deals: "deal" } as const satisfies Record<ObjectType, string>;

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

type Taken = (property: string) => SandboxReply | Promise<SandboxReply>;

const firstIds = { contacts: 60_200_000_000, deals: 18_700_000_000 } as const;

/**
 * Makes a record whose unique values nobody else has; of two that race, one is made.
 * @param taken the refusal of a value that another record has
 * @throws {Refused}
 */
export async function addRecord(
  context: SandboxAccountContext,
  type: ObjectType,
  values: Readonly<Record<string, string>>,
  contactIds: readonly string[],
  taken: Taken,
): Promise<SandboxRecord> {
  const known = await requireValid(context.store, type, values);
  const id = String(firstIds[type] + (await context.store.next(`${type}-id`)));
  const conflict = await claimUnique(context, type, known, values, id);
  if (conflict) throw new Refused(await taken(conflict));
  const at = context.now().toISOString();
  const record = {
    id,
    properties: normalised(values),
    contactIds: [...contactIds],
    createdAt: at,
    updatedAt: at,
  };
  await context.store.put(kinds[type], id, record);
  return record;
}

/** What is the same as before is no change. @throws {Refused} */
export async function changeRecord(
  context: SandboxAccountContext,
  type: ObjectType,
  record: SandboxRecord,
  values: Readonly<Record<string, string>>,
  taken: Taken,
): Promise<SandboxRecord> {
  const known = await requireValid(context.store, type, values);
  const written = normalised(values);
  const changed = Object.entries(written).filter(
    ([name, value]) => (record.properties[name] ?? "") !== value,
  );
  if (changed.length === 0) return record;
  const conflict = await claimUnique(context, type, known, Object.fromEntries(changed), record.id);
  if (conflict) throw new Refused(await taken(conflict));
  for (const [name] of changed) {
    const before = record.properties[name];
    if (known.get(name)?.hasUniqueValue && before)
      await context.store.remove("unique-value", uniqueKey(type, name, before));
  }
  const properties = { ...record.properties, ...written };
  const next = { ...record, properties, updatedAt: context.now().toISOString() };
  await context.store.put(kinds[type], record.id, next);
  return next;
}

async function requireValid(
  store: SandboxStore,
  type: ObjectType,
  values: Readonly<Record<string, string>>,
): Promise<Map<string, Property>> {
  const known = await listProperties(store, type);
  const problems = findProblems(values, known);
  if (problems.length > 0) throw new Refused(invalidValues(problems));
  return known;
}

/** @returns the property whose value is another record's; null = all are free, and taken now */
async function claimUnique(
  { store }: SandboxAccountContext,
  type: ObjectType,
  known: ReadonlyMap<string, Property>,
  values: Readonly<Record<string, string>>,
  recordId: string,
): Promise<string | null> {
  const claimed: string[] = [];
  for (const [name, value] of Object.entries(values)) {
    if (!known.get(name)?.hasUniqueValue || value === "") continue;
    const key = uniqueKey(type, name, value);
    if (await store.add("unique-value", key, { recordId })) {
      claimed.push(key);
      continue;
    }
    for (const taken of claimed) await store.remove("unique-value", taken);
    return name;
  }
  return null;
}

/** HubSpot keeps addresses in small letters. */
function normalised(values: Readonly<Record<string, string>>): Record<string, string> {
  const { email } = values;
  return email === undefined ? { ...values } : { ...values, email: email.toLowerCase() };
}
