import { serve } from "inngest/edge";
import { z } from "zod";
import { inngest } from "#inngest/client.ts";
import { endInOrder } from "#inngest/end-in-order.ts";
import { allFunctions } from "#inngest/functions.ts";
import { registerFunctions } from "#inngest/register.ts";
import { servedAt } from "#inngest/served-at.ts";
import { startEngine } from "#inngest/start.ts";
import { systemCtx } from "#lib/auth/context.ts";
import { env } from "#lib/env.ts";
import { acceptEvents } from "#lib/events/accept-events.ts";
import { orderPaid } from "#lib/events/catalogue/orders.ts";
import { serveOverHttp } from "./serve-functions.ts";

/**
 * An instance of Patchbay without its pages: the engine that the settings say, /api/inngest on `PORT` for an Inngest
 * server, and the end in order. Told `{ merchantId, events }` it accepts so many paid orders and answers their ids.
 */
const orderSchema = z.object({ merchantId: z.string(), events: z.int() });

const runner = startEngine();
if (env().usesInngestServer) {
  const handler = serve({ client: inngest(), functions: allFunctions(), ...servedAt() });
  await serveOverHttp(handler, env().PORT);
  await registerFunctions(AbortSignal.timeout(60_000));
}

process.on("message", async (message) => {
  const { merchantId, events } = orderSchema.parse(message);
  const input = Array.from({ length: events }, () => ({ type: "order.paid", data: orderPaid.example }));
  const { data } = await acceptEvents({ ctx: systemCtx(merchantId, "instance"), input });
  process.send?.(data.map((event) => event.id));
});
process.once("SIGTERM", async () => {
  await endInOrder(runner);
  process.exit(0);
});
process.send?.("ready");
