import { createHmac } from "node:crypto";
import { env } from "#lib/env.ts";
import { isSameText } from "#lib/same-text.ts";

/**
 * A text with our signature, `text.signature`, to be handed out and recognised when it comes back. `purpose` keeps what
 * was signed for one thing from being taken for another; `about` is signed too, and not handed out.
 */
export function signed(purpose: string, text: string, about = ""): string {
  return `${text}.${createSignature(purpose, text, about)}`;
}

/** The text that `signed` made of it; null where the signature is not ours, or not about the same. */
export function openSigned(purpose: string, value: string, about = ""): string | null {
  const dot = value.lastIndexOf(".");
  if (dot <= 0 || value.length > 300) return null;
  const text = value.slice(0, dot);
  return isSameText(value.slice(dot + 1), createSignature(purpose, text, about)) ? text : null;
}

function createSignature(purpose: string, text: string, about: string): string {
  const message = JSON.stringify(["patchbay", purpose, text, about]);
  return createHmac("sha256", env().NEXTAUTH_SECRET).update(message).digest("base64url");
}
