"use server";

import { inboxChange } from "#components/test-inboxes/inbox-answers.ts";
import { createInbox, updateInbox } from "#lib/test-inboxes/inboxes.ts";
import type { InboxDto } from "#lib/test-inboxes/schema.ts";
import { type ActionResult, redirectPosted, runAction } from "#lib/transport/action.ts";
import { runFields } from "#lib/transport/run-verb.ts";

/** Makes an inbox. */
export async function makeInbox(_: unknown, form: FormData): Promise<ActionResult<InboxDto>> {
  const result = await runAction((ctx) => runFields(createInbox, { ctx, input: { name: form.get("name") } }));
  if (result.ok) await redirectPosted(`/test-inboxes/${result.data.id}`);
  return result;
}

/** Tells an inbox how to answer from now on. */
export async function changeInbox(_: unknown, form: FormData): Promise<ActionResult<InboxDto>> {
  const change = inboxChange(String(form.get("mode")), Number(form.get("failStatus") ?? 500));
  return runAction((ctx) => runFields(updateInbox, { ctx, input: { id: form.get("id"), ...change } }));
}
