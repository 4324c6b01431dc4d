import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { db } from "#db/client.ts";
import { memberships, merchants, users } from "#db/schema/tenancy.ts";
import { type Ctx, systemCtx } from "#lib/auth/context.ts";
import { newId } from "#lib/ids.ts";
import { createWebhook } from "#lib/webhooks/create-webhook.ts";

/** What is known of the merchant with the long history. `webhooks`: their ids by what they are for. */
const seededSchema = z.object({
  merchantId: z.string(),
  rows: z.int(),
  /** When the newest row was made. */
  until: z.iso.datetime(),
  webhooks: z.object({
    till: z.string(),
    kitchen: z.string(),
    /** Switched off, with deliveries that are held. */
    off: z.string(),
    /** With deliveries that are tried again. */
    failing: z.string(),
    /** Nothing has failed there for months. */
    reliable: z.string(),
    /** Gets one event in a thousand. */
    rare: z.string(),
  }),
});
export type Seeded = z.output<typeof seededSchema>;

const descriptions: Readonly<Record<keyof Seeded["webhooks"], string>> = {
  till: "Point of sale",
  kitchen: "Kitchen printer",
  off: "Old stock keeper",
  failing: "Loyalty programme",
  reliable: "Bookkeeping",
  rare: "Quarterly archive",
};

/** Makes the merchant, its owner and its webhooks through the verbs of the product. */
export async function createMerchant(): Promise<Pick<Seeded, "merchantId" | "webhooks">> {
  const merchantId = newId("mer");
  const userId = newId("usr");
  await db().insert(merchants).values({ id: merchantId, name: "Trattoria Ana", timeZone: "Europe/Berlin" });
  await db()
    .insert(users)
    .values({ id: userId, email: `${userId}@example.com`, name: "Ana Ricci", passwordHash: "none" });
  await db().insert(memberships).values({ merchantId, userId, role: "owner" });
  const ctx = systemCtx(merchantId, "history");
  const create = async (name: keyof Seeded["webhooks"]) => {
    const url = `http://127.0.0.1:9/${name}`;
    return (await createWebhook({ ctx, input: { url, eventTypes: ["*"], description: descriptions[name] } }))
      .id;
  };
  return {
    merchantId,
    webhooks: {
      till: await create("till"),
      kitchen: await create("kitchen"),
      off: await create("off"),
      failing: await create("failing"),
      reliable: await create("reliable"),
      rare: await create("rare"),
    },
  };
}

export async function rememberSeeded(folder: string, seeded: Seeded): Promise<void> {
  await writeFile(join(folder, "history.json"), JSON.stringify(seeded));
}

/** @returns what a folder was seeded with; null = not yet, or not to the end */
export async function findSeeded(folder: string): Promise<Seeded | null> {
  const text = await readFile(join(folder, "history.json"), "utf8").catch(() => null);
  return text === null ? null : seededSchema.parse(JSON.parse(text));
}

export function ctxOf({ merchantId }: Seeded): Ctx {
  return systemCtx(merchantId, "history");
}
