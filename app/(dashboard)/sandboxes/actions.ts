"use server";

import { faultInput } from "#components/sandboxes/fault-input.ts";
import { addFault, clearFaults } from "#lib/sandbox/faults.ts";
import { runSandboxCommand } from "#lib/sandbox/run-sandbox-command.ts";
import {
  openSandboxAccount,
  resetSandboxAccount,
  revokeSandboxAccess,
} from "#lib/sandbox/sandbox-accounts.ts";
import type { SandboxFaultDto } from "#lib/sandbox/schema.ts";
import { type ActionResult, runAction } from "#lib/transport/action.ts";

type AccountInput = { provider: string; account: string };

/** Lets the next calls to an app's sandbox go wrong. */
export async function switchFaultOn(
  provider: string,
  _: unknown,
  form: FormData,
): Promise<ActionResult<SandboxFaultDto>> {
  return runAction((ctx) => addFault({ ctx, input: faultInput(provider, form) }));
}

/** Lets every call work again. */
export async function switchFaultsOff(provider: string): Promise<ActionResult<{ cleared: number }>> {
  return runAction((ctx) => clearFaults({ ctx, input: { provider } }));
}

/** Does something at the app's side. */
export async function runCommand(
  provider: string,
  _: unknown,
  form: FormData,
): Promise<ActionResult<{ message: string }>> {
  const input = { provider, account: form.get("account"), command: form.get("command") };
  return runAction((ctx) => runSandboxCommand({ ctx, input }));
}

/** Opens one more account. */
export async function openAccount(provider: string): Promise<ActionResult<{ id: string }>> {
  return runAction((ctx) => openSandboxAccount({ ctx, input: { provider } }));
}

/** Ends all access to an account. */
export async function endAccess(input: AccountInput): Promise<ActionResult<{ id: string }>> {
  return runAction((ctx) => revokeSandboxAccess({ ctx, input }));
}

/** Puts an account back to how it was at first. */
export async function resetAccount(input: AccountInput): Promise<ActionResult<{ id: string }>> {
  return runAction((ctx) => resetSandboxAccount({ ctx, input }));
}
