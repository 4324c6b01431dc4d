import { randomUUID } from "node:crypto";
import { refused } from "#app/(dashboard)/refused.ts";
import { readParam, type SearchParams } from "#components/listing/search-params.ts";
import { amountText } from "#components/payments/amount.tsx";
import { chargeTitle } from "#components/payments/charges/charge-title.ts";
import { RefundForm } from "#components/payments/charges/refund-form.tsx";
import { RefundPreview } from "#components/payments/charges/refund-preview.tsx";
import { parseMinor } from "#components/recipes/read-install-form.ts";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { isAllowed } from "#lib/auth/context.ts";
import { requireCtx } from "#lib/auth/require-session.ts";
import { titled } from "#lib/auth/titled.ts";
import { AppError } from "#lib/errors.ts";
import { getDigits } from "#lib/money/currency-rules.ts";
import { decimalText } from "#lib/money/decimal-text.ts";
import { money, withCurrency } from "#lib/money/money.ts";
import { getCharge } from "#lib/payments/get-charge.ts";
import { previewRefund } from "#lib/payments/preview-refund.ts";
import { paymentsPages as t } from "#lib/words/en/screens/payments-pages.ts";
import { renderError } from "#lib/words/render-error.ts";
import { lostIsNotFound } from "../../../lost-is-not-found.ts";
import { getProviderName } from "../../../payment-apps.ts";

export const generateMetadata = titled(() => ({ title: t("refund_title") }));

interface RefundPageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<SearchParams>;
}

export default async function RefundPage({ params, searchParams }: RefundPageProps) {
  const [ctx, { id }, query] = await Promise.all([requireCtx(), params, searchParams]);
  const path = `/payments/charges/${id}/refund`;
  const charge = await getCharge({ ctx, input: { id } }).catch(lostIsNotFound(path));
  const { currency, refundable } = charge;
  const typed = readParam(query, "amount", 30);
  const amount = typed === undefined ? refundable : parseMinor(typed, getDigits(currency));
  const text = (minor: number) => amountText({ minor, currency }, ctx.locale);
  const plain = (minor: number) => withCurrency(currency, (unit) => decimalText(money(unit, minor)));
  const header = (
    <PageHeader
      back={{ href: `/payments/charges/${id}`, label: text(charge.amount) }}
      title={t("refund_page_title")}
      description={t("refund_page_description", {
        chargeTitle: chargeTitle(charge),
        text: text(refundable),
        text2: text(charge.amount),
      })}
    />
  );
  if (refundable === 0 || !isAllowed(ctx, "payments:write")) {
    return (
      <>
        {header}
        <Notice
          tone="info"
          title={
            refundable === 0 ? t("refund_page_there_nothing_give_back") : t("refund_page_you_can_look_but")
          }
        >
          {refundable === 0 ? t("refund_page_all_went_back_already") : t("refund_page_owner_admin_shop_can")}
        </Notice>
      </>
    );
  }
  const preview = amount < 1 ? null : await previewRefund({ ctx, input: { id, amount } }).catch(refused);
  return (
    <>
      {header}
      <div className="grid min-w-0 max-w-form gap-stack">
        <Card>
          <form method="get" action={path} className="flex flex-wrap items-end gap-3">
            <Field
              name="amount"
              label={t("refund_page_how_much_currency", { currency })}
              error={preview === null ? t("refund_page_write_amount_such_as") : undefined}
              className="min-w-40 flex-1"
            >
              <Input
                inputMode="decimal"
                autoComplete="off"
                defaultValue={typed ?? plain(refundable)}
                required
              />
            </Field>
            <Button type="submit" className="max-sm:w-full">
              {t("refund_page_show_what_would_happen")}
            </Button>
          </form>
          {amount !== refundable && (
            <p className="mt-3 text-muted text-sm">
              <TextLink href={path}>
                {t("refund_page_refund_all_that_left", { text: text(refundable) })}
              </TextLink>
            </p>
          )}
        </Card>
        {preview instanceof AppError && (
          <Notice tone="warning" title={t("refund_page_this_cannot_given_back")}>
            {renderError(preview, ctx.locale).message}
          </Notice>
        )}
        {preview !== null && !(preview instanceof AppError) && (
          <RefundPreview preview={preview} providerName={getProviderName(charge.provider)}>
            <RefundForm
              charge={id}
              amount={preview.amount}
              label={t("refund_page_refund_text", { text: text(preview.amount) })}
              refundKey={`page-${randomUUID()}`}
            />
          </RefundPreview>
        )}
      </div>
    </>
  );
}
