import { newId } from "#lib/ids.ts";
import type { Visitor } from "../visitor.ts";

/** A visitor from an address of a test's own: tries are counted by address. */
export function newVisitor(change: Partial<Visitor> = {}): Visitor {
  return { address: newId("req"), userAgent: null, browserMark: null, ...change };
}
