"use client";

import { Plus } from "lucide-react";
import { DecisionForm } from "#components/forms/decision-form.tsx";
import { LiveTrouble } from "#components/listing/live-list.tsx";
import { openAccount, switchFaultsOff } from "#components/sandboxes/server-actions.ts";
import { Card } from "#components/ui/card.tsx";
import { Status } from "#components/ui/status.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { SandboxStateDto } from "#lib/sandbox/schema.ts";
import { sandboxes as t } from "#lib/words/en/screens/sandboxes.ts";
import { AccountItem } from "./account-item.tsx";
import { CommandsCard } from "./commands-card.tsx";
import { FaultForm } from "./fault-form.tsx";
import { faultSentence } from "./fault-words.ts";
import { useSandboxState } from "./use-sandbox-state.ts";

interface ClearFaultsButtonProps {
  provider: string;
  onDone: () => Promise<void>;
}

interface FaultsCardProps {
  sandbox: Pick<SandboxStateDto, "id" | "name" | "faults">;
  canChange: boolean;
  onChange: () => Promise<void>;
}

interface OpenAccountButtonProps {
  provider: string;
  onDone: () => Promise<void>;
}

interface AccountsCardProps {
  sandbox: Pick<SandboxStateDto, "id" | "name" | "accounts" | "keys">;
  canChange: boolean;
  onChange: () => Promise<void>;
}

/** What can be done to a sandbox, and how it stands now. */
export function SandboxControls({ first, canChange }: { first: SandboxStateDto; canChange: boolean }) {
  const { sandbox, error, refresh } = useSandboxState(first);
  const onChange = async () => void (await refresh());
  return (
    <div className="grid gap-stack">
      {error && <LiveTrouble error={error} />}
      <FaultsCard sandbox={sandbox} canChange={canChange} onChange={onChange} />
      {canChange && sandbox.commands.length > 0 && <CommandsCard sandbox={sandbox} onChange={onChange} />}
      <AccountsCard sandbox={sandbox} canChange={canChange} onChange={onChange} />
    </div>
  );
}

/** The merchant's accounts at the app. */
function AccountsCard({ sandbox, canChange, onChange }: AccountsCardProps) {
  return (
    <Card
      title={t("accounts_card_title")}
      description={t("accounts_card_description", { name: sandbox.name })}
      actions={canChange && <OpenAccountButton provider={sandbox.id} onDone={onChange} />}
      isFlush
    >
      <ul className="divide-y divide-line">
        {sandbox.accounts.map((account) => (
          <AccountItem
            key={account.id}
            provider={sandbox.id}
            account={account}
            keys={sandbox.keys.filter((key) => key.account === account.id)}
            canChange={canChange}
            onChange={onChange}
          />
        ))}
      </ul>
    </Card>
  );
}

/** Opens one more account at the app. */
function OpenAccountButton({ provider, onDone }: OpenAccountButtonProps) {
  return (
    <DecisionForm
      action={openAccount}
      about={{ provider }}
      done={t("open_account_button_another_account_open")}
      refusedTitle={t("open_account_button_no_account_was_opened")}
      onResult={onDone}
    >
      {({ isPending }) => (
        <SubmitButton variant="secondary" icon={<Plus aria-hidden />} isPending={isPending}>
          {t("open_account_button_open_another_account")}
        </SubmitButton>
      )}
    </DecisionForm>
  );
}

/** What goes wrong at the app, and the form that makes it. */
function FaultsCard({ sandbox, canChange, onChange }: FaultsCardProps) {
  const { faults } = sandbox;
  return (
    <Card
      title={t("faults_card_title")}
      description={t("faults_card_description", { name: sandbox.name })}
      actions={
        canChange && faults.length > 0 && <ClearFaultsButton provider={sandbox.id} onDone={onChange} />
      }
    >
      <div className="grid gap-4">
        <div role="status">
          <ul className="grid gap-1.5">
            {faults.map((fault) => (
              <li key={fault.id}>
                <Status tone="warning" className="whitespace-normal">
                  {faultSentence(fault)}
                </Status>
              </li>
            ))}
            {faults.length === 0 && (
              <li>
                <Status tone="success">{t("faults_card_name_works", { name: sandbox.name })}</Status>
              </li>
            )}
          </ul>
        </div>
        {canChange && <FaultForm provider={sandbox.id} onDone={onChange} />}
      </div>
    </Card>
  );
}

/** Lets every call work again. */
function ClearFaultsButton({ provider, onDone }: ClearFaultsButtonProps) {
  return (
    <DecisionForm
      action={switchFaultsOff}
      about={{ provider }}
      done={t("clear_faults_button_everything_works_again")}
      onResult={onDone}
    >
      {({ isPending }) => (
        <SubmitButton variant="secondary" isPending={isPending}>
          {t("clear_faults_button_let_everything_work_again")}
        </SubmitButton>
      )}
    </DecisionForm>
  );
}
