import { z } from "zod";
import type { Call } from "../../contract/call.ts";
import type { Movement } from "../../contract/movement.ts";
import type { BooksPage, PlatformBooks, PlatformFeeState } from "../../contract/payments.ts";
import { id, text, whole } from "../../kit/lenient.ts";
import { askAsPlatform, readId } from "../client.ts";
import { balanceTransaction, toMovement } from "../movement.ts";
import { platformBalances } from "./books-balances.ts";
import { listAnswer, listQuery, readPage } from "./books-page.ts";

const account = z.looseObject({ id });

/** https://docs.stripe.com/api/application_fees/object */
const feeSchema = z.looseObject({
  id,
  account: z.unknown(),
  amount: whole,
  amount_refunded: whole,
  charge: z.unknown(),
  created: whole,
  currency: text.pipe(z.string().length(3)),
});
type Fee = z.output<typeof feeSchema>;

/** https://docs.stripe.com/api/fee_refunds/object, with its fee. */
const feeRefundSchema = z.looseObject({
  amount: whole,
  currency: text.pipe(z.string().length(3)),
  fee: z.unknown(),
});

/** What the platform earns over all accounts lies in a balance of its own, in its own currency. */
export const platform: PlatformBooks = {
  accountId: async (call) => {
    const own = await askAsPlatform(call, "read the platform's account", account, ({ stripe, options }) =>
      stripe.accounts.retrieveCurrent({}, options),
    );
    return own.id;
  },
  movements: async (call, page) => {
    const answer = await askAsPlatform(call, "list the platform's movements", listAnswer, (sent) =>
      sent.stripe.balanceTransactions.list({ ...listQuery(page), expand: ["data.source"] }, sent.options),
    );
    const fees = await feesBehind(call, answer.data);
    return readPage(answer, (record) => aboutWhom(record, fees));
  },
  balances: platformBalances,
  fees: async (call, page): Promise<BooksPage<PlatformFeeState>> => {
    const answer = await askAsPlatform(call, "list the platform's fees", listAnswer, ({ stripe, options }) =>
      stripe.applicationFees.list(listQuery(page), options),
    );
    return readPage(answer, (record) => toFeeState(feeSchema.parse(record)));
  },
};

/** Fees of which a part went back, by their ids: a fee refund names only the fee. */
async function feesBehind(call: Call, records: readonly unknown[]): Promise<ReadonlyMap<string, Fee>> {
  const fees = new Map<string, Fee>();
  const wanted = new Set<string>();
  for (const record of records) {
    const source = balanceTransaction.safeParse(record).data?.source;
    const fee = feeSchema.safeParse(source).data;
    if (fee) fees.set(fee.id, fee);
    const refunded = feeRefundSchema.safeParse(source).data;
    const feeId = refunded && readId(refunded.fee);
    if (feeId) wanted.add(feeId);
  }
  for (const feeId of wanted) {
    if (fees.has(feeId)) continue;
    const fee = await askAsPlatform(call, "read the fee", feeSchema, ({ stripe, options }) =>
      stripe.applicationFees.retrieve(feeId, {}, options),
    );
    fees.set(feeId, fee);
  }
  return fees;
}

/** The amount in the currency of the charge stands beside what the platform got of it, never in one sum with it. */
function aboutWhom(
  record: unknown,
  fees: ReadonlyMap<string, Fee>,
): { movement: Movement; fee: PlatformFeeState | null } {
  const transaction = balanceTransaction.parse(record);
  const movement = toMovement(transaction);
  const refunded = feeRefundSchema.safeParse(transaction.source).data;
  const feeId = (refunded && readId(refunded.fee)) ?? movement.objectId;
  const fee = feeId === null ? undefined : fees.get(feeId);
  if (!fee) return { movement, fee: null };
  const charged = refunded
    ? { amount: -refunded.amount, currency: refunded.currency.toUpperCase() }
    : { amount: fee.amount, currency: fee.currency.toUpperCase() };
  const paymentId = readId(fee.charge);
  const about = { ...charged, accountId: readId(fee.account) };
  return {
    movement: { ...movement, kind: "platform_fee", paymentId, charged: about },
    fee: toFeeState(fee),
  };
}

function toFeeState(fee: Fee): PlatformFeeState {
  return {
    feeId: fee.id,
    accountId: readId(fee.account) ?? "",
    chargeId: readId(fee.charge),
    amount: fee.amount,
    refunded: fee.amount_refunded,
    currency: fee.currency.toUpperCase(),
    createdAt: new Date(fee.created * 1_000),
  };
}
