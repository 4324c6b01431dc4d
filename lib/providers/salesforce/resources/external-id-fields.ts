import type { z } from "zod";
import type { Call } from "../../contract/call.ts";
import type { Resource, ResourceItem } from "../../contract/resource.ts";
import { id } from "../../kit/lenient.ts";
import { type Reading, readEach } from "../../kit/read-each.ts";
import { sendEach } from "../composite.ts";
import { description, type Field, fieldSchema, knownField } from "../describe.ts";
import { sliceOf } from "../list-slice.ts";

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
        toItem(object, fieldSchema.parse(record)),
      );
      items.push(...fields.items);
      unread.push(...fields.unread);
    }
    return sliceOf({ items, unread }, { cursor, limit, search: isObject ? undefined : search });
  },
} satisfies Resource;

function toItem({ name: object, label }: Description, field: Field): ResourceItem | null {
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
