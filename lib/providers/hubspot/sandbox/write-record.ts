import type { SandboxDesk, SandboxReply } from "../../sandbox-kit/contract.ts";
import { listProperties, type ObjectType, type Property } from "./property.ts";
import { kinds, type SandboxRecord, uniqueKey } from "./record.ts";
import { invalidValues, problemsOf } from "./validate.ts";

type Written = { record: SandboxRecord } | { refused: SandboxReply } | { conflictWith: string };

const firstIds = { contacts: 60_200_000_000, deals: 18_700_000_000 } as const;

/** Makes a record whose unique values nobody else has; of two that race, one is made. */
export async function addRecord(
  desk: SandboxDesk,
  type: ObjectType,
  values: Readonly<Record<string, string>>,
  contactIds: readonly string[],
): Promise<Written> {
  const known = await listProperties(desk.store, type);
  const problems = problemsOf(values, known);
  if (problems.length > 0) return { refused: invalidValues(problems) };
  const id = String(firstIds[type] + (await desk.store.next(`${type}-id`)));
  const conflict = await claimUnique(desk, type, known, values, id);
  if (conflict) return { conflictWith: conflict };
  const at = desk.now().toISOString();
  const record = {
    id,
    properties: normalised(values),
    contactIds: [...contactIds],
    createdAt: at,
    updatedAt: at,
  };
  await desk.store.put(kinds[type], id, record);
  return { record };
}

/** What is the same as before is no change. */
export async function changeRecord(
  desk: SandboxDesk,
  type: ObjectType,
  record: SandboxRecord,
  values: Readonly<Record<string, string>>,
): Promise<Written> {
  const known = await listProperties(desk.store, type);
  const problems = problemsOf(values, known);
  if (problems.length > 0) return { refused: invalidValues(problems) };
  const given = normalised(values);
  const changed = Object.entries(given).filter(([name, value]) => (record.properties[name] ?? "") !== value);
  if (changed.length === 0) return { record };
  const conflict = await claimUnique(desk, type, known, Object.fromEntries(changed), record.id);
  if (conflict) return { conflictWith: conflict };
  for (const [name] of changed) {
    const before = record.properties[name];
    if (known.get(name)?.hasUniqueValue && before)
      await desk.store.remove("unique-value", uniqueKey(type, name, before));
  }
  const properties = { ...record.properties, ...given };
  const next = { ...record, properties, updatedAt: desk.now().toISOString() };
  await desk.store.put(kinds[type], record.id, next);
  return { record: next };
}

/** @returns the property whose value is another record's; null = all are free, and taken now */
async function claimUnique(
  { store }: SandboxDesk,
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
