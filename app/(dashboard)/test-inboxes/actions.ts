"use server";

import { revalidatePath } from "next/cache";
import { createInbox, updateInbox } from "#lib/sandbox/inbox/inboxes.ts";
import type { InboxDto } from "#lib/sandbox/inbox/schema.ts";
import { type ActionResult, runAction } from "#lib/transport/action.ts";

/** Makes an inbox under the name that the form gives. */
export async function makeInbox(
  _last: ActionResult<InboxDto> | null,
  form: FormData,
): Promise<ActionResult<InboxDto>> {
  const result = await runAction((ctx) => createInbox({ ctx, input: { name: form.get("name") } }));
  if (result.ok) revalidatePath("/test-inboxes");
  return result;
}

/** Tells an inbox how to answer from now on. */
export async function changeInbox(
  input: Pick<InboxDto, "id" | "behaviour" | "answerStatus">,
): Promise<ActionResult<InboxDto>> {
  return runAction((ctx) => updateInbox({ ctx, input }));
}
