import type { z } from "zod";
import { lookUp } from "#lib/look-up.ts";
import type { SandboxReply } from "../../sandbox-kit/contract.ts";
import type { Parameters } from "./answers.ts";
import { badRequest } from "./answers.ts";
import { customerDocument, customerView } from "./customers/customer.ts";
import { methodDocument, methodView } from "./customers/method.ts";
import { disputeDocument, disputeView } from "./disputes/dispute.ts";
import { chargeDocument, feeDocument, paymentDocument, refundDocument } from "./documents.ts";
import { feeRefundDocument, feeRefundView } from "./fees/fee-refund.ts";
import { transactionDocument, transactionView } from "./ledger/transaction.ts";
import { payoutDocument } from "./payouts/payout.ts";
import { chargeView, feeView, paymentView, refundView } from "./views.ts";
import type { Work } from "./work.ts";

type View = Record<string, unknown>;
type Found = { id: string; view: View };

const mostDeep = 4;
/** How what an id stands for is found, by the beginning of the id. */
const finders: Readonly<Record<string, (work: Work, ids: readonly string[]) => Promise<Found[]>>> = {
  ch: finder("charge", chargeDocument, (charge, work) => chargeView(charge, work.application)),
  cus: finder("customer", customerDocument, customerView),
  du: finder("dispute", disputeDocument, (dispute, work) => disputeView(dispute, work.seconds)),
  fee: finder("application_fee", feeDocument, (fee, work) => feeView(fee, work.accountId, work.application)),
  fr: finder("fee_refund", feeRefundDocument, feeRefundView),
  pi: finder("payment_intent", paymentDocument, (payment, work) => paymentView(payment, work.application)),
  pm: finder("payment_method", methodDocument, methodView),
  po: finder("payout", payoutDocument, (payout) => ({ ...payout })),
  re: finder("refund", refundDocument, refundView),
  txn: finder("balance_transaction", transactionDocument, (one, work) => transactionView(one, work.seconds)),
};

function finder<Document>(
  kind: string,
  schema: z.ZodType<Document>,
  view: (document: Document, work: Work) => View,
): (work: Work, ids: readonly string[]) => Promise<Found[]> {
  return async (work, ids) => {
    const found = await work.store.getAll(kind, ids, schema);
    return found.map(({ id, data }) => ({ id, view: view(data, work) }));
  };
}

/** An answer with what it is asked to expand: https://docs.stripe.com/api/expanding_objects */
export async function expanded(work: Work, view: View, parameters: Parameters): Promise<SandboxReply> {
  await expandAll(work, view, parameters.all("expand[]"));
  return { status: 200, json: view };
}

/**
 * Puts objects where their ids stand. Those of a whole page are found at once.
 * @throws Refusal for what cannot be expanded
 */
export async function expandAll(work: Work, view: View, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    const names = path.split(".");
    if (names.length > mostDeep)
      throw badRequest("You cannot expand more than 4 levels of a property.", "expand");
    await expandWithin(work, [view], names, path);
  }
}

async function expandWithin(
  work: Work,
  holders: readonly View[],
  [name = "", ...rest]: readonly string[],
  path: string,
): Promise<void> {
  if (holders.length === 0) return;
  if (!holders.some((holder) => Object.hasOwn(holder, name))) throw cannotExpand(path);
  const objects = await resolve(work, holders, name, path);
  if (rest.length > 0) await expandWithin(work, objects, rest, path);
}

async function resolve(work: Work, holders: readonly View[], name: string, path: string): Promise<View[]> {
  const ids = holders.flatMap((holder) => {
    const value = holder[name];
    return typeof value === "string" ? [value] : [];
  });
  const found = await findAll(work, [...new Set(ids)], path);
  return holders.flatMap((holder) => {
    const value = holder[name];
    const view = typeof value === "string" ? found.get(value) : undefined;
    if (view) holder[name] = { ...view };
    return objectsIn(holder[name]);
  });
}

function objectsIn(value: unknown): View[] {
  if (Array.isArray(value)) return value.flatMap((item) => objectsIn(item));
  return isView(value) ? [value] : [];
}

function isView(value: unknown): value is View {
  return typeof value === "object" && value !== null;
}

async function findAll(work: Work, ids: readonly string[], path: string): Promise<Map<string, View>> {
  const groups = Map.groupBy(ids, (id) => id.slice(0, Math.max(0, id.indexOf("_"))));
  const all = new Map<string, View>();
  for (const [prefix, own] of groups) {
    const find = lookUp(finders, prefix);
    if (!find) throw cannotExpand(path);
    for (const { id, view } of await find(work, own)) all.set(id, view);
  }
  return all;
}

function cannotExpand(path: string) {
  return badRequest(`This property cannot be expanded (${path}).`, "expand");
}
