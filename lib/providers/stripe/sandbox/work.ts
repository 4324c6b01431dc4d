import type { SandboxAccountContext, SandboxStore } from "../../sandbox-kit/contract.ts";
import { type AccountDocument, findAccountDocument, timeIn, toSeconds } from "./account-document.ts";
import { prepareDelivery } from "./events/deliver.ts";
import { createEvent, type EventDocument, saveEvent, type Where } from "./events/event.ts";
import type { Terms } from "./terms.ts";

/** The side of an account: of a command, or of a request that names one. */
export type Side = Pick<SandboxAccountContext, "account" | "store" | "app" | "afterwards" | "appWebhookUrl">;

/** What is at hand while something changes in an account: all of it happens, or nothing does. */
export type Work = {
  store: SandboxStore;
  accountId: string;
  /** The platform's id, as objects name it. */
  application: string;
  document: AccountDocument;
  terms: Terms;
  /** By the account's clock. */
  seconds: number;
  /** An event of it, which is told once all is written. */
  tell: (type: string, object: Record<string, unknown>, where?: Where) => Promise<void>;
};

/**
 * Changes an account as a whole: whatever else changes it waits. What is told of it leaves after it was written, and
 * a request is answered before.
 * @param options.inOrder one event after the other; otherwise all at once, as Stripe promises no order
 */
export async function workOn<Result>(
  context: Side,
  work: (work: Work) => Promise<Result>,
  options: {
    inOrder?: boolean;
    request?: EventDocument["request"];
    /** Told of how each event was received. */
    onTold?: (said: readonly string[]) => void;
  } = {},
): Promise<Result> {
  const told: EventDocument[] = [];
  const { result, document } = await context.store.atomically(async (store) => {
    const document = await findAccountDocument(store);
    const own = openWork(context, store, document, toSeconds(timeIn(document)));
    const tell: Work["tell"] = async (type, object, where = "account") => {
      const request = options.request ?? { id: null, idempotency_key: null };
      const event = createEvent({
        type,
        object,
        where,
        accountId: own.accountId,
        seconds: own.seconds,
        request,
      });
      await saveEvent(store, event);
      told.push(event);
    };
    return { document, result: await work({ ...own, tell }) };
  });
  const deliver = await prepareDelivery(context, document.delivery, told, options.inOrder ?? false);
  await context.afterwards(async (send) => {
    const said = await deliver(send);
    options.onTold?.(said);
  });
  return result;
}

function openWork(context: Side, store: SandboxStore, document: AccountDocument, seconds: number) {
  return {
    store,
    document,
    terms: document.terms ?? {},
    seconds,
    accountId: context.account.externalId,
    application: context.app.clientId,
  };
}
