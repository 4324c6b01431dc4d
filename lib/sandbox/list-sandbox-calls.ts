import { and, desc, eq, lt } from "drizzle-orm";
import { db } from "#db/client.ts";
import { sandboxCalls } from "#db/schema/sandbox.ts";
import { defineVerb } from "#lib/auth/verb.ts";
import { decodeCursor, idCursor, toPage } from "#lib/listing/cursor.ts";
import { pageOf } from "#lib/listing/page.ts";
import { faultKindSchema } from "./fault-schema.ts";
import { requireApp } from "./require-provider.ts";
import { requireSandbox } from "./require-sandbox.ts";
import { listSandboxCallsInput, sandboxCallDto } from "./schema.ts";

/** The calls of a merchant's integrations to an app's sandbox and its webhooks to us, newest first. */
export const listSandboxCalls = defineVerb({
  permission: "read",
  input: listSandboxCallsInput,
  output: pageOf(sandboxCallDto),
  async run({ ctx, input }) {
    requireSandbox();
    const { provider, limit, cursor } = input;
    requireApp(provider);
    const [before] = decodeCursor(cursor, idCursor) ?? [];
    const rows = await db()
      .select()
      .from(sandboxCalls)
      .where(
        and(
          eq(sandboxCalls.merchantId, ctx.merchantId),
          eq(sandboxCalls.provider, provider),
          before ? lt(sandboxCalls.id, before) : undefined,
        ),
      )
      .orderBy(desc(sandboxCalls.id))
      .limit(limit + 1);
    return toPage(
      rows,
      limit,
      ({ id }) => [id],
      ({ id, direction, method, url, status, fault, at }) => ({
        id,
        direction,
        method,
        url,
        status,
        fault: fault === null ? null : faultKindSchema.parse(fault),
        at: at.toISOString(),
      }),
    );
  },
});
