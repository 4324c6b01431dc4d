import type { SandboxCommand } from "../../sandbox-kit/contract.ts";
import { accountCommands } from "./control/account-commands.ts";
import { moveClock } from "./control/clock-command.ts";
import { payAsGuest } from "./control/guest-command.ts";
import { moneyCommands } from "./control/money-commands.ts";
import { webhookCommands } from "./control/webhook-commands.ts";

const { deauthorize, ...ofAccounts } = accountCommands;
const withInputOnly = new Set(["book-transaction", "change-capability", "change-terms", "change-webhooks"]);

const all: Readonly<Record<string, SandboxCommand>> = {
  ...ofAccounts,
  "pay-as-guest": payAsGuest,
  ...moneyCommands,
  "move-clock": moveClock,
  ...webhookCommands,
  ...(deauthorize ? { deauthorize } : {}),
};

/** What happens at Stripe without Patchbay. */
export const commands: Readonly<Record<string, SandboxCommand>> = Object.fromEntries(
  Object.entries(all).map(([id, command]) => [id, { ...command, needsInput: withInputOnly.has(id) }]),
);
