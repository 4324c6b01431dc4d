import { z } from "zod";
import { id, listOfReadable, text } from "../../kit/lenient.ts";
import { orderFields, orderNode } from "./order-fields.ts";

/** An order as the action that created it tells of it. */
export const createdOrderFields = `fragment CreatedOrder on Order {
  ...OrderFields
  lineItems(first: 250) { nodes { name variant { id } } }
}
${orderFields}`;

export const createdOrder = orderNode.extend({
  lineItems: z.looseObject({
    nodes: listOfReadable(z.looseObject({ name: text, variant: z.looseObject({ id }).nullish() })),
  }),
});
export type CreatedOrder = z.infer<typeof createdOrder>;
