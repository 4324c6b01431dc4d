"use server";

import { revalidatePath } from "next/cache";
import { markNoticesRead } from "#lib/notices/unread-notices.ts";
import { type ActionResult, runAction } from "#lib/transport/action.ts";

/** Marks all notices to the person who is signed in as read. */
export async function markAllNoticesRead(): Promise<ActionResult<{ read: number }>> {
  const result = await runAction((ctx) => markNoticesRead({ ctx }));
  revalidatePath("/", "layout");
  return result;
}
