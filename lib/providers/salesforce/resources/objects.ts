import { z } from "zod";
import type { Resource, ResourceItem } from "../../contract/resource.ts";
import { flag, hint, id, list, optionalFlag } from "../../kit/lenient.ts";
import { readEach } from "../../kit/read-each.ts";
import { ask } from "../client.ts";
import { toPage } from "./slice.ts";

const answer = z.looseObject({ sobjects: list });
const object = z.looseObject({
  name: id,
  label: hint,
  custom: optionalFlag,
  createable: flag,
  updateable: flag,
  layoutable: flag,
  deprecatedAndHidden: optionalFlag,
});

/**
 * The kinds of records that people keep; those that Salesforce keeps for itself have no page layout.
 * https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_describeGlobal.htm
 */
export const objects = {
  title: "Objects",
  scopes: ["api"],
  list: async (call, query) => {
    const { sobjects } = await ask(call, { method: "GET", path: "/sobjects" }, answer);
    const { items, unread } = readEach(sobjects, { id: "name", label: "label" }, toItem);
    const sorted = items.toSorted((one, other) => one.label.localeCompare(other.label));
    return toPage({ items: sorted, unread }, query);
  },
} satisfies Resource;

function toItem(record: unknown): ResourceItem | null {
  const { name, label, custom, ...is } = object.parse(record);
  if (!is.createable || !is.updateable || !is.layoutable || is.deprecatedAndHidden) return null;
  return { id: name, label: label || name, details: { name, ...(custom ? { kind: "your own" } : {}) } };
}
