import { z } from "zod";
import { integrationsConnect as t } from "#lib/words/en/screens/integrations-connect.ts";

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
    const question = `${href}${href.includes("?") ? "&" : "?"}check=1`;
    const response = await fetch(question, { headers: { accept: "application/json" } });
    if (response.status === 204) return null;
    const { detail, errors } = refusal.parse(await response.json());
    return { message: detail, problems: errors };
  } catch {
    return {
      message: t("find_refusal_patchbay_cannot_reached_what"),
      problems: [],
    };
  }
}
