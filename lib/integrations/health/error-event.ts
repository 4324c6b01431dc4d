import type { Message } from "#lib/failures/message.ts";
import { newId } from "#lib/ids.ts";
import { render } from "#lib/words/render.ts";
import { type IntegrationRow, providerOf } from "../integration-row.ts";
import type { IssueCause } from "../schema.ts";

/** `integration.error`: what other programs are told is composed once, for good, and in English. */
export function errorEvent(
  integration: Pick<IntegrationRow, "id" | "provider" | "accountLabel">,
  cause: IssueCause | "uninstalled",
  said: Message,
) {
  const data = {
    integrationId: integration.id,
    provider: providerOf(integration).id,
    account: integration.accountLabel,
    cause,
    message: render(said),
  };
  return { id: newId("evt"), type: "integration.error", data, occurredAt: new Date() };
}
