import { createHash } from "node:crypto";

const maxLetters = 24;

/**
 * A merchant's name as it stands in addresses, with a tail of its own, so that two merchants of one name do not find
 * themselves in one account: "Café Blau" → `cafe-blau-3f9a1c`.
 */
export function merchantSlug(merchant: { id: string; name: string }): string {
  const letters = merchant.name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, maxLetters)
    .replace(/^-+|-+$/g, "");
  const tail = createHash("sha256").update(merchant.id).digest("hex").slice(0, 6);
  return `${letters || "shop"}-${tail}`;
}
