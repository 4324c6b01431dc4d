import type { Metadata } from "next";
import { findOperator } from "./operator-session.ts";
import { findSession } from "./session.ts";

/**
 * The `generateMetadata` of a page: what the browser's tab says, in the language of whoever is signed in. Where nobody
 * is, or nobody can tell, it is the default.
 */
export function titled(metadata: () => Metadata): () => Promise<Metadata> {
  return async () => {
    await Promise.resolve(findSession())
      .then((session) => session ?? findOperator())
      .catch(() => null);
    return metadata();
  };
}
