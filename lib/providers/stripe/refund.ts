import { z } from "zod";
import type { Call } from "../call.ts";
import { askInAccount } from "./client.ts";
import { isMarked } from "./own-mark.ts";

/** https://docs.stripe.com/api/refunds/object */
export const refundSchema = z.looseObject({
  id: z.string().min(1),
  amount: z.int(),
  currency: z.string().length(3),
  status: z.string().nullish(),
  metadata: z.record(z.string(), z.string()).nullish(),
});
export type Refund = z.output<typeof refundSchema>;

const refundPage = z.looseObject({ data: z.array(refundSchema), has_more: z.boolean() });
const pageSize = 100;

/** The refund that was made of a charge under this key before. https://docs.stripe.com/api/refunds/list */
export async function findEarlierRefund(call: Call, charge: string): Promise<Refund | null> {
  let after: string | undefined;
  for (;;) {
    const query = { charge, limit: pageSize, ...(after === undefined ? {} : { starting_after: after }) };
    const page = await askInAccount(call, "look for the refund", refundPage, ({ stripe, options }) =>
      stripe.refunds.list(query, options),
    );
    const found = page.data.find(({ metadata }) => isMarked(call, metadata));
    if (found) return found;
    after = page.data.at(-1)?.id;
    if (!page.has_more || after === undefined) return null;
  }
}
