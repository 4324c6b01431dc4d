import { and, asc, count, eq } from "drizzle-orm";
import { z } from "zod";
import { db } from "#db/client.ts";
import { lockMerchant } from "#db/lock-merchant.ts";
import { sandboxInboxes } from "#db/schema/sandbox.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { defineVerb, noInput } from "#lib/auth/verb.ts";
import { env } from "#lib/env.ts";
import { conflict, notFound } from "#lib/errors.ts";
import { say } from "#lib/failures/say.ts";
import { newId } from "#lib/ids.ts";
import { requireSandbox } from "../sandbox/require-sandbox.ts";
import { createInboxInput, type InboxDto, inboxDto, inboxIdInput, updateInboxInput } from "./schema.ts";

const maxInboxesPerMerchant = 50;

/** The merchant's inboxes, oldest first. */
export const listInboxes = defineVerb({
  permission: "read",
  input: noInput,
  output: z.object({ data: z.array(inboxDto), nextCursor: z.null() }),
  async run({ ctx }) {
    requireSandbox();
    const own = eq(sandboxInboxes.merchantId, ctx.merchantId);
    const rows = await db().select().from(sandboxInboxes).where(own).orderBy(asc(sandboxInboxes.id));
    return { data: rows.map(toInboxDto), nextCursor: null };
  },
});

/** @throws {AppError} 404 for another merchant's inbox */
export const getInbox = defineVerb({
  permission: "read",
  input: inboxIdInput,
  output: inboxDto,
  async run({ ctx, input }) {
    requireSandbox();
    const { id } = input;
    const [row] = await db().select().from(sandboxInboxes).where(ownInbox(ctx, id));
    if (!row) throw notFound("inbox");
    return toInboxDto(row);
  },
});

/**
 * Makes an inbox that answers 200.
 * @throws {AppError} 409 at 50 inboxes
 */
export const createInbox = defineVerb({
  permission: "webhooks:write",
  input: createInboxInput,
  output: inboxDto,
  async run({ ctx, input }) {
    requireSandbox();
    const { name } = input;
    const [row] = await db().transaction(async (tx) => {
      await lockMerchant(tx, ctx.merchantId);
      const [existing] = await tx
        .select({ total: count() })
        .from(sandboxInboxes)
        .where(eq(sandboxInboxes.merchantId, ctx.merchantId));
      if ((existing?.total ?? 0) >= maxInboxesPerMerchant) {
        throw conflict("too_many_inboxes", say("problem_too_many_inboxes", { max: maxInboxesPerMerchant }));
      }
      return tx
        .insert(sandboxInboxes)
        .values({ id: newId("inb"), merchantId: ctx.merchantId, name })
        .returning();
    });
    if (!row) throw new Error("The insert of an inbox returned no row.");
    return toInboxDto(row);
  },
});

/**
 * Tells an inbox how to answer from now on.
 * @throws {AppError} 404 for another merchant's inbox
 */
export const updateInbox = defineVerb({
  permission: "webhooks:write",
  input: updateInboxInput,
  output: inboxDto,
  async run({ ctx, input }) {
    requireSandbox();
    const { id, ...behaviour } = input;
    if (Object.keys(behaviour).length === 0) return getInbox({ ctx, input: { id } });
    const [row] = await db().update(sandboxInboxes).set(behaviour).where(ownInbox(ctx, id)).returning();
    if (!row) throw notFound("inbox");
    return toInboxDto(row);
  },
});

function ownInbox(ctx: Ctx, id: string) {
  return and(eq(sandboxInboxes.merchantId, ctx.merchantId), eq(sandboxInboxes.id, id));
}

/** Always on loopback: the sandbox is for trying out, wherever the app is reached from. */
export function inboxUrl(id: string): string {
  return `http://localhost:${env().PORT}/sandbox/inbox/${id}`;
}

function toInboxDto(row: typeof sandboxInboxes.$inferSelect): InboxDto {
  return {
    id: row.id,
    name: row.name,
    url: inboxUrl(row.id),
    behaviour: row.behaviour,
    answerStatus: row.answerStatus,
    createdAt: row.createdAt.toISOString(),
  };
}
