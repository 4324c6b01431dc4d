import { z } from "zod";
import type { Call } from "../call.ts";
import { hint, id, list, listOfReadable, optionalFlag, text, whole } from "../lenient.ts";
import { askInAccount } from "./client.ts";
import { unreadableAnswer } from "./errors.ts";
import { idAfterPage } from "./next-page.ts";
import { isMarked, metadataSchema } from "./own-mark.ts";

/** https://docs.stripe.com/api/refunds/object */
export const refundSchema = z.looseObject({
  id,
  amount: whole,
  currency: text.pipe(z.string().length(3)),
  status: hint,
  metadata: metadataSchema,
});
export type Refund = z.output<typeof refundSchema>;

/** Other refunds are none of its business, whatever they look like. */
const refundPage = z.looseObject({ data: list, has_more: optionalFlag });
const marked = listOfReadable(z.looseObject({ metadata: metadataSchema }));
const pageSize = 100;

/** The refund that was made of a charge under this key before. https://docs.stripe.com/api/refunds/list */
export async function findEarlierRefund(call: Call, charge: string): Promise<Refund | null> {
  let after: string | undefined;
  for (;;) {
    const query = { charge, limit: pageSize, ...(after === undefined ? {} : { starting_after: after }) };
    const page = await askInAccount(call, "look for the refund", refundPage, ({ stripe, options }) =>
      stripe.refunds.list(query, options),
    );
    const found = marked.parse(page.data).find(({ metadata }) => isMarked(call, metadata));
    if (found) return readOwn(found);
    after = idAfterPage(page) ?? undefined;
    if (after === undefined) return null;
  }
}

/** The refund is there, so that making it once more would be wrong. */
function readOwn(record: unknown): Refund {
  const refund = refundSchema.safeParse(record);
  if (refund.success) return refund.data;
  throw unreadableAnswer(`look for the refund: ${refund.error.message}`, refund.error);
}
