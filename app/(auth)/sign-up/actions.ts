"use server";

import { headers } from "next/headers";
import { clientAddress } from "#lib/auth/client-address.ts";
import { signUp } from "#lib/auth/sign-up.ts";
import { newId } from "#lib/ids.ts";
import { type ActionResult, runSafely } from "#lib/transport/action.ts";

/** Opens an account; the form signs in with it afterwards. */
export async function openAccount(input: unknown): Promise<ActionResult<null>> {
  const address = clientAddress((await headers()).get("x-forwarded-for"));
  return runSafely(async () => {
    await signUp({ input, address });
    return null;
  }, newId("req"));
}
