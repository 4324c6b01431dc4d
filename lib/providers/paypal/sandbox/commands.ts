import type { SandboxAccountContext, SandboxCommand } from "../../sandbox-kit/contract.ts";
import { captureDocument, type DisputeDocument, disputeDocument, newId, orderDocument } from "./documents.ts";
import { presentOrder } from "./present.ts";
import { sendEvent } from "./send-event.ts";

const dayMs = 24 * 60 * 60_000;

/** What guests and PayPal do. */
export const commands: Readonly<Record<string, SandboxCommand>> = {
  "approve-newest": approval("A guest agrees to pay the newest order", false),
  "approve-newest-and-decline": approval(
    "A guest agrees to pay the newest order, with a card that is declined",
    true,
  ),
  "open-dispute": {
    title: "A guest disputes the newest payment",
    async run(context) {
      const newest = (await context.store.list("capture", captureDocument)).at(-1);
      if (!newest) return "There is no payment to dispute.";
      const { amount } = newest.data;
      const dispute: DisputeDocument = {
        captureId: newest.id,
        amount,
        status: "WAITING_FOR_SELLER_RESPONSE",
        createdAt: context.now().toISOString(),
      };
      const id = `PP-R-${newId(3)}-${newId(8)}`;
      await context.store.put("dispute", id, dispute);
      await tellDispute(context, "CREATED", id, dispute);
      return `A guest disputes ${amount.value} ${amount.currency_code}.`;
    },
  },
  "resolve-dispute": {
    title: "PayPal decides the newest dispute for the shop",
    async run(context) {
      const open = (await context.store.list("dispute", disputeDocument)).findLast(
        ({ data }) => data.status !== "RESOLVED",
      );
      if (!open) return "There is no open dispute.";
      const resolved = { ...open.data, status: "RESOLVED" } as const;
      await context.store.put("dispute", open.id, resolved);
      await tellDispute(context, "RESOLVED", open.id, resolved);
      return "PayPal decided for the shop.";
    },
  },
  "delete-app": {
    title: "Delete the app at PayPal (PayPal tells nobody)",
    async run(context) {
      await context.revokeAll();
      return "The keys and tokens are no good any more. PayPal sends no message about it.";
    },
  },
};

function approval(title: string, isDeclining: boolean): SandboxCommand {
  return {
    title,
    async run(context) {
      const newest = (await context.store.list("order", orderDocument)).findLast(
        ({ data }) => data.status === "CREATED" || data.status === "PAYER_ACTION_REQUIRED",
      );
      if (!newest) return "There is no order that waits for a guest.";
      const updatedAt = context.now().toISOString();
      const order = { ...newest.data, status: "APPROVED", isDeclining, updatedAt } as const;
      await context.store.put("order", newest.id, order);
      await sendEvent(context, {
        type: "CHECKOUT.ORDER.APPROVED",
        resourceType: "checkout-order",
        summary: "An order has been approved by buyer",
        resource: await presentOrder(context, newest.id, order),
      });
      return `The guest agreed to pay ${order.amount.value} ${order.amount.currency_code}.`;
    },
  };
}

/** https://developer.paypal.com/docs/api/customer-disputes/v1/#definition-dispute */
async function tellDispute(
  context: SandboxAccountContext,
  what: "CREATED" | "RESOLVED",
  id: string,
  { captureId, amount, status, createdAt }: DisputeDocument,
): Promise<void> {
  const due = new Date(Date.parse(createdAt) + 10 * dayMs).toISOString();
  await sendEvent(context, {
    type: `CUSTOMER.DISPUTE.${what}`,
    resourceType: "dispute",
    summary: `A dispute was ${what === "CREATED" ? "opened" : "resolved"} with case # ${id}`,
    resource: {
      dispute_id: id,
      create_time: createdAt,
      update_time: context.now().toISOString(),
      disputed_transactions: [{ seller_transaction_id: captureId, create_time: createdAt }],
      reason: "MERCHANDISE_OR_SERVICE_NOT_RECEIVED",
      status,
      dispute_amount: amount,
      dispute_life_cycle_stage: "INQUIRY",
      dispute_channel: "INTERNAL",
      ...(what === "CREATED" ? { seller_response_due_date: due } : {}),
      ...(what === "RESOLVED" ? { dispute_outcome: { outcome_code: "RESOLVED_SELLER_FAVOUR" } } : {}),
      links: [{ href: `https://api-m.paypal.com/v1/customer/disputes/${id}`, rel: "self", method: "GET" }],
    },
  });
}
