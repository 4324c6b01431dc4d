import type { SandboxAccountDesk } from "#lib/providers/sandbox-kit/contract.ts";
import { stamp } from "./global-ids.ts";
import { shopPayload } from "./payloads/shop-payload.ts";
import { listWebhooks, readShop } from "./shop-side.ts";
import { notify } from "./webhooks.ts";

/** What Shopify does when an app is uninstalled: it tells the app, forgets its webhooks and ends its tokens. */
export async function uninstall(desk: SandboxAccountDesk): Promise<number> {
  const shop = await readShop(desk);
  const told = await notify(desk, "app/uninstalled", shopPayload(shop, stamp(desk.now())));
  for (const webhook of await listWebhooks(desk)) await desk.store.remove("webhook", webhook.id);
  await desk.revokeAll();
  return told;
}
