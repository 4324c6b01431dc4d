"use client";

import { useDecision } from "#components/forms/use-decision.ts";
import { runCommand } from "#components/sandboxes/server-actions.ts";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { cn } from "#components/ui/cn.ts";
import { Field } from "#components/ui/field.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Select } from "#components/ui/select.tsx";
import type { SandboxStateDto } from "#lib/sandbox/schema.ts";
import { sandboxes as t } from "#lib/words/en/screens/sandboxes.ts";

interface CommandsCardProps {
  sandbox: Pick<SandboxStateDto, "id" | "name" | "accounts" | "commands">;
  onChange: () => Promise<void>;
}

/** What people do at the app itself, each at a press. */
export function CommandsCard({ sandbox, onChange }: CommandsCardProps) {
  const { accounts, commands } = sandbox;
  const { form, result, isPending, pressed } = useDecision<{ message: string }>(runCommand, {
    onResult: onChange,
  });

  return (
    <Card
      title={t("commands_card_title", { name: sandbox.name })}
      description={t("commands_card_description")}
    >
      <form {...form} className="grid">
        <input type="hidden" name="provider" value={sandbox.id} />
        {accounts.length > 1 && (
          <Field name="account" label={t("commands_card_label")} className="mb-4 max-w-sm">
            <Select options={accounts.map(({ id, label }) => ({ value: id, label }))} />
          </Field>
        )}
        {accounts.length === 1 && <input type="hidden" name="account" value={accounts[0]?.id} />}
        <div className="flex flex-wrap gap-2">
          {commands.map(({ id, title }) => (
            <Button
              key={id}
              className="h-auto min-h-9 max-w-full whitespace-normal py-1.5 text-left max-md:h-auto max-md:min-h-11"
              type="submit"
              name="command"
              value={id}
              isPending={isPending && pressed === id}
            >
              {title}
            </Button>
          ))}
        </div>
        <div role="status" className={cn(result && "mt-4")}>
          {result && (
            <Notice
              tone={result.ok ? "success" : "danger"}
              title={result.ok ? t("commands_card_done") : t("commands_card_not_done")}
            >
              {result.ok ? result.data.message : result.message}
            </Notice>
          )}
        </div>
      </form>
    </Card>
  );
}
