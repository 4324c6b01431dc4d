import { type ChargeDocument, chargeDocument } from "../documents.ts";
import type { Work } from "../work.ts";

/** The newest of the last hundred charges that fits. */
export async function findNewestCharge(
  { store }: Pick<Work, "store">,
  fits: (charge: ChargeDocument) => boolean,
): Promise<ChargeDocument | null> {
  const { items } = await store.page("charge", chargeDocument, { limit: 100 });
  return items.find(({ data }) => fits(data))?.data ?? null;
}
