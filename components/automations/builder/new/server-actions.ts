"use server";

import { redirect } from "next/navigation";
import { createAutomation } from "#lib/automations/create-automation.ts";
import { type ActionResult, runAction } from "#lib/transport/action.ts";
import { runFields } from "#lib/transport/run-verb.ts";

/** Makes an empty draft and leads on to its editor. */
export async function createFromScratch(_: unknown, form: FormData): Promise<ActionResult<never>> {
  const result = await runAction(
    async (ctx) =>
      (
        await runFields(createAutomation, {
          ctx,
          input: { name: form.get("name"), eventType: form.get("eventType") },
        })
      ).id,
  );
  if (!result.ok) return result;
  redirect(`/automations/${result.data}/edit`);
}
