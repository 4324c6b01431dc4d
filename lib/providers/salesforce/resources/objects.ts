import { z } from "zod";
import type { Resource } from "../../resource.ts";
import { askSalesforce } from "../client.ts";
import { sliceOf } from "../list-slice.ts";

const answer = z.looseObject({
  sobjects: z.array(
    z.looseObject({
      name: z.string().min(1),
      label: z.string(),
      custom: z.boolean(),
      createable: z.boolean(),
      updateable: z.boolean(),
      layoutable: z.boolean(),
      deprecatedAndHidden: z.boolean(),
    }),
  ),
});

/**
 * The kinds of records that people keep; those that Salesforce keeps for itself have no page layout.
 * https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_describeGlobal.htm
 */
export const objects = {
  title: "Objects",
  scopes: ["api"],
  list: async (call, query) => {
    const { sobjects } = await askSalesforce(
      call,
      (connection) => connection.requestGet("/sobjects"),
      answer,
    );
    const items = sobjects
      .filter((one) => one.createable && one.updateable && one.layoutable && !one.deprecatedAndHidden)
      .map(({ name, label, custom }) => ({
        id: name,
        label,
        details: { name, ...(custom ? { kind: "your own" } : {}) },
      }))
      .toSorted((one, other) => one.label.localeCompare(other.label));
    return sliceOf(items, query);
  },
} satisfies Resource;
