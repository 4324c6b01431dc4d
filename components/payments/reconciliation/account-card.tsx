import type { ReactNode } from "react";
import { EnvironmentBadge } from "#components/integrations/environment-badge.tsx";
import { Card } from "#components/ui/card.tsx";
import { Copyable } from "#components/ui/copyable.tsx";
import { KeyValueList } from "#components/ui/key-value-list.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Status } from "#components/ui/status.tsx";
import type { PaymentAccountDto } from "#lib/revenue/reconciliation-schema.ts";
import { Amount } from "../amount.tsx";
import { sealedText } from "./sealed-text.ts";
import { termsText } from "./terms-text.ts";

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
      description={<Copyable text={account.accountId} label="account id" />}
      actions={account.isComparable ? compare : null}
    >
      <div className="grid gap-4">
        <AccountState account={account} providerName={providerName} zone={zone} />
        {account.message !== null && (
          <Notice tone="warning" title={`${providerName} could not be read`}>
            {account.message} It is tried again by itself
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
              key: "Last compared",
              value:
                account.comparedAt === null ? (
                  "Not yet"
                ) : (
                  <RelativeTime at={account.comparedAt} zone={zone} />
                ),
            },
            {
              key: "Movements read up to",
              value:
                account.readUntil === null ? "Not yet" : <RelativeTime at={account.readUntil} zone={zone} />,
            },
            { key: "Closed days", value: sealedText(account) },
            ...account.balances.map(({ currency, available, pending }) => ({
              key: `Balance in ${currency}`,
              value: (
                <span className="grid">
                  <span>
                    <Amount minor={available} currency={currency} /> available
                  </span>
                  <span className="text-muted">
                    <Amount minor={pending} currency={currency} /> pending
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
      <p className="text-muted text-sm">
        {providerName} does not list what moves in your account, so nothing can be compared. Only payments
        that Patchbay took part in, and their refunds, are counted here.
      </p>
    );
  }
  if (openDifferences > 0) {
    return (
      <Status tone="warning">
        {openDifferences === 1 ? "One difference is open" : `${openDifferences} differences are open`}
      </Status>
    );
  }
  if (agreedUntil === null) {
    return (
      <Status tone="progress" isMoving={isReading}>
        {isReading ? `${providerName} is being read` : "Not compared yet"}
      </Status>
    );
  }
  return (
    <Status tone="success">
      <span>
        All agrees, up to <RelativeTime at={agreedUntil} zone={zone} />
      </span>
    </Status>
  );
}
