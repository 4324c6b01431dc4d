"use server";

import { redirect } from "next/navigation";
import { createAutomation } from "#lib/automations/create-automation.ts";
import { type ActionResult, runAction } from "#lib/transport/action.ts";

/** Makes an empty draft and leads on to its editor. */
export async function createFromScratch(_: unknown, form: FormData): Promise<ActionResult<never>> {
  const input = { name: form.get("name"), eventType: form.get("eventType") };
  const result = await runAction(async (ctx) => (await createAutomation({ ctx, input })).id);
  if (!result.ok) return result;
  redirect(`/automations/${result.data}/edit`);
}
