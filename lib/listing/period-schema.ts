import { z } from "zod";
import { say } from "#lib/failures/say.ts";
import { saidParam } from "#lib/failures/values.ts";
import { instant } from "#lib/instant-schema.ts";

/** Query fields of every list that can be asked for a part of time, both ends included. */
export const periodInput = {
  from: instant.optional(),
  to: instant.optional().describe("Not before `from`"),
};

/** For the schema of a list with these fields: a period that ends before it begins is a mistake, not an empty list. */
export const inOrder = z.check<{ from?: string | undefined; to?: string | undefined }>((context) => {
  const { from, to } = context.value;
  if (from === undefined || to === undefined || Date.parse(from) <= Date.parse(to)) return;
  context.issues.push({
    code: "custom",
    path: ["to"],
    message: saidParam(say("field_before_from")),
    input: to,
  });
});
