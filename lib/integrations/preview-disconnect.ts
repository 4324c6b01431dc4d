import { defineVerb } from "#lib/auth/verb.ts";
import { automationsUsing, whatStops } from "#lib/automations/naming/using-integration.ts";
import type { Message } from "#lib/failures/message.ts";
import { say } from "#lib/failures/say.ts";
import { render } from "#lib/words/render.ts";
import { getManifest, requireIntegration } from "./integration-row.ts";
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
    const { name, auth, syncs } = getManifest(integration);
    const text = (said: Message) => render(said, ctx.locale);
    const hasCopies = syncs.length > 0;
    const revokesAtProvider = auth.kind === "oauth2" && auth.revoke !== null;
    return {
      automations: whatStops(await automationsUsing(ctx.merchantId, id)),
      deleted: [
        text(say("disconnect_deletes_access", { account: integration.accountLabel })),
        ...(hasCopies ? [text(say("disconnect_deletes_copies"))] : []),
      ],
      kept: [text(say("disconnect_keeps_activity")), text(say("disconnect_keeps_app", { app: name }))],
      revokesAtProvider,
      byHand: revokesAtProvider ? null : text(say("disconnect_by_hand", { app: name })),
    };
  },
});
