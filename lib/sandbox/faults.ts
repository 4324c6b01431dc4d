import { and, asc, eq, gt } from "drizzle-orm";
import { z } from "zod";
import { db } from "#db/client.ts";
import { sandboxFaults } from "#db/schema/sandbox.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { defineVerb } from "#lib/auth/verb.ts";
import { switchFaultOn } from "./core/switch-fault-on.ts";
import { faultKindSchema } from "./fault-schema.ts";
import { requireApp } from "./require-provider.ts";
import { requireSandbox } from "./require-sandbox.ts";
import { addFaultInput, type SandboxFaultDto, sandboxFaultDto, sandboxProviderInput } from "./schema.ts";

/** What will yet go wrong for a merchant at a provider, in the order in which it comes. */
export async function listFaults(ctx: Ctx, provider: string): Promise<SandboxFaultDto[]> {
  const rows = await db()
    .select()
    .from(sandboxFaults)
    .where(and(ownFaults(ctx, provider), gt(sandboxFaults.remaining, 0)))
    .orderBy(asc(sandboxFaults.id));
  return rows.map(toFaultDto);
}

/**
 * Lets the next calls to an app's sandbox go wrong.
 * @throws {AppError} 404 for an app that has no sandbox here
 */
export const addFault = defineVerb({
  permission: "integrations:write",
  input: addFaultInput,
  output: sandboxFaultDto,
  async run({ ctx, input }) {
    requireSandbox();
    const { provider, ...fault } = input;
    requireApp(provider);
    return toFaultDto(await switchFaultOn({ ...fault, provider, merchantId: ctx.merchantId }));
  },
});

/**
 * Switches every fault of a merchant at a provider off.
 * @returns how many there were with calls left
 */
export const clearFaults = defineVerb({
  permission: "integrations:write",
  input: sandboxProviderInput,
  output: z.object({ cleared: z.int() }),
  async run({ ctx, input }) {
    requireSandbox();
    const { provider } = input;
    requireApp(provider);
    const gone = await db()
      .delete(sandboxFaults)
      .where(ownFaults(ctx, provider))
      .returning({ remaining: sandboxFaults.remaining });
    return { cleared: gone.filter(({ remaining }) => remaining > 0).length };
  },
});

function ownFaults(ctx: Ctx, provider: string) {
  return and(eq(sandboxFaults.merchantId, ctx.merchantId), eq(sandboxFaults.provider, provider));
}

function toFaultDto(row: typeof sandboxFaults.$inferSelect): SandboxFaultDto {
  return {
    id: row.id,
    kind: faultKindSchema.parse(row.kind),
    target: row.target,
    remaining: row.remaining,
    retryAfterSeconds: row.retryAfterSeconds,
    delayMs: row.delayMs,
    createdAt: row.createdAt.toISOString(),
  };
}
