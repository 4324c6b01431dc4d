import { createHash } from "node:crypto";
import { isSameText } from "#lib/same-text.ts";
import type { SandboxApp, SandboxRequest } from "./contract.ts";

type ClientProof = { way: "post" | "basic"; id: string; secret: string };

/** The parameters of a token request: an urlencoded body (RFC 6749 §4.1.3), or JSON where a provider takes that. */
export function tokenParameters(request: SandboxRequest): URLSearchParams {
  if (typeof request.json !== "object" || request.json === null) return request.form;
  const texts = Object.entries(request.json).flatMap(([name, value]) =>
    typeof value === "string" ? [[name, value]] : [],
  );
  return new URLSearchParams(texts);
}

/** Whether a token request proves that our app sent it, in one of the ways that the provider takes (RFC 6749 §2.3.1). */
export function isFromApp(
  request: SandboxRequest,
  parameters: URLSearchParams,
  app: SandboxApp,
  ways: readonly ("post" | "basic")[],
): boolean {
  const proofs = [readBasic(request), readPost(parameters)].filter((proof) => proof !== null);
  const [proof] = proofs;
  // Two proofs at once are a mistake even where both are right.
  if (!proof || proofs.length > 1 || !ways.includes(proof.way)) return false;
  return proof.id === app.clientId && isSameText(proof.secret, app.clientSecret);
}

function readPost(parameters: URLSearchParams): ClientProof | null {
  const secret = parameters.get("client_secret");
  return secret === null ? null : { way: "post", id: parameters.get("client_id") ?? "", secret };
}

function readBasic({ headers }: SandboxRequest): ClientProof | null {
  const encoded = /^Basic\s+(\S+)$/i.exec(headers.authorization ?? "")?.[1];
  if (encoded === undefined) return null;
  const pair = Buffer.from(encoded, "base64").toString("utf8");
  const [id = "", ...secret] = pair.split(":");
  return { way: "basic", id: readFormText(id), secret: readFormText(secret.join(":")) };
}

/** Id and secret stand urlencoded within the header. */
function readFormText(text: string): string {
  return new URLSearchParams(`text=${text.replaceAll("&", "%26")}`).get("text") ?? "";
}

/** S256 of RFC 7636 §4.6. */
export function fitsChallenge(verifier: string, challenge: string): boolean {
  return isSameText(createHash("sha256").update(verifier).digest("base64url"), challenge);
}
