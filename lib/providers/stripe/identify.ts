import type { Account, Call } from "../contract/call.ts";
import { describeRequirements, readAccount } from "./account.ts";

/** Which account it is, whether its key is for real money, and what Stripe still needs before it may be charged. */
export async function identify(call: Call): Promise<Account> {
  const state = await readAccount(call);
  const requirements = describeRequirements(state);
  return {
    id: state.id,
    label: state.label,
    settings: { mode: state.mode },
    ...(requirements === undefined ? {} : { requirements }),
  };
}
