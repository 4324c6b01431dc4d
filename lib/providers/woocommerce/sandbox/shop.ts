import type { SandboxAccountDesk } from "../../sandbox-kit/contract.ts";
import { type SiteDocument, siteDocument } from "./documents.ts";

/** One shop, for whoever works in it: the REST API, the consent page, or the merchant behind the counter. */
export type Shop = {
  /** https://ana.example/shop */
  address: string;
  site: SiteDocument;
  desk: SandboxAccountDesk;
  /** ISO */
  now: string;
};

export async function openShop(desk: SandboxAccountDesk): Promise<Shop> {
  const site = (await desk.store.get("site", "site", siteDocument)) ?? freshSite(desk);
  return { address: `https://${desk.account.externalId}`, site, desk, now: desk.now().toISOString() };
}

/** What a shop goes by whose settings cannot be read. */
function freshSite({ account }: SandboxAccountDesk): SiteDocument {
  return { title: account.label, currency: "EUR", utcOffsetMinutes: 0, version: "10.0.0" };
}

/** A number for something new. WordPress counts posts of all kinds together. */
export async function nextId(shop: Shop): Promise<number> {
  return 2_000 + (await shop.desk.store.next("post"));
}
