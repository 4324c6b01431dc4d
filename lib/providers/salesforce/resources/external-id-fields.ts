import type { Call } from "../../call.ts";
import type { Resource } from "../../resource.ts";
import { sendEach } from "../composite.ts";
import { type Description, description } from "../describe.ts";
import { unreadableAnswer } from "../errors.ts";
import { sliceOf } from "../list-slice.ts";

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
  list: async (call, { cursor, limit, search }) => {
    const searched = search?.trim() ?? "";
    const isObject = customObjectForm.test(searched);
    const described = await describeEach(call, isObject ? [searched] : usualObjects);
    const items = described.flatMap((object) =>
      object.fields
        .filter(({ externalId }) => externalId)
        .map((field) => ({
          id: `${object.name}.${field.name}`,
          label: `${object.label}: ${field.label}`,
          details: { name: field.name, type: field.type, ...(field.unique ? { unique: "yes" } : {}) },
        })),
    );
    return sliceOf(items, { cursor, limit, search: isObject ? undefined : search });
  },
} satisfies Resource;

/** Those that there are, and that the user may see. */
async function describeEach(call: Call, names: readonly string[]): Promise<Description[]> {
  const replies = await sendEach(
    call,
    names.map((name) => ({ referenceId: name, method: "GET", path: `/sobjects/${name}/describe` })),
  );
  return replies.flatMap((reply) => {
    if ("refusal" in reply) {
      if (reply.refusal.kind === "not_found") return [];
      throw reply.refusal;
    }
    const read = description.safeParse(reply.body);
    if (!read.success) throw unreadableAnswer(read.error.message.slice(0, 500), read.error);
    return [read.data];
  });
}
