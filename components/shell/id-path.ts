import { lookUp } from "#lib/look-up.ts";

const folders: Record<string, string> = {
  evt: "events",
  dlv: "deliveries",
  wh: "webhooks",
  int: "integrations",
  aut: "automations",
  chg: "payments/charges",
  pot: "payments/payouts",
};

const pattern = /^(?<prefix>[a-z]+)_[A-Za-z0-9_-]+$/;

/** The page of an event, delivery, webhook, connection, automation, charge or payout id; null for text that is not such an id. */
export function pathForId(text: string): string | null {
  const id = text.trim();
  const prefix = pattern.exec(id)?.groups?.prefix;
  const folder = prefix === undefined ? undefined : lookUp(folders, prefix);
  return folder === undefined ? null : `/${folder}/${id}`;
}
