import type { SandboxCommand } from "../../sandbox-contract.ts";
import { accountCommands } from "./control/account-commands.ts";
import { moveClock } from "./control/clock-command.ts";
import { payAsGuest } from "./control/guest-command.ts";
import { moneyCommands } from "./control/money-commands.ts";
import { webhookCommands } from "./control/webhook-commands.ts";

const { deauthorize, ...ofAccounts } = accountCommands;

/** What happens at Stripe without Patchbay. */
export const commands: Readonly<Record<string, SandboxCommand>> = {
  ...ofAccounts,
  "pay-as-guest": payAsGuest,
  ...moneyCommands,
  "move-clock": moveClock,
  ...webhookCommands,
  ...(deauthorize ? { deauthorize } : {}),
};
