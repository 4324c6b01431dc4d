import { eq } from "drizzle-orm";
import Stripe from "stripe";
import { db } from "#db/client.ts";
import { charges } from "#db/schema/payments.ts";
import { keepAnswers, loseAnswer } from "#lib/providers/testing/sandbox-server.ts";
import { type Asked, askByVerb, type Hazard, spawnAndKill } from "./ask-by-verbs.ts";
import type { BooksScene } from "./books-scene.ts";

const dayMs = 86_400_000;

/** What Stripe refuses is part of a history, and so is an answer that is lost. Anything else is a fault. */
function orRefused(error: unknown): null {
  if (error instanceof Stripe.errors.StripeError) return null;
  throw error;
}

/** A payment that went through: by the provider's id, and by ours where our own verb took it. */
export type Made = { chargeId: string; amount: number; own: string | null };

/** Of 100: so many orders are taken, and refunds made, by our own verbs; the rest by others at the provider. */
const byVerbs = 60;

/**
 * A random history of an account in the sandbox: orders in three currencies, refunds, disputes and their ends, payouts that
 * come back, answers and messages that are lost, repeated, out of order, and requests and readings that are killed.
 * @param options.programs of `sweep-process.ts` and of `charge-process.ts`, bundled
 * @param options.settings of these processes
 * @param options.swept is called once the account has been read, with what time it is there
 * @returns the charges, in their order
 */
export async function playHistory(
  scene: BooksScene,
  options: {
    orders: number;
    days: number;
    firstDay: number;
    seed: number;
    programs: { sweep: string; ask: string };
    settings: NodeJS.ProcessEnv;
    swept: (at: Date) => Promise<unknown>;
  },
): Promise<Made[]> {
  const { orders, days, firstDay, seed } = options;
  const random = numbersFrom(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  const chance = (share: number) => random() < share;
  const pickOne = <Item>(items: readonly [Item, ...Item[]]): Item => items[below(items.length)] ?? items[0];
  let at = new Date(firstDay);
  let keys = 0;

  const nextKey = (what: string) => {
    keys += 1;
    return `${what}-${seed}-${keys}`;
  };
  /** Of one request in ten an answer is lost. */
  function nextHazard(mostAnswers: number): Hazard {
    const answer = below(mostAnswers);
    return chance(0.1) ? { kind: "lost", answer } : { kind: "none" };
  }

  async function byVerb(asked: Asked, hazard: Hazard): Promise<string | null> {
    const { settings, programs } = options;
    return askByVerb(scene, asked, hazard, { settings, program: programs.ask, at });
  }

  async function takeOrder(made: Made[], hazard: Hazard): Promise<void> {
    const order = {
      amount: 100 + below(20_000),
      currency: pickOne(["eur", "usd", "jpy"]),
      card: pickOne([
        "pm_card_visa",
        "pm_card_visa",
        "pm_card_visa",
        "pm_card_bypassPending",
        "pm_card_refundFail",
      ]),
    };
    const isOwn = hazard.kind === "killed" || below(100) < byVerbs;
    await (isOwn ? takeByVerb(made, order, hazard) : takeAtProvider(made, order));
  }

  type Order = { amount: number; currency: string; card: string };

  async function takeByVerb(made: Made[], { amount, currency, card }: Order, hazard: Hazard): Promise<void> {
    const key = nextKey("order");
    const input = {
      integrationId: scene.integration.id,
      mode: "saved",
      paymentMethod: card,
      amount,
      currency,
      orderId: key,
    };
    const own = await byVerb({ what: "charge", key, input }, hazard);
    const [row] = await db()
      .select({ chargeId: charges.chargeId })
      .from(charges)
      .where(eq(charges.id, own ?? ""));
    if (own !== null && row?.chargeId) made.push({ chargeId: row.chargeId, amount, own });
  }

  /** By somebody else who has the account. The answer may be lost after Stripe has acted; they ask again under the key. */
  async function takeAtProvider(made: Made[], { amount, currency, card }: Order): Promise<void> {
    const asked = {
      amount,
      currency,
      confirm: true,
      payment_method: card,
      application_fee_amount: Math.floor(amount * 0.04),
      expand: ["latest_charge"],
    };
    if (chance(0.03)) loseAnswer(0);
    const idempotencyKey = nextKey("other");
    const ask = () => scene.client.paymentIntents.create(asked, { ...scene.options, idempotencyKey });
    const payment = (await ask().catch(orRefused)) ?? (await ask());
    keepAnswers();
    const { latest_charge: charge } = payment;
    if (typeof charge === "object" && charge) made.push({ chargeId: charge.id, amount, own: null });
  }

  async function giveBack(made: readonly Made[], hazard: Hazard): Promise<void> {
    const charge = made[below(made.length)];
    if (!charge) return;
    const part = pickOne([1, 1, 2, 3, 5]);
    const amount = Math.max(1, Math.ceil(charge.amount / part));
    if (charge.own !== null && (hazard.kind === "killed" || below(100) < byVerbs)) {
      const input = { id: charge.own, amount };
      await byVerb({ what: "refund", key: nextKey("refund"), input }, hazard);
      return;
    }
    const asked = { charge: charge.chargeId, amount, refund_application_fee: chance(0.8) };
    await scene.client.refunds.create(asked, scene.options).catch(orRefused);
  }

  /** What has not been given back is disputed; by the rate of exchange it may be more than that. */
  async function dispute(made: readonly Made[]): Promise<void> {
    const chosen = made[below(made.length)];
    const isMore = chance(0.2);
    const isInquiry = chance(0.3);
    if (!chosen) return;
    const charge = await scene.client.charges.retrieve(chosen.chargeId, {}, scene.options);
    const left = charge.amount - charge.amount_refunded;
    if (left === 0) return;
    const amount = isMore ? { amount: Math.ceil(left * 1.02) } : {};
    await scene.command("dispute-newest-charge", { charge: charge.id, isInquiry, ...amount });
  }

  async function decide(): Promise<void> {
    const outcome = pickOne(["won", "lost", "lost", "warning_closed", "escalated", "appealed", "prevented"]);
    const asked = { limit: 20, expand: ["data.charge"] };
    const { data } = await scene.client.disputes.list(asked, scene.options);
    const chosen = data[below(data.length)];
    // A bank that has asked first takes no more than what has not been given back meanwhile.
    if (!chosen || (outcome === "escalated" && hasBeenRefunded(chosen))) return;
    await scene.command("decide-dispute", { dispute: chosen.id, outcome });
  }

  /** How messages travel on a day: most are lost, some come twice and in any order, some without their object. */
  async function changeMessages(): Promise<void> {
    const mode = pickOne(["lose", "lose", "lose", "hold", "hold", "send"]);
    const style = pickOne(["snapshot", "thin"]);
    await scene.command("change-webhooks", { mode, style });
  }

  async function sweepAndKill(): Promise<void> {
    const { id } = await scene.account();
    await spawnAndKill([options.programs.sweep, id], 1 + below(4), options.settings);
  }

  async function play(): Promise<Made[]> {
    const made: Made[] = [];
    // A process costs as much as thirty orders.
    const killEvery = orders < 500 ? days : 17;
    await scene.command("change-terms", {
      currency: "eur",
      settles: ["usd", "jpy"],
      feeRefundRounding: pickOne(["floor", "half_up"]),
      feeRefundAs: pickOne(["adjustment", "refund"]),
    });
    for (let day = 0; day < days; day += 1) {
      const start = firstDay + day * dayMs;
      if (day % 3 === 0) await changeMessages();
      const today = Math.round(((day + 1) * orders) / days) - Math.round((day * orders) / days);
      const halves = [Math.floor(today / 2), Math.ceil(today / 2)];
      for (const [half, count] of halves.entries()) {
        const moment = new Date(start + half * (dayMs / 2) + below(dayMs / 2));
        if (count > 0) await moveClock(moment);
        for (let order = 0; order < count; order += 1) await takeOrder(made, nextHazard(2));
      }
      for (let count = below(3 + Math.floor(today / 4)); count > 0; count -= 1)
        await giveBack(made, nextHazard(4));
      if (chance(0.2)) await dispute(made);
      if (chance(0.2)) await decide();
      if (chance(0.05)) await scene.command("fail-payout");
      if (chance(0.05)) await scene.command("end-refund");
      const release = { order: "shuffled", seed: below(1_000_000), times: 2, lose: 50, limit: 30 };
      if (day % 9 === 4) await scene.command("release-webhooks", release);
      if (day % killEvery === 12) await takeOrder(made, { kind: "killed", answer: 1 + below(2) });
      if (day % killEvery === 14) await giveBack(made, { kind: "killed", answer: 1 + below(4) });
      if (day % killEvery === 16) await sweepAndKill();
      if (day % 22 !== 21) continue;
      // One that was killed is ended first: it does not know of what came after it had begun.
      if ((await scene.account()).sweep !== null) await scene.sweep();
      await scene.sweep();
      await options.swept(at);
    }
    await moveClock(new Date(firstDay + days * dayMs));
    return made;
  }

  async function moveClock(to: Date): Promise<void> {
    at = to;
    await scene.command("move-clock", { to: to.toISOString(), stop: true });
  }

  return play();
}

function hasBeenRefunded({ amount, charge }: Stripe.Dispute): boolean {
  if (typeof charge !== "object") return true;
  return charge.amount_refunded + amount > Math.ceil(charge.amount * 1.02);
}

/** The same numbers for the same seed, from 0 to 1. */
function numbersFrom(start: number): () => number {
  let state = start >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
