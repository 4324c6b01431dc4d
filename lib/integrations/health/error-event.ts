import { eq } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { merchants } from "#db/schema/tenancy.ts";
import type { Message } from "#lib/failures/message.ts";
import { newId } from "#lib/ids.ts";
import { render } from "#lib/words/render.ts";
import { chooseLocale } from "#lib/words/texts/translations.ts";
import { getManifest, type IntegrationRow } from "../integration-row.ts";
import type { IssueCause } from "../schema.ts";

/**
 * `integration.error`. An event is a document: what it says is composed once, for good, in the language of its merchant,
 * so that every attempt and the log have the same bytes.
 */
export async function errorEvent(
  tx: Tx,
  integration: Pick<IntegrationRow, "id" | "merchantId" | "provider" | "accountLabel">,
  cause: IssueCause | "uninstalled",
  said: Message,
) {
  const [merchant] = await tx
    .select({ locale: merchants.locale })
    .from(merchants)
    .where(eq(merchants.id, integration.merchantId));
  const data = {
    integrationId: integration.id,
    provider: getManifest(integration).id,
    account: integration.accountLabel,
    cause,
    message: render(said, await chooseLocale(merchant?.locale)),
  };
  return { id: newId("evt"), type: "integration.error", data, occurredAt: new Date() };
}
