import { OtherAccountCard } from "#components/integrations/connect/other-account-card.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { Ctx } from "#lib/auth/context.ts";
import { AppError } from "#lib/errors.ts";
import { getPendingAccount, type PendingAccountDto } from "#lib/integrations/connect/pending-account.ts";
import { marketplacePages as t } from "#lib/words/en/screens/marketplace-pages.ts";

interface OtherAccountQuestionProps {
  ctx: Ctx;
  provider: string;
  name: string;
  state: string;
}

/** The question whether a connection shall move to another account, as long as it is open. */
export async function OtherAccountQuestion({ ctx, provider, name, state }: OtherAccountQuestionProps) {
  const pending = await findPending(ctx, state);
  if (pending?.provider !== provider) {
    return (
      <Notice tone="info" title={t("other_account_question_title")}>
        {t("other_account_question_was_answered_ten_minutes")}
      </Notice>
    );
  }
  return (
    <OtherAccountCard
      provider={provider}
      name={name}
      state={state}
      integrationId={pending.integrationId}
      currentLabel={pending.currentAccount.label}
      newLabel={pending.newAccount.label}
    />
  );
}

async function findPending(ctx: Ctx, state: string): Promise<PendingAccountDto | null> {
  try {
    return await getPendingAccount({ ctx, input: { state } });
  } catch (error) {
    if (error instanceof AppError && [403, 404, 422].includes(error.status)) return null;
    throw error;
  }
}
