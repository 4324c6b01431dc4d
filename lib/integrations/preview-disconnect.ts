import { authorise, type Ctx } from "#lib/auth/context.ts";
import { automationsUsing, whatStops } from "#lib/automations/naming/using-integration.ts";
import { parseInput } from "#lib/parse.ts";
import { manifestOf, requireIntegration } from "./integration-row.ts";
import { type DisconnectPreviewDto, integrationIdInput } from "./schema.ts";

/**
 * What disconnecting would stop, delete and keep.
 * @throws {AppError} 404
 */
export async function previewDisconnect(given: { ctx: Ctx; input: unknown }): Promise<DisconnectPreviewDto> {
  authorise(given.ctx, "read");
  const { id } = parseInput(integrationIdInput, given.input);
  const integration = await requireIntegration(given.ctx, id);
  const { name, auth, syncs } = manifestOf(integration);
  const hasCopies = syncs.length > 0;
  const revokesAtProvider = auth.kind === "oauth2" && auth.revoke !== null;
  return {
    automations: whatStops(await automationsUsing(given.ctx.merchantId, id)),
    deleted: [
      `The access to ${integration.accountLabel}`,
      ...(hasCopies ? ["Our copies of its products and orders"] : []),
    ],
    kept: ["The activity of this connection", `Everything in ${name} itself`],
    revokesAtProvider,
    byHand: revokesAtProvider
      ? null
      : `${name} cannot be told from here: remove Patchbay's access in your ${name} account as well.`,
  };
}
