import { z } from "zod";
import type { Call } from "../../contract/call.ts";
import type { Resource, ResourceItem } from "../../contract/resource.ts";
import { flag, hint, id, list, listOfReadable, optionalFlag, text } from "../../kit/lenient.ts";
import { type Reading, readEach } from "../../kit/read-each.ts";
import { ask } from "../client.ts";
import { sendEach } from "../records.ts";
import { toPage } from "./slice.ts";

/** https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_sobject_describe.htm */
const description = z.looseObject({ name: hint, label: hint, fields: list });

/** One of its fields. Those that decide whether it is offered must be there. */
const fieldSchema = z.looseObject({
  name: id,
  label: hint,
  type: hint,
  createable: flag,
  nillable: optionalFlag,
  defaultedOnCreate: optionalFlag,
  externalId: flag,
  unique: optionalFlag,
  picklistValues: listOfReadable(z.looseObject({ value: text, active: flag })),
});
type Field = z.output<typeof fieldSchema>;

const knownField = { id: "name", label: "label" };

const mostChoices = 12;

/** The fields of a lead that can be filled in when it is created. */
export const leadFields = {
  title: "Fields of a lead",
  scopes: ["api"],
  list: async (call, query) => {
    const { fields } = await ask(call, { method: "GET", path: "/sobjects/Lead/describe" }, description);
    const reading = readEach(fields, knownField, (record) => {
      const field = fieldSchema.parse(record);
      return field.createable ? toLeadField(field) : null;
    });
    return toPage(reading, query);
  },
} satisfies Resource;

function toLeadField({ name, label, type, nillable, defaultedOnCreate, picklistValues }: Field) {
  const choices = picklistValues.filter(({ active }) => active).map(({ value }) => value);
  const more = choices.length > mostChoices ? ", …" : "";
  return {
    id: name,
    label: label || name,
    details: {
      name,
      ...(type ? { type } : {}),
      ...(!nillable && !defaultedOnCreate ? { required: "yes" } : {}),
      ...(choices.length > 0 ? { choices: `${choices.slice(0, mostChoices).join(", ")}${more}` } : {}),
    },
  };
}

const named = description.extend({ name: id });
type Description = z.output<typeof named>;

/** Described together in one request. Descriptions are long: those of all objects would be too much for one answer. */
const usualObjects = ["Lead", "Contact", "Account", "Opportunity"];
const customObjectForm = /^[A-Za-z][A-Za-z0-9_]{0,76}__c$/;

/**
 * The fields that an administrator has marked as External ID: those of leads, contacts, accounts and opportunities, and
 * those of an object of the org's own where its API name is searched for (`Reservation__c`).
 */
export const externalIdFields = {
  title: "External ID fields",
  scopes: ["api"],
  /** A field that is named without its object may be any object's. */
  narrow: ({ object }: Readonly<Record<string, unknown>>, value: string) => {
    const id = value.includes(".") || typeof object !== "string" ? value : `${object}.${value}`;
    const [owner = ""] = id.split(".");
    if (!id.includes(".")) return null;
    return { id, search: customObjectForm.test(owner) ? owner : undefined };
  },
  list: async (call, { cursor, limit, search }) => {
    const searched = search?.trim() ?? "";
    const isObject = customObjectForm.test(searched);
    const described = await describeEach(call, isObject ? [searched] : usualObjects);
    const items: ResourceItem[] = [];
    const { unread } = described;
    for (const object of described.items) {
      const fields = readEach(object.fields, knownField, (record) =>
        toExternalId(object, fieldSchema.parse(record)),
      );
      items.push(...fields.items);
      unread.push(...fields.unread);
    }
    return toPage({ items, unread }, { cursor, limit, search: isObject ? undefined : search });
  },
} satisfies Resource;

function toExternalId({ name: object, label }: Description, field: Field): ResourceItem | null {
  if (!field.externalId) return null;
  const { name, type } = field;
  return {
    id: `${object}.${name}`,
    label: `${label || object}: ${field.label || name}`,
    details: { name, ...(type ? { type } : {}), ...(field.unique ? { unique: "yes" } : {}) },
  };
}

/** Those that there are, and that the user may see. */
async function describeEach(call: Call, names: readonly string[]): Promise<Reading<Description>> {
  const replies = await sendEach(
    call,
    names.map((name) => ({ referenceId: name, method: "GET", path: `/sobjects/${name}/describe` })),
  );
  const bodies = replies.flatMap((reply) => {
    if (!("refusal" in reply)) return [reply.body];
    if (reply.refusal.kind === "not_found") return [];
    throw reply.refusal;
  });
  return readEach(bodies, knownField, (body) => named.parse(body));
}
