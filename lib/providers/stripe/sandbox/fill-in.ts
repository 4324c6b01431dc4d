import { z } from "zod";
import type { ProviderSandbox, SandboxAccountDesk } from "../../sandbox-kit/contract.ts";
import { findAccountDocument, saveAccountDocument } from "./account-document.ts";
import { accountUpdated } from "./account-events.ts";
import { readOpening } from "./opening.ts";
import { accountContents } from "./seed.ts";
import { workOn } from "./work.ts";

/** The merchant has filled in what Stripe needs. A new account is empty, and bears the name under which it was opened. */
export const fillIn: NonNullable<ProviderSandbox["afterConsent"]> = async ({ url, grant, desk }) => {
  if (grant.data.page !== "account link") return url;
  const document = await findAccountDocument(desk.store);
  const opening = readOpening(desk.account.externalId, desk.app.clientSecret);
  if (opening && document.openedBy === "merchant") await emptyAccount(desk);
  await saveAccountDocument(desk.store, {
    ...document,
    ...opening,
    openedBy: opening ? "platform" : document.openedBy,
    authorization: "given",
    requirements: [],
    deadline: null,
  });
  await workOn(desk, accountUpdated);
  const back = new URL(url);
  back.searchParams.delete("code");
  return back;
};

/** Takes away what the core puts into each account that it opens. */
async function emptyAccount({ store, account }: SandboxAccountDesk): Promise<void> {
  const kinds = new Set(accountContents(account.label).map(({ kind }) => kind));
  kinds.delete("account");
  for (const kind of kinds) {
    for (const { id } of await store.list(kind, z.unknown())) await store.remove(kind, id);
  }
}
