import { z } from "zod";

const refusal = z.object({
  detail: z.string(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).default([]),
});

/** Why a connection cannot begin. */
export interface InstallRefusal {
  message: string;
  /** Of the fields that were typed. */
  problems: readonly { path: string; message: string }[];
}

/**
 * Asks whether a connection can begin with what was typed, before the page is left and the typing lost; null = it can.
 * @param href as `installHref` gives it
 */
export async function findRefusal(href: string): Promise<InstallRefusal | null> {
  try {
    const response = await fetch(href, { redirect: "manual", headers: { accept: "application/json" } });
    // The redirect is the app's consent page; a browser does not tell more of it.
    if (response.type === "opaqueredirect") return null;
    const { detail, errors } = refusal.parse(await response.json());
    return { message: detail, problems: errors };
  } catch {
    return {
      message: "Patchbay cannot be reached. What you typed is still here: try again.",
      problems: [],
    };
  }
}
