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
import { runFields } from "#lib/transport/run-verb.ts";

/** Lets the next calls to an app's sandbox go wrong. */
export async function switchFaultOn(_: unknown, form: FormData): Promise<ActionResult<SandboxFaultDto>> {
  return runAction((ctx) => runFields(addFault, { ctx, input: faultInput(form) }));
}

/** Lets every call work again. */
export async function switchFaultsOff(
  _: unknown,
  form: FormData,
): Promise<ActionResult<{ cleared: number }>> {
  return runAction((ctx) => runFields(clearFaults, { ctx, input: { provider: form.get("provider") } }));
}

/** Does something at the app's side. */
export async function runCommand(_: unknown, form: FormData): Promise<ActionResult<{ message: string }>> {
  return runAction((ctx) =>
    runFields(runSandboxCommand, { ctx, input: { ...readAccount(form), command: form.get("command") } }),
  );
}

/** Opens one more account. */
export async function openAccount(_: unknown, form: FormData): Promise<ActionResult<{ id: string }>> {
  return runAction((ctx) =>
    runFields(openSandboxAccount, { ctx, input: { provider: form.get("provider") } }),
  );
}

/** Ends all access to an account. */
export async function endAccess(_: unknown, form: FormData): Promise<ActionResult<{ id: string }>> {
  return runAction((ctx) => runFields(revokeSandboxAccess, { ctx, input: readAccount(form) }));
}

/** Puts an account back to how it was at first. */
export async function resetAccount(_: unknown, form: FormData): Promise<ActionResult<{ id: string }>> {
  return runAction((ctx) => runFields(resetSandboxAccount, { ctx, input: readAccount(form) }));
}

function readAccount(form: FormData) {
  return { provider: form.get("provider"), account: form.get("account") };
}
