import { Card } from "#components/ui/card.tsx";
import { Status } from "#components/ui/status.tsx";
import type { SandboxStateDto } from "#lib/sandbox/schema.ts";
import { sandboxes as t } from "#lib/words/en/screens/sandboxes.ts";
import { ClearFaultsButton } from "./clear-faults-button.tsx";
import { FaultForm } from "./fault-form.tsx";
import { faultSentence } from "./fault-words.ts";

interface FaultsCardProps {
  sandbox: Pick<SandboxStateDto, "id" | "name" | "faults">;
  canChange: boolean;
  onChange: () => Promise<void>;
}

/** What goes wrong at the app, and the form that makes it. */
export function FaultsCard({ sandbox, canChange, onChange }: FaultsCardProps) {
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
