import { randomBytes } from "node:crypto";
import type { SandboxAccountSeed } from "../../sandbox-contract.ts";
import type { AccountDocument } from "./account-document.ts";
import type { ChargeDocument, FeeDocument, PaymentDocument, RefundDocument } from "./documents.ts";

/** 4 May 2026, 18:00 UTC. */
const openedSeconds = 1_777_917_600;

type Sale = { name: string; minutes: number; amount: number; what: string; refunded?: number };

const sales: readonly Sale[] = [
  { name: "3Rt7PizzaTable7A", minutes: 5, amount: 3_150, what: "Table 7, order 1042" },
  { name: "3Rt7LemonadeTable4A", minutes: 22, amount: 4_600, what: "Table 4, order 1043" },
  { name: "3Rt7TiramisuTable2A", minutes: 41, amount: 1_290, what: "Table 2, order 1044", refunded: 1_290 },
  { name: "3Rt7WineTable9A", minutes: 73, amount: 12_840, what: "Table 9, order 1045", refunded: 2_400 },
  { name: "3Rt7TakeAwayA", minutes: 90, amount: 2_275, what: "Take-away, order 1046" },
];

/** A restaurant's account: verified, and with the payments of one evening. */
export function newAccount({ name }: { name: string }): SandboxAccountSeed {
  return {
    externalId: `acct_1${randomBytes(8).toString("hex")}`,
    label: name,
    objects: accountContents(name),
  };
}

export function accountContents(name: string): SandboxAccountSeed["objects"] {
  const document = {
    displayName: name,
    contactEmail: `${
      name
        .toLowerCase()
        .replaceAll(/[^a-z0-9]+/g, "-")
        .replaceAll(/^-+|-+$/g, "") || "owner"
    }@example.com`,
    country: "nl",
    currency: "eur",
    openedBy: "merchant",
    authorization: "given",
    created: new Date(openedSeconds * 1_000).toISOString(),
    requirements: [],
    deadline: null,
  } satisfies AccountDocument;
  return [{ kind: "account", id: "account", data: document }, ...sales.flatMap(drawSale)];
}

function drawSale({ name, minutes, amount, what, refunded = 0 }: Sale) {
  const created = openedSeconds + minutes * 60;
  const ids = { payment: `pi_${name}`, charge: `ch_${name}`, fee: `fee_${name}`, refund: `re_${name}` };
  const feeAmount = Math.round(amount * 0.03);
  const common = { amount, currency: "eur", created };
  const details = {
    description: what,
    paymentMethod: "pm_card_visa",
    feeAmount,
    failure: null,
    metadata: {},
  };
  const payment = {
    ...common,
    ...details,
    id: ids.payment,
    status: "succeeded",
    latestCharge: ids.charge,
  } satisfies PaymentDocument;
  const charge = {
    ...common,
    ...details,
    id: ids.charge,
    payment: ids.payment,
    amountRefunded: refunded,
    status: "succeeded",
    brand: "visa",
    last4: "4242",
    fee: ids.fee,
    isDisputed: false,
    isPaidOut: false,
  } satisfies ChargeDocument;
  const fee = {
    ...common,
    id: ids.fee,
    charge: ids.charge,
    amount: feeAmount,
    amountRefunded: Math.round((feeAmount * refunded) / amount),
  } satisfies FeeDocument;
  const refund = {
    ...common,
    id: ids.refund,
    charge: ids.charge,
    payment: ids.payment,
    amount: refunded,
    reason: "requested_by_customer",
    metadata: {},
  } satisfies RefundDocument;
  return [
    { kind: "payment_intent", id: payment.id, data: payment },
    { kind: "charge", id: charge.id, data: charge },
    { kind: "application_fee", id: fee.id, data: fee },
    ...(refunded > 0 ? [{ kind: "refund", id: refund.id, data: refund }] : []),
  ];
}
