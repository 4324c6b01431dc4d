import type { Flaw } from "#lib/failures/attempt-failures.ts";
import type { HeaderLines } from "./reply-head.ts";

/** How the end of a body is known. `close`: by the end of the connection. */
export type BodyFraming = ({ kind: "none" | "chunked" | "close" } | { kind: "length"; length: number }) & {
  /** What is wrong with what the headers say of it. */
  flaw: Flaw | null;
  /** What follows the body may be another answer, and nothing else: the connection can be used again. */
  isSure: boolean;
};

/**
 * How long the body is (RFC 9112 §6.3). Where the headers contradict themselves the shortest reading is taken, and the
 * connection serves no further answer, so that nobody can hide one in a body.
 */
export function readFraming(head: { method: string; statusCode: number; headers: HeaderLines }): BodyFraming {
  const { method, statusCode, headers } = head;
  const lengths = headers
    .all("content-length")
    .flatMap((value) => value.split(",").map((part) => part.trim()));
  const codings = headers
    .all("transfer-encoding")
    .flatMap((value) => value.split(","))
    .map((coding) => coding.split(";", 1).join("").trim().toLowerCase())
    .filter((coding) => coding !== "" && coding !== "identity");
  if (method === "HEAD") return { kind: "none", flaw: null, isSure: true };
  const isBodiless = statusCode === 101 || statusCode === 204 || statusCode === 304;
  const isReset = statusCode === 205 && codings.length === 0 && lengths.length === 0;
  if (isBodiless || isReset) {
    // Whoever states a length here may send the bytes as well.
    const isSilent = codings.length === 0 && lengths.every((length) => /^0+$/.test(length));
    return { kind: "none", flaw: null, isSure: isBodiless && statusCode !== 101 && isSilent };
  }
  if (codings.length > 0) {
    const isChunked = codings.at(-1) === "chunked";
    return {
      kind: isChunked ? "chunked" : "close",
      flaw: null,
      isSure: lengths.length === 0 && codings.length === 1,
    };
  }
  if (lengths.length === 0) return { kind: "close", flaw: null, isSure: false };
  return lengthFraming(lengths);
}

function lengthFraming(lengths: readonly string[]): BodyFraming {
  const valid = [...new Set(lengths.filter((length) => /^\d+$/.test(length)).map(Number))].sort(
    (a, b) => a - b,
  );
  const [length, other] = valid;
  if (length === undefined)
    return { kind: "close", flaw: { code: "flaw_length_unreadable", params: {} }, isSure: false };
  const isClear = other === undefined && lengths.every((text) => /^\d+$/.test(text));
  if (isClear) return { kind: "length", length, flaw: null, isSure: true };
  return { kind: "length", length, flaw: { code: "flaw_lengths_differ", params: {} }, isSure: false };
}
