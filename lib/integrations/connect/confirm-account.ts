import { z } from "zod";
import { defineVerb } from "#lib/auth/verb.ts";
import { notFound } from "#lib/errors.ts";
import { revokeGrant } from "#lib/integrations/connect/revoke-grant.ts";
import { readIntegrationDto } from "#lib/integrations/integration-dto.ts";
import { integrationDto } from "#lib/integrations/schema.ts";
import { connect } from "./finish-connection.ts";
import { claimPending, requirePending, stateInput } from "./pending-account.ts";

/**
 * Moves a connection to the account that came back. It keeps its id and what hangs on it.
 * @throws {AppError} 404 once it is answered or ten minutes are over; 409 where that account has a connection already
 */
export const confirmAccount = defineVerb({
  permission: "integrations:write",
  input: stateInput,
  output: integrationDto,
  async run({ ctx, input }) {
    const { row, account, pending } = await requirePending(ctx, input);
    if (!(await claimPending(row))) throw notFound("question");
    const id = await connect(ctx, row, account, { ...pending, isOtherAccountFine: true });
    return readIntegrationDto(ctx, id);
  },
});

/**
 * Leaves the connection with its account, and gives back the access to the other one.
 * @throws {AppError} 404 once it is answered or ten minutes are over
 */
export const discardAccount = defineVerb({
  permission: "integrations:write",
  input: stateInput,
  output: z.object({ isRevoked: z.boolean() }),
  async run({ ctx, input }) {
    const { row, account, pending } = await requirePending(ctx, input);
    if (!(await claimPending(row))) throw notFound("question");
    const { provider, environment } = row;
    const revoked = await revokeGrant({
      provider,
      environment,
      accountId: account.id,
      secrets: pending.secrets,
      settings: pending.settings,
    });
    return { isRevoked: revoked.isRevoked };
  },
});
