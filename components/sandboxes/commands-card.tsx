"use client";

import { useState, useTransition } from "react";
import { runCommand } from "#app/(dashboard)/sandboxes/actions.ts";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { cn } from "#components/ui/cn.ts";
import { Field } from "#components/ui/field.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Select } from "#components/ui/select.tsx";
import type { SandboxStateDto } from "#lib/sandbox/schema.ts";

interface CommandsCardProps {
  sandbox: Pick<SandboxStateDto, "id" | "name" | "accounts" | "commands">;
  onChange: () => Promise<void>;
}

type Outcome = { isDone: boolean; text: string };

/** What people do at the app itself, each at a press. */
export function CommandsCard({ sandbox, onChange }: CommandsCardProps) {
  const { accounts, commands } = sandbox;
  const [chosen, setChosen] = useState<string>();
  const account = accounts.find(({ id }) => id === chosen) ?? accounts[0];
  const [running, setRunning] = useState<string>();
  const [outcome, setOutcome] = useState<Outcome>();
  const [isPending, startTransition] = useTransition();

  function run(command: string) {
    if (!account || isPending) return;
    setRunning(command);
    setOutcome(undefined);
    startTransition(async () => {
      const result = await runCommand({ provider: sandbox.id, account: account.id, command }).catch(
        () => null,
      );
      if (result === null) setOutcome({ isDone: false, text: "Patchbay cannot be reached. Try again." });
      else if (result.ok) setOutcome({ isDone: true, text: result.data.message });
      else setOutcome({ isDone: false, text: result.message });
      await onChange();
    });
  }

  return (
    <Card
      title={`Do something at ${sandbox.name}`}
      description="As people do there every day. The app tells Patchbay, as the real one would."
    >
      <div className="grid">
        {accounts.length > 1 && (
          <Field name="account" label="In which account" className="mb-4 max-w-sm">
            <Select
              value={account?.id ?? ""}
              options={accounts.map(({ id, label }) => ({ value: id, label }))}
              onChange={(event) => setChosen(event.target.value)}
            />
          </Field>
        )}
        <div className="flex flex-wrap gap-2">
          {commands.map(({ id, title }) => (
            <Button
              key={id}
              className="h-auto min-h-9 max-w-full whitespace-normal py-1.5 text-left max-md:h-auto max-md:min-h-11"
              isPending={isPending && running === id}
              onClick={() => run(id)}
            >
              {title}
            </Button>
          ))}
        </div>
        <div role="status" className={cn(outcome && "mt-4")}>
          {outcome && (
            <Notice tone={outcome.isDone ? "success" : "danger"} title={outcome.isDone ? "Done" : "Not done"}>
              {outcome.text}
            </Notice>
          )}
        </div>
      </div>
    </Card>
  );
}
