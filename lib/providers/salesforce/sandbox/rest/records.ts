import type { SandboxReply } from "../../../sandbox-kit/contract.ts";
import { ApiFault, invalidField, notFound } from "../answers.ts";
import { basePath, formatTime, listRecords, type Org, type OrgRecord, putRecord } from "../org.ts";
import { recordId } from "../record-id.ts";
import type { FieldDefinition, ObjectDefinition } from "../schema/definition.ts";
import { findField, findObject } from "../schema/objects.ts";
import { checkDuplicateRule } from "./duplicate-rule.ts";
import { readValues, requireValues } from "./values.ts";

type Write = { object: ObjectDefinition; body: unknown; headers: Readonly<Record<string, string>> };

/** Seeds have the numbers below. */
const firstNumber = 1_000;

/** https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/dome_sobject_create.htm */
export async function createRecord(org: Org, write: Write): Promise<SandboxReply> {
  const values = readValues(write.object, write.body);
  const id = await insert(org, write, values);
  return {
    status: 201,
    headers: createLocationHeader(write.object, id),
    json: { id, success: true, errors: [] },
  };
}

/** https://developer.salesforce.com/docs/platform/api-rest/guide/dome-upsert.html */
export async function upsertRecord(
  org: Org,
  write: Write,
  key: { field: string; value: string },
): Promise<SandboxReply> {
  const { object, body } = write;
  const definition = findField(object, key.field);
  if (!definition?.isExternalId) {
    throw notFound(`Provided external ID field does not exist or is not accessible: ${key.field}`);
  }
  const values = readValues(object, body);
  if (definition.name in values) {
    const message = `The ${definition.name} field should not be specified in the sobject data.`;
    throw new ApiFault(400, "INVALID_FIELD", message, [definition.name]);
  }
  const [found, ...others] = (await listRecords(org, object)).filter((one) =>
    isSame(one[definition.name], key.value),
  );
  if (others.length > 0)
    return { status: 300, json: [found, ...others].map((one) => buildPath(object, one)) };
  if (found) {
    await update(org, object, found, values);
    return { status: 200, json: { id: found.Id, success: true, errors: [], created: false } };
  }
  const id = await insert(org, write, { ...values, ...readValues(object, { [definition.name]: key.value }) });
  return {
    status: 201,
    headers: createLocationHeader(object, id),
    json: { id, success: true, errors: [], created: true },
  };
}

function createLocationHeader({ name }: ObjectDefinition, id: string): Record<string, string> {
  return { location: `${basePath}/sobjects/${name}/${id}` };
}

async function insert(
  org: Org,
  { object, headers }: Write,
  values: Record<string, unknown>,
): Promise<string> {
  const record = { ...getDefaults(object), ...withoutNulls(values) };
  requireValues(object, record);
  await checkReferences(org, object, record);
  await checkUnique(org, object, record, null);
  await checkDuplicateRule(org, object, record, headers);
  const id = recordId(object.keyPrefix, firstNumber + (await org.store.next(object.name)));
  const now = formatTime(org.now);
  await putRecord(org, object, { Id: id, CreatedDate: now, LastModifiedDate: now, ...record });
  return id;
}

async function update(
  org: Org,
  object: ObjectDefinition,
  before: OrgRecord,
  values: Record<string, unknown>,
) {
  const changed = { ...before, ...values };
  requireValues(object, changed);
  await checkReferences(org, object, changed);
  await checkUnique(org, object, changed, before.Id);
  await putRecord(org, object, { ...changed, LastModifiedDate: formatTime(org.now) });
}

function getDefaults(object: ObjectDefinition): Record<string, unknown> {
  const defaulted = object.fields.filter((one) => one.isCreateable && one.isDefaultedOnCreate);
  return Object.fromEntries(
    defaulted.map((one) => [one.name, one.type === "boolean" ? false : one.picklist[0]]),
  );
}

async function checkReferences(org: Org, object: ObjectDefinition, record: Record<string, unknown>) {
  for (const { name, referenceTo } of object.fields) {
    const target = referenceTo === null ? undefined : findObject(referenceTo);
    const id = record[name];
    if (!target || typeof id !== "string") continue;
    const isThere = (await listRecords(org, target)).some((one) => one.Id.slice(0, 15) === id.slice(0, 15));
    if (!isThere)
      throw new ApiFault(400, "INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id", [name]);
  }
}

async function checkUnique(
  org: Org,
  object: ObjectDefinition,
  record: Record<string, unknown>,
  ownId: string | null,
) {
  const clashes = (one: FieldDefinition, other: OrgRecord) =>
    one.isUnique && other.Id !== ownId && isSame(other[one.name], record[one.name]);
  for (const other of await listRecords(org, object)) {
    const clash = object.fields.find((one) => clashes(one, other));
    if (!clash) continue;
    const message = `duplicate value found: ${clash.name} duplicates value on record with id: ${other.Id}`;
    throw new ApiFault(400, "DUPLICATE_VALUE", message, []);
  }
}

/** Values of External ID fields are the same in upper and lower case, unless an administrator chose otherwise. */
function isSame(one: unknown, other: unknown): boolean {
  return typeof one === "string" && typeof other === "string" && one.toLowerCase() === other.toLowerCase();
}

function withoutNulls(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
}

function buildPath({ name }: ObjectDefinition, record: OrgRecord | undefined): string {
  return `${basePath}/sobjects/${name}/${record?.Id ?? ""}`;
}

export function requireObject(name: string): ObjectDefinition {
  const object = findObject(name);
  if (!object) throw notFound();
  return object;
}

export function requireWritable(object: ObjectDefinition): ObjectDefinition {
  if (object.isForPeople) return object;
  throw invalidField(`entity type ${object.name} does not support create`);
}
