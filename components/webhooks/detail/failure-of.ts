import type { ActionResult } from "#lib/transport/action.ts";

/** Why an action failed, in a sentence, or undefined where it did its work. */
export async function failureOf(action: Promise<ActionResult<unknown>>): Promise<string | undefined> {
  try {
    const result = await action;
    return result.ok ? undefined : result.message;
  } catch {
    return "Patchbay cannot be reached. Check the connection and try again.";
  }
}
