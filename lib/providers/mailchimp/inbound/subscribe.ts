import { z } from "zod";
import type { Call } from "../../contract/call.ts";
import { id, listOfReadable, text } from "../../kit/lenient.ts";
import { api } from "../client.ts";
import { listAudiences } from "../resources/audiences.ts";

const flags = z.record(z.string(), z.boolean());
const webhookSchema = z.looseObject({
  id,
  url: text,
  events: flags.catch({}),
  sources: flags.catch({}),
});
type Webhook = z.output<typeof webhookSchema>;
/** Other webhooks are none of our business, whatever they look like. */
const webhooksAnswer = z.looseObject({ webhooks: listOfReadable(webhookSchema) });

const wanted = {
  events: {
    subscribe: false,
    unsubscribe: true,
    profile: true,
    cleaned: true,
    upemail: true,
    campaign: true,
  },
  // What we do ourselves need not come back to us.
  sources: { user: true, admin: true, api: false },
} as const;

/**
 * Has each audience tell us who left and what was sent. A webhook that is there for our address is taken over, since
 * Mailchimp does not keep two that differ in their query only.
 * https://mailchimp.com/developer/marketing/api/list-webhooks/
 */
export async function subscribe(
  call: Call,
  subscription: { url: string; secret: string },
): Promise<Record<string, string>> {
  const url = secretAddress(subscription.url, subscription.secret);
  for (const audience of (await listAudiences(call)).items) {
    const path = `/lists/${audience.id}/webhooks`;
    const known = (await listOurWebhooks(call, path, url)).at(0);
    if (known && isAsWanted(known, url)) continue;
    const request = known
      ? ({ method: "PATCH", path: `${path}/${known.id}` } as const)
      : ({ method: "POST", path } as const);
    await api.ask(call, { ...request, what: "webhook", json: { url, ...wanted } }, webhookSchema);
  }
  return {};
}

/** The end of a grant does not end the webhooks that were made with it. */
export async function unsubscribe(call: Call, { url }: { url: string }): Promise<void> {
  for (const audience of (await listAudiences(call)).items) {
    const path = `/lists/${audience.id}/webhooks`;
    for (const webhook of await listOurWebhooks(call, path, url)) {
      await api.tell(call, { method: "DELETE", path: `${path}/${webhook.id}`, what: "webhook" });
    }
  }
}

async function listOurWebhooks(call: Call, path: string, url: string): Promise<Webhook[]> {
  const { webhooks } = await api.ask(call, { method: "GET", path, what: "audience" }, webhooksAnswer);
  return webhooks.filter((webhook) => isSameAddress(webhook.url, url));
}

function isAsWanted({ url, events, sources }: Webhook, wantedUrl: string): boolean {
  return (
    url === wantedUrl &&
    Object.entries(wanted.events).every(([name, isOn]) => (events[name] ?? false) === isOn) &&
    Object.entries(wanted.sources).every(([name, isOn]) => (sources[name] ?? false) === isOn)
  );
}

const parameter = "key";

/** The address of our inbound route with the secret in it. */
export function secretAddress(url: string, secret: string): string {
  const address = new URL(url);
  address.searchParams.set(parameter, secret);
  return address.href;
}

/** null where an address has no secret. */
export function readKey(url: string): string | null {
  return new URL(url).searchParams.get(parameter);
}

/** Whether both lead to the same route, whatever their secrets are. Mailchimp too tells webhooks apart like this. */
function isSameAddress(one: string, other: string): boolean {
  if (!URL.canParse(one) || !URL.canParse(other)) return false;
  const [first, second] = [new URL(one), new URL(other)];
  return first.origin === second.origin && first.pathname === second.pathname;
}
