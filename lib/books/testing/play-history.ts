import { spawn } from "node:child_process";
import { once } from "node:events";
import Stripe from "stripe";
import { keepAnswers, loseAnswer, watchExchanges } from "#lib/providers/testing/sandbox-server.ts";
import type { BooksScene } from "./books-scene.ts";

const dayMs = 86_400_000;

/** What Stripe refuses is part of a history, and so is an answer that is lost. Anything else is a fault. */
function orRefused(error: unknown): null {
  if (error instanceof Stripe.errors.StripeError) return null;
  throw error;
}

/**
 * A random history of an account in the sandbox: orders in three currencies, refunds, disputes and their ends, payouts that
 * come back, answers and messages that are lost, repeated, out of order, and readings that are killed.
 * @param given.program of `sweep-process.ts`, bundled
 * @param given.settings of that process
 * @returns the charges, in their order
 */
export async function playHistory(
  scene: BooksScene,
  given: {
    orders: number;
    days: number;
    firstDay: number;
    seed: number;
    program: string;
    settings: NodeJS.ProcessEnv;
  },
): Promise<Stripe.Charge[]> {
  const { orders, days, firstDay, seed } = given;
  const random = numbersFrom(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  const chance = (share: number) => random() < share;
  const oneOf = <Item>(items: readonly [Item, ...Item[]]): Item => items[below(items.length)] ?? items[0];

  async function takeOrder(made: Stripe.Charge[]): Promise<void> {
    const currency = oneOf(["eur", "usd", "jpy"]);
    const amount = 100 + below(20_000);
    const card = oneOf([
      "pm_card_visa",
      "pm_card_visa",
      "pm_card_visa",
      "pm_card_bypassPending",
      "pm_card_refundFail",
    ]);
    const asked = {
      amount,
      currency,
      confirm: true,
      payment_method: card,
      application_fee_amount: Math.floor(amount * 0.04),
      expand: ["latest_charge"],
    };
    const key = `order-${made.length}-${below(1_000_000_000)}`;
    // The answer is lost after Stripe has acted; the same is asked for once more under the same key.
    const isLost = chance(0.03);
    if (isLost) loseAnswer(0);
    const ask = () => scene.client.paymentIntents.create(asked, { ...scene.options, idempotencyKey: key });
    const payment = (await ask().catch(orRefused)) ?? (await ask());
    keepAnswers();
    if (typeof payment.latest_charge === "object" && payment.latest_charge) made.push(payment.latest_charge);
  }

  async function giveBack(made: readonly Stripe.Charge[]): Promise<void> {
    const charge = made[below(made.length)];
    if (!charge) return;
    const part = oneOf([1, 1, 2, 3, 5]);
    const amount = Math.max(1, Math.ceil(charge.amount / part));
    const asked = { charge: charge.id, amount, refund_application_fee: chance(0.8) };
    await scene.client.refunds.create(asked, scene.options).catch(orRefused);
  }

  async function dispute(made: readonly Stripe.Charge[]): Promise<void> {
    const charge = made[below(made.length)];
    if (!charge) return;
    // By the rate of exchange it may be more than was paid.
    const amount = chance(0.2) ? { amount: Math.ceil(charge.amount * 1.02) } : {};
    await scene.command("dispute-newest-charge", { charge: charge.id, isInquiry: chance(0.3), ...amount });
  }

  async function decide(): Promise<void> {
    const outcome = oneOf(["won", "lost", "lost", "warning_closed", "escalated", "appealed", "prevented"]);
    const { data } = await scene.client.disputes.list({ limit: 20 }, scene.options);
    const chosen = data[below(data.length)];
    if (chosen) await scene.command("decide-dispute", { dispute: chosen.id, outcome });
  }

  /** How messages travel on a day: most are lost, some come twice and in any order, some without their object. */
  async function changeMessages(): Promise<void> {
    const mode = oneOf(["lose", "lose", "lose", "hold", "hold", "send"]);
    const style = oneOf(["snapshot", "thin"]);
    await scene.command("change-webhooks", { mode, style });
  }

  /** In a process of its own, which is killed between an answer of the sandbox and whatever it does with it. */
  async function sweepAndKill(): Promise<void> {
    const { id } = await scene.account();
    let answers = 1 + below(4);
    const reading = spawn(process.execPath, [given.program, id], {
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...given.settings, NODE_ENV: "test", NODE_OPTIONS: "" },
    });
    const ended = once(reading, "exit");
    const stop = watchExchanges(() => {
      answers -= 1;
      if (answers === 0) reading.kill("SIGKILL");
    });
    await ended;
    stop();
  }

  async function play(): Promise<Stripe.Charge[]> {
    const made: Stripe.Charge[] = [];
    await scene.command("change-terms", {
      currency: "eur",
      settles: ["usd", "jpy"],
      feeRefundRounding: oneOf(["floor", "half_up"]),
      feeRefundAs: oneOf(["adjustment", "refund"]),
    });
    for (let day = 0; day < days; day += 1) {
      const start = firstDay + day * dayMs;
      if (day % 3 === 0) await changeMessages();
      const today = Math.round(((day + 1) * orders) / days) - Math.round((day * orders) / days);
      const halves = [Math.floor(today / 2), Math.ceil(today / 2)];
      for (const [half, count] of halves.entries()) {
        const at = new Date(start + half * (dayMs / 2) + below(dayMs / 2));
        await scene.command("move-clock", { to: at.toISOString(), stop: true });
        for (let order = 0; order < count; order += 1) await takeOrder(made);
      }
      for (let count = below(3); count > 0; count -= 1) await giveBack(made);
      if (chance(0.2)) await dispute(made);
      if (chance(0.2)) await decide();
      if (chance(0.05)) await scene.command("fail-payout");
      if (chance(0.05)) await scene.command("end-refund");
      const release = { order: "shuffled", seed: below(1_000_000), times: 2, lose: 50, limit: 30 };
      if (day % 9 === 4) await scene.command("release-webhooks", release);
      if (day % 30 === 20) await sweepAndKill();
      if (day % 15 === 14) await scene.sweep();
    }
    await scene.command("move-clock", { to: new Date(firstDay + days * dayMs).toISOString(), stop: true });
    return made;
  }

  return play();
}

/** The same numbers for the same seed, from 0 to 1. */
function numbersFrom(start: number): () => number {
  let state = start >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
