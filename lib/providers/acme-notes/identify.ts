import { z } from "zod";
import type { Account, Call } from "../contract/call.ts";
import { id, text } from "../kit/lenient.ts";
import { api } from "./client.ts";

const account = z.looseObject({ id, name: text });

/** Whose account the key opens. It is asked for when somebody connects, and by the check of health. */
export async function identify(call: Call): Promise<Account> {
  const { id: accountId, name } = await api.ask(call, { method: "GET", path: "/account" }, account);
  return { id: accountId, label: name };
}
