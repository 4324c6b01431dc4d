import { z } from "zod";
import type { SandboxCommand } from "../../../sandbox-kit/contract.ts";
import { decideDispute, outcomes } from "../disputes/decide.ts";
import { disputeDocument, isOpen } from "../disputes/dispute.ts";
import { openDispute } from "../disputes/open.ts";
import { type ChargeDocument, chargeDocument, refundDocument } from "../documents.ts";
import { book } from "../ledger/book.ts";
import { arrivePayout, failPayout, itemisePayout } from "../payouts/advance.ts";
import { payOutAvailable } from "../payouts/pay-out.ts";
import { payoutDocument } from "../payouts/payout.ts";
import { endRefund } from "../refunds/end-refund.ts";
import type { Work } from "../work.ts";
import { command } from "./command.ts";

const id = z.string().max(200).optional();
const text = z.string().max(200);

/** What guests, banks and Stripe do with money. Each is of the newest where it is not said of which. */
export const moneyCommands: Readonly<Record<string, SandboxCommand>> = {
  "dispute-newest-charge": command(
    "Dispute the newest charge",
    z.strictObject({
      charge: id,
      amount: z.int().positive().optional(),
      isInquiry: z.boolean().default(false),
      reason: text.default("product_not_received"),
      answerWithinDays: z.int().min(0).max(60).optional(),
    }),
    async (work, { charge: named, amount, answerWithinDays, ...rest }) => {
      const charge =
        named === undefined
          ? await findNewestCharge(work, (one) => canBeDisputed(one) && one.amountRefunded < one.amount)
          : await work.store.get("charge", named, chargeDocument);
      if (!charge || !canBeDisputed(charge)) return "There is no charge that could be disputed.";
      const days = answerWithinDays === undefined ? {} : { answerWithinDays };
      const dispute = await openDispute(work, charge, {
        ...rest,
        ...days,
        ...(amount === undefined ? {} : { amount }),
      });
      return `A guest disputes ${charge.description ?? charge.id}: ${dispute.id}.`;
    },
  ),
  "decide-dispute": command(
    "Decide the newest dispute for the merchant",
    z.strictObject({ dispute: id, outcome: z.enum(outcomes).default("won") }),
    async (work, { dispute: named, outcome }) => {
      const { items } = await work.store.page("dispute", disputeDocument, { limit: 100 });
      const wanted = named ?? items.find(({ data }) => isOpen(data))?.id;
      const decided = wanted === undefined ? null : await decideDispute(work, wanted, outcome);
      return decided
        ? `${decided.id} is ${decided.status}.`
        : `There is no dispute that could be ${outcome}.`;
    },
  ),
  "end-refund": command(
    "Let the newest refund fail",
    z.strictObject({
      refund: id,
      outcome: z.enum(["succeeded", "failed", "canceled"]).default("failed"),
      reason: text.default("expired_or_canceled_card"),
    }),
    async (work, { refund: named, outcome, reason }) => {
      const { items } = await work.store.page("refund", refundDocument, { limit: 1 });
      const wanted = named ?? items[0]?.id;
      const ended = wanted === undefined ? null : await endRefund(work, wanted, outcome, reason);
      return ended ? `${ended.id} is ${ended.status}.` : `There is no refund that could be ${outcome}.`;
    },
  ),
  "pay-out": command(
    "Pay out what has come in",
    z.strictObject({ hasArrived: z.boolean().default(true) }),
    async (work, { hasArrived }) => {
      const payouts = await payOutAvailable(work);
      if (payouts.length === 0) return "There is nothing to pay out.";
      for (const { id: payout } of hasArrived ? payouts : []) {
        await itemisePayout(work, payout);
        await arrivePayout(work, payout);
      }
      return `${payouts.map(({ id: payout }) => payout).join(", ")} went to the bank.`;
    },
  ),
  "fail-payout": command(
    "Let the newest payout fail",
    z.strictObject({
      payout: id,
      code: text.default("account_closed"),
      message: text.default("The bank account has been closed."),
    }),
    async (work, { payout: named, ...failure }) => {
      const { items } = await work.store.page("payout", payoutDocument, { limit: 1 });
      const wanted = named ?? items[0]?.id;
      const failed = wanted === undefined ? null : await failPayout(work, wanted, failure);
      return failed ? `${failed.id} came back from the bank.` : "There is no payout that could fail.";
    },
  ),
  "book-transaction": command(
    "Move the balance by a transaction of another type",
    z.strictObject({
      type: text.default("network_cost"),
      category: text.default("network_cost"),
      amount: z.int().default(-1),
      currency: z
        .string()
        .regex(/^[a-z]{3}$/)
        .optional(),
      description: text.default("Of a type that is not known yet"),
    }),
    async (work, { currency, ...rest }) => {
      const { id: transaction } = await book(work, {
        ...rest,
        currency: currency ?? work.document.currency,
        source: null,
      });
      return `${transaction} was booked.`;
    },
  ),
};

function canBeDisputed({ status, isDisputed }: z.infer<typeof chargeDocument>): boolean {
  return status === "succeeded" && !isDisputed;
}

/** The newest of the last hundred charges that fits. */
async function findNewestCharge(
  { store }: Pick<Work, "store">,
  fits: (charge: ChargeDocument) => boolean,
): Promise<ChargeDocument | null> {
  const { items } = await store.page("charge", chargeDocument, { limit: 100 });
  return items.find(({ data }) => fits(data))?.data ?? null;
}
