import type { Provider } from "../contract/provider.ts";
import { accountStatus } from "./actions/account-status.ts";
import { createCharge } from "./actions/create-charge.ts";
import { listCharges } from "./actions/list-charges.ts";
import { refundCharge } from "./actions/refund-charge.ts";
import { classifyError } from "./errors.ts";
import { identify } from "./identify.ts";
import { inbound } from "./inbound/inbound.ts";
import { manifest } from "./manifest.ts";
import { payments } from "./payments/payments.ts";
import { charges } from "./resources/charges.ts";

export const stripe = {
  ...manifest,
  identify,
  actions: {
    "account-status": accountStatus,
    "create-charge": createCharge,
    "refund-charge": refundCharge,
    "list-charges": listCharges,
  },
  resources: { charges },
  inbound,
  sync: {},
  payments,
  classifyError,
  sandbox: async () => (await import("./sandbox/sandbox.ts")).sandbox,
} satisfies Provider;
