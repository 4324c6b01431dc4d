"use client";

import { ArrowLeft, ChevronRight, Plus } from "lucide-react";
import { useRef, useState } from "react";
import { AppMark } from "#components/marketplace/app-mark.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Link } from "#components/ui/link.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { automationsBuilderSteps as t } from "#lib/words/en/screens/automations-builder-steps.ts";
import { useBuilder } from "../builder-context.ts";
import type { BuilderApp, BuilderConnection } from "../builder-model.ts";

type Choice = { integrationId: string; action: string; movesMoney: boolean };

interface AddStepProps {
  label: string;
  isFirst?: boolean;
  onAdd: (chosen: Choice) => void;
}

/** A button that asks for the app first and then for what it is to do. */
export function AddStep({ label, isFirst = false, onAdd }: AddStepProps) {
  const modal = useRef<HTMLDialogElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const [chosen, setChosen] = useState<BuilderConnection | null>(null);
  return (
    <Dialog
      title={chosen ? t("add_step_title") : t("add_step_which_app")}
      modal={modal}
      onOpenChange={(opened) => {
        setIsOpen(opened);
        if (!opened) setChosen(null);
      }}
      trigger={
        <Button
          variant={isFirst ? "primary" : "secondary"}
          icon={<Plus aria-hidden />}
          className="justify-self-start"
        >
          {label}
        </Button>
      }
    >
      {isOpen &&
        (chosen ? (
          <ActionChoice
            connection={chosen}
            onBack={() => setChosen(null)}
            onChoose={(choice) => {
              modal.current?.close();
              onAdd(choice);
            }}
          />
        ) : (
          <AppChoice onChoose={setChosen} />
        ))}
    </Dialog>
  );
}

const row =
  "flex min-h-12 w-full min-w-0 items-center gap-3 px-3 py-2 text-left hover:bg-hover focus-visible:-outline-offset-2";
const rows =
  "max-h-[min(28rem,60dvh)] divide-y divide-line overflow-y-auto rounded-control border border-line";

function AppChoice({ onChoose }: { onChoose: (connection: BuilderConnection) => void }) {
  const { snapshot } = useBuilder();
  const findApp = (connection: BuilderConnection) => snapshot.apps.find(({ id }) => id === connection.app);
  const usable = snapshot.connections.filter((connection) => (findApp(connection)?.actions.length ?? 0) > 0);
  return (
    <div className="grid gap-4">
      {usable.length > 0 && (
        <ul className={rows}>
          {usable.map((connection) => {
            const app = findApp(connection);
            return (
              <li key={connection.id}>
                <button type="button" onClick={() => onChoose(connection)} className={row}>
                  {app && <AppMark app={app} />}
                  <span className="grid min-w-0 flex-1">
                    <span className="font-medium">{app?.name}</span>
                    <span className="text-muted text-sm [overflow-wrap:anywhere]">{connection.label}</span>
                  </span>
                  {connection.isSandbox && <Badge>{t("app_choice_sandbox")}</Badge>}
                  {connection.needsAttention && (
                    <Badge tone="warning">{t("app_choice_needs_attention")}</Badge>
                  )}
                  <ChevronRight aria-hidden className="size-4 shrink-0 text-subtle" />
                </button>
              </li>
            );
          })}
        </ul>
      )}
      {usable.length === 0 && <p className="text-muted">{t("app_choice_no_app_connected_yet")}</p>}
      <ConnectableApps
        apps={snapshot.apps.filter(({ id }) => snapshot.connections.every(({ app }) => app !== id))}
      />
    </div>
  );
}

interface ActionChoiceProps {
  connection: BuilderConnection;
  onBack: () => void;
  onChoose: (choice: Choice) => void;
}

function ActionChoice({ connection, onBack, onChoose }: ActionChoiceProps) {
  const { snapshot } = useBuilder();
  const app: BuilderApp | undefined = snapshot.apps.find(({ id }) => id === connection.app);
  return (
    <div className="grid gap-3">
      <Button
        size="sm"
        variant="ghost"
        icon={<ArrowLeft aria-hidden />}
        className="justify-self-start"
        onClick={onBack}
      >
        {t("action_choice_another_app")}
      </Button>
      <ul className={rows}>
        {(app?.actions ?? []).map(({ id, title, description, movesMoney, effect }) => (
          <li key={id}>
            <button
              type="button"
              onClick={() => onChoose({ integrationId: connection.id, action: id, movesMoney })}
              className={row}
            >
              <span className="grid min-w-0 flex-1">
                <span className="font-medium">{title}</span>
                <span className="text-muted text-sm">{description}</span>
              </span>
              {movesMoney ? (
                <Badge tone="warning">{t("action_choice_moves_money")}</Badge>
              ) : (
                effect === "read" && <Badge>{t("action_choice_reads")}</Badge>
              )}
            </button>
          </li>
        ))}
      </ul>
      <p className="text-muted text-sm">
        {t.rich("action_choice_what_each_needs_may", {
          link: (text) => <TextLink href={`/marketplace/${connection.app}`}>{text}</TextLink>,
        })}
      </p>
    </div>
  );
}

/** Apps that are not connected yet, each leading to where they are. */
function ConnectableApps({ apps }: { apps: readonly BuilderApp[] }) {
  if (apps.length === 0) return null;
  return (
    <section aria-label={t("connectable_apps_connect_another_app")} className="grid gap-2">
      <h3 className="font-medium text-muted text-sm">{t("connectable_apps_connect_another_app")}</h3>
      <ul className="grid grid-cols-2 gap-2 max-[22rem]:grid-cols-1">
        {apps.map((app) => (
          <li key={app.id}>
            <Link
              href={`/marketplace/${app.id}`}
              className="flex min-h-12 items-center gap-2 rounded-control border border-line-strong border-dashed px-2 py-1.5 font-medium text-sm hover:bg-hover"
            >
              <AppMark app={app} />
              <span className="min-w-0 break-words">{app.name}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
