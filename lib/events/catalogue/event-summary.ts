import { z } from "zod";
import { numberFormat } from "#lib/intl.ts";
import { lookUp } from "#lib/look-up.ts";
import connectable from "#lib/marketplace/catalogue/connectable.json" with { type: "json" };
import { minorDigits } from "#lib/money/minor-digits.ts";
import { eventLines as t } from "#lib/words/en/definitions/event-lines.ts";
import { readerIntlLocale } from "#lib/words/texts/reader-locale.ts";
import { findEventType } from "./catalogue.ts";

const customer = z.object({ name: z.string().optional(), email: z.string().optional() }).optional();
const order = z.object({
  number: z.string(),
  currency: z.string(),
  totalAmount: z.number(),
  lines: z.array(z.object({ quantity: z.number() })),
  customer,
});
const refund = z.object({
  number: z.string(),
  currency: z.string(),
  refundedAmount: z.number(),
  isFullRefund: z.boolean(),
});
const code = z.object({ id: z.string(), name: z.string().optional() });
const scan = z.object({ code, location: z.object({ city: z.string().optional() }).optional() });
const newCode = z.object({ code, kind: z.string() });
const conversion = z.object({
  goal: z.string(),
  value: z.object({ amount: z.number(), currency: z.string() }).optional(),
});
const experiment = z.object({ name: z.string(), winner: z.string().nullable() });
const delivery = z.object({ eventType: z.string(), url: z.string(), statusCode: z.number().nullable() });
const integration = z.object({ provider: z.string(), account: z.string().nullable() });
const dispute = z.object({ amount: z.number(), currency: z.string(), isInquiry: z.boolean() });
const payout = z.object({ amount: z.number(), currency: z.string() });

/** How an event type is told in a line. Only what the line needs is read, so that older data is told as well. */
const summaries: Record<string, Summary> = {
  "order.placed": defineSummary(order, tellOrder),
  "order.paid": defineSummary(order, tellOrder),
  "order.refunded": defineSummary(refund, ({ number, refundedAmount, currency, isFullRefund }) =>
    parts(
      t("order", { number }),
      isFullRefund
        ? t("refund", { amount: money(refundedAmount, currency) })
        : t("refund_partial", { amount: money(refundedAmount, currency) }),
    ),
  ),
  "qr.scanned": defineSummary(scan, (data) => {
    const city = data.location?.city;
    const code = codeName(data.code);
    return city ? t("scan_in_city", { code, city }) : t("scan", { code });
  }),
  "qr.created": defineSummary(newCode, (data) =>
    parts(codeName(data.code), t("new_code", { kind: data.kind })),
  ),
  "conversion.tracked": defineSummary(conversion, ({ goal, value }) =>
    parts(goal, value && money(value.amount, value.currency)),
  ),
  "experiment.completed": defineSummary(experiment, ({ name, winner }) =>
    parts(name, winner === null ? t("no_winner") : t("winner", { variant: winner })),
  ),
  "dispute.opened": defineSummary(dispute, ({ amount, currency, isInquiry }) =>
    parts(money(amount, currency), isInquiry ? t("dispute_inquiry") : t("dispute")),
  ),
  "payout.paid": defineSummary(payout, ({ amount, currency }) =>
    t("payout_paid", { amount: money(amount, currency) }),
  ),
  "payout.failed": defineSummary(payout, ({ amount, currency }) =>
    t("payout_failed", { amount: money(amount, currency) }),
  ),
  "webhook.triggered": defineSummary(delivery, ({ eventType, url }) =>
    t("webhook_triggered", { event: getTitle(eventType), host: getHost(url) }),
  ),
  "webhook.failed": defineSummary(delivery, ({ eventType, url, statusCode }) => {
    const about = { event: getTitle(eventType), host: getHost(url) };
    if (statusCode === null) return t("webhook_failed_unanswered", about);
    return t("webhook_failed", { ...about, status: String(statusCode) });
  }),
  "integration.connected": defineSummary(integration, ({ provider, account }) =>
    account === null
      ? t("connected", { app: appName(provider) })
      : t("connected_to_account", { app: appName(provider), account }),
  ),
  "integration.error": defineSummary(integration, ({ provider, account }) =>
    parts(t("needs_attention", { app: appName(provider) }), account),
  ),
};

/** An event in one line for a shop owner: "Order 1042 · €37.50 · 3 items". Unknown data is told by its first values. */
export function eventSummary(event: { type: string; data: Readonly<Record<string, unknown>> }): string {
  const summary = lookUp(summaries, event.type);
  return summary?.tell(event.data) ?? firstValues(event.data);
}

/** The same line of a new event, with the part of its data from which the line is made: that is kept longer than the data. */
export function describeEvent(event: { type: string; data: Readonly<Record<string, unknown>> }): {
  summary: string;
  facts: Record<string, unknown>;
} {
  const told = lookUp(summaries, event.type)?.describe(event.data);
  return told ?? { summary: firstValues(event.data), facts: Object.fromEntries(simpleValues(event.data)) };
}

type Summary = {
  tell: (data: unknown) => string | null;
  /** The line with the part of the data that it needs; null where the data is not of this form. */
  describe: (data: unknown) => { summary: string; facts: Record<string, unknown> } | null;
};

function defineSummary<Data extends Record<string, unknown>>(
  schema: z.ZodType<Data>,
  tell: (data: Data) => string,
): Summary {
  const pick = (data: unknown) => schema.safeParse(data).data ?? null;
  return {
    tell(data) {
      const picked = pick(data);
      return picked && tell(picked);
    },
    describe(data) {
      const picked = pick(data);
      return picked && { summary: tell(picked), facts: picked };
    },
  };
}

function tellOrder({
  number,
  totalAmount,
  currency,
  lines,
  customer: guest,
}: z.output<typeof order>): string {
  const items = lines.reduce((sum, line) => sum + line.quantity, 0);
  return parts(
    t("order", { number }),
    money(totalAmount, currency),
    t("order_items", { count: items }),
    guest?.name ?? guest?.email,
  );
}

/** What a merchant reads on every page where the type is named. */
function getTitle(eventType: string): string {
  return findEventType(eventType)?.title ?? eventType;
}

function appName(id: string): string {
  return lookUp(connectable, id) ?? id;
}

function codeName({ id, name }: z.output<typeof code>): string {
  return name ?? id;
}

function getHost(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}

function parts(...texts: (string | null | undefined)[]): string {
  return texts.filter((text) => text !== null && text !== undefined && text !== "").join(" · ");
}

/** An amount of minor units in its currency: 3750 EUR is "€37.50", 3750 JPY is "¥3,750". */
export function money(minorUnits: number, currency: string): string {
  if (!/^[A-Z]{3}$/.test(currency)) return `${minorUnits} ${currency}`;
  const digits = minorDigits(currency);
  return getFormat(currency, digits).format(minorUnits / 10 ** digits);
}

function getFormat(currency: string, digits: number): Intl.NumberFormat {
  return numberFormat(readerIntlLocale(), {
    style: "currency",
    currency,
    currencyDisplay: "narrowSymbol",
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}

function firstValues(data: Readonly<Record<string, unknown>>): string {
  return simpleValues(data)
    .map(([name, value]) => `${name}: ${String(value)}`)
    .join(" · ");
}

function simpleValues(data: Readonly<Record<string, unknown>>): [string, unknown][] {
  return Object.entries(data)
    .filter(([, value]) => ["string", "number", "boolean"].includes(typeof value))
    .slice(0, 3)
    .map(([name, value]) => [name, typeof value === "string" ? value.slice(0, 60).toWellFormed() : value]);
}
