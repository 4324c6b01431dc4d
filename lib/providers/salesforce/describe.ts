import { z } from "zod";

/** https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_sobject_describe.htm */
export const description = z.looseObject({
  name: z.string(),
  label: z.string(),
  fields: z.array(
    z.looseObject({
      name: z.string(),
      label: z.string(),
      type: z.string(),
      createable: z.boolean(),
      nillable: z.boolean(),
      defaultedOnCreate: z.boolean(),
      externalId: z.boolean(),
      unique: z.boolean(),
      picklistValues: z.array(z.looseObject({ value: z.string(), active: z.boolean() })).nullish(),
    }),
  ),
});
export type Description = z.infer<typeof description>;
