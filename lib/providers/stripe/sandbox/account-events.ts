import { findAccountDocument } from "./account-document.ts";
import { capabilityView, olderAccountView } from "./account-view.ts";
import type { Work } from "./work.ts";

/** https://docs.stripe.com/api/events/types#event_types-account.updated, …-capability.updated */
export async function accountUpdated({ store, accountId, tell }: Work): Promise<void> {
  const document = await findAccountDocument(store);
  await tell("account.updated", olderAccountView({ id: accountId, document }));
  await tell("capability.updated", capabilityView({ id: accountId, document }));
}
