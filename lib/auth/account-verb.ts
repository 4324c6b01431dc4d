import type { z } from "zod";
import type { Session } from "./session.ts";
import { defineVerbFor, type Spec } from "./verb.ts";
import type { Visitor } from "./visitor.ts";

/** Who may ask is for the verb itself to say: by a password, a link, or whose the session is. */
const anyone = () => undefined;

/** A verb for somebody who is not known yet. */
export function defineVisitorVerb<In extends z.ZodType, Out extends z.ZodType>(
  spec: Spec<{ visitor: Visitor }, In, Out>,
) {
  return defineVerbFor(anyone, spec);
}

/** A verb about the account of the person who is signed in. */
export function defineSessionVerb<In extends z.ZodType, Out extends z.ZodType>(
  spec: Spec<{ session: Session }, In, Out>,
) {
  return defineVerbFor(anyone, spec);
}
