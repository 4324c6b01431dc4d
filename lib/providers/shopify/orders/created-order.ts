import { z } from "zod";
import { orderFields, orderNode } from "./order-fields.ts";

/** An order as the action that created it tells of it. */
export const createdOrderFields = `fragment CreatedOrder on Order {
  ...OrderFields
  lineItems(first: 250) { nodes { name variant { id } } }
}
${orderFields}`;

export const createdOrder = orderNode.extend({
  lineItems: z.looseObject({
    nodes: z.array(z.looseObject({ name: z.string(), variant: z.looseObject({ id: z.string() }).nullish() })),
  }),
});
export type CreatedOrder = z.infer<typeof createdOrder>;
