import { OtherAccountCard } from "#components/integrations/connect/other-account-card.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { Ctx } from "#lib/auth/context.ts";
import { AppError } from "#lib/errors.ts";
import { getPendingAccount, type PendingAccountDto } from "#lib/integrations/connect/pending-account.ts";

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
      <Notice tone="info" title="This question is closed">
        It was answered, or ten minutes are over. Nothing has changed since; connect again if you want to.
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
