import { getChargesFile } from "#lib/payments/charges-file.ts";
import { createCharge } from "#lib/payments/create-charge.ts";
import { endCharge } from "#lib/payments/end-charge.ts";
import { getCharge } from "#lib/payments/get-charge.ts";
import { listCharges } from "#lib/payments/list-charges.ts";
import { previewRefund } from "#lib/payments/preview-refund.ts";
import { refundCharge } from "#lib/payments/refund-charge.ts";
import type { Endpoint } from "#lib/transport/endpoint.ts";

const tag = "Payments";

export const paymentEndpoints = {
  createCharge: {
    method: "POST",
    path: "/api/payments/charges",
    summary:
      "Take a payment into the merchant's account, less the platform's fee by its policy. Idempotency-Key is required, and good for ever: the same key is one payment, and 409 with other content",
    tag,
    verb: createCharge,
    status: 201,
    keepsKeys: true,
  },
  listCharges: {
    method: "GET",
    path: "/api/payments/charges",
    summary: "Payments, newest first: those taken here, and those found in the connected accounts",
    tag,
    verb: listCharges,
    status: 200,
  },
  getChargesFile: {
    method: "GET",
    path: "/api/payments/charges.csv",
    summary: "Payments as a file, all of them, paid or not",
    tag,
    verb: getChargesFile,
    status: 200,
    file: { contentType: "text/csv; charset=utf-8", name: "charges.csv" },
  },
  getCharge: {
    method: "GET",
    path: "/api/payments/charges/{id}",
    summary: "One payment, with its refunds, its disputes, and how its fee came about",
    tag,
    verb: getCharge,
    status: 200,
  },
  refundCharge: {
    method: "POST",
    path: "/api/payments/charges/{id}/refunds",
    summary:
      "Give a payment back, all that is left or a part, with as large a part of the platform's fee. Idempotency-Key is required, as for payments",
    tag,
    verb: refundCharge,
    status: 201,
    keepsKeys: true,
  },
  previewRefund: {
    method: "GET",
    path: "/api/payments/charges/{id}/refund-preview",
    summary: "Who would get and who would bear what of a refund; nothing is done",
    tag,
    verb: previewRefund,
    status: 200,
  },
  endCharge: {
    method: "POST",
    path: "/api/payments/charges/{id}/end",
    summary: "Take a payment back that waits on its guest: nobody can pay it any more",
    tag,
    verb: endCharge,
    status: 200,
  },
} satisfies Record<string, Endpoint>;
