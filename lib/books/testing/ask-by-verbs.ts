import { spawn } from "node:child_process";
import { once } from "node:events";
import { and, eq, inArray } from "drizzle-orm";
import { db } from "#db/client.ts";
import { charges, refunds } from "#db/schema/payments.ts";
import { AppError } from "#lib/errors.ts";
import { askedCharge } from "#lib/payments/asked-charge.ts";
import { askedRefund } from "#lib/payments/asked-refund.ts";
import { createCharge } from "#lib/payments/create-charge.ts";
import { lookUp } from "#lib/payments/look-up.ts";
import { refundCharge } from "#lib/payments/refund-charge.ts";
import { keepAnswers, loseAnswer, watchExchanges } from "#lib/providers/testing/sandbox-server.ts";
import { runVerb } from "#lib/transport/run-verb.ts";
import type { BooksScene } from "./books-scene.ts";

/** What happens to the first request: nothing, an answer is lost, or the process is killed once an answer was given. */
export type Hazard = { kind: "none" } | { kind: "lost" | "killed"; answer: number };

export type Asked = { what: "charge" | "refund"; key: string; input: Record<string, unknown> };

/** What was asked for long enough ago that it has arrived, or never will. */
const longAgo = () => new Date(Date.now() - 10 * 60_000);

/**
 * Asks for a payment or a refund by our own verb, as a caller does who repeats what was not answered: under the same key,
 * after the job has looked up what nobody knows.
 * @param options.program of `charge-process.ts`, bundled
 * @param options.at what time it is at the provider
 * @returns our row's id; null = refused, and nothing was done
 */
export async function askByVerb(
  scene: BooksScene,
  asked: Asked,
  hazard: Hazard,
  options: { program: string; settings: NodeJS.ProcessEnv; at: Date },
): Promise<string | null> {
  if (hazard.kind === "killed") await askAndKill(scene, asked, hazard.answer, options);
  if (hazard.kind === "lost") {
    loseAnswer(hazard.answer);
    await ask(scene, asked);
    keepAnswers();
  }
  await lookUpUnknown(scene.book.merchantId, options.at);
  const answer = await ask(scene, asked);
  if (answer?.status === "unknown" || answer?.status === "begun") {
    throw new Error(`${answer.id} is ${answer.status} though no answer was lost.`);
  }
  return answer === null || answer.status === "failed" ? null : answer.id;
}

async function ask({ shop }: BooksScene, { what, key, input }: Asked) {
  const by = { ctx: shop.ctx, input, idempotencyKey: key };
  try {
    return await (what === "charge" ? runVerb(createCharge, by) : runVerb(refundCharge, by));
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}

/** In a process of its own, which is killed between an answer of the sandbox and whatever it does with it. */
async function askAndKill(
  { shop }: BooksScene,
  { what, key, input }: Asked,
  answer: number,
  options: { program: string; settings: NodeJS.ProcessEnv },
): Promise<void> {
  const args = [options.program, shop.ctx.merchantId, what, key, JSON.stringify(input)];
  await spawnAndKill(args, answer, options.settings);
}

/** Runs a program until it has got so many answers of the sandbox. */
export async function spawnAndKill(
  args: readonly string[],
  answer: number,
  settings: NodeJS.ProcessEnv,
): Promise<void> {
  let left = answer;
  const running = spawn(process.execPath, args, {
    stdio: ["ignore", "ignore", "ignore"],
    env: { ...settings, NODE_ENV: "test", NODE_OPTIONS: "" },
  });
  const ended = once(running, "exit");
  const stop = watchExchanges(() => {
    left -= 1;
    if (left === 0) running.kill("SIGKILL");
  });
  await ended;
  stop();
}

/** Looks up what nobody knows, as the job does. The provider's clock is another one, and what is looked for is as old. */
async function lookUpUnknown(merchantId: string, at: Date): Promise<void> {
  const unsure = ["begun" as const, "unknown" as const];
  const ofCharges = and(eq(charges.merchantId, merchantId), inArray(charges.status, unsure));
  const payments = await db()
    .update(charges)
    .set({ updatedAt: longAgo(), createdAt: at })
    .where(ofCharges)
    .returning();
  for (const row of payments) await lookUp(askedCharge, row);
  const ofRefunds = and(eq(refunds.merchantId, merchantId), inArray(refunds.status, unsure));
  const refundRows = await db().update(refunds).set({ updatedAt: longAgo() }).where(ofRefunds).returning();
  for (const row of refundRows) await lookUp(askedRefund, row);
}
