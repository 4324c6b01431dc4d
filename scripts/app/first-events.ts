import { eventCatalogue } from "#lib/events/catalogue/catalogue.ts";
import { manifests } from "#lib/providers/manifests.ts";

/**
 * Accepts each example of the catalogue, on the first start, for the engine to deliver once it runs: the log is not empty,
 * and every line in it is true. Before anybody can make a webhook, which would get them unasked.
 */
export async function acceptFirstEvents(): Promise<void> {
  const { acceptEvents } = await import("#lib/events/accept-events.ts");
  const { findDemo } = await import("#db/seed/find-demo.ts");
  const ctx = await findDemo();
  if (!ctx) return;
  const input = eventCatalogue
    .filter((definition) => definition.source === "platform")
    .map((definition) => ({ type: definition.type, data: definition.example }));
  await acceptEvents({ ctx, input });
}

/**
 * Visits the addresses that an event passes through, so that the development server has compiled them before most people
 * send one.
 */
export async function visitEvents(origin: string, apiKey: string): Promise<void> {
  const headers = { authorization: `Bearer ${apiKey}`, "content-type": "application/json" };
  await Promise.all([
    fetch(`${origin}/api/deliveries?limit=1`, { headers }),
    fetch(`${origin}/sandbox/inbox/none`, { method: "POST" }),
    fetch(`${origin}/api/events?limit=1`, { headers }),
  ]);
}

/**
 * Visits what an automation's calls pass through: each app's sandbox, and the address that its webhooks go to. Nobody
 * waits for it, and an app that ends meanwhile has nothing to say.
 */
export async function visitSandbox(origin: string): Promise<void> {
  await fetch(`${origin}/api/inbound/none`, { method: "POST" }).catch(() => {});
  for (const { id } of manifests) await fetch(`${origin}/sandbox/${id}/none.example/`).catch(() => {});
}
