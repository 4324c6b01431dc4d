import { z } from "zod";
import type { Call, ProviderReply } from "../contract/call.ts";
import { ProviderError } from "../contract/provider-error.ts";
import type { Way } from "./api-root.ts";
import { failure } from "./failures.ts";
import { readThroughNotices } from "./php-notices.ts";
import { readWordPressError } from "./wordpress-error.ts";
import { tell } from "./words.ts";

const index = z.looseObject({ namespaces: z.array(z.string()) });

/**
 * Why a shop has no version 3 of WooCommerce's API: what WordPress says of itself tells whether WooCommerce is off or too
 * old. https://developer.wordpress.org/rest-api/extending-the-rest-api/routes-and-endpoints/#namespaces
 */
export async function explainMissing(
  call: Call,
  { apiRoot }: Way,
  found: { refusal: ProviderError; reply: ProviderReply },
): Promise<ProviderError> {
  if (readWordPressError(found.reply.json)?.code !== "rest_no_route") return found.refusal;
  const namespaces = await readNamespaces(call, apiRoot);
  const detail = `${found.refusal.detail ?? ""}; namespaces: ${namespaces?.join(" ").slice(0, 300) ?? "not told"}`;
  if (!namespaces) return found.refusal;
  if (namespaces.some((name) => name === "wc/v1" || name === "wc/v2")) {
    const message = tell("address_older_than_3_5");
    return failure("invalid_input", message, detail);
  }
  if (namespaces.some((name) => name.startsWith("wc/"))) return found.refusal;
  const message = tell("wordpress_address_but_not_switched");
  return failure("invalid_input", message, detail);
}

/** null where the index is hidden. No keys are needed for it. */
async function readNamespaces(call: Call, apiRoot: string): Promise<string[] | null> {
  try {
    const answer = await call.fetch(apiRoot, { headers: { accept: "application/json" } });
    const told = index.safeParse(readThroughNotices(await answer.text()));
    return told.success ? told.data.namespaces : null;
  } catch (error) {
    if (error instanceof ProviderError) return null;
    throw error;
  }
}
