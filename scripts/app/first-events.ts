import { eventCatalogue } from "#lib/events/catalogue/catalogue.ts";
import { manifests } from "#lib/providers/manifests.ts";

/**
 * Visits the addresses that an event passes through, so that the development server has compiled them before most people
 * send one. On the first start it also sends each example of the catalogue through the real pipeline: the log is not
 * empty, and every line in it is true.
 */
export async function sendFirstEvents(origin: string, apiKey: string, isFirstStart: boolean): Promise<void> {
  const headers = { authorization: `Bearer ${apiKey}`, "content-type": "application/json" };
  await Promise.all([
    fetch(`${origin}/api/deliveries?limit=1`, { headers }),
    fetch(`${origin}/sandbox/inbox/none`, { method: "POST" }),
    fetch(`${origin}/api/events?limit=1`, { headers }),
  ]);
  if (!isFirstStart) return;
  const examples = eventCatalogue
    .filter((definition) => definition.source === "platform")
    .map((definition) => ({ type: definition.type, data: definition.example }));
  await fetch(`${origin}/api/events`, { method: "POST", headers, body: JSON.stringify(examples) });
}

/**
 * Visits what an automation's calls pass through: each app's sandbox, and the address that its webhooks go to. Nobody
 * waits for it, and an app that ends meanwhile has nothing to say.
 */
export async function visitSandbox(origin: string): Promise<void> {
  await fetch(`${origin}/api/inbound/none`, { method: "POST" }).catch(() => {});
  for (const { id } of manifests) await fetch(`${origin}/sandbox/${id}/none.example/`).catch(() => {});
}
