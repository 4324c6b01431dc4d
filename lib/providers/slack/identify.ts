import { z } from "zod";
import type { Account, Call } from "../call.ts";
import { callSlack } from "./client.ts";

const answer = z.looseObject({
  team_id: z.string().min(1),
  team: z.string(),
  // The SDK puts the x-oauth-scopes header here.
  response_metadata: z.looseObject({ scopes: z.array(z.string()).optional() }).optional(),
});

/** The workspace of the token, and what it was granted: https://docs.slack.dev/reference/methods/auth.test */
export async function identify(call: Call): Promise<Account> {
  const { team_id, team, response_metadata } = await callSlack(call, "auth.test", {}, answer);
  return {
    id: team_id,
    label: team,
    ...(response_metadata?.scopes ? { grantedScopes: response_metadata.scopes } : {}),
  };
}
