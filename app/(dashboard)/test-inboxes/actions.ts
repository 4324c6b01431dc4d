"use server";

import { createInbox, updateInbox } from "#lib/sandbox/inbox/inboxes.ts";
import type { InboxDto } from "#lib/sandbox/inbox/schema.ts";
import { type ActionResult, runAction } from "#lib/transport/action.ts";

/** Makes an inbox. */
export async function makeInbox(input: Pick<InboxDto, "name">): Promise<ActionResult<InboxDto>> {
  return runAction((ctx) => createInbox({ ctx, input }));
}

/** Tells an inbox how to answer from now on. */
export async function changeInbox(
  input: Pick<InboxDto, "id" | "behaviour" | "answerStatus">,
): Promise<ActionResult<InboxDto>> {
  return runAction((ctx) => updateInbox({ ctx, input }));
}
