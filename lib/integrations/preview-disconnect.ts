import { defineVerb } from "#lib/auth/verb.ts";
import { automationsUsing, whatStops } from "#lib/automations/naming/using-integration.ts";
import { manifestOf, requireIntegration } from "./integration-row.ts";
import { disconnectPreviewDto, integrationIdInput } from "./schema.ts";

/**
 * What disconnecting would stop, delete and keep.
 * @throws {AppError} 404
 */
export const previewDisconnect = defineVerb({
  permission: "read",
  input: integrationIdInput,
  output: disconnectPreviewDto,
  async run({ ctx, input: { id } }) {
    const integration = await requireIntegration(ctx, id);
    const { name, auth, syncs } = manifestOf(integration);
    const hasCopies = syncs.length > 0;
    const revokesAtProvider = auth.kind === "oauth2" && auth.revoke !== null;
    return {
      automations: whatStops(await automationsUsing(ctx.merchantId, id)),
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
  },
});
