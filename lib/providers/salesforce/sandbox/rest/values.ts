import { ApiFault, invalidField } from "../answers.ts";
import type { FieldDefinition, ObjectDefinition } from "../schema/definition.ts";
import { findField } from "../schema/objects.ts";

type Values = Record<string, unknown>;

const emailForm = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/**
 * The fields of a body, as they are kept. Null and empty texts are no values.
 * @throws {ApiFault}
 */
export function readValues(object: ObjectDefinition, body: unknown): Values {
  if (typeof body !== "object" || body === null || Array.isArray(body)) {
    throw new ApiFault(
      400,
      "JSON_PARSER_ERROR",
      "The HTTP entity body is required, but this request has no entity body.",
    );
  }
  const entries = Object.entries(body).map(([name, value]) => {
    const definition = findField(object, name);
    if (!definition) throw invalidField(`No such column '${name}' on sobject of type ${object.name}`);
    if (!definition.isCreateable) throw notWritable(definition.name);
    return [definition.name, readValue(definition, value)] as const;
  });
  return Object.fromEntries(entries);
}

/** @throws {ApiFault} where a record would lack what it must have */
export function requireValues(object: ObjectDefinition, record: Values): void {
  const missing = object.fields
    .filter((one) => one.isCreateable && !one.isNillable && !one.isDefaultedOnCreate)
    .map(({ name }) => name)
    .filter((name) => record[name] === undefined || record[name] === null);
  if (missing.length === 0) return;
  const message = `Required fields are missing: [${missing.join(", ")}]`;
  throw new ApiFault(400, "REQUIRED_FIELD_MISSING", message, missing);
}

function readValue(definition: FieldDefinition, value: unknown): unknown {
  if (value === null || value === "") return null;
  switch (definition.type) {
    case "boolean":
      return typeof value === "boolean" ? value : refuse(definition, value);
    case "currency":
    case "double":
    case "percent":
    case "int":
      return readNumber(definition, value);
    case "date":
      return typeof value === "string" && isDay(value) ? value : refuse(definition, value);
    default:
      return readText(definition, value);
  }
}

function readNumber(definition: FieldDefinition, value: unknown): number {
  const number = typeof value === "string" ? Number(value) : value;
  return typeof number === "number" && Number.isFinite(number) ? number : refuse(definition, value);
}

function readText(definition: FieldDefinition, value: unknown): string {
  if (typeof value !== "string" && typeof value !== "number") return refuse(definition, value);
  const text = String(value).trim();
  const { name, label, type, length } = definition;
  if (text.length > length) {
    const message = `${label}: data value too large: ${text.slice(0, 255)} (max length=${length})`;
    throw new ApiFault(400, "STRING_TOO_LONG", message, [name]);
  }
  if (type === "email" && !emailForm.test(text)) {
    throw new ApiFault(400, "INVALID_EMAIL_ADDRESS", `${label}: invalid email address: ${text}`, [name]);
  }
  return text;
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
}

function refuse({ type }: FieldDefinition, value: unknown): never {
  const message = `Cannot deserialize instance of ${type} from value ${JSON.stringify(value)} or request may be missing a required field`;
  throw new ApiFault(400, "JSON_PARSER_ERROR", message);
}

function notWritable(name: string): ApiFault {
  const message = `Unable to create/update fields: ${name}. Please check the security settings of this field and verify that it is read/write for your profile or permission set.`;
  return new ApiFault(400, "INVALID_FIELD_FOR_INSERT_UPDATE", message, [name]);
}
