import type { ReactNode } from "react";
import { EnvironmentBadge } from "#components/integrations/environment-badge.tsx";
import { Card } from "#components/ui/card.tsx";
import { Copyable } from "#components/ui/copyable.tsx";
import { KeyValueList } from "#components/ui/key-value-list.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Status } from "#components/ui/status.tsx";
import type { PaymentAccountDto } from "#lib/revenue/reconciliation-schema.ts";
import { paymentsReconciliation as t } from "#lib/words/en/screens/payments-reconciliation.ts";
import { Amount } from "../amount.tsx";
import { dayText } from "../day-text.ts";

interface AccountCardProps {
  account: PaymentAccountDto;
  providerName: string;
  zone: string;
  /** Starts a comparison; nothing for whoever may only look. */
  compare: ReactNode;
}

/** How far one account at a provider is read, how far all agrees, and what is in it by both. */
export function AccountCard({ account, providerName, zone, compare }: AccountCardProps) {
  const terms = termsText(account.terms, providerName);
  return (
    <Card
      title={
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
          {providerName}
          <EnvironmentBadge environment={account.environment} />
        </span>
      }
      description={<Copyable text={account.accountId} label={t("account_card_label")} />}
      actions={account.isComparable ? compare : null}
    >
      <div className="grid gap-4">
        <AccountState account={account} providerName={providerName} zone={zone} />
        {account.message !== null && (
          <Notice tone="warning" title={t("account_card_title", { providerName })}>
            {t("account_card_message_tried_again_itself", { message: account.message })}
            {account.nextSweepAt === null ? (
              "."
            ) : (
              <>
                {" "}
                <RelativeTime at={account.nextSweepAt} zone={zone} />.
              </>
            )}
          </Notice>
        )}
        <KeyValueList
          layout="columns"
          items={[
            {
              key: t("account_card_last_compared"),
              value:
                account.comparedAt === null ? (
                  t("account_card_not_yet")
                ) : (
                  <RelativeTime at={account.comparedAt} zone={zone} />
                ),
            },
            {
              key: t("account_card_movements_read_up"),
              value:
                account.readUntil === null ? (
                  t("account_card_not_yet")
                ) : (
                  <RelativeTime at={account.readUntil} zone={zone} />
                ),
            },
            { key: t("account_card_closed_days"), value: sealedText(account) },
            ...account.balances.map(({ currency, available, pending }) => ({
              key: t("account_card_balance_currency", { currency }),
              value: (
                <span className="grid">
                  <span>
                    {t.rich("account_card_amount_available", {
                      amount: <Amount minor={available} currency={currency} />,
                    })}
                  </span>
                  <span className="text-muted">
                    {t.rich("account_card_amount_pending", {
                      amount: <Amount minor={pending} currency={currency} />,
                    })}
                  </span>
                </span>
              ),
            })),
          ]}
        />
        {terms !== null && <p className="text-muted text-sm">{terms}</p>}
      </div>
    </Card>
  );
}

function AccountState({ account, providerName, zone }: Omit<AccountCardProps, "compare">) {
  const { agreedUntil, openDifferences, isReading } = account;
  if (!account.isComparable) {
    return (
      <p className="text-muted text-sm">{t("account_state_providername_does_not_list", { providerName })}</p>
    );
  }
  if (openDifferences > 0) {
    return (
      <Status tone="warning">{t("account_state_opendifferences_plural_one_one", { openDifferences })}</Status>
    );
  }
  if (agreedUntil === null) {
    return (
      <Status tone="progress" isMoving={isReading}>
        {isReading
          ? t("account_state_providername_being_read", { providerName })
          : t("account_state_not_compared_yet")}
      </Status>
    );
  }
  return (
    <Status tone="success">
      <span>
        {t.rich("account_state_all_agrees_up_relativetime", {
          relativeTime: <RelativeTime at={agreedUntil} zone={zone} />,
        })}
      </span>
    </Status>
  );
}

/** Up to which day numbers never change any more, and by what that can be proven. */
function sealedText({ newestSeal }: Pick<PaymentAccountDto, "newestSeal">): string {
  if (newestSeal === null) return t("sealed_text_none_yet");
  const { day, journals, hash } = newestSeal;
  const entries = t("sealed_text_journals_plural_one_1", { journals });
  return t("sealed_text_up_daytext_utc_entries", {
    dayText: dayText(`${day}T00:00:00Z`),
    entries,
    slice: hash.slice(0, 12),
  });
}

/** Who pays the provider's fees, and who bears losses that the account cannot, as the provider says of the account. */
function termsText(terms: PaymentAccountDto["terms"], providerName: string): string | null {
  if (terms === null) return null;
  const fees = bearer(terms.fees, providerName);
  const losses = bearer(terms.losses, providerName);
  const told = [
    ...(fees === null ? [] : [t("terms_text_providername_s_fees_paid", { providerName, fees })]),
    ...(losses === null ? [] : [t("terms_text_what_account_cannot_pay", { losses })]),
  ];
  return told.length === 0 ? null : told.join(" ");
}

function bearer(who: string | undefined, providerName: string): string | null {
  if (who === undefined) return null;
  if (who === "application") return t("bearer_platform");
  return who === "account" ? "you" : providerName;
}
