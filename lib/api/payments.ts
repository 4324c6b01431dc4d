import { createCharge } from "#lib/payments/create-charge.ts";
import { endCharge } from "#lib/payments/end-charge.ts";
import { getCharge } from "#lib/payments/get-charge.ts";
import { listCharges } from "#lib/payments/list-charges.ts";
import { previewRefund } from "#lib/payments/preview-refund.ts";
import { refundCharge } from "#lib/payments/refund-charge.ts";
import {
  chargeDetailDto,
  chargeDto,
  chargeIdInput,
  chargePage,
  createChargeInput,
  createdChargeDto,
  createRefundInput,
  listChargesInput,
  previewRefundInput,
  refundDto,
  refundPreviewDto,
} from "#lib/payments/schema.ts";
import type { Endpoint } from "#lib/transport/endpoint.ts";

const tag = "Payments";

export const paymentEndpoints = {
  createCharge: {
    method: "POST",
    path: "/api/payments/charges",
    summary:
      "Take a payment into the merchant's account, less the platform's fee by its policy. Idempotency-Key is required, and good for ever: the same key is one payment, and 409 with other content",
    tag,
    verb: {
      permission: "payments:write",
      input: createChargeInput,
      output: createdChargeDto,
      runUnread: createCharge,
    },
    status: 201,
    keepsKeys: true,
  },
  listCharges: {
    method: "GET",
    path: "/api/payments/charges",
    summary: "Payments, newest first: those taken here, and those found in the connected accounts",
    tag,
    verb: { permission: "read", input: listChargesInput, output: chargePage, runUnread: listCharges },
    status: 200,
  },
  getCharge: {
    method: "GET",
    path: "/api/payments/charges/{id}",
    summary: "One payment, with its refunds, its disputes, and how its fee came about",
    tag,
    verb: { permission: "read", input: chargeIdInput, output: chargeDetailDto, runUnread: getCharge },
    status: 200,
  },
  refundCharge: {
    method: "POST",
    path: "/api/payments/charges/{id}/refunds",
    summary:
      "Give a payment back, all that is left or a part, with as large a part of the platform's fee. Idempotency-Key is required, as for payments",
    tag,
    verb: {
      permission: "payments:write",
      input: createRefundInput,
      output: refundDto,
      runUnread: refundCharge,
    },
    status: 201,
    keepsKeys: true,
  },
  previewRefund: {
    method: "GET",
    path: "/api/payments/charges/{id}/refund-preview",
    summary: "Who would get and who would bear what of a refund; nothing is done",
    tag,
    verb: {
      permission: "read",
      input: previewRefundInput,
      output: refundPreviewDto,
      runUnread: previewRefund,
    },
    status: 200,
  },
  endCharge: {
    method: "POST",
    path: "/api/payments/charges/{id}/end",
    summary: "Take a payment back that waits on its guest: nobody can pay it any more",
    tag,
    verb: { permission: "payments:write", input: chargeIdInput, output: chargeDto, runUnread: endCharge },
    status: 200,
  },
} satisfies Record<string, Endpoint>;
