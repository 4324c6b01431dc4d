import { z } from "zod";
import { closeDb } from "#db/client.ts";
import { takeFromBudget } from "../take-from-budget.ts";

/**
 * A process of its own that takes from an integration's budget, for tests that share one. Told how often, it answers
 * how many takes were granted, and ends.
 */
const orderSchema = z.object({
  integrationId: z.string(),
  rateLimit: z.object({
    perIntegration: z.object({ requests: z.int(), seconds: z.int() }),
    perApp: z.object({ requests: z.int(), seconds: z.int() }).nullable(),
  }),
  takes: z.int(),
});

process.once("message", async (message) => {
  const { integrationId, rateLimit, takes } = orderSchema.parse(message);
  const provider = { id: "test-provider", name: "Test provider", rateLimit };
  const results = await Promise.allSettled(
    Array.from({ length: takes }, () => takeFromBudget({ provider, integrationId })),
  );
  await closeDb();
  process.send?.(results.filter((result) => result.status === "fulfilled").length);
  process.disconnect();
});
process.send?.("ready");
