import { systemCtx } from "#lib/auth/context.ts";
import { createCharge } from "../create-charge.ts";
import { refundCharge } from "../refund-charge.ts";

/** A process that asks for one payment, or gives one back, and ends: for tests that kill it meanwhile. */
const [merchantId = "", what = "", key = "", input = "{}"] = process.argv.slice(2);
const asked = { ctx: systemCtx(merchantId, "test"), input: JSON.parse(input), idempotencyKey: key };
await (what === "refund" ? refundCharge(asked) : createCharge(asked));
process.exit(0);
