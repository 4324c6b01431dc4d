"use client";

import { ArrowRight } from "lucide-react";
import { useRouter } from "next/navigation";
import { HiddenFields } from "#components/forms/hidden-fields.tsx";
import { useDecision } from "#components/forms/use-decision.ts";
import { answerOtherAccount } from "#components/integrations/server-actions.ts";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { integrationsConnect as t } from "#lib/words/en/screens/integrations-connect.ts";

interface OtherAccountCardProps {
  provider: string;
  name: string;
  state: string;
  integrationId: string;
  currentLabel: string;
  newLabel: string;
}

/** Asks whether a connection shall move, after signing in as somebody else than before. */
export function OtherAccountCard(props: OtherAccountCardProps) {
  const { provider, name, state, integrationId, currentLabel, newLabel } = props;
  const router = useRouter();
  const { form, result, isPending, pressed } = useDecision<{ href: string }>(answerOtherAccount, {
    onResult: (answer) => {
      if (!answer.ok) return;
      router.replace(answer.data.href);
      router.refresh();
    },
  });

  return (
    <Card title={t("other_account_card_title")} description={t("other_account_card_description", { name })}>
      <div className="grid gap-4">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-lg">
          <span className="font-medium">{currentLabel}</span>
          <ArrowRight role="img" aria-label={t("other_account_card_to")} className="size-4 text-subtle" />
          <span className="font-medium">{newLabel}</span>
        </p>
        <p className="max-w-prose text-muted">
          {t("other_account_card_if_you_move_everything", { newLabel })}
        </p>
        {result && !result.ok && (
          <div role="alert">
            <Notice tone="danger">{result.message}</Notice>
          </div>
        )}
        <form {...form} className="flex flex-wrap gap-2">
          <HiddenFields values={{ provider, integrationId, state }} />
          <Button type="submit" name="answer" value="keep" isPending={isPending && pressed === "keep"}>
            {t("other_account_card_keep_currentlabel", { currentLabel })}
          </Button>
          <Button
            type="submit"
            name="answer"
            value="move"
            variant="primary"
            isPending={isPending && pressed === "move"}
          >
            {t("other_account_card_move_newlabel", { newLabel })}
          </Button>
        </form>
      </div>
    </Card>
  );
}
