import type { SandboxReply } from "../../../sandbox-kit/contract.ts";
import { ApiFault, invalidField } from "../answers.ts";
import { listRecords, type Org, type OrgRecord } from "../org.ts";
import type { FieldDefinition, ObjectDefinition } from "../schema/definition.ts";
import { findField, findObject } from "../schema/objects.ts";
import { type Condition, parseSoql, type Query } from "./parse.ts";

type Table = { object: ObjectDefinition; parents: ReadonlyMap<string, readonly OrgRecord[]> };

const numeric = new Set<FieldDefinition["type"]>(["currency", "double", "percent", "int"]);

/** https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_query.htm */
export async function runQuery(org: Org, soql: string, basePath: string): Promise<SandboxReply> {
  const query = parseSoql(soql);
  const object = findObject(query.object);
  if (!object) {
    throw new ApiFault(400, "INVALID_TYPE", `sObject type '${query.object}' is not supported.`);
  }
  const selected = query.fields.map((name) => requireField(object, name));
  const table = { object, parents: await loadParents(org, object, query) };
  const tests = query.conditions.map((condition) => createTest(table, condition));
  const rows = (await listRecords(org, object)).filter((record) => tests.every((test) => test(record)));
  const sorted = query.order ? sortRows(table, rows, query.order) : rows;
  const records = sorted.slice(0, query.limit ?? undefined).map((record) => ({
    attributes: { type: object.name, url: `${basePath}/sobjects/${object.name}/${record.Id}` },
    ...Object.fromEntries(selected.map(({ name }) => [name, record[name] ?? null])),
  }));
  return { status: 200, json: { totalSize: records.length, done: true, records } };
}

function requireField(object: ObjectDefinition, name: string): FieldDefinition {
  const found = findField(object, name);
  if (found) return found;
  throw invalidField(
    `No such column '${name}' on entity '${object.name}'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names.`,
  );
}

/** A test over the record's own field, or over one of its parent: `Account.Name`. */
function createTest(table: Table, { path, literal }: Condition): (record: OrgRecord) => boolean {
  const { definition, read } = createReader(table, path);
  if (!definition.isFilterable) {
    throw invalidField(`field '${definition.name}' can not be filtered in a query call`);
  }
  const expected = expectedKind(definition);
  if (literal.kind !== expected) {
    const quotes = expected === "text" ? "should" : "should not";
    throw invalidField(
      `value of filter criterion for field '${definition.name}' must be of type ${definition.type} and ${quotes} be enclosed in quotes`,
    );
  }
  return (record) => comparable(read(record)) === comparable(literal.value);
}

function sortRows(table: Table, rows: OrgRecord[], { path, isDescending }: NonNullable<Query["order"]>) {
  const { definition, read } = createReader(table, path);
  if (!definition.isFilterable) {
    throw invalidField(`field '${definition.name}' can not be sorted in a query call`);
  }
  const sign = isDescending ? -1 : 1;
  return rows.toSorted((one, other) => sign * compare(read(one), read(other)));
}

function createReader({ object, parents }: Table, path: string) {
  const [relation = "", name] = path.split(".");
  if (name === undefined) {
    const definition = requireField(object, relation);
    return { definition, read: (record: OrgRecord) => record[definition.name] };
  }
  const reference = findReference(object, relation);
  const parent = reference?.referenceTo ? findObject(reference.referenceTo) : undefined;
  if (!reference || !parent) {
    throw invalidField(`Didn't understand relationship '${relation}' in field path.`);
  }
  const definition = requireField(parent, name);
  const records = parents.get(parent.name) ?? [];
  const read = (record: OrgRecord) =>
    records.find(({ Id }) => Id === record[reference.name])?.[definition.name];
  return { definition, read };
}

async function loadParents(org: Org, object: ObjectDefinition, { conditions, order }: Query) {
  const parents = new Map<string, readonly OrgRecord[]>();
  for (const path of [...conditions.map((one) => one.path), order?.path ?? ""]) {
    const [relation = "", name] = path.split(".");
    const target = name === undefined ? null : findReference(object, relation)?.referenceTo;
    const parent = target ? findObject(target) : undefined;
    if (parent) parents.set(parent.name, await listRecords(org, parent));
  }
  return parents;
}

function findReference(object: ObjectDefinition, relation: string): FieldDefinition | undefined {
  return object.fields.find((one) => one.relationshipName?.toLowerCase() === relation.toLowerCase());
}

function expectedKind({ type }: FieldDefinition): Condition["literal"]["kind"] {
  if (type === "boolean") return "boolean";
  return numeric.has(type) ? "number" : "text";
}

/** Texts are compared without regard to case. */
function comparable(value: unknown): unknown {
  return typeof value === "string" ? value.toLowerCase() : (value ?? null);
}

function compare(one: unknown, other: unknown): number {
  if (typeof one === "number" && typeof other === "number") return one - other;
  const [first, second] = [String(one ?? "").toLowerCase(), String(other ?? "").toLowerCase()];
  return first < second ? -1 : Number(first > second);
}
