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
import { joinSentences } from "#lib/words/texts/join-sentences.ts";
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
  const facts = [
    ...(account.isComparable ? comparedFacts(account, zone) : []),
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
  ];
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
            {account.message}{" "}
            {account.nextSweepAt === null
              ? t("account_card_tries_again_soon")
              : t.rich("account_card_tried_again", {
                  relativeTime: <RelativeTime at={account.nextSweepAt} zone={zone} />,
                })}
          </Notice>
        )}
        {facts.length > 0 && <KeyValueList layout="columns" items={facts} />}
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
        {t.rich("account_state_matches", {
          relativeTime: <RelativeTime at={agreedUntil} zone={zone} />,
        })}
      </span>
    </Status>
  );
}

/** How far it was read and compared, which nothing is where a provider does not list what moves. */
function comparedFacts(account: PaymentAccountDto, zone: string) {
  const at = (moment: string | null) =>
    moment === null ? t("account_card_not_yet") : <RelativeTime at={moment} zone={zone} />;
  return [
    { key: t("account_card_last_compared"), value: at(account.comparedAt) },
    { key: t("account_card_movements_read_up"), value: at(account.readUntil) },
    { key: t("account_card_closed_days"), value: <Sealed newestSeal={account.newestSeal} /> },
  ];
}

/** Up to which day numbers never change any more, and by what that can be proven. */
function Sealed({ newestSeal }: Pick<PaymentAccountDto, "newestSeal">) {
  if (newestSeal === null) return t("sealed_text_none_yet");
  const { day, journals, hash } = newestSeal;
  return (
    <span className="grid">
      <span>{t("sealed_day", { day: dayText(`${day}T00:00:00Z`) })}</span>
      <span className="text-muted text-sm">
        {t("sealed_text_seal", { journals, slice: hash.slice(0, 8) })}
      </span>
    </span>
  );
}

/** Who pays the provider's fees, and who bears losses that the account cannot, as the provider says of the account. */
function termsText(terms: PaymentAccountDto["terms"], providerName: string): string | null {
  if (terms === null) return null;
  const told = joinSentences(
    terms.fees !== undefined && t("terms_text_fees", { who: terms.fees, providerName }),
    terms.losses !== undefined && t("terms_text_losses", { who: terms.losses, providerName }),
  );
  return told === "" ? null : told;
}
