import type { Work } from "../work.ts";
import { type SessionDocument, saveSession, sessionDocument } from "./session.ts";
import { sessionView } from "./session-view.ts";

/** Nobody can pay by it any more. Null where it is not open. */
export async function expireSession(work: Work, id: string): Promise<SessionDocument | null> {
  const session = await work.store.get("checkout_session", id, sessionDocument);
  if (session?.status !== "open") return null;
  const expired: SessionDocument = { ...session, status: "expired" };
  await saveSession(work, expired);
  await work.tell("checkout.session.expired", sessionView(expired, work.accountId));
  return expired;
}
