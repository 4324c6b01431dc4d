import { z } from "zod";
import type { Account, Call } from "../contract/call.ts";
import { ProviderError } from "../contract/provider-error.ts";
import { hint, id } from "../kit/lenient.ts";
import { driveFileScope } from "./auth.ts";
import { ask, openDrive } from "./client.ts";
import { readFailure, unreadable } from "./errors.ts";
import { explainFailure, missingScope } from "./refusals.ts";

const tokenInfo = z.object({ scope: z.string() });

const about = z.object({
  user: z.object({
    permissionId: id,
    emailAddress: hint,
    displayName: hint,
  }),
});

/**
 * The Google account by its id in Drive, which stays when its address changes.
 * https://developers.google.com/workspace/drive/api/reference/rest/v3/about/get
 */
export async function identify(call: Call): Promise<Account> {
  const grantedScopes = await readGrantedScopes(call);
  if (!grantedScopes.includes(driveFileScope)) {
    const detail = `granted: ${grantedScopes.join(" ")}`;
    throw new ProviderError({ ...missingScope, detail });
  }
  const drive = await openDrive(call);
  const { user } = await ask(
    drive.about.get({ fields: "user(permissionId,emailAddress,displayName)" }),
    about,
  );
  return {
    id: user.permissionId,
    label: user.emailAddress ?? user.displayName ?? "Google account",
    grantedScopes,
  };
}

/** People can allow less than was asked, and take permissions back one by one; the token itself tells what is left. */
async function readGrantedScopes(call: Call): Promise<string[]> {
  const reply = await call.request({
    method: "POST",
    url: "https://oauth2.googleapis.com/tokeninfo",
    form: {},
  });
  if (reply.status !== 200) {
    throw explainFailure(readFailure(reply.status, reply.json, reply.headers["retry-after"] ?? null));
  }
  const info = tokenInfo.safeParse(reply.json);
  if (!info.success) throw unreadable("tokeninfo without scope");
  return info.data.scope.split(" ").filter(Boolean);
}
