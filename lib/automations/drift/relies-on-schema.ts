import { z } from "zod";

const field = z.object({ path: z.string(), type: z.string() });

/** What one use of an app relies on. Paths as `lines[0].sku`. */
const use = z.object({
  integrationId: z.string(),
  action: z.string(),
  scopes: z.array(z.string()),
  /** Fields of the action's input that the mapping fills. */
  inputs: z.array(field),
  /** Fields of the action's input that have to be there. */
  required: z.array(z.string()),
  /** Fields of the event and of earlier steps that the mapping reads. @param from `event`, or a step's key */
  sources: z.array(field.extend({ from: z.string() })),
  /** What was chosen by id at the account, as it was called when it was last found. By the field. */
  resources: z.record(z.string(), z.object({ id: z.string(), label: z.string() })).default({}),
  /** What the places of a list meant, such as the headings of columns. By the field. */
  places: z.record(z.string(), z.array(z.string())).default({}),
});
export type ReliedUse = z.infer<typeof use>;

/** What a live version relies on, by `<key of the step>` or `<key of the step>/otherwise`. */
export const reliesOnSchema = z.record(z.string(), use);
export type ReliesOn = z.infer<typeof reliesOnSchema>;
