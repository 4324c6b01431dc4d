import { z } from "zod";
import type { Account, Call } from "../contract/call.ts";
import { hint, hintedObject, id } from "../kit/lenient.ts";
import { callSlack } from "./client.ts";

const answer = z.looseObject({
  team_id: id,
  team: hint,
  url: hint,
  // The SDK puts the x-oauth-scopes header here.
  response_metadata: hintedObject({ scopes: z.array(z.string()).optional() }),
});

/** The workspace of the token, and what it was granted: https://docs.slack.dev/reference/methods/auth.test */
export async function identify(call: Call): Promise<Account> {
  const { team_id, team, url, response_metadata } = await callSlack(call, "auth.test", {}, answer);
  return {
    id: team_id,
    label: team || team_id,
    ...(url ? { settings: { workspaceUrl: url } } : {}),
    ...(response_metadata?.scopes ? { grantedScopes: response_metadata.scopes } : {}),
  };
}
